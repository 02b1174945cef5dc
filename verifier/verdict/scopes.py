"""Reads what is said of a place-holder, and of which things: the two halves of a quantified claim."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from verifier.text import lemmas
from verifier.verdict.frames import Frame, FrameReader
from verifier.verdict.mentions import ANYTHING, VARIABLE, Linker
from verifier.verdict.parts import Words

_IS = f"{VARIABLE} is "
_MODIFIERS = 3  # most words before the noun that says what is counted: "Latin American members"
_BEING = re.compile(r"^(?:is|are|was|were)\s+(?P<what>[\w -]+)$", re.IGNORECASE)
Scope = tuple[Frame, Frame | None]  # what is said, and of which things alone


@dataclass(frozen=True, slots=True)
class Scopes:
    """Reads texts in which the place-holder stands for what is counted."""

    reader: FrameReader
    linker: Linker

    def frame(self, text: str, anchor: date) -> Frame | None:
        """Return the one reading of a text that has the place-holder in one slot."""
        frames = [f for f in self.reader.read(text, anchor) if list(f.slots.values()).count(ANYTHING) == 1]
        return frames[0] if len({f.relation.id for f in frames}) == 1 else None

    def of(self, text: str, anchor: date) -> Iterator[Scope]:
        """Yield the readings of a text; "is African members of it" is read as members of it, of the African ones."""
        if frame := self.frame(text, anchor):
            yield frame, None
        elif text.startswith(_IS):
            words = text.removeprefix(_IS).split()
            for length in range(1, min(_MODIFIERS, len(words) - 1) + 1):
                scope = self.frame(_IS + " ".join(words[length:]), anchor)
                which = self.modified(" ".join(words[:length]), anchor) if scope else None
                if scope and which:
                    yield scope, which

    def modified(self, modifier: str, anchor: date) -> Frame | None:
        """Return what a modifier says by itself ("landlocked"), or of a thing of some kind ("African country")."""
        found = self.frame(_IS + modifier, anchor)
        sorts = iter(sorted(self.linker.kinds))
        while found is None and (sort := next(sorts, None)):
            found = self.frame(f"{_IS}{modifier} {sort}", anchor)
        return found

    def which(self, noun_phrase: str, anchor: date) -> Iterator[Frame | None]:
        """Yield the restrictor of a noun phrase; None for a bare noun of the kind, which restricts nothing."""
        if lemmas(noun_phrase.removeprefix("member ")) & self.linker.sorts:
            yield None
        elif restrictor := self.frame(_IS + noun_phrase, anchor):
            yield restrictor

    def split(self, words: Words, start: int, anchor: date) -> Iterator[Scope]:
        """Yield (scope, restrictor) of "countries in Africa joined it": what is said, and of which things."""
        for at in range(start + 1, len(words.tokens)):
            scope = self.predicate(words.piece(at, len(words.tokens)), anchor)
            if scope is not None:
                yield from ((scope, which) for which in self.which(words.piece(start, at), anchor))

    def predicate(self, text: str, anchor: date) -> Frame | None:
        """Return what a predicate says of the place-holder; a bare adjective is one of a kind: "are African"."""
        if (frame := self.frame(f"{VARIABLE} {text}", anchor)) is not None:
            return frame
        being = _BEING.match(text)
        return self.modified(being["what"], anchor) if being else None
