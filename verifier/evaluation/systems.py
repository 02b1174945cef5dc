"""What is compared: the program, the program without one of its parts, and the common designs of the field."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from verifier.build import Workshop
from verifier.nli.lexical import LexicalJudge
from verifier.pipeline import Pipeline, Question
from verifier.protocols import Judge, Retriever
from verifier.records import CheckedClaim, Claim, Finding, Hit, Judgement, Label, Pair
from verifier.verdict.decide import Decider
from verifier.verdict.guards import Aligner, Alignment
from verifier.verdict.mentions import Linker


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict in the terms of the gold data."""

    label: str
    confidence: float | None
    decider: str
    note: str = ""
    evidence: tuple[str, ...] = ()  # passages, best first
    check: str = ""  # relation that an exact check read the claim by, if any did


System = Callable[[Sequence[Question]], list[Answer]]


@dataclass(frozen=True, slots=True)
class RememberingJudge:
    """Judges each pair once, however many systems ask."""

    judge_: Judge
    known: dict[Pair, Judgement] = field(default_factory=dict)

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one judgement a pair, in order."""
        new = list(dict.fromkeys(pair for pair in pairs if pair not in self.known))
        self.known.update(zip(new, self.judge_.judge(new), strict=True))
        return [self.known[pair] for pair in pairs]


@dataclass(frozen=True, slots=True)
class RememberingRetriever:
    """Searches for each query once."""

    retriever: Retriever
    known: dict[tuple[str, int, date | None], list[Hit]] = field(default_factory=dict)

    def search(self, queries: Sequence[str], k: int, known_by: date | None = None) -> list[list[Hit]]:
        """Return up to k hits for each query, best first; none that was known only after `known_by`."""
        new = list(dict.fromkeys(query for query in queries if (query, k, known_by) not in self.known))
        found = self.retriever.search(new, k, known_by) if new else []
        self.known.update({(query, k, known_by): hits for query, hits in zip(new, found, strict=True)})
        return [self.known[query, k, known_by] for query in queries]


class NoChecks:
    """An exact checker that can read no claim."""

    def check(self, claim: Claim, as_of: date) -> Finding | None:
        """Return None."""
        return None


class Unguarded(Aligner):
    """An aligner that never objects to what the NLI model says."""

    def align(self, claim: str, premise: str, anchor: date) -> Alignment:
        """Return full agreement."""
        return Alignment((), (), (), vague=False, restrictions=(), same_polarity=True, opposed=False, coverage=1.0)


def remembering(workshop: Workshop) -> Pipeline:
    """Return the program with a memory for judgements and searches, for several systems in one run."""
    whole = workshop.pipeline()
    return replace(whole, judge=RememberingJudge(whole.judge), retriever=RememberingRetriever(whole.retriever))


def of_checked(item: CheckedClaim) -> Answer:
    """Return a verdict as an answer."""
    verdict = item.verdict
    passages = tuple(evidence.hit.passage.id for evidence in verdict.evidence)
    check = verdict.finding.check if verdict.finding else ""
    return Answer(verdict.label.value, verdict.confidence, verdict.decider, verdict.reason, passages, check)


def _program(whole: Pipeline, workshop: Workshop) -> System:
    return lambda questions: [of_checked(item) for item in whole.check(questions)]


def _without_exact(whole: Pipeline, workshop: Workshop) -> System:
    return _program(replace(whole, checker=NoChecks()), workshop)


def _without_guards(whole: Pipeline, workshop: Workshop) -> System:
    aligner = Unguarded(Linker(workshop.corpus.entities.values()))
    return _program(replace(whole, decider=Decider(aligner, workshop.policy)), workshop)


def _entailment_wins(whole: Pipeline, workshop: Workshop) -> System:
    """Return the common design: any of the top k that entails supports, else any that contradicts refutes."""

    def answer(questions: Sequence[Question]) -> list[Answer]:
        found = whole.retriever.search([q.claim.text for q in questions], whole.top_k)
        answers = []
        for question, hits in zip(questions, found, strict=True):
            pairs = [Pair(premise=hit.passage.premise, hypothesis=question.claim.text) for hit in hits]
            answers.append(_any_wins(whole.judge.judge(pairs), tuple(hit.passage.id for hit in hits)))
        return answers

    return answer


def _any_wins(judged: Sequence[Judgement], ids: tuple[str, ...]) -> Answer:
    entailed = max((j.entailment for j in judged if likeliest(j) == "entailment"), default=0.0)
    contradicted = max((j.contradiction for j in judged if likeliest(j) == "contradiction"), default=0.0)
    if entailed:
        return Answer(Label.SUPPORTED.value, entailed, "nli", evidence=ids)
    if contradicted:
        return Answer(Label.REFUTED.value, contradicted, "nli", evidence=ids)
    return Answer(Label.NOT_ENOUGH_INFO.value, None, "none", evidence=ids)


def _claim_only(whole: Pipeline, workshop: Workshop) -> System:
    """Return the model asked without any evidence (Poliak et al. 2018): what it answers, it made up."""

    def answer(questions: Sequence[Question]) -> list[Answer]:
        pairs = [Pair(premise=".", hypothesis=q.claim.text) for q in questions]
        return [_any_wins([judgement], ()) for judgement in whole.judge.judge(pairs)]

    return answer


def _overlap(whole: Pipeline, workshop: Workshop) -> System:
    """Return shared words: a passage with at least 80 % of the claim's words supports it."""

    def answer(questions: Sequence[Question]) -> list[Answer]:
        found = whole.retriever.search([q.claim.text for q in questions], whole.top_k)
        return [_by_words(question.claim.text, hits) for question, hits in zip(questions, found, strict=True)]

    return answer


def _by_words(claim: str, hits: Sequence[Hit]) -> Answer:
    judged = LexicalJudge().judge([Pair(premise=hit.passage.premise, hypothesis=claim) for hit in hits])
    best = max((j.entailment for j in judged), default=0.0)
    label = Label.SUPPORTED if best >= 0.8 * 0.9 else Label.NOT_ENOUGH_INFO
    return Answer(label.value, best, "words", evidence=tuple(hit.passage.id for hit in hits))


def likeliest(judgement: Judgement) -> str:
    """Return the name of the greatest probability."""
    return max(("entailment", "neutral", "contradiction"), key=lambda name: float(getattr(judgement, name)))


PROGRAM = "verifier"
SYSTEMS: Mapping[str, Callable[[Pipeline, Workshop], System]] = {
    PROGRAM: _program,
    "no exact checks": _without_exact,
    "no guards": _without_guards,
    "nli over top k": _entailment_wins,
    "shared words": _overlap,
    "claim only": _claim_only,
}
MAJORITY = "majority"
