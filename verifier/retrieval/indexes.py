"""Indexes of a Lance table: of words always, of vectors from a size on and only if it finds what exact search does."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

INDEXED = "vector index"  # key of a store's state; absent where vectors are searched exactly
PROBES = "probes"  # key of a store's state: partitions that a search reads
RECALL = "recall@10"  # key of a store's state: share of the ten nearest vectors that the index finds
_LEAST_ROWS = 100_000  # at 100,000, a whole hybrid query with exact search takes 32 ms (evals/bench/scale.py)
_LEAST_RECALL, _ENOUGH_RECALL = 0.95, 0.97  # no index below the first, no more probes from the second
_TRIED = (20, 40, 80, 160)  # numbers of partitions to read
_SAMPLE = 200  # queries that the recall is measured over
_MOVED = 1.0  # length of the noise that makes a query of a stored vector: claims are about as near (cosine 0.7)
_DEPTH = 10
_REFINED = 4  # times as many rows as wanted are compared again in full precision
_ITERATIONS, _SAMPLE_RATE = (
    15,
    64,
)  # of the training; fewer than Lance's own 50 and 256, with the same recall on SciFact

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


def index_vectors(table: Any) -> Mapping[str, str]:
    """Index a large table's vectors; return what to note of it, of no index where search stays exact.

    An index that took up new rows stays as long as it finds enough; training a new one takes minutes.
    """
    rows = table.count_rows("vector IS NOT NULL")
    if rows < _LEAST_ROWS:
        return {}
    queries = _queries(table, rows)
    nearest_ten = _exact(table, queries)
    old = any(index.columns == ["vector"] for index in table.list_indices())
    probes, recall = _measured(table, queries, nearest_ten) if old else (0, 0.0)
    if recall < _LEAST_RECALL:
        _train(table, rows)
        probes, recall = _measured(table, queries, nearest_ten)
    if recall < _LEAST_RECALL:
        return {"no vector index": f"{RECALL} was {recall:.3f}"}
    return {INDEXED: "IVF, 8 bits", PROBES: str(probes), RECALL: f"{recall:.3f}"}


def nearest(search: Any, k: int, probes: int) -> pa.Table:
    """Return row numbers, ids and distances of about the k nearest vectors."""
    search = search.distance_type("dot").nprobes(probes).refine_factor(_REFINED)
    return search.select(["id", "_distance"]).with_row_id(True).limit(k).to_arrow()


def _train(table: Any, rows: int) -> None:
    from lancedb.index import IvfSq

    config = IvfSq(
        distance_type="dot", num_partitions=round(rows**0.5), max_iterations=_ITERATIONS, sample_rate=_SAMPLE_RATE
    )
    table.create_index("vector", config=config, replace=True)


def _measured(table: Any, queries: Vectors, nearest_ten: list[set[int]]) -> tuple[int, float]:
    """Return the least number of probes that finds enough, or the greatest tried, and its recall."""
    recall = 0.0
    for probes in _TRIED:
        shares = [
            len(wanted & set(nearest(_search(table, query), _DEPTH, probes)["_rowid"].to_pylist())) / len(wanted)
            for query, wanted in zip(queries, nearest_ten, strict=True)
        ]
        recall = float(np.mean(shares))
        if recall >= _ENOUGH_RECALL:
            break
    return probes, recall


def _search(table: Any, query: Vectors) -> Any:
    return table.search(query, vector_column_name="vector")


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
        best = np.argsort(-scores, axis=1, kind="stable")[:, :_DEPTH]
        scores, rows = np.take_along_axis(scores, best, axis=1), np.take_along_axis(rows, best, axis=1)
    return [set(row.tolist()) for row in rows]


def _batches(table: Any, dimensions: int) -> Iterator[tuple[npt.NDArray[np.uint64], Vectors]]:
    scan = table.search().where("vector IS NOT NULL").select(["vector"]).with_row_id(True).limit(2**31 - 1)
    for batch in scan.to_batches(batch_size=8192):
        flat = batch["vector"].flatten().to_numpy(zero_copy_only=False)
        yield batch["_rowid"].to_numpy(), flat.reshape(-1, dimensions).astype(np.float32)
