"""The relation of a premise and a hypothesis: the NLI model alone, on gold evidence."""

import time
from collections.abc import Callable, Iterator, Sequence

from verifier.errors import JudgementError
from verifier.evaluation.baselines import majority
from verifier.evaluation.gold import GoldPair
from verifier.evaluation.records import Outcome, Result
from verifier.evaluation.setting import Setting
from verifier.evaluation.sources import pairs
from verifier.evaluation.suites import Suite
from verifier.evaluation.systems import MAJORITY, PROGRAM, likeliest
from verifier.nli.lexical import LexicalJudge
from verifier.protocols import Judge
from verifier.records import Judgement, Pair

NOT_ENTAILMENT = "not_entailment"


def run(suite: Suite, setting: Setting) -> Iterator[Result]:
    """Yield the results of each model, then of the baselines."""
    everything = pairs(suite, setting.data(suite))
    golds = setting.chosen(everything, [gold.cluster for gold in everything])
    for nli in setting.models:
        judge = setting.workshop(suite, nli).judge
        start = time.perf_counter()
        outcomes = judged(golds, judge, [_premise(gold) for gold in golds])
        yield setting.result(suite, PROGRAM, nli, outcomes, seconds=time.perf_counter() - start)
    if setting.baselines:
        nli = setting.models[0]
        yield setting.result(suite, MAJORITY, nli, majority(outcomes))
        words = judged(golds, LexicalJudge(), [_premise(gold) for gold in golds])
        yield setting.result(suite, "shared words", nli, words)
        yield setting.result(
            suite, "claim only", nli, judged(golds, setting.workshop(suite, nli).judge, ["."] * len(golds))
        )


def _premise(gold: GoldPair) -> str:
    """Put the title before the passage, as the program does."""
    return f"{gold.title}: {gold.premise}" if gold.title else gold.premise


def judged(golds: Sequence[GoldPair], judge: Judge, premises: Sequence[str]) -> list[Outcome]:
    """Return what a judge makes of gold pairs; two-way gold counts neutral and contradiction alike."""
    asked = [Pair(premise=p, hypothesis=gold.hypothesis) for p, gold in zip(premises, golds, strict=True)]
    answer = _two_way if any(gold.label == NOT_ENTAILMENT for gold in golds) else _three_way
    return [_outcome(gold, judgement, answer) for gold, judgement in zip(golds, _all(judge, asked), strict=True)]


def _all(judge: Judge, asked: Sequence[Pair]) -> list[Judgement | None]:
    """Judge all pairs; one that cannot be read whole stays unanswered, which counts as wrong."""
    try:
        return list(judge.judge(asked))
    except JudgementError:
        if len(asked) == 1:
            return [None]
        middle = len(asked) // 2
        return [*_all(judge, asked[:middle]), *_all(judge, asked[middle:])]


def _outcome(gold: GoldPair, judgement: Judgement | None, answer: Callable[[Judgement], tuple[str, float]]) -> Outcome:
    if judgement is None:
        return Outcome(id=gold.id, cluster=gold.cluster, gold=gold.label, phenomenon=gold.source, text=gold.hypothesis)
    predicted, confidence = answer(judgement)
    return Outcome(
        id=gold.id,
        cluster=gold.cluster,
        gold=gold.label,
        predicted=predicted,
        confidence=confidence,
        decider="nli",
        phenomenon=gold.source,
        text=gold.hypothesis,
    )


def _three_way(judgement: Judgement) -> tuple[str, float]:
    best = likeliest(judgement)
    return best, float(getattr(judgement, best))


def _two_way(judgement: Judgement) -> tuple[str, float]:
    """Return entailment where it is the likeliest of three, as the program reads it, else not_entailment."""
    if likeliest(judgement) == "entailment":
        return "entailment", judgement.entailment
    return NOT_ENTAILMENT, 1.0 - judgement.entailment
