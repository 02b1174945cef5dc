"""Sentences of an article's prose, with their quotations; what is no prose is named, not dropped."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from verifier.blocks import blocks
from verifier.claims.interviews import turns
from verifier.records import Skipped, Span
from verifier.text import split_sentences

_QUOTE = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|„[^“”]*[“”]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at [start, end) and the quotations in it, marks included."""

    start: int
    end: int
    quotes: tuple[tuple[int, int], ...]
    speaker: str = ""  # whose turn it is in an interview

    def quoted(self, offset: int) -> bool:
        """Say whether a character stands in a quotation."""
        return any(start <= offset < end for start, end in self.quotes)


def find_sentences(text: str) -> tuple[list[Sentence], list[Skipped]]:
    """Return the sentences of the prose, and the stretches that are headline, byline or furniture."""
    found: list[Sentence] = []
    skipped: list[Skipped] = []
    parts = list(blocks(text))
    spoken = turns(text, parts)
    for block in parts:
        start, speaker = spoken.get(block.start, (block.start, ""))
        if speaker:
            skipped.append(Skipped(span=Span(start=block.start, end=start), reason="whose turn it is"))
        if block.reason and not speaker:
            skipped.append(Skipped(span=Span(start=block.start, end=block.end), reason=block.reason))
        else:
            found += (replace(sentence, speaker=speaker) for sentence in _within(text, start, block.end))
    return found, skipped


def _within(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Yield sentences; a quotation of several sentences is not cut."""
    opened: int | None = None
    for first, last in split_sentences(text, start, end):
        begin = first if opened is None else opened
        if _open(text[begin:last]) and last < end:
            opened = begin
            continue
        opened = None
        yield _sentence(text, begin, last)
    if opened is not None:
        yield _sentence(text, opened, end)


def _sentence(text: str, start: int, end: int) -> Sentence:
    quotes = tuple((m.start(), m.end()) for m in _QUOTE.finditer(text, start, end))
    return Sentence(start, end, quotes)


def _open(text: str) -> bool:
    curly = text.count("“") > text.count("”") or text.count("«") > text.count("»")
    return curly or text.count('"') % 2 == 1
