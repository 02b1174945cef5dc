"""Generated probes: thousands of claims about every row of a table.

An exact finding decides a verdict whatever else is found (verdict/decide.py), so only claims that exact checks
leave open go through retrieval and NLI: the same verdicts, a hundred times sooner.
"""

import random
import time
from collections.abc import Iterator, Sequence

from verifier.build import Workshop
from verifier.evaluation.blame import Blamer
from verifier.evaluation.gold import GoldClaim
from verifier.evaluation.intervals import SEED
from verifier.evaluation.probes import claims, read_probe
from verifier.evaluation.records import Result
from verifier.evaluation.setting import Setting
from verifier.evaluation.suites import Suite
from verifier.evaluation.systems import PROGRAM, SYSTEMS, Answer, of_checked, remembering
from verifier.evaluation.tasks.claims import outcomes, question
from verifier.pipeline import Pipeline, Question
from verifier.records import CheckedClaim, Finding, Stance

FLOOR = "no exact checks"  # what NLI makes of the same claims alone
_FLOOR_ITEMS = 200  # of them: the floor needs a model run a claim


def gold_claims(suite: Suite, setting: Setting) -> list[GoldClaim]:
    """Return the claims of a probe, of the half and number that were asked for."""
    path = setting.data(suite)
    if path is None:
        return []
    golds = list(claims(*read_probe(path, setting.workshop(suite, setting.models[0]).corpus_folder)))
    return setting.chosen(golds, [gold.group for gold in golds])


def run(suite: Suite, setting: Setting) -> Iterator[Result]:
    """Yield the result of the program and, with baselines, of NLI alone on a sample."""
    golds = gold_claims(suite, setting)
    for nli in setting.models:
        workshop = setting.workshop(suite, nli)
        whole = remembering(workshop)
        questions = [question(gold, workshop.corpus.as_of) for gold in golds]
        start = time.perf_counter()
        answers = _answers(whole, questions)
        blamer = Blamer(whole, workshop.corpus)
        yield setting.result(
            suite, PROGRAM, nli, outcomes(golds, questions, answers, blamer), seconds=time.perf_counter() - start
        )
        if setting.baselines:
            yield _floor(suite, setting, nli, whole, workshop, golds)


def _floor(
    suite: Suite, setting: Setting, nli: str, whole: Pipeline, workshop: Workshop, golds: Sequence[GoldClaim]
) -> Result:
    sample = random.Random(SEED).sample(list(golds), min(_FLOOR_ITEMS, len(golds)))
    asked = [question(gold, workshop.corpus.as_of) for gold in sample]
    start = time.perf_counter()
    answers = SYSTEMS[FLOOR](whole, workshop)(asked)
    return setting.result(
        suite, FLOOR, nli, outcomes(sample, asked, answers, None), seconds=time.perf_counter() - start
    )


def _answers(whole: Pipeline, questions: Sequence[Question]) -> list[Answer]:
    """Return the program's answers; what exact checks decide is not retrieved or judged."""
    findings = [whole.checker.check(asked.claim, asked.as_of) for asked in questions]
    rest = [asked for asked, finding in zip(questions, findings, strict=True) if not _decides(finding)]
    checked = iter(whole.check(rest))
    return [
        of_checked(next(checked)) if not _decides(finding) else _decided(whole, asked, finding)
        for asked, finding in zip(questions, findings, strict=True)
    ]


def _decides(finding: Finding | None) -> bool:
    return finding is not None and finding.stance is not Stance.NEUTRAL


def _decided(whole: Pipeline, asked: Question, finding: Finding | None) -> Answer:
    verdict = whole.decider.decide(asked.claim, asked.as_of, finding, ())
    return of_checked(CheckedClaim(claim=asked.claim, verdict=verdict))
