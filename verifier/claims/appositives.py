"""Names beside descriptions, read from the surface: "Mongolia, a country ..., is", "the President, N,"."""

from collections.abc import Iterator
from typing import Any

from verifier.claims.drafts import Draft, Parsed, copula, trimmed
from verifier.claims.lexicon import PLACES, ROLES
from verifier.claims.modifiers import Found

_OF_ANOTHER = frozenset({"capital", "seat", "neighbour", "neighbor"})  # "the capital of N" is not called N
_ENDS = frozenset({",", ".", ";", ")", "and", "”", "in", "on", "at", "to", "for", "with", "from"})


def named_roles(parsed: Parsed) -> Iterator[Found]:
    """Yield "N is D" of "the D, N," and leave the name in the host: "the Mongolian President, Ukhnaa Khurelsukh"."""
    doc = parsed.doc
    for comma in range(2, len(doc) - 1):
        if doc[comma].text != ",":
            continue
        start = _description_start(doc, comma)
        end = _name_end(doc, comma + 1)
        if start is None or not end or (end < len(doc) and doc[end].lower_ not in _ENDS):
            continue
        named = trimmed(parsed, range(comma + 1, end))
        parts = (*named, copula(False, False), *range(start, comma))
        closing = {end} if end < len(doc) and doc[end].text == "," else set()
        yield Found((Draft(parts, "apposition"),), frozenset({*range(start, comma + 1), *closing}))


def _name_end(doc: Any, start: int) -> int:
    """Return where a run of capitalised name words from `start` ends; 0 when there is none."""
    at = start
    while at < len(doc) and doc[at].pos_ == "PROPN" and doc[at].text[:1].isupper():
        at += 2 if at + 2 < len(doc) and doc[at + 1].text == "-" else 1
    return at if at > start else 0


def _description_start(doc: Any, comma: int) -> int | None:
    """Return where "the ... ROLE [of N]" before the comma begins."""
    at = comma - 1
    head = at
    if doc[at].pos_ == "PROPN":
        while at > 1 and doc[at].pos_ == "PROPN" and doc[at].lower_ not in ROLES:
            at -= 1
        head = at - 1 if doc[at].lower_ == "of" else at
    place = doc[head].lower_ in PLACES and doc[head].lower_ not in ROLES
    if place and (head == comma - 1 or doc[head].lower_ not in _OF_ANOTHER):  # "the state of Bahia, Brazil"
        return None
    if not place and doc[head].lower_ not in ROLES:
        return None
    start = head
    while start > 0 and doc[start].lower_ != "the" and doc[start].pos_ in ("NOUN", "PROPN", "ADJ", "ADP"):
        start -= 1
    return start if doc[start].lower_ == "the" else None
