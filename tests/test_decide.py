"""The decision rule: what counts, what conflicts, and what leaves a claim open."""

from datetime import date

import pytest

from verifier.facts import Entity
from verifier.records import Claim, Finding, Flag, Hit, Judgement, Kind, Label, Passage, Stance
from verifier.verdict.decide import Decider
from verifier.verdict.guards import Aligner
from verifier.verdict.mentions import Linker
from verifier.verdict.policy import Policy
from verifier.verdict.weighing import Judged

DAY = date(2024, 8, 30)
YES = Judgement(entailment=0.98, neutral=0.01, contradiction=0.01)
NO = Judgement(entailment=0.01, neutral=0.01, contradiction=0.98)
MAYBE = Judgement(entailment=0.3, neutral=0.6, contradiction=0.1)


@pytest.fixture(scope="module")
def decider():
    countries = [Entity(n.lower(), "country", (n,)) for n in ("Mongolia", "France", "Niger", "Nigeria")]
    return Decider(Aligner(Linker(countries)), Policy())


def judged(text, judgement, number=1, **fields):
    passage = Passage(id=f"p{number}", text=text, source="a document", **fields)
    return Judged(Hit(passage=passage, score=1.0, rank=number), judgement)


def claim(text, kind=Kind.FACT):
    return Claim(id="c1", text=text, kind=kind, spans=())


def test_a_matching_entailment_supports(decider):
    verdict = decider.decide(
        claim("Mongolia signed the treaty in 2000."),
        DAY,
        None,
        [judged("Mongolia signed the treaty in 2000.", YES)],
    )
    assert verdict.label is Label.SUPPORTED
    assert verdict.decider == "nli"


@pytest.mark.parametrize(
    ("text", "premise"),
    [
        ("Mongolia signed the treaty in 2001.", "Mongolia signed the treaty in 2000."),
        ("Mongolia signed the treaty in May 2000.", "Mongolia signed the treaty in 2000."),
        ("France signed the treaty in 2000.", "Mongolia signed the treaty in 2000."),
        ("Niger signed the treaty.", "Nigeria signed the treaty."),
        ("Mongolia did not sign the treaty.", "Mongolia signed the treaty."),
        ("Mongolia paid 5 million dollars.", "Mongolia paid 4 million dollars."),
        ("Only Mongolia signed the treaty.", "Mongolia signed the treaty."),
        ("Mongolia was the first to sign the treaty.", "Mongolia signed the treaty."),
        ("Mongolia left the treaty.", "Mongolia signed the treaty."),
        ("Mongolia has yet to sign the treaty.", "Mongolia signed the treaty."),
        ("Mongolia tries states, not persons.", "Mongolia tries persons, not states."),
        ("Mongolia tries not persons but states.", "Mongolia tries persons, not states."),
        ("Mongolia tries states rather than persons.", "Mongolia tries persons, not states."),
        ("Mongolia has 18 elected judges.", "Mongolia has 18 elected prosecutors."),
        ("Mongolia covers 600 square miles.", "Mongolia covers 600 square kilometres."),
        ("Peter Smith signed the treaty.", "Paul Smith signed the treaty."),
        ("Mongolia rejoined the treaty.", "Mongolia joined the treaty."),
        ("Mongolia signed the treaty again.", "Mongolia signed the treaty."),
    ],
)
def test_no_entailment_passes_another_date_name_number_or_polarity(decider, text, premise):
    verdict = decider.decide(claim(text), DAY, None, [judged(premise, YES)])
    assert verdict.label is not Label.SUPPORTED
    assert verdict.evidence[0].notes


@pytest.mark.parametrize(
    ("text", "premise"),
    [
        ("Mongolia has 18 judges.", "Mongolia has 18 elected judges."),
        ("Mongolia has at least 100 judges.", "Mongolia has 124 judges."),
        ("Mongolia covers 600,000 square miles.", "Mongolia covers 1,560,000 square kilometres."),
        ("Mongolia tries persons, not states.", "Mongolia tries persons, not states."),
        ("Mongolia has yet to sign the treaty.", "Mongolia has not signed the treaty."),
    ],
)
def test_no_fair_entailment_is_held_back(decider, text, premise):
    assert decider.decide(claim(text), DAY, None, [judged(premise, YES)]).label is Label.SUPPORTED


def test_a_claim_that_names_nobody_is_not_supported_by_just_any_passage(decider):
    found = [judged("The warrant against Mongolia was issued.", YES)]
    assert decider.decide(claim("The warrant was issued."), DAY, None, found).label is Label.NOT_ENOUGH_INFO


def test_a_claim_with_an_open_pronoun_is_not_judged_by_the_model(decider):
    vague = claim("It signed the treaty in 2000.").model_copy(update={"flags": (Flag.UNRESOLVED_PRONOUN,)})
    found = [judged("Mongolia signed the treaty in 2000.", YES)]
    assert decider.decide(vague, DAY, None, found).label is Label.NOT_ENOUGH_INFO


def test_support_and_contradiction_are_weighed_apart(decider):
    text = "Mongolia signed the treaty."
    both = [judged(text, YES, 1), judged("Mongolia never signed the treaty.", NO, 2)]
    assert decider.decide(claim(text), DAY, None, both).label is Label.CONFLICTING
    assert decider.decide(claim(text), DAY, None, both[1:]).label is Label.REFUTED


def test_weak_evidence_abstains(decider):
    text = "Mongolia signed the treaty."
    assert decider.decide(claim(text), DAY, None, [judged(text, MAYBE)]).label is Label.NOT_ENOUGH_INFO
    assert decider.decide(claim(text), DAY, None, []).label is Label.NOT_ENOUGH_INFO


def test_a_contradiction_about_others_refutes_nothing(decider):
    found = [judged("France never signed the treaty.", NO)]
    assert decider.decide(claim("Mongolia signed the treaty."), DAY, None, found).label is Label.NOT_ENOUGH_INFO


def test_later_evidence_is_shown_and_does_not_count(decider):
    text = "Mongolia signed the treaty."
    verdict = decider.decide(claim(text), DAY, None, [judged(text, YES, valid_from=date(2025, 1, 1))])
    assert verdict.label is Label.NOT_ENOUGH_INFO
    assert verdict.evidence[0].stance is Stance.LATER


@pytest.mark.parametrize(("stance", "label"), [(Stance.SUPPORTS, Label.SUPPORTED), (Stance.REFUTES, Label.REFUTED)])
def test_an_exact_finding_decides_against_the_model(decider, stance, label):
    row = Passage(id="t/1/signed", text="Mongolia signed the treaty.", source="a list", table="t", row=2)
    finding = Finding(stance=stance, check="t.signed", derivation=("a step",), passages=(row,))
    verdict = decider.decide(claim("Mongolia signed the treaty."), DAY, finding, [judged("x", MAYBE)])
    assert verdict.label is label
    assert verdict.evidence[0].hit.passage == row
    assert "a step" in verdict.reason


def test_a_table_that_leaves_it_open_silences_the_model_on_its_rows(decider):
    text = "Mongolia signed the treaty."
    finding = Finding(stance=Stance.NEUTRAL, check="t.signed", derivation=("open",), passages=())
    own = judged(text, YES, table="t", row=2)
    assert decider.decide(claim(text), DAY, finding, [own]).label is Label.NOT_ENOUGH_INFO
    other = judged(text, YES)
    assert decider.decide(claim(text), DAY, finding, [other]).label is Label.SUPPORTED


@pytest.mark.parametrize("kind", [Kind.STATEMENT, Kind.OPINION, Kind.FORECAST, Kind.OTHER])
def test_only_facts_are_judged(decider, kind):
    text = "Mongolia signed the treaty."
    verdict = decider.decide(claim(text, kind), DAY, None, [judged(text, YES)])
    assert verdict.label is Label.NOT_CHECKABLE


ABOUT_IT = Judgement(entailment=0.55, neutral=0.05, contradiction=0.40)
AGAINST = Judgement(entailment=0.20, neutral=0.20, contradiction=0.60)
FOR = Judgement(entailment=0.60, neutral=0.20, contradiction=0.20)


@pytest.mark.parametrize(
    ("text", "premise"),
    [
        ("The treaty was adopted on 17 June 1996.", "The treaty was adopted on 17 July 1998."),
        ("The mill was built in 1901.", "The old mill was built of stone in 1874. It burnt down."),
        ("The bridge has nine arches.", "The stone bridge was opened in 1874. It has seven arches."),
        ("More than 20 people drowned.", "On board, 14 people drowned."),
    ],
)
def test_what_happens_once_or_is_counted_once_is_refuted_by_another_value(decider, text, premise):
    verdict = decider.decide(claim(text), DAY, None, [judged(premise, ABOUT_IT)])
    assert verdict.label is Label.REFUTED
    assert "another" in verdict.reason


@pytest.mark.parametrize(
    ("text", "premise"),
    [
        ("Peter visited Mongolia on 17 June 1996.", "Peter visited Mongolia on 17 July 1998."),
        ("The party won in 1996.", "The party won in 1998."),
        ("The theatre was built again in 1901.", "The theatre was built in 1874."),
        ("The mill was built in 1901.", "The mill was built between 1899 and 1903."),
        ("The mill was built in 1901.", "The tower beside it was built in 1874."),
        ("The club won three titles.", "The club won two titles in 1998."),
        ("Peter was a minister for three years.", "Peter was a minister for two years."),
        ("At least 10 people drowned.", "On board, 14 people drowned."),
        ("Ann Miller was born in 1950.", "Ann Miller lives in Rome. Bob Miller was born in 1960."),
    ],
)
def test_another_value_of_what_may_happen_often_leaves_a_claim_open(decider, text, premise):
    assert decider.decide(claim(text), DAY, None, [judged(premise, ABOUT_IT)]).label is Label.NOT_ENOUGH_INFO


@pytest.mark.parametrize(
    ("premise", "judgement"),
    [
        ("The ferry Ostara did not sink. It ran aground.", ABOUT_IT),
        ("The ferry Ostara sank in April.", AGAINST),
    ],
)
def test_a_passage_that_is_less_sure_still_disputes_what_another_one_supports(decider, premise, judgement):
    evidence = [judged("The ferry Ostara sank.", YES), judged(premise, judgement, 2)]
    assert decider.decide(claim("The ferry Ostara sank."), DAY, None, evidence).label is Label.CONFLICTING


def test_a_passage_about_something_else_disputes_nothing(decider):
    evidence = [judged("The ferry Ostara sank.", YES), judged("The ferry Astrid did not sink.", AGAINST, 2)]
    assert decider.decide(claim("The ferry Ostara sank."), DAY, None, evidence).label is Label.SUPPORTED


def test_a_passage_that_is_less_sure_still_disputes_what_another_one_refutes(decider):
    evidence = [judged("The ferry Ostara did not sink.", NO), judged("The ferry Ostara sank.", FOR, 2)]
    assert decider.decide(claim("The ferry Ostara sank."), DAY, None, evidence).label is Label.CONFLICTING


PROBABLY = Judgement(entailment=0.65, neutral=0.20, contradiction=0.15)


@pytest.mark.parametrize(
    ("premise", "label"),
    [
        ("Nobody was hurt. The owner of the mill is a baker from Alvik.", Label.NOT_ENOUGH_INFO),
        ("Nobody was hurt. The owner of the mill is a baker, who lives there.", Label.SUPPORTED),
        ("Nobody was hurt. The owner of the mill is a baker.", Label.SUPPORTED),
        ("The owner of the mill is a baker, the mayor claimed.", Label.NOT_ENOUGH_INFO),
    ],
)
def test_a_passage_that_says_a_claim_word_for_word_supports_it(decider, premise, label):
    assert decider.decide(claim("The owner of the mill is a baker."), DAY, None, [judged(premise, PROBABLY)]).label is (
        label
    )


def test_a_denial_in_another_sentence_denies_nothing():
    aligner = Aligner(Linker([]))
    premise = "The flood of 1926 destroyed the mill of Brandmoor. Nobody was killed."
    assert aligner.align("The flood of 1926 destroyed the mill of Brandmoor.", premise, date(2024, 1, 1)).same_polarity
    denied = aligner.align("The flood of 1926 did not destroy the mill of Brandmoor.", premise, date(2024, 1, 1))
    assert not denied.same_polarity
