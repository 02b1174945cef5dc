"""What a store prepares for search: an index of words always; of vectors, how many to compare in full.

Vectors of a large store are searched by their signs, but only if that finds what exact search does.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from verifier.retrieval.signs import ApproximateVectors, Signs

COMPARED = "vectors compared in full"  # key of a store's state; absent where all are, so that search is exact
RECALL = "recall@10"  # key of a store's state: share of the ten nearest vectors that are found
_LEAST_ROWS = 100_000  # at 100,000, a whole hybrid query with exact search takes 32 ms (evals/bench/scale.py)
_LEAST_RECALL, _ENOUGH_RECALL = 0.95, 0.96  # exact search below the first, no more to compare from the second
_TRIED = (200, 300, 400, 800, 1600)  # numbers of vectors to compare in full
_SAMPLE = 200  # queries that the recall is measured over
_MOVED = 1.0  # length of the noise that makes a query of a stored vector: claims are about as near (cosine 0.7)
_DEPTH = 10

Vectors = npt.NDArray[np.float32]


def index_words(table: Any) -> None:
    """Build the full-text index; what it gets are stems already, so it changes nothing of them."""
    from lancedb.index import FTS

    plain = FTS(
        base_tokenizer="whitespace",
        stem=False,
        remove_stop_words=False,
        ascii_folding=False,
        lower_case=False,
        max_token_length=None,
    )
    table.create_index("terms", config=plain, replace=True)


def fit_vectors(table: Any, dimensions: int) -> Mapping[str, str]:
    """Return what to note of the search of a large table's vectors; nothing where search is exact by its size."""
    rows = table.count_rows("vector IS NOT NULL")
    if rows < _LEAST_ROWS:
        return {}
    queries = _queries(table, rows)
    nearest_ten = _exact(table, queries)
    signs, recall = Signs(table, dimensions), 0.0
    for compared in _TRIED:
        recall = _recall(ApproximateVectors(table, signs, compared), queries, nearest_ten)
        if recall >= _ENOUGH_RECALL:
            break
    if recall < _LEAST_RECALL:
        return {"exact vector search": f"by signs, {RECALL} was {recall:.3f}"}
    return {COMPARED: str(compared), RECALL: f"{recall:.3f}"}


def _recall(vectors: ApproximateVectors, queries: Vectors, nearest_ten: list[set[int]]) -> float:
    found = ({item.row for item in vectors.best(query, _DEPTH, None)} for query in queries)
    return float(np.mean([len(wanted & rows) / len(wanted) for wanted, rows in zip(nearest_ten, found, strict=True)]))


def _queries(table: Any, rows: int) -> Vectors:
    """Return stored vectors, moved: a stored one itself is found too easily."""
    chance = np.random.default_rng(0)
    places = chance.choice(table.count_rows(), min(_SAMPLE, rows), replace=False)
    stored = table.take_offsets(sorted(places.tolist())).select(["vector"]).to_arrow()["vector"].drop_null()
    vectors = np.array(stored.to_pylist(), dtype=np.float32)
    noise = chance.normal(size=vectors.shape).astype(np.float32)
    vectors += noise * (_MOVED / np.linalg.norm(noise, axis=1, keepdims=True))
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def _exact(table: Any, queries: Vectors) -> list[set[int]]:
    """Return the row numbers of the ten nearest vectors of each query, by one pass over all vectors."""
    scores, rows = np.empty((len(queries), 0), dtype=np.float32), np.empty((len(queries), 0), dtype=np.uint64)
    for numbers, vectors in _batches(table, queries.shape[1]):
        scores = np.hstack([scores, queries @ vectors.T])
        rows = np.hstack([rows, np.broadcast_to(numbers, (len(queries), len(numbers)))])
        best = np.argpartition(-scores, min(_DEPTH, scores.shape[1]) - 1, axis=1)[:, :_DEPTH]
        scores, rows = np.take_along_axis(scores, best, axis=1), np.take_along_axis(rows, best, axis=1)
    return [set(row.tolist()) for row in rows]


def _batches(table: Any, dimensions: int) -> Iterator[tuple[npt.NDArray[np.uint64], Vectors]]:
    scan = table.search().where("vector IS NOT NULL").select(["vector"]).with_row_id(True).limit(2**31 - 1)
    for batch in scan.to_batches(batch_size=8192):
        flat = batch["vector"].flatten().to_numpy(zero_copy_only=False)
        yield batch["_rowid"].to_numpy(), flat.reshape(-1, dimensions).astype(np.float32)
