"""How a passage lies in a table of the store."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from verifier.protocols import Entry
from verifier.records import Passage
from verifier.retrieval.terms import Terms

_SHAPE = "1"  # of terms and rows; another one has every store built anew
_KEY_BYTES = 16


def schema(dimensions: int) -> pa.Schema:
    """Return the columns of the table; vectors are kept in half precision, which moves a cosine by less than 0.001."""
    return pa.schema(
        [
            pa.field("id", pa.string(), nullable=False),
            pa.field("text", pa.string(), nullable=False),
            pa.field("title", pa.string()),
            pa.field("source", pa.string(), nullable=False),
            pa.field("url", pa.string()),
            pa.field("valid_from", pa.date32()),
            pa.field("valid_to", pa.date32()),
            pa.field("table", pa.string()),
            pa.field("row", pa.int64()),
            pa.field("start", pa.int64()),
            pa.field("end", pa.int64()),
            pa.field("confirmed", pa.bool_(), nullable=False),
            pa.field("terms", pa.string(), nullable=False),
            pa.field("key", pa.binary(_KEY_BYTES), nullable=False),
            pa.field("text_key", pa.binary(_KEY_BYTES)),
            pa.field("vector", pa.list_(pa.float16(), dimensions)),
            pa.field("signs", pa.binary(-(-dimensions // 8))),
        ]
    )


PASSAGE = tuple(Passage.model_fields)  # the columns that make a passage


def to_arrow(entries: Sequence[Entry], dimensions: int) -> pa.Table:
    """Return entries as rows."""
    columns: dict[str, list[Any]] = {name: [getattr(e.passage, name) for e in entries] for name in PASSAGE}
    columns["terms"] = [" ".join(e.terms) for e in entries]
    columns["key"] = [e.key for e in entries]
    columns["text_key"] = [e.text_key for e in entries]
    shape = schema(dimensions)
    columns["signs"] = [None if e.vector is None else signs_of(e.vector[np.newaxis]).tobytes() for e in entries]
    arrays = {name: pa.array(values, shape.field(name).type) for name, values in columns.items()}
    arrays["vector"] = _vectors(entries, dimensions)
    return pa.table([arrays[field.name] for field in shape], schema=shape)


def _vectors(entries: Sequence[Entry], dimensions: int) -> pa.Array:
    empty = np.zeros(dimensions, dtype=np.float16)
    flat = np.concatenate([empty if e.vector is None else e.vector for e in entries] or [empty[:0]])
    missing = pa.array([e.vector is None for e in entries], pa.bool_())
    return pa.FixedSizeListArray.from_arrays(pa.array(flat, pa.float16()), dimensions, mask=missing)


def signs_of(vectors: npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
    """Return which numbers of each vector are positive, eight to a byte, of shape (vectors, dimensions / 8)."""
    return np.packbits(vectors > 0, axis=1)


def day_numbers(days: pa.ChunkedArray) -> npt.NDArray[np.int32]:
    """Return a column of dates as days since 1970; what is known since ever has the least number."""
    numbers: npt.NDArray[np.int32] = days.cast("int32").fill_null(np.iinfo(np.int32).min).to_numpy()
    return numbers


def day_number(day: date) -> int:
    """Return a date as days since 1970."""
    return (day - date(1970, 1, 1)).days


def to_passage(row: Mapping[str, Any]) -> Passage:
    """Return the passage of a row."""
    return Passage.model_construct(**{name: row[name] for name in PASSAGE})


def draft(passage: Passage, terms: Terms, model: str) -> Entry:
    """Return a passage as an entry whose vector is still to be made; without a model it gets none."""
    content = passage.model_dump_json()
    return Entry(
        passage=passage,
        terms=tuple(terms.of(f"{passage.text} {passage.title or ''}")),
        key=_hash(_SHAPE, content),
        text_key=_hash(model, passage.text) if model else None,
        vector=None,
    )


def _hash(*texts: str) -> bytes:
    return hashlib.sha256("\0".join(texts).encode()).digest()[:_KEY_BYTES]
