"""Confidence intervals by resampling clusters, and paired comparison of two runs.

Every measure is a function of sums over items, so that a resample is one matrix product.
Sources: Efron & Tibshirani 1993 (percentile bootstrap), Field & Welsh 2007 (clusters resampled as a whole),
McNemar 1947 (exact binomial form).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import binomtest

from verifier.evaluation.records import Outcome, Score

Array = npt.NDArray[np.float64]
SEED = 7
DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure as a function of additive statistics."""

    name: str
    items: Array  # (items, statistics)
    value: Callable[[Array], Array]  # sums of shape (..., statistics) -> figures of shape (...)
    n: int


def ratio(name: str, above: Sequence[float], below: Sequence[float]) -> Measure:
    """Return the measure sum(above) / sum(below); zero where nothing is below."""
    items = np.column_stack([np.asarray(above, dtype=np.float64), np.asarray(below, dtype=np.float64)])
    return Measure(name, items, quotient, int(np.count_nonzero(items[:, 1])))


def quotient(sums: Array) -> Array:
    """Return first statistic / second statistic, zero where the second is zero."""
    return np.divide(sums[..., 0], sums[..., 1], out=np.zeros_like(sums[..., 0]), where=sums[..., 1] != 0)


def scored(measure: Measure, clusters: Sequence[str], draws: int = DRAWS, seed: int = SEED) -> Score:
    """Return a measure with its 95 % percentile interval over resampled clusters."""
    totals = _by_cluster(measure.items, clusters)
    value = float(measure.value(totals.sum(0)))
    if len(totals) < 2:
        return Score(name=measure.name, value=value, n=measure.n)
    low, high = np.percentile(measure.value(_resampled(totals, draws, seed)), [2.5, 97.5])
    return Score(name=measure.name, value=value, low=float(low), high=float(high), n=measure.n)


def _by_cluster(items: Array, clusters: Sequence[str]) -> Array:
    _, places = np.unique(np.asarray(clusters), return_inverse=True)
    totals = np.zeros((int(places.max()) + 1, items.shape[1]))
    np.add.at(totals, places, items)
    return totals


def _resampled(totals: Array, draws: int, seed: int) -> Array:
    """Return sums of shape (draws, statistics), each over as many clusters as there are, with replacement."""
    count = len(totals)
    weights = np.random.default_rng(seed).multinomial(count, np.full(count, 1 / count), size=draws)
    drawn: Array = weights.astype(np.float64) @ totals
    return drawn


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs on the same items."""

    gained: tuple[str, ...]  # ids that only the second run has right
    lost: tuple[str, ...]  # ids that only the first run has right
    p: float  # two-sided exact McNemar
    difference: Score  # accuracy of the second minus the first

    @property
    def regressed(self) -> bool:
        """Whether the second run is worse beyond noise."""
        return len(self.lost) > len(self.gained) and self.p < 0.05


def compare(before: Sequence[Outcome], after: Sequence[Outcome]) -> Comparison:
    """Compare two runs item by item; items that only one of them has are left out."""
    known = {outcome.id: outcome for outcome in before}
    shared = [(known[outcome.id], outcome) for outcome in after if outcome.id in known]
    lost = tuple(b.id for a, b in shared if a.right and not b.right)
    gained = tuple(b.id for a, b in shared if b.right and not a.right)
    discordant = len(lost) + len(gained)
    p = float(binomtest(len(lost), discordant).pvalue) if discordant else 1.0
    moved = ratio("accuracy difference", [float(b.right) - float(a.right) for a, b in shared], [1.0] * len(shared))
    difference = scored(moved, [b.cluster for _, b in shared]) if shared else Score(name=moved.name, value=0.0, n=0)
    return Comparison(gained, lost, p, difference)
