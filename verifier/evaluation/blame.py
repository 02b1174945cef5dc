"""Which stage lost a wrong verdict, found by giving the later stages what the gold data says."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from verifier.evaluation.gold import GoldClaim
from verifier.evaluation.systems import Answer, likeliest, of_checked
from verifier.facts import Corpus
from verifier.pipeline import Pipeline, Question
from verifier.records import Hit, Label, Pair, Passage
from verifier.verdict.weighing import Judged

_WANTED = {Label.SUPPORTED: "entailment", Label.REFUTED: "contradiction"}


class Stage(StrEnum):
    """Where a verdict went wrong."""

    CLAIMS = "claim not produced"
    EXACT = "exact check wrong"
    RETRIEVAL = "evidence not retrieved"
    NLI = "nli wrong on gold evidence"
    DECISION = "decision rule"
    UNREAD = "not read by exact checks"  # and no gold evidence that NLI could have used
    LEFT_OPEN = "left open by exact checks"


class Blamer:
    """Reruns the stages after the first with gold substituted."""

    def __init__(self, whole: Pipeline, corpus: Corpus) -> None:
        self._whole = whole
        self._passages: Mapping[str, list[Passage]] = _by_name(corpus.passages)

    def ask(self, question: Question) -> Answer:
        """Return the program's answer."""
        return of_checked(self._whole.check([question])[0])

    def stage(self, gold: GoldClaim, question: Question, answer: Answer) -> str:
        """Return the stage that lost the item."""
        if answer.decider.startswith("exact"):
            return Stage.EXACT
        wanted = _WANTED.get(gold.label)
        if wanted is None:
            return Stage.NLI if answer.decider == "nli" else Stage.DECISION
        passages = [p for name in gold.evidence for p in self._passages.get(name, ())]
        if not passages:
            return Stage.LEFT_OPEN if answer.check else Stage.UNREAD
        pairs = [Pair(premise=p.premise, hypothesis=question.claim.text) for p in passages]
        judgements = self._whole.judge.judge(pairs)
        if all(likeliest(judgement) != wanted for judgement in judgements):
            return Stage.NLI
        if not {p.id for p in passages} & set(answer.evidence):
            hits = [Hit(passage=p, score=1.0, rank=n) for n, p in enumerate(passages, 1)]
            judged = [Judged(hit, judgement) for hit, judgement in zip(hits, judgements, strict=True)]
            again = self._whole.decider.decide(question.claim, question.as_of, None, judged)
            if again.label is gold.label:
                return Stage.RETRIEVAL
        return Stage.DECISION


def _by_name(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    """Return the passages under their ids and under their ids without place."""
    named: dict[str, list[Passage]] = {}
    for passage in passages:
        for name in {passage.id, passage.id.partition("#")[0], document_of(passage.id)}:
            named.setdefault(name, []).append(passage)
    return named


def document_of(passage_id: str) -> str:
    """Return the document that a passage belongs to: "abstracts.jsonl#41.2" is of "41", others of themselves.

    >>> document_of("documents.jsonl#41.2"), document_of("membership/mongolia/signed#12")
    ('41', 'membership/mongolia/signed')
    """
    name, _, place = passage_id.partition("#")
    return place.partition(".")[0] if name.endswith(".jsonl") else name
