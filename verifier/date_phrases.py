"""The grammar of English time expressions, resolved against an anchor date.

Left to a grammar of our own because general libraries return a day where the text gave a year, and read
"may" as a month; a phrase that two readings fit is left unresolved.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from verifier.dates import (
    MONTHS,
    Tense,
    TimeMention,
    TimeRelation,
    day_span,
    month_span,
    part_span,
    year_span,
)
from verifier.records import Granularity, TimeSpan

_MONTH_NUMBER = {name.lower(): n for n, name in enumerate(MONTHS, 1)}
_MONTH_NUMBER |= {name[:3].lower(): n for n, name in enumerate(MONTHS, 1)} | {"sept": 9}
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_NUMBERS = {w: n for n, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty".split())} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip

_M = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|" \
     r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"  # fmt: skip
_Y = r"(?P<year>1[0-9]\d\d|20\d\d)"
_D = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_W = r"(?:(?:on\s+)?(?P<weekday>" + "|".join(d.capitalize() for d in _WEEKDAYS) + r")(?:,?\s+(?:the\s+)?)?)"
_P = r"(?P<part>[Ee]arly|[Mm]id(?:dle\s+of)?|[Ll]ate|[Bb]eginning\s+of|[Ee]nd\s+of)[\s-]+(?:in\s+)?"
_N = r"(?P<number>\d+|" + "|".join(_NUMBERS) + r")"
_LEAD = re.compile(
    r"(?<!\w)(?:(?P<since>since|from)|(?P<before>before|prior\s+to)|(?P<after>after|following)|(?P<until>until|till|through)"
    r"|(?P<as_of>as\s+of|as\s+at)|(?P<by>by)|(?P<at>in|on|during|at|dating\s+to|back\s+to|of|for))"
    r"(?:\s+(?:the|about|around))?\s+$",
    re.IGNORECASE,
)
_NOT_A_YEAR_AFTER = re.compile(r"\s*(?:people|soldiers|troops|men|women|km|kilomet|miles|metres|meters|euros|dollars|"
                               r"inhabitants|residents|members|votes|cases|employees|tonnes|tons|%|percent|[,.]\d)")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """What relative expressions are resolved against."""

    anchor: date | None
    tense: Tense
    mentioned_year: int | None  # the last year that the text named before

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
    return _MONTH_NUMBER[match["month"].lower().rstrip(".")]


def _full(match: re.Match[str], context: Context) -> TimeSpan | None:
    return _safe(lambda: day_span(date(int(match["year"]), _month(match), int(match["day"]))))


def _iso(match: re.Match[str], context: Context) -> TimeSpan | None:
    return _safe(lambda: day_span(date.fromisoformat(match.group())))


def _month_year(match: re.Match[str], context: Context) -> TimeSpan | None:
    return month_span(int(match["year"]), _month(match))


def _part_month(match: re.Match[str], context: Context) -> TimeSpan | None:
    year = match.groupdict().get("year")
    resolved = int(year) if year else context.month_near(_month(match))
    return part_span(_part(match), resolved, _month(match)) if resolved else None


def _part(match: re.Match[str]) -> str:
    word = match["part"].lower()
    return "mid" if word.startswith("mid") else "early" if word.startswith(("early", "beg")) else "late"


def _part_year(match: re.Match[str], context: Context) -> TimeSpan | None:
    year, part = int(match["year"]), _part(match)
    low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
    last = month_span(year, high).last
    return TimeSpan(first=date(year, low, 1), last=last, granularity=Granularity.SEASON)


def _month_day(match: re.Match[str], context: Context) -> TimeSpan | None:
    if context.anchor is None:
        return None
    near = context.month_near(_month(match))
    years = [near] if context.tense is not Tense.UNKNOWN and near else [context.anchor.year + d for d in (-1, 0, 1)]
    month, number = _month(match), int(match["day"])
    days = [_safe(partial(_day, year, month, number)) for year in years]
    found = [day for day in days if day]
    anchor = context.anchor
    return min(found, key=lambda day: (abs((day.first - anchor).days), day.first), default=None)


def _day(year: int, month: int, day: int) -> TimeSpan:
    return day_span(date(year, month, day))


def _same_year(match: re.Match[str], context: Context) -> TimeSpan | None:
    if context.mentioned_year is None:
        return None
    return month_span(context.mentioned_year, _month(match))


def _that_year(match: re.Match[str], context: Context) -> TimeSpan | None:
    return year_span(context.mentioned_year) if context.mentioned_year else None


def _bare_month(match: re.Match[str], context: Context) -> TimeSpan | None:
    year = context.month_near(_month(match))
    return month_span(year, _month(match)) if year else None


def _bare_day(match: re.Match[str], context: Context) -> TimeSpan | None:
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


def _weekday(match: re.Match[str], context: Context) -> TimeSpan | None:
    if context.anchor is None:
        return None
    index = _WEEKDAYS.index(match["weekday"].lower())
    back = (context.anchor.weekday() - index) % 7
    if context.tense is Tense.FUTURE:
        return day_span(context.anchor + timedelta(days=-back % 7))
    return day_span(context.anchor - timedelta(days=back))


def _near_day(match: re.Match[str], context: Context) -> TimeSpan | None:
    if context.anchor is None:
        return None
    shift = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[match["near"].lower()]
    return day_span(context.anchor + timedelta(days=shift))


def _near_unit(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "last year", "this month", "next week"."""
    if context.anchor is None:
        return None
    which = match["which"].lower().split()[-1]
    shift = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}[which]
    return _unit_span(match["unit"].lower(), context.anchor, shift)


def _earlier_this_year(match: re.Match[str], context: Context) -> TimeSpan | None:
    return year_span(context.anchor.year) if context.anchor else None


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


def _last_month_name(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "last May": the latest May before the anchor's month."""
    if context.anchor is None:
        return None
    year = context.anchor.year - (_month(match) >= context.anchor.month)
    return month_span(year, _month(match))


def _ago(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "three years ago" to the unit's own precision."""
    number = match["number"].lower()
    count = int(number) if number.isdigit() else _NUMBERS[number]
    if context.anchor is None or count > 1500:
        return None
    unit = match["unit"].lower()
    if unit == "day":
        return day_span(context.anchor - timedelta(days=count))
    return _unit_span(unit, context.anchor, -count)


def _decade(match: re.Match[str], context: Context) -> TimeSpan | None:
    year = int(match["decade"])
    last = date(year + 9, 12, 31)
    return TimeSpan(first=date(year, 1, 1), last=last, granularity=Granularity.DECADE)


def _quarter(match: re.Match[str], context: Context) -> TimeSpan | None:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get((match["nth"] or "").lower()) or int(
        match["q"] or 0
    )
    year, month = int(match["year"]), 3 * number - 2
    last = month_span(year, month + 2).last
    return TimeSpan(first=date(year, month, 1), last=last, granularity=Granularity.QUARTER)


def _season(match: re.Match[str], context: Context) -> TimeSpan | None:
    year, season = int(match["year"]), match["season"].lower()
    month = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[season]
    end = (year, month + 2) if month < 12 else (year + 1, 2)
    return TimeSpan(first=date(year, month, 1), last=month_span(*end).last, granularity=Granularity.SEASON)


def _year(match: re.Match[str], context: Context) -> TimeSpan | None:
    return year_span(int(match["year"]))


def _unresolved(match: re.Match[str], context: Context) -> TimeSpan | None:
    return None


def _safe(make: Callable[[], TimeSpan]) -> TimeSpan | None:
    try:
        return make()
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    resolve: Resolver
    relative: bool
    needs_lead: bool = False  # only after a preposition


def _rule(pattern: str, resolve: Resolver, relative: bool = False, needs_lead: bool = False) -> _Rule:
    return _Rule(re.compile(rf"(?<![\w$€£-]){pattern}(?![\w-])"), resolve, relative, needs_lead)


_RULES = (
    _rule(rf"{_W}?{_D}(?:\s+of)?\s+{_M},?\s+{_Y}", _full),
    _rule(rf"{_W}?{_M}\s+{_D},?\s+{_Y}", _full),
    _rule(r"(?:1\d|20)\d\d-\d\d-\d\d", _iso),
    _rule(rf"{_P}{_M},?(?:\s+of)?\s+{_Y}", _part_month),
    _rule(rf"(?:Q(?P<q>[1-4])|(?P<nth>first|second|third|fourth)\s+quarter\s+of)\s+{_Y}", _quarter),
    _rule(rf"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s+(?:of\s+)?{_Y}", _season),
    _rule(rf"{_M},?\s+(?:of\s+)?{_Y}", _month_year),
    _rule(rf"{_P}{_Y}", _part_year),
    _rule(rf"{_M}\s+of\s+(?:the\s+same|that)\s+year", _same_year, relative=True),
    _rule(r"(?:the\s+same|that\s+same|that)\s+year", _that_year, relative=True, needs_lead=True),
    _rule(rf"{_P}(?!May\s+(?:be|have|not)){_M}", _part_month, relative=True),
    _rule(rf"{_W}?(?:the\s+)?{_D}\s+(?:of\s+)?{_M}", _month_day, relative=True),
    _rule(rf"{_W}?{_M}\s+{_D}(?!\s*(?:,\s*)?\d)", _month_day, relative=True),
    _rule(rf"(?:last|this\s+past)\s+{_M}", _last_month_name, relative=True),
    _rule(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}", _unresolved),
    _rule(r"(?:the\s+)?(?P<which>[Ll]ast|[Tt]he\s+past|[Pp]revious|[Tt]his|[Nn]ext|[Cc]oming)\s+(?P<unit>year|month|week)", _near_unit, relative=True),
    _rule(r"(?:[Ee]arlier|[Ll]ater)\s+this\s+year", _earlier_this_year, relative=True),
    _rule(rf"(?:(?:almost|nearly|about|some|over|more\s+than)\s+)?{_N}\s+(?P<unit>day|week|month|year)s?\s+ago", _ago, relative=True),
    _rule(r"the\s+(?P<decade>(?:1\d|20)\d0)s", _decade),
    _rule(r"(?P<near>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)", _near_day, relative=True),
    _rule(r"(?P<weekday>" + "|".join(d.capitalize() for d in _WEEKDAYS) + ")", _weekday, relative=True),
    _rule(r"the\s+(?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)(?!\s+(?!(?:has|have|had|was|were|is|will|and|or|but|by|in|at|to|for|with|when|after|before)\b)\w)", _bare_day, relative=True),
    _rule(_M, _bare_month, relative=True, needs_lead=True),
    _rule(_Y, _year, needs_lead=True),
)  # fmt: skip


def scan(text: str, anchor: date | None, tense: Tense) -> list[TimeMention]:
    """Return the mentions of a text; earlier rules are longer forms and win."""
    taken: list[tuple[int, int, _Rule, re.Match[str]]] = []
    for rule in _RULES:
        for match in rule.pattern.finditer(text):
            free = all(match.end() <= start or match.start() >= end for start, end, *_ in taken)
            if free and _plausible(rule, match, text):
                taken.append((match.start(), match.end(), rule, match))
    mentions: list[TimeMention] = []
    year: int | None = None
    for _, _, rule, match in sorted(taken, key=lambda item: item[0]):
        mention = _mention(rule, match, text, Context(anchor, tense, year))
        if mention.span is not None:
            year = mention.span.first.year
        mentions.append(mention)
    return mentions


def _plausible(rule: _Rule, match: re.Match[str], text: str) -> bool:
    if _NOT_A_YEAR_AFTER.match(text, match.end()) and match.group().isdigit():
        return False
    return not rule.needs_lead or _LEAD.search(text, 0, match.start()) is not None


def _mention(rule: _Rule, match: re.Match[str], text: str, context: Context) -> TimeMention:
    lead = _LEAD.search(text, max(0, match.start() - 24), match.start())
    name = next((key for key, value in lead.groupdict().items() if value), "at") if lead else "at"
    start = lead.start() if lead else match.start()
    if lead and start and text[start - 1].isalnum():
        start, name = match.start(), "at"
    return TimeMention(
        start=start,
        end=match.end(),
        text=text[start : match.end()],
        core_start=match.start(),
        relation=TimeRelation(name),
        span=rule.resolve(match, context),
        relative=rule.relative,
    )
