"""Times with two ends: "from 2004 to 2017", "between 2000 and 2003"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.dates import TimeMention, TimeRelation, year_span
from verifier.records import Granularity, TimeSpan

_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_FROM = re.compile(r"^from\b", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s*and\s+$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:(?:right\s+)?(?:up\s+)?(?:to|until|till|through)|[-–—])\s*$", re.IGNORECASE)
_YEAR = re.compile(r"(?P<year>1\d{3}|20\d\d)(?![\w-])")


def merged(text: str, mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """Return the mentions with two that are the ends of one time made one.

    >>> from verifier.dates import find_times
    >>> found = merged("Alvik was open from 2004 to 2017.", find_times("Alvik was open from 2004 to 2017."))
    >>> found[0].text, found[0].relation.value
    ('from 2004 to 2017', 'from_to')
    """
    mentions = _completed(text, mentions)
    for one, other in zip(mentions, mentions[1:], strict=False):
        relation, start = _range(text, one, other)
        if relation is None or one.span is None or other.span is None or other.span.last < one.span.first:
            continue
        whole = replace(
            one,
            start=start,
            end=other.end,
            text=text[start : other.end],
            relation=relation,
            span=TimeSpan(first=one.span.first, last=other.span.last, granularity=Granularity.OPEN),
            relative=one.relative or other.relative,
            ends=(one.span, other.span),
        )
        return [m for m in mentions if m.end <= start] + [whole] + [m for m in mentions if m.start >= other.end]
    return list(mentions)


def _range(text: str, one: TimeMention, other: TimeMention) -> tuple[TimeRelation | None, int]:
    """Return how two mentions make one, and where it begins."""
    gap = text[one.end : other.core_start]
    between = _BETWEEN.search(text, 0, one.start)
    if between and _AND.fullmatch(gap):
        return TimeRelation.BETWEEN, between.start()
    if _FROM.match(one.text) and _TO.fullmatch(gap):
        return TimeRelation.FROM_TO, one.start
    return None, 0


def _completed(text: str, mentions: Sequence[TimeMention]) -> Sequence[TimeMention]:
    """Return the mentions with the bare years that a grammar of single times passes over: "between 2000 and ..."."""
    found = list(mentions)
    for match in _YEAR.finditer(text):
        free = all(match.end() <= m.start or match.start() >= m.end for m in mentions)
        before = text[: match.start()]
        if free and (_BETWEEN.search(before) or _AND.search(before) or _TO.search(before)):
            span = year_span(int(match["year"]))
            found.append(
                TimeMention(match.start(), match.end(), match[0], match.start(), TimeRelation.AT, span, relative=False)
            )
    found.sort(key=lambda mention: mention.start)
    ranged = [one for one, other in zip(found, found[1:], strict=False) if _range(text, one, other)[0] is not None]
    return found if ranged else mentions
