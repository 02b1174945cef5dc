"""Drafts: claims as ordered tokens of a parsed sentence, with insertions, before names are resolved."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from verifier.claims.virtual import Virtual
from verifier.dates import find_times
from verifier.language import is_finite
from verifier.records import EditKind


@dataclass(frozen=True, slots=True)
class Added:
    """A word put into a draft; `replaces` is the token whose place it takes, if any."""

    text: str
    kind: EditKind
    reason: str
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Replacement:
    """Tokens [first, last) of a sentence read as `text`."""

    first: int
    last: int
    text: str
    reason: str
    kind: EditKind = EditKind.REFERENCE


Part = int | Added  # index of a token, or an added word


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its parse; token offsets refer to `virtual.text`."""

    virtual: Virtual
    doc: Any  # spacy.tokens.Doc
    asides: tuple[tuple["Parsed", "Draft"], ...] = ()  # what was taken out before parsing, as drafts of the fuller text

    def text(self, tokens: Iterable[int]) -> str:
        """Return the words of some tokens."""
        return " ".join(self.doc[i].text for i in tokens)


@dataclass(frozen=True, slots=True)
class Draft:
    """One claim in the making."""

    parts: tuple[Part, ...]
    rule: str

    def tokens(self) -> list[int]:
        """Return the indices of the tokens that the draft keeps."""
        return [part for part in self.parts if isinstance(part, int)]


def copula(plural: bool, past: bool) -> Added:
    """Return the form of "be" to insert."""
    form = ("were" if plural else "was") if past else ("are" if plural else "is")
    return Added(form, EditKind.FUNCTION_WORD, "copula of an elliptic clause")


def with_time_after(parsed: Parsed, tokens: list[int]) -> list[int]:
    """Add the time that follows at once: parsers hang "in May" on the wrong verb more often than writers do."""
    if not tokens or tokens[-1] + 1 >= len(parsed.doc):
        return tokens
    rest = parsed.doc[tokens[-1] + 1 :]
    mention = next(iter(find_times(rest.text)), None)
    if mention is None or mention.start:
        return tokens
    begin = rest[0].idx
    return [*tokens, *(t.i for t in rest if t.idx - begin < mention.end)]


def _turned(doc: Any, kept: list[int]) -> bool:
    """Say whether "then" opens a sentence with its verb before its subject: "Then came N"."""
    return kept[:2] == [0, 1] and doc[0].lower_ == "then" and is_finite(doc[1])


def trimmed(parsed: Parsed, tokens: Iterable[int]) -> list[int]:
    """Sort tokens and drop marks and conjunctions at both ends."""
    kept = sorted(tokens)
    loose = {",", ";", ":", "-", "–", "—", "and", "but", "or", "then"}
    while kept and parsed.doc[kept[0]].lower_ in loose and not _turned(parsed.doc, kept):
        kept.pop(0)
    while kept and (parsed.doc[kept[-1]].lower_ in loose or parsed.doc[kept[-1]].text in ".!?"):
        if len(kept) > 1 and parsed.doc[kept[-1]].lower_ == "then" and parsed.doc[kept[-2]].pos_ == "ADP":
            break  # "By then"
        kept.pop()
    return kept
