"""Shows a claim against the article's own words: what was kept, struck out and put in."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from verifier.records import Claim


class Change(StrEnum):
    """What became of a stretch of the original words."""

    KEPT = "kept"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the original words, or of their replacement with the reason for it."""

    change: Change
    text: str
    reason: str = ""


def rewriting(article_text: str, claim: Claim) -> list[Part]:
    """Return the parts in reading order: kept and put-in ones are the claim, kept and struck ones the article.

    A replaced "It" comes as two parts: "It" struck out, then "Mongolia" put in with its reason.
    """
    return [part for part in _parts(article_text, claim) if part.text]


def _parts(article_text: str, claim: Claim) -> Iterator[Part]:
    base, at = " ".join(article_text[s.start : s.end] for s in claim.spans), 0
    for edit in sorted(claim.edits, key=lambda e: (e.start, e.end)):
        yield Part(Change.KEPT, base[at : edit.start])
        yield Part(Change.OUT, base[edit.start : edit.end], edit.reason)
        yield Part(Change.IN, edit.replacement, edit.reason)
        at = edit.end
    yield Part(Change.KEPT, base[at:])
