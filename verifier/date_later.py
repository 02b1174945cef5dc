"""What "two years later" and "the following month" mean after the time that the text named last."""

import re
from datetime import timedelta

from verifier.date_meanings import NUMBERS, Context
from verifier.dates import day_span, month_span, year_span
from verifier.records import Granularity, TimeSpan

_FINE = (Granularity.DAY, Granularity.MONTH)


def later(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "two years later" as precisely as the text is; hedged or after a vaguer time it stays open."""
    number = match["number"].lower().replace(",", "")
    count = int(number) if number.isdigit() else NUMBERS[number]
    unit = match["unit"].lower()
    return None if match["hedge"] or context.mentioned is None else _after(context.mentioned, count, unit)


def following(match: re.Match[str], context: Context) -> TimeSpan | None:
    """Resolve "the following year" and "the next day"."""
    return _after(context.mentioned, 1, (match["unit"] or "day").lower()) if context.mentioned else None


def _after(span: TimeSpan, count: int, unit: str) -> TimeSpan | None:
    """Return the day, month or year that lies so many units after a time; None where that would be a guess."""
    if count > 1500 or span.granularity is Granularity.OPEN:
        return None
    try:
        if unit in ("year", "decade"):
            whole = span.first.year == span.last.year
            return year_span(span.first.year + count * (10 if unit == "decade" else 1)) if whole else None
        if unit == "month" and span.granularity in _FINE:
            index = span.first.year * 12 + span.first.month - 1 + count
            return month_span(index // 12, index % 12 + 1)
        if unit == "day" and span.granularity is Granularity.DAY and span.first == span.last:
            return day_span(span.first + timedelta(days=count))
    except (ValueError, OverflowError):
        return None
    return None
