"""The seams: one method each, so that any part can be replaced by a class of one's own."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from verifier.records import Article, Claim, Finding, Hit, Judgement, Pair, Report, Split


class Splitter(Protocol):
    """Turns an article into claims."""

    def split(self, article: Article) -> Split:
        """Return the claims in reading order, and what was left out and why."""
        ...


class Encoder(Protocol):
    """Embeds texts for dense retrieval."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return unit vectors of shape (len(texts), dimensions)."""
        ...


class Retriever(Protocol):
    """Finds evidence."""

    def search(self, queries: Sequence[str], k: int) -> list[list[Hit]]:
        """Return up to k hits for each query, best first."""
        ...


class Judge(Protocol):
    """Scores (premise, hypothesis) pairs."""

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one judgement a pair, in order; the same pair gets the same judgement in any batch."""
        ...


class Checker(Protocol):
    """Compares a claim with facts exactly."""

    def check(self, claim: Claim, as_of: date) -> Finding | None:
        """Return a finding, or None when the claim cannot be read whole."""
        ...


class Renderer(Protocol):
    """Writes reports in one format."""

    def render(self, reports: Sequence[Report]) -> str:
        """Return the text of the file."""
        ...


Tokens = Any  # a spacy.tokens.Doc; spaCy is imported only where it is used
