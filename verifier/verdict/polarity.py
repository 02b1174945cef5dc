"""Takes the words of negation out of a claim and says what they deny."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.text import Token, fold, lemmas
from verifier.verdict.lexicon import (
    ANY_MORE,
    BE_FORMS,
    DENYING_BEFORE_TO,
    FORMERLY,
    NEGATIONS,
    NEVER,
    Polarity,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """Words of negation at places in the claim."""

    places: frozenset[int]
    polarity: Polarity


def without_negation(tokens: Sequence[Token]) -> tuple[list[Token], Polarity] | None:
    """Return the tokens without their negation and its meaning; None when two negations meet.

    "has yet to ratify" and "failed to ratify" deny like "not"; "is not a member any more", "used to be a member"
    and "is a former member" all say that something has ended.
    """
    words = [fold(token.text) for token in tokens]
    found = list(_negations(words))
    if len(found) > 1:
        return None
    if not found:
        return list(tokens), Polarity.AFFIRMED
    drop = found[0].places | {at for at, word in enumerate(words) if word == "yet"}
    return [token for at, token in enumerate(tokens) if at not in drop], found[0].polarity


def _negations(words: Sequence[str]) -> Iterator[_Found]:
    at = 0
    while at < len(words):
        found = _at(words, at)
        if found is not None:
            yield found
        at = max((place for place in found.places if place < at + 4), default=at) + 1 if found else at + 1


def _at(words: Sequence[str], at: int) -> _Found | None:
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word == "no" and after == "longer":
        return _Found(frozenset({at, at + 1}), Polarity.NO_LONGER)
    if tuple(words[at : at + 3]) == ("at", "no", "time"):
        return _Found(frozenset({at, at + 1, at + 2}), Polarity.NEVER)
    if word in NEVER:
        return _Found(frozenset({at}), Polarity.NEVER)
    if word in NEGATIONS:
        return _denied(words, at)
    if word == "no" and at and words[at - 1] in BE_FORMS:
        return _Found(frozenset({at}), Polarity.DENIED)
    if after == "to" and lemmas(word) & DENYING_BEFORE_TO:
        return _Found(frozenset({at, at + 1}), Polarity.DENIED)
    if word == "used" and after == "to":
        return _Found(frozenset({at, at + 1}), Polarity.NO_LONGER)
    return _Found(frozenset({at}), Polarity.NO_LONGER) if word in FORMERLY else None


def _denied(words: Sequence[str], at: int) -> _Found:
    """Read "not", which "any more" or "ever" after it turn into "no longer" or "never"."""
    for ending in ANY_MORE:
        for place in range(at + 1, len(words) - len(ending) + 1):
            if tuple(words[place : place + len(ending)]) == ending:
                return _Found(frozenset({at, *range(place, place + len(ending))}), Polarity.NO_LONGER)
    if words[at + 1 : at + 2] == ["ever"]:
        return _Found(frozenset({at, at + 1}), Polarity.NEVER)
    return _Found(frozenset({at}), Polarity.DENIED)
