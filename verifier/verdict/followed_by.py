"""What follows the first in an order is the second: "A is the largest town, followed by B" gives two places."""

import re
from collections.abc import Iterator

from verifier.verdict.parts import Part, Words
from verifier.verdict.superlatives import DEGREES

_FOLLOWED = re.compile(
    rf"^(?P<main>.+? (?P<be>is|was|remains) (?P<before>[^,]*?)(?P<degree>{DEGREES})(?P<after>\s[^,]+)),? "
    r"followed by (?P<next>[^,]+)$",
    re.IGNORECASE,
)


def followed_by(words: Words) -> Iterator[tuple[Part, ...]]:
    """Yield the claim of the first place and that of the second."""
    match = _FOLLOWED.match(words.text.rstrip(" ."))
    if match is not None:
        second = f"{match['next']} {match['be']} {match['before']}second-{match['degree']}{match['after']}"
        yield Part(match["main"]), Part(second)
