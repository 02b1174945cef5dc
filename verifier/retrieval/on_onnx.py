"""The sentence encoder on onnxruntime, from the graph that `models/retriever/graph.py` put beside the weights."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from verifier.errors import ModelError
from verifier.graphs import open_graph
from verifier.retrieval.encoder import Vectors
from verifier.threads import each

GRAPH = "sentences.onnx"  # without weights, which are read from the safetensors
UNUSED = "pooler."  # a layer that the mean of the tokens does without


class OnnxEncoder:
    """Embeds each text alone on one thread, several texts at a time; so batch and threads leave every bit as it is.

    Texts above the model's length are cut there, as its authors do.

    Raises:
        ModelError: the folder has no such graph, or one that does not fit the weights.
    """

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        self._threads = threads
        try:
            self._tokenizer = _tokenizer(folder)
            self._session = _session(folder)
        except Exception as error:  # the libraries raise exceptions of many kinds, bare ones among them
            raise ModelError(f"{folder}: cannot open {GRAPH}: {error}; make it again or remove it") from error

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return unit vectors of shape (len(texts), dimensions)."""
        if not texts:
            return np.empty((0, 0), dtype=np.float32)
        return np.stack(each(self._one, texts, self._threads))

    def _one(self, text: str) -> Vectors:
        ids = np.array([self._tokenizer.encode(text).ids], np.int64)
        vector: Vectors = self._session.run(None, {"ids": ids})[0][0]
        return vector


def has_graph(folder: Path) -> bool:
    """Tell whether a folder has a graph."""
    return (folder / GRAPH).is_file()


def _tokenizer(folder: Path) -> Any:
    from tokenizers import Tokenizer

    settings = json.loads((folder / "sentence_bert_config.json").read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(settings["max_seq_length"])
    return tokenizer


def _session(folder: Path) -> Any:
    from safetensors.numpy import load_file

    stored = load_file(folder / "model.safetensors").items()
    weights = {name: w.astype(np.float32) for name, w in stored if w.dtype.kind == "f" and not name.startswith(UNUSED)}
    return open_graph(folder / GRAPH, weights)
