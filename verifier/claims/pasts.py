"""Which words may be verbs, whatever a parser took them for."""

from functools import cache
from typing import Any


def past_form(token: Any) -> bool:
    """Say whether a word looks like a verb in the past, whatever the parser took it for: "rose", "walked"."""
    changed = any(lemma != token.lower_ for lemma in verb_lemmas(token.lower_))
    return token.text.islower() and changed and not token.lower_.endswith(("s", "ing"))


@cache
def verb_lemmas(word: str) -> tuple[str, ...]:
    """Return the verbs that a word may be a form of."""
    from lemminflect import getLemma

    found: tuple[str, ...] = getLemma(word, upos="VERB", lemmatize_oov=False)
    return found
