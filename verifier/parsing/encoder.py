"""The encoder on onnxruntime: what each word of a sentence is, and on which word it hangs."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from verifier.graphs import open_graph
from verifier.parsing.heads import best_heads, best_sentence
from verifier.parsing.names import join_names
from verifier.parsing.pieces import Pieces
from verifier.parsing.tree import Tree

GRAPH, KINDS, TOKENIZER = "trees.onnx", "kinds.json", "tokenizer.json"
_LONGEST = 200  # words read at once; no more than 512 pieces fit, and long rows of them are seldom one sentence
_BREAKS = frozenset(".!?;:\n")  # where a text may be cut
_ENDS = frozenset({".", "!", "?", "...", "…", ":", ";"})  # behind which another sentence may begin


class TreeEncoder:
    """Reads a text of any length; the graph comes from `models/parser/export.py`.

    Raises:
        OSError: a file is missing.
        ValueError: a file is none of ours.
    """

    def __init__(self, folder: Path) -> None:
        kinds = json.loads((folder / KINDS).read_text(encoding="utf-8"))
        self._tags, self._classes, self._names, self._labels = (
            kinds[name] for name in ("tags", "classes", "names", "labels")
        )
        self._pieces = Pieces(folder / TOKENIZER)
        self._session = _session(folder / GRAPH)

    def tree(self, words: Sequence[str], spaces: Sequence[bool]) -> Tree:
        """Return the tree of a text; one too long to be read at once is cut where a sentence may end."""
        tree = Tree([], [], [], [], [])
        for start, end in _cut(words):
            part, offset = self._read(words[start:end], spaces[start:end]), start
            tree.tags.extend(part.tags)
            tree.classes.extend(part.classes)
            tree.names.extend(part.names)
            tree.heads.extend(head + offset for head in part.heads)
            tree.labels.extend(part.labels)
        return tree

    def _read(self, words: Sequence[str], spaces: Sequence[bool]) -> Tree:
        read = self._pieces.read(words, spaces)
        feed = {name: np.array([getattr(read, name)], np.int64) for name in ("ids", "shapes", "first", "last")}
        tags, classes, names, scores, labels = (out[0] for out in self._session.run(None, feed))
        np.fill_diagonal(scores[:, 1:], -1e4)  # no word hangs on itself
        several = any(word in _ENDS or word.isspace() for word in words[:-1])
        heads = best_heads(scores) if several else best_sentence(scores)
        kinds = [int(labels[:, word, head].argmax()) for word, head in enumerate(heads)]
        named = [self._labels[kind] if head else "ROOT" for kind, head in zip(kinds, heads, strict=True)]
        tree = Tree(
            [self._tags[at] for at in tags.argmax(1)],
            [self._classes[at] for at in classes.argmax(1)],
            [self._names[at] for at in names.argmax(1)],
            [head - 1 if head else word for word, head in enumerate(heads)],
            named,
        )
        join_names(tree, words, spaces)
        return tree


def _cut(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return stretches of words that are read at once."""
    cuts, start = [], 0
    while len(words) - start > _LONGEST:
        stop = start + _LONGEST
        end = next((at for at in range(stop, start + _LONGEST // 2, -1) if words[at - 1] in _BREAKS), stop)
        cuts.append((start, end))
        start = end
    return [*cuts, (start, len(words))] if start < len(words) else cuts


def _session(graph: Path) -> Any:
    try:
        return open_graph(graph)
    except Exception as error:  # onnxruntime raises exceptions of many kinds, bare ones among them
        raise ValueError(f"{graph.name}: {error}") from error
