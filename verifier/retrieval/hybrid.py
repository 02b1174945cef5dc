"""Retrieval by words and by meaning, joined by rank.

Cormack, Clarke & Büttcher (2009), "Reciprocal Rank Fusion outperforms Condorcet and individual Rank
Learning Methods".
"""

from collections.abc import Sequence

from verifier.protocols import Retriever
from verifier.records import Hit, Passage

_SMOOTHING = 60  # the paper's k: how little the very first ranks stand out
_POOL = 100  # hits that each retriever may put forward


class HybridRetriever:
    """Adds 1 / (60 + rank) over retrievers, so that their scores need not be comparable."""

    def __init__(self, retrievers: Sequence[Retriever]) -> None:
        self._retrievers = retrievers

    def search(self, queries: Sequence[str], k: int) -> list[list[Hit]]:
        """Return up to k hits for each query, best first; ties go by passage id."""
        found = [retriever.search(queries, max(k, _POOL)) for retriever in self._retrievers]
        return [fuse(rankings, k) for rankings in zip(*found, strict=True)]


def fuse(rankings: Sequence[Sequence[Hit]], k: int) -> list[Hit]:
    """Join rankings of one query into one.

    A passage that is third in one ranking and first in another scores 1/63 + 1/61.
    """
    scores: dict[str, float] = {}
    passages: dict[str, Passage] = {}
    for hit in (hit for ranking in rankings for hit in ranking):
        passages[hit.passage.id] = hit.passage
        scores[hit.passage.id] = scores.get(hit.passage.id, 0.0) + 1.0 / (_SMOOTHING + hit.rank)
    best = sorted(scores, key=lambda id_: (-scores[id_], id_))[: max(k, 0)]
    return [Hit(passage=passages[id_], score=scores[id_], rank=rank) for rank, id_ in enumerate(best, 1)]
