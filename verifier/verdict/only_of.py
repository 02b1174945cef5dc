"""Of several named things only some: "of Alvik, Brenna and Corvo, only Brenna joined it" says something of each."""

import re
from collections.abc import Iterator

from verifier.quantities import find_quantities
from verifier.text import lemmas
from verifier.verdict.lexicon import ARTICLES, SORTS
from verifier.verdict.parts import Atom, Part, Words

_OPENING = frozenset({("of",), ("among",), ("out", "of")})
_SORTS = frozenset().union(*SORTS)
_JOINS = frozenset({",", "and"})


def only_of(words: Words) -> Iterator[tuple[Part, ...]]:
    """Yield a part for each named thing; what holds only of the others must fail for it."""
    only = next((at for at, word in enumerate(words.folded) if word == "only"), None)
    opening = next((phrase for phrase in _OPENING if words.folded[: len(phrase)] == phrase), None)
    if only is None or opening is None or words.folded[only - 1] != ",":
        return
    named = [atom for atom in words.atoms if len(opening) <= atom.first and atom.last < only]
    chosen = list(words.listed(only + 1))
    whole = len(named) > 1 and all(_joined(words, a, b) for a, b in zip(named, named[1:], strict=False))
    if not whole or not chosen or not _counts(words, len(opening), words.begin(named[0]), len(named)):
        return
    predicate = words.piece(chosen[-1].last, len(words.tokens))
    names = {_bare(words, atom): words.name(atom) for atom in named}
    held = {_bare(words, atom) for atom in chosen}
    if held <= names.keys():
        yield tuple(Part(f"{name} {predicate}", negated=bare not in held) for bare, name in names.items())


def _counts(words: Words, first: int, last: int, count: int) -> bool:
    """Say whether tokens [first, last) say no more of things than what they are and how many: "the three towns"."""
    counted = find_quantities(words.piece(first, last))
    number = counted[0].text.strip().lower() if counted else ""
    rest = [word for word in words.folded[first:last] if word != number and word not in ARTICLES]
    plain = all(lemmas(word) & _SORTS for word in rest) and len(rest) < 2
    return plain and (not counted or counted[0].value == count)


def _joined(words: Words, one: Atom, other: Atom) -> bool:
    return set(words.folded[one.last : other.first]) <= _JOINS | ARTICLES


def _bare(words: Words, atom: Atom) -> str:
    return re.sub(r"\s+", " ", words.piece(atom.first, atom.last)).lower()
