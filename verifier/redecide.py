"""Decides saved reports again under other thresholds; no model runs."""

from verifier.records import CheckedClaim, Report
from verifier.verdict.decide import Decider
from verifier.verdict.weighing import Judged


def redecide(report: Report, decider: Decider) -> Report:
    """Return the report with the verdicts that its saved evidence gives under another rule."""
    claims = tuple(_again(checked, decider) for checked in report.claims)
    return report.model_copy(update={"claims": claims})


def _again(checked: CheckedClaim, decider: Decider) -> CheckedClaim:
    verdict = checked.verdict
    judged = [Judged(item.hit, item.judgement) for item in verdict.evidence if item.judgement is not None]
    again = decider.decide(checked.claim, verdict.as_of, verdict.finding, judged)
    return CheckedClaim(claim=checked.claim, verdict=again)
