"""What each passage says of a claim: by the model's judgement, as far as the guards and the values let it count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verifier.records import Evidence, Hit, Judgement, Stance
from verifier.verdict.clashes import Clash, Slot, clash
from verifier.verdict.guards import Aligner, Alignment
from verifier.verdict.literal import says
from verifier.verdict.policy import Policy
from verifier.verdict.tenses import of_another_time

_ELSEWHERE = "the evidence speaks of something else"


@dataclass(frozen=True, slots=True)
class Judged:
    """A hit with the judgement of the NLI model."""

    hit: Hit
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Weigher:
    """Weighs passages, each by itself, and then against what another one settles."""

    aligner: Aligner
    policy: Policy

    def weigh(self, claim: str, as_of: date, item: Judged) -> Evidence:
        """Return a passage with its stance; what was known only after the as-of date is `later`."""
        claim, passage = self.aligner.canonical(claim), item.hit.passage
        if passage.valid_from is not None and passage.valid_from > as_of:
            note = f"known only from {passage.valid_from}, after the as-of date"
            return Evidence(hit=item.hit, judgement=item.judgement, stance=Stance.LATER, notes=(note,))
        stance, notes = self._stance(claim, passage.premise, as_of, item.judgement)
        if stance is Stance.REFUTES and of_another_time(claim, as_of):
            stance, notes = Stance.NEUTRAL, ("the claim speaks of an earlier time, which it does not state",)
        return Evidence(hit=item.hit, judgement=item.judgement, stance=stance, notes=notes)

    def _stance(self, claim: str, premise: str, as_of: date, judged: Judgement) -> tuple[Stance, tuple[str, ...]]:
        if self._silent(judged):
            return Stance.NEUTRAL, ()
        policy, alignment = self.policy, self.aligner.align(claim, premise, as_of)
        found = self._clash(claim, premise, as_of, alignment, judged)
        if found is not None and (found.slot is not Slot.NEGATION or judged.contradiction >= policy.dispute):
            return Stance.REFUTES, (f"gives another {found.slot}: {found.sentence}",)
        if self._literal(claim, premise, judged):
            return Stance.SUPPORTS, ()
        if judged.entailment >= policy.support:
            notes = tuple(alignment.objections())
            if alignment.coverage < policy.coverage_support:
                notes = (*notes, _ELSEWHERE)
            return (Stance.NEUTRAL, notes) if notes else (Stance.SUPPORTS, ())
        if judged.contradiction >= policy.contradiction:
            close = not alignment.names and _close(alignment, policy)
            return (Stance.REFUTES, ()) if close else (Stance.NEUTRAL, (_ELSEWHERE,))
        return Stance.NEUTRAL, ()

    def _silent(self, judged: Judgement) -> bool:
        """Say whether a judgement takes no side, however well a passage's values fit the claim's."""
        policy = self.policy
        least = min(policy.support, policy.dispute)
        aside = judged.entailment < least and judged.contradiction < policy.contradiction
        return aside and judged.neutral >= policy.unrelated

    def _literal(self, claim: str, premise: str, judged: Judgement) -> bool:
        """Say whether a passage says the claim word for word, and the model sees no contradiction."""
        sure = judged.entailment >= self.policy.dispute and judged.entailment > judged.contradiction
        return sure and says(claim, self.aligner.canonical(premise))

    def _clash(self, claim: str, premise: str, as_of: date, alignment: Alignment, judged: Judgement) -> Clash | None:
        """Return the one value in which a passage differs from a claim that it is about."""
        if alignment.names or judged.neutral >= self.policy.unrelated:
            return None
        return clash(claim, premise, as_of, lambda one, text: self.aligner.missing(one, text, as_of))

    def against(self, claim: str, as_of: date, evidence: Sequence[Evidence]) -> list[Evidence]:
        """Return the evidence with those passages taking sides that dispute what another one settles.

        To dispute takes less than to settle: a verdict needs a passage that is sure, and none that denies it.
        """
        claim = self.aligner.canonical(claim)
        settled = {item.stance for item in evidence} & {Stance.SUPPORTS, Stance.REFUTES}
        if len(settled) != 1:
            return list(evidence)
        supported = Stance.SUPPORTS in settled
        disputes, stance = (self._denies, Stance.REFUTES) if supported else (self._affirms, Stance.SUPPORTS)
        return [
            item.model_copy(update={"stance": stance, "notes": ("disputes it",)})
            if item.stance is Stance.NEUTRAL and not item.notes and disputes(claim, as_of, item)
            else item
            for item in evidence
        ]

    def _denies(self, claim: str, as_of: date, item: Evidence) -> bool:
        premise, judged = item.hit.passage.premise, item.judgement
        if judged is None:
            return False
        alignment = self.aligner.align(claim, premise, as_of)
        if self._clash(claim, premise, as_of, alignment, judged) is not None:
            return True
        sure = judged.contradiction >= self.policy.dispute and judged.contradiction > judged.entailment
        same = not alignment.names and not alignment.times and not alignment.numbers
        return sure and same and _close(alignment, self.policy)

    def _affirms(self, claim: str, as_of: date, item: Evidence) -> bool:
        judged = item.judgement
        if judged is None or judged.entailment < self.policy.dispute or judged.entailment <= judged.contradiction:
            return False
        alignment = self.aligner.align(claim, item.hit.passage.premise, as_of)
        return not any(alignment.objections()) and alignment.coverage >= self.policy.coverage_support


def _close(alignment: Alignment, policy: Policy) -> bool:
    """Say whether a passage has enough of a claim's words to contradict it; names alone make no common subject."""
    return min(alignment.coverage, alignment.plain_coverage) >= policy.coverage_contradiction
