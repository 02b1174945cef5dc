"""What the rows say on a frame: one function for each nature of relation.

Each returns the truth of the affirmative statement; `exact.py` applies the claim's polarity.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from verifier.dates import TimeRelation, claimed_interval, write_time
from verifier.facts import Nature, Relation, Row
from verifier.records import Granularity, TimeSpan
from verifier.verdict.frames import Frame, Tense
from verifier.verdict.lexicon import Polarity
from verifier.verdict.spans import begin_span, event_of, interval_of, time_of


class Truth(StrEnum):
    """Whether the affirmative statement holds, as far as the rows tell."""

    TRUE = "true"
    FALSE = "false"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Case:
    """A frame with the rows that match it, and the day for which it is judged."""

    frame: Frame
    rows: Sequence[Row]  # hold all entities of the frame
    subject_rows: Sequence[Row]  # hold the first slot's entity
    entries: int  # rows of the whole table
    as_of: date

    @property
    def relation(self) -> Relation:
        """Return the relation that the frame is about."""
        return self.frame.relation


@dataclass(frozen=True, slots=True)
class Answer:
    """The truth, the rows that it rests on, and why."""

    truth: Truth
    rows: tuple[Row, ...]
    steps: tuple[str, ...]


def answer(case: Case) -> Answer:
    """Answer by the nature of the relation."""
    return _BY_NATURE[case.relation.nature](case)


def _functional(case: Case) -> Answer:
    rows = [row for row in case.rows if _in_force(row, case)]
    if not rows:
        return _absent(case)
    return _dated(case, rows, miss=Truth.FALSE)


def _repeatable(case: Case) -> Answer:
    if not case.rows:
        return _absent(case)
    return _dated(case, case.rows, miss=Truth.FALSE if case.relation.complete else Truth.OPEN)


def _dated(case: Case, rows: Sequence[Row], miss: Truth) -> Answer:
    """Compare the rows' dates with the claimed time; `miss` is what no match means."""
    happened = [row for row in rows if event_of(row, case.relation).first <= case.as_of]
    if not happened:
        steps = tuple(f"{_when(row, case)}: later than {case.as_of}" for row in rows)
        return Answer(Truth.FALSE if case.relation.complete else Truth.OPEN, tuple(rows), steps)
    if case.frame.time is None:
        return _by_flag(case, happened, tuple(_when(row, case) for row in happened))
    claimed = claimed_interval(case.frame.time)
    inside = [row for row in happened if _fits(claimed, row, case.relation)]
    if inside:
        steps = (
            *(_when(row, case) for row in inside),
            f"claimed: {case.frame.time.text.strip()}, which agrees",
        )
        return _by_flag(case, inside, steps)
    vague = [row for row in happened if claimed.overlaps(event_of(row, case.relation))]
    steps = (*(_when(row, case) for row in happened), f"claimed: {case.frame.time.text.strip()}")
    if vague:
        return Answer(Truth.OPEN, tuple(vague), (*steps, "the record is less precise than the claim"))
    closing = "another date" if miss is Truth.FALSE else "the list is not declared complete"
    return Answer(miss, tuple(happened), (*steps, closing))


def _by_flag(case: Case, rows: Sequence[Row], steps: tuple[str, ...]) -> Answer:
    """Turn the truth where the row states the opposite."""
    holds = case.relation.holds
    denied = [row for row in rows if holds and row.cells[holds].flag is False]
    if denied and len(denied) < len(rows):
        return Answer(Truth.OPEN, tuple(rows), (*steps, "the rows disagree"))
    return Answer(Truth.FALSE if denied else Truth.TRUE, tuple(rows), steps)


def _state(case: Case) -> Answer:
    if not case.rows:
        absent = _absent(case)
        no_end = case.frame.polarity is Polarity.NO_LONGER  # what never held cannot have ended
        return Answer(Truth.OPEN, (), absent.steps) if no_end else absent
    time, never = case.frame.time, case.frame.polarity is Polarity.NEVER
    if case.frame.polarity is Polarity.NO_LONGER:
        return _ended(case)
    if time is not None and time.span is not None and time.relation is TimeRelation.SINCE:
        if case.frame.polarity is not Polarity.AFFIRMED:
            return _not_since(case, time.span)
        held = [row for row in case.rows if time.span.overlaps(begin_span(row, case.relation)) and _now(row, case)]
        return _held(case, held, f"claimed to begin {write_time(time.span)} and to hold on {case.as_of}")
    if time is not None and time.span is not None and time.relation is TimeRelation.UNTIL:
        return _until(case, time.span)
    if time is not None and time.ends is not None:
        return _ranged(case, time.relation, *time.ends)
    ever = never or (time is None and case.frame.tense is Tense.PAST)
    asked = _asked(case, ever)
    held = [row for row in case.rows if interval_of(row, case.relation).overlaps(asked)]
    return _held(case, held, "at any time" if ever else f"asked for {write_time(asked)}")


def _not_since(case: Case, span: TimeSpan) -> Answer:
    """Answer "has not been a member since 2017": it ended then and has not held after; FALSE means just that."""
    steps = tuple(_span_text(row, case.relation) for row in case.rows)
    after = TimeSpan(
        first=min(span.last + timedelta(days=1), case.as_of), last=case.as_of, granularity=Granularity.OPEN
    )
    if any(interval_of(row, case.relation).overlaps(after) for row in case.rows):
        return Answer(Truth.TRUE, tuple(case.rows), (*steps, f"held after {write_time(span)}"))
    ends = [time_of(row, case.relation.ends) for row in case.rows]
    ended = any(end is not None and span.overlaps(end) for end in ends)
    return Answer(
        Truth.FALSE if ended else Truth.OPEN, tuple(case.rows), (*steps, f"claimed over since {write_time(span)}")
    )


def _ranged(case: Case, relation: TimeRelation, first: TimeSpan, last: TimeSpan) -> Answer:
    """Answer "was a member from 2004 to 2017": it began and ended then; one that lasted longer was a member between.

    Without an end in the record, "from ... to" is false where the later time is past.
    """
    steps = tuple(_span_text(row, case.relation) for row in case.rows)
    steps = (*steps, f"claimed from {write_time(first)} to {write_time(last)}")
    if case.frame.polarity is not Polarity.AFFIRMED or last.first > case.as_of:
        return Answer(Truth.OPEN, (), (*steps, "not over yet, or denied"))
    whole = TimeSpan(first=first.last, last=last.first, granularity=Granularity.OPEN)
    for row in case.rows:
        interval, end = interval_of(row, case.relation), time_of(row, case.relation.ends)
        if first.overlaps(begin_span(row, case.relation)) and end is not None and last.overlaps(end):
            return Answer(Truth.TRUE, (row,), steps)
        if interval.contains(whole) and relation is TimeRelation.BETWEEN:
            return Answer(Truth.OPEN, (row,), (*steps, "it lasted longer than that"))
    renewed = len(case.rows) > 1 and any(interval_of(row, case.relation).overlaps(whole) for row in case.rows)
    return Answer(Truth.OPEN if renewed else Truth.FALSE, tuple(case.rows), steps)


def _until(case: Case, span: TimeSpan) -> Answer:
    """Answer "was a member until 2017": it held, and ended then; what "not until" says is left open."""
    if case.frame.polarity is not Polarity.AFFIRMED:
        return Answer(Truth.OPEN, (), ("'not until' can be read in two ways",))
    ends = [(row, time_of(row, case.relation.ends)) for row in case.rows]
    held = [row for row, end in ends if end is not None and end.first <= case.as_of and span.overlaps(end)]
    return _held(case, held, f"claimed to end {write_time(span)}")


def _now(row: Row, case: Case) -> bool:
    interval = interval_of(row, case.relation)
    return interval.first <= case.as_of <= interval.last


def _asked(case: Case, ever: bool) -> TimeSpan:
    if ever:
        return TimeSpan(first=date.min, last=case.as_of, granularity=Granularity.OPEN)
    if case.frame.time is not None:
        return claimed_interval(case.frame.time)
    return TimeSpan(first=case.as_of, last=case.as_of, granularity=Granularity.DAY)


def _held(case: Case, held: Sequence[Row], asked: str) -> Answer:
    """Answer by the rows that hold when asked; each row states its own interval, so outside of all it does not."""
    rows = tuple(held or case.rows)
    steps = (*(_span_text(row, case.relation) for row in rows), asked)
    return Answer(Truth.TRUE if held else Truth.FALSE, rows, steps)


def _ended(case: Case) -> Answer:
    """Answer whether the state still holds; denied by "no longer", so FALSE means that it ended."""
    time = case.frame.time
    asked = claimed_interval(time).last if time and time.relation is not TimeRelation.SINCE else case.as_of
    asked = min(asked, case.as_of)
    steps = tuple(_span_text(row, case.relation) for row in case.rows)
    if not any(interval_of(row, case.relation).first <= asked for row in case.rows):
        return Answer(Truth.OPEN, tuple(case.rows), (*steps, f"not begun on {asked}, so it cannot have ended"))
    over = all(interval_of(row, case.relation).last < asked for row in case.rows)
    if over and time and time.span and time.relation is TimeRelation.SINCE:
        ends = [time_of(row, case.relation.ends) for row in case.rows]
        over = any(end is not None and time.span.overlaps(end) for end in ends)
    return Answer(Truth.FALSE if over else Truth.TRUE, tuple(case.rows), (*steps, f"asked for {asked}"))


def _attribute(case: Case) -> Answer:
    if case.frame.time is not None:
        return Answer(Truth.OPEN, (), ("the corpus gives no time for this",))
    if case.rows:
        return _by_flag(case, case.rows, ("stated by the table",))
    if case.subject_rows and case.relation.complete:
        return Answer(Truth.FALSE, tuple(case.subject_rows), ("the table states another value",))
    return _absent(case)


def _absent(case: Case) -> Answer:
    searched = f"searched {case.entries} entries of {case.relation.table}: no such entry"
    if case.relation.complete:
        return Answer(Truth.FALSE, (), (searched, "the list is declared complete"))
    return Answer(Truth.OPEN, (), (searched, "the list is not declared complete"))


def _in_force(row: Row, case: Case) -> bool:
    """Say whether a row with a validity interval of its own is valid on the as-of date."""
    if case.relation.begins is None:
        return True
    interval = interval_of(row, case.relation)
    return interval.first <= case.as_of <= interval.last


def _fits(claimed: TimeSpan, row: Row, relation: Relation) -> bool:
    """Say whether an event lies in the claimed time, or, lasting over days, reaches into it."""
    event, second = event_of(row, relation), time_of(row, relation.or_at)
    lasted_days = event.granularity is Granularity.DAY and event.last > event.first
    if claimed.contains(event) or (second is not None and claimed.contains(second)):
        return True
    return lasted_days and claimed.overlaps(event)


def _when(row: Row, case: Case) -> str:
    relation = case.relation
    what = f"{relation.name}, {relation.at}" if relation.derived else relation.name  # the begin or the end of a state
    return f"{row.key}: {what} on {write_time(event_of(row, relation))}"


def _span_text(row: Row, relation: Relation) -> str:
    end = time_of(row, relation.ends)
    until = f" until {write_time(end)}" if end else ""
    return f"{row.key}: {relation.name} from {write_time(begin_span(row, relation))}{until}"


_BY_NATURE: Mapping[Nature, Callable[[Case], Answer]] = {
    Nature.FUNCTIONAL: _functional,
    Nature.REPEATABLE: _repeatable,
    Nature.STATE: _state,
    Nature.ATTRIBUTE: _attribute,
}
