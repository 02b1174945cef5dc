"""Whether a text denies something, by "not" and its kin or by "has yet to", "failed to"."""

from verifier.text import fold, lemmas, tokenize
from verifier.verdict.lexicon import DENYING_BEFORE_TO

_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "none", "neither", "nor", "nobody", "without", "cannot"})


def is_negative_word(word: str) -> bool:
    """Say whether a folded word denies by itself."""
    return word in _NEGATIVE


def is_negative(text: str) -> bool:
    """Say whether a text has a word of denial.

    >>> is_negative("Alvik has yet to ratify it."), is_negative("Alvik ratified it.")
    (True, False)
    """
    words = [fold(token.text) for token in tokenize(text)]
    if any(word in _NEGATIVE for word in words):
        return True
    pairs = zip(words, words[1:], strict=False)
    return any(after == "to" and lemmas(word) & DENYING_BEFORE_TO for word, after in pairs)
