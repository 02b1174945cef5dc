"""What a text asserts and what it denies where it sets one thing against another: "states, not individuals"."""

import re
from dataclasses import dataclass

from verifier.text import content_words, lemmas

_PHRASE = r"(?P<denied>[^,.;:()]+?)"
_DENIALS = (
    re.compile(rf"\bnot\s+{_PHRASE},?\s+but\b(?!\s+not)", re.IGNORECASE),  # "not A but B"
    re.compile(rf"(?:,|\bbut|\band)\s+not\s+(?!yet\b|only\b){_PHRASE}(?=[,.;:()]|$)", re.IGNORECASE),  # "B, not A"
    re.compile(rf"\b(?:rather\s+than|instead\s+of|as\s+opposed\s+to)\s+{_PHRASE}(?=[,.;:()]|$)", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Contrast:
    """Dictionary forms of the content words that a text asserts, and of those that it denies beside them."""

    asserted: frozenset[str]
    denied: frozenset[str]


def contrast_of(text: str) -> Contrast:
    """Return what a text asserts and denies; nothing is denied where it sets nothing against another.

    >>> sorted(contrast_of("The Court tries States, not individuals.").denied)
    ['individual', 'individuals']
    """
    denied, rest = [], text
    for pattern in _DENIALS:
        while (match := pattern.search(rest)) is not None:
            denied.append(match["denied"])
            rest = f"{rest[: match.start()]} , {rest[match.end() :]}"
    return Contrast(_forms(rest), _forms(" ".join(denied)))


def _forms(text: str) -> frozenset[str]:
    return frozenset(form for word in content_words(text) for form in lemmas(word))


def opposed(claim: str, premise: str) -> bool:
    """Say whether the premise denies what the claim asserts, or asserts what the claim denies.

    >>> opposed("It tries States, not individuals.", "It tries individuals, not States.")
    True
    >>> opposed("It tries individuals, not States.", "It tries individuals, not States.")
    False
    """
    said, given = contrast_of(claim), contrast_of(premise)
    return bool((said.asserted & given.denied) - given.asserted or (said.denied & given.asserted) - said.asserted)
