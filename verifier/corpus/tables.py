"""Reads tables: rows of CSV or JSON Lines, typed by their declaration."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.process import extractOne

from verifier.corpus.cells import read_cell, split_names
from verifier.corpus.registry import Registry
from verifier.corpus.settings import RelationSettings, TableSettings, line_of
from verifier.corpus.statements import slots_of
from verifier.corpus.verbs import with_events
from verifier.errors import CorpusError
from verifier.facts import Cell, ColumnType, Relation, Row, Table

RawRow = tuple[int, dict[str, str]]  # line number, column -> text


def read_rows(path: Path) -> list[RawRow]:
    """Read the rows of a table with their line numbers.

    Raises:
        CorpusError: the file is missing, is no UTF-8, or a line does not fit the header.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise CorpusError(f"{path}: no such file; mend `file` in corpus.toml") from error
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: not UTF-8; save the table as UTF-8") from error
    reader = _json_lines if path.suffix == ".jsonl" else _csv_lines
    return list(reader(path, text))


def _csv_lines(path: Path, text: str) -> Iterator[RawRow]:
    first = text.partition("\n")[0]
    divider = next((mark for mark in ",;\t" if mark in first), ",")
    lines = csv.reader(text.splitlines(keepends=True), delimiter=divider)
    header = next(lines, [])
    for values in lines:
        if len(values) not in (0, len(header)):
            raise CorpusError(f"{path}:{lines.line_num}: {len(values)} cells, the header has {len(header)}")
        if values:
            yield lines.line_num, dict(zip(header, values, strict=True))


def _json_lines(path: Path, text: str) -> Iterator[RawRow]:
    for number, line in enumerate(text.splitlines(), 1):
        try:
            row = json.loads(line) if line.strip() else None
        except json.JSONDecodeError as error:
            raise CorpusError(f"{path}:{number}: not JSON: {error}") from error
        if row is not None and not isinstance(row, dict):
            raise CorpusError(f'{path}:{number}: not an object; write {{"column": "value"}}')
        if row:
            yield number, {key: "" if value is None else str(value) for key, value in row.items()}


class TableReader:
    """Reads one declared table; problems are gathered, so that all are told at once."""

    def __init__(self, folder: Path, settings: TableSettings, registry: Registry) -> None:
        self.settings, self.problems = settings, list[str]()
        self._folder, self._registry = folder, registry
        self.kind = settings.kind or settings.name
        self._raw = [(line, self._renamed(row)) for line, row in read_rows(folder / settings.file)]
        self._names = list(dict.fromkeys(name for _, row in self._raw for name in row))
        self.columns, self.references = self._types()

    def register(self) -> None:
        """Make the table's own entities known, before any table refers to them."""
        for _, row in self._raw:
            if key := row.get(self.settings.key, "").strip():
                names = [name for column in self.settings.aliases for name in split_names(row.get(column, ""))]
                self._registry.add(self.kind, [key, *names])

    def read(self, constants: dict[str, str]) -> Table:
        """Return the typed table."""
        settings = self.settings
        relations = with_events(tuple(self._relation(relation, constants) for relation in settings.relation))
        rows = tuple(self._row(line, row) for line, row in self._raw)
        return Table(settings.name, settings.title, settings.file, self.columns, self.references, rows, relations)

    def _renamed(self, row: dict[str, str]) -> dict[str, str]:
        """Return a row under the names that corpus.toml gives to headers."""
        names = {header: name for name, header in self.settings.headers.items()}
        return {names.get(header, header): text for header, text in row.items()}

    def _types(self) -> tuple[dict[str, ColumnType], dict[str, str]]:
        settings = self.settings
        columns = dict.fromkeys(self._names, ColumnType.TEXT)
        references = {settings.key: self.kind}
        used = [settings.key, *settings.aliases, *settings.source, *settings.columns]
        for name in [*used, *([settings.confirmed] if settings.confirmed else [])]:
            self._known(name)
        columns[settings.key] = ColumnType.NAME
        for name, declared in settings.columns.items():
            type_, _, kind = declared.partition(" ")
            if type_ not in set(ColumnType):
                self._problem(declared, f"column {name} has unknown type '{type_}'", list(ColumnType), type_)
                continue
            columns[name] = ColumnType(type_)
            if type_ in ("ref", "refs", "name", "names"):
                references[name] = kind or self.kind
        return columns, references

    def _known(self, name: str) -> None:
        if name not in self._names:
            self._problem(name, f"{self.settings.file} has no column '{name}'", self._names, name)

    def _problem(self, word: str, text: str, choices: list[str], wrong: str) -> None:
        near = extractOne(wrong, choices, score_cutoff=60)
        hint = f"; did you mean '{near[0]}'?" if near else f"; it has: {', '.join(choices)}"
        place = f"{self._folder / 'corpus.toml'}:{line_of(self._folder, word)}"
        self.problems.append(f"{place}: table {self.settings.name}: {text}{hint}")

    def _relation(self, settings: RelationSettings, constants: dict[str, str]) -> Relation:
        dates = (settings.at, settings.until, settings.or_at, settings.begins, settings.ends)
        for column in (*dates, settings.value, settings.holds, *settings.requires):
            if column is not None:
                self._known(column)
        sentences = [
            settings.sentence,
            settings.ended_sentence or "",
            settings.denied_sentence or "",
            settings.event or "",
        ]
        for text in (*sentences, *settings.wordings, *settings.denials, *settings.descriptions):
            for slot in slots_of(text):
                if slot not in constants and slot not in self._names:
                    self._known(slot.rstrip("0123456789"))
        fields = settings.model_dump()
        return Relation(table=self.settings.name, **fields)

    def _row(self, line: int, row: dict[str, str]) -> Row:
        settings = self.settings
        cells = {name: self._cell(line, name, row.get(name, "")) for name in self.columns}
        sources = [row.get(column, "").strip() for column in settings.source]
        source = "; ".join(source for source in sources if source) or settings.source_text or settings.title
        confirmed = row.get(settings.confirmed or "", "").strip().lower() != "no"
        return Row(line, self._key_name(row), cells, source, confirmed)

    def _key_name(self, row: dict[str, str]) -> str:
        """Return the canonical name of the entity that the row is about, else the cell as it stands."""
        key = row.get(self.settings.key, "").strip()
        entity = self._registry.find(self.kind, key)
        return self._registry.name(entity) if entity else key

    def _cell(self, line: int, column: str, text: str) -> Cell:
        try:
            return read_cell(text, self.columns[column], self.references.get(column, ""), self._registry)
        except CorpusError as error:
            self.problems.append(f"{self._folder / self.settings.file}:{line}: {column}: {error}")
            return Cell()
