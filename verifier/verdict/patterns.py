"""Wordings of the corpus compiled into sequences of words and slots."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lemminflect import getInflection

from verifier.facts import Nature, Relation
from verifier.text import fold, lemmas, tokenize
from verifier.units import named_unit, unit_at
from verifier.verdict.lexicon import ARTICLES

_SLOT = re.compile(r"\{(\w+\*?)\}")
RATIO = "ratio*"  # slot of a comparison's number; a star cannot occur in a column's name
_PASSED = ARTICLES | {",", ".", "'s"}  # a claim may have them or not
_BEFORE_NOUNS = frozenset({"be", "become", "as"})
OTHER = "*"  # suffix of the slot of a comparison's other side: {name} against {name*}


@dataclass(frozen=True, slots=True)
class Word:
    """A literal word; it matches every word that shares a lemma."""

    text: str
    lemmas: frozenset[str]


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
            for other in (_passive(elements), _genitive(elements)):
                if other is not None:
                    yield Pattern(relation, other, denial)
    if relation.nature is Nature.QUANTITY:
        yield from _measured(relation)
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
            elements += [Word(w, lemmas(w)) for w in words if w not in _PASSED]
    return tuple(elements)


def _passive(elements: tuple[Element, ...]) -> tuple[Element, ...] | None:
    """Turn "{a} signed {b}" into "{b} was signed by {a}"."""
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


def _measured(relation: Relation) -> Iterator[Pattern]:
    """Yield the wordings without the words of their unit: "covers {area} square kilometres" takes square miles too."""
    unit = named_unit(relation.unit)
    for wording in relation.wordings if unit and relation.value else ():
        before, slot, after = wording.partition("{" + str(relation.value) + "}")
        found = unit_at(after, 0)
        if unit and found and found[1] == unit:
            yield Pattern(relation, elements_of(before + slot + after[found[0] :]), denial=False, measured=unit)


def _comparisons(relation: Relation) -> Iterator[str]:
    ratio = f"{{{RATIO}}}"
    slots = (e.name for w in relation.wordings for e in elements_of(w) if isinstance(e, Slot))
    subject = next((name for name in slots if name != relation.value), None)
    other = f"{{{subject}{OTHER}}}"
    for noun in relation.sizes if subject else ():
        for verb in ("is", "has territory", "has area", "covers area"):
            yield f"{{{subject}}} {verb} {ratio} {noun} of {other}"
        yield f"{{{subject}}}'s {noun} is {ratio} that of {other}"
        yield f"{noun} of {{{subject}}} is {ratio} that of {other}"
    for adjective in ("large", "big") if subject and relation.sizes else ():
        yield f"{{{subject}}} is {ratio} as {adjective} as {other}"
        yield f"{{{subject}}} is {ratio} {adjective}r than {other}"
