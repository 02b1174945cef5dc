"""Of several named things only some: "of Alvik, Brenna and Corvo, only Brenna joined it" says something of each."""

import re
from collections.abc import Iterator

from verifier.quantities import find_quantities
from verifier.verdict.lexicon import ARTICLES
from verifier.verdict.parts import Atom, Part, Words

_OPENING = frozenset({("of",), ("among",), ("out", "of")})
_JOINS = frozenset({",", "and"})


def only_of(words: Words) -> Iterator[tuple[Part, ...]]:
    """Yield a part for each named thing; what holds only of the others must fail for it."""
    only = next((at for at, word in enumerate(words.folded) if word == "only"), None)
    opening = next((phrase for phrase in _OPENING if words.folded[: len(phrase)] == phrase), None)
    if only is None or opening is None or words.folded[only - 1] != ",":
        return
    named = [atom for atom in words.atoms if len(opening) <= atom.first and atom.last < only]
    chosen = list(_listed(words, only + 1))
    before = words.piece(len(opening), words.begin(named[0])) if named else ""
    counted = find_quantities(before)
    whole = len(named) > 1 and all(_joined(words, a, b) for a, b in zip(named, named[1:], strict=False))
    if not whole or not chosen or (counted and counted[0].value != len(named)):
        return
    predicate = words.piece(chosen[-1].last, len(words.tokens))
    names = {_bare(words, atom): words.name(atom) for atom in named}
    held = {_bare(words, atom) for atom in chosen}
    if held <= names.keys():
        yield tuple(Part(f"{name} {predicate}", negated=bare not in held) for bare, name in names.items())


def _listed(words: Words, at: int) -> Iterator[Atom]:
    """Yield the names of the list that begins at a token."""
    for atom in words.atoms:
        if atom.first >= at:
            gap = set(words.folded[at : words.begin(atom)])
            if gap - _JOINS - ARTICLES:
                return
            yield atom
            at = atom.last


def _joined(words: Words, one: Atom, other: Atom) -> bool:
    return set(words.folded[one.last : other.first]) <= _JOINS | ARTICLES


def _bare(words: Words, atom: Atom) -> str:
    return re.sub(r"\s+", " ", words.piece(atom.first, atom.last)).lower()
