"""Retrieval by words: BM25 over stemmed English.

Robertson & Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond"; Porter (2001),
"Snowball"; Lù (2024), "BM25S".
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from verifier.records import Hit, Passage
from verifier.retrieval.ranking import Ranker
from verifier.text import content_words


class LexicalRetriever:
    """Finds passages that share rare words with the claim; a passage that shares none is no hit."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._ranker = Ranker(passages)
        self._terms = Terms()
        self._index = _index([self._terms.of(f"{p.text} {p.title or ''}") for p in passages])

    def search(self, queries: Sequence[str], k: int) -> list[list[Hit]]:
        """Return up to k hits for each query, best first."""
        return [self._search(query, k) for query in queries]

    def _search(self, query: str, k: int) -> list[Hit]:
        if self._index is None:
            return []
        terms = [term for term in self._terms.of(query) if term in self._index.vocab_dict]
        if not terms:
            return []
        scores: npt.NDArray[np.float32] = self._index.get_scores(terms)
        return [hit for hit in self._ranker.best(scores, k) if hit.score > 0.0]


class Terms:
    """Reduces a text to the stems of its content words."""

    def __init__(self) -> None:
        from Stemmer import Stemmer

        self._stemmer = Stemmer("english")

    def of(self, text: str) -> list[str]:
        """Return the stems in order; parts of hyphenated words stand alone, initials lose their stops.

        >>> Terms().of("U.S. signatories ratified the BRICS-led treaty.")
        ['us', 'signatori', 'ratifi', 'bric', 'led', 'treati']
        """
        words = [part for word in content_words(text.replace("-", " ")) if (part := word.replace(".", ""))]
        stems: list[str] = self._stemmer.stemWords(words)
        return stems


def _index(documents: Sequence[list[str]]) -> Any | None:
    """Build the BM25 index; bm25s cannot index a corpus without a single word."""
    import bm25s

    if not any(documents):
        return None
    index = bm25s.BM25()
    index.index(list(documents), show_progress=False)
    return index
