"""Anniversaries: "the 20th anniversary of its accession", "2022 marked 20 years since it joined the court"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from verifier.dates import TimeMention, find_times, write_time
from verifier.facts import Relation
from verifier.quantities import find_quantities
from verifier.records import TimeSpan
from verifier.verdict.cases import Truth
from verifier.verdict.counting import Counted
from verifier.verdict.intervals import Intervals
from verifier.verdict.mentions import Linker
from verifier.verdict.parts import words_of
from verifier.verdict.sequence import events_of

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_WORDS = {word: n for n, word in enumerate(_ORDINALS.split(), 1)} | {
    "twenty-fifth": 25, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "seventy-fifth": 75, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_NTH = re.compile(
    r"\b(?:the|its|their|his|her)?\s*(?P<nth>[\w-]+)\s+anniversary\s+(?:of|since)\s+(?P<event>.+)$", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?P<count>[\w,-]+)\s+years\s+(?:since|(?P<role>as))\s+(?P<event>.+)$", re.IGNORECASE)
_BARE_YEAR = re.compile(r"^(?:The year )?(\d{4}) (?=(?:marks|marked|is|was) )")
_MARKS = re.compile(
    r"^(?P<who>.*?)\s*\b(?P<verb>marks|marked|is|was|celebrates|celebrated|commemorates|commemorated|observed)$",
    re.IGNORECASE,
)
_FELL = re.compile(r"\s+(?:was|is|falls|fell|comes|came|will be|will fall)$", re.IGNORECASE)
_OWN = re.compile(r"^(?:its|their|his|her)\b", re.IGNORECASE)
_FESTIVE = frozenset({"celebrates", "celebrated", "commemorates", "commemorated", "observed"})


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A claimed anniversary: how many years after which event, when, and whether somebody is said to have kept it."""

    years: int
    events: tuple[str, ...]  # texts that may state the event, the likeliest first
    time: TimeMention
    kept: bool


class Anniversaries:
    """Adds the years to the day that a row gives, and compares the day with the claimed one."""

    def __init__(self, intervals: Intervals, linker: Linker) -> None:
        self._intervals, self._linker = intervals, linker

    def answer(self, text: str, as_of: date) -> tuple[Relation, Counted] | None:
        """Return the relation of the event and whether its anniversary falls at the time; None where none is read.

        The tables say when an anniversary is, not who keeps it: "celebrated" can be wrong, and is never shown.
        """
        claimed = anniversary_of(text, as_of, self._linker)
        events = self._intervals.events(claimed.events, as_of) if claimed else []
        if claimed is None or claimed.time.span is None or not events:
            return None
        days = [(event, _later(event.span, claimed.years)) for event in events]
        truths = [(event, day, _truth(day, claimed.time.span)) for event, day in days]
        found = next((t for t in truths if t[2] is not Truth.FALSE), truths[0])
        event, day, truth = found
        steps = [
            event.told,
            f"{claimed.years} years later: {write_time(day)}",
            f"claimed: {claimed.time.text.strip()}",
        ]
        if claimed.kept and truth is Truth.TRUE:
            truth = Truth.OPEN
            steps.append("the table says when the anniversary was, not who kept it")
        return event.relation, Counted(truth, tuple(steps), self._intervals.passages([event]))


def anniversary_of(text: str, anchor: date, linker: Linker) -> Anniversary | None:
    """Return what a claim says of an anniversary, None where it says nothing of one or leaves its time out.

    >>> linker = Linker([])
    >>> found = anniversary_of("The tenth anniversary of the bridge's opening was in 1990.", date(2000, 1, 1), linker)
    >>> found.years, found.events[0], found.time.text, found.kept
    (10, "the bridge's opening took place", 'in 1990', False)
    """
    text = _BARE_YEAR.sub(r"In \1 ", text)
    times = find_times(text, anchor)
    if len(times) != 1:
        return None
    time = times[0]
    plain = _without(text, time)
    match = _NTH.search(plain)
    years = _years(match["nth"]) if match else None
    if match is None and (match := _SINCE.search(plain)):
        counted = find_quantities(match["count"])
        years = int(counted[0].value) if len(counted) == 1 and counted[0].value.is_integer() else None
    if match is None or years is None:
        return None
    before, event = plain[: match.start()].strip(" ,"), match["event"]
    verb = _MARKS.match(before)
    if verb is None and (before or not _FELL.search(event)):
        return None
    who = verb["who"].strip(" ,") if verb else ""
    events = tuple(dict.fromkeys(_events(who, _FELL.sub("", event), linker)))
    if match.groupdict().get("role"):
        events = (f"{who} is {event}",) if who else ()  # a state, which began on that day
    kept = verb is not None and verb["verb"].lower() in _FESTIVE
    return Anniversary(years, events, time, kept)


def _events(who: str, event: str, linker: Linker) -> Iterator[str]:
    """Yield the event as a sentence: of the one who marks it, by itself, or as a noun that took place."""
    right = words_of(event, linker)
    if who and (left := words_of(who, linker)).atoms:
        yield from events_of(left, right)
    if not _OWN.match(event):
        yield f"{event} took place"
        yield event


def _without(text: str, time: TimeMention) -> str:
    """Return a text without its time and final stop."""
    return re.sub(r"\s{2,}", " ", f"{text[: time.start]} {text[time.end :]}").strip(" ,.")


def _years(word: str) -> int | None:
    number = re.match(r"(\d+)(?:st|nd|rd|th)$", word.lower())
    return int(number[1]) if number else _WORDS.get(word.lower())


def _later(span: TimeSpan, years: int) -> TimeSpan:
    """Return a span so many years later; 29 February becomes 28 February."""
    return span.model_copy(update={"first": _shift(span.first, years), "last": _shift(span.last, years)})


def _shift(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return (day - timedelta(days=1)).replace(year=day.year + years)


def _truth(day: TimeSpan, claimed: TimeSpan) -> Truth:
    if claimed.contains(day):
        return Truth.TRUE
    return Truth.OPEN if claimed.overlaps(day) else Truth.FALSE
