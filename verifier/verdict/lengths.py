"""Lengths of time in claims: "22 years", "less than a year", "a year and a half"."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from verifier.agreement import agrees
from verifier.quantities import Approximation, Quantity, find_quantities
from verifier.verdict.cases import Truth

DAYS = {
    "day": 1.0, "week": 7.0, "month": 365.2425 / 12, "year": 365.2425, "decade": 3652.425, "century": 36524.25
}  # fmt: skip
_PLURALS = {f"{unit}s": unit for unit in DAYS} | {"centuries": "century"} | {unit: unit for unit in DAYS}
_UNIT = "|".join(DAYS)
_SPELT = (
    (re.compile(rf"\ban? ({_UNIT}) and a half\b", re.IGNORECASE), r"1.5 \1s"),
    (re.compile(r"\bhalf a (?:century)\b", re.IGNORECASE), "50 years"),
    (re.compile(r"\bhalf a (?:decade)\b", re.IGNORECASE), "5 years"),
    (re.compile(r"\bhalf a (?:year)\b", re.IGNORECASE), "6 months"),
    (re.compile(rf"\bwithin an? ({_UNIT})\b", re.IGNORECASE), r"less than one \1"),
    (re.compile(rf"\bwithin (?=[\w.]+ (?:{_UNIT}))", re.IGNORECASE), "less than "),
    (re.compile(rf"\ban? ({_UNIT})\b", re.IGNORECASE), r"one \1"),
)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time at [start, end) of a text."""

    start: int
    end: int
    quantity: Quantity
    unit: str  # day, week, month, year, decade or century

    @property
    def text(self) -> str:
        """How reports write it."""
        return f"{self.quantity.text.strip()} {self.unit}s"


def spelt_out(text: str) -> str:
    """Write "a year", "a year and a half" and "within a year" with a number.

    >>> spelt_out("It left within a year of joining, a decade and a half ago.")
    'It left less than one year of joining, 1.5 decades ago.'
    """
    for pattern, number in _SPELT:
        text = pattern.sub(number, text)
    return text


def lengths(text: str) -> Iterator[Length]:
    """Yield the lengths of time in a text that `spelt_out` wrote."""
    for quantity in find_quantities(text):
        noun = quantity.nouns[0] if quantity.nouns else ""
        if noun in _PLURALS:
            end = text.lower().index(noun, quantity.end) + len(noun)
            yield Length(quantity.start, end, quantity, _PLURALS[noun])


def elapsed(first: date, last: date, unit: str) -> float:
    """Return the time between two days in units; negative where the first is later."""
    return (last - first).days / DAYS[unit]


def length_truth(claimed: Quantity, actual: float) -> Truth:
    """Compare whole units: "22 years" are 22 to 23, or what rounds to 22; what is near is left open."""
    if claimed.approximation is not Approximation.EXACT:
        return Truth.TRUE if agrees(claimed, actual) else Truth.FALSE
    if claimed.value in (math.floor(actual), round(actual)) or abs(actual - claimed.value) < claimed.step / 20:
        return Truth.TRUE
    return Truth.FALSE if abs(claimed.value - actual) >= max(1.0, claimed.step / 2) else Truth.OPEN
