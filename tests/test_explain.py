"""Reasons come from what decided; rewrites are shown against the article's words."""

from datetime import date

import pytest

from verifier.records import (
    CheckedClaim,
    Claim,
    Edit,
    EditKind,
    Evidence,
    Finding,
    Hit,
    Judgement,
    Kind,
    Label,
    Passage,
    Span,
    Stance,
    Verdict,
)
from verifier.reports.explain import by_check, explanation, other_evidence, strongest, telling_evidence
from verifier.reports.rewriting import Change, rewriting

DECIDING = (Stance.SUPPORTS, Stance.REFUTES)


def evidence(text, stance, entailment, contradiction, notes=()):
    judgement = Judgement(entailment=entailment, neutral=1 - entailment - contradiction, contradiction=contradiction)
    hit = Hit(passage=Passage(id=text, text=text, source="s"), score=1, rank=1)
    return Evidence(hit=hit, judgement=judgement, stance=stance, notes=notes)


def test_what_decided_is_shown_first_else_what_came_too_late():
    supports, later, neutral = (
        evidence(stance, stance, 0.5, 0.1) for stance in (Stance.SUPPORTS, Stance.LATER, Stance.NEUTRAL)
    )
    verdict = Verdict(label=Label.SUPPORTED, confidence=1, as_of=date(2024, 1, 1), decider="exact:t.m", reason="r")
    decided = verdict.model_copy(update={"evidence": (neutral, later, supports)})
    assert (telling_evidence(decided), other_evidence(decided)) == ([supports], [neutral, later])
    undecided = verdict.model_copy(update={"evidence": (neutral, later)})
    assert (telling_evidence(undecided), other_evidence(undecided)) == ([later], [neutral])
    assert [by_check(item, decided) for item in decided.evidence] == [False, False, True]
    assert not by_check(supports, decided.model_copy(update={"decider": "nli"}))


def explained(label, decider, *read, finding=None):
    verdict = Verdict(
        label=label,
        confidence=0.9,
        as_of=date(2024, 8, 30),
        evidence=read,
        finding=finding,
        decider=decider,
        reason="r",
    )
    return explanation(CheckedClaim(claim=Claim(id="c1", text="t", kind=Kind.FACT, spans=()), verdict=verdict))


def test_a_read_verdict_names_the_passage_that_the_model_was_surest_of():
    weak = evidence("weak", Stance.SUPPORTS, 0.8, 0.1)
    strong = evidence("strong", Stance.SUPPORTS, 0.97, 0.01)
    assert explained(Label.SUPPORTED, "nli", weak, strong) == "It follows from “strong” (entailment 97 %)."


def test_a_clash_of_values_is_told_with_its_note():
    clash = evidence("in 2002", Stance.REFUTES, 0.9, 0.05, ("says 2002, not 2004",))
    told = explained(Label.REFUTED, "nli", clash)
    assert told == "It is contradicted by “in 2002” (entailment 90 %): says 2002, not 2004."


def test_conflicting_evidence_is_told_from_both_sides():
    told = explained(
        Label.CONFLICTING, "nli", evidence("yes", Stance.SUPPORTS, 0.9, 0), evidence("no", Stance.REFUTES, 0, 0.95)
    )
    assert "“yes” (entailment 90 %)" in told
    assert "“no” (contradiction 95 %)" in told


def test_an_open_verdict_tells_what_was_read_and_why_the_nearest_did_not_count():
    near = evidence("near", Stance.NEUTRAL, 0.95, 0.01, ("another name",))
    far = evidence("far", Stance.NEUTRAL, 0.05, 0.01)
    later = evidence("later", Stance.LATER, 0.99, 0)
    told = explained(Label.NOT_ENOUGH_INFO, "none", far, near, later)
    assert "None of the 2 passages" in told
    assert "1 more came later than 2024-08-30" in told
    assert "nearest was “near” (entailment 95 %), not counted: another name" in told
    assert explained(Label.NOT_ENOUGH_INFO, "none") == "No passage of the corpus speaks of it."


def test_an_exact_check_tells_its_steps():
    finding = Finding(stance=Stance.REFUTES, check="list.member", derivation=("searched 9", "no entry"), passages=())
    told = explained(Label.REFUTED, "exact:list.member", finding=finding)
    assert told == "The exact check list.member refutes it: searched 9; no entry."


def test_every_reason_of_the_sample_article_comes_from_its_decider(seed_report):
    for checked in seed_report.claims:
        verdict, told = checked.verdict, explanation(checked)
        if verdict.decider.startswith("exact:"):
            assert verdict.finding is not None
            assert verdict.decider == f"exact:{verdict.finding.check}"
            assert all(step in told and step in verdict.reason for step in verdict.finding.derivation)
        elif verdict.decider == "nli":
            best = [strongest(verdict.evidence, stance) for stance in DECIDING]
            named = [item.hit.passage for item in best if item]
            assert named
            assert all(passage.text in told and passage.id in verdict.reason for passage in named)
        elif verdict.decider == "none":
            assert verdict.label is Label.NOT_ENOUGH_INFO
            settled = [item for item in verdict.evidence if item.stance in DECIDING]
            assert verdict.finding is not None or not settled
        else:
            assert verdict.decider == "kind"
            assert checked.claim.kind is not Kind.FACT
            assert told.lower().startswith(verdict.reason.lower())


def test_kept_and_struck_parts_are_the_articles_words_and_kept_and_put_in_ones_the_claim(seed_report):
    text = seed_report.article.text
    for checked in seed_report.claims:
        parts = rewriting(text, checked.claim)
        base = " ".join(text[s.start : s.end] for s in checked.claim.spans)
        assert "".join(p.text for p in parts if p.change is not Change.IN) == base
        assert "".join(p.text for p in parts if p.change is not Change.OUT) == checked.claim.text


@pytest.mark.parametrize(("start", "end"), [(0, 2), (0, 0)], ids=["replaced", "inserted"])
def test_an_edit_keeps_its_reason(start, end):
    edit = Edit(kind=EditKind.REFERENCE, start=start, end=end, replacement="Mongolia", reason="'It'")
    claim = Claim(id="c", text="x", kind=Kind.FACT, spans=(Span(start=0, end=9),), edits=(edit,))
    put_in = [part for part in rewriting("It joined", claim) if part.change is Change.IN]
    assert [(part.text, part.reason) for part in put_in] == [("Mongolia", "'It'")]
