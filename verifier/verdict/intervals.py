"""Answers claims about two events: which came first, how long after the other, whether in the same year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from verifier.agreement import agrees
from verifier.dates import write_time
from verifier.facts import Nature, Relation, Row
from verifier.quantities import Approximation
from verifier.records import Passage, TimeSpan
from verifier.verdict.cases import Truth
from verifier.verdict.counting import Counted
from verifier.verdict.frames import Frame, FrameReader
from verifier.verdict.lengths import Length, elapsed, length_truth
from verifier.verdict.lexicon import Polarity
from verifier.verdict.mentions import Linker
from verifier.verdict.rows import RowIndex
from verifier.verdict.sequence import Order, Sequence, sequence_of
from verifier.verdict.spans import begin_span, event_of, time_of


@dataclass(frozen=True, slots=True)
class Event:
    """A day on which something happened, as one row gives it."""

    relation: Relation
    row: Row
    span: TimeSpan

    @property
    def told(self) -> str:
        """How a derivation states it."""
        name = self.relation.name
        what = f"{name}, {self.relation.at}" if self.relation.derived else name  # the begin or the end of a state
        return f"{self.row.key}: {what} on {write_time(self.span)}"


class Intervals:
    """Reads both events by frames and compares their days."""

    def __init__(self, reader: FrameReader, rows: RowIndex, linker: Linker) -> None:
        self._reader, self._rows, self._linker = reader, rows, linker

    def answer(self, text: str, as_of: date) -> tuple[Relation, Counted] | None:
        """Return the relation of the first event and whether the claim holds; None where one event is not read.

        An event that has two days (a deposit and its coming into force) is taken at either: the claim holds if any two
        agree with it, and is false if no two do.
        """
        found = sequence_of(text, self._linker)
        if found is None:
            return None
        first = self._frames(found.first, as_of)
        second = self._frames(found.second, as_of) if first else []
        if not first or not second:
            return None
        firsts, seconds = list(self._events(first, as_of)), list(self._events(second, as_of))
        if not firsts or not seconds:
            missing = (first if not firsts else second)[0].relation
            step = f"no day of {missing.id} up to {as_of}"
            return first[0].relation, Counted(Truth.OPEN, (step,))
        one, other, truth = _compared(firsts, seconds, found)
        steps = (one.told, other.told, f"claimed: {_said(found)}")
        return one.relation, Counted(truth, steps, self.passages([one, other]))

    def events(self, texts: tuple[str, ...], as_of: date) -> list[Event]:
        """Return what happened up to a day, by the first of the texts that is read."""
        return list(self._events(self._frames(texts, as_of), as_of))

    def passages(self, events: list[Event]) -> tuple[Passage, ...]:
        """Return the sentences that state events, each once."""
        found = (p for event in events for p in self._rows.passages(event.relation, [event.row]))
        return tuple({p.id: p for p in found}.values())

    def _frames(self, texts: tuple[str, ...], as_of: date) -> list[Frame]:
        """Return the readings of the first text that is read."""
        for text in texts:
            frames = self._reader.read(text, as_of)
            if frames and all(_is_event(frame) for frame in frames):
                return frames
        return []

    def _events(self, frames: list[Frame], as_of: date) -> Iterator[Event]:
        """Yield the days of frames that happened once; what happened several times has no day of its own."""
        for frame in frames:
            relation, rows = frame.relation, self._rows.matching(frame.relation, frame.slots)
            if len(rows) != 1:
                continue
            for span in _days(relation, rows[0]):
                if span.first <= as_of:
                    yield Event(relation, rows[0], span)


def _is_event(frame: Frame) -> bool:
    return frame.polarity is Polarity.AFFIRMED and frame.time is None and frame.quantity is None


def _days(relation: Relation, row: Row) -> Iterator[TimeSpan]:
    if relation.nature is Nature.STATE:
        yield begin_span(row, relation)
    elif relation.at is not None:
        yield event_of(row, relation)
        if (second := time_of(row, relation.or_at)) is not None:
            yield second


def _compared(firsts: list[Event], seconds: list[Event], claimed: Sequence) -> tuple[Event, Event, Truth]:
    truths = [(one, other, _truth(one.span, other.span, claimed)) for one in firsts for other in seconds]
    held = next((t for t in truths if t[2] is Truth.TRUE), None)
    failed = all(truth is Truth.FALSE for *_, truth in truths)
    one, other, _ = held or truths[0]
    return one, other, Truth.TRUE if held else Truth.FALSE if failed else Truth.OPEN


def _truth(one: TimeSpan, other: TimeSpan, claimed: Sequence) -> Truth:
    match claimed.order:
        case Order.SAME_DAY | Order.SAME_MONTH | Order.SAME_YEAR:
            return _same(one, other, claimed.order)
        case Order.BEFORE:
            one, other = other, one
    if claimed.order is not Order.WITHIN and one.overlaps(other):
        return Truth.OPEN if one.first != one.last or other.first != other.last else Truth.FALSE
    if claimed.length is None:
        return Truth.TRUE if one.first > other.last else Truth.FALSE
    return _distance(one, other, claimed.length, claimed.order is Order.WITHIN)


def _same(one: TimeSpan, other: TimeSpan, order: Order) -> Truth:
    parts = {Order.SAME_YEAR: 1, Order.SAME_MONTH: 2, Order.SAME_DAY: 3}[order]
    keys = {tuple(day.timetuple()[:parts]) for day in (one.first, one.last, other.first, other.last)}
    if len(keys) == 1:
        return Truth.TRUE
    return Truth.OPEN if one.overlaps(other) else Truth.FALSE


def _distance(later: TimeSpan, earlier: TimeSpan, length: Length, either: bool) -> Truth:
    """Compare the time between two events with the claimed one; a difference of calendar years alone is left open."""
    least, most = (elapsed(a, b, length.unit) for a, b in ((earlier.last, later.first), (earlier.first, later.last)))
    if most < 0 and not either:
        return Truth.FALSE
    least, most = (abs(least), abs(most)) if either else (max(least, 0.0), most)
    truths = {length_truth(length.quantity, value) for value in (least, most)}
    if len(truths) > 1:
        return Truth.OPEN
    years = later.first.year - earlier.first.year
    counted = length.unit == "year" and length.quantity.approximation is Approximation.EXACT
    calendar = counted and agrees(length.quantity, years)
    truth = truths.pop()
    return Truth.OPEN if truth is Truth.FALSE and calendar else truth


def _said(claimed: Sequence) -> str:
    if claimed.length is None:
        return claimed.order.value
    return f"{claimed.length.text} {'apart' if claimed.order is Order.WITHIN else claimed.order.value}"
