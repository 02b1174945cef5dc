"""Puts what pronouns and descriptions stand for into the pieces of a claim, and flags those left open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from verifier.claims.genders import gender_of, gender_of_name
from verifier.claims.kinds_of_things import agents
from verifier.claims.pieces import Insert, Piece, Source, Swap
from verifier.claims.references import Found
from verifier.claims.things import FEMININE, MASCULINE, PLURAL, PRONOUNS, Reading, Thing
from verifier.records import EditKind, Flag

_POINTING = frozenset({"this", "these", "those"})
_HELPING = frozenset("is are was were has have had does do did will would can could should".split())
_DONE = frozenset({("did", "so"), ("does", "so"), ("did", "likewise")})  # what was done, the sentence before says
_RELATIVE = frozenset({"who", "that", "which", "whose", "where"})
_VERBS_AFTER = frozenset({"is", "was", "are", "were", "has", "had", "have", "will", "means", "meant"})


@dataclass(frozen=True, slots=True)
class Substitution:
    """What was found in an article, ready to be put into claims."""

    text: str
    found: Found

    def taken_up(self, places: Sequence[int]) -> list[tuple[int, int]]:
        """Return where the names stand that "both" or "these" at some places takes up."""
        return next((list(self.found.groups[i]) for i in places if i in self.found.groups), [])

    def apply(self, pieces: Sequence[Piece]) -> tuple[list[Piece], list[Flag]]:
        """Return the pieces with names for what stands for them, and the flags of what stays open.

        What the claim has already named stays: "Peru amended its constitution".
        """
        done: list[Piece] = []
        named: set[str] = set()
        open_: list[Piece] = []
        described: set[str] = set()  # whom "N is its rival" describes, until a clause begins: no "its" means N
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            reading = self.found.readings.get(piece.start) if self._kept(piece) else None
            after = self._covered(pieces, at, reading) if reading else at
            if reading and after > at and not (reading.thing and reading.thing.key in named):
                done.append(Swap(reading.start, reading.end, reading.text, EditKind.REFERENCE, reading.reason))
                named |= {reading.thing.key} if reading.thing else set()
                at = after
                continue
            described = named.copy() if _is_copula(piece) else set() if self._opens_clause(piece) else described
            if self._kept(piece):
                if reading is None and self._points_outside(piece, named - described):
                    open_.append(piece)
                named |= self._named(piece)
            done.append(piece)
            if (whole := self._whole(piece, named)) and whole.thing:
                done.append(Insert(whole.text, EditKind.REFERENCE, whole.reason))
                named |= {whole.thing.key}
            if understood := self._understood(pieces, at):
                done.append(understood)
                if {*understood.text.lower().split()} & PRONOUNS:
                    open_.append(understood)
            at += 1
        return done, self._flags(pieces, done, open_)

    def _vague(self, pieces: Sequence[Piece]) -> bool:
        """Say whether a predicate is read that does not say of what: "Vietnam is not a member"."""
        found = (self.found.elided.get(p.start) for p in pieces if not isinstance(p, Insert))
        return any(e is not None and e.head in self.found.open for e in found)

    def _understood(self, pieces: Sequence[Piece], at: int) -> Insert | None:
        """Return the predicate that an auxiliary at the end of its clause leaves out."""
        piece = pieces[at]
        found = None if isinstance(piece, Insert) else self.found.elided.get(piece.start)
        if found is None:
            return None
        verbs = {self._said(p).lower() for p in pieces[max(0, at - 1) : at + 1]}
        one = not any(verb.split()[:1] in (["are"], ["were"], ["have"], ["do"]) for verb in verbs)
        return Insert(found.one if one else found.many, EditKind.REFERENCE, found.reason)

    def _said(self, piece: Piece) -> str:
        return self.text[piece.start : piece.end] if isinstance(piece, Source) else piece.text

    def _whole(self, piece: Piece, named: set[str]) -> Reading | None:
        """Return what makes "a member" whole where the claim has not named it."""
        if isinstance(piece, Insert):
            return None
        reading = self.found.whole.get(piece.start)
        fits = reading and reading.end == piece.end and reading.thing and reading.thing.key not in named
        return reading if fits else None

    def _kept(self, piece: Piece) -> TypeGuard[Source | Swap]:
        """Say whether a piece has the article's own words, but for capitals."""
        if isinstance(piece, Swap):
            return piece.text.lower() == self.text[piece.start : piece.end].lower()
        return isinstance(piece, Source)

    def _own(self, piece: Piece) -> TypeGuard[Source | Swap]:
        """Say whether a piece has the article's words, be they inflected: "a member" of "members"."""
        return self._kept(piece) or (isinstance(piece, Swap) and piece.kind is EditKind.INFLECTION)

    def _covered(self, pieces: Sequence[Piece], at: int, reading: Reading) -> int:
        """Return the place after the pieces that a reading replaces; `at` when it does not replace whole pieces."""
        for place in range(at, len(pieces)):
            piece = pieces[place]
            if not self._kept(piece) or piece.end > reading.end:
                return at
            if piece.end == reading.end:
                return place + 1
            if place + 1 < len(pieces) and self._gap(piece, pieces[place + 1]):
                return at
        return at

    def _gap(self, piece: Source | Swap, following: Piece) -> bool:
        """Say whether words of the article were left out between two pieces."""
        if isinstance(following, Insert) or following.start < piece.end:
            return True
        return bool(self.text[piece.end : following.start].strip())

    def _named(self, piece: Source | Swap) -> set[str]:
        places = range(piece.start, piece.end)
        return {m.thing.key for i in places for m in self.found.mentions.get(i, ())}

    def _opens_clause(self, piece: Piece) -> bool:
        return not isinstance(piece, Insert) and self.text[piece.start : piece.end].lower() in _RELATIVE

    def _points_outside(self, piece: Source | Swap, named: set[str]) -> bool:
        """Say whether a pronoun has nothing before it in the claim that it can mean."""
        word = self.text[piece.start : piece.end].lower()
        if word not in PRONOUNS or piece.start in self.found.idle:
            return False
        known = named - self.found.own.get(piece.start, frozenset())
        things = (m.thing for found in self.found.mentions.values() for m in found if m.thing.key in known)
        return not any(self._may_mean(word, thing) for thing in things)

    def _may_mean(self, word: str, thing: Thing) -> bool:
        """Say whether a pronoun fits a thing in number, sort and gender, as far as anything tells."""
        if word in PLURAL:
            return thing.plural or bool(thing.kinds & agents()) or (thing.person is None and thing.proper)
        if word not in MASCULINE | FEMININE:
            return thing.person is not True and not thing.plural
        gender = self.found.genders.get(thing.key) or gender_of_name(thing.name)
        return thing.person is not False and not thing.plural and gender in (None, gender_of(word))

    def _flags(self, pieces: Sequence[Piece], done: Sequence[Piece], open_: Sequence[Piece]) -> list[Flag]:
        flags = [Flag.UNRESOLVED_PRONOUN] if open_ else []
        words = [self._word(piece) for piece in done]
        first = words[0] in _POINTING | {"that"} and len(words) > 1 and words[1] in _VERBS_AFTER
        if first and not flags:
            flags.append(Flag.UNRESOLVED_PRONOUN)
        bare = any(self._own(p) and p.start in self.found.open for p in done)
        bare = (
            bare
            or self._vague(pieces)
            or any(pair in _DONE for pair in zip(words, words[1:], strict=False))
            or _breaks_off(self._ending(done))
        )
        if not flags and (bare or any(word in _POINTING for word in words[1:] + words[:1])):
            flags.append(Flag.UNRESOLVED_REFERENCE)
        return flags

    def _ending(self, pieces: Sequence[Piece]) -> str:
        return " ".join(self._said(piece) for piece in pieces[-3:])

    def _word(self, piece: Piece) -> str:
        """Return the article's own words in a piece, or "this" where it was put in."""
        if self._kept(piece):
            return self.text[piece.start : piece.end].lower()
        return "" if isinstance(piece, Source) or piece.text.lower() not in _POINTING else piece.text.lower()

    def sentence(self, ranges: Sequence[tuple[int, int]], quotes: Sequence[tuple[int, int]]) -> list[Piece]:
        """Return the stretches of a sentence in pieces, references outside quotations replaced."""
        named = self.apply([piece for start, end in ranges for piece in self._pieces(start, end, quotes)])[0]
        first = named[0]
        if isinstance(first, Swap) and first.start == ranges[0][0]:
            named[0] = replace(first, text=first.text[:1].upper() + first.text[1:])
        return named

    def _pieces(self, start: int, end: int, quotes: Sequence[tuple[int, int]]) -> list[Piece]:
        """Cut a stretch where a reference begins and ends."""
        pieces: list[Piece] = []
        at = start + len(self.text[start:end]) - len(self.text[start:end].lstrip())
        for place in sorted(self.found.readings):
            reading = self.found.readings[place]
            if place < at or reading.end > end or any(a <= place < b for a, b in quotes):
                continue
            kept = at + len(self.text[at:place].rstrip())
            pieces += [Source(at, kept)] if at < kept else []
            pieces.append(Source(place, reading.end))
            at = reading.end + len(self.text[reading.end : end]) - len(self.text[reading.end : end].lstrip())
        stop = at + len(self.text[at:end].rstrip())
        return [*pieces, *([Source(at, stop)] if at < stop else [])]


def _is_copula(piece: Piece) -> bool:
    """Say whether a form of "be" was put in between a name and what describes it."""
    return isinstance(piece, Insert) and piece.text in ("is", "are", "was", "were") and "copula" in piece.reason


def _breaks_off(text: str) -> bool:
    """Say whether a claim ends with its auxiliary: what "Niger is" or "Peru has not" leave out, another one says."""
    said = [
        word
        for word in text.lower().replace("’", "'").strip(" .,").split()
        if word not in ("not", "n't", "too", "also")
    ]
    return bool(said) and (said[-1] == "to" or said[-1].removesuffix("n't") in _HELPING)
