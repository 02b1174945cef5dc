"""Opening words that change nothing in what a claim says: "So far", "To date,"."""

import re

from verifier.verdict.lexicon import ADVERBIALS

_OPENING = re.compile(rf"(?:{'|'.join(' '.join(words) for words in ADVERBIALS)}),?\s+(?=\w)", re.IGNORECASE)


def without_opening(text: str) -> str:
    """Return a claim from its first word that says something.

    >>> without_opening("So far, only Peru has left.")
    'Only Peru has left.'
    """
    match = _OPENING.match(text)
    rest = text[match.end() :] if match else text
    return rest[:1].upper() + rest[1:]
