"""The store: one Lance dataset with passages, an index of their words and their vectors.

It lies in a folder or in an object store ("s3://bucket/corpus", credentials and endpoint from the environment as
AWS tools read them). Every write is a new version; the tag `current` names the one that was published last, so a
writer that dies leaves it as it was. Search by words is BM25 (Robertson & Zaragoza 2009, "The Probabilistic
Relevance Framework").
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa

from verifier.errors import CorpusError
from verifier.protocols import Entry, Found, Vector
from verifier.records import Passage
from verifier.retrieval.exact import ExactVectors
from verifier.retrieval.indexes import COMPARED, fit_vectors, index_words
from verifier.retrieval.rows import PASSAGE, day_number, day_numbers, schema, to_arrow, to_passage
from verifier.retrieval.signs import ApproximateVectors, Signs

_TABLE = "passages"
_CURRENT = "current"
_READERS_HAVE = timedelta(hours=1)  # how long a version that was replaced can still be read
_ALL = 2**31 - 1  # a limit that is none
_DELETED = 5_000  # rows that one filter names
_SPARE = 4  # times as many rows as are wanted are looked at before a date filter is built


class LanceStore:
    """A store as it was published last, or, for a writer, as it was written last.

    Raises:
        CorpusError: the place cannot be opened or holds something else.
    """

    def __init__(self, place: str, table: Any, dimensions: int) -> None:
        self._place, self._table, self._dimensions = place, table, dimensions

    @property
    def state(self) -> Mapping[str, str]:
        """What the open version was built from, as its writer noted it."""
        noted = self._table.schema.field("id").metadata or {}
        return {key.decode(): value.decode() for key, value in noted.items()}

    def __len__(self) -> int:
        return int(self._table.count_rows())

    def upsert(self, entries: Sequence[Entry]) -> None:
        """Write passages in one version, in place of those of the same id."""
        rows = to_arrow(entries, self._dimensions)
        merge = self._table.merge_insert("id").when_matched_update_all().when_not_matched_insert_all()
        merge.execute(rows, on_bad_vectors="null")  # a vector that is to come later is no mistake

    def add(self, entries: Sequence[Entry]) -> None:
        """Write passages whose ids are known to be new, which is quicker."""
        self._table.add(to_arrow(entries, self._dimensions))

    def delete(self, ids: Sequence[str]) -> None:
        """Remove passages."""
        quoted = [f"'{id_.replace(chr(39), chr(39) * 2)}'" for id_ in ids]
        for start in range(0, len(quoted), _DELETED):
            self._table.delete(f"id IN ({', '.join(quoted[start : start + _DELETED])})")

    def publish(self, state: Mapping[str, str], is_whole: Callable[[], bool] = lambda: True) -> bool:
        """Index what was written, name it as the version for others to open, and remove what nobody can be reading.

        The index of words is built anew: scores of an index that grew would depend on the order of writing.

        Args:
            state: notes for readers.
            is_whole: asked of the very version that is to be named; where it says no, none is.

        Returns:
            Whether the version was named.
        """
        self._table.optimize()
        index_words(self._table)
        noted = {**state, **fit_vectors(self._table, self._dimensions)}
        self._table.update_field_metadata({"path": "id", "metadata": noted, "replace": True})
        if not is_whole():
            return False
        first = _CURRENT not in self._table.tags.list()
        move = self._table.tags.create if first else self._table.tags.update
        move(_CURRENT, self._table.version)
        fresh = first and "://" not in self._place  # nobody can be reading an earlier one, nor be writing
        self._table.optimize(cleanup_older_than=timedelta(milliseconds=1) if fresh else _READERS_HAVE)
        return True

    def by_words(self, terms: Sequence[str], k: int, known_by: date | None = None) -> list[Found]:
        """Return up to k rows with any of the terms, best first, ties by id.

        A date filter within the search reads the date of every row of the store. To look at those of what was found
        is quicker, unless so much came later that too little is left.
        """
        from lancedb.query import MatchQuery

        if not terms or k <= 0:
            return []
        search = self._table.search(MatchQuery(" ".join(terms), "terms"), query_type="fts").with_row_id(True)
        search, limit = search.select(["id", "valid_from", "_score"]), (k + 1) * (_SPARE if known_by else 1)
        while True:
            rows = search.limit(limit).to_arrow()
            found = _found(rows, known_by)
            if len(rows) < limit or (len(found) > k and found[-1].score < found[k - 1].score):
                return sorted(found, key=lambda item: (-item.score, item.id))[:k]
            if known_by:
                search = search.where(f"valid_from IS NULL OR valid_from <= date '{known_by}'", prefilter=True)
            limit *= 4  # the last place is tied: which of them comes in must not depend on chance

    def by_vector(self, vector: Vector, k: int, known_by: date | None = None) -> list[Found]:
        """Return the k rows of the nearest vectors, best first, ties by id; exactly, unless the store is large."""
        return self._vectors.best(vector, k, known_by) if k > 0 else []

    @cached_property
    def _vectors(self) -> ExactVectors | ApproximateVectors:
        if compared := int(self.state.get(COMPARED, 0)):
            return ApproximateVectors(self._table, Signs(self._table, self._dimensions), compared)
        rows = self._scan(["id", "valid_from", "vector"], "vector IS NOT NULL")
        return ExactVectors(rows["_rowid"], rows["id"], rows["valid_from"], rows["vector"], self._dimensions)

    def passages(self, rows: Sequence[int]) -> list[Passage]:
        """Return the passages of rows, in their order."""
        if not rows:
            return []
        taken = self._table.take_row_ids(list(rows)).select(list(PASSAGE)).with_row_id().to_arrow()
        by_row = {row["_rowid"]: to_passage(row) for row in taken.to_pylist()}
        return [by_row[row] for row in rows]

    def all_passages(self) -> Iterator[Passage]:
        """Yield every passage."""
        yield from map(to_passage, self._scan(list(PASSAGE)).to_pylist())

    def keys(self) -> pa.Table:
        """Return id, key, text_key and _rowid of every row."""
        return self._scan(["id", "key", "text_key"])

    def vectors(self, rows: Sequence[int]) -> list[Any]:
        """Return the vectors of rows, in their order, as arrays of float16."""
        taken = self._table.take_row_ids(list(rows)).select(["vector"]).with_row_id().to_arrow()
        flat = taken["vector"].combine_chunks().flatten().to_numpy().reshape(-1, self._dimensions)
        by_row = dict(zip(taken["_rowid"].to_pylist(), flat, strict=True))
        return [by_row[row] for row in rows]

    def _scan(self, columns: list[str], where: str | None = None) -> pa.Table:
        search = self._table.search().select(columns).with_row_id(True).limit(_ALL)
        return (search.where(where) if where else search).to_arrow()


def open_store(place: str, dimensions: int) -> LanceStore | None:
    """Open what was published last; None where nothing was."""
    table = _open(place)
    if table is None or not table.schema.equals(schema(dimensions)) or _CURRENT not in table.tags.list():
        return None
    table.checkout(_CURRENT)
    return LanceStore(place, table, dimensions)


def write_store(place: str, dimensions: int) -> LanceStore:
    """Open the store for a writer, with what an earlier one wrote and did not publish; make it where there is none."""
    table = _open(place)
    if table is None:
        table = _connect(place).create_table(_TABLE, schema=schema(dimensions), exist_ok=True)
    elif not table.schema.equals(schema(dimensions)):
        table = _connect(place).create_table(_TABLE, schema=schema(dimensions), mode="overwrite")
    return LanceStore(place, table, dimensions)


def _open(place: str) -> Any:
    if "://" not in place and not (Path(place) / f"{_TABLE}.lance").is_dir():
        return None
    database = _connect(place)
    try:
        return database.open_table(_TABLE) if _TABLE in database.list_tables().tables else None
    except (ValueError, OSError, RuntimeError) as error:
        if "was not found" in str(error):  # a writer died before its first version
            return None
        raise CorpusError(
            f"{place}: not a store of passages ({_first_line(error)}); delete it to have it built anew"
        ) from error


def _connect(place: str) -> Any:
    os.environ.setdefault("LANCEDB_LOG", "error")  # it warns of each new dataset otherwise
    import lancedb

    try:
        return lancedb.connect(place)
    except (ValueError, OSError, RuntimeError) as error:
        raise CorpusError(
            f"{place}: cannot open the store ({_first_line(error)}); check path and credentials"
        ) from error


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:200]


def _found(rows: pa.Table, known_by: date | None) -> list[Found]:
    if known_by:
        rows = rows.filter(pa.array(day_numbers(rows["valid_from"]) <= day_number(known_by)))
    return list(map(Found, rows["_rowid"].to_pylist(), rows["id"].to_pylist(), rows["_score"].to_pylist()))
