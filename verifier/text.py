"""Offset-safe text helpers: folding, tokens, lemmas, content words."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

_TOKEN = re.compile(
    r"""(?:[A-Za-z]\.){2,}                            # U.S., e.g.
      | [$€£¥]?\d+(?:[.,]\d+)*(?:st|nd|rd|th|%|[A-Za-z]+)?  # 3.4, 1,000, $35M, 85th
      | n['’]t\b
      | \w+?(?=n['’]t\b)                              # do|n't
      | ['’](?:s|S|re|ve|ll|d|m)\b                    # possessive and clitics
      | \w+(?:[-‐‑]\w+)*
      | [^\w\s]""",
    re.VERBOSE,
)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "‐": "-"})
STOP_WORDS = frozenset(
    "a an the of in on at to for from by with about as into over after before between under and or but nor so yet if "
    "is are was were be been being am has have had having do does did doing will would shall should may might can "
    "could must not no n't 's this that these those it its he his she her they their them him i we you our your my who "
    "whom whose which what when where why how there here than then also just only very such other some any each all "
    "both more most".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its half-open offsets."""

    start: int
    end: int
    text: str


@cache
def _fold_character(character: str) -> str:
    straight = character.translate(_STRAIGHT)
    base = unicodedata.normalize("NFD", straight)[:1] or straight
    folded = base.casefold()
    return folded if len(folded) == 1 else base if len(base) == 1 else character


def fold(text: str) -> str:
    """Lower-case, strip accents, straighten quotes and dashes, one code point for one.

    >>> fold("Türkiye’s")
    "turkiye's"
    """
    return text.lower() if text.isascii() else "".join(map(_fold_character, text))


@lru_cache(4096)  # guards and checks read one passage for many claims
def tokenize(text: str) -> tuple[Token, ...]:
    """Split into words and marks, clitics apart.

    >>> [t.text for t in tokenize("China isn't Putin's U.S. ally.")]
    ['China', 'is', "n't", 'Putin', "'s", 'U.S.', 'ally', '.']
    """
    return tuple(Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text))


@cache
def lemmas(word: str) -> frozenset[str]:
    """Return the word and all its dictionary forms over parts of speech, lower case.

    >>> sorted(lemmas("signed"))
    ['sign', 'signed']
    """
    from lemminflect import getAllLemmas

    lower = fold(word)
    found = getAllLemmas(lower)
    return frozenset({lower, *(fold(lemma) for forms in found.values() for lemma in forms)})


def known_word(word: str) -> bool:
    """Say whether a dictionary has the word, in any part of speech but as a name."""
    from lemminflect import getAllLemmas

    return any(part != "PROPN" for part in getAllLemmas(fold(word)))


@cache
def is_plural(word: str) -> bool:
    """Say whether a word is a noun in the plural.

    >>> is_plural("judges"), is_plural("elected"), is_plural("judge")
    (True, False, False)
    """
    from lemminflect import getAllLemmas

    lower = fold(word)
    return any(fold(lemma) != lower for lemma in getAllLemmas(lower).get("NOUN", ()))


@cache
def is_participle(word: str) -> bool:
    """Say whether a word is a verb's past or -ing form and not its base.

    >>> is_participle("opened"), is_participle("open"), is_participle("members")
    (True, False, False)
    """
    from lemminflect import getAllLemmas, getInflection

    lower = fold(word)
    bases = [lemma for lemma in getAllLemmas(lower).get("VERB", ()) if fold(lemma) != lower]
    return any(lower in getInflection(base, tag=tag) for base in bases for tag in ("VBN", "VBD", "VBG"))


@cache
def is_only_noun(word: str) -> bool:
    """Say whether a word is a noun and can be no verb: what a demonym before it belongs to.

    >>> is_only_noun("ratification"), is_only_noun("signed")
    (True, False)
    """
    from lemminflect import getAllLemmas

    parts = getAllLemmas(fold(word))
    return "NOUN" in parts and not {"VERB", "AUX"} & set(parts)


def content_words(text: str) -> list[str]:
    """Return the folded words that carry content, in order.

    >>> content_words("Mongolia has signed the Rome Statute.")
    ['mongolia', 'signed', 'rome', 'statute']
    """
    words = (fold(token.text) for token in tokenize(text))
    return [word for word in words if word[:1].isalnum() and word not in STOP_WORDS]


_BOUNDARY = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|$)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Cpl|Pvt|Maj|Capt|Cmdr|Adm|Brig|Det|Insp|Supt|Rev|Hon|Sen|Rep|Gov|St|Jr|Sr|No|Nos|Cllr|Adv|vs?|cf|art|arts|Art|Inc|Ltd|Co|Corp|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|e\.g|i\.e|etc|approx|est)|\b(?:[A-Za-z]\.)+[A-Za-z])\.$"
)


_CITY = re.compile(r"[A-Z][A-Z .’'-]+, [A-Z][a-z]{1,5}\.")
_CIRCA = re.compile(r"[\s(](?:c|ca|fl)\.$")
_LETTER = re.compile(r"\b(?:[A-Z]|Mar|[ap]\.m)\.$")
_STARTER = re.compile(r"\s+(?:It|He|She|They|The|This|These|In|On|At|His|Her|Its|Their|But|And|After|When|While)\s")


def _after_letter(text: str, stop: re.Match[str], end: int) -> bool:
    """Say whether a letter ends a sentence, as in "World War I. It was", or "at 4 a.m. It": no name goes on so."""
    letter = _LETTER.search(text, max(stop.start() - 5, 0), stop.start() + 1)
    return letter is not None and _STARTER.match(text, stop.end(), end) is not None


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return half-open offsets of the sentences of text[start:end], whitespace trimmed.

    Abbreviations, initials and stops before a lower-case word do not end a sentence; a line break that
    is a paragraph break does.

    >>> [ "He met Mr. Li. Then he left."[a:b] for a, b in split_sentences("He met Mr. Li. Then he left.") ]
    ['He met Mr. Li.', 'Then he left.']
    """
    stop = len(text) if end is None else end
    found, begin = [], start
    for match in _BOUNDARY.finditer(text, start, stop):
        following = text[match.end() : stop].lstrip()[:2].lstrip("\"“‘'(«")
        inner_stop = match.group().rstrip('"”’»)]') == "." and _ABBREVIATED.search(text, begin, match.start() + 1)
        if _CITY.fullmatch(text[begin : match.start() + 1].strip()):
            continue  # "HELENA, Mont. — A bill"
        if following[:1].isdigit() and _CIRCA.search(text, begin, match.start() + 1):
            continue  # "built c. 1420"
        if following and (following[:1].islower() or (inner_stop and not _after_letter(text, match, stop))):
            continue
        found.append((begin, match.end()))
        begin = match.end()
    found.append((begin, stop))
    trimmed = [(a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())) for a, b in found]
    return [(a, b) for a, b in trimmed if a < b]
