"""Approximate search over unit vectors: the signs of their numbers in memory, the vectors of the likeliest from disk.

Of each number one bit is kept, 48 bytes for a vector of 384, and bits are compared by the million in milliseconds
(Charikar 2002, "Similarity Estimation Techniques from Rounding Algorithms"). Nothing is trained; a date is a mask.
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
        self._dimensions = dimensions
        self._rows: npt.NDArray[np.uint64] = found["_rowid"].to_numpy()
        self._days = day_numbers(found["valid_from"])
        self._words = _words(_bytes(found["signs"].combine_chunks()))

    def near(self, vector: Vector, count: int, known_by: date | None) -> list[int]:
        """Return the rows of about the `count` nearest vectors.

        Signs are compared with signs first; of the best, each bit then counts as much as the query's number there.
        """
        far = self._words.shape[0] * 64 + 1
        distances = self._distances(vector)
        if known_by is not None:
            distances[self._days > day_number(known_by)] = far
        reached = np.cumsum(np.bincount(distances, minlength=far)[:far])
        places = np.flatnonzero(distances <= min(np.searchsorted(reached, count * _SHORTLIST), far - 1))
        packed = np.ascontiguousarray(self._words[:, places].T).view(np.uint8)
        bits = np.unpackbits(packed, axis=1, count=self._dimensions).astype(np.float32)
        best = np.argsort(-(bits @ vector), kind="stable")[:count]
        rows: list[int] = self._rows[places[best]].tolist()
        return rows

    def _distances(self, vector: Vector) -> npt.NDArray[np.uint16]:
        """Return how many signs differ."""
        query = _words(signs_of(vector[np.newaxis]))[:, 0]
        total = np.zeros(self._words.shape[1], dtype=np.uint16)
        for words, word in zip(self._words, query, strict=True):
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
