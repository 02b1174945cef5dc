"""Retrieval over a store: by words, by meaning, or both joined by rank.

Reimers & Gurevych (2019), "Sentence-BERT"; Cormack, Clarke & Büttcher (2009), "Reciprocal Rank Fusion outperforms
Condorcet and individual Rank Learning Methods".
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from verifier.protocols import Encoder, EvidenceStore, Found
from verifier.records import Hit
from verifier.retrieval.terms import Terms
from verifier.threads import each

_SMOOTHING = 8  # the paper has 60; of two rankings that differ much, the first ranks should stand out (SciFact, train)
_POOL = 100  # rows that each way of searching may put forward


class Finder(Protocol):
    """One way of searching a store."""

    def find(self, query: str, k: int, known_by: date | None) -> list[Found]:
        """Return up to k rows, best first."""
        ...


@dataclass(frozen=True, slots=True)
class ByWords:
    """Finds passages that share rare words with the claim; a passage that shares none is not found."""

    store: EvidenceStore
    terms: Terms = field(default_factory=Terms)

    def find(self, query: str, k: int, known_by: date | None) -> list[Found]:
        """Return up to k rows, best first."""
        return self.store.by_words(self.terms.of(query), k, known_by)


@dataclass(frozen=True, slots=True)
class ByMeaning:
    """Finds passages that mean nearly the same as the claim, whatever the words.

    Queries are encoded one by one: in a batch, padding moves the last bits of a vector, and a claim's evidence must
    not depend on what else is asked.
    """

    store: EvidenceStore
    encoder: Encoder

    def find(self, query: str, k: int, known_by: date | None) -> list[Found]:
        """Return up to k rows, best first."""
        return self.store.by_vector(self.encoder.encode([query])[0], k, known_by) if query.strip() else []


@dataclass(frozen=True, slots=True)
class Fused:
    """Adds 1 / (8 + rank) over ways of searching, so that their scores need not be comparable."""

    finders: Sequence[Finder]

    def find(self, query: str, k: int, known_by: date | None) -> list[Found]:
        """Return up to k rows, best first; ties go by id."""
        return fuse([finder.find(query, max(k, _POOL), known_by) for finder in self.finders], k)


def fuse(rankings: Sequence[Sequence[Found]], k: int) -> list[Found]:
    """Join rankings of one query into one.

    A passage that is third in one ranking and first in another scores 1/11 + 1/9.
    """
    scores: dict[tuple[str, int], float] = {}
    for ranking in rankings:
        for rank, found in enumerate(ranking, 1):
            scores[found.id, found.row] = scores.get((found.id, found.row), 0.0) + 1.0 / (_SMOOTHING + rank)
    best = sorted(scores, key=lambda place: (-scores[place], place))[: max(k, 0)]
    return [Found(row, id_, scores[id_, row]) for id_, row in best]


@dataclass(frozen=True, slots=True)
class StoreRetriever:
    """Looks up the passages of what a finder finds; several queries at a time."""

    store: EvidenceStore
    finder: Finder
    threads: int = 0  # queries at a time; 0 for as many as there are CPUs

    def search(self, queries: Sequence[str], k: int, known_by: date | None = None) -> list[list[Hit]]:
        """Return up to k hits for each query, best first; none that was known only after `known_by`."""
        return each(lambda query: self._search(query, k, known_by), queries, self.threads)

    def _search(self, query: str, k: int, known_by: date | None) -> list[Hit]:
        found = self.finder.find(query, k, known_by) if k > 0 else []
        passages = self.store.passages([item.row for item in found])
        places = enumerate(zip(found, passages, strict=True), 1)
        return [Hit(passage=passage, score=item.score, rank=rank) for rank, (item, passage) in places]
