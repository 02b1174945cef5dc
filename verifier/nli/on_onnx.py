"""A cross-encoder on onnxruntime, from the graph that `models/nli/fast.py` put beside the weights."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from verifier.errors import ModelError
from verifier.graphs import open_graph
from verifier.nli.scorer import Logits
from verifier.threads import each

GRAPH = "fast.onnx"  # all but the word embeddings, which are read from the weights
EMBEDDINGS = "embeddings.word_embeddings.weight"
_LIMIT = 512  # tokens


class OnnxScorer:
    """Scores each pair alone on one thread, several pairs at a time; so batch and threads leave every bit as it is.

    Raises:
        ModelError: the folder has no such graph, or one that does not fit the weights.
    """

    limit = _LIMIT

    def __init__(self, folder: str | Path, *, threads: int = 0) -> None:
        self.name = str(folder)
        self._threads = threads
        self._session, self._tokenizer, self.id2label = _load(Path(folder))

    def tokens(self, text: str) -> int:
        """Return how many tokens a text has, separators left out."""
        return len(self._tokenizer.encode(text, add_special_tokens=False))

    def logits(self, pairs: Sequence[tuple[str, str]]) -> Logits:
        """Return one row a (premise, hypothesis), in order."""
        return np.array(each(self._one, pairs, self._threads), dtype=np.float64)

    def _one(self, pair: tuple[str, str]) -> Logits:
        read = self._tokenizer.encode(*pair)
        feed = {"ids": np.array([read.ids], np.int32), "segments": np.array([read.type_ids], np.int32)}
        row: Logits = self._session.run(None, feed)[0][0]
        return row


def has_graph(folder: str | Path) -> bool:
    """Tell whether a folder has a graph; `models/nli/fast.py` leaves one only if it judges as the weights do."""
    return (Path(folder) / GRAPH).is_file()


def _load(folder: Path) -> tuple[Any, Any, dict[int, str]]:
    """Return session, tokenizer and label names."""
    from tokenizers import Tokenizer

    try:
        labels = json.loads((folder / "config.json").read_text(encoding="utf-8"))["id2label"]
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(_LIMIT)
        return _session(folder), tokenizer, {int(number): str(label) for number, label in labels.items()}
    except Exception as error:  # the libraries raise exceptions of many kinds, bare ones among them
        raise ModelError(f'{folder}: cannot open {GRAPH}: {error}; make it again or set judge = "torch"') from error


def _session(folder: Path) -> Any:
    from safetensors import safe_open

    with safe_open(folder / "model.safetensors", "np") as file:
        table = file.get_tensor(EMBEDDINGS).astype(np.float32)
    return open_graph(folder / GRAPH, {EMBEDDINGS: table})
