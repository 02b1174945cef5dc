"""Time values: partial dates as intervals of days with the precision that a text gave them."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from verifier.errors import DateError
from verifier.records import Granularity, TimeSpan

MONTHS = [calendar.month_name[m] for m in range(1, 13)]
MONTH_NAMES = {name.lower(): n for n, name in enumerate(MONTHS, 1)}
MONTH_NAMES |= {name[:3].lower(): n for n, name in enumerate(MONTHS, 1)} | {"sept": 9}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first months, of the north
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_WEEK = 6  # days from Monday to Sunday
_WEEKEND = 1  # days from Saturday to Sunday
_SEASON_DAYS = 95  # more than any three months
_HOURS = re.compile(r"\b(morning|afternoon|evening|night)$", re.IGNORECASE)
_OF_A_YEAR = re.compile(r"\s+(?:of\s+)?(?:last|this|next)\s+year$", re.IGNORECASE)
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


class TimeRelation(StrEnum):
    """How a preposition relates an event to the time it names."""

    AT = "at"  # in, on, during, or none
    SINCE = "since"
    BEFORE = "before"
    AFTER = "after"
    UNTIL = "until"
    AS_OF = "as_of"
    BY = "by"
    FROM_TO = "from_to"  # with two ends
    BETWEEN = "between"


class Tense(StrEnum):
    """Tense of the clause that a time stands in; it decides which May "in May" is."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression with its preposition at [start, end)."""

    start: int
    end: int
    text: str
    core_start: int  # where the expression itself begins, after the preposition
    relation: TimeRelation
    span: TimeSpan | None  # None when it cannot be resolved
    relative: bool  # true when it needed an anchor
    ends: tuple[TimeSpan, TimeSpan] | None = None  # of FROM_TO and BETWEEN; `span` reaches from one to the other


def parse_partial(text: str) -> TimeSpan:
    """Read '2024', '2024-05' or '2024-05-16'.

    >>> parse_partial("2024-02").last
    datetime.date(2024, 2, 29)

    Raises:
        DateError: the text has another form, or the day does not exist.
    """
    match = _ISO.match(text.strip())
    if match is None:
        raise DateError(f"'{text}' is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is not None and month and day:
            return day_span(date(year, month, day))
        return month_span(year or 0, month) if month else year_span(year or 0)
    except ValueError as error:
        raise DateError(f"'{text}' does not exist: {error}") from error


def day_span(day: date) -> TimeSpan:
    """Return the span of one day."""
    return TimeSpan(first=day, last=day, granularity=Granularity.DAY)


def month_span(year: int, month: int) -> TimeSpan:
    """Return the span of a month; raises ValueError when it does not exist."""
    last = calendar.monthrange(year, month)[1]
    return TimeSpan(first=date(year, month, 1), last=date(year, month, last), granularity=Granularity.MONTH)


def part_span(part: str, year: int, month: int) -> TimeSpan:
    """Return early (1-10), mid (11-20) or late (21-end) of a month."""
    low, high = _PARTS[part]
    high = min(high, calendar.monthrange(year, month)[1])
    return TimeSpan(first=date(year, month, low), last=date(year, month, high), granularity=Granularity.PART_OF_MONTH)


def year_span(year: int) -> TimeSpan:
    """Return the span of a year; raises ValueError when it does not exist."""
    return TimeSpan(first=date(year, 1, 1), last=date(year, 12, 31), granularity=Granularity.YEAR)


def write_time(span: TimeSpan) -> str:
    """Write a span in words, as precise as it is.

    >>> write_time(part_span("mid", 2024, 8)), write_time(day_span(date(2000, 12, 29)))
    ('mid-August 2024', '29 December 2000')
    """
    first, last = span.first, span.last
    month = f"{MONTHS[first.month - 1]} {first.year}"
    match span.granularity:
        case Granularity.DAY if first == last:
            return f"{first.day} {month}"
        case Granularity.MONTH:
            return month
        case Granularity.PART_OF_MONTH:
            part = next(name for name, (low, _) in _PARTS.items() if low == first.day)
            return f"{part}-{month}" if part == "mid" else f"{part} {month}"
        case Granularity.YEAR:
            return str(first.year)
        case Granularity.DECADE:
            return f"the {first.year}s"
        case Granularity.QUARTER:
            return f"the {('first', 'second', 'third', 'fourth')[first.month // 3]} quarter of {first.year}"
        case Granularity.SEASON if season := _season(span):
            return f"the {season} of {first.year}"
    if first == date.min:
        return f"any time up to {write_time(day_span(last))}"
    if last == date.max:
        return f"{write_time(day_span(first))} or later"
    if (last - first).days == _WEEKEND and first.isoweekday() == _WEEK:
        return f"the weekend of {write_time(day_span(first))}"
    if (last - first).days == _WEEK:
        return f"the week of {write_time(day_span(first))}"
    return f"{write_time(day_span(first))} to {write_time(day_span(last))}"


def _season(span: TimeSpan) -> str | None:
    """Return the name of three months that are a season; "late 2024" is none."""
    season = next((name for name, month in SEASONS.items() if month == span.first.month), None)
    return season if (span.last - span.first).days < _SEASON_DAYS else None


def claimed_interval(mention: TimeMention) -> TimeSpan:
    """Return the days in which an event lies that happened at, before, since ... the mentioned time.

    Raises:
        DateError: the mention was not resolved.
    """
    if mention.span is None:
        raise DateError(f"'{mention.text}' was not resolved to a date")
    first, last = mention.span.first, mention.span.last
    day = timedelta(days=1)
    match mention.relation:
        case TimeRelation.BEFORE:
            return TimeSpan(first=date.min, last=first - day, granularity=Granularity.OPEN)
        case TimeRelation.BY | TimeRelation.UNTIL:
            return TimeSpan(first=date.min, last=last, granularity=Granularity.OPEN)
        case TimeRelation.AFTER:
            return TimeSpan(first=last + day, last=date.max, granularity=Granularity.OPEN)
        case TimeRelation.SINCE:
            return TimeSpan(first=first, last=date.max, granularity=Granularity.OPEN)
    return mention.span


def find_times(
    text: str, anchor: date | None = None, tense: Tense = Tense.UNKNOWN, before: TimeSpan | None = None
) -> list[TimeMention]:
    """Return the time expressions of a text in order, not overlapping; relative ones need the anchor.

    "Two years later" is counted from the time named last, at first from `before`.

    >>> find_times("He came last year.", date(2024, 8, 30))[0].span.first.year
    2023
    """
    from verifier.date_phrases import scan

    return list(scan(text, anchor, tense, before))


def _loose(span: TimeSpan) -> bool:
    """Say whether a span has no name of its own, like that of "more than 20 years ago"."""
    return span.granularity is Granularity.OPEN and (span.last - span.first).days not in (_WEEK, _WEEKEND)


def absolute_text(mention: TimeMention) -> str:
    """Return how a mention reads when made absolute: "last year" -> "in 2023".

    Raises:
        DateError: the mention was not resolved.
    """
    if mention.span is None:
        raise DateError(f"'{mention.text}' was not resolved to a date")
    if not mention.relative or _loose(mention.span):
        return mention.text
    if mention.span.granularity is Granularity.PART_OF_MONTH:
        return f"{_OF_A_YEAR.sub('', mention.text)} {mention.span.first.year}"  # "before the end of March 2025"
    words = write_time(mention.span)
    hours = _HOURS.search(mention.text)
    words = f"the {hours[1].lower()} of {words}" if hours else words
    lead = mention.text[: mention.core_start - mention.start]
    if mention.relation is TimeRelation.AT and lead.split()[:1] not in (
        ["for"],
        ["of"],
        ["back"],
        ["dating"],
    ):
        on = mention.span.granularity is Granularity.DAY or words.startswith("the weekend")
        return f"{'on' if on else 'in'} {words}"
    return f"{lead.rstrip()} {words}"
