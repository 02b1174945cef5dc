"""The exact checker: frames answered from tables, with a derivation that a reader can follow."""

from datetime import date

from verifier.facts import Corpus, Nature, Relation
from verifier.records import Claim, Finding, Passage, Stance
from verifier.verdict.amounts import amount, ratio
from verifier.verdict.answers import Answer, Case, Truth, answer
from verifier.verdict.frames import Frame, FrameReader
from verifier.verdict.lexicon import Polarity
from verifier.verdict.patterns import OTHER
from verifier.verdict.rows import RowIndex
from verifier.verdict.sentences import state_absence


class ExactChecker:
    """Answers claims that one relation of the corpus can read whole.

    Sources: closed-world assumption (Reiter 1978) for lists declared complete; Allen's interval
    relations (1983) for time.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._reader = FrameReader(corpus)
        self._rows = RowIndex(corpus)

    def check(self, claim: Claim, as_of: date) -> Finding | None:
        """Return what the tables say, or None when no relation reads the claim whole.

        Readings that contradict each other leave the claim open; the finding then names both.
        """
        findings = [self._find(frame, as_of) for frame in self._reader.read(claim.text, as_of)]
        decided = [f for f in findings if f.stance is not Stance.NEUTRAL]
        if len({f.stance for f in decided}) > 1:
            return _ambiguous(decided)
        return next(iter(decided or findings), None)

    def _find(self, frame: Frame, as_of: date) -> Finding:
        relation = frame.relation
        result = self._answer(frame, as_of)
        passages = self._rows.passages(relation, list(result.rows))
        if not passages and result.truth is Truth.FALSE:
            passages = (self._absence(frame, as_of),)
        return Finding(
            stance=_stance(result.truth, frame.polarity),
            check=relation.id,
            derivation=(*result.steps, *self._horizon(as_of)),
            passages=passages,
        )

    def _answer(self, frame: Frame, as_of: date) -> Answer:
        if frame.time and frame.time.span and frame.time.span.first > as_of:
            return Answer(Truth.OPEN, (), (f"speaks of a time after {as_of}",))
        case = self._case(frame, as_of)
        if frame.relation.nature is not Nature.QUANTITY:
            return answer(case)
        if not frame.ratio:
            return amount(case)
        slot, other = next((s, e) for s, e in frame.slots.items() if s.endswith(OTHER))
        return ratio(case, self._rows.about(frame.relation, slot.removesuffix(OTHER), other))

    def _case(self, frame: Frame, as_of: date) -> Case:
        relation = frame.relation
        subject = _subject(relation, frame)
        return Case(
            frame=frame,
            rows=self._rows.matching(relation, frame.slots),
            subject_rows=self._rows.about(relation, subject, frame.slots[subject]) if subject else (),
            entries=len(self._rows.tables[relation.table].rows),
            as_of=as_of,
        )

    def _absence(self, frame: Frame, as_of: date) -> Passage:
        return state_absence(frame, self._corpus, self._rows.tables[frame.relation.table], as_of)

    def _horizon(self, as_of: date) -> tuple[str, ...]:
        if as_of <= self._corpus.as_of:
            return (f"judged as of {as_of}",)
        return (f"judged as of {as_of}; the corpus states what was known on {self._corpus.as_of}",)


def _subject(relation: Relation, frame: Frame) -> str | None:
    """Return the slot that a row is about: the first one in the relation's own sentence."""
    places = {slot: relation.sentence.find("{" + slot + "}") for slot in frame.slots}
    named = {slot: place for slot, place in places.items() if place >= 0}
    return min(named, key=lambda slot: named[slot]) if named else next(iter(frame.slots), None)


def _stance(truth: Truth, polarity: Polarity) -> Stance:
    if truth is Truth.OPEN:
        return Stance.NEUTRAL
    holds = truth is Truth.TRUE
    return Stance.SUPPORTS if holds == (polarity is Polarity.AFFIRMED) else Stance.REFUTES


def _ambiguous(findings: list[Finding]) -> Finding:
    steps = tuple(f"{f.check} {f.stance}: {step}" for f in findings for step in f.derivation)
    passages = tuple(p for f in findings for p in f.passages)
    check = " / ".join(dict.fromkeys(f.check for f in findings))
    return Finding(stance=Stance.NEUTRAL, check=check, derivation=steps, passages=passages)
