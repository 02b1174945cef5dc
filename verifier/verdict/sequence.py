"""Reads how two events lie in time: "joined it two years after signing it", "left before B did", "in the same year".

Both events are written out as claims of their own, in every way that the words allow; what no relation reads whole is
no reading, so a wrong guess is read by nobody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from verifier.verdict.lengths import Length, lengths, spelt_out
from verifier.verdict.lexicon import AUXILIARIES, BE_FORMS
from verifier.verdict.mentions import Linker
from verifier.verdict.parts import Atom, Words, words_of


class Order(StrEnum):
    """How the first event lies to the second."""

    BEFORE = "before"
    AFTER = "after"
    WITHIN = "within"  # some time of, on either side
    SAME_DAY = "on the same day"
    SAME_MONTH = "in the same month"
    SAME_YEAR = "in the same year"


@dataclass(frozen=True, slots=True)
class Sequence:
    """Two events, each as the texts that may state it, and what is claimed of their distance."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    order: Order
    length: Length | None = None


_WAY = re.compile(r"\s+(?P<way>after|before|of|later than|earlier than)\s+(?P<right>.+?)\.?\s*$", re.IGNORECASE)
_BARE = re.compile(r"^(?P<left>.+?),?\s+(?P<way>after|before|earlier than|later than)\s+(?P<right>.+?)\.?\s*$")
_SAME = re.compile(
    r"^(?P<left>.+?)\s+(?:in|on|during)\s+the\s+(?:very\s+)?same\s+(?P<unit>day|month|year)"
    r"(?:\s+(?:as|that|in which|when)\s+(?P<right>.+?))?\.?\s*$",
    re.IGNORECASE,
)
_SAMES = {"day": Order.SAME_DAY, "month": Order.SAME_MONTH, "year": Order.SAME_YEAR}
_STRESS = re.compile(r"[\s,]+(?:just|exactly|only|barely|precisely|some|,)\s*$", re.IGNORECASE)
_OWN = re.compile(r"^(?:its|their|his|her|the)\s+(?:own\s+)?", re.IGNORECASE)
_THIS = re.compile(r"\b(?:it|them|this|there)\b", re.IGNORECASE)
_LINKS = ("", "of", "from", "to", "in")  # how a noun of an event takes the thing that is left out
_HE = frozenset({"it", "he", "she", "they"})
_ECHOES = AUXILIARIES | BE_FORMS


def sequence_of(text: str, linker: Linker) -> Sequence | None:
    """Return the two events of a claim and their order, None where it orders none.

    >>> from verifier.facts import Entity
    >>> linker = Linker([Entity("town:a", "town", ("Alvik",)), Entity("body:l", "body", ("the League",))])
    >>> found = sequence_of("Alvik left the League two years after joining it.", linker)
    >>> found.first, found.second[0], found.order.value, found.length.text
    (('Alvik left the League',), 'Alvik joining the League', 'after', 'two years')
    """
    text = spelt_out(text)
    if same := _SAME.match(text):
        return _same(same, linker)
    for length in lengths(text):
        if way := _WAY.match(text, length.end):
            left = _STRESS.sub("", text[: length.start].rstrip(" ,"))
            order = Order.WITHIN if way["way"].lower() == "of" else _order(way["way"])
            return _made(left.rstrip(" ,"), way["right"], order, length, linker)
    bare = _BARE.match(text)
    return _made(bare["left"], bare["right"], _order(bare["way"]), None, linker) if bare else None


def _order(way: str) -> Order:
    return Order.AFTER if way.lower().startswith(("after", "later")) else Order.BEFORE


def _same(match: re.Match[str], linker: Linker) -> Sequence | None:
    order = _SAMES[match["unit"].lower()]
    if match["right"]:
        return _made(match["left"], match["right"], order, None, linker)
    words = words_of(match["left"], linker)
    for one, other in zip(words.atoms, words.atoms[1:], strict=False):
        if words.folded[one.last : words.begin(other)] == ("and",):
            before, after = words.piece(0, words.begin(one)), words.piece(other.last, len(words.tokens))
            texts = [" ".join(filter(None, (before, words.name(atom), after))) for atom in (one, other)]
            return Sequence((texts[0],), (texts[1],), order)
    return None


def _made(left: str, right: str, order: Order, length: Length | None, linker: Linker) -> Sequence | None:
    words, others = words_of(left, linker), words_of(right, linker)
    if not words.atoms:
        return None
    seconds = tuple(dict.fromkeys(events_of(words, others)))
    return Sequence((words.piece(0, len(words.tokens)),), seconds, order, length) if seconds else None


def events_of(left: Words, right: Words) -> Iterator[str]:
    """Yield what an event may be in full, the likeliest first, in a claim that begins with `left`."""
    subject, right_text = left.atoms[0], right.piece(0, len(right.tokens))
    if right.atoms and right.begin(right.atoms[0]) == 0:
        rest = right.folded[right.atoms[0].last :]
        if all(word in _ECHOES for word in rest):
            yield f"{right.name(right.atoms[0])} {left.piece(subject.last, len(left.tokens))}"
        else:
            yield right_text
        return
    name, things = left.name(subject), [left.name(atom) for atom in left.atoms[1:]]
    event = right.piece(1, len(right.tokens)) if right.folded[:1] and right.folded[0] in _HE else right_text
    yield from _of(name, event, things, right.atoms)


def _of(name: str, event: str, things: list[str], atoms: tuple[Atom, ...]) -> Iterator[str]:
    """Yield sentences about the same subject: from a gerund ("joining it") and from a noun ("its release")."""
    thing = things[-1] if things else ""
    whole = _THIS.sub(thing, event) if thing else event
    bare = _OWN.sub("", whole)
    forms = [f"{name} {whole}"] if bare == whole else [f"{name}'s {bare} took place"]
    forms += [f"{whole} took place"] if bare != whole and atoms else []
    yield from forms
    if thing and not atoms and thing not in whole:
        for link in filter(None, _LINKS):
            yield f"{name} {whole} {link} {thing}" if bare == whole else f"{name}'s {bare} {link} {thing} took place"
        if bare == whole:
            yield f"{name} {whole} {thing}"
