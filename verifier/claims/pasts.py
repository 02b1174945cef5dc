"""Which words may be verbs, whatever a parser took them for."""

from functools import cache
from typing import Any


def past_form(token: Any) -> bool:
    """Say whether a word looks like a verb in the past, whatever the parser took it for: "rose", "walked"."""
    return token.text.islower() and past_word(token.lower_)


def past_word(word: str) -> bool:
    """Say whether a lower-case word may be the past form of a verb.

    >>> past_word("rose"), past_word("rises")
    (True, False)
    """
    return any(lemma != word for lemma in verb_lemmas(word)) and not word.endswith(("s", "ing"))


@cache
def verb_lemmas(word: str) -> tuple[str, ...]:
    """Return the verbs that a word may be a form of."""
    from lemminflect import getLemma

    found: tuple[str, ...] = getLemma(word, upos="VERB", lemmatize_oov=False)
    return found
