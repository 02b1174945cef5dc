"""Wordings of the corpus compiled into sequences of words and slots."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from verifier.facts import Nature, Relation
from verifier.text import fold, is_participle, lemmas, tokenize
from verifier.units import named_unit
from verifier.verdict.comparisons import comparisons
from verifier.verdict.lexicon import ARTICLES

_SLOT = re.compile(r"\{(\w+\*?)\}")
_PASSED = ARTICLES | {",", ".", "'s"}  # a claim may have them or not
_BEFORE_NOUNS = frozenset({"be", "become", "as"})


@dataclass(frozen=True, slots=True)
class Word:
    """A literal word; it matches every word that shares a lemma."""

    text: str
    lemmas: frozenset[str]
    bare: bool = False  # says how something is: "is open" does not read "was opened"

    def matches(self, word: str) -> bool:
        """Say whether a folded word of a claim is a form of this one."""
        return bool(self.lemmas & lemmas(word)) and not (self.bare and is_participle(word))


@dataclass(frozen=True, slots=True)
class Slot:
    """A gap for an entity, a constant or a number."""

    name: str


Element = Word | Slot


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording of one relation."""

    relation: Relation
    elements: tuple[Element, ...]
    denial: bool
    declared: bool = True  # by the corpus, in its own words; what the lexicon adds gives way to these
    measured: str | None = None  # the number brings a unit of its own, to be converted into this one


def compile_patterns(relation: Relation) -> Iterator[Pattern]:
    """Yield the relation's wordings, their passives, and the comparisons that its numbers allow."""
    for denial, wordings in ((False, relation.wordings), (True, relation.denials)):
        for wording in wordings:
            elements = elements_of(wording)
            yield Pattern(relation, elements, denial)
            for other in (_passive(elements), _genitive(elements), _inverted(elements)):
                if other is not None:
                    yield Pattern(relation, other, denial)
    if relation.nature is Nature.QUANTITY:
        for wording in _comparisons(relation):
            yield Pattern(relation, elements_of(wording), denial=False)


def elements_of(wording: str) -> tuple[Element, ...]:
    """Split a wording at its slots; articles and possessive marks are passed over on both sides.

    >>> [getattr(e, "text", None) or e.name for e in elements_of("{name} signed the {treaty}")]
    ['name', 'signed', 'treaty']
    """
    elements: list[Element] = []
    for at, piece in enumerate(_SLOT.split(wording)):
        if at % 2:
            elements.append(Slot(piece))
        else:
            words = [fold(token.text) for token in tokenize(piece)]
            for word in (w for w in words if w not in _PASSED):
                after_be = bool(elements) and isinstance(elements[-1], Word) and "be" in elements[-1].lemmas
                elements.append(Word(word, lemmas(word), bare=after_be and not is_participle(word)))
    return tuple(elements)


def _passive(elements: tuple[Element, ...]) -> tuple[Element, ...] | None:
    """Turn "{a} signed {b}" into "{b} was signed by {a}"."""
    from lemminflect import getInflection

    match elements:
        case (Slot() as agent, Word(text=verb), Slot() as patient):
            base = min((x for x in lemmas(verb) if getInflection(x, tag="VBN")), key=len, default=None)
            if base is None or base == "be":
                return None
            participle = getInflection(base, tag="VBN")[0]
            return (patient, _word("was"), _word(participle), _word("by"), agent)
    return None


def _genitive(elements: tuple[Element, ...]) -> tuple[Element, ...] | None:
    """Turn "{a} is the prime minister of {b}" into "{a} is {b}'s prime minister"."""
    for at in range(1, len(elements) - 1):
        of, owner = elements[at : at + 2]
        if isinstance(of, Word) and of.text == "of" and isinstance(owner, Slot):
            start = at
            while start and isinstance(elements[start - 1], Word) and not _ends_noun_phrase(elements[start - 1]):
                start -= 1
            bounded = start == 0 or _ends_noun_phrase(elements[start - 1])
            if start < at and bounded:
                return (*elements[:start], owner, *elements[start:at], *elements[at + 2 :])
    return None


def _ends_noun_phrase(element: Element) -> bool:
    return isinstance(element, Word) and bool(element.lemmas & _BEFORE_NOUNS)


def _word(text: str) -> Word:
    return Word(text, lemmas(text))


def _inverted(elements: tuple[Element, ...]) -> tuple[Element, ...] | None:
    """Turn "the warden of {a} is {b}" into "{b} is the warden of {a}"."""
    *before, verb, last = elements
    if isinstance(last, Slot) and isinstance(verb, Word) and "be" in verb.lemmas and before:
        return (last, verb, *before)
    return None


def measured(pattern: Pattern) -> Pattern | None:
    """Return a pattern without the words of its unit: "covers {area} square kilometres" takes square miles too."""
    unit = named_unit(pattern.relation.unit)
    for at, element in enumerate(pattern.elements):
        if unit and isinstance(element, Slot) and element.name == pattern.relation.value:
            words = _words_from(pattern.elements, at + 1)
            for length in range(len(words), 0, -1):
                if named_unit(" ".join(words[:length])) == unit:
                    rest = (*pattern.elements[: at + 1], *pattern.elements[at + 1 + length :])
                    return replace(pattern, elements=rest, measured=unit)
    return None


def _words_from(elements: tuple[Element, ...], start: int) -> list[str]:
    words: list[str] = []
    for element in elements[start : start + 2]:
        if not isinstance(element, Word):
            break
        words.append(element.text)
    return words


def _comparisons(relation: Relation) -> Iterator[str]:
    slots = (e.name for w in relation.wordings for e in elements_of(w) if isinstance(e, Slot))
    subject = next((name for name in slots if name != relation.value), None)
    return comparisons(relation, subject) if subject else iter(())
