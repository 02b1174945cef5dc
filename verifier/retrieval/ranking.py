"""Ranks passages by score; ties go by passage id, so that the order never depends on chance."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from verifier.records import Hit, Passage


class Ranker:
    """Turns an array of scores, one a passage, into hits."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        by_id = sorted(range(len(passages)), key=lambda n: passages[n].id)
        self._place = np.empty(len(passages), dtype=np.int64)  # passage number -> its place in order of ids
        self._place[by_id] = np.arange(len(passages))

    def best(self, scores: npt.NDArray[np.float32], k: int) -> list[Hit]:
        """Return the k passages of the highest scores, best first."""
        if k <= 0 or not len(scores):
            return []
        k = min(k, len(scores))
        least = np.partition(scores, -k)[-k]
        near = np.flatnonzero(scores >= least)  # k of them, or more when the last place is tied
        order = near[np.lexsort((self._place[near], -scores[near]))][:k]
        return [Hit(passage=self._passages[n], score=float(scores[n]), rank=rank) for rank, n in enumerate(order, 1)]
