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
    opens: bool = False  # a claim begins here, so the mark of the verdict is shown here


def pieces(text: str, claims: Sequence[CheckedClaim]) -> Iterator[Piece]:
    """Yield the whole text in order; spans of claims may overlap."""
    spans = sorted(
        (s.start, s.end, number) for number, c in enumerate(claims) for s in c.claim.spans if s.start < s.end
    )
    edges = sorted({0, len(text), *(e for start, end, _ in spans for e in (start, end))})
    waiting, open_ = 0, list[tuple[int, int, int]]()
    for start, end in zip(edges, edges[1:], strict=False):
        open_ = [span for span in open_ if span[1] > start]
        while waiting < len(spans) and spans[waiting][0] == start:
            open_.append(spans[waiting])
            waiting += 1
        numbers = sorted({number for _, _, number in open_})
        labels = {claims[number].verdict.label for number in numbers}
        label = next((label for label in SERIOUSNESS if label in labels), None)
        ids = tuple(claims[number].claim.id for number in numbers)
        yield Piece(text[start:end], ids, label, any(span[0] == start for span in open_))


def paragraphs(text: str, claims: Sequence[CheckedClaim]) -> list[list[Piece]]:
    """Return the pieces of each paragraph; blank lines fall away."""
    made: list[list[Piece]] = [[]]
    for piece in pieces(text, claims):
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                made.append([])
            if line:
                made[-1].append(_shown(line, piece, number))
    return [paragraph for paragraph in made if any(p.text.strip() for p in paragraph)]


def _shown(line: str, piece: Piece, number: int) -> Piece:
    """Return a line of a piece; a blank between two claims is nothing to click on."""
    if not line.strip():
        return Piece(line, (), None)
    return Piece(line, piece.claims, piece.label, piece.opens and not number)
