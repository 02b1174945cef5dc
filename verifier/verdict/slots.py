"""Which entities may fill which slot of which relation."""

from collections import defaultdict
from collections.abc import Mapping

from verifier.facts import Corpus, Relation, Table
from verifier.verdict.mentions import ANYTHING
from verifier.verdict.patterns import OTHER


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
        self._kinds: Mapping[str, frozenset[str]] = {kind: frozenset(ids) for kind, ids in kinds.items()}

    def is_constant(self, slot: str) -> bool:
        """Say whether the slot stands for one declared thing, the same in every row."""
        return slot in self._constants

    def fitting(self, relation: Relation, slot: str, entities: frozenset[str]) -> frozenset[str]:
        """Return those of the entities that may fill the slot; what stands for anything fits where names vary."""
        if ANYTHING in entities:
            return frozenset() if slot in self._constants else frozenset({ANYTHING})
        return entities & self.accepted(relation, slot)

    def accepted(self, relation: Relation, slot: str) -> frozenset[str]:
        """Return the ids of the entities that may fill the slot."""
        if slot in self._constants:
            return frozenset({self._constants[slot]})
        table = self._tables[relation.table]
        kind = table.references.get(column_of(slot, table), "")
        return self._kinds.get(kind, frozenset())
