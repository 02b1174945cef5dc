"""What rows say of a state: whether it holds on a day, held from one day to another, or is over."""

from collections.abc import Sequence
from datetime import date, timedelta

from verifier.dates import TimeRelation, claimed_interval, write_time
from verifier.facts import Relation, Row
from verifier.records import Granularity, TimeSpan
from verifier.verdict.cases import Answer, Case, Truth, absent
from verifier.verdict.frames import Tense
from verifier.verdict.lexicon import Polarity
from verifier.verdict.spans import begin_span, interval_of, time_of


def state(case: Case) -> Answer:
    """Answer whether a state holds, held, or has ended."""
    if not case.rows:
        missing = absent(case)
        no_end = case.frame.polarity is Polarity.NO_LONGER  # what never held cannot have ended
        return Answer(Truth.OPEN, (), missing.steps) if no_end else missing
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


def _span_text(row: Row, relation: Relation) -> str:
    end = time_of(row, relation.ends)
    until = f" until {write_time(end)}" if end else ""
    return f"{row.key}: {relation.name} from {write_time(begin_span(row, relation))}{until}"
