"""Blame: each stage of the program is broken on purpose, and the harness must name it."""

from dataclasses import replace
from datetime import date

import pytest

from verifier.evaluation.blame import Blamer, Stage
from verifier.evaluation.gold import GoldClaim
from verifier.evaluation.tasks.claims import question
from verifier.verdict.decide import Decider
from verifier.verdict.guards import Aligner
from verifier.verdict.mentions import Linker
from verifier.verdict.policy import Policy

DAY = date(2024, 8, 30)
GOLD = GoldClaim(
    claim="The International Criminal Court has 18 judges.", label="supported", evidence=("facts/judges/fact",)
)


class Nothing:
    """A retriever that finds nothing."""

    def search(self, queries, k):
        return [[] for _ in queries]


@pytest.fixture(scope="module")
def whole(workshop, fixed_judge):
    return replace(workshop.pipeline(), judge=fixed_judge(entailment=0.95, neutral=0.05, contradiction=0.0))


def blamed(pipeline, workshop, gold=GOLD):
    blamer = Blamer(pipeline, workshop.corpus)
    asked = question(gold, DAY)
    answer = blamer.ask(asked)
    assert answer.label != gold.label
    return blamer.stage(gold, asked, answer)


def test_missing_evidence_is_laid_on_retrieval(whole, workshop):
    assert blamed(replace(whole, retriever=Nothing()), workshop) == Stage.RETRIEVAL


def test_a_judge_that_sees_nothing_is_laid_on_nli(whole, workshop, fixed_judge):
    blind = fixed_judge(entailment=0.1, neutral=0.9, contradiction=0.0)
    assert blamed(replace(whole, judge=blind), workshop) == Stage.NLI


def test_a_rule_that_believes_nothing_is_laid_on_the_decision(whole, workshop):
    strict = Decider(Aligner(Linker(workshop.corpus.entities.values())), Policy(support=1.0, dispute=1.0))
    assert blamed(replace(whole, decider=strict), workshop) == Stage.DECISION


def test_a_wrong_exact_verdict_is_laid_on_the_check(whole, workshop):
    wrong = GoldClaim(claim="Mongolia ratified the Rome Statute in 2002.", label="refuted")
    assert blamed(whole, workshop, wrong) == Stage.EXACT


def test_a_claim_without_gold_evidence_tells_whether_it_was_read(whole, workshop):
    unread = GoldClaim(claim="Mongolia has lovely wild horses.", label="supported")
    assert blamed(whole, workshop, unread) == Stage.UNREAD
    open_ = GoldClaim(claim="Vladimir Putin visited Kenya in 2021.", label="supported")
    assert blamed(whole, workshop, open_) == Stage.LEFT_OPEN
