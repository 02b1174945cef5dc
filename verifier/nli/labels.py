"""Which output of a model means what, read from the model's own names and never from positions."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from verifier.errors import ModelError
from verifier.records import Judgement

_ENTAILMENT = frozenset({"entailment", "entail", "entails", "supported", "supports", "support", "consistent"})
_NEUTRAL = frozenset({"neutral", "not_enough_info", "nei", "unverifiable"})
_CONTRADICTION = frozenset({"contradiction", "contradict", "contradicts", "refuted", "refutes", "refute"})
_REST = frozenset({"not_entailment", "unsupported", "not_supported", "inconsistent", "non-entailment"})
_DIGITS = 6  # decimals that a judgement keeps


@dataclass(frozen=True, slots=True)
class LabelOrder:
    """Columns of the logits; a two-way head has no contradiction, its "rest" counts as neutral."""

    entailment: int
    neutral: int
    contradiction: int | None

    def judgement(self, probabilities: npt.NDArray[np.float64]) -> Judgement:
        """Name the probabilities of one pair, shape (labels,)."""
        contradiction = 0.0 if self.contradiction is None else float(probabilities[self.contradiction])
        return Judgement(
            entailment=round(float(probabilities[self.entailment]), _DIGITS),
            neutral=round(float(probabilities[self.neutral]), _DIGITS),
            contradiction=round(contradiction, _DIGITS),
        )


def label_order(id2label: Mapping[int, str], model: str) -> LabelOrder:
    """Find the labels' columns.

    >>> label_order({0: "CONTRADICTION", 1: "entailment", 2: "neutral"}, "m")
    LabelOrder(entailment=1, neutral=2, contradiction=0)

    Raises:
        ModelError: the names do not tell which column is which.
    """
    names = {number: name.strip().lower() for number, name in id2label.items()}
    entailment = _column(names, _ENTAILMENT)
    neutral = _column(names, _NEUTRAL)
    contradiction = _column(names, _CONTRADICTION)
    rest = _column(names, _REST)
    if len(names) == 3 and None not in (entailment, neutral, contradiction):
        return LabelOrder(entailment or 0, neutral or 0, contradiction)
    if len(names) == 2 and entailment is not None and rest is not None:
        return LabelOrder(entailment, rest, None)
    shown = ", ".join(f"{number}={name}" for number, name in sorted(id2label.items()))
    raise ModelError(
        f"{model}: labels {shown} do not tell entailment from contradiction; "
        "set id2label in its config.json to entailment, neutral and contradiction"
    )


def _column(names: Mapping[int, str], meaning: frozenset[str]) -> int | None:
    found = [number for number, name in names.items() if name in meaning]
    return found[0] if len(found) == 1 else None
