"""Parentheticals: taken out before parsing, and stated on their own where they state something."""

import re
from collections.abc import Iterator

from verifier.claims.pieces import Insert, Piece, Source
from verifier.records import EditKind

_PAREN = re.compile(r"\s?\(([^()]{2,200})\)")
_ABBREVIATION = re.compile(r"[A-Z][A-Z0-9&.-]{1,9}s?$")
_MEMBERS = re.compile(r"[A-Z][\w’' -]+(?:,\s*(?:and\s+)?[A-Z][\w’' -]+){2,}$")
_COMPARISON = re.compile(
    r"(?:about|nearly|almost|roughly|some|more than)?\s*(?:\w+ times|twice|half) (?:the|as|larger|bigger)\b"
)
_NAME_BEFORE = re.compile(r"((?:[A-Z][\w.&’'-]*\s*)+)$")


def parentheticals(article: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the ranges to leave out when parsing; abbreviations in brackets stay."""
    found = _PAREN.finditer(article, start, end)
    return [(m.start(), m.end()) for m in found if not _ABBREVIATION.match(m[1].strip())]


def stated(article: str, start: int, end: int, subject: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """Yield the claims that parentheticals make: lists of members, comparisons of the subject's size."""
    for match in _PAREN.finditer(article, start, end):
        inner = Source(match.start(1), match.end(1))
        before = _NAME_BEFORE.search(article[start : match.start()])
        if before and _MEMBERS.match(match[1]):
            name = Source(start + before.start(1), start + before.end(1))
            yield (name, Insert("comprises", EditKind.FUNCTION_WORD, "a list of members in brackets"), inner)
        elif subject and _COMPARISON.match(match[1]):
            yield (*subject, Insert("is", EditKind.FUNCTION_WORD, "a comparison in brackets"), inner)
