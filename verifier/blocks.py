"""Tells article prose from headline, byline and site furniture, paragraph by paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BYLINE = re.compile(r"(?:by|from|von|par)\s+[\w.’' -]{2,60}$", re.IGNORECASE)
_FURNITURE = re.compile(
    r"(?:you may also like|leave a (?:comment|reply)|related (?:articles?|posts?|stories|news)|read (?:more|also|next)|"
    r"share (?:this|on|via)|subscribe|sign up|newsletter|advertisement|sponsored|follow us|click here|comments?$|"
    r"all rights reserved|copyright|©|tags?:|photo:|image:|source:|filed under|more from|see also|most read|print|"
    r"post navigation|previous (?:post|article)|next (?:post|article)|cookie|log ?in|back to top)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’»)\]]*$")
_LEAST_WORDS = 4  # a paragraph without a sentence end is prose only when it is long
_LONG_LINE = 25  # words
_NARROWEST, _WIDEST = 50, 120  # columns at which editors wrap lines


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph at [start, end); `reason` says why it is no prose, None when it is."""

    start: int
    end: int
    reason: str | None


def blocks(text: str) -> Iterator[Block]:
    r"""Yield the paragraphs of a text in order.

    >>> [b.reason for b in blocks("A Headline\n\nIt rained in the city all day.\n\nShare this")]
    ['headline', None, 'site furniture']
    """
    first = True
    for start, end in _paragraphs(text):
        yield Block(start, end, _reason(" ".join(text[start:end].split()), first))
        first = False


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield each line that says something; lines that an editor wrapped are one."""
    for run in re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|$))+", text):
        lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", run.group())]
        spans = [(run.start() + a, run.start() + b) for a, b in lines]
        if _wrapped([text[a:b].rstrip() for a, b in spans]):
            spans = [(spans[0][0], spans[-1][1])]
        for start, end in spans:
            piece = text[start:end]
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _wrapped(lines: list[str]) -> bool:
    """Say whether each line ends where the next word would not have fitted."""
    width = max(map(len, lines))
    if len(lines) < 2 or not _NARROWEST <= width <= _WIDEST:
        return False
    return all(len(line) + 1 + len(after.split()[0]) > width for line, after in zip(lines, lines[1:], strict=False))


def _reason(line: str, first: bool) -> str | None:
    words = len(line.split())
    ends = _SENTENCE_END.search(line) is not None
    if _FURNITURE.match(line) and words < 12:
        return "site furniture"
    if (ends and words >= _LEAST_WORDS) or words >= _LONG_LINE:
        return None
    if _BYLINE.match(line):
        return "byline"
    if ends:
        return None if any(mark in line for mark in ".!?") and words > 1 else "too short for a statement"
    return "headline" if first else "no sentence: a heading, caption or list entry"
