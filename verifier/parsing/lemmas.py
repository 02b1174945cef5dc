"""The dictionary form of a word, from its tag."""

from functools import lru_cache

_VERBS = {"'s": "be", "'re": "be", "'m": "be", "ai": "be", "'ve": "have", "'ll": "will", "wo": "will", "ca": "can"}
_CASES = {
    "him": "he",
    "me": "I",
    "us": "we",
    "them": "they",
    "whom": "who",
    "an": "a",
    "these": "this",
    "those": "that",
}
_INFLECTED = {
    "VBD": "VERB", "VBN": "VERB", "VBG": "VERB", "VBZ": "VERB", "VBP": "VERB", "NNS": "NOUN",
    "JJR": "ADJ", "JJS": "ADJ", "RBR": "ADV", "RBS": "ADV",
}  # fmt: skip
_DEGREES = frozenset({"more", "most", "less", "least"})  # degrees of no word, which treebanks leave as they are


@lru_cache(1 << 16)
def lemma_of(word: str, tag: str) -> str:
    """Return the dictionary form of a word with a tag of the Penn Treebank; names keep their capitals.

    >>> lemma_of("lit", "VBD"), lemma_of("Judges", "NNS"), lemma_of("would", "MD"), lemma_of("’s", "VBZ")
    ('light', 'judge', 'would', 'be')
    >>> lemma_of("’s", "POS"), lemma_of("Nations", "NNPS"), lemma_of("largest", "JJS"), lemma_of("leading", "JJ")
    ("'s", 'Nations', 'large', 'leading')
    """
    if tag.startswith("NNP"):
        return word
    lower = word.lower().replace("’", "'")
    if lower == "n't":
        return "not"
    if lower == "'d":
        return "would" if tag == "MD" else "have"
    if tag[:1] == "V" or tag == "MD":
        lower = _VERBS.get(lower, lower)
    if tag not in _INFLECTED or lower in _DEGREES:
        return "I" if lower == "i" else _CASES.get(lower, lower)
    return _looked_up(lower, _INFLECTED[tag])


def _looked_up(word: str, kind: str) -> str:
    from lemminflect import getLemma

    found = getLemma(word, upos=kind)
    return str(found[0]) if found else word
