"""The shipped lexicon of relation phrases: which wordings mean the same as one that a corpus declares."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from verifier.facts import Nature, Relation
from verifier.verdict.patterns import Element, Pattern, Slot, Word, compile_patterns, elements_of, measured

_FILE = Path(__file__).parent / "phrases.toml"
_CHOICE = re.compile(r"\(([^()]*)\)")
_NAMED = re.compile(r"<(\w+)>")
_SUBJECT, _OBJECT = "s", "o"
Form = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One meaning, with all the ways to say it that the lexicon knows."""

    name: str
    natures: frozenset[Nature]
    anchors: tuple[Form, ...]
    same: tuple[Form, ...]
    opposite: tuple[Form, ...]


@cache
def lexicon() -> tuple[Phrase, ...]:
    """Return the shipped phrases, read once."""
    content = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    words: Mapping[str, str] = content["words"]
    return tuple(
        Phrase(
            name=entry["name"],
            natures=frozenset(Nature(nature) for nature in entry["natures"]),
            anchors=_forms(entry["anchors"], words),
            same=_forms(entry["same"], words),
            opposite=_forms(entry.get("opposite", ()), words),
        )
        for entry in content["phrase"]
    )


def _forms(texts: Sequence[str], words: Mapping[str, str]) -> tuple[Form, ...]:
    return tuple(dict.fromkeys(elements_of(form) for text in texts for form in choices(text, words)))


def choices(text: str, words: Mapping[str, str]) -> Iterator[str]:
    """Yield the texts that a phrase with choices stands for.

    >>> list(choices("{s} (left|quit) {o}", {}))
    ['{s} left {o}', '{s} quit {o}']
    """
    plain = _NAMED.sub(lambda name: f"({words[name[1]]})", text)
    innermost = _CHOICE.search(plain)
    if innermost is None:
        yield plain
        return
    for option in innermost[1].split("|"):
        yield from choices(plain[: innermost.start()] + option + plain[innermost.end() :], words)


def patterns_of(relation: Relation) -> Iterator[Pattern]:
    """Yield the patterns of a relation: those that it declares, then those that the lexicon adds."""
    declared = list(compile_patterns(relation))
    forms = [pattern.elements for pattern in declared if not pattern.denial]
    for pattern in (*declared, *said_otherwise(relation, forms)):
        yield pattern
        if (with_unit := measured(pattern)) is not None:
            yield with_unit


def said_otherwise(relation: Relation, declared: Sequence[Form]) -> Iterator[Pattern]:
    """Yield the patterns that the lexicon adds to the wordings that a relation declares."""
    known = set(declared)
    for phrase in lexicon():
        if relation.nature not in phrase.natures:
            continue
        for bound in _bindings(phrase, declared):
            for denial, forms in ((False, phrase.same), (True, phrase.opposite)):
                for form in (_filled(form, bound) for form in forms):
                    if form not in known:
                        known.add(form)
                        yield Pattern(relation, form, denial, declared=False)


def _bindings(phrase: Phrase, declared: Sequence[Form]) -> list[Mapping[str, Form]]:
    found = [bound for anchor in phrase.anchors for form in declared if (bound := unify(anchor, form)) is not None]
    return [bound for at, bound in enumerate(found) if bound not in found[:at]]


def unify(anchor: Form, form: Form) -> Mapping[str, Form] | None:
    """Return what {s} and {o} of an anchor stand for in a wording; None when the wording says something else."""
    if not anchor:
        return None if form else {}
    if not form:
        return None
    head, rest = anchor[0], anchor[1:]
    if isinstance(head, Slot):
        longest = 1 if head.name == _SUBJECT else len(form) - len(rest)
        for length in range(longest, 0, -1):
            taken = form[:length]
            if head.name == _SUBJECT and not isinstance(taken[0], Slot):
                return None
            if (found := unify(rest, form[length:])) is not None:
                return {**found, head.name: taken}
        return None
    other = form[0]
    same = isinstance(other, Word) and isinstance(head, Word) and bool(head.lemmas & other.lemmas)
    return unify(rest, form[1:]) if same else None


def _filled(form: Form, bound: Mapping[str, Form]) -> Form:
    return tuple(
        piece for element in form for piece in (bound[element.name] if isinstance(element, Slot) else (element,))
    )
