"""The times that a row gives a relation: of an event, of the beginning and end of a state."""

from datetime import date, timedelta

from verifier.facts import Relation, Row
from verifier.records import Granularity, TimeSpan


def time_of(row: Row, column: str | None) -> TimeSpan | None:
    """Return the time in a date column, None where the row gives none."""
    cell = row.cells.get(column) if column else None
    return cell.time if cell else None


def event_of(row: Row, relation: Relation) -> TimeSpan:
    """Return the days of an event; raises ValueError when the row has no date."""
    start = time_of(row, relation.at)
    end = time_of(row, relation.until) if relation.until else None
    if start is None:
        raise ValueError(f"relation {relation.id} has no date in line {row.line}")
    return start if end is None else start.model_copy(update={"last": end.last})


def begin_span(row: Row, relation: Relation) -> TimeSpan:
    """Return when a state begins, as precisely as the row says it; an open past where it does not."""
    begin = time_of(row, relation.begins)
    return begin or TimeSpan(first=date.min, last=date.min, granularity=Granularity.OPEN)


def begin_of(row: Row, relation: Relation) -> date | None:
    """Return the first day on which a state holds, None where the row does not say."""
    begin = time_of(row, relation.begins)
    return begin.first if begin else None


def end_of(row: Row, relation: Relation) -> date | None:
    """Return the first day on which a state no longer holds, None while it does."""
    end = time_of(row, relation.ends)
    return end.first if end else None


def interval_of(row: Row, relation: Relation) -> TimeSpan:
    """Return the days on which a state holds."""
    end = time_of(row, relation.ends) if relation.ends else None
    last = date.max if end is None else end.first - timedelta(days=1)
    first = min(begin_span(row, relation).first, last)
    return TimeSpan(first=first, last=last, granularity=Granularity.OPEN)
