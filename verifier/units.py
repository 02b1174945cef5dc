"""Units of measure in text: which words name one, and how values convert (pint knows the factors).

Only units that name themselves are read; a bare "m" may be metres or millions, and is neither here.
"""

import re
from functools import cache
from typing import Any

_NAMES = {
    "kilometre|kilometer|km": "kilometer", "metre|meter": "meter", "centimetre|centimeter|cm": "centimeter",
    "millimetre|millimeter|mm": "millimeter", "mile": "mile", "yard": "yard", "foot|feet|ft": "foot",
    "inch|inches": "inch", "hectare|ha": "hectare", "acre": "acre", "kilogram|kilogramme|kg": "kilogram",
    "gram|gramme": "gram", "tonne|metric ton": "metric_ton", "pound|lb": "pound", "litre|liter": "liter",
    "gallon": "gallon", "barrel": "oil_barrel", "hour": "hour", "minute": "minute",
    "megawatt|mw": "megawatt", "gigawatt|gw": "gigawatt", "kilowatt|kw": "kilowatt",
    "kilometres per hour|kilometers per hour|km/h|kph": "kilometer / hour", "miles per hour|mph": "mile / hour",
}  # fmt: skip
_BY_WORD = {word: unit for words, unit in _NAMES.items() for word in words.split("|")}
_WORD = "|".join(re.escape(word) for word in sorted(_BY_WORD, key=len, reverse=True))
_UNIT = re.compile(
    rf"\s?-?(?:(?P<square>square|sq\.?)\s?|(?P<cubic>cubic|cu\.?)\s?)?(?P<word>{_WORD})s?(?P<power>[²³23])?(?![\w²³])",
    re.IGNORECASE,
)


def unit_at(text: str, at: int) -> tuple[int, str] | None:
    """Return where the unit that begins at a place ends, and its name for pint; None when there is none.

    >>> unit_at("600,000 square miles", 7)
    (20, 'mile ** 2')
    """
    match = _UNIT.match(text, at)
    if match is None:
        return None
    base = _BY_WORD[match["word"].lower()]
    power = 2 if match["square"] or match["power"] in ("²", "2") else 3 if match["cubic"] or match["power"] else 1
    return match.end(), base if power == 1 else f"{base} ** {power}"


def named_unit(name: str | None) -> str | None:
    """Return the name for pint of a unit as a corpus declares it: "km2", "square kilometres"; None for other nouns."""
    found = unit_at(name, 0) if name else None
    return found[1] if found and name and found[0] == len(name) else None


@cache
def factor(unit: str, into: str) -> float | None:
    """Return by what a value is multiplied to be in another unit; None when they measure different things.

    >>> round(factor("mile ** 2", "kilometer ** 2"), 2)
    2.59
    >>> factor("hectare", "kilogram") is None
    True
    """
    from pint import DimensionalityError

    try:
        return float(_registry().Quantity(1.0, unit).to(into).magnitude)
    except DimensionalityError:
        return None


@cache
def _registry() -> Any:
    from pint import UnitRegistry  # takes most of a second to open

    return UnitRegistry()
