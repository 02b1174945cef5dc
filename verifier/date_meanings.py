"""What each form of time expression means, resolved against an anchor date; None where the text leaves it open."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from verifier.date_hedges import hedged_ago
from verifier.date_years import shift, year_told
from verifier.dates import MONTH_NAMES, SEASONS, Tense, day_span, month_span, part_span, year_span
from verifier.records import Granularity, TimeSpan

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty".split()
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
NUMBERS = {word: n for n, word in enumerate(_TO_TWENTY)} | {"a": 1, "an": 1} | _TENS
NUMBERS |= {f"{ten}-{one}": _TENS[ten] + NUMBERS[one] for ten in _TENS for one in _TO_TWENTY[1:10]}


@dataclass(frozen=True, slots=True)
class Context:
    """What relative expressions are resolved against."""

    anchor: date | None
    tense: Tense
    mentioned: TimeSpan | None  # the last time that the text named before

    def month_near(self, month: int) -> int | None:
        """Return the year of a bare month: the latest past one in past tense, else the nearest."""
        if self.anchor is None:
            return None
        year, this = self.anchor.year, self.anchor.month
        if self.tense is Tense.FUTURE:
            return year if month >= this else year + 1
        if self.tense is Tense.PAST:
            return year if month <= this else year - 1
        return min((year - 1, year, year + 1), key=lambda y: (abs((y - year) * 12 + month - this), y))


Resolver = Callable[[re.Match[str], Context], TimeSpan | None]


def _month(match: re.Match[str]) -> int:
    return MONTH_NAMES[match["month"].lower().rstrip(".")]


def full(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "30 August 2024"."""
    return _safe(lambda: day_span(date(int(match["year"]), _month(match), int(match["day"]))))


def iso(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "2024-08-30"."""
    return _safe(lambda: day_span(date.fromisoformat(match.group())))


def month_year(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "August 2024"."""
    return month_span(int(match["year"]), _month(match))


def part_month(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "early August", with its year or near the anchor."""
    year = match.groupdict().get("year")
    resolved = int(year) if year else _year(match, context)
    return part_span(_part(match), resolved, _month(match)) if resolved else None


def _year(match: re.Match[str], context: Context) -> int | None:
    """Return the year of a month that has none of its own: the one told around it, else the nearest that fits."""
    return year_told(match, _month(match), context.anchor) or context.month_near(_month(match))


def _part(match: re.Match[str]) -> str:
    word = match["part"].lower()
    return "mid" if word.startswith("mid") else "early" if word.startswith(("early", "beg")) else "late"


def part_year(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "late 2024" to four months."""
    year, part = int(match["year"]), _part(match)
    low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
    last = month_span(year, high).last
    return TimeSpan(first=date(year, low, 1), last=last, granularity=Granularity.SEASON)


def month_day(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "30 August": the nearest one, on the side that the tense tells."""
    if context.anchor is None:
        return None
    near = _year(match, context)
    told = year_told(match, _month(match), context.anchor) is not None or context.tense is not Tense.UNKNOWN
    years = [near] if told and near else [context.anchor.year + d for d in (-1, 0, 1)]
    month, number = _month(match), int(match["day"])
    days = [_safe(partial(_day, year, month, number)) for year in years]
    found = [day for day in days if day]
    anchor = context.anchor
    return min(found, key=lambda day: (abs((day.first - anchor).days), day.first), default=None)


def _day(year: int, month: int, day: int) -> TimeSpan:
    return day_span(date(year, month, day))


def same_year(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "September of the same year" by the year named before."""
    return month_span(context.mentioned.first.year, _month(match)) if context.mentioned else None


def that_year(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "that year" by the year named before."""
    return year_span(context.mentioned.first.year) if context.mentioned else None


def bare_month(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "in August" near the anchor."""
    year = _year(match, context)
    return month_span(year, _month(match)) if year else None


def bare_day(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "the 3rd": the nearest such day on the side that the tense tells."""
    if context.anchor is None:
        return None
    anchor, day = context.anchor, int(match["day"])
    months = [((anchor.month - 1 + d) % 12 + 1, anchor.year + (anchor.month - 1 + d) // 12) for d in (-1, 0, 1)]
    days = [span.first for m, y in months if (span := _safe(partial(_day, y, m, day)))]
    if context.tense is Tense.FUTURE:
        days = [d for d in days if d >= anchor]
    if context.tense is Tense.PAST:
        days = [d for d in days if d <= anchor]
    return day_span(min(days, key=lambda d: abs((d - anchor).days))) if days else None


def weekday(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "Thursday": the last one, in future tense the next."""
    if context.anchor is None:
        return None
    index = WEEKDAYS.index(match["weekday"].lower())
    back = (context.anchor.weekday() - index) % 7
    if context.tense is Tense.FUTURE:
        return day_span(context.anchor + timedelta(days=-back % 7))
    return day_span(context.anchor - timedelta(days=back))


def near_day(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "yesterday", "today", "tomorrow"."""
    if context.anchor is None:
        return None
    days = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[match["near"].lower()]
    return day_span(context.anchor + timedelta(days=days))


def near_unit(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "last year", "this month", "next week"."""
    if context.anchor is None:
        return None
    which = match["which"].lower().split()[-1]
    if which == "previous":  # to what was told, not to the day of writing
        told = context.mentioned
        return year_span(told.first.year - 1) if told and match["unit"].lower() == "year" else None
    return _unit_span(match["unit"].lower(), context.anchor, shift(which))


def earlier_or_later_in(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "earlier this year" and "later this month" to the whole year or month."""
    return _unit_span(match["unit"].lower(), context.anchor, 0) if context.anchor else None


def _unit_span(unit: str, anchor: date, shift: int) -> TimeSpan | None:
    if unit == "year":
        return _safe(lambda: year_span(anchor.year + shift))
    if unit == "month":
        index = anchor.year * 12 + anchor.month - 1 + shift
        return month_span(index // 12, index % 12 + 1)
    if unit == "week":
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=shift)
        return TimeSpan(first=monday, last=monday + timedelta(days=6), granularity=Granularity.OPEN)
    return None


def last_month_name(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "last May": the latest May before the anchor's month."""
    if context.anchor is None:
        return None
    year = context.anchor.year - (_month(match) >= context.anchor.month)
    return month_span(year, _month(match))


_ROUND = 200  # years, from which a count in fifties is a rounded one


def ago(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "three years ago" to the unit's own precision, and hedges to all the days that they allow."""
    number = match["number"].lower().replace(",", "")
    count = int(number) if number.isdigit() else NUMBERS[number]
    unit = match["unit"].lower()
    count, unit = (10 * count, "year") if unit == "decade" else (count, unit)
    if context.anchor is None or count > 1500 or (unit == "year" and count >= _ROUND and count % 50 == 0):
        return None  # "600 years ago" names no year
    exact = (
        day_span(context.anchor - timedelta(days=count)) if unit == "day" else _unit_span(unit, context.anchor, -count)
    )
    hedge = (match["hedge"] or "").lower()
    return exact if exact is None or not hedge else hedged_ago(hedge, count, unit, context.anchor, exact)


def decade(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "the 1990s"."""
    year = int(match["decade"])
    last = date(year + 9, 12, 31)
    return TimeSpan(first=date(year, 1, 1), last=last, granularity=Granularity.DECADE)


def quarter(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "Q3 2024" and "third quarter of 2024"."""
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get((match["nth"] or "").lower()) or int(
        match["q"] or 0
    )
    year, month = int(match["year"]), 3 * number - 2
    last = month_span(year, month + 2).last
    return TimeSpan(first=date(year, month, 1), last=last, granularity=Granularity.QUARTER)


def season(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "summer 2024"; a winter reaches into the next year."""
    year, season = int(match["year"]), match["season"].lower()
    month = SEASONS[season]
    end = (year, month + 2) if month < 12 else (year + 1, 2)
    return TimeSpan(first=date(year, month, 1), last=month_span(*end).last, granularity=Granularity.SEASON)


def year(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "2024"."""
    return year_span(int(match["year"]))


def unresolved(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Return None for a form that two readings fit, such as "3/4/2024"."""
    return None


def _safe(make: Callable[[], TimeSpan]) -> TimeSpan | None:
    try:
        return make()
    except (ValueError, OverflowError):
        return None
