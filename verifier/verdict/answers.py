"""What the rows say on a frame: one function for each nature of relation.

Each returns the truth of the affirmative statement; `exact.py` applies the claim's polarity.
"""

from collections.abc import Callable, Mapping, Sequence

from verifier.dates import TimeRelation, claimed_interval, write_time
from verifier.facts import Nature, Relation, Row
from verifier.records import Granularity, TimeSpan
from verifier.verdict.cases import Answer, Case, Truth, absent
from verifier.verdict.frames import Frame, Tense
from verifier.verdict.spans import event_of, interval_of, time_of
from verifier.verdict.states import state


def answer(case: Case) -> Answer:
    """Answer by the nature of the relation."""
    return _BY_NATURE[case.relation.nature](case)


def since_then(frame: Frame, found: Answer) -> Answer:
    """Return the answer on one subject of whom something is said "since" a time: what happened later is not since then.

    "Has been wanted since 2022" is wrong of a warrant of 2023; of many, "two joined since 2020" asks for any later day.
    """
    time, relation = frame.time, frame.relation
    if found.truth is not Truth.TRUE or relation.nature is not Nature.FUNCTIONAL or time is None or time.span is None:
        return found
    if time.relation is not TimeRelation.SINCE or any(time.span.overlaps(event_of(r, relation)) for r in found.rows):
        return found
    truth = Truth.OPEN if frame.tense is Tense.OPEN else Truth.FALSE
    return Answer(truth, found.rows, (*found.steps[:-1], f"claimed: {time.text.strip()}, but it happened later"))


def _functional(case: Case) -> Answer:
    rows = [row for row in case.rows if _in_force(row, case)]
    if not rows:
        return absent(case)
    return _dated(case, rows, miss=Truth.FALSE)


def _repeatable(case: Case) -> Answer:
    if not case.rows:
        return absent(case)
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


def _attribute(case: Case) -> Answer:
    if case.frame.time is not None:
        return Answer(Truth.OPEN, (), ("the corpus gives no time for this",))
    if case.rows:
        return _by_flag(case, case.rows, ("stated by the table",))
    if case.subject_rows and case.relation.complete:
        return Answer(Truth.FALSE, tuple(case.subject_rows), ("the table states another value",))
    return absent(case)


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


_BY_NATURE: Mapping[Nature, Callable[[Case], Answer]] = {
    Nature.FUNCTIONAL: _functional,
    Nature.REPEATABLE: _repeatable,
    Nature.STATE: state,
    Nature.ATTRIBUTE: _attribute,
}
