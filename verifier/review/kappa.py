"""Agreement beyond chance between two who labelled the same claims."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.records import Label

Labelled = tuple[Label, Label]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two agree; `kappa` is None where chance alone would agree always, or nothing is there."""

    first: str
    second: str
    both: int  # claims that both labelled
    same: int
    kappa: float | None


def agreement(first: str, second: str, pairs: Sequence[Labelled]) -> Agreement:
    """Return agreement with Cohen's kappa (J. Cohen, A coefficient of agreement for nominal scales, 1960).

    >>> agreement("a", "b", [(Label.SUPPORTED, Label.SUPPORTED), (Label.REFUTED, Label.REFUTED)]).kappa
    1.0
    """
    same = sum(one is other for one, other in pairs)
    return Agreement(first, second, len(pairs), same, _kappa(pairs, same))


def _kappa(pairs: Sequence[Labelled], same: int) -> float | None:
    total = len(pairs)
    ours, theirs = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(ours[label] * theirs[label] for label in ours)  # times total²
    if not total or by_chance == total * total:
        return None
    return (same * total - by_chance) / (total * total - by_chance)
