"""Scores of labelled outcomes: every gold item counts, and no answer is a wrong answer."""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from verifier.evaluation.intervals import Array, Measure, quotient, ratio, scored
from verifier.evaluation.records import Outcome, Score
from verifier.records import Label

BINS = 10  # of confidence, equal width
ABSTAINED = frozenset({"", Label.NOT_ENOUGH_INFO.value, Label.NOT_CHECKABLE.value, "neutral"})
POSITIVE = ("supported", "entailment")


def classification(outcomes: Sequence[Outcome]) -> list[Score]:
    """Return all scores of labelled outcomes; none for no outcome."""
    clusters = [outcome.cluster for outcome in outcomes]
    return [scored(measure, clusters) for measure in measures(outcomes)] if outcomes else []


def measures(outcomes: Sequence[Outcome]) -> Iterator[Measure]:
    """Yield accuracy, macro-F1, figures of each class and decider, false "supported", Brier score, ECE and pairs."""
    ones = [1.0] * len(outcomes)
    yield ratio("accuracy", [float(o.right) for o in outcomes], ones)
    labels = sorted({o.gold for o in outcomes})
    table = confusion(outcomes, labels)
    yield Measure("macro_f1", table, partial(_macro_f1, size=len(labels)), len(outcomes))
    for at, label in enumerate(labels):
        for name, place in (("precision", 0), ("recall", 1), ("f1", 2)):
            value = partial(_of_class, at=at, size=len(labels), place=place)
            yield Measure(f"{name}:{label}", table, value, sum(o.gold == label for o in outcomes))
    positive = next((label for label in POSITIVE if any(label in (o.gold, o.predicted) for o in outcomes)), None)
    if positive:
        false = [float(o.predicted == positive != o.gold) for o in outcomes]
        yield ratio("false_supported", false, [float(o.gold != positive) for o in outcomes])
        yield ratio("wrong_among_supported", false, [float(o.predicted == positive) for o in outcomes])
    kinds = sorted({o.phenomenon for o in outcomes if o.phenomenon})
    for kind in kinds if len(kinds) > 1 else ():
        inside = [float(o.phenomenon == kind) for o in outcomes]
        yield ratio(f"accuracy:{kind}", [i * o.right for i, o in zip(inside, outcomes, strict=True)], inside)
    yield ratio("answered", [float(o.predicted not in ABSTAINED) for o in outcomes], ones)
    sure = [o for o in outcomes if o.confidence is not None and o.predicted not in ABSTAINED]
    if sure:
        yield from _of_confidence(outcomes)
    if "entailment" in labels:
        yield from _of_relations(outcomes, kinds)
    yield from _of_deciders(outcomes)
    yield from _of_pairs(outcomes, kinds)


def confusion(outcomes: Sequence[Outcome], labels: Sequence[str]) -> Array:
    """Return one-hot confusion cells of shape (items, gold labels * (labels + 1)); the last column is any other."""
    width = len(labels) + 1
    table = np.zeros((len(outcomes), len(labels) * width))
    place = {label: at for at, label in enumerate(labels)}
    for row, outcome in enumerate(outcomes):
        table[row, place[outcome.gold] * width + place.get(outcome.predicted, len(labels))] = 1.0
    return table


def _of_class(sums: Array, at: int, size: int, place: int) -> Array:
    """Return precision (place 0), recall (1) or F1 (2) of one class."""
    cells = sums.reshape(*sums.shape[:-1], size, size + 1)
    right, called, gold = cells[..., at, at], cells[..., :, at].sum(-1), cells[..., at, :].sum(-1)
    pairs = ((right, called), (right, gold), (2 * right, called + gold))
    return quotient(np.stack(pairs[place], axis=-1))


def _macro_f1(sums: Array, size: int) -> Array:
    mean: Array = np.mean([_of_class(sums, at, size, 2) for at in range(size)], axis=0)
    return mean


def _of_confidence(outcomes: Sequence[Outcome]) -> Iterator[Measure]:
    """Yield Brier score and expected calibration error over the answers (Brier 1950; Naeini et al. 2015)."""
    weights = np.array([float(o.confidence is not None and o.predicted not in ABSTAINED) for o in outcomes])
    sure = np.array([o.confidence or 0.0 for o in outcomes])
    right = np.array([float(o.right) for o in outcomes])
    count = int(weights.sum())
    yield Measure("brier", np.column_stack([weights * (sure - right) ** 2, weights]), quotient, count)
    yield _calibration("ece", outcomes, weights)


def _of_relations(outcomes: Sequence[Outcome], kinds: Sequence[str]) -> Iterator[Measure]:
    """Yield the calibration error of NLI labels, where neutral is an answer like the others: of all, of each source."""
    answered = np.array([float(o.confidence is not None and bool(o.predicted)) for o in outcomes])
    if answered.any():
        yield _calibration("ece_neutral_too", outcomes, answered)
    for kind in kinds if len(kinds) > 1 else ():
        inside = answered * np.array([float(o.phenomenon == kind) for o in outcomes])
        if inside.any():
            yield _calibration(f"ece:{kind}", outcomes, inside)


def _calibration(name: str, outcomes: Sequence[Outcome], weights: Array) -> Measure:
    sure = np.array([o.confidence or 0.0 for o in outcomes])
    right = np.array([float(o.right) for o in outcomes])
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    cells = np.zeros((len(outcomes), BINS, 2))
    cells[np.arange(len(outcomes)), bins] = np.stack([weights * (sure - right), weights], axis=1)
    return Measure(name, cells.reshape(len(outcomes), -1), _ece, int(weights.sum()))


def _ece(sums: Array) -> Array:
    cells = sums.reshape(*sums.shape[:-1], BINS, 2)
    gaps = np.abs(cells[..., 0]).sum(-1)
    return quotient(np.stack([gaps, cells[..., 1].sum(-1)], axis=-1))


def _of_deciders(outcomes: Sequence[Outcome]) -> Iterator[Measure]:
    """Yield how often an answer of each decider is right: "exact:membership.member" counts as "exact"."""
    made = [o.decider.partition(":")[0] if o.predicted not in ABSTAINED else "" for o in outcomes]
    names = sorted(set(made) - {""})
    for name in names if len(names) > 1 else ():
        inside = [float(decider == name) for decider in made]
        yield ratio(f"precision_by:{name}", [i * o.right for i, o in zip(inside, outcomes, strict=True)], inside)


def _of_pairs(outcomes: Sequence[Outcome], kinds: Sequence[str]) -> Iterator[Measure]:
    """Yield the share of minimal pairs with every side right, of all and of each phenomenon."""
    sides: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.pair:
            sides.setdefault(outcome.pair, []).append(outcome)
    if not sides:
        return
    first = {members[0].id: float(all(o.right for o in members)) for members in sides.values()}
    right = [first.get(o.id, 0.0) for o in outcomes]  # each pair counts at its first item
    counted = [float(o.id in first) for o in outcomes]
    yield ratio("pairs_right", right, counted)
    for kind in kinds if len(kinds) > 1 else ():
        inside = [float(o.phenomenon == kind) for o in outcomes]
        above, below = (list(np.multiply(inside, values)) for values in (right, counted))
        yield ratio(f"pairs_right:{kind}", above, below)


def risk_coverage(outcomes: Sequence[Outcome]) -> tuple[list[float], list[float]]:
    """Return coverage and error of the answers as confidence falls (El-Yaniv & Wiener 2010)."""
    answered = [o for o in outcomes if o.predicted not in ABSTAINED and o.confidence is not None]
    answered.sort(key=lambda o: -(o.confidence or 0.0))
    wrong, coverage, risk = 0, [], []
    for count, outcome in enumerate(answered, 1):
        wrong += not outcome.right
        coverage.append(count / len(outcomes))
        risk.append(wrong / count)
    return coverage, risk


def reliability(outcomes: Sequence[Outcome]) -> list[tuple[float, float, int]]:
    """Return (mean confidence, accuracy, count) of each filled bin of the answers."""
    answered = [o for o in outcomes if o.predicted not in ABSTAINED and o.confidence is not None]
    cells: dict[int, list[Outcome]] = {}
    for outcome in answered:
        cells.setdefault(min(int((outcome.confidence or 0.0) * BINS), BINS - 1), []).append(outcome)
    return [
        (sum(o.confidence or 0.0 for o in cell) / len(cell), sum(o.right for o in cell) / len(cell), len(cell))
        for _, cell in sorted(cells.items())
    ]
