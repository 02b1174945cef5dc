"""The rule that turns findings and judgements into a verdict.

An exact finding decides; else NLI does, support and contradiction apart, and only where the guards let
it; what neither settles is `not_enough_info`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verifier.records import (
    Claim,
    Evidence,
    Finding,
    Flag,
    Hit,
    Judgement,
    Kind,
    Label,
    Stance,
    Verdict,
)
from verifier.verdict.guards import Aligner, Alignment
from verifier.verdict.policy import Policy

_UNCHECKED = {
    Kind.STATEMENT: "a statement of somebody: recorded with its speaker, not judged as a fact",
    Kind.OPINION: "an opinion or a state of mind: not judged as a fact",
    Kind.FORECAST: "a plan or forecast: cannot be checked yet",
    Kind.OTHER: "no single statement: a question, a fragment, or too long to judge",
}


_OPEN = frozenset({Flag.UNRESOLVED_PRONOUN, Flag.UNRESOLVED_REFERENCE, Flag.UNRESOLVED_DATE})


@dataclass(frozen=True, slots=True)
class Judged:
    """A hit with the judgement of the NLI model."""

    hit: Hit
    judgement: Judgement


class Decider:
    """Decides on one claim from what the witnesses say."""

    def __init__(self, aligner: Aligner, policy: Policy) -> None:
        self._aligner = aligner
        self._policy = policy

    def decide(self, claim: Claim, as_of: date, finding: Finding | None, judged: Sequence[Judged]) -> Verdict:
        """Return the verdict for the as-of date, all evidence kept, deciding evidence first."""
        if claim.kind is not Kind.FACT:
            return not_checkable(claim, as_of)
        evidence = [self._weigh(claim, as_of, finding, item) for item in judged]
        if finding is not None and finding.stance is not Stance.NEUTRAL:
            return self._exact(as_of, finding, evidence)
        return self._nli(as_of, finding, evidence)

    def _weigh(self, claim: Claim, as_of: date, finding: Finding | None, item: Judged) -> Evidence:
        passage = item.hit.passage
        if passage.valid_from is not None and passage.valid_from > as_of:
            note = f"known only from {passage.valid_from}, after the as-of date"
            return Evidence(hit=item.hit, judgement=item.judgement, stance=Stance.LATER, notes=(note,))
        stance, notes = self._stance(item.judgement, self._aligner.align(claim.text, passage.premise, as_of))
        if finding is not None and passage.table in _tables(finding) and stance is not Stance.NEUTRAL:
            stance, notes = Stance.NEUTRAL, (f"the exact reading of {passage.table} leaves the claim open",)
        if stance is not Stance.NEUTRAL and (open_ := _OPEN & set(claim.flags)):
            words = ", ".join(sorted(open_)).replace("_", " ")
            stance, notes = Stance.NEUTRAL, (f"the claim does not say of whom or when: {words}",)
        return Evidence(hit=item.hit, judgement=item.judgement, stance=stance, notes=notes)

    def _stance(self, judgement: Judgement, alignment: Alignment) -> tuple[Stance, tuple[str, ...]]:
        policy = self._policy
        if judgement.entailment >= policy.support:
            notes = tuple(alignment.objections())
            if alignment.coverage < policy.coverage_support:
                notes = (*notes, "the evidence speaks of something else")
            return (Stance.NEUTRAL, notes) if notes else (Stance.SUPPORTS, ())
        if judgement.contradiction >= policy.contradiction:
            close = not alignment.names and alignment.coverage >= policy.coverage_contradiction
            return (Stance.REFUTES, ()) if close else (Stance.NEUTRAL, ("the evidence speaks of something else",))
        return Stance.NEUTRAL, ()

    def _exact(self, as_of: date, finding: Finding, evidence: Sequence[Evidence]) -> Verdict:
        label = Label.SUPPORTED if finding.stance is Stance.SUPPORTS else Label.REFUTED
        return Verdict(
            label=label,
            confidence=self._policy.exact_confidence,
            as_of=as_of,
            evidence=with_finding(finding, evidence, as_of),
            finding=finding,
            decider=f"exact:{finding.check}",
            reason=f"{finding.check}: {'; '.join(finding.derivation)}",
        )

    def _nli(self, as_of: date, finding: Finding | None, evidence: Sequence[Evidence]) -> Verdict:
        supporting = _best(evidence, Stance.SUPPORTS)
        refuting = _best(evidence, Stance.REFUTES)
        label, confidence, reason = _weighed(supporting, refuting, evidence)
        if finding is not None and label is Label.NOT_ENOUGH_INFO:
            reason = f"{finding.check}: {'; '.join(finding.derivation)}"
        ordered = sorted(evidence, key=lambda e: e.stance not in (Stance.SUPPORTS, Stance.REFUTES))
        return Verdict(
            label=label,
            confidence=confidence,
            as_of=as_of,
            evidence=with_finding(finding, ordered, as_of) if finding else tuple(ordered),
            finding=finding,
            decider="none" if label is Label.NOT_ENOUGH_INFO else "nli",
            reason=reason,
        )


def not_checkable(claim: Claim, as_of: date) -> Verdict:
    """Return the verdict on a claim of a kind that is not judged as a fact."""
    return Verdict(
        label=Label.NOT_CHECKABLE, confidence=1.0, as_of=as_of, decider="kind", reason=_UNCHECKED[claim.kind]
    )


def with_finding(finding: Finding, evidence: Sequence[Evidence], as_of: date) -> tuple[Evidence, ...]:
    """Put the rows that an exact check used before what retrieval found, each passage once; later rows as later."""
    judged = {item.hit.passage.id: item for item in evidence}
    first = []
    for passage in finding.passages:
        known = judged.pop(passage.id, None)
        hit = known.hit if known else Hit(passage=passage, score=1.0, rank=1)
        judgement = known.judgement if known else None
        later = finding.stance is Stance.NEUTRAL and passage.valid_from is not None and passage.valid_from > as_of
        first.append(Evidence(hit=hit, judgement=judgement, stance=Stance.LATER if later else finding.stance))
    return (*first, *judged.values())


def _tables(finding: Finding) -> set[str]:
    """Return the tables that a finding rests on; a compound claim may rest on several."""
    return {part.partition(".")[0] for part in finding.check.replace(" / ", " + ").split(" + ")}


def _best(evidence: Sequence[Evidence], stance: Stance) -> Evidence | None:
    chosen = [item for item in evidence if item.stance is stance and item.judgement]
    return max(chosen, key=lambda item: _strength(item), default=None)


def _strength(item: Evidence) -> float:
    if item.judgement is None:
        return 0.0
    return item.judgement.entailment if item.stance is Stance.SUPPORTS else item.judgement.contradiction


def _weighed(
    supporting: Evidence | None, refuting: Evidence | None, evidence: Sequence[Evidence]
) -> tuple[Label, float, str]:
    if supporting and refuting:
        both = f"{supporting.hit.passage.id} supports it, {refuting.hit.passage.id} refutes it"
        return Label.CONFLICTING, min(_strength(supporting), _strength(refuting)), both
    if supporting:
        return Label.SUPPORTED, _strength(supporting), f"{supporting.hit.passage.id} states it"
    if refuting:
        return Label.REFUTED, _strength(refuting), f"{refuting.hit.passage.id} contradicts it"
    later = sum(item.stance is Stance.LATER for item in evidence)
    undecided = [max(e.judgement.entailment, e.judgement.contradiction) for e in evidence if e.judgement]
    reason = "no evidence of the corpus settles it" + (f"; {later} later passage(s) do not count" if later else "")
    return Label.NOT_ENOUGH_INFO, 1.0 - max(undecided, default=0.0), reason
