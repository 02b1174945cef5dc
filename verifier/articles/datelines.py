"""The day that an article itself gives as its own: in a dateline, or in a line that is nothing but a date."""

import re
from datetime import date

from verifier.blocks import blocks
from verifier.dates import find_times
from verifier.records import Granularity, TimeSpan

_SEARCHED = 8  # paragraphs from the top
_LONGEST = 100  # characters of a line of its own
_PLACE = re.compile(
    r"(?:(?:[A-ZÀ-Þ][\w.’'-]*|of|the|de|la|del|al|and|/)[ ,]*){1,6}"
)  # no lower-case words of a sentence
_CITY = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .’'-]+,")  # in capitals: "Treaty of Rome, 3 May 2021" heads a text about it
_DASH = re.compile(r"\)?\s*(?:\([A-Za-z /.&]{2,30}\)\s*)?(?:--|[-–—:])(?:\s|$)")
_BEFORE = re.compile(
    r"(?:.{0,60}[|·•])?\W*(?:(?:first |last )?(?:published|posted|updated|modified)(?: on| at)?|date|on)?\W*"
    r"(?:[A-Za-z]+day\W+)?(?:\d{1,2}[:.]\d{2}\W*(?:[AaPp]\.?[Mm]\.?)?\W*(?:[A-Z]{2,4}\W+)?)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\W*(?:(?:at|-)?\s*\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?\W*[A-Z]{0,4}\W*)?(?:[|·•].*)?"
)


def stated_day(text: str) -> date | None:
    r"""Return the first day that stands in a dateline or a line of its own near the top; None where there is none.

    >>> stated_day("LAGOS, March 3, 2021 (Reuters) - Traders met.")
    datetime.date(2021, 3, 3)
    >>> stated_day("LEEDS, 9 May 2023\n\nJurors met on Tuesday.")
    datetime.date(2023, 5, 9)
    """
    for number, block in enumerate(blocks(text)):
        if number == _SEARCHED:
            return None
        line = text[block.start : block.end]
        for mention in find_times(line[: 2 * _LONGEST]):
            if mention.span is None or mention.relative or mention.span.granularity is not Granularity.DAY:
                continue
            before, after = line[: mention.start], line[mention.end :]
            place = _PLACE.fullmatch(before.strip().rstrip("("))
            opening = _BEFORE.fullmatch(before) or (place and _CITY.match(before))
            alone = len(line) <= _LONGEST and opening and _AFTER.fullmatch(after)
            if alone or (place and _DASH.match(after)):
                return _day(mention.span)
    return None


def _day(span: TimeSpan) -> date | None:
    return span.first if span.first == span.last else None
