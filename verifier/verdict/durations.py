"""How long a state has lasted: "has been a member for 22 years", "was a member for more than a decade"."""

import math
from dataclasses import dataclass
from datetime import date

from verifier.agreement import agrees
from verifier.quantities import Approximation, Quantity, find_quantities
from verifier.verdict.answers import Answer, Case, Truth
from verifier.verdict.frames import Tense
from verifier.verdict.spans import begin_of, end_of

_DAYS = {"day": 1.0, "week": 7.0, "month": 365.2425 / 12, "year": 365.2425, "decade": 3652.425}
_LEADS = ("for the past", "for the last", "for a total of", "for")


@dataclass(frozen=True, slots=True)
class Lasting:
    """A claim without its duration, and the duration."""

    text: str
    quantity: Quantity
    unit: str  # day, week, month, year or decade


def lasting(text: str) -> Lasting | None:
    """Take the duration out of a claim; None when it has none.

    >>> found = lasting("Mongolia has been a member of the ICC for more than two decades.")
    >>> found.text, found.quantity.value, found.unit
    ('Mongolia has been a member of the ICC.', 2.0, 'decade')
    """
    for quantity in find_quantities(text):
        unit = quantity.nouns[0].rstrip("s") if quantity.nouns else ""
        before = text[: quantity.start].rstrip()
        lead = next((lead for lead in _LEADS if before.lower().endswith(lead)), None)
        if unit in _DAYS and lead is not None:
            end = text.lower().index(quantity.nouns[0], quantity.end) + len(quantity.nouns[0])
            rest = f"{before[: len(before) - len(lead)].rstrip()} {text[end:].lstrip()}"
            return Lasting(rest.replace(" .", ".").strip(" ,"), quantity, unit)
    return None


def lasted(case: Case, claimed: Lasting) -> Answer:
    """Answer whether the state lasted as long: until the as-of day where it holds still, else from begin to end."""
    ended = case.frame.tense is Tense.PAST
    for row in case.rows:
        begin, end = begin_of(row, case.relation), end_of(row, case.relation)
        last = _last(end, case.as_of, ended)
        if begin is not None and last is not None and begin <= last:
            elapsed = (last - begin).days / _DAYS[claimed.unit]
            step = f"{row.key}: from {begin} to {last}, {elapsed:.1f} {claimed.unit}s"
            said = f"claimed: {claimed.quantity.text.strip()} {claimed.unit}s"
            return Answer(_truth(claimed.quantity, elapsed), (row,), (step, said))
    held = Truth.FALSE if case.relation.complete and not ended else Truth.OPEN
    return Answer(held, tuple(case.rows), (f"does not hold on {case.as_of}",))


def _last(end: date | None, as_of: date, ended: bool) -> date | None:
    """Return the day up to which it lasted; None where it has ended and should not, or the other way round."""
    over = end is not None and end <= as_of
    return (end if over else None) if ended else (None if over else as_of)


def _truth(claimed: Quantity, elapsed: float) -> Truth:
    """Compare whole units: "22 years" are 22 to 23, or what rounds to 22; nearly a unit off is left open."""
    if claimed.approximation is not Approximation.EXACT:
        return Truth.TRUE if agrees(claimed, elapsed) else Truth.FALSE
    if claimed.value in (math.floor(elapsed), round(elapsed)):
        return Truth.TRUE
    return Truth.FALSE if abs(claimed.value - elapsed) >= 1 else Truth.OPEN
