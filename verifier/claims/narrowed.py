"""Which thing "the barrier" is that the text brought in as "a flood barrier": the one barrier that it tells of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from verifier.claims.drafts import Parsed
from verifier.claims.kinds_of_things import agents, documents, nameable
from verifier.claims.lexicon import ORGANISATIONS, PLACES
from verifier.claims.mentions import PEOPLE
from verifier.claims.things import Reading
from verifier.language import children, subtree

_POINTING = frozenset({"the", "this", "these", "that", "those"})
_NARROWING = frozenset(
    "amod compound nmod nmod:poss nummod flat acl acl:relcl appos advmod nmod:unmarked conj det:predet".split()
)
_TELLING_LITTLE = frozenset(
    "new old big large small great good bad recent major main first second third fourth last next final previous "
    "current own other another same such many several few more most early late long short high low further "
    "additional similar different various certain whole entire full young key important significant possible "
    "potential latest initial original separate single only rare special particular real true strong weak wide "
    "broad huge vast tiny".split()
)  # no name of a sort
_NO_THING = frozenset(
    "time way case end day year month week hour minute moment period season part place side number amount rest "
    "fact same thing matter point kind sort type world public country past future present morning evening night "
    "century decade age top bottom start beginning middle name word line order result reason problem issue idea "
    "question one other".split()
)  # "the time" is seldom the time told of before
_BUILDINGS = frozenset(
    "hall church house bridge tower castle palace school hospital museum theatre theater station library mill inn "
    "hotel  building monument statue mosque temple cathedral chapel stadium".split()
)  # have names of their own
_HYPHENS = frozenset("-‐‑–")
_REACH = 4  # sentences back to where a thing was told of last


@dataclass(slots=True)
class _Sort:
    """What the text told of under one noun."""

    modifiers: set[str] = field(default_factory=set)
    owned: bool = False  # "Peru’s plan"
    last: int = 0  # sentence


@dataclass(slots=True)
class Narrowed:
    """The things told of so far, by noun and number."""

    number: int = 0  # of the sentence
    _sorts: dict[tuple[str, str], _Sort] = field(default_factory=dict)
    _seen: set[int] = field(default_factory=set)

    def read(self, parsed: Parsed, quoted: frozenset[int]) -> Iterator[Reading]:
        """Yield how the bare nouns of a sentence read, and note the others; `quoted` has tokens of quotations."""
        for token in parsed.doc:
            place = parsed.virtual.origin[token.idx]
            if token.tag_ not in ("NN", "NNS") or place in self._seen or token.dep_ in ("compound", "flat"):
                continue
            if token.i in quoted or not token.is_lower or not _thing(token.lemma_.lower()):
                continue
            self._seen.add(place)
            sort = self._sorts.setdefault((token.lemma_.lower(), token.tag_), _Sort())
            if _bare(token):
                yield from self._reading(parsed, token, sort)
            else:
                modifiers, owned = _modifiers(token)
                sort.modifiers.add(modifiers)
                sort.owned |= owned
                sort.last = self.number

    def _reading(self, parsed: Parsed, token: Any, sort: _Sort) -> Iterator[Reading]:
        (modifiers,) = sort.modifiers if len(sort.modifiers) == 1 else ("",)
        if not sort.modifiers:
            sort.modifiers.add("")  # first told of without a word on it: all later ones may be this
        if modifiers and self.number - sort.last <= _REACH:
            determiner = token.nbor(-1)
            start, _ = parsed.virtual.span(determiner.idx, determiner.idx + 1)
            _, end = parsed.virtual.span(token.idx, token.idx + len(token.text))
            text = f"{modifiers} {token.text}" if sort.owned else f"the {modifiers} {token.text}"
            yield Reading(start, end, text, f"'{determiner.text} {token.text}' told of before", rule="told of before")
            sort.last = self.number


def _thing(lemma: str) -> bool:
    """Say whether a noun is no person, organisation or place, which names stand for."""
    named = nameable(lemma) and lemma not in documents()  # a name may stand for "the hall"
    return not named and lemma not in _BUILDINGS and lemma not in _NO_THING | PEOPLE | ORGANISATIONS | PLACES | agents()


def _bare(noun: Any) -> bool:
    """Say whether nothing but an article or a pointing word tells which thing is meant."""
    determiner = next(children(noun, "det"), None)
    pointed = determiner is not None and determiner.lower_ in _POINTING and determiner.i == noun.i - 1
    return pointed and not any(c.dep_ in _NARROWING for c in noun.children) and noun.dep_ != "conj"


def _modifiers(noun: Any) -> tuple[str, bool]:
    """Return the words before a noun that tell its sort, or "", and whether they tell whose it is."""
    doc, start = noun.doc, noun.i
    below = subtree(noun)
    while start - 1 in below and _word(doc[start - 1]):
        start -= 1
    while start < noun.i and start and doc[start - 1].text in _HYPHENS:
        start += 1  # "3-million-euro flood barrier"
    words = [_lower(doc[i]) for i in range(start, noun.i) if doc[i].text not in _TELLING_LITTLE]
    mark = doc[start - 1] if start else None
    if mark is not None and mark.tag_ == "POS" and mark.head.pos_ == "PROPN" and mark.head.head.i == noun.i:
        first = min(t.i for t in mark.head.subtree)
        named = all(doc[i].pos_ in ("PROPN", "PART") for i in range(first, mark.i))
        return (" ".join([doc[first : mark.i].text + mark.text, *words]), True) if named else ("", False)
    return " ".join(words), False


def _word(token: Any) -> bool:
    return bool(token.is_alpha and token.pos_ in ("NOUN", "PROPN", "ADJ") and token.tag_ not in ("JJR", "JJS"))


def _lower(word: Any) -> str:
    """Return a word as it is written within a sentence."""
    return str(word.lower_ if word.i == 0 and word.pos_ != "PROPN" else word.text)
