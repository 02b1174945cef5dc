"""Indexes of a Lance table: of words always, of vectors from a size on and only if it finds what exact search does."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa

INDEXED = "vector index"  # key of a store's state; absent where vectors are searched exactly
_RECALL = "recall@10"
_LEAST_ROWS = 100_000  # below, exact search takes about 10 ms
_LEAST_RECALL = 0.95  # of the ten nearest vectors
_SAMPLE = 200  # stored vectors that stand for queries
_DEPTH = 10
_PROBES = 40  # partitions that a search reads
_REFINED = 4  # times as many rows as wanted are compared again in full precision


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
    old = any(index.columns == ["vector"] for index in table.list_indices())
    recall = measured_recall(table) if old else 0.0
    if recall < _LEAST_RECALL:
        _train(table, rows)
        recall = measured_recall(table)
    if recall < _LEAST_RECALL:
        return {"no vector index": f"{_RECALL} was {recall:.3f}"}
    return {INDEXED: "IVF, 8 bits", _RECALL: f"{recall:.3f}"}


def _train(table: Any, rows: int) -> None:
    from lancedb.index import IvfSq

    config = IvfSq(distance_type="dot", num_partitions=round(rows**0.5))
    table.create_index("vector", config=config, replace=True)


def nearest(search: Any, k: int) -> pa.Table:
    """Return row numbers, ids and distances of about the k nearest vectors."""
    search = search.distance_type("dot").nprobes(_PROBES).refine_factor(_REFINED)
    return search.select(["id", "_distance"]).with_row_id(True).limit(k).to_arrow()


def measured_recall(table: Any) -> float:
    """Return the share of the ten exactly nearest vectors that the index finds, over stored vectors as queries."""
    total = table.count_rows()
    places = np.random.default_rng(0).choice(total, min(_SAMPLE, total), replace=False)
    sample = table.take_offsets(sorted(places.tolist())).select(["vector"]).to_arrow()["vector"].drop_null()
    queries = np.array(sample.to_pylist(), dtype=np.float32)
    shares = [_share(table, query) for query in queries]
    return float(np.mean(shares)) if shares else 0.0


def _share(table: Any, query: Any) -> float:
    search = table.search(query, vector_column_name="vector").distance_type("dot").bypass_vector_index()
    exact = set(search.select(["id", "_distance"]).limit(_DEPTH).to_arrow()["id"].to_pylist())
    found = nearest(table.search(query, vector_column_name="vector"), _DEPTH)["id"].to_pylist()
    return len(exact & set(found)) / max(1, len(exact))
