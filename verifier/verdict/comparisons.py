"""How texts compare two numbers: "three times the size of", "twice as many people as", "is larger than"."""

import re
from collections.abc import Iterator

from verifier.facts import Relation

RATIO = "ratio*"  # slot of a comparison's number; a star cannot occur in a column's name
OTHER = "*"  # suffix of the slot of a comparison's other side: {name} against {name*}
_ADJECTIVES = (
    (frozenset({"size", "area", "territory", "surface", "extent"}), (("large", "larger"), ("big", "bigger"))),
    (frozenset({"population"}), (("populous", "more populous"),)),
    (frozenset({"height"}), (("tall", "taller"), ("high", "higher"))),
    (frozenset({"length"}), (("long", "longer"),)),
    (frozenset({"age"}), (("old", "older"),)),
)  # which adjectives measure what the nouns name
_COUNTED = {"people": ("people", "inhabitants", "residents")}  # unit -> the nouns that it is counted in

_MUCH = r"(?:much |far |many |even |slightly |considerably |significantly )?"
_MORE = "larger|bigger|more populous|taller|higher|longer|older"
_BE = r"\b(is|are|was|were) "
_AS_RATIO = (
    (
        rf"{_BE}{_MUCH}({_MORE}) than\b",
        r"\1 more than one times \2 than",
    ),
    (rf"{_BE}{_MUCH}smaller than\b", r"\1 less than one times larger than"),
    (rf"{_BE}{_MUCH}less populous than\b", r"\1 less than one times more populous than"),
    (rf"{_BE}{_MUCH}(?:shorter|lower) than\b", r"\1 less than one times higher than"),
    (rf"\b(has|have) {_MUCH}more (\w+) than\b", r"\1 more than one times as many \2 as"),
    (rf"\b(has|have) {_MUCH}(?:fewer|less) (\w+) than\b", r"\1 less than one times as many \2 as"),
    (rf"\b(has|have) an? {_MUCH}(?:larger|bigger|greater) (\w+) than\b", r"\1 more than one times the \2 of"),
    (rf"\b(has|have) an? {_MUCH}smaller (\w+) than\b", r"\1 less than one times the \2 of"),
)


def as_ratio(text: str) -> str | None:
    """Write a comparison without a number as one with it; None where there is none.

    >>> as_ratio("Alvik is far larger than Brenna.")
    'Alvik is more than one times larger than Brenna.'
    """
    for pattern, ratio in _AS_RATIO:
        plain, found = re.subn(pattern, ratio, text, flags=re.IGNORECASE)
        if found == 1:
            return plain
    return None


def comparisons(relation: Relation, subject: str) -> Iterator[str]:
    """Yield the wordings of comparisons that a relation's `sizes` and unit allow, of one subject with another."""
    ratio, one, other = f"{{{RATIO}}}", f"{{{subject}}}", f"{{{subject}{OTHER}}}"
    for noun in relation.sizes:
        for verb in ("is", "has", "has territory", "has area", "covers area"):
            yield f"{one} {verb} {ratio} {noun} of {other}"
        yield f"{one}'s {noun} is {ratio} that of {other}"
        yield f"{noun} of {one} is {ratio} that of {other}"
    for plain, comparative in adjectives_of(relation).items():
        yield f"{one} is {ratio} as {plain} as {other}"
        yield f"{one} is {ratio} {comparative} than {other}"
    for counted in _COUNTED.get(relation.unit or "", ()):
        yield f"{one} has {ratio} as many {counted} as {other}"


def adjectives_of(relation: Relation) -> dict[str, str]:
    """Return the adjectives that measure a relation's number, each with its comparative."""
    nouns = nouns_of(relation)
    return dict(pair for names, adjectives in _ADJECTIVES if names & nouns for pair in adjectives)


def nouns_of(relation: Relation) -> frozenset[str]:
    """Return the nouns that name what a relation measures, without what qualifies them."""
    return frozenset(noun.rsplit(" ", maxsplit=1)[-1] for noun in relation.sizes)
