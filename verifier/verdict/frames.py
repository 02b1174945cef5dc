"""Reads a claim whole: every word must be accounted for by one wording of one relation.

A claim that is not consumed to the last word yields no frame: a half-read claim decides nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from verifier.agreement import in_unit
from verifier.dates import TimeMention
from verifier.facts import Corpus, Nature, Relation
from verifier.quantities import Quantity
from verifier.text import is_only_noun
from verifier.verdict.comparisons import RATIO
from verifier.verdict.index import PatternIndex
from verifier.verdict.lexicon import EXTENTS, PAST_FORMS, PRESENT_FORMS, SKIPPABLE, Polarity
from verifier.verdict.mentions import Linker
from verifier.verdict.patterns import Pattern, Slot, Word
from verifier.verdict.phrases import patterns_of
from verifier.verdict.reading import Reading, read
from verifier.verdict.slots import SlotTypes
from verifier.verdict.strangers import Strangers


class Tense(StrEnum):
    """Whether a claim speaks of what is or of what was."""

    PRESENT = "present"
    PAST = "past"
    OPEN = "open"  # no auxiliary that would tell


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim, read whole: who, which relation, when, how many, and whether it is denied."""

    relation: Relation
    slots: Mapping[str, str]  # slot -> entity id, constants left out
    quantity: Quantity | None
    ratio: bool  # the quantity says how many times the other's value
    time: TimeMention | None
    polarity: Polarity
    tense: Tense


@dataclass(frozen=True, slots=True)
class _Match:
    """How a wording has consumed a claim so far."""

    slots: Mapping[str, frozenset[str]] = field(default_factory=dict)
    quantity: Quantity | None = None
    tense: Tense = Tense.OPEN

    def saw(self, word: str) -> "_Match":
        if self.tense is not Tense.OPEN or word not in PAST_FORMS | PRESENT_FORMS:
            return self
        return replace(self, tense=Tense.PAST if word in PAST_FORMS else Tense.PRESENT)


class FrameReader:
    """Matches claims against the wordings that a corpus declares, and those that the lexicon adds."""

    def __init__(self, corpus: Corpus, linker: Linker) -> None:
        self._linker = linker
        self._types = SlotTypes(corpus)
        self._strangers = Strangers(corpus)
        self._patterns = PatternIndex(p for t in corpus.tables for r in t.relations for p in patterns_of(r))

    def read(self, text: str, anchor: date) -> list[Frame]:
        """Return every reading of the whole text; none when a word, a name or a date is left over.

        Where the corpus' own words read the text, what the lexicon adds does not count.
        """
        reading = read(text, anchor, self._linker)
        if reading is None:
            return []
        found = [(p, frame) for p, match in self._matches(reading) for frame in self._frames(p, reading, match)]
        declared = [frame for pattern, frame in found if pattern.declared]
        return declared or _distinct([frame for _, frame in found])

    def unclear(self, text: str, anchor: date) -> tuple[Relation, frozenset[str]] | None:
        """Return a relation that reads the whole text, and what one of its names may be, where it may be several."""
        reading = read(text, anchor, self._linker)
        for pattern, match in self._matches(reading) if reading else ():
            for entities in match.slots.values():
                if len(entities) > 1:
                    return pattern.relation, entities
        return None

    def _matches(self, reading: Reading) -> Iterator[tuple[Pattern, _Match]]:
        for pattern in self._patterns.candidates(reading.folded):
            if _deniable(pattern, reading.polarity):
                for match in self._match(pattern, 0, reading, 0, _Match()):
                    yield pattern, match

    def _frames(self, pattern: Pattern, reading: Reading, match: _Match) -> Iterator[Frame]:
        if all(len(ids) == 1 for ids in match.slots.values()):
            yield self._frame(pattern, reading, match)

    def _frame(self, pattern: Pattern, reading: Reading, match: _Match) -> Frame:
        slots = {slot: next(iter(ids)) for slot, ids in match.slots.items()}
        return Frame(
            relation=pattern.relation,
            slots={slot: entity for slot, entity in slots.items() if not self._types.is_constant(slot)},
            quantity=match.quantity,
            ratio=any(isinstance(e, Slot) and e.name == RATIO for e in pattern.elements),
            time=reading.time,
            polarity=_flip(reading.polarity) if pattern.denial else reading.polarity,
            tense=match.tense,
        )

    def _match(self, pattern: Pattern, at: int, reading: Reading, token: int, match: _Match) -> Iterator[_Match]:
        """Yield the ways in which the pattern from `at` on consumes the tokens from `token` on."""
        if token == len(reading.tokens):
            if at == len(pattern.elements):
                yield match
            return
        if at < len(pattern.elements):
            for end, extended in self._step(pattern, at, reading, token, match):
                yield from self._match(pattern, at + 1, reading, end, extended)
        if reading.folded[token] in SKIPPABLE:
            yield from self._match(pattern, at, reading, token + 1, match.saw(reading.folded[token]))
        elif reading.restates(token):
            yield from self._match(pattern, at, reading, reading.mentions[token].last, match)

    def _step(
        self, pattern: Pattern, at: int, reading: Reading, token: int, match: _Match
    ) -> Iterator[tuple[int, _Match]]:
        element = pattern.elements[at]
        if not isinstance(element, Slot):
            if element.matches(reading.folded[token]):
                yield token + 1, match.saw(reading.folded[token])
        elif element.name in (pattern.relation.value, RATIO):
            for end, quantity in _quantity_at(reading, token, pattern.measured):
                yield end, replace(match, quantity=quantity)
        elif stranger := self._strangers.at(pattern.relation, element.name, reading, token):
            end, entity = stranger
            yield end, replace(match, slots={**match.slots, element.name: frozenset({entity})})
        elif (mention := reading.mentions.get(token)) and (
            entities := self._types.fitting(pattern.relation, element.name, mention.entities)
            or self._adjective(pattern, at, element, mention.entities)
        ):
            yield mention.last, replace(match, slots={**match.slots, element.name: entities})

    def _adjective(self, pattern: Pattern, at: int, slot: Slot, entities: frozenset[str]) -> frozenset[str]:
        """Return what a demonym stands for where the wording goes on with a noun that it belongs to."""
        following = pattern.elements[at + 1] if at + 1 < len(pattern.elements) else None
        belongs = isinstance(following, Word) and is_only_noun(following.text)
        return self._types.by_demonym(pattern.relation, slot.name, entities) if belongs else frozenset()


def _deniable(pattern: Pattern, polarity: Polarity) -> bool:
    """Say whether a negation fits a wording: only states can be over, and an opposite is denied by "not" alone."""
    if polarity is Polarity.NO_LONGER and pattern.relation.nature is not Nature.STATE:
        return False
    return not pattern.denial or polarity in (Polarity.AFFIRMED, Polarity.DENIED)


def _distinct(frames: list[Frame]) -> list[Frame]:
    """Drop readings that say the same."""
    return [frame for at, frame in enumerate(frames) if frame not in frames[:at]]


def _flip(polarity: Polarity) -> Polarity:
    return Polarity.DENIED if polarity is Polarity.AFFIRMED else Polarity.AFFIRMED


def _quantity_at(reading: Reading, token: int, unit: str | None) -> Iterator[tuple[int, Quantity]]:
    """Yield the quantity that starts here, words of extent such as "only" or "about" passed over.

    Where the wording leaves the unit to the number, the words of the unit belong to it and the value is converted.
    """
    at = token
    while at < len(reading.tokens) and at not in reading.quantities and reading.folded[at] in EXTENTS:
        at += 1
    if at not in reading.quantities:
        return
    end, quantity = reading.quantities[at]
    if unit is None:
        yield end, quantity
    elif (converted := in_unit(quantity, unit)) is not None:
        while end < len(reading.tokens) and reading.tokens[end].start < quantity.unit_end:
            end += 1
        yield end, converted
