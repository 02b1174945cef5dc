"""Numbers in text as values with unit, precision and approximation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Approximation(StrEnum):
    """How a text hedges a number."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    NEARLY = "nearly"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written at [start, end): hedge, digits, scale and "times" included, the unit's noun not."""

    start: int
    end: int
    text: str
    value: float
    step: float  # value of one unit in the last written digit: 3.4 million -> 100,000
    unit: str | None
    approximation: Approximation


ABOUT_TOLERANCE = 0.10  # "about N": readers accept a tenth either way
NEARLY_TOLERANCE = 0.10  # "nearly N": at most N, and not less than a tenth below

_HEDGES = {
    Approximation.AT_LEAST: r"at least|no fewer than|no less than|a minimum of",
    Approximation.AT_MOST: r"at most|up to|no more than|a maximum of",
    Approximation.MORE_THAN: r"more than|over|above|upwards of|in excess of|greater than",
    Approximation.LESS_THAN: r"less than|fewer than|under|below",
    Approximation.NEARLY: r"nearly|almost|just under|close to|barely",
    Approximation.ABOUT: r"about|around|roughly|approximately|some|an estimated|circa|ca\.|~",
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9,
           "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12}  # fmt: skip
_UNITS = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
          "seventeen eighteen nineteen").split()  # fmt: skip
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPELLED: dict[str, float] = {word: float(value) for value, word in enumerate(_UNITS)}
_SPELLED |= {word: 20.0 + 10 * place for place, word in enumerate(_TENS)}
_SPELLED |= {"dozen": 12, "half": 0.5}
_WORD = "|".join(sorted(_SPELLED, key=len, reverse=True))
_HEDGE = "|".join(f"(?P<{name}>{pattern})".replace(" ", r"\s+") for name, pattern in _HEDGES.items())
_NUMBER = re.compile(
    rf"""(?<![\w.,-])(?:(?:{_HEDGE})\s+)?
    (?:(?P<currency>[$€£¥])\s?)?
    (?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<words>(?:{_WORD})(?:[-\s](?:{_WORD}))?|twice)\b)
    (?:\s?(?P<scale>hundred|thousand|million|billion|trillion|mn|bn|tn)\b|(?P<short>[kKmMbB])\b)?
    (?:\s?(?P<percent>%|percent\b|per\s+cent\b))?
    (?:\s(?P<times>times|fold)\b)?(?!\w|[.,]\d|-\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_NOUN = re.compile(r"\s+(?:square\s+)?([A-Za-z][\w²]*)")
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
    "km2": {"km2", "km²", "square kilometres", "square kilometers", "square kilometre", "square kilometer"},
    "%": {"%", "percent"},
    "states": {"state", "states", "country", "countries", "nation", "nations"},
}
_ORDINAL_TAIL = re.compile(r"(?:st|nd|rd|th)\b")


def find_quantities(text: str) -> list[Quantity]:
    """Return the numbers of a text in order; ordinals are left out, years are not told apart.

    >>> [(q.value, q.unit) for q in find_quantities("It has only 3.4 million inhabitants.")]
    [(3400000.0, 'inhabitants')]
    """
    return list(_find(text))


def _find(text: str) -> Iterator[Quantity]:
    for match in _NUMBER.finditer(text):
        if _ORDINAL_TAIL.match(text, match.end()):
            continue
        value, step = _value(match)
        hedge = next((a for a in Approximation if a != Approximation.EXACT and match[a.value]), Approximation.EXACT)
        yield Quantity(match.start(), match.end(), match.group(), value, step, _unit(match, text), hedge)


def _value(match: re.Match[str]) -> tuple[float, float]:
    scale = _SCALES.get((match["scale"] or match["short"] or "").lower(), 1.0)
    if match["digits"]:
        plain = match["digits"].replace(",", "")
        decimals = len(plain.partition(".")[2])
        zeros = len(plain) - len(plain.rstrip("0")) if not decimals and plain.strip("0") else 0
        return float(plain) * scale, 10.0 ** (zeros - decimals) * scale
    words = re.split(r"[-\s]", match["words"].lower())
    if words == ["twice"]:
        return 2.0, 1.0
    values = [_SPELLED[word] for word in words]
    product = values[0] * values[1] if len(values) == 2 and words[1] == "dozen" else sum(values)
    return product * scale, scale


def _unit(match: re.Match[str], text: str) -> str | None:
    if match["currency"]:
        return match["currency"]
    if match["percent"]:
        return "%"
    if match["times"] or (match["words"] or "").lower() == "twice":
        return "times"
    noun = _NOUN.match(text, match.end())
    return noun.group().strip().lower() if noun else None


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

    A plain number agrees when the actual one rounds to it at its last written digit; zeros at the end
    of a whole number are taken as rounding, but numbers below 1,000 without scale must be equal.

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
    if claimed.unit != "times" and abs(value) < 1000 and claimed.step >= 1:
        return actual == value
    return abs(actual - value) <= rounding
