"""Claims in the past perfect, whose reference time only the article around them tells (Reichenbach 1947)."""

from datetime import date

from verifier.dates import find_times
from verifier.quantities import find_quantities
from verifier.text import fold, tokenize
from verifier.verdict.negation import is_negative


def of_another_time(text: str, as_of: date) -> bool:
    """Say whether later events cannot refute a claim, because it speaks of a time before them that it does not state.

    "Ukraine had not joined" and "60 states had ratified it" were true once; "Peru had joined" needs an entry.
    """
    past = any(fold(token.text) == "had" for token in tokenize(text))
    return past and not find_times(text, as_of) and (is_negative(text) or bool(find_quantities(text)))
