"""Which days "more than", "less than" and "about" some time ago allow."""

from datetime import date, timedelta

from verifier.records import Granularity, TimeSpan

_DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
_SLACK = 0.1  # "about": a tenth either way, and at least one unit


def hedged_ago(hedge: str, count: int, unit: str, anchor: date, exact: TimeSpan) -> TimeSpan:
    """Return the days of "more than 20 years ago" (any earlier one), "less than" (any later one) or "about" (near it).

    Args:
        hedge: the word, in lower case.
        count: how many units ago.
        unit: day, week, month or year.
        anchor: the day from which it is counted.
        exact: the days without the hedge.
    """
    days = count * _DAYS[unit]
    turn = anchor - timedelta(days=round(days))
    slack = timedelta(days=round(max(days * _SLACK, _DAYS[unit])))
    if hedge in ("over", "at least") or hedge.startswith("more"):
        first, last = date.min, turn
    elif hedge == "under" or hedge.startswith("less"):
        first, last = turn, anchor
    else:
        first, last = min(exact.first, turn - slack), max(exact.last, turn + slack)
    return TimeSpan(first=first, last=last, granularity=Granularity.OPEN)
