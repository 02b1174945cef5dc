"""Rewrites a parsed sentence into plainer ones, which are then parsed anew: parsers read plain sentences best."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from verifier.claims.drafts import Draft, Parsed
from verifier.claims.virtual import Virtual

_QUOTES = ('"', "“", "”", "«", "»")


@dataclass(frozen=True, slots=True)
class Unfolded:
    """The host first, then what else the sentence says; `drafts` are claims that need added words."""

    texts: tuple[Virtual, ...]
    drafts: tuple[Draft, ...] = ()


Rule = Callable[[Parsed], Unfolded | None]


def cut(parsed: Parsed, *runs: tuple[int, int]) -> Virtual:
    """Return the sentence without some runs of tokens [first, last), given in order."""
    text = parsed.virtual
    for first, last in reversed(runs):
        end = parsed.doc[last - 1]
        open_ = first == 0 or parsed.doc[first - 1].whitespace_  # one space is enough, and none at the start
        space = len(end.whitespace_) if open_ else 0
        text = text.without(parsed.doc[first].idx, end.idx + len(end.text) + space)
    return text


def joined(parsed: Parsed, *runs: Iterable[int]) -> Virtual:
    """Return runs of tokens as a sentence of their own, with the spaces of the sentence."""
    text, origin = "", list[int]()
    for run in runs:
        for i in run:
            token = parsed.doc[i]
            if text and not text.endswith((" ", "-")) and _spaced(token):
                text += " "
                origin.append(origin[-1])
            text += token.text
            origin += parsed.virtual.origin[token.idx : token.idx + len(token.text)]
    return Virtual(text, tuple(origin), parsed.virtual.listed)


def _spaced(token: Any) -> bool:
    """Say whether a token stands off from what is before it in the sentence."""
    before = token.doc[token.i - 1] if token.i else None
    return before is None or bool(before.whitespace_) or token.is_alpha


def quoted(doc: Any, at: int) -> bool:
    """Say whether a token stands within a quotation."""
    return sum(character in _QUOTES for token in doc[:at] for character in token.text) % 2 == 1
