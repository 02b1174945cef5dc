"""How long a state has lasted: "has been a member for 22 years", "was a member for more than a decade"."""

from dataclasses import dataclass
from datetime import date

from verifier.verdict.cases import Answer, Case, Truth
from verifier.verdict.frames import Tense
from verifier.verdict.lengths import Length, elapsed, length_truth, lengths, spelt_out
from verifier.verdict.spans import begin_of, end_of

_LEADS = ("for the past", "for the last", "for a total of", "for exactly", "for just", "for only", "for")


@dataclass(frozen=True, slots=True)
class Lasting:
    """A claim without its duration, and the duration."""

    text: str
    length: Length


def lasting(text: str) -> Lasting | None:
    """Take the duration out of a claim; None when it has none.

    >>> found = lasting("Mongolia has been a member of the ICC for more than two decades.")
    >>> found.text, found.length.quantity.value, found.length.unit
    ('Mongolia has been a member of the ICC.', 2.0, 'decade')
    """
    text = spelt_out(text)
    for length in lengths(text):
        before = text[: length.start].rstrip()
        lead = next((lead for lead in _LEADS if before.lower().endswith(" " + lead)), None)
        if lead is not None:
            rest = f"{before[: len(before) - len(lead)].rstrip()} {text[length.end :].lstrip()}"
            return Lasting(rest.replace(" .", ".").strip(" ,"), length)
    return None


def lasted(case: Case, claimed: Lasting) -> Answer:
    """Answer whether the state lasted as long: until the as-of day where it holds still, else from begin to end."""
    ended, length = case.frame.tense is Tense.PAST, claimed.length
    for row in case.rows:
        begin, end = begin_of(row, case.relation), end_of(row, case.relation)
        last = _last(end, case.as_of, ended)
        if begin is not None and last is not None and begin <= last:
            actual = elapsed(begin, last, length.unit)
            step = f"{row.key}: from {begin} to {last}, {actual:.1f} {length.unit}s"
            return Answer(length_truth(length.quantity, actual), (row,), (step, f"claimed: {length.text}"))
    held = Truth.FALSE if case.relation.complete and not ended else Truth.OPEN
    return Answer(held, tuple(case.rows), (f"does not hold on {case.as_of}",))


def _last(end: date | None, as_of: date, ended: bool) -> date | None:
    """Return the day up to which it lasted; None where it has ended and should not, or the other way round."""
    over = end is not None and end <= as_of
    return (end if over else None) if ended else (None if over else as_of)
