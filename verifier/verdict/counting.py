"""Answers quantified claims by asking the tables about every member of a kind, and shows whom it counted."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verifier.agreement import agrees
from verifier.dates import TimeRelation, claimed_interval, write_time
from verifier.facts import Corpus, Nature
from verifier.records import Passage, TimeSpan
from verifier.verdict.cases import Truth
from verifier.verdict.frames import Frame
from verifier.verdict.lexicon import Polarity
from verifier.verdict.mentions import ANYTHING
from verifier.verdict.quantifiers import Quantified, Quantifier
from verifier.verdict.rows import RowIndex
from verifier.verdict.shares import share_truth
from verifier.verdict.slots import SlotTypes
from verifier.verdict.spans import end_of, time_of
from verifier.verdict.strangers import name_of

_NAMED = 12  # names that a derivation spells out


TruthOf = Callable[[Frame, date], Truth]


@dataclass(frozen=True, slots=True)
class Counted:
    """The truth of a quantified claim, with the steps to it and what was counted as a passage."""

    truth: Truth
    steps: tuple[str, ...]
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Extent:
    """Of which things a frame is true, of which it is open; of all others it is false."""

    true: tuple[str, ...]
    open: tuple[str, ...]


class Counter:
    """Asks about each member of a kind."""

    def __init__(self, corpus: Corpus, rows: RowIndex, truth_of: TruthOf) -> None:
        self._corpus, self._rows, self._truth_of = corpus, rows, truth_of
        self._types = SlotTypes(corpus)

    def answer(self, claim: Quantified, as_of: date) -> Counted:
        """Return whether a quantified claim holds on a day."""
        if claim.quantifier in (Quantifier.ALL, Quantifier.NONE, Quantifier.MOST, Quantifier.SHARE):
            return self._share(claim, self.extent(claim.scope, as_of), as_of)
        group = self._group(claim, as_of)
        if claim.restrictor is not None and group is None:
            return Counted(Truth.OPEN, (f"{claim.restrictor.relation.id}: not every such thing is known",))
        if claim.quantifier is Quantifier.RANK:
            return self._ranked(claim, group, as_of)
        extent = self.extent(claim.scope, as_of, group)
        if claim.quantifier is Quantifier.COUNT:
            return self._count(claim, extent, as_of)
        return self._only(claim, extent, as_of)

    def _group(self, claim: Quantified, as_of: date) -> tuple[str, ...] | None:
        """Return the things that a restrictor leaves, None without one and where it is not known of all."""
        if claim.restrictor is None or not claim.restrictor.relation.complete:
            return None
        extent = self.extent(claim.restrictor, as_of)
        return None if extent.open else extent.true

    def extent(self, frame: Frame, as_of: date, among: Iterable[str] | None = None) -> Extent:
        """Return of which things a frame with the place-holder is true on a day."""
        slot = next(slot for slot, entity in frame.slots.items() if entity == ANYTHING)
        roster = self._rows.roster(frame.relation, slot)
        candidates = self._types.accepted(frame.relation, slot) if among is None else among
        asked = sorted(entity for entity in candidates if roster is None or entity in roster)
        truths = {e: self._truth_of(replace(frame, slots={**frame.slots, slot: e}), as_of) for e in asked}
        return Extent(
            tuple(e for e, truth in truths.items() if truth is Truth.TRUE),
            tuple(e for e, truth in truths.items() if truth is Truth.OPEN),
        )

    def _count(self, claim: Quantified, extent: Extent, as_of: date) -> Counted:
        time = claim.scope.time
        lasting = time is not None and (time.relation is TimeRelation.SINCE or time.ends is not None)
        counts_begun = lasting and claim.scope.relation.nature is Nature.STATE  # "has had eight since 1985" counts all
        if claim.quantity is None or claim.scope.polarity is not Polarity.AFFIRMED or extent.open or counts_begun:
            return Counted(Truth.OPEN, (f"{claim.scope.relation.id}: not every case is known",))
        count = len(extent.true)
        steps = (*self._shown(claim.scope, extent.true, as_of), f"claimed: {claim.quantity.text.strip()}")
        truth = Truth.TRUE if agrees(claim.quantity, count) else Truth.FALSE
        return Counted(truth, steps, (self._passage(claim.scope, extent.true, as_of),))

    def _only(self, claim: Quantified, extent: Extent, as_of: date) -> Counted:
        named, true = set(claim.subjects), set(extent.true)
        steps = self._shown(claim.scope, extent.true, as_of)
        passages = (self._passage(claim.scope, extent.true, as_of),)
        if claim.scope.polarity is not Polarity.AFFIRMED:
            return Counted(Truth.OPEN, steps)
        if true - named or named - true - set(extent.open):
            return Counted(Truth.FALSE, steps, passages)
        return Counted(Truth.OPEN if extent.open else Truth.TRUE, steps, passages)

    def _share(self, claim: Quantified, extent: Extent, as_of: date) -> Counted:
        """Answer "all", "no" and "most": of the restricted things, or for "no" of all."""
        if claim.restrictor is None:
            if claim.quantifier is not Quantifier.NONE or claim.scope.polarity is not Polarity.AFFIRMED:
                return Counted(Truth.OPEN, ("the claim does not say of which things",))
            asked, unsure = Extent((*extent.true, *extent.open), ()), False
        else:
            asked = self.extent(claim.restrictor, as_of)
            unsure = bool(asked.open) or not claim.restrictor.relation.complete
            roster = self._rows.roster(claim.scope.relation, _slot(claim.scope))
            asked = replace(asked, true=tuple(e for e in asked.true if roster is None or e in roster))
            extent = self.extent(claim.scope, as_of, asked.true)
        if claim.restrictor is not None and not asked.true:
            return Counted(Truth.OPEN, (f"{claim.restrictor.relation.id}: nothing is such",))
        steps = (f"asked of {len(asked.true)}: {self._names(asked.true)}", f"true of {len(extent.true)}, "
                 f"open for {len(extent.open)}: {self._names(extent.true)}")  # fmt: skip
        truth = _share_truth(claim, len(asked.true), extent)
        if unsure and truth is not _disproof(claim.quantifier, extent, len(asked.true)):
            truth = Truth.OPEN
        return Counted(truth, steps, (self._passage(claim.scope, extent.true, as_of),))

    def _ranked(self, claim: Quantified, group: tuple[str, ...] | None, as_of: date) -> Counted:
        frame, relation = claim.scope, claim.scope.relation
        begins = {e: span for e, span in self._begins(frame, as_of).items() if group is None or e in group}
        own = begins.get(claim.subjects[0]) if len(claim.subjects) == 1 else None
        if not relation.complete or frame.polarity is not Polarity.AFFIRMED or len(claim.subjects) != 1:
            return Counted(Truth.OPEN, (f"{relation.id}: the list is not declared complete, so nothing can be ranked",))
        name = name_of(claim.subjects[0], self._corpus)
        if own is None:
            return Counted(Truth.FALSE, (f"{name}: not among {len(begins)} of {relation.table} up to {as_of}",))
        steps = (f"{name}: {write_time(own)}", f"ranked among {len(begins)} of {relation.table} up to {as_of}")
        rows = self._rows.about(relation, _slot(frame), claim.subjects[0])
        passages = self._rows.passages(relation, rows) or (self._passage(frame, claim.subjects, as_of),)
        times = [own, *(time for row in rows if (time := time_of(row, relation.or_at)) is not None)]
        if frame.time is not None and not any(claimed_interval(frame.time).contains(time) for time in times):
            return Counted(Truth.FALSE, (*steps, f"claimed: {frame.time.text.strip()}"), passages)
        low, high = self._places(claim, begins, own, as_of)
        places = f"place {low}" if low == high else f"places {low} to {high}, shared"
        truth = _place_truth(claim.rank, low, high, len(begins))
        if truth is Truth.FALSE and claim.rank > 1 and relation.nature is not Nature.STATE:
            truth = Truth.OPEN if self._may_have_left(claim, begins, own, low) else truth
        return Counted(truth, (*steps, places), passages)

    def _may_have_left(self, claim: Quantified, begins: Mapping[str, TimeSpan], own: TimeSpan, low: int) -> bool:
        """Say whether a lower place may leave out those who had left: the "125th to join", of 127 who ever did."""
        states = [r for r in self._rows.tables[claim.scope.relation.table].relations if r.nature is Nature.STATE]
        over = {
            entity
            for relation in states
            for row in self._rows.stating(relation)
            if (end := end_of(row, relation)) is not None and end <= own.first
            for entity in self._rows.entities(row, relation, _slot(claim.scope))
        }
        left = sum(entity in begins for entity in over)
        return low - left <= claim.rank < low

    def _places(self, claim: Quantified, begins: Mapping[str, TimeSpan], own: TimeSpan, as_of: date) -> tuple[int, int]:
        """Return the first and last place that a subject may have; in a state, those count who are in it that day."""
        before = [e for e, span in begins.items() if span.first < own.first]
        same = [e for e, span in begins.items() if span.first == own.first]
        if claim.scope.relation.nature is Nature.STATE and claim.rank > 1:
            still = self.extent(replace(claim.scope, time=None), own.first, before)
            before = list(still.true)
        return len(before) + 1, len(before) + len(same)

    def _begins(self, frame: Frame, as_of: date) -> Mapping[str, TimeSpan]:
        """Return when it began or happened, by entity, up to the as-of day; the earliest where it happened often."""
        relation = frame.relation
        column = relation.begins if relation.nature is Nature.STATE else relation.at
        fixed = {slot: entity for slot, entity in frame.slots.items() if entity != ANYTHING}
        found: dict[str, TimeSpan] = {}
        for row in self._rows.matching(relation, fixed) if fixed else self._rows.stating(relation):
            time = row.cells[column].time if column else None
            for entity in self._rows.entities(row, relation, _slot(frame)):
                if (
                    time is not None
                    and time.first <= as_of
                    and (entity not in found or time.first < found[entity].first)
                ):
                    found[entity] = time
        return found

    def _names(self, entities: Sequence[str]) -> str:
        names = sorted(name_of(entity, self._corpus) for entity in entities)
        more = len(names) - _NAMED
        return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")

    def _shown(self, frame: Frame, entities: Sequence[str], as_of: date) -> tuple[str, ...]:
        day = write_time(claimed_interval(frame.time)) if frame.time else str(as_of)
        return (f"{frame.relation.id}: counted {len(entities)} for {day}", self._names(entities))

    def _passage(self, frame: Frame, entities: Sequence[str], as_of: date) -> Passage:
        table = self._rows.tables[frame.relation.table]
        what = frame.relation.name.replace("_", " ")
        return Passage(
            id=f"{table.name}/count/{frame.relation.name}",
            text=f"As of {as_of}: {what} is true of {len(entities)} in '{table.title}': {self._names(entities)}.",
            source=f"{table.title} ({table.file}), {len(table.rows)} entries",
            table=table.name,
        )


def _slot(frame: Frame) -> str:
    return next(slot for slot, entity in frame.slots.items() if entity == ANYTHING)


def _share_truth(claim: Quantified, asked: int, extent: Extent) -> Truth:
    least, most = len(extent.true), len(extent.true) + len(extent.open)
    match claim.quantifier:
        case Quantifier.SHARE:
            known = claim.quantity is not None and least == most
            return share_truth(claim.quantity, least, asked) if claim.quantity and known else Truth.OPEN
        case Quantifier.ALL:
            return Truth.TRUE if least == asked else Truth.FALSE if most < asked else Truth.OPEN
        case Quantifier.MOST:
            return Truth.TRUE if least * 2 > asked else Truth.FALSE if most * 2 <= asked else Truth.OPEN
    return Truth.FALSE if least else Truth.OPEN if most else Truth.TRUE


def _disproof(quantifier: Quantifier, extent: Extent, asked: int) -> Truth | None:
    """Return the truth that one counterexample shows even in a list that may lack entries."""
    if quantifier is Quantifier.ALL and len(extent.true) + len(extent.open) < asked:
        return Truth.FALSE
    return Truth.FALSE if quantifier is Quantifier.NONE and extent.true else None


def _place_truth(rank: int, low: int, high: int, last: int) -> Truth:
    if rank < 0:
        return Truth.FALSE if high < last else Truth.TRUE if low == high else Truth.OPEN
    if low == high == rank:
        return Truth.TRUE
    return Truth.OPEN if low <= rank <= high else Truth.FALSE
