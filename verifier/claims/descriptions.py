"""Descriptions that the corpus knows: "the Russian leader", "the Asian country", and for whom they stood when."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from verifier.facts import Corpus, Relation, Row
from verifier.records import TimeSpan
from verifier.text import fold

_SLOT = re.compile(r"\{(\w+)\}")
_MOST_FORMS = 60  # aliases of one row combined; more would be noise


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a description stands for, from `first` until before `until`."""

    name: str
    first: date | None
    until: date | None
    parties: tuple[str, ...] = ()  # who must be named nearby, for descriptions that name nobody

    def holds(self, day: date | None) -> bool:
        """Say whether it stood for them on a day; without a day only what always holds does."""
        if day is None:
            return self.first is None and self.until is None
        return (self.first is None or self.first <= day) and (self.until is None or day < self.until)


class Descriptions:
    """All descriptions of a corpus, folded."""

    def __init__(self, corpus: Corpus | None) -> None:
        self._referents: dict[str, list[Referent]] = {}
        self.persons: tuple[str, ...] = ()
        if corpus is not None:
            self.persons = tuple(e.names[0] for e in corpus.entities.values() if e.kind == "person")
            for phrase, referent in _all(corpus):
                self._referents.setdefault(fold(phrase), []).append(referent)
        self.longest = max((len(phrase.split()) for phrase in self._referents), default=0)

    def referents(self, phrase: str, day: date | None, nearby: str) -> list[str]:
        """Return the names that a description stands for on a day, in a text that names its parties."""
        found = [r for r in self._referents.get(fold(phrase), ()) if r.holds(day)]
        named = [r for r in found if all(_stem(party) in nearby for party in r.parties)]
        return list(dict.fromkeys(referent.name for referent in named))


def _all(corpus: Corpus) -> Iterator[tuple[str, Referent]]:
    for table in corpus.tables:
        for relation in table.relations:
            for row in table.rows if relation.descriptions else ():
                yield from _of_row(corpus, relation, row)


def _of_row(corpus: Corpus, relation: Relation, row: Row) -> Iterator[tuple[str, Referent]]:
    if relation.event:
        parties = {slot: _forms(corpus, row, slot)[:1] for slot in _SLOT.findall(relation.event)}
        name = next(iter(_written(relation.event, parties.values())), "")
        referent = Referent(name, None, None, tuple(n for names in parties.values() for n in names))
        yield from ((description, referent) for description in relation.descriptions if name)
        return
    name = _subject(corpus, row)
    begins, ends = _time(row, relation.begins), _time(row, relation.ends)
    referent = Referent(name, begins.first if begins else None, ends.first if ends else None)
    for pattern in relation.descriptions:
        forms = [_forms(corpus, row, slot) for slot in _SLOT.findall(pattern)]
        yield from ((words, referent) for words in _written(pattern, forms))


def _written(pattern: str, forms: Iterable[list[str]]) -> Iterator[str]:
    for values in _combined(list(forms)):
        yield _SLOT.sub("{}", pattern).format(*values)


def _stem(name: str) -> str:
    """Return the beginning that a country and its adjective share: "Ukrai", "Russi"."""
    return name[: max(4, len(name) - 2)]


def _time(row: Row, column: str | None) -> TimeSpan | None:
    cell = row.cells.get(column) if column else None
    return cell.time if cell else None


def _subject(corpus: Corpus, row: Row) -> str:
    """Return the name of the entity that the row is about: the first that it names."""
    ids = next((cell.entities for cell in row.cells.values() if cell.entities), ())
    return corpus.entities[ids[0]].names[0] if ids else row.key


def _forms(corpus: Corpus, row: Row, column: str) -> list[str]:
    cell = row.cells.get(column)
    if cell is None:
        return []
    if not cell.entities:
        return [cell.text] if cell.text else []
    return [name for entity in cell.entities for name in corpus.entities[entity].names]


def _combined(forms: list[list[str]]) -> Iterable[tuple[str, ...]]:
    if not all(forms):
        return ()
    combined = list(product(*forms))
    return combined if len(combined) <= _MOST_FORMS else combined[:_MOST_FORMS]
