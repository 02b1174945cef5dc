"""Builds a claim's text from pieces of the article and logged edits, so that both always agree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.records import Edit, EditKind, Span

_NO_SPACE_BEFORE = (",", ".", ";", ":", "!", "?", ")", "'s", "’s", "n't", "n’t", "%", "'", "’", "-", "”")
_NO_SPACE_AFTER = ("(", "$", "€", "£", "-", "“")


@dataclass(frozen=True, slots=True)
class Source:
    """Characters of the article, kept as they are."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Swap:
    """Characters of the article, replaced."""

    start: int
    end: int
    text: str
    kind: EditKind
    reason: str


@dataclass(frozen=True, slots=True)
class Insert:
    """Words that the article does not have at this place."""

    text: str
    kind: EditKind
    reason: str


Piece = Source | Swap | Insert


@dataclass(frozen=True, slots=True)
class Built:
    """A claim's text with its provenance; `reproduce(article, spans, edits) == text`."""

    text: str
    spans: tuple[Span, ...]
    edits: tuple[Edit, ...]


class _Builder:
    """Walks the pieces; `base` is what `reproduce` starts from."""

    def __init__(self, article: str) -> None:
        self.article = article
        self.base, self.text = "", ""
        self.spans: list[tuple[int, int]] = []
        self.edits: list[Edit] = []

    def _edit(self, start: int, end: int, replacement: str, kind: EditKind, reason: str) -> None:
        if self.base[start:end] != replacement:
            self.edits.append(Edit(kind=kind, start=start, end=end, replacement=replacement, reason=reason))

    def insert(self, piece: Insert) -> None:
        words = _glue(self.text, piece.text) + piece.text
        if not self.base:
            words += " "
        self._edit(len(self.base), len(self.base), words, piece.kind, piece.reason)
        self.text += words

    def source(self, start: int, end: int) -> int:
        """Append source characters to the base and return where they begin in it."""
        glue = _glue(self.text, self.article[start:end])
        if self.spans and self.spans[-1][1] <= start and not self.article[self.spans[-1][1] : start].strip():
            gap = self.article[self.spans[-1][1] : start]
            self.spans[-1] = (self.spans[-1][0], end)
        else:
            gap = " " if self.spans else ""
            self.spans.append((start, end))
        place = len(self.base)
        self.base += gap
        wanted = gap if gap == glue or (gap.isspace() and glue == " " and "\n" not in gap) else glue
        if self.text.endswith(" ") or not self.text:
            wanted = ""
        self._edit(place, len(self.base), wanted, EditKind.DELETION, "spacing")
        self.text += wanted
        at = len(self.base)
        self.base += self.article[start:end]
        return at

    def keep(self, piece: Source) -> None:
        self.source(piece.start, piece.end)
        self.text += self.article[piece.start : piece.end]

    def swap(self, piece: Swap) -> None:
        at = self.source(piece.start, piece.end)
        self._edit(at, len(self.base), piece.text, piece.kind, piece.reason)
        self.text += piece.text


def build(article: str, pieces: Sequence[Piece]) -> Built:
    """Join pieces with the spacing of English prose.

    >>> build("He came.", [Swap(0, 2, "Bo", EditKind.REFERENCE, "the only man"), Source(3, 8)]).text
    'Bo came.'
    """
    builder = _Builder(article)
    for piece in _merged(article, pieces):
        match piece:
            case Insert():
                builder.insert(piece)
            case Swap():
                builder.swap(piece)
            case Source():
                builder.keep(piece)
    spans = tuple(Span(start=a, end=b) for a, b in builder.spans)
    return Built(builder.text, spans, tuple(builder.edits))


def _merged(article: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Join neighbouring source pieces, so that edits stay few."""
    held: Source | None = None
    for piece in pieces:
        if isinstance(piece, Source) and held and held.end <= piece.start:
            gap = article[held.end : piece.start]
            if gap in ("", " "):
                held = Source(held.start, piece.end)
                continue
        if held:
            yield held
        held = piece if isinstance(piece, Source) else None
        if held is None:
            yield piece
    if held:
        yield held


def _glue(before: str, after: str) -> str:
    if not before or before.endswith((" ", *_NO_SPACE_AFTER)) or after.startswith(_NO_SPACE_BEFORE):
        return ""
    return " "
