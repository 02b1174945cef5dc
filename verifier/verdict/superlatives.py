"""Reads superlatives over numbers: "Africa's most populous country", "the second largest town of the valley"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from verifier.facts import Corpus, Nature, Relation
from verifier.text import lemmas, tokenize
from verifier.verdict.comparisons import adjectives_of, nouns_of
from verifier.verdict.frames import Frame
from verifier.verdict.mentions import Linker
from verifier.verdict.rows import RowIndex
from verifier.verdict.scopes import Scopes

_DEGREES = {
    "largest": ("large", True), "biggest": ("big", True), "smallest": ("large", False), "tallest": ("tall", True),
    "highest": ("high", True), "lowest": ("high", False), "longest": ("long", True), "oldest": ("old", True),
    "youngest": ("old", False), "most populous": ("populous", True), "most populated": ("populous", True),
    "least populous": ("populous", False), "least populated": ("populous", False),
}  # fmt: skip
_SIZE = frozenset({"large", "big"})
_PLACES = {
    word: n for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
DEGREES = "|".join(word.replace(" ", "[ -]") for word in _DEGREES)  # a regular expression
_SUPERLATIVE = (
    rf"(?:(?P<place>{'|'.join(_PLACES)}|\d+(?:st|nd|rd|th))[\s-])?"
    rf"(?P<degree>{DEGREES})\s+(?P<rest>[^,]+)"
)
_BE = r"(?:is|was|are|were|remains|remained|ranks as|became)"
_OWNER = r"(?:the\s+|(?P<owner>.+?)['’]s?\s+)"
_FORMS = (
    re.compile(rf"^(?P<who>.+?)\s+{_BE}\s+(?:still |also )?{_OWNER}{_SUPERLATIVE}$", re.IGNORECASE),
    re.compile(rf"^{_OWNER}{_SUPERLATIVE}\s+{_BE}\s+(?P<who>.+)$", re.IGNORECASE),
)
_BY = re.compile(
    r"\s+(?:by|in terms of|in)\s+(?:its\s+|total\s+|land\s+)*(?P<noun>population|area|size|territory)\b", re.IGNORECASE
)
_WORLD = re.compile(r"\s+(?:in|of) the (?:whole )?world\b|\s+on earth\b", re.IGNORECASE)
_WORLDLY = frozenset({"the world", "world", "earth"})
_TAIL = re.compile(r"^(?P<head>.+?)\s+(?P<tail>(?:in|of|on|among)\s+.+)$")


@dataclass(frozen=True, slots=True)
class Superlative:
    """Who is said to have which place among which things, by which numbers."""

    who: str  # entity id
    relations: tuple[Relation, ...]  # that measure what the adjective names
    others: tuple[Relation, ...]  # that it may also speak of: "largest" of a country with most people
    place: int  # 1 is the utmost
    most: bool
    degree: str  # as the claim says it: "largest"
    among: tuple[Frame, ...]  # what restricts the things; empty for all


class SuperlativeReader:
    """Reads who is said to be the utmost of which things."""

    def __init__(self, corpus: Corpus, rows: RowIndex, scopes: Scopes, linker: Linker) -> None:
        self._rows, self._scopes, self._linker = rows, scopes, linker
        self._relations = [r for t in corpus.tables for r in t.relations if r.nature is Nature.QUANTITY]

    def read(self, text: str, as_of: date) -> Iterator[Superlative]:
        """Yield the readings of a whole text without its time."""
        for form in _FORMS:
            match = form.match(text)
            if match is None:  # of nearly every claim: no table is looked at then
                continue
            names = self._named(match["who"])
            about = [(relation, names & measured(relation, self._rows)) for relation in self._relations]
            about = [(relation, fitting) for relation, fitting in about if len(fitting) == 1]
            if not about:
                continue
            adjective, most = _DEGREES[match["degree"].lower().replace("-", " ")]
            rest, noun = match["rest"], None
            if by := _BY.search(rest):
                rest, noun = f"{rest[: by.start()]}{rest[by.end() :]}", by["noun"].lower()
            rest = _WORLD.sub("", rest)
            owner = (match["owner"] or "").removeprefix("the ").removeprefix("The ")
            if owner and owner.lower() not in _WORLDLY:
                rest = f"{rest} in {owner}"
            who = next(iter(about[0][1]))
            relations = [r for r, fitting in about if who in fitting]
            own = tuple(r for r in relations if _measures(r, adjective, noun))
            peopled = adjective in _SIZE and not noun
            others = tuple(r for r in relations if peopled and "population" in nouns_of(r))
            among = self._among(rest, as_of)
            if (own or others) and among is not None:
                yield Superlative(
                    who, own or others, others if own else (), _place(match["place"]), most, match["degree"], among
                )

    def _named(self, text: str) -> frozenset[str]:
        """Return what a text may name, where it is a name and nothing else."""
        tokens = [token for token in tokenize(text) if token.text.lower() not in ("the", ",")]
        mentions = self._linker.link(tokens)
        whole = len(mentions) == 1 and mentions[0].last - mentions[0].first == len(tokens)
        return mentions[0].entities if whole else frozenset()

    def _among(self, noun_phrase: str, as_of: date) -> tuple[Frame, ...] | None:
        """Return what restricts the things of a noun phrase, None where a part of it is not read."""
        for whole in self._scopes.which(noun_phrase, as_of):
            return (whole,) if whole else ()
        tail = _TAIL.match(noun_phrase)
        noun = tail["head"].split()[-1] if tail else ""
        if tail is None or not lemmas(noun) & self._linker.sorts:
            return None
        texts = (tail["head"], f"{noun} {tail['tail']}")
        halves = [next(self._scopes.which(half, as_of), "unread") for half in texts]
        return None if "unread" in halves else tuple(half for half in halves if isinstance(half, Frame))


def measured(relation: Relation, rows: RowIndex) -> frozenset[str]:
    """Return all that a relation has a number of."""
    slot = measured_slot(relation, rows)
    return frozenset(e for row in rows.stating(relation) for e in rows.entities(row, relation, slot))


def measured_slot(relation: Relation, rows: RowIndex) -> str:
    """Return the column that names what is measured: the first in the relation's own sentence."""
    table = rows.tables[relation.table]
    places = {name: relation.sentence.find("{" + name + "}") for name in table.columns if name in table.references}
    return min((name for name in places if places[name] >= 0), key=lambda name: places[name])


def _measures(relation: Relation, adjective: str, noun: str | None) -> bool:
    """Say whether an adjective speaks of a relation's number: "largest by population" of people alone."""
    return noun in nouns_of(relation) if noun else adjective in adjectives_of(relation)


def _place(word: str | None) -> int:
    if word is None:
        return 1
    return _PLACES.get(word.lower()) or int(re.sub(r"\D", "", word))
