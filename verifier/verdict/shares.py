"""Shares of a group: "half of the members", "a third of", "35 % of", "more than half"."""

import re
from dataclasses import dataclass, replace

from verifier.agreement import agrees
from verifier.quantities import Approximation, Quantity, Role, find_quantities
from verifier.verdict.cases import Truth

_FRACTIONS = {
    "a half": 0.5, "one half": 0.5, "half": 0.5, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3,
    "a quarter": 0.25, "one quarter": 0.25, "a fourth": 0.25, "three quarters": 0.75, "a fifth": 0.2, "one fifth": 0.2,
    "one in three": 1 / 3, "one in four": 0.25, "one in five": 0.2, "one in ten": 0.1, "two fifths": 0.4,
    "three fifths": 0.6, "four fifths": 0.8, "a tenth": 0.1, "one tenth": 0.1,
}  # fmt: skip
_WORDS = "|".join(re.escape(words).replace(r"\ ", r"[\s-]") for words in sorted(_FRACTIONS, key=len, reverse=True))
_LEAD = re.compile(
    rf"^(?P<hedge>[A-Za-z][A-Za-z ]*?\s)?(?:(?P<fraction>{_WORDS})|(?P<percent>\d+(?:\.\d+)?\s?(?:%|per\s?cent)))"
    r"\s(?:of\s)?(?:the\s|all\s)?(?P<rest>.+)$",
    re.IGNORECASE,
)
_NEAR, _FAR = 0.02, 0.07  # of a plain share: within the first it holds, beyond the second it is wrong


@dataclass(frozen=True, slots=True)
class Share:
    """A claimed share from 0 to 1, and the claim without it."""

    quantity: Quantity
    rest: str


def share_of(text: str) -> Share | None:
    """Return the share that a claim begins with, None where it begins with something else.

    >>> found = share_of("More than a third of the members are towns.")
    >>> found.rest, round(found.quantity.value, 2), found.quantity.approximation.value
    ('members are towns.', 0.33, 'more_than')
    """
    match = _LEAD.match(text)
    if match is None:
        return None
    fraction = re.sub(r"[\s-]", " ", (match["fraction"] or "").lower())
    value = _FRACTIONS[fraction] if fraction else float(re.sub(r"[^\d.]", "", match["percent"])) / 100
    hedged = find_quantities(f"{match['hedge'] or ''}1")
    if len(hedged) != 1 or hedged[0].start != 0:
        return None  # the words before are no hedge
    said = text[: match.start("rest")].removesuffix("the ").removesuffix("all ").strip()
    return Share(replace(hedged[0], value=value, step=0.0, text=said, unit=None, role=Role.SHARE), match["rest"])


def share_truth(claimed: Quantity, part: int, whole: int) -> Truth:
    """Compare a claimed share with a counted one: plain shares are round, so what is near is left open."""
    actual = part / whole
    if claimed.approximation not in (Approximation.EXACT, Approximation.ABOUT):
        return Truth.TRUE if agrees(claimed, actual) else Truth.FALSE
    apart = abs(actual - claimed.value)
    return Truth.TRUE if apart <= _NEAR else Truth.FALSE if apart > _FAR else Truth.OPEN
