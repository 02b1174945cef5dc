"""The rule that turns findings and judgements into a verdict.

An exact finding decides; else NLI does, support and contradiction apart, and only where the guards let
it; what neither settles is `not_enough_info`.
"""

from collections.abc import Sequence
from datetime import date

from verifier.records import (
    Claim,
    Evidence,
    Finding,
    Flag,
    Hit,
    Kind,
    Label,
    Stance,
    Verdict,
)
from verifier.verdict.guards import Aligner
from verifier.verdict.policy import Policy
from verifier.verdict.weighing import Judged, Weigher

_UNCHECKED = {
    Kind.STATEMENT: "a statement of somebody: recorded with its speaker, not judged as a fact",
    Kind.OPINION: "an opinion or a state of mind: not judged as a fact",
    Kind.FORECAST: "a plan or forecast: cannot be checked yet",
    Kind.OTHER: "no single statement: a question, a fragment, or too long to judge",
}


_OPEN = frozenset({Flag.UNRESOLVED_PRONOUN, Flag.UNRESOLVED_REFERENCE, Flag.UNRESOLVED_DATE})


class Decider:
    """Decides on one claim from what the witnesses say."""

    def __init__(self, aligner: Aligner, policy: Policy) -> None:
        self._weigher = Weigher(aligner, policy)
        self._policy = policy

    def decide(self, claim: Claim, as_of: date, finding: Finding | None, judged: Sequence[Judged]) -> Verdict:
        """Return the verdict for the as-of date, all evidence kept, deciding evidence first."""
        if claim.kind is not Kind.FACT:
            return not_checkable(claim, as_of)
        evidence = [self._weigh(claim, as_of, finding, item) for item in judged]
        if finding is not None and finding.stance is not Stance.NEUTRAL:
            return self._exact(as_of, finding, evidence)
        return self._nli(as_of, finding, self._weigher.against(claim.text, as_of, evidence))

    def _weigh(self, claim: Claim, as_of: date, finding: Finding | None, item: Judged) -> Evidence:
        evidence = self._weigher.weigh(claim.text, as_of, item)
        if evidence.stance not in (Stance.SUPPORTS, Stance.REFUTES):
            return evidence
        if open_ := _OPEN & set(claim.flags):
            words = ", ".join(sorted(open_)).replace("_", " ")
            return _neutral(evidence, f"the claim does not say of whom or when: {words}")
        if finding is not None and item.hit.passage.table in _tables(finding):
            return _neutral(evidence, f"the exact reading of {item.hit.passage.table} leaves the claim open")
        return evidence

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
        label, confidence, reason = _weighed(evidence)
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


def _neutral(evidence: Evidence, note: str) -> Evidence:
    return evidence.model_copy(update={"stance": Stance.NEUTRAL, "notes": (note,)})


def _best(evidence: Sequence[Evidence], stance: Stance) -> Evidence | None:
    chosen = [item for item in evidence if item.stance is stance and item.judgement]
    return max(chosen, key=lambda item: _strength(item), default=None)


def _strength(item: Evidence) -> float:
    """Return how sure the model is; where a value refutes, how sure it is that the passage is about the claim."""
    judged = item.judgement
    if judged is None:
        return 0.0
    return judged.entailment if item.stance is Stance.SUPPORTS else max(judged.contradiction, judged.entailment)


def _weighed(evidence: Sequence[Evidence]) -> tuple[Label, float, str]:
    supporting, refuting = _best(evidence, Stance.SUPPORTS), _best(evidence, Stance.REFUTES)
    if supporting and refuting:
        both = f"{supporting.hit.passage.id} supports it, {refuting.hit.passage.id} refutes it"
        return Label.CONFLICTING, min(_strength(supporting), _strength(refuting)), both
    if supporting:
        return Label.SUPPORTED, _strength(supporting), f"{supporting.hit.passage.id} states it"
    if refuting:
        how = "; ".join(refuting.notes) or "contradicts it"
        return Label.REFUTED, _strength(refuting), f"{refuting.hit.passage.id} {how}"
    later = sum(item.stance is Stance.LATER for item in evidence)
    undecided = [max(e.judgement.entailment, e.judgement.contradiction) for e in evidence if e.judgement]
    told = "1 later passage does" if later == 1 else f"{later} later passages do"
    reason = "no evidence of the corpus settles it" + (f"; {told} not count" if later else "")
    return Label.NOT_ENOUGH_INFO, 1.0 - max(undecided, default=0.0), reason
