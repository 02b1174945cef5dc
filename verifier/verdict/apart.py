"""All the ways in which a claim may be taken apart, the likeliest first."""

from collections.abc import Iterator
from itertools import chain

from verifier.verdict.done_so import done_so
from verifier.verdict.followed_by import followed_by
from verifier.verdict.lists import contrasts, lists
from verifier.verdict.one_of import one_of
from verifier.verdict.only_of import only_of
from verifier.verdict.parts import Part, Words
from verifier.verdict.predicates import predicates
from verifier.verdict.qualified import of_its, qualified


def ways_apart(words: Words) -> Iterator[tuple[Part, ...]]:
    """Yield parts that together say what the claim says; a wrong guess is read by nobody."""
    return chain(
        one_of(words), only_of(words), of_its(words), done_so(words), followed_by(words), qualified(words),
        lists(words), contrasts(words), predicates(words),
    )  # fmt: skip
