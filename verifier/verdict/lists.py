"""Takes claims about several names apart: "A, B and C", "neither A nor B", "A but not B", "A, unlike B".

>>> from verifier.facts import Entity
>>> from verifier.verdict.mentions import Linker
>>> linker = Linker([Entity("port:a", "port", ("Alvik",)), Entity("port:b", "port", ("Brenna",))])
>>> from verifier.verdict.parts import words_of
>>> next(lists(words_of("Neither Alvik nor Brenna is open.", linker)))[1]
Part(text='Brenna is open', negated=True)
"""

from collections.abc import Iterator, Sequence

from verifier.verdict.lexicon import ARTICLES, BE_FORMS, NEGATIONS
from verifier.verdict.parts import Atom, Part, Words

_JOINS = frozenset({(",",), ("and",), (",", "and"), ("&",), ("as", "well", "as"), (",", "as", "well", "as")})
_ALTERNATIVES = frozenset({("or",), (",", "or"), ("nor",), (",", "nor")})
_CONTRASTS = frozenset(
    {(",", "not"), ("but", "not"), (",", "but", "not"), ("and", "not"), (",", "and", "not"), ("rather", "than"),
     (",", "rather", "than"), ("instead", "of"), (",", "instead", "of"), (",", "unlike"), ("unlike",)}
)  # fmt: skip
_NONE = (("neither",), ("none", "of"))
_ALL = (("both",), ("all", "of"), ("each", "of"), ("both", "of"))
_STRESSES = frozenset({"both", "all", "each"})
_TOGETHER = frozenset({"only", "first", "last", "sole", "respectively", "together", "jointly", "combined", "total",
                       "either", "alone", "between", "other", "another", "same", "joint"})  # fmt: skip


def lists(words: Words) -> Iterator[tuple[Part, ...]]:
    """Yield the ways in which the names of a list each make a claim of their own.

    Nothing is yielded where the names are meant together ("the only members are A and B"), nor for "A or B".
    """
    if _TOGETHER & set(words.folded):
        return
    for run in _runs(words):
        if parts := _apart(words, run):
            yield parts


def contrasts(words: Words) -> Iterator[tuple[Part, ...]]:
    """Yield the ways in which one name is set against another: "A, not B", "A, unlike B,", "unlike B, A"."""
    for one, other in zip(words.atoms, words.atoms[1:], strict=False):
        gap = _gap(words, one, other)
        if gap in _CONTRASTS:
            yield _against(words, one, other, words.begin(one), other.last)
        elif words.folded[: words.begin(one)] == ("unlike",) and gap == (",",):
            yield _against(words, other, one, 0, other.last)


def _against(words: Words, true: Atom, false: Atom, first: int, last: int) -> tuple[Part, ...]:
    if words.folded[last : last + 1] == (",",):
        last += 1
    before, after = words.piece(0, first), words.piece(last, len(words.tokens))
    texts = (" ".join(filter(None, (before, words.name(atom), after))) for atom in (true, false))
    return (Part(next(texts)), Part(next(texts), negated=True))


def _gap(words: Words, one: Atom, other: Atom) -> tuple[str, ...]:
    return tuple(word for word in words.folded[one.last : other.first] if word not in ARTICLES)


def _runs(words: Words) -> Iterator[list[Atom]]:
    """Yield the longest lists of names of one kind."""
    run: list[Atom] = []
    for atom in words.atoms:
        if run and _gap(words, run[-1], atom) in _JOINS | _ALTERNATIVES and _alike(run[-1], atom):
            run.append(atom)
            continue
        yield from [run] if len(run) > 1 else []
        run = [atom]
    yield from [run] if len(run) > 1 else []


def _alike(one: Atom, other: Atom) -> bool:
    return not one.kinds or not other.kinds or bool(one.kinds & other.kinds)


def _apart(words: Words, run: Sequence[Atom]) -> tuple[Part, ...]:
    """Return a part a name; nothing when what joins them leaves open how they are meant."""
    first, last = words.begin(run[0]), run[-1].last
    closing = _gap(words, run[-2], run[-1])
    if closing == (",",):  # an apposition, such as a city and its country
        return ()
    none = _before(words, first, _NONE)
    every = _before(words, first, _ALL)
    rest = [*words.folded[: first - none - every], *words.folded[last:]]
    denied = bool(set(rest) & (NEGATIONS | {"never", "no"}))
    stressed = bool(every) or bool(_STRESSES & set(rest))
    if (denied and (none or stressed)) or (closing in _ALTERNATIVES and not none):
        return ()
    before = words.piece(0, first - none - every)
    after = _after(words, last)
    return tuple(Part(" ".join(filter(None, (before, words.name(a), after))), negated=bool(none)) for a in run)


def _before(words: Words, first: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """Return the length of the phrase that stands before a place, 0 when none does."""
    return next((len(p) for p in phrases if first >= len(p) and words.folded[first - len(p) : first] == p), 0)


def _stressed(words: Words, last: int) -> int | None:
    """Return the place of "both", "all" or "each" behind a list: "are both members", "all joined"."""
    for at in (last, last + 1):
        stressing = bool(_STRESSES & set(words.folded[at : at + 1]))
        if stressing and (at == last or words.folded[last] in BE_FORMS | {"have", "had"}):
            return at
    return None


def _after(words: Words, last: int) -> str:
    at = _stressed(words, last)
    if at is None:
        return words.piece(last, len(words.tokens))
    return " ".join(filter(None, (words.piece(last, at), words.piece(at + 1, len(words.tokens)))))
