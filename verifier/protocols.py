"""The seams: one method each, so that any part can be replaced by a class of one's own."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from verifier.records import Article, Claim, Finding, Hit, Judgement, Pair, Passage, Report, Split


class Splitter(Protocol):
    """Turns an article into claims."""

    def split(self, article: Article) -> Split:
        """Return the claims in reading order, and what was left out and why."""
        ...


class Encoder(Protocol):
    """Embeds texts for dense retrieval."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return unit vectors of shape (len(texts), dimensions)."""
        ...


Vector = npt.NDArray[np.float32]  # (dimensions,), of length one


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage as a store keeps it; two entries of one key are the same."""

    passage: Passage
    terms: tuple[str, ...]  # what search by words compares
    key: bytes  # 16 bytes: hash of all that is stored
    text_key: bytes | None  # 16 bytes: hash of the text and the model that made its vector
    vector: npt.NDArray[np.float16] | None  # None where search by meaning was never asked for


class Found(NamedTuple):
    """A row that a store found; `row` is the store's own number for it, good for this open version only."""

    row: int
    id: str
    score: float


class EvidenceStore(Protocol):
    """Keeps passages for search by words and by meaning; what was written counts once it is published."""

    def upsert(self, entries: Sequence[Entry]) -> None:
        """Write passages, in place of those of the same id; durable when it returns, all of them or none."""
        ...

    def delete(self, ids: Sequence[str]) -> None:
        """Remove passages."""
        ...

    def publish(self, state: Mapping[str, str], is_whole: Callable[[], bool] = ...) -> bool:
        """Make what was written the version that others open, with a note of what it was built from, if it is whole."""
        ...

    def by_words(self, terms: Sequence[str], k: int, known_by: date | None = None) -> list[Found]:
        """Return up to k rows with any of the terms, best first, ties by id; none that was known only later."""
        ...

    def by_vector(self, vector: Vector, k: int, known_by: date | None = None) -> list[Found]:
        """Return the k rows of the nearest vectors, best first, ties by id; none that was known only later."""
        ...

    def passages(self, rows: Sequence[int]) -> list[Passage]:
        """Return the passages of rows, in their order."""
        ...


class Retriever(Protocol):
    """Finds evidence."""

    def search(self, queries: Sequence[str], k: int, known_by: date | None = None) -> list[list[Hit]]:
        """Return up to k hits for each query, best first; none that was known only after `known_by`."""
        ...


class Judge(Protocol):
    """Scores (premise, hypothesis) pairs."""

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one judgement a pair, in order; the same pair gets the same judgement in any batch."""
        ...


class Checker(Protocol):
    """Compares a claim with facts exactly."""

    def check(self, claim: Claim, as_of: date) -> Finding | None:
        """Return a finding, or None when the claim cannot be read whole."""
        ...


class Renderer(Protocol):
    """Writes reports in one format."""

    def pieces(self, reports: Iterable[Report]) -> Iterator[str]:
        """Yield the text of the file, an article or so at a time; reports may be gone through more than once."""
        ...
