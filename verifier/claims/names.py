"""The persons and organisations that an article names, by full name and where."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

_ACRONYM = re.compile(r"\b(?!US\b|UK\b|USA\b|UAE\b|DR\b|PM\b|CEO\b|AM\b)[A-Z]{2,6}\d?\b")
_PARTICLES = frozenset({"al", "bin", "de", "der", "di", "la", "van", "von", "el", "da", "dos", "du"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at [start, end) of the article."""

    start: int
    end: int
    name: str  # the fullest form that the article has


@dataclass(slots=True)
class Names:
    """Who is named where, in order of the text."""

    persons: list[Mention] = field(default_factory=list)
    organisations: list[Mention] = field(default_factory=list)

    def persons_in(self, start: int, end: int) -> list[Mention]:
        """Return the mentions of persons that begin in [start, end)."""
        return [m for m in self.persons if start <= m.start < end]

    def organisations_in(self, start: int, end: int) -> list[Mention]:
        """Return the mentions of organisations that begin in [start, end)."""
        return [m for m in self.organisations if start <= m.start < end]


def find_names(text: str, docs: Iterable[Any], known_persons: Iterable[str]) -> Names:
    """Collect names: persons by the recogniser, by their titles, or known to the corpus."""
    docs = list(docs)
    full = dict.fromkeys(name for name in known_persons if re.search(rf"\b{re.escape(name)}\b", text))
    full |= dict.fromkeys(_recognised(docs, "PER"))
    places = {e.text for doc in docs for e in doc.ents if e.label_ == "LOC"} - set(full)
    alone = {name for name in _single(docs) if name not in places}
    organisations = {*_recognised(docs, "ORG"), *_ACRONYM.findall(text)}
    return Names(
        sorted(_persons(text, list(full), alone), key=lambda m: m.start),
        sorted(_located(text, organisations), key=lambda m: m.start),
    )


def _recognised(docs: Iterable[Any], label: str) -> Iterator[str]:
    for doc in docs:
        for entity in doc.ents:
            if entity.label_ == label and len(entity.text.split()) >= 2:
                yield entity.text.removesuffix("’s").removesuffix("'s")


def _single(docs: Iterable[Any]) -> Iterator[str]:
    yield from (e.text for doc in docs for e in doc.ents if e.label_ == "PER" and len(e.text.split()) == 1)


def _persons(text: str, full: list[str], alone: set[str]) -> Iterator[Mention]:
    """Yield full names, and family names that only one full name of the article ends in."""
    families: dict[str, set[str]] = {}
    for name in full:
        families.setdefault(name.split()[-1], set()).add(name)
    taken: list[Mention] = []
    for name in sorted(full, key=len, reverse=True):
        for mention in _located(text, {name}):
            if not any(t.start < mention.end and mention.start < t.end for t in taken):
                taken.append(mention)
    for family, names in families.items():
        owner = next(iter(names)) if len(names) == 1 else ""
        if owner and family.lower() not in _PARTICLES:
            for mention in _located(text, {family}):
                if not any(t.start < mention.end and mention.start < t.end for t in taken):
                    taken.append(Mention(mention.start, mention.end, owner))
    for mention in _located(text, alone - set(families)):
        if not any(t.start < mention.end and mention.start < t.end for t in taken):
            taken.append(mention)
    yield from taken


def _located(text: str, names: Iterable[str]) -> Iterator[Mention]:
    for name in names:
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            yield Mention(match.start(), match.end(), name)
