"""Claims against gold claims without a language model: token F1, matched one to one (Kuhn 1955)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from verifier.text import content_words, lemmas

HIT = 0.7  # least F1 of claims that say the same


@dataclass(frozen=True, slots=True)
class Match:
    """A made claim and the gold claim that it was matched with, by their places."""

    made: int
    gold: int
    score: float  # F1 of content lemmas, 0 to 1

    @property
    def hit(self) -> bool:
        """Whether the two count as the same claim."""
        return self.score >= HIT


def bag(text: str) -> Counter[str]:
    """Return the content lemmas of a claim."""
    return Counter(min(lemmas(word), key=len) for word in content_words(text))


def overlap(a: Counter[str], b: Counter[str]) -> float:
    """Return the F1 of two bags."""
    shared = sum((a & b).values())
    return 2 * shared / (sum(a.values()) + sum(b.values())) if shared else 0.0


def matched(made: Sequence[str], gold: Sequence[str]) -> list[Match]:
    """Return the one-to-one matching with the greatest summed F1."""
    if not made or not gold:
        return []
    bags = [bag(text) for text in gold]
    scores = np.array([[overlap(b, g) for g in bags] for b in map(bag, made)])
    chosen = zip(*linear_sum_assignment(-scores), strict=True)
    return [Match(int(m), int(g), float(scores[m, g])) for m, g in chosen if scores[m, g] > 0]
