"""Cuts a document's text into pieces that NLI models read well, each with its exact place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.extract.markdown import body_start, marks
from verifier.text import split_sentences

_LONGEST = 400  # characters of a passage; short premises suit NLI models
_LONGEST_SENTENCE = 1000  # characters from which a sentence is cut at a space: it is a list or no sentence at all
_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_HEADING = re.compile(r"(?m)^#{1,6}[ \t].*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch at [start, end) of the document; `text` is it without markup, white space made even."""

    text: str
    start: int
    end: int


def cut(text: str, *, markdown: bool) -> Iterator[Piece]:
    r"""Yield the pieces of a text in order; of Markdown, headings and front matter are left out.

    >>> [(p.text, p.start) for p in cut("One  sentence.\n\nAnother one.", markdown=False)]
    [('One sentence.', 0), ('Another one.', 16)]
    """
    for start, end in _paragraphs(text, markdown):
        clean, places = _cleaned(text, start, end, marks(text[start:end]) if markdown else ())
        for a, b in _joined(_sentences(clean)):
            yield Piece(clean[a:b], places[a], places[b - 1] + 1)


def _paragraphs(text: str, markdown: bool) -> Iterator[tuple[int, int]]:
    begin = body_start(text) if markdown else 0
    gaps = [match.span() for match in _GAP.finditer(text, begin)]
    if markdown:
        gaps = sorted(gaps + [match.span() for match in _HEADING.finditer(text, begin)])
    for start, end in gaps:
        yield begin, max(begin, start)
        begin = max(begin, end)
    yield begin, len(text)


def _cleaned(text: str, start: int, end: int, markup: Sequence[tuple[int, int]]) -> tuple[str, list[int]]:
    """Return the text without markup, each run of white space one space, and the place of each character."""
    hidden = {start + n for a, b in markup for n in range(a, b)}
    characters: list[str] = []
    places: list[int] = []
    for place in range(start, end):
        character = text[place]
        if place in hidden:
            continue
        if character.isspace():
            if not characters or characters[-1] == " ":
                continue
            character = " "
        characters.append(character)
        places.append(place)
    return "".join(characters), places


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for start, end in split_sentences(text):
        while end - start > _LONGEST_SENTENCE:
            at = text.rfind(" ", start, start + _LONGEST_SENTENCE)
            stop = at if at > start else start + _LONGEST_SENTENCE
            yield start, stop
            start = stop + 1 if at > start else stop
        yield start, end


def _joined(sentences: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join sentences while they fit into one passage."""
    current: tuple[int, int] | None = None
    for start, end in sentences:
        if current and end - current[0] <= _LONGEST:
            current = (current[0], end)
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current
