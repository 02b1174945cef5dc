"""The exact checker: frames answered from tables, with a derivation that a reader can follow."""

from collections.abc import Sequence
from datetime import date

from rapidfuzz.fuzz import ratio

from verifier.facts import Corpus, Nature, Relation
from verifier.quantities import find_quantities
from verifier.records import Claim, Finding, Flag, Passage, Stance
from verifier.text import tokenize
from verifier.verdict import amounts
from verifier.verdict.again import happened_again, once
from verifier.verdict.anniversaries import Anniversaries
from verifier.verdict.answers import answer, since_then
from verifier.verdict.apart import ways_apart
from verifier.verdict.cases import Answer, Case, Truth
from verifier.verdict.comparisons import OTHER, as_ratio
from verifier.verdict.counting import Counted, Counter
from verifier.verdict.durations import Lasting, lasted, lasting
from verifier.verdict.frames import Frame, FrameReader
from verifier.verdict.intervals import Intervals
from verifier.verdict.lexicon import Polarity
from verifier.verdict.mentions import Linker
from verifier.verdict.openings import without_opening
from verifier.verdict.ordering import Ordering
from verifier.verdict.parts import Part, words_of
from verifier.verdict.quantifiers import QuantifierReader
from verifier.verdict.rows import RowIndex
from verifier.verdict.scopes import Scopes
from verifier.verdict.sentences import state_absence
from verifier.verdict.strangers import name_of
from verifier.verdict.succession import Successions
from verifier.verdict.superlatives import SuperlativeReader
from verifier.verdict.tenses import of_another_time

_DEEPEST = 3  # how often parts of parts are taken apart


class ExactChecker:
    """Answers claims that one relation of the corpus can read whole.

    Sources: closed-world assumption (Reiter 1978) for lists declared complete; Allen's interval
    relations (1983) for time.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._linker = Linker(corpus.entities.values(), corpus.constants.values())
        self._reader = FrameReader(corpus, self._linker)
        self._quantifiers = QuantifierReader(self._reader, self._linker)
        self._rows = RowIndex(corpus)
        self._counter = Counter(corpus, self._rows, self._truth)
        self._intervals = Intervals(self._reader, self._rows, self._linker)
        scopes = Scopes(self._reader, self._linker)
        superlatives = SuperlativeReader(corpus, self._rows, scopes, self._linker)
        self._ordering = Ordering(corpus, self._rows, self._counter, superlatives)
        self._anniversaries = Anniversaries(self._intervals, self._linker)
        self._successions = Successions(corpus, self._rows, self._linker)

    def check(self, claim: Claim, as_of: date) -> Finding | None:
        """Return what the tables say, or None when no relation reads the claim whole.

        Readings that contradict each other leave the claim open; the finding then names both.
        """
        if Flag.UNRESOLVED_REFERENCE in claim.flags and self._linker.definite(tokenize(claim.text)):
            return None  # the article may speak of another court
        text = without_opening(claim.text)
        finding = self._read(text, as_of, _DEEPEST)
        if finding and finding.stance is Stance.REFUTES and of_another_time(text, as_of):
            steps = (*finding.derivation, "'had' speaks of an earlier time, which the claim does not state")
            finding = finding.model_copy(update={"stance": Stance.NEUTRAL, "derivation": steps})
        spelt = (*self._misspelt(text), *self._by_noun(text)) if finding else ()
        return finding.model_copy(update={"derivation": (*spelt, *finding.derivation)}) if finding else None

    def _read(self, text: str, as_of: date, depth: int) -> Finding | None:
        findings = [self._find(frame, as_of) for frame in self._reader.read(text, as_of)]
        decided = [f for f in findings if f.stance is not Stance.NEUTRAL]
        if len({f.stance for f in decided}) > 1:
            return _ambiguous(decided)
        if findings:
            return next(iter(decided or findings))
        if (compared := as_ratio(text)) is not None and (finding := self._read(compared, as_of, 0)) is not None:
            return finding
        if (plain := once(text)) is not None:
            repeated = happened_again(self._reader.read(plain, as_of), self._rows, as_of)
            return self._made(*repeated, as_of) if repeated else None
        quantified = self._quantifiers.read(text, as_of)
        if quantified is not None:
            return self._made(quantified.scope.relation, self._counter.answer(quantified, as_of), as_of)
        if (placed := self._ordering.answer(text, as_of)) is not None:
            return self._made(*placed, as_of)
        if (marked := self._anniversaries.answer(text, as_of)) is not None:
            return self._made(*marked, as_of)
        if (duration := lasting(text)) is not None:
            return self._lasted(duration, as_of)
        if (ordered := self._intervals.answer(text, as_of)) is not None:
            return self._made(*ordered, as_of)
        if (followed := self._successions.answer(text, as_of)) is not None:
            return self._made(*followed, as_of)
        if (unclear := self._reader.unclear(text, as_of)) is not None:
            return self._unclear(*unclear)
        return self._compound(text, as_of, depth - 1) if depth else None

    def _unclear(self, relation: Relation, entities: frozenset[str]) -> Finding:
        names = " or ".join(sorted(name_of(entity, self._corpus) for entity in entities))
        step = f"the name may be {names}: the claim does not say which"
        return Finding(stance=Stance.NEUTRAL, check=relation.id, derivation=(step,), passages=())

    def _misspelt(self, text: str) -> tuple[str, ...]:
        """Return a step for each name that was read by likeness."""
        words = words_of(text, self._linker)
        spelt = [(words.piece(m.first, m.last), m.entities) for m in self._linker.link(words.tokens) if m.misspelt]
        clear = [(name, ids) for name, ids in spelt if len({i.split(":")[0] for i in ids}) == len(ids)]
        return tuple(f"'{name}' read as {self._likest(name, entities)}" for name, entities in clear)

    def _by_noun(self, text: str) -> tuple[str, ...]:
        """Return a step for each thing that is called by its noun alone."""
        tokens = tokenize(text)
        found = {tokens[m.first].text: next(iter(m.entities)) for m in self._linker.definite(tokens)}
        return tuple(f"'the {word}' read as {name_of(entity, self._corpus)}" for word, entity in found.items())

    def _likest(self, name: str, entities: frozenset[str]) -> str:
        return max(sorted(name_of(entity, self._corpus) for entity in entities), key=lambda other: ratio(name, other))

    def _compound(self, text: str, as_of: date, depth: int) -> Finding | None:
        """Read a claim part by part; the first way of taking it apart in which every part is read decides."""
        words = words_of(text, self._linker)
        for parts in ways_apart(words):
            findings, several = [], len({self._subject_of(part) for part in parts}) > 1
            for part in parts:
                finding = self._read(part.text, as_of, depth)
                if finding is None or (several and self._collective(part, finding)):
                    break
                findings.append(finding)
            else:
                return joined(parts, findings)
        return None

    def _subject_of(self, part: Part) -> str:
        words = words_of(part.text, self._linker)
        return words.name(words.atoms[0]) if words.atoms else part.text

    def _collective(self, part: Part, finding: Finding) -> bool:
        """Say whether a part gives a number, which several names may have together."""
        natures = {r.id: r.nature for table in self._corpus.tables for r in table.relations}
        return natures.get(finding.check) is Nature.QUANTITY and bool(find_quantities(part.text))

    def _made(self, relation: Relation, counted: Counted, as_of: date) -> Finding:
        """Return the finding of an answer that is about no single frame."""
        return Finding(
            stance=_stance(counted.truth, Polarity.AFFIRMED),
            check=relation.id,
            derivation=(*counted.steps, *self._horizon(as_of)),
            passages=counted.passages,
        )

    def _lasted(self, claimed: Lasting, as_of: date) -> Finding | None:
        """Answer how long a state has held; events and what is denied have no duration."""
        for frame in self._reader.read(claimed.text, as_of):
            if frame.relation.nature is Nature.STATE and frame.polarity is Polarity.AFFIRMED and frame.time is None:
                result = lasted(self._case(frame, as_of), claimed)
                return self._finding(frame, result, as_of)
        return None

    def _truth(self, frame: Frame, as_of: date) -> Truth:
        """Return whether a frame holds, its own polarity applied."""
        stance = _stance(self._answer(frame, as_of).truth, frame.polarity)
        return Truth.OPEN if stance is Stance.NEUTRAL else Truth.TRUE if stance is Stance.SUPPORTS else Truth.FALSE

    def _find(self, frame: Frame, as_of: date) -> Finding:
        return self._finding(frame, since_then(frame, self._answer(frame, as_of)), as_of)

    def _finding(self, frame: Frame, result: Answer, as_of: date) -> Finding:
        relation = frame.relation
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
            return amounts.amount(case)
        slot, other = next((s, e) for s, e in frame.slots.items() if s.endswith(OTHER))
        return amounts.ratio(case, self._rows.about(frame.relation, slot.removesuffix(OTHER), other))

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


def joined(parts: Sequence[Part], findings: Sequence[Finding]) -> Finding:
    """Return the finding of a whole from those of its parts: all must hold, and one that fails refutes it."""
    stances = [_turned(f.stance) if part.negated else f.stance for part, f in zip(parts, findings, strict=True)]
    agreed = all(stance is Stance.SUPPORTS for stance in stances)
    whole = Stance.REFUTES if Stance.REFUTES in stances else Stance.SUPPORTS if agreed else Stance.NEUTRAL
    steps = [
        f"{'not: ' if part.negated else ''}{part.text}: {stance}: {'; '.join(finding.derivation)}"
        for part, stance, finding in zip(parts, stances, findings, strict=True)
    ]
    deciding = [f for f, stance in zip(findings, stances, strict=True) if stance is whole] or findings
    passages = {passage.id: passage for finding in deciding for passage in finding.passages}
    checks = " + ".join(dict.fromkeys(finding.check for finding in findings))
    return Finding(stance=whole, check=checks, derivation=tuple(steps), passages=tuple(passages.values()))


def _turned(stance: Stance) -> Stance:
    return {Stance.SUPPORTS: Stance.REFUTES, Stance.REFUTES: Stance.SUPPORTS}.get(stance, stance)


def _ambiguous(findings: list[Finding]) -> Finding:
    steps = tuple(f"{f.check} {f.stance}: {step}" for f in findings for step in f.derivation)
    passages = tuple(p for f in findings for p in f.passages)
    check = " / ".join(dict.fromkeys(f.check for f in findings))
    return Finding(stance=Stance.NEUTRAL, check=check, derivation=steps, passages=passages)
