"""Runs of capitalised words that make a name: "Bank of Peru", "Acme-Werke", "the Rome Statute"."""

from calendar import day_name, month_name
from collections.abc import Iterator
from typing import Any

from verifier.claims.kinds_of_things import Kinds, nameable
from verifier.claims.lexicon import ROLES

_TIMES = frozenset({*day_name, *month_name})
_JOINS = ("of", "for")


def name_runs(doc: Any, kinds: Kinds) -> Iterator[tuple[int, int]]:
    """Yield [first, last) of each name; "of N" belongs to it where a noun such as "University" asks for it."""
    at = 0
    while at < len(doc):
        end = _run_end(doc, at)
        if end == at:
            at += 1
            continue
        start = at + _stray(doc, at, end)
        while _continues(doc, end, kinds, start):
            end = _run_end(doc, end + (2 if doc[end + 1].lower_ == "the" else 1))
        at = end
        if _is_name(doc, start, end, kinds):
            yield start, end


def _stray(doc: Any, start: int, end: int) -> int:
    """Return 1 when the first word is only capital because it opens the sentence: "Today Peru"."""
    first = doc[start]
    inside = first.head.i != first.i and start < first.head.i < end
    return int(start == 0 and end > 1 and first.pos_ != "PROPN" and not inside)


def _run_end(doc: Any, start: int) -> int:
    at = start
    while at < len(doc) and (_capital(doc[at]) or (at > start and doc[at].text in "-–&" and _glued(doc, at))):
        at += 1
    return at


def _glued(doc: Any, at: int) -> bool:
    if at + 1 >= len(doc):
        return False
    tight = not doc[at - 1].whitespace_ and not doc[at].whitespace_
    following = doc[at + 1]
    return (tight or doc[at].text == "&") and bool(following.text[:1].isupper() or following.like_num)


def _capital(token: Any) -> bool:
    listed = token.pos_ in ("PROPN", "ADJ", "NOUN", "X") or (
        token.pos_ == "NUM" and token.i and _capital(token.nbor(-1))
    )
    return listed and (token.text[:1].isupper() or token.pos_ == "NUM") and token.text not in _TIMES


def _continues(doc: Any, end: int, kinds: Kinds, start: int) -> bool:
    if end + 1 >= len(doc) or doc[end].lower_ not in _JOINS:
        return False
    follows = end + (2 if doc[end + 1].lower_ == "the" else 1)
    whole = doc[start : follows + 1].text
    asks = nameable(doc[end - 1].lower_) or kinds.declared(whole)
    return follows < len(doc) and _capital(doc[follows]) and asks


def _is_name(doc: Any, start: int, end: int, kinds: Kinds) -> bool:
    proper = any(doc[i].pos_ == "PROPN" for i in range(start, end))
    last = doc[end - 1]
    adjective = last.pos_ == "ADJ" or (last.pos_ == "NOUN" and not nameable(last.lower_))
    roles = all(doc[i].lower_ in ROLES or nameable(doc[i].lower_) for i in range(start, end))
    return (proper and not adjective and not roles) or kinds.declared(doc[start:end].text)
