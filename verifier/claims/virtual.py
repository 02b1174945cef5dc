"""Sentences to parse: stretches of the article joined as if the writer had written them so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verifier.dates import TimeMention, find_times

_NAME = r"(?:[A-Z][\w.’'-]*)(?:\s+(?:of|and|the|[A-Z][\w.’'-]*))*"
_ITEM_BETWEEN = re.compile(rf"\s*,?\s*(?:and\s+|then\s+|and\s+then\s+)?(?P<name>{_NAME})\s*$")
_ITEM_FIRST = re.compile(rf"(?<=[a-z])\s+(?:the\s+)?(?P<name>{_NAME})\s*$")
_NEW_CLAUSE = re.compile(r"\s*,?\s*(?:but|and|while|whereas|although|though|yet)\s+(?=\w)")


@dataclass(frozen=True, slots=True)
class Virtual:
    """Text to parse, and for every character its offset in the article."""

    text: str
    origin: tuple[int, ...]
    listed: tuple[str, ...] = ()  # names that the sentence enumerates, for "none of these"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the article offsets of text[start:end]."""
        return self.origin[start], self.origin[end - 1] + 1

    def without(self, start: int, end: int) -> "Virtual":
        """Return the sentence as if text[start:end] had not been written."""
        return Virtual(self.text[:start] + self.text[end:], self.origin[:start] + self.origin[end:], self.listed)


def virtual(article: str, ranges: list[tuple[int, int]], listed: tuple[str, ...] = ()) -> Virtual:
    """Join ranges of the article; a missing space between two is taken from the range before."""
    text, origin = "", list[int]()
    for start, end in ranges:
        if text and not text[-1].isspace() and start < end and article[start].isalnum():
            text += " "
            origin.append(origin[-1])
        text += re.sub(r"\s", " ", article[start:end])
        origin += range(start, end)
    return Virtual(text, tuple(origin), listed)


def unfold_lists(article: str, start: int, end: int) -> Iterator[Virtual]:
    """Yield one sentence for each item of "visited A in May, B in June and C in July", else the sentence.

    Works on the surface, before parsing: parsers attach such lists badly.
    """
    text = article[start:end]
    items = _dated_items(text, find_times(text))
    if len(items) < 2:
        yield virtual(article, [(start, end)])
        return
    names = tuple(text[a:b] for a, b, _ in items)
    head = (start, start + items[0][0])
    tail = text[items[-1][2] :]
    clause = _NEW_CLAUSE.match(tail)
    for at, (name_start, _, item_end) in enumerate(items):
        ranges = [head, (start + name_start, start + item_end)]
        if at == len(items) - 1 and not clause and tail.strip(" ."):
            ranges.append((start + item_end, end))
        yield virtual(article, ranges, names)
    if clause:
        yield virtual(article, [(start + items[-1][2] + clause.end(), end)], names)


def _dated_items(text: str, times: list[TimeMention]) -> list[tuple[int, int, int]]:
    """Return (name start, name end, item end) of the longest run of name-and-date items."""
    best: list[tuple[int, int, int]] = []
    for first in range(len(times)):
        opening = _ITEM_FIRST.search(text[: times[first].start].rstrip())
        if not opening:
            continue
        run = [(opening.start("name"), opening.end("name"), times[first].end)]
        for mention in times[first + 1 :]:
            between = _ITEM_BETWEEN.match(text[run[-1][2] : mention.start].rstrip())
            if not between:
                break
            offset = run[-1][2]
            run.append((offset + between.start("name"), offset + between.end("name"), mention.end))
        best = max(best, run, key=len)
    return best
