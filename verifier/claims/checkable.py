"""How likely a sentence states something that can be checked: a linear model over its words (models/kinds)."""

import json
import math
from functools import cache

from verifier.bundled import model_path
from verifier.text import fold, tokenize

_LENGTHS = 8  # steps of four words, the last for all that is longer
_CAPITALS, _NUMBERS = 5, 3  # counted up to here


def features(text: str) -> set[str]:
    """Return words, pairs of words, and steps of length, capitals and numbers; all numbers are one word.

    >>> sorted(features("Rose 4."))[:3]
    ['#', '# .', '. >']
    """
    tokens = [token.text for token in tokenize(text)]
    words = ["#" if any(c.isdigit() for c in token) else fold(token) for token in tokens]
    pairs = {f"{a} {b}" for a, b in zip(["<", *words], [*words, ">"], strict=True)}
    capitals = sum(token[:1].isupper() for token in tokens[1:])
    shape = {
        f"length {min(len(words) // 4, _LENGTHS)}",
        f"capitals {min(capitals, _CAPITALS)}",
        f"numbers {min(words.count('#'), _NUMBERS)}",
    }
    return {*words, *pairs, *shape}


@cache
def _weights() -> tuple[float, dict[str, float]]:
    stored = json.loads((model_path("kinds") / "checkable.json").read_text(encoding="utf-8"))
    return float(stored["bias"]), stored["weights"]


def checkable(text: str) -> float:
    """Return the probability, 0 to 1, that people would call a sentence a factual claim worth a check."""
    bias, weights = _weights()
    return 1 / (1 + math.exp(-bias - sum(weights.get(feature, 0.0) for feature in features(text))))
