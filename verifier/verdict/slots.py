"""Which entities may fill which slot of which relation."""

from collections import defaultdict
from collections.abc import Mapping

from verifier.facts import ColumnType, Corpus, Relation, Table
from verifier.verdict.comparisons import OTHER
from verifier.verdict.mentions import ANYTHING

DEMONYM = "demonym"  # kind of a column whose names are adjectives of the row's key


def column_of(slot: str, table: Table) -> str:
    """Return the column that a slot stands for: "borders2" and "name*" are second members of a column."""
    return slot if slot in table.columns else slot.rstrip("0123456789" + OTHER)


class SlotTypes:
    """Looks up the entities that a slot accepts: a constant, or those of its column's kind."""

    def __init__(self, corpus: Corpus) -> None:
        self._constants = corpus.constants
        self._tables = {table.name: table for table in corpus.tables}
        kinds: dict[str, set[str]] = defaultdict(set)
        for entity in corpus.entities.values():
            kinds[entity.kind].add(entity.id)
        self._demonyms = _demonyms(corpus)
        self._kinds: Mapping[str, frozenset[str]] = {kind: frozenset(ids) for kind, ids in kinds.items()}

    def is_constant(self, slot: str) -> bool:
        """Say whether the slot stands for one declared thing, the same in every row."""
        return slot in self._constants

    def fitting(self, relation: Relation, slot: str, entities: frozenset[str]) -> frozenset[str]:
        """Return those of the entities that may fill the slot; what stands for anything fits where names vary."""
        if ANYTHING in entities:
            return frozenset() if slot in self._constants else frozenset({ANYTHING})
        return entities & self.accepted(relation, slot)

    def by_demonym(self, relation: Relation, slot: str, entities: frozenset[str]) -> frozenset[str]:
        """Return what demonyms before a noun stand for, as far as it may fill the slot: "the Mongolian capital"."""
        meant = (self._demonyms.get(entity, frozenset()) for entity in entities)
        return frozenset[str]().union(*meant) & self.accepted(relation, slot)

    def accepted(self, relation: Relation, slot: str) -> frozenset[str]:
        """Return the ids of the entities that may fill the slot."""
        if slot in self._constants:
            return frozenset({self._constants[slot]})
        table = self._tables[relation.table]
        kind = table.references.get(column_of(slot, table), "")
        return self._kinds.get(kind, frozenset())


def _demonyms(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    """Return what each demonym stands for: the keys of its rows in the first table of their kind."""
    found: dict[str, set[str]] = defaultdict(set)
    homes: dict[str, str] = {}
    for table in corpus.tables:
        key = next((name for name, type_ in table.columns.items() if type_ is ColumnType.NAME), None)
        if key is None or homes.setdefault(table.references.get(key, ""), table.name) != table.name:
            continue
        columns = [name for name, kind in table.references.items() if kind == DEMONYM]
        for row in table.rows:
            for entity in (e for column in columns for e in row.cells[column].entities):
                found[entity] |= set(row.cells[key].entities)
    return {entity: frozenset(meant) for entity, meant in found.items()}
