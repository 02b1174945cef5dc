"""The best tree among the scores of every head of every word."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import numpy.typing as npt

_NEVER = -1e4  # a score that no tree takes by choice
_FEW = 8  # heads a word that are tried where the best ones close a circle


def best_heads(scores: npt.NDArray[np.float32]) -> list[int]:
    """Return the head of each word in the tree of the highest total score (Edmonds 1967), 0 for a root.

    Args:
        scores: (words, 1 + words), the first column a root's. Several words may be roots.
    """
    heads = [int(head) for head in scores.argmax(1)]
    return heads if _is_tree(heads) else _spanning(scores)


def best_sentence(scores: npt.NDArray[np.float32]) -> list[int]:
    """Return the same for a text that is one sentence: its best tree with one root (Zmigrod et al. 2020)."""
    heads = best_heads(scores)
    roots = [word for word, head in enumerate(heads) if head == 0]
    if len(roots) < 2:
        return heads
    tried = []
    for root in roots:
        alone = scores.copy()
        alone[:, 0] = _NEVER
        alone[root, 0] = scores[root, 0]
        tree = best_heads(alone)
        tried.append((sum(float(alone[word, head]) for word, head in enumerate(tree)), tree))
    return max(tried)[1]


def _is_tree(heads: Sequence[int]) -> bool:
    """Say whether every word's heads lead to a root; words count from 1."""
    safe = {0}
    for word in range(1, len(heads) + 1):
        path: list[int] = []
        while word not in safe:
            if word in path:
                return False
            path.append(word)
            word = heads[word - 1]
        safe.update(path)
    return True


def _spanning(scores: npt.NDArray[np.float32]) -> list[int]:
    import networkx

    words = len(scores)
    likely = np.argsort(-scores, 1)[:, :_FEW]
    graph = networkx.DiGraph()
    graph.add_weighted_edges_from((0, word + 1, float(scores[word, 0])) for word in range(words))
    for word, at in product(range(words), range(likely.shape[1])):
        head = int(likely[word, at])
        if head != word + 1:
            graph.add_edge(head, word + 1, weight=float(scores[word, head]))
    tree = networkx.maximum_spanning_arborescence(graph, preserve_attrs=False)
    heads = dict.fromkeys(range(1, words + 1), 0)
    heads |= {word: head for head, word in tree.edges}
    return [heads[word] for word in range(1, words + 1)]
