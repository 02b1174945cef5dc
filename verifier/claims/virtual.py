"""Sentences to parse: stretches of the article joined as if the writer had written them so."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Virtual:
    """Text to parse, and for every character its offset in the article."""

    text: str
    origin: tuple[int, ...]
    listed: tuple[str, ...] = ()  # names that the sentence enumerates, for "none of these"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the article offsets of text[start:end]."""
        return self.origin[start], self.origin[end - 1] + 1

    def ranges(self) -> list[tuple[int, int]]:
        """Return the stretches of the article that the text is made of, in its order."""
        found: list[tuple[int, int]] = []
        for offset in self.origin:
            if found and found[-1][1] == offset:
                found[-1] = (found[-1][0], offset + 1)
            elif not found or found[-1][1] != offset + 1:  # else a space that repeats the letter before it
                found.append((offset, offset + 1))
        return found

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
