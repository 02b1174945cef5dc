"""The verdict on a claim, evidence found by the program itself."""

import time
from collections.abc import Iterator, Sequence
from datetime import date

from verifier.evaluation.baselines import majority
from verifier.evaluation.blame import Blamer
from verifier.evaluation.gold import GoldClaim, read_claims, typed
from verifier.evaluation.records import Outcome, Result
from verifier.evaluation.setting import Setting
from verifier.evaluation.sources import CLAIM_READERS, rows
from verifier.evaluation.suites import Suite
from verifier.evaluation.systems import MAJORITY, PROGRAM, SYSTEMS, Answer, remembering
from verifier.pipeline import Question
from verifier.records import Claim, Kind


def gold_claims(suite: Suite, setting: Setting) -> list[GoldClaim]:
    """Return the gold claims of a suite, of the half and number that were asked for."""
    path = setting.data(suite)
    if suite.reader:
        read = CLAIM_READERS[suite.reader]
        golds = [typed(GoldClaim, read(row), where) for where, row in rows(suite, path)]
        golds = [gold.model_copy(update={"group": gold.id}) for gold in golds]
    else:
        golds = read_claims(path) if path else []
    return setting.chosen(golds, [gold.group for gold in golds])


def question(gold: GoldClaim, as_of: date) -> Question:
    """Return a gold claim as a question."""
    return Question(Claim(id=gold.id, text=gold.claim, kind=Kind.FACT, spans=()), gold.as_of or as_of)


def run(suite: Suite, setting: Setting) -> Iterator[Result]:
    """Yield the results of the program, then of what it is compared with."""
    golds = gold_claims(suite, setting)
    for nli in setting.models:
        workshop = setting.workshop(suite, nli)
        whole = remembering(workshop)
        questions = [question(gold, workshop.corpus.as_of) for gold in golds]
        names = list(SYSTEMS) if setting.baselines else [PROGRAM]
        for name in names:
            start = time.perf_counter()
            answers = SYSTEMS[name](whole, workshop)(questions)
            seconds = time.perf_counter() - start
            blamer = Blamer(whole, workshop.corpus) if name == PROGRAM else None
            found = outcomes(golds, questions, answers, blamer)
            yield setting.result(suite, name, nli, found, seconds=seconds)
    if setting.baselines:
        yield setting.result(suite, MAJORITY, setting.models[0], majority(found))


def outcomes(
    golds: Sequence[GoldClaim], questions: Sequence[Question], answers: Sequence[Answer], blamer: Blamer | None
) -> list[Outcome]:
    """Return gold and answer side by side, wrong ones with the stage that lost them."""
    return [
        Outcome(
            id=gold.id,
            cluster=gold.group,
            gold=gold.label.value,
            predicted=answer.label,
            confidence=answer.confidence,
            decider=answer.decider,
            phenomenon=gold.phenomenon,
            pair=gold.pair,
            text=gold.claim,
            note=answer.note,
            blame=blamer.stage(gold, asked, answer) if blamer and answer.label != gold.label else "",
        )
        for gold, asked, answer in zip(golds, questions, answers, strict=True)
    ]
