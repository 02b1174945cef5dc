"""When a claimed number agrees with an actual one.

How a claimed number is compared with an actual one (`agrees`, `comparable`):

| claimed | actual | | why |
|---|---|---|---|
| 890M people | 890,000,000 people | agree | the same value, however it is written |
| 3.4 million | 3,433,748 | agree | it rounds to the last written digit |
| 3.4 million | 3,524,788 | differ | it rounds to 3.5 million; "only" and "just" before a number change nothing |
| 4 million | 3,524,788 | differ | a plain number rounds by a tenth of its value at most; an estimate is left open |
| 125 members | 124 members | differ | small whole numbers are exact |
| about 120 members | 124 members | agree | "about" allows a tenth either way |
| nearly 130 | 124 | agree | "nearly" allows a tenth below, nothing above |
| nearly 120 | 124 | differ | it is more already |
| more than 124 | 124 | differ | nothing but more is more |
| more than 120 | 124 | agree | the bound itself is not enough |
| at least 124 | 124 | agree | the bound itself is enough |
| up to 120 | 124 | differ | the bound is passed |
| 600,000 square miles | 1,560,000 km2 | agree | units are converted before values are compared |
| 35 % | $35M | never | a share is no amount of money, whatever the digits |
| 18 judges | 18 elected judges | agree | what is counted may have more words |
| 18 judges | 18 prosecutors | never | something else is counted |
"""

from dataclasses import replace

from verifier.quantities import Approximation, Quantity, Role
from verifier.text import is_plural
from verifier.units import factor

ABOUT_TOLERANCE = 0.10  # "about N": readers accept a tenth either way
NEARLY_TOLERANCE = 0.10  # "nearly N": at most N, and not less than a tenth below
PLAIN_TOLERANCE = 0.10  # "4 million" is written with one digit, and is still no fair way to write 3.5 million
_PLURALS = frozenset({"people", "police", "troops", "staff"})
_SAME_UNIT = {
    "people": {
        "person",
        "people",
        "inhabitant",
        "inhabitants",
        "resident",
        "residents",
        "citizens",
        "population",
    },
    "states": {"state", "states", "country", "countries", "nation", "nations"},
}


def comparable(claimed: Quantity, given: Quantity) -> bool:
    """Say whether two numbers may speak of the same: their roles agree, and so do units or what is counted.

    >>> from verifier.quantities import find_quantities
    >>> share, money = find_quantities("35 % of $35M")
    >>> comparable(share, money)
    False
    """
    if claimed.role is not given.role:
        return False
    if claimed.role is Role.MEASURE:
        return claimed.unit is not None and given.unit is not None and factor(given.unit, claimed.unit) is not None
    if claimed.role is Role.COUNT and claimed.nouns and given.nouns:
        ours, theirs = _counted(claimed.nouns), _counted(given.nouns)
        return any(units_match(one, other) for one in ours for other in theirs)
    return units_match(claimed.unit, given.unit)


def _counted(nouns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the noun of what is counted, the first plural: "elected judges sit" counts judges; else all the words."""
    return next(((noun,) for noun in nouns if noun in _PLURALS or is_plural(noun)), nouns)


def in_unit(quantity: Quantity, unit: str) -> Quantity | None:
    """Return a measure in another unit, None when it measures something else."""
    by = factor(quantity.unit, unit) if quantity.unit and quantity.role is Role.MEASURE else None
    return None if by is None else replace(quantity, value=quantity.value * by, step=quantity.step * by, unit=unit)


def matches(claimed: Quantity, given: Quantity) -> bool:
    """Say whether a number of the evidence agrees with a claimed one, units converted.

    >>> from verifier.quantities import find_quantities
    >>> claimed, given = find_quantities("600,000 square miles or 1,560,000 km2")
    >>> matches(claimed, given)
    True
    """
    if not comparable(claimed, given):
        return False
    same = in_unit(given, claimed.unit) if claimed.role is Role.MEASURE and claimed.unit else given
    return same is not None and agrees(claimed, same.value)


def units_match(a: str | None, b: str | None) -> bool:
    """Say whether two units may denote the same thing; an unnamed unit matches any plain count.

    >>> units_match("inhabitants", "people"), units_match("%", "$")
    (True, False)
    """
    special = {"%", "$", "€", "£", "¥", "times"}
    if a == b:
        return True
    if a in special or b in special:
        return False
    if a is None or b is None:
        return True
    return any(a in group and b in group for group in _SAME_UNIT.values()) or a.rstrip("s") == b.rstrip("s")


def agrees(claimed: Quantity, actual: float) -> bool:
    """Say whether a claimed number is a fair way to write the actual one.

    A plain number agrees when the actual one rounds to it at its last written digit and is no farther than a tenth;
    zeros at the end of a whole number are taken as rounding, but counts below 1,000 without scale must be equal.

    >>> from verifier.quantities import find_quantities
    >>> three = find_quantities("3.4 million")[0]
    >>> agrees(three, 3_433_748), agrees(three, 3_524_788)
    (True, False)
    """
    value, rounding = claimed.value, claimed.step / 2
    match claimed.approximation:
        case Approximation.MORE_THAN:
            return actual > value
        case Approximation.LESS_THAN:
            return actual < value
        case Approximation.AT_LEAST:
            return actual >= value
        case Approximation.AT_MOST:
            return actual <= value
        case Approximation.ABOUT:
            return abs(actual - value) <= max(rounding, ABOUT_TOLERANCE * abs(value))
        case Approximation.NEARLY:
            return value * (1 - NEARLY_TOLERANCE) <= actual <= value + rounding * 0.01
    if claimed.role is Role.COUNT and abs(value) < 1000 and claimed.step >= 1:
        return actual == value
    return abs(actual - value) <= min(rounding, PLAIN_TOLERANCE * abs(value))


def counts_same(claimed: Quantity, given: Quantity) -> bool:
    """Say whether two numbers are of the same thing by name: comparable, and both name what they count or measure.

    >>> from verifier.quantities import find_quantities
    >>> claimed, given, bare = find_quantities("nine arches, seven arches, 12")
    >>> counts_same(claimed, given), counts_same(claimed, bare)
    (True, False)
    """
    named = claimed.role is not Role.COUNT or bool(claimed.nouns and given.nouns)
    return named and comparable(claimed, given)


def excludes(claimed: Quantity, given: Quantity) -> bool:
    """Say whether no number can be both: what one allows lies wholly outside of what the other allows.

    >>> from verifier.quantities import find_quantities
    >>> claimed, given = find_quantities("more than 120 members, about 115 members")
    >>> excludes(claimed, given)
    False
    """
    same = in_unit(given, claimed.unit) if claimed.role is Role.MEASURE and claimed.unit else given
    if same is None:
        return False
    (low, high), (least, most) = _allowed(claimed), _allowed(same)
    return high < least or most < low


def _allowed(quantity: Quantity) -> tuple[float, float]:
    """Return the least and the greatest number that a text can mean."""
    value, rounding = quantity.value, quantity.step / 2
    slack = max(rounding, ABOUT_TOLERANCE * abs(value))
    if quantity.role is Role.COUNT and abs(value) < 1000 and quantity.step >= 1:
        rounding = 0.0
    match quantity.approximation:
        case Approximation.MORE_THAN | Approximation.AT_LEAST:
            return value, float("inf")
        case Approximation.LESS_THAN | Approximation.AT_MOST:
            return float("-inf"), value
        case Approximation.ABOUT:
            return value - slack, value + slack
        case Approximation.NEARLY:
            return value * (1 - NEARLY_TOLERANCE), value
    return value - rounding, value + rounding
