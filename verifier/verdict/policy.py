"""The numbers of the decision rule, in one record that reports carry and calibration may replace."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """Thresholds on NLI probabilities, and what an exact check is worth.

    An entailment must pass the guards as well (guards.py); a contradiction needs more because a
    premise about another event of the same people looks like one.
    """

    support: float = 0.88  # least entailment that supports a claim
    contradiction: float = 0.90  # least contradiction that refutes a claim
    coverage_support: float = 0.70  # least share of the claim's content words found in the premise
    coverage_contradiction: float = 0.75
    exact_confidence: float = 0.98  # an exact check with a full derivation
    unrelated: float = 0.50  # neutral from which a passage is about something else, whatever words it shares
    dispute: float = 0.50  # least probability with which one passage disputes what another settles
