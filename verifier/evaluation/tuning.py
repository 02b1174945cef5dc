"""Thresholds and temperature fitted on held-out gold, with a guarantee on wrong "supported".

Sources: Clopper & Pearson 1934 (exact bound); Angelopoulos et al. 2021, "Learn then Test" (fixed-sequence testing:
thresholds are tried from strict to loose and the search stops at the first that fails, so the bound holds for the
one that is chosen); Guo et al. 2017 (temperature).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.stats import beta

from verifier.evaluation.intervals import Array

GRID = tuple(round(0.99 - 0.01 * step, 2) for step in range(50))  # from strict to loose
DELTA = 0.05  # the bound may be broken in this share of calibrations


def upper_bound(wrong: int, count: int, delta: float = DELTA) -> float:
    """Return the one-sided Clopper-Pearson bound on a rate after `wrong` of `count`."""
    return 1.0 if wrong >= count else float(beta.ppf(1 - delta, wrong + 1, count - wrong))


@dataclass(frozen=True, slots=True)
class Tried:
    """What a threshold does on the held-out items."""

    threshold: float
    wrong: int  # wrong answers among those given
    given: int
    items: int

    @property
    def bound(self) -> float:
        """Upper bound on the share of wrong answers among those given."""
        return upper_bound(self.wrong, self.given)

    @property
    def coverage(self) -> float:
        """Share of the items that get an answer."""
        return self.given / self.items if self.items else 0.0


def loosest(outcome: Callable[[float], tuple[int, int]], items: int, most_wrong: float) -> Tried | None:
    """Return the loosest threshold whose error bound holds, None if not even the strictest does.

    Args:
        outcome: gives (wrong, given) of a threshold.
        items: number of held-out items.
        most_wrong: greatest share of wrong answers among those given.
    """
    best: Tried | None = None
    for threshold in GRID:
        tried = Tried(threshold, *outcome(threshold), items)
        if upper_bound(0, tried.given) > most_wrong:
            continue  # too few answers to show anything, whatever the labels
        if tried.bound > most_wrong:
            break
        best = tried
    return best


def temperature(probabilities: Array, gold: Sequence[int]) -> float:
    """Return the temperature that makes gold likeliest; probabilities of shape (items, labels)."""
    logits = np.log(np.clip(probabilities, 1e-9, 1.0))
    places = np.arange(len(gold)), np.asarray(gold)

    def loss(value: float) -> float:
        scaled = logits / value
        shifted = scaled - scaled.max(1, keepdims=True)
        return float(np.mean(np.log(np.exp(shifted).sum(1)) - shifted[places]))

    return float(minimize_scalar(loss, bounds=(0.2, 5.0), method="bounded").x)
