"""States table rows as sentences, and the sentences as passages."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta

from verifier.corpus.registry import slug
from verifier.dates import write_time
from verifier.facts import Cell, Entity, Nature, Relation, Row, Table
from verifier.records import Passage

_SLOT = re.compile(r"\{(\w+)\}")


def slots_of(text: str) -> list[str]:
    """Return the slots of a template in order.

    >>> slots_of("{name} signed {statute}.")
    ['name', 'statute']
    """
    return _SLOT.findall(text)


class Stater:
    """Fills sentence templates with the names and values of rows."""

    def __init__(self, entities: Mapping[str, Entity], constants: Mapping[str, str]) -> None:
        self._entities, self._constants = entities, constants

    def passages(self, table: Table) -> Iterator[Passage]:
        """Yield one passage for each row and relation that it states."""
        for row in table.rows:
            for relation in (r for r in table.relations if not r.derived):
                if (text := self._state(row, relation)) is not None:
                    yield self._passage(table, row, relation, text)

    def _state(self, row: Row, relation: Relation) -> str | None:
        template = relation.sentence
        if relation.holds and row.cells[relation.holds].flag is False:
            template = relation.denied_sentence or ""
        elif relation.nature is Nature.STATE and relation.ends and row.cells[relation.ends].time:
            template = relation.ended_sentence or relation.sentence
        needed = [*slots_of(template), *relation.requires]
        if not template or any(not self._text(row, slot) for slot in needed):
            return None
        return _SLOT.sub(lambda slot: self._text(row, slot[1]), template)

    def _text(self, row: Row, slot: str) -> str:
        if slot in self._constants:
            return self._entities[self._constants[slot]].names[0]
        return self._cell_text(row.cells.get(slot, Cell()))

    def _cell_text(self, cell: Cell) -> str:
        if cell.entities:
            return _listed([self._entities[entity].names[0] for entity in cell.entities])
        if cell.time:
            return write_time(cell.time)
        if cell.number is not None:
            return f"{cell.number:,.0f}" if cell.number == int(cell.number) else f"{cell.number:,}"
        if cell.series:
            year = max(cell.series)
            return f"{cell.series[year]:,.0f}"
        return cell.text

    def _passage(self, table: Table, row: Row, relation: Relation, text: str) -> Passage:
        known = row.cells.get(relation.at or relation.begins or "", Cell()).time
        end = row.cells.get(relation.ends or "", Cell()).time
        return Passage(
            id=f"{table.name}/{slug(row.key)}/{relation.name}#{row.line}",
            text=text,
            source=row.source,
            valid_from=known.first if known else None,
            valid_to=end.first - timedelta(days=1) if end else None,
            table=table.name,
            row=row.line,
            confirmed=row.confirmed,
        )


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
