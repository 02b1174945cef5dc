"""The grammar of English time expressions: which words name a time (date_meanings.py says which).

Left to a grammar of our own because general libraries return a day where the text gave a year, and read
"may" as a month; a phrase that two readings fit is left unresolved.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from verifier import date_meanings as means
from verifier import date_near as near
from verifier.date_later import following, later
from verifier.date_meanings import NUMBERS, WEEKDAYS
from verifier.dates import Tense, TimeMention, TimeRelation
from verifier.records import Granularity, TimeSpan

_M = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|" \
     r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"  # fmt: skip
_Y = r"(?P<year>1[0-9]\d\d|20\d\d)"
_D = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_OF = r"(?:\s+(?:of\s+)?(?P<whose>last|this|next)\s+year)?"
_HOUR = r"(?:\s+(?:morning|afternoon|evening|night))?"
_DAY_NAME = "|".join(d.capitalize() for d in WEEKDAYS)
_W = r"(?:(?:on\s+)?(?P<weekday>" + "|".join(d.capitalize() for d in WEEKDAYS) + r")(?:,?\s+(?:the\s+)?)?)"
_P = r"(?P<part>[Ee]arly|[Mm]id(?:dle\s+of)?|[Ll]ate|[Bb]eginning\s+of|[Ee]nd\s+of)[\s-]+(?:in\s+)?"
_N = r"\[?(?P<number>\d{1,3}(?:,\d{3})+|\d+|(?i:" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r"))\]?"
_LEAD = re.compile(
    r"(?<!\w)(?:(?P<since>since|from)|(?P<before>before|prior\s+to)|(?P<after>after|following)|(?P<until>until|till|through)"
    r"|(?P<as_of>as\s+of|as\s+at)|(?P<by>by)|(?P<at>in|on|during|at|dating\s+to|back\s+to|of|for))"
    r"(?:\s+(?:the|about|around))?\s+$",
    re.IGNORECASE,
)
_POINT_VERB = re.compile(
    r"\b(?:dat(?:es?|ed|ing)|stem(?:s|med)?|comes?|came)(?:\s+back)?\s+$", re.IGNORECASE
)  # "dates from"
_H = r"(?P<hedge>almost|nearly|about|some|around|roughly|over|more\s+than|at\s+least|less\s+than|under)"
_YEAR_IN = re.compile(r"\bin\s+(?:1[89]|20)\d\d\b")  # beside which "in 92, in 96" may be years
_SHORT_YEARS = re.compile(r"\bin\s+\d\d(?=\s*[,.;)]|\s+and\b)")
_NOT_A_YEAR_AFTER = re.compile(r"\s*(?:people|soldiers|troops|men|women|km|kilomet|miles|metres|meters|euros|dollars|"
                               r"inhabitants|residents|members|votes|cases|employees|tonnes|tons|%|percent|[,.]\d)")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    resolve: means.Resolver
    relative: bool
    needs_lead: bool = False  # only after a preposition


def _rule(pattern: str, resolve: means.Resolver, relative: bool = False, needs_lead: bool = False) -> _Rule:
    return _Rule(re.compile(rf"(?<![\w$€£-])(?<!\d[,.]){pattern}(?![\w-])"), resolve, relative, needs_lead)


_RULES = (
    _rule(rf"{_W}?{_D}(?:\s+of)?\s+{_M},?\s+{_Y}", means.full),
    _rule(rf"{_W}?{_M}\s+{_D},?\s+{_Y}", means.full),
    _rule(r"(?:1\d|20)\d\d-\d\d-\d\d", means.iso),
    _rule(rf"{_P}{_M},?(?:\s+of)?\s+{_Y}", means.part_month),
    _rule(rf"(?:Q(?P<q>[1-4])|(?P<nth>first|second|third|fourth)\s+quarter\s+of)\s+{_Y}", means.quarter),
    _rule(rf"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s+(?:of\s+)?{_Y}", means.season),
    _rule(rf"{_M},?\s+(?:of\s+)?{_Y}", means.month_year),
    _rule(rf"{_P}{_Y}", means.part_year),
    _rule(rf"{_M}\s+of\s+(?:the\s+same|that)\s+year", means.same_year, relative=True),
    _rule(r"(?:the\s+same|that\s+same|that)\s+year", means.that_year, relative=True, needs_lead=True),
    _rule(r"9/11", near.september_11, needs_lead=True),
    _rule(r"[’'](?P<short>\d\d)", near.short_year, relative=True, needs_lead=True),
    _rule(r"(?P<short>\d\d)(?=\s*[,.;)]|\s+and\s+(?:in\s+)?\d\d\b)", near.short_year, relative=True, needs_lead=True),
    _rule(r"(?<=\bin \d\d and )(?P<short>\d\d)(?=\s*[,.;)])", near.short_year, relative=True),
    _rule(rf"{_P}(?!May\s+(?:be|have|not)){_M}{_OF}", means.part_month, relative=True),
    _rule(rf"{_W}?(?:the\s+)?{_D}\s+(?:of\s+)?{_M}{_OF}", means.month_day, relative=True),
    _rule(rf"{_W}?{_M}\s+{_D}(?!\s*(?:,\s*)?\d){_OF}", means.month_day, relative=True),
    _rule(r"the\s+(?P<nth>first|second|third|fourth)\s+quarter\s+of\s+(?P<whose>last|this|next)\s+year", near.near_quarter, relative=True),
    _rule(r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<season>spring|summer|autumn|fall|winter)", near.near_season, relative=True),
    _rule(r"(?P<which>[Ll]ast|[Tt]his\s+past|[Tt]his(?:\s+coming)?|[Nn]ext)\s+weekend", near.weekend, relative=True),
    _rule(rf"(?P<which>(?:[Tt]he\s+)?(?:[Ff]ollowing|[Nn]ext)|[Ll]ast|[Tt]his(?:\s+(?:past|coming))?)\s+(?P<weekday>{_DAY_NAME}){_HOUR}", near.which_weekday, relative=True),
    _rule(r"[Tt]he\s+day\s+(?:(?P<side>before)\s+yesterday|after\s+tomorrow)", near.two_days_off, relative=True),
    _rule(r"(?P<which>[Ll]ast|[Tt]his)\s+(?:night|morning|afternoon|evening)", near.part_of_day, relative=True),
    _rule(r"[Tt]he\s+end\s+of\s+(?:the|this)\s+(?P<unit>year|month|week)", near.end_of_unit, relative=True, needs_lead=True),
    _rule(r"[Tt]he\s+year\s+before(?=\s*(?:[,.;:)]|$|when\b))", near.unit_before, relative=True),
    _rule(r"[Tt]he\s+(?:previous\s+day|day\s+before(?=\s*(?:[,.;:)]|$)))", near.day_before, relative=True),
    _rule(r"(?i:(?:half\s+an?|(?:a|an|one|two|three)\s+(?:week|month|year|decade)s?\s+and\s+a\s+half|a\s+(?:couple|few)(?:\s+of)?|several|some|many|a\s+century)(?:\s+(?:day|week|month|year|decade|centurie|century)s?)?\s+ago)", means.unresolved, relative=True),
    _rule(r"(?:[Ee]arlier|[Ll]ater)\s+this\s+(?P<unit>year|month|week)", means.earlier_or_later_in, relative=True),
    _rule(rf"(?:[Ll]ast|[Tt]his\s+past)\s+{_M}", means.last_month_name, relative=True),
    _rule(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}", means.unresolved),
    _rule(rf"{_M}{_OF[:-1]}", means.bare_month, relative=True, needs_lead=True),
    _rule(r"[Tt]he\s+past\s+(?P<unit>year|month|week)(?!s)", near.running, relative=True),
    _rule(r"(?:the\s+)?(?P<which>[Ll]ast|[Pp]revious|[Tt]his|[Nn]ext|[Cc]oming)\s+(?P<unit>[Yy]ear|[Mm]onth|[Ww]eek)(?:s(?=\s))?", means.near_unit, relative=True),
    _rule(rf"(?:{_H}\s+)?{_N}\s+(?P<unit>day|week|month|year|decade)s?\s+ago", means.ago, relative=True),
    _rule(rf"(?i:(?:(?:only|just|barely)\s+)?(?:{_H}\s+)?{_N}\s+(?P<unit>day|week|month|year|decade)s?\s+later)", later, relative=True),
    _rule(r"[Tt]he\s+(?:following\s+(?P<unit>day|month|year)|next\s+day)", following, relative=True),
    _rule(r"the\s+(?:(?:early|mid|late)[\s-]+)?(?P<decade>(?:1\d|20)\d0)s", means.decade),
    _rule(rf"(?P<near>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow){_HOUR}", means.near_day, relative=True),
    _rule(rf"(?P<weekday>{_DAY_NAME}){_HOUR}", means.weekday, relative=True),
    _rule(r"the\s+(?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)(?!\s+(?!(?:has|have|had|was|were|is|will|and|or|but|by|in|at|to|for|with|when|after|before)\b)\w)", means.bare_day, relative=True),
    _rule(rf"(?:the\s+)?following\s+{_M}", means.unresolved, relative=True),
    _rule(rf"{_M}{_OF}", means.bare_month, relative=True, needs_lead=True),
    _rule(_Y, means.year, needs_lead=True),
)  # fmt: skip


@lru_cache(maxsize=4096)  # rules ask again and again for the times of the same few words
def scan(text: str, anchor: date | None, tense: Tense, before: TimeSpan | None) -> tuple[TimeMention, ...]:
    """Return the mentions of a text; earlier rules are longer forms and win."""
    taken: list[tuple[int, int, _Rule, re.Match[str]]] = []
    for rule in _RULES:
        for match in rule.pattern.finditer(text):
            free = all(match.end() <= start or match.start() >= end for start, end, *_ in taken)
            if free and _plausible(rule, match, text):
                taken.append((match.start(), match.end(), rule, match))
    mentions: list[TimeMention] = []
    for _, _, rule, match in sorted(taken, key=lambda item: item[0]):
        mention = _mention(rule, match, text, means.Context(anchor, tense, before))
        if mention.span is not None and mention.span.granularity is not Granularity.OPEN:
            before = mention.span
            ahead = anchor is not None and before.first > anchor and tense in (Tense.PRESENT, Tense.UNKNOWN)
            tense = Tense.FUTURE if ahead else tense  # "next month, Italy in November, Mexico in January"
        mentions.append(mention)
    return tuple(mentions)


def _plausible(rule: _Rule, match: re.Match[str], text: str) -> bool:
    if _NOT_A_YEAR_AFTER.match(text, match.end()) and match.group().isdigit():
        return False
    if rule.resolve is near.short_year and match.group().isdigit() and not _short_years(text):
        return False
    return not rule.needs_lead or _LEAD.search(text, 0, match.start()) is not None


def _short_years(text: str) -> bool:
    """Say whether two-digit numbers are years: several stand in a row with a whole one."""
    return _YEAR_IN.search(text) is not None and len(_SHORT_YEARS.findall(text)) > 1


def _mention(rule: _Rule, match: re.Match[str], text: str, context: means.Context) -> TimeMention:
    lead = _LEAD.search(text, max(0, match.start() - 24), match.start())
    name = next((key for key, value in lead.groupdict().items() if value), "at") if lead else "at"
    start = lead.start() if lead else match.start()
    if lead and start and text[start - 1].isalnum():
        start, name = match.start(), "at"
    if name == "before" and (match.groupdict().get("part") or "").lower().startswith("end"):
        name = "by"  # "before the end of March" may still be late in March
    if name == "since" and _POINT_VERB.search(text, 0, start):
        name = "at"
    return TimeMention(
        start=start,
        end=match.end(),
        text=text[start : match.end()],
        core_start=match.start(),
        relation=TimeRelation(name),
        span=rule.resolve(match, context),
        relative=rule.relative,
    )
