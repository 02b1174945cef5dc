"""Retrieval by meaning: exact search over unit vectors of sentences.

Reimers & Gurevych (2019), "Sentence-BERT".
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from verifier.errors import ModelError
from verifier.protocols import Encoder
from verifier.records import Hit, Passage
from verifier.retrieval.ranking import Ranker


class DenseRetriever:
    """Finds passages that mean nearly the same as the claim, whatever the words."""

    def __init__(self, passages: Sequence[Passage], vectors: npt.NDArray[np.float32], encoder: Encoder) -> None:
        if len(passages) != len(vectors):
            raise ValueError(f"{len(passages)} passages, but {len(vectors)} vectors")
        self._ranker = Ranker(passages)
        self._vectors = vectors
        self._encoder = encoder

    def search(self, queries: Sequence[str], k: int) -> list[list[Hit]]:
        """Return up to k hits for each query, best first.

        Queries are encoded one by one: in a batch, padding moves the last bits of a vector, and a claim's
        evidence must not depend on what else is asked.
        """
        return [self._search(query, k) for query in queries]

    def _search(self, query: str, k: int) -> list[Hit]:
        if not query.strip() or not len(self._vectors):
            return []
        return self._ranker.best(self._vectors @ self._encoder.encode([query])[0], k)


class SentenceEncoder:
    """Embeds texts with a sentence-transformers model from a folder; never asks the network.

    Raises:
        ModelError: the folder holds no such model.
    """

    def __init__(self, folder: Path, *, batch_size: int = 64) -> None:
        if not (folder / "modules.json").is_file():
            raise ModelError(f"{folder}: no sentence encoder; expected a sentence-transformers folder")
        self._model = _load(folder)
        self._batch_size = batch_size

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return unit vectors of shape (len(texts), dimensions)."""
        if not texts:
            return np.empty((0, 0), dtype=np.float32)
        vectors: npt.NDArray[np.float32] = self._model.encode(
            list(texts), batch_size=self._batch_size, normalize_embeddings=True, show_progress_bar=False
        )
        return vectors


def _load(folder: Path) -> Any:
    """Open the model in float32, whatever precision its file is stored in."""
    import torch
    import transformers
    from sentence_transformers import SentenceTransformer

    transformers.utils.logging.disable_progress_bar()
    try:
        return SentenceTransformer(
            str(folder), local_files_only=True, model_kwargs={"dtype": torch.float32}, trust_remote_code=False
        )
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{folder}: cannot open the sentence encoder: {error}") from error
