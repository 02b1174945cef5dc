"""Reads claims about how many, all, none, the first or the only: a quantifier over what frames can read.

A place-holder takes the place of the quantified noun phrase ("(any) ratified the Statute"), so every wording that
frames read of one subject is read of many.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from verifier.dates import find_times
from verifier.quantities import Approximation, Quantity, Role, find_quantities
from verifier.text import lemmas
from verifier.verdict.frames import Frame, FrameReader
from verifier.verdict.lexicon import ARTICLES, BE_FORMS
from verifier.verdict.mentions import VARIABLE, Linker
from verifier.verdict.parts import Atom, Words, words_of
from verifier.verdict.scopes import Scopes
from verifier.verdict.shares import share_of


class Quantifier(StrEnum):
    """What is said of the things that the scope holds of."""

    COUNT = "count"
    ALL = "all"
    NONE = "none"
    MOST = "most"
    SHARE = "share"
    ONLY = "only"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Quantified:
    """A quantified claim, read whole."""

    quantifier: Quantifier
    scope: Frame  # with ANYTHING in the quantified slot
    restrictor: Frame | None = None  # "countries in Europe": only these are asked about
    quantity: Quantity | None = None  # of COUNT
    rank: int = 0  # of RANK: 1 is the first, -1 the last
    subjects: tuple[str, ...] = ()  # entity ids: of ONLY and RANK


_LEADS = (
    (Quantifier.NONE, ("not", "a", "single")), (Quantifier.NONE, ("none", "of")), (Quantifier.NONE, ("no",)),
    (Quantifier.ALL, ("all", "of")), (Quantifier.ALL, ("all",)), (Quantifier.ALL, ("every",)),
    (Quantifier.ALL, ("each",)), (Quantifier.MOST, ("most", "of")), (Quantifier.MOST, ("most",)),
)  # fmt: skip
_EXTENT = re.compile(
    r"^(?:only|just|exactly|a total of|in all|altogether|precisely|there (?:are|were|is|was))\s+", re.IGNORECASE
)
_HOLDS = re.compile(
    r"^(?P<whole>.+?)\s+(?:(?:currently|now|today|already|still)\s+)?"
    r"(?:has|have|had|counts?|numbers?|boasts?|comprises?|includes?|consists? of|is made up of)\s+"
    r"(?:(?:only|just|exactly|a total of)\s+)?$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"^the (?:total )?number of (?P<what>.+?) (?:is|was|stands at|stood at|has reached|reached|amounts to|has risen to|"
    r"rose to|currently stands at|totals)$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")
_RANKS = {
    word: n for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_RANKS |= {"last": -1, "latest": -1, "newest": -1}
_ONLY = frozenset({"only", "sole"})
_ARTICLE = frozenset((article,) for article in ARTICLES)
_OF = re.compile(r"^of (?:the )?", re.IGNORECASE)
_OF_THEM = re.compile(
    r"^Of (?P<whole>[^,]+), (?P<many>[\w,-]+) (?P<verb>are|is|were|have|has)\b"
)  # "Of its members, 9 are"
_TO = frozenset({"to", "that", "which", "who"})
_BECOME = frozenset({"become", "became", "becomes"})


class QuantifierReader:
    """Reads quantified claims by substituting a place-holder and reading frames."""

    def __init__(self, reader: FrameReader, linker: Linker) -> None:
        self._linker, self._scopes = linker, Scopes(reader, linker)

    def read(self, text: str, anchor: date) -> Quantified | None:
        """Return the first reading of the whole text, None when no quantifier or no relation reads it."""
        words = words_of(_OF_THEM.sub(r"\g<many> of \g<whole> \g<verb>", text), self._linker)
        readings = (*self._counts(words, anchor), *self._leads(words, anchor), *self._ranks(words, anchor))
        return next(iter(readings), None)

    def _counts(self, words: Words, anchor: date) -> Iterator[Quantified]:
        times = find_times(words.text, anchor)
        for quantity in find_quantities(words.text) if share_of(words.text) is None else ():
            if quantity.role is not Role.COUNT or any(m.start <= quantity.start < m.end for m in times):
                continue
            before, after = words.text[: quantity.start].strip(), words.text[quantity.end :].strip().rstrip(".")
            before = _EXTENT.sub("", before + " ").strip()
            for text in self._texts(before, after):
                for scope, restrictor in self._scopes.of(text, anchor):
                    yield Quantified(Quantifier.COUNT, scope, restrictor, _whole(quantity))
            parts = words_of(_OF.sub("", after), self._linker)
            for scope, restrictor in () if before else self._scopes.split(parts, 0, anchor):
                yield Quantified(Quantifier.COUNT, scope, restrictor, _whole(quantity))

    def _texts(self, before: str, after: str) -> Iterator[str]:
        """Yield texts in which a place-holder stands for what is counted."""
        noun, _, rest = after.partition(" ")
        if lemmas(noun) & self._linker.sorts:
            yield f"{before} {VARIABLE} {rest}".strip()
        if not before:
            yield f"{VARIABLE} is {after}"
        if whole := _HOLDS.match(before + " "):
            yield f"{VARIABLE} is {after} of {whole['whole']}"
        if (named := _NUMBER_OF.match(before)) and (not after or lemmas(after) & self._linker.sorts):
            yield f"{VARIABLE} is {named['what']}"

    def _leads(self, words: Words, anchor: date) -> Iterator[Quantified]:
        if share := share_of(words.text):
            rest = words_of(share.rest, self._linker)
            for scope, restrictor in self._scopes.split(rest, 0, anchor):
                yield Quantified(Quantifier.SHARE, scope, restrictor, share.quantity)
            return
        for quantifier, lead in _LEADS:
            if words.folded[: len(lead)] != lead:
                continue
            start = len(lead) + (words.folded[len(lead) : len(lead) + 1] in _ARTICLE)
            for scope, restrictor in self._scopes.split(words, start, anchor):
                yield Quantified(quantifier, scope, restrictor)
            return

    def _ranks(self, words: Words, anchor: date) -> Iterator[Quantified]:
        """Read "A was the first country to ...", "the first country to ... was A" and "only A and B ..."."""
        if words.folded[:1] == ("only",):
            subjects = self._subjects(words, 1)
            if subjects and (
                frame := self._scopes.frame(f"{VARIABLE} {words.piece(subjects[1], len(words.tokens))}", anchor)
            ):
                yield Quantified(Quantifier.ONLY, frame, subjects=subjects[0])
            return
        for at, word in enumerate(words.folded):
            rank, owner = _rank(word), _owner(words, at)
            if rank is None or (at and words.folded[at - 1] not in ARTICLES and owner is None):
                continue
            first = words.begin(owner) if owner else at - 1 if at else at
            for subjects_, tail in self._placed(words, first, at + 1):
                tail = f"{tail} of {words.name(owner)}" if owner else tail
                tail = _without_count(tail, len(subjects_)) if rank == 0 else tail
                for scope, restrictor in self._tails(words_of(tail, self._linker), anchor):
                    kind = Quantifier.ONLY if rank == 0 else Quantifier.RANK
                    yield Quantified(kind, scope, restrictor, rank=rank, subjects=subjects_)

    def _placed(self, words: Words, first: int, after: int) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield subjects and the rest of the noun phrase, whichever stands first."""
        end = len(words.tokens)
        if first == 0:
            for at in range(end - 1, after, -1):
                if words.folded[at] in BE_FORMS and (found := self._subjects(words, at + 1)) and found[1] == end:
                    yield found[0], words.piece(after, at)
                    return
            return
        found = self._subjects(words, 0)
        between = [word for word in words.folded[found[1] : first] if word not in ("has", "have")] if found else []
        if found and between and all(word in BE_FORMS | _BECOME for word in between):
            yield found[0], words.piece(after, end)

    def _tails(self, tail: Words, anchor: date) -> Iterator[tuple[Frame, Frame | None]]:
        """Yield (scope, restrictor) of "African country to ratify it", "to ratify it" and "member of the Union"."""
        for at, word in enumerate(tail.folded):
            scope = (
                self._scopes.frame(f"{VARIABLE} {tail.piece(at + 1, len(tail.tokens))}", anchor)
                if word in _TO
                else None
            )
            if scope is not None:
                yield from (
                    (scope, which) for which in (self._scopes.which(tail.piece(0, at), anchor) if at else [None])
                )
        yield from self._scopes.of(f"{VARIABLE} is {tail.text}", anchor)

    def _subjects(self, words: Words, start: int) -> tuple[tuple[str, ...], int] | None:
        """Return the entities of a list of names that begins at a token, and its end; None when one is unclear."""
        named = {mention.first: mention for mention in self._linker.link(words.tokens)}
        found, at, joined = list[str](), start, True
        while at < len(words.tokens) and (words.folded[at] in ARTICLES | {",", "and"} or at in named):
            if at in named:
                if not joined or len(named[at].entities) != 1:
                    return None
                found.append(next(iter(named[at].entities)))
                at, joined = named[at].last, False
                continue
            joined = joined or words.folded[at] in (",", "and")
            if words.folded[at] in ARTICLES and not joined:
                break
            at += 1
        return (tuple(found), at) if found else None


def _without_count(tail: str, count: int) -> str:
    """Leave out how many are named: "the only two countries to ..." said of two."""
    numbers = find_quantities(tail)
    counted = bool(numbers) and numbers[0].start == 0 and numbers[0].value == count
    return tail[numbers[0].end :].lstrip() if counted else tail


def _owner(words: Words, at: int) -> Atom | None:
    """Return the name whose genitive stands before a place: "the Court's 125th member"."""
    genitive = at > 1 and words.folded[at - 1] == "'s"
    return next((atom for atom in words.atoms if genitive and atom.last == at - 1), None)


def _rank(word: str) -> int | None:
    """Return the place that an ordinal gives, -1 for the last, 0 for "only", None for other words."""
    if word in _ONLY:
        return 0
    number = _ORDINAL.match(word)
    return int(number[1]) if number else _RANKS.get(word)


def _whole(quantity: Quantity) -> Quantity:
    """Read a plain number of countable things as exact, whatever its zeros: 120 members are not 124."""
    exact = quantity.approximation is Approximation.EXACT
    return replace(quantity, step=1.0 if exact else quantity.step, role=Role.COUNT)
