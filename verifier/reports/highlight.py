"""Cuts an article at the edges of its claims, so that each piece knows which claims it belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.records import CheckedClaim, Label
from verifier.reports.words import SERIOUSNESS


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `label` is the most serious verdict of its claims, None without any."""

    text: str
    claims: tuple[str, ...]
    label: Label | None


def pieces(text: str, claims: Sequence[CheckedClaim]) -> Iterator[Piece]:
    """Yield the whole text in order; spans of claims may overlap."""
    spans = [(s.start, s.end, c) for c in claims for s in c.claim.spans if s.start < s.end]
    edges = sorted({0, len(text), *(e for start, end, _ in spans for e in (start, end))})
    for start, end in zip(edges, edges[1:], strict=False):
        covering = [c for first, last, c in spans if first <= start and end <= last]
        ids = tuple(dict.fromkeys(c.claim.id for c in covering))
        labels = {c.verdict.label for c in covering}
        label = next((label for label in SERIOUSNESS if label in labels), None)
        yield Piece(text[start:end], ids, label)


def paragraphs(text: str, claims: Sequence[CheckedClaim]) -> list[list[Piece]]:
    """Return the pieces of each paragraph; blank lines fall away."""
    made: list[list[Piece]] = [[]]
    for piece in pieces(text, claims):
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                made.append([])
            if line:
                made[-1].append(Piece(line, piece.claims, piece.label))
    return [paragraph for paragraph in made if any(p.text.strip() for p in paragraph)]
