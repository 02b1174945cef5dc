"""What people say of a claim now: the latest verdict of each reviewer, and whether they agree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verifier.records import CheckedClaim, Label, Report
from verifier.review.decisions import Action, Decision
from verifier.review.ledger import Place, by_place


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A claim with the standing decision of each of its reviewers, the latest last."""

    report: Report
    checked: CheckedClaim
    decisions: tuple[Decision, ...]

    @property
    def verdict(self) -> Label | None:
        """The people's verdict; None where they disagree."""
        verdicts = {decision.verdict for decision in self.decisions}
        return verdicts.pop() if len(verdicts) == 1 else None

    @property
    def approved(self) -> bool:
        """Say whether all reviewers agree on a verdict."""
        return self.verdict is not None


def standing(decisions: Iterable[Decision]) -> dict[tuple[Place, str], Decision]:
    """Return the latest verdict of each reviewer on each claim; a withdrawal takes it back."""
    latest: dict[tuple[Place, str], Decision] = {}
    for decision in sorted(decisions, key=lambda d: d.time):
        key = ((decision.run, decision.article, decision.claim), decision.reviewer)
        if decision.action is Action.WITHDRAW:
            latest.pop(key, None)
        elif decision.action is not Action.COMMENT:
            latest[key] = decision
    return latest


def reviewed(reports: Sequence[Report], decisions: Iterable[Decision]) -> list[Reviewed]:
    """Return the claims with a standing verdict, in the order of the run."""
    found: dict[Place, list[Decision]] = {}
    for (place, _), decision in standing(decisions).items():
        found.setdefault(place, []).append(decision)
    claims, homes = by_place(reports), {(report.run.key, report.article.id): report for report in reports}
    return [
        Reviewed(homes[place[:2]], checked, tuple(sorted(found[place], key=lambda d: d.time)))
        for place, checked in claims.items()
        if place in found
    ]
