"""Exact search over unit vectors in memory."""

from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from verifier.protocols import Found, Vector
from verifier.retrieval.rows import day_number, day_numbers


class ExactVectors:
    """All vectors of a store; 100,000 of 384 dimensions take 154 MB."""

    def __init__(self, rows: Any, ids: Any, known: Any, vectors: Any, dimensions: int) -> None:
        flat = vectors.combine_chunks().flatten().to_numpy(zero_copy_only=False)
        self._vectors: npt.NDArray[np.float32] = flat.reshape(-1, dimensions).astype(np.float32)
        self._rows: npt.NDArray[np.uint64] = rows.to_numpy()
        self._ids: list[str] = ids.to_pylist()
        self._days = day_numbers(known)
        order = np.argsort(np.array(self._ids, dtype=object), kind="stable")
        self._place = np.empty(len(order), dtype=np.int64)  # row of the matrix -> its place in order of ids
        self._place[order] = np.arange(len(order))

    def best(self, vector: Vector, k: int, known_by: date | None) -> list[Found]:
        """Return the k rows of the highest cosine, best first; ties go by id, so that the order is never chance."""
        scores = self._vectors @ vector
        if known_by is not None:
            scores = np.where(self._days <= day_number(known_by), scores, -np.inf)
        k = min(k, len(scores))
        if k <= 0:
            return []
        least = np.partition(scores, -k)[-k]
        near = np.flatnonzero((scores >= least) & (scores > -np.inf))  # k, or more when the last place is tied
        order = near[np.lexsort((self._place[near], -scores[near]))][:k]
        return [Found(int(self._rows[n]), self._ids[n], float(scores[n])) for n in order]
