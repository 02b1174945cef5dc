"""Approximate search over unit vectors: their signs in memory, the vectors of the likeliest rows from the store.

Of each number one bit is kept, 48 bytes for a vector of 384, and bits are compared by the million in milliseconds
(Charikar 2002, "Similarity Estimation Techniques from Rounding Algorithms"). Nothing is trained.
"""

from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from verifier.protocols import Found, Vector
from verifier.retrieval.rows import day_number, day_numbers, signs_of

_SHORTLIST = 10  # times as many rows as are compared in full have their signs weighed by the query's numbers


class Signs:
    """The signs of all vectors of a table; a million of 384 dimensions take 60 MB."""

    def __init__(self, table: Any, dimensions: int) -> None:
        scan = table.search().where("vector IS NOT NULL").select(["valid_from", "signs"])
        found = scan.with_row_id(True).limit(2**31 - 1).to_arrow()
        days = day_numbers(found["valid_from"])
        order = np.argsort(days, kind="stable")  # what is known by a day comes first, and the rest is not looked at
        self._dimensions = dimensions
        self._days = days[order]
        self._rows: npt.NDArray[np.uint64] = found["_rowid"].to_numpy()[order]
        self._words = _words(_bytes(found["signs"].combine_chunks())[order])

    def near(self, vector: Vector, count: int, known_by: date | None) -> list[int]:
        """Return the rows of about the `count` nearest vectors.

        Signs are compared with signs first; of the best, each bit then counts as much as the query's number there.
        """
        known = len(self._days) if known_by is None else self._days.searchsorted(day_number(known_by), "right")
        distances = self._distances(vector, int(known))
        reached = np.cumsum(np.bincount(distances))
        places = np.flatnonzero(distances <= np.searchsorted(reached, count * _SHORTLIST))
        packed = np.ascontiguousarray(self._words[:, places].T).view(np.uint8)
        bits = np.unpackbits(packed, axis=1, count=self._dimensions).astype(np.float32)
        best = np.argsort(-(bits @ vector), kind="stable")[:count]
        rows: list[int] = self._rows[places[best]].tolist()
        return rows

    def _distances(self, vector: Vector, known: int) -> npt.NDArray[np.uint16]:
        """Return in how many signs the first rows differ from a vector."""
        query = _words(signs_of(vector[np.newaxis]))[:, 0]
        total = np.zeros(known, dtype=np.uint16)
        for words, word in zip(self._words[:, :known], query, strict=True):
            total += np.bitwise_count(words ^ word)
        return total


class ApproximateVectors:
    """Finds candidates by their signs and compares these in full."""

    def __init__(self, table: Any, signs: Signs, compared: int) -> None:
        self._table, self._signs, self._compared = table, signs, compared

    def best(self, vector: Vector, k: int, known_by: date | None) -> list[Found]:
        """Return about the k rows of the highest cosine, best first; ties go by id."""
        rows = self._signs.near(vector, max(self._compared, k), known_by)
        if not rows:
            return []
        taken = self._table.take_row_ids(sorted(rows)).select(["id", "vector"]).with_row_id().to_arrow()
        flat = taken["vector"].combine_chunks().flatten().to_numpy(zero_copy_only=False)
        scores = (flat.reshape(-1, len(vector)).astype(np.float32) @ vector).tolist()
        found = map(Found, taken["_rowid"].to_pylist(), taken["id"].to_pylist(), scores)
        return sorted(found, key=lambda item: (-item.score, item.id))[:k]


def _bytes(signs: Any) -> npt.NDArray[np.uint8]:
    """Return a column of fixed width as a matrix, without a Python object for each row."""
    width = signs.type.byte_width
    flat = np.frombuffer(signs.buffers()[1] or b"", dtype=np.uint8)
    return flat[signs.offset * width : (signs.offset + len(signs)) * width].reshape(-1, width)


def _words(signs: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint64]:
    """Return rows of bytes as columns of 64-bit words, filled up with zeros."""
    filled = np.zeros((len(signs), -(-signs.shape[1] // 8) * 8), dtype=np.uint8)
    filled[:, : signs.shape[1]] = signs
    return np.ascontiguousarray(filled.view(np.uint64).T)
