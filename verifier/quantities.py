"""Numbers in text as values with unit, role, precision and approximation; agreement.py says when two of them agree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from verifier.text import STOP_WORDS
from verifier.units import unit_at


class Approximation(StrEnum):
    """How a text hedges a number."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    NEARLY = "nearly"


class Role(StrEnum):
    """What a number says of what it stands with; numbers of different roles are never compared."""

    COUNT = "count"  # 124 members
    MEASURE = "measure"  # 600 square miles
    MONEY = "money"  # $35M
    SHARE = "share"  # 35 %
    RATIO = "ratio"  # three times


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written at [start, end): hedge, digits, scale and "times" included, the unit's noun not."""

    start: int
    end: int
    text: str
    value: float
    step: float  # value of one unit in the last written digit: 3.4 million -> 100,000
    unit: str | None  # %, times, a currency, a unit of measure by its name for pint, or the noun that follows
    approximation: Approximation
    role: Role
    nouns: tuple[str, ...] = ()  # the words that follow, up to three: what is counted
    unit_end: int = 0  # where the words of the unit end; `end` where none follows


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
_NOUN = re.compile(r"\s+([A-Za-z][\w²-]*)")
_MONEY = frozenset("$€£¥") | {"dollars", "dollar", "euros", "euro", "pounds", "yen", "francs", "roubles", "rubles"}
_NOUNS = 3  # words after a number that may say what is counted
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
        measured = unit_at(text, match.end()) if not (match["currency"] or match["percent"]) else None
        nouns = tuple(_following(text, match.end()))
        unit = measured[1] if measured else _unit(match, nouns)
        yield Quantity(
            start=match.start(),
            end=match.end(),
            text=match.group(),
            value=value,
            step=step,
            unit=unit,
            approximation=hedge,
            role=Role.MEASURE if measured else _role(unit),
            nouns=nouns,
            unit_end=measured[0] if measured else match.end(),
        )


def _following(text: str, at: int) -> Iterator[str]:
    """Yield the words after a number up to a mark or a function word."""
    for _ in range(_NOUNS):
        noun = _NOUN.match(text, at)
        if noun is None or noun[1].lower() in STOP_WORDS:
            return
        yield noun[1].lower()
        at = noun.end()


def _role(unit: str | None) -> Role:
    if unit == "%":
        return Role.SHARE
    if unit == "times":
        return Role.RATIO
    return Role.MONEY if unit in _MONEY else Role.COUNT


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


def _unit(match: re.Match[str], nouns: tuple[str, ...]) -> str | None:
    if match["currency"]:
        return match["currency"]
    if match["percent"]:
        return "%"
    if match["times"] or (match["words"] or "").lower() == "twice":
        return "times"
    return nouns[0] if nouns else None
