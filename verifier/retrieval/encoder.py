"""Sentences as vectors: Reimers & Gurevych (2019), "Sentence-BERT"."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from verifier.errors import ModelError

Vectors = npt.NDArray[np.float32]


class SentenceEncoder:
    """Embeds texts with a sentence-transformers model from a folder; never asks the network.

    Raises:
        ModelError: the folder holds no such model.
    """

    def __init__(self, folder: Path, *, device: str = "cpu", batch_size: int = 64) -> None:
        if not (folder / "modules.json").is_file():
            raise ModelError(f"{folder}: no sentence encoder; expected a sentence-transformers folder")
        self._model = _load(folder, device)
        self._batch_size = batch_size

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return unit vectors of shape (len(texts), dimensions)."""
        if not texts:
            return np.empty((0, 0), dtype=np.float32)
        vectors: Vectors = self._model.encode(
            list(texts), batch_size=self._batch_size, normalize_embeddings=True, show_progress_bar=False
        )
        return vectors


def dimensions_of(folder: Path) -> int:
    """Return the length of a model's vectors without opening it.

    Raises:
        ModelError: the folder does not say.
    """
    path = folder / "1_Pooling" / "config.json"
    try:
        return int(json.loads(path.read_text(encoding="utf-8"))["word_embedding_dimension"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path}: does not state the length of the vectors ({error})") from error


def _load(folder: Path, device: str) -> Any:
    """Open the model in float32, whatever precision its file is stored in."""
    import torch
    import transformers
    from sentence_transformers import SentenceTransformer

    transformers.utils.logging.disable_progress_bar()
    try:
        return SentenceTransformer(
            str(folder),
            device=device,
            local_files_only=True,
            model_kwargs={"dtype": torch.float32},
            trust_remote_code=False,
        )
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{folder}: cannot open the sentence encoder: {error}") from error
