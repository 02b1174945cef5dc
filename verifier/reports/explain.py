"""Says in a sentence what decided a verdict, from the witness itself and never from the label alone."""

from collections.abc import Sequence

from verifier.records import CheckedClaim, Evidence, Finding, Label, Stance, Verdict
from verifier.reports.words import percent

_DECIDING = (Stance.SUPPORTS, Stance.REFUTES)
_EXACT_WORDS = {Stance.SUPPORTS: "confirms it", Stance.REFUTES: "refutes it", Stance.NEUTRAL: "leaves it open"}


def explanation(checked: CheckedClaim) -> str:
    """Return one sentence on why the claim got its verdict.

    Examples: "The exact check membership.member confirms it: Mongolia: member from 1 July 2002.",
    "It follows from “Mongolia lies in East Asia.” (entailment 97 %)."
    """
    verdict = checked.verdict
    if verdict.finding is not None and (verdict.decider.startswith("exact:") or verdict.label is Label.NOT_ENOUGH_INFO):
        return _exact(verdict.finding)
    if verdict.decider == "nli":
        return _read(verdict)
    if verdict.decider == "none":
        return _open(verdict)
    return _sentence(verdict.reason)


def strongest(evidence: Sequence[Evidence], stance: Stance) -> Evidence | None:
    """Return the passage of a stance that the model is surest of, as the decision rule takes it."""
    chosen = [item for item in evidence if item.stance is stance and item.judgement]
    return max(chosen, key=_strength, default=None)


def telling_evidence(verdict: Verdict) -> list[Evidence]:
    """Return what a reader should see first: what decided, else what would have if it had been known on the day."""
    deciding = [item for item in verdict.evidence if item.stance in _DECIDING]
    return deciding or [item for item in verdict.evidence if item.stance is Stance.LATER]


def other_evidence(verdict: Verdict) -> list[Evidence]:
    """Return the rest of the evidence, in its order."""
    telling = {id(item) for item in telling_evidence(verdict)}
    return [item for item in verdict.evidence if id(item) not in telling]


def by_check(item: Evidence, verdict: Verdict) -> bool:
    """Say whether the stance of a passage is that of an exact check, whatever the model made of it."""
    return verdict.decider.startswith("exact:") and item.stance in _DECIDING


def _strength(item: Evidence) -> float:
    judged = item.judgement
    if judged is None:
        return 0.0
    return judged.entailment if item.stance is Stance.SUPPORTS else max(judged.entailment, judged.contradiction)


def _exact(finding: Finding) -> str:
    return _sentence(f"The exact check {finding.check} {_EXACT_WORDS[finding.stance]}: {'; '.join(finding.derivation)}")


def _read(verdict: Verdict) -> str:
    supporting = strongest(verdict.evidence, Stance.SUPPORTS)
    refuting = strongest(verdict.evidence, Stance.REFUTES)
    if supporting and refuting:
        return f"One passage supports it, {_quoted(supporting)}, and another refutes it, {_quoted(refuting)}."
    if supporting:
        return f"It follows from {_quoted(supporting)}."
    if refuting:
        why = f": {'; '.join(refuting.notes)}" if refuting.notes else ""
        return f"It is contradicted by {_quoted(refuting)}{why}."
    return _sentence(verdict.reason)


def _quoted(item: Evidence) -> str:
    judged, text = item.judgement, item.hit.passage.text
    if judged is None:
        return f"“{text}”"
    if item.stance is Stance.SUPPORTS or judged.entailment > judged.contradiction:
        return f"“{text}” (entailment {percent(judged.entailment)})"
    return f"“{text}” (contradiction {percent(judged.contradiction)})"


def _open(verdict: Verdict) -> str:
    later = sum(item.stance is Stance.LATER for item in verdict.evidence)
    read = len(verdict.evidence) - later
    told = f"None of the {read} passages read settles it" if read > 1 else _one_or_none(read)
    count = "does" if later == 1 else "do"
    told += f"; {later} more came later than {verdict.as_of} and {count} not count" if later else ""
    withheld = [item for item in verdict.evidence if item.stance is Stance.NEUTRAL and item.notes and item.judgement]
    if withheld:
        nearest = max(withheld, key=_strength)
        told += f"; nearest was {_quoted(nearest)}, not counted: {'; '.join(nearest.notes)}"
    return _sentence(told)


def _one_or_none(read: int) -> str:
    return "The one passage read does not settle it" if read else "No passage of the corpus speaks of it"


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."
