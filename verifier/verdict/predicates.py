"""Takes claims with several predicates apart: "signed but never ratified it", "is a member, and so is B".

Shared subjects and objects are repeated, pronouns replaced, and gaps filled from the other half; every half must
then be read whole by itself, so a wrong guess is read by nobody.
"""

from collections.abc import Iterator

from verifier.verdict.lexicon import ARTICLES, AUXILIARIES, BE_FORMS, NEGATIONS
from verifier.verdict.parts import Atom, Part, Words

_CONJUNCTIONS = frozenset({"but", "and", "yet", "while", "whereas", "though", "although", ";"})
_PRONOUNS = frozenset({"it", "they", "he", "she"})
_OBJECTS = frozenset({"it", "them", "this"})
_HELPERS = AUXILIARIES | BE_FORMS
_RELATIVE = frozenset({"which", "who"})
_PAIRS = (
    (("neither",), ("nor",), True),
    (("never",), ("or",), True),
    (("never",), ("nor",), True),
    (("not",), ("or",), True),
    (("not",), ("nor",), True),
    (("not", "only"), ("but", "also"), False),
    (("not", "only"), ("but",), False),
)  # what opens, what joins, and whether both halves are denied
_TOO = (("too",), ("as", "well"), ("also",))


def predicates(words: Words) -> Iterator[tuple[Part, ...]]:
    """Yield the ways in which a claim may be two, the likeliest first."""
    if not words.atoms:
        return
    yield from _inserted(words)
    yield from _pairs(words)
    for at, word in enumerate(words.folded):
        if word in _CONJUNCTIONS and 0 < at < len(words.tokens) - 1:
            yield from _split(words, at, at + 1)
        elif word == "without" and at > words.atoms[0].last:
            yield from _without(words, at)
        elif word == "as" and words.folded[at + 1 : at + 2] and words.folded[at + 1] in _HELPERS:
            yield from _split(words, at, at + 1)


def _split(words: Words, at: int, start: int) -> Iterator[tuple[Part, ...]]:
    end = at - 1 if words.folded[at - 1] == "," else at
    subject = words.atoms[0]
    if subject.last > end:
        return
    if echo := _echo(words, subject, end, start):
        yield echo
    for left in _lefts(words, end, start):
        for right in _rights(words, subject, end, start):
            yield Part(left), Part(right)


def _pairs(words: Words) -> Iterator[tuple[Part, ...]]:
    """Read "neither signed nor ratified it", "never signed or ratified it" and "not only signed but ratified it"."""
    for opening, joint, negated in _PAIRS:
        first = _find(words, opening, words.atoms[0].last)
        second = _find(words, joint, first + len(opening)) if first is not None else None
        if first is None or second is None:
            continue
        end = second - 1 if words.folded[second - 1] == "," else second
        head = words.piece(0, first)
        one, other = words.piece(first + len(opening), end), second + len(joint)
        for left in (one, f"{one} {_last_object(words, other)}".strip()):
            right = _with_objects(words, words.atoms[0], end, other)
            yield Part(f"{head} {left}", negated), Part(f"{head} {right}", negated)


def _find(words: Words, phrase: tuple[str, ...], start: int) -> int | None:
    places = range(start, len(words.folded) - len(phrase) + 1)
    return next((at for at in places if words.folded[at : at + len(phrase)] == phrase), None)


def _last_object(words: Words, start: int) -> str:
    objects = [atom for atom in words.atoms if atom.first >= start]
    return words.piece(words.begin(objects[-1]), len(words.tokens)) if objects else ""


def _inserted(words: Words) -> Iterator[tuple[Part, ...]]:
    """Read "A, which joined it in 2002, signed it", "A, a member of it, signed it", "A, with ten towns, signed it"."""
    subject = words.atoms[0]
    if words.folded[subject.last : subject.last + 1] != (",",):
        return
    for close in range(len(words.tokens) - 2, subject.last + 2, -1):
        if words.folded[close] != ",":
            continue
        opening, name = words.folded[subject.last + 1], words.name(subject)
        whole = f"{words.piece(0, subject.last)} {words.piece(close + 1, len(words.tokens))}"
        if opening in _RELATIVE:
            yield Part(f"{name} {words.piece(subject.last + 2, close)}"), Part(whole)
        elif opening == "with":
            yield Part(f"{name} has {words.piece(subject.last + 2, close)}"), Part(whole)
        elif opening in ARTICLES | {"one"}:
            yield Part(f"{name} is {words.piece(subject.last + 1, close)}"), Part(whole)


def _without(words: Words, at: int) -> Iterator[tuple[Part, ...]]:
    """Read "signed it without ever ratifying it"."""
    start = at + 2 if words.folded[at + 1 : at + 2] == ("ever",) else at + 1
    subject = words.atoms[0]
    for left in _lefts(words, at, start):
        for right in _rights(words, subject, at, start):
            yield Part(left), Part(right, negated=True)


def _lefts(words: Words, end: int, start: int) -> Iterator[str]:
    """Yield the left half as it stands, and with the object of the right half."""
    left = words.piece(0, end)
    yield left
    if shared := _last_object(words, start):
        yield f"{left} {shared}"


def _rights(words: Words, subject: Atom, end: int, start: int) -> Iterator[str]:
    """Yield the right half with the subject, and where it lacks them the copula and the leading time, of the left."""
    right = _with_objects(words, subject, end, start)
    if words.folded[start] in _PRONOUNS:
        right = _with_objects(words, subject, end, start + 1)
    elif any(words.begin(atom) == start for atom in words.atoms):
        yield right
        return
    name = words.name(subject)
    copula = next((at for at in range(subject.last, end) if words.folded[at] in BE_FORMS), None)
    yield f"{name} {right}"
    if copula is not None:
        yield f"{name} {words.piece(subject.last, copula + 1)} {right}"
    if words.begin(subject) > 0:
        yield f"{words.piece(0, subject.last)} {right}"


def _with_objects(words: Words, subject: Atom, end: int, start: int) -> str:
    """Return the right half, "it" replaced by the object of the left one, "one" by its complement."""
    objects = [atom for atom in words.atoms if subject.last <= atom.first < end]
    pieces = [token.text for token in words.tokens[start:]]
    for at, word in enumerate(words.folded[start:]):
        if word in _OBJECTS and objects and (at or word not in _PRONOUNS):
            pieces[at] = words.name(objects[-1])
        elif word == "one" and start + at == len(words.tokens) - 1:
            copulas = [n for n in range(subject.last, end) if words.folded[n] in BE_FORMS]
            pieces[at] = words.piece(copulas[0] + 1, end) if copulas else "one"
    return " ".join(pieces)


def _echo(words: Words, subject: Atom, end: int, start: int) -> tuple[Part, ...]:
    """Read a right half that only repeats: "but B is not", "and so did B", "as has B", "and B did too"."""
    others = [atom for atom in words.atoms if atom.first >= start]
    rest = [
        word for atom in others[:1] for word in (*words.folded[start : words.begin(atom)], *words.folded[atom.last :])
    ]
    if len(others) != 1 or not rest:
        return ()
    for ending in _TOO:
        if tuple(rest[-len(ending) :]) == ending:
            rest = rest[: -len(ending)]
    denied = bool(set(rest) & NEGATIONS)
    bare = [word for word in rest if word not in NEGATIONS | {"so", "neither", "nor", ","}]
    left_denied = bool(set(words.folded[:end]) & (NEGATIONS | {"never"}))
    if not bare or any(word not in _HELPERS for word in bare):
        return ()
    if ({"neither", "nor"} & set(rest) and not left_denied) or (left_denied and (denied or "so" in rest)):
        return ()
    if {"was", "were"} & set(bare) and not {"was", "were"} & set(words.folded[:end]):
        return ()  # "is a member, and B was": another time
    predicate = words.piece(subject.last, end)
    return (Part(words.piece(0, end)), Part(f"{words.name(others[0])} {predicate}", negated=denied))
