"""What times told from the day of writing or from another time mean: "last night", "the year before"."""

import re
from datetime import date, timedelta

from verifier.date_meanings import WEEKDAYS, Context
from verifier.date_years import shift
from verifier.dates import SEASONS, Tense, day_span, month_span, year_span
from verifier.records import Granularity, TimeSpan

_SATURDAY = 5
_CENTURY = 100


def part_of_day(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "last night" and "this morning" to the day on which that night or morning began."""
    if context.anchor is None:
        return None
    days = -1 if match["which"].lower() == "last" else 0
    return day_span(context.anchor + timedelta(days=days))


def running(_match: re.Match[str], _context: Context) -> TimeSpan | None:
    """Leave "the past year" open: twelve months up to the day of writing are no year of the calendar."""
    return None


def two_days_off(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "the day before yesterday" and "the day after tomorrow"."""
    if context.anchor is None:
        return None
    return day_span(context.anchor + timedelta(days=-2 if match["side"].lower() == "before" else 2))


def which_weekday(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "last Tuesday" to the latest one before the anchor, "next Tuesday" to the one after it.

    "Next Saturday" within the anchor's own week is left open: it may be this one or that of the next week. "The
    following Tuesday" is counted from a day that the text named.
    """
    index, which = WEEKDAYS.index(match["weekday"].lower()), match["which"].lower().split()[-1]
    told = context.mentioned
    if "the " in match["which"].lower() or which == "following":
        known = told is not None and told.granularity is Granularity.DAY
        return day_span(_after(told.first, index)) if told is not None and known else None
    if context.anchor is None:
        return None
    if which == "this":
        ahead = context.tense is Tense.FUTURE
        return day_span(_after(context.anchor, index) if ahead else _before(context.anchor, index))
    if which == "next":
        day = _after(context.anchor, index)
        return day_span(day) if day.weekday() <= context.anchor.weekday() else None
    return day_span(_after(context.anchor, index) if which == "coming" else _before(context.anchor, index))


def _after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def _before(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def weekend(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "last weekend", "this weekend" or "next weekend" to its two days; "this" goes by the tense."""
    if context.anchor is None:
        return None
    anchor, which = context.anchor, shift(match["which"])
    saturday = anchor + timedelta(days=_SATURDAY - anchor.weekday())  # of the anchor's week, Monday to Sunday
    if which == -1 or (which == 0 and context.tense is Tense.PAST and anchor.weekday() < _SATURDAY):
        saturday -= timedelta(weeks=1)
    elif which == 1:
        saturday += timedelta(weeks=1)
    return TimeSpan(first=saturday, last=saturday + timedelta(days=1), granularity=Granularity.OPEN)


def near_season(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "this summer", and "last" and "next" ones where the anchor is so far off that one alone fits."""
    if context.anchor is None or match["season"].lower() == "winter":
        return None
    month = SEASONS[match["season"].lower()]
    which, year = shift(match["which"]), context.anchor.year
    if (which == -1 and context.anchor.month >= month) or (which == 1 and context.anchor.month < month + 3):
        return None
    return TimeSpan(
        first=date(year + which, month, 1),
        last=month_span(year + which, month + 2).last,
        granularity=Granularity.SEASON,
    )


def near_quarter(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "the second quarter of last year"."""
    if context.anchor is None:
        return None
    year = context.anchor.year + shift(match["whose"])
    month = 3 * ["first", "second", "third", "fourth"].index(match["nth"].lower()) + 1
    last = month_span(year, month + 2).last
    return TimeSpan(first=date(year, month, 1), last=last, granularity=Granularity.QUARTER)


def end_of_unit(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "by the end of the year": its last day is the term; told in the past it may be any year's."""
    if context.anchor is None or context.tense is Tense.PAST:
        return None
    anchor, unit = context.anchor, match["unit"].lower()
    if unit == "week":
        return day_span(anchor + timedelta(days=6 - anchor.weekday()))
    return day_span((year_span(anchor.year) if unit == "year" else month_span(anchor.year, anchor.month)).last)


def unit_before(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "the year before" from the year named before, else from now where the sentence tells of now."""
    told = context.mentioned
    if told is not None and told.granularity is not Granularity.OPEN and told.first.year == told.last.year:
        return year_span(told.first.year - 1)
    now = context.tense is Tense.PRESENT and context.anchor is not None and told is None
    return year_span(context.anchor.year - 1) if now and context.anchor else None


def day_before(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "the previous day" from a day that the text named."""
    told = context.mentioned
    known = told is not None and told.granularity is Granularity.DAY and told.first == told.last
    return day_span(told.first - timedelta(days=1)) if told is not None and known else None


def short_year(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "'08" to the latest such year that is not after the anchor's."""
    if context.anchor is None:
        return None
    short = int(match["short"])
    century = context.anchor.year // _CENTURY * _CENTURY
    return year_span(century + short - _CENTURY * (century + short > context.anchor.year))


def september_11(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "9/11", which English texts call one day only."""
    return day_span(date(2001, 9, 11))
