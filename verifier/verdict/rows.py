"""Looks up the rows of a table that speak of the entities of a frame."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from verifier.facts import Corpus, Relation, Row, Table
from verifier.records import Passage
from verifier.verdict.comparisons import OTHER
from verifier.verdict.slots import column_of


class RowIndex:
    """Rows by entity, and the passages that state them."""

    def __init__(self, corpus: Corpus) -> None:
        self.tables: Mapping[str, Table] = {table.name: table for table in corpus.tables}
        self._rows: dict[tuple[str, str, str], set[int]] = defaultdict(set)
        for table in corpus.tables:
            for number, row in enumerate(table.rows):
                for column, cell in row.cells.items():
                    for entity in cell.entities:
                        self._rows[table.name, column, entity].add(number)
        self._passages: dict[tuple[str, int], list[Passage]] = defaultdict(list)
        for passage in corpus.stated:
            if passage.table and passage.row:
                self._passages[passage.table, passage.row].append(passage)

    def matching(self, relation: Relation, slots: Mapping[str, str]) -> list[Row]:
        """Return the rows that hold every slot's entity in its column and state the relation."""
        table = self.tables[relation.table]
        own = {slot: entity for slot, entity in slots.items() if not slot.endswith(OTHER)}
        found = [self._rows.get((table.name, column_of(s, table), e), set()) for s, e in own.items()]
        numbers = set.intersection(*found) if found else set()
        return [row for row in (table.rows[n] for n in sorted(numbers)) if states(row, relation)]

    def stating(self, relation: Relation) -> list[Row]:
        """Return all rows that state the relation."""
        return [row for row in self.tables[relation.table].rows if states(row, relation)]

    def entities(self, row: Row, relation: Relation, slot: str) -> tuple[str, ...]:
        """Return the entities that a row has in the column of a slot."""
        return row.cells[column_of(slot, self.tables[relation.table])].entities

    def roster(self, relation: Relation, slot: str) -> frozenset[str] | None:
        """Return all that a table has rows for, where it also lists those of whom the relation does not hold.

        Such a table says of whom one may ask: a list of all States leaves out territories, which are no States.
        """
        rows = self.tables[relation.table].rows
        if not relation.complete or all(states(row, relation) for row in rows):
            return None
        return frozenset(entity for row in rows for entity in self.entities(row, relation, slot))

    def about(self, relation: Relation, slot: str, entity: str) -> list[Row]:
        """Return the rows that speak of one entity."""
        return self.matching(relation, {slot: entity})

    def passages(self, relation: Relation, rows: list[Row]) -> tuple[Passage, ...]:
        """Return the sentences that state these rows for this relation."""
        return tuple(self._stating(relation, rows))

    def _stating(self, relation: Relation, rows: list[Row]) -> Iterator[Passage]:
        for row in rows:
            for passage in self._passages[relation.table, row.line]:
                if passage.id.split("/")[2].split("#")[0] == relation.name:
                    yield passage


def states(row: Row, relation: Relation) -> bool:
    """Say whether the row has every value that the relation needs."""
    needed = [*relation.requires, relation.at, relation.begins, relation.value, relation.holds]
    cells = [row.cells.get(column) for column in needed if column]
    return all(cell is not None and (cell.text or cell.time or cell.series) for cell in cells)
