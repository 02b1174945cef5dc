"""The seam below the cross-encoder judges: what a backend must offer, whichever library runs the model."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Logits = npt.NDArray[np.float64]  # (pairs, labels)


class Scorer(Protocol):
    """An opened cross-encoder; the logits of a pair never depend on the other pairs of a call."""

    name: str  # of the model, as the user wrote it
    limit: int  # tokens of premise, hypothesis and separators together
    id2label: dict[int, str]

    def tokens(self, text: str) -> int:
        """Return how many tokens a text has, separators left out."""
        ...

    def logits(self, pairs: Sequence[tuple[str, str]]) -> Logits:
        """Return one row a (premise, hypothesis), in order."""
        ...
