"""Which year the words around a month tell: "May of last year", "3 May to 5 June 2023"."""

import re
from datetime import date

from verifier.dates import MONTH_NAMES

_SHIFTS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_RANGE = re.compile(
    rf"\s*(?:to|and|until|till|through|-|–)\s*(?:\d{{1,2}}\s+)?(?P<month>{'|'.join(MONTH_NAMES)})"
    r"(?:\s+\d{1,2})?,?\s+(?P<year>1\d{3}|20\d\d)(?!\d)",
    re.IGNORECASE,
)


def shift(which: str) -> int:
    """Return how many units from now "last", "this" or "next" is.

    >>> shift("the past"), shift("Next")
    (-1, 1)
    """
    return _SHIFTS[which.lower().split()[-1]]


def year_told(match: re.Match[str], month: int, anchor: date | None) -> int | None:
    """Return the year that the words around a month tell: "May of last year", "3 May to 5 June 2023"."""
    which = match.groupdict().get("whose")
    if which:
        return anchor.year + shift(which) if anchor else None
    other = _RANGE.match(match.string, match.end())
    if other is None:
        return None
    last = MONTH_NAMES[other["month"].lower()]
    return int(other["year"]) - (month > last)
