"""What a reference corpus declares and holds: entities, tables, rows and relations, typed.

`corpus/` reads these from a folder, `verdict/` reasons over them; neither knows the other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import overload

from verifier.records import Passage, TimeSpan


class ColumnType(StrEnum):
    """How a cell of a column is read."""

    TEXT = "text"
    NAME = "name"  # names an entity of this table's own kind
    NAMES = "names"  # several names, split at ';'
    REF = "ref"  # names an entity of another table
    REFS = "refs"  # several of them, split at ';' or spaces
    DATE = "date"  # ISO, whole or partial: 2024, 2024-05, 2024-05-16
    NUMBER = "number"
    SERIES = "series"  # numbers by year: "2019:3267673 2020:3327204"
    FLAG = "flag"  # yes or no


class Nature(StrEnum):
    """What a relation allows to conclude."""

    FUNCTIONAL = "functional"  # happens once a subject: another date refutes
    REPEATABLE = "repeatable"  # may happen again: another date refutes only in a complete list
    STATE = "state"  # holds over an interval of time
    ATTRIBUTE = "attribute"  # holds always, as far as the corpus goes
    QUANTITY = "quantity"  # a number at a date


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that claims name; `names[0]` is how reports call it."""

    id: str
    kind: str  # the table or [entities.<kind>] that declared it
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One typed value; the field that its column's type fills is set, the others are empty."""

    text: str = ""
    entities: tuple[str, ...] = ()  # entity ids: NAME, NAMES, REF, REFS
    time: TimeSpan | None = None  # DATE
    number: float | None = None  # NUMBER
    series: Mapping[int, float] = field(default_factory=dict)  # SERIES: year -> value
    flag: bool | None = None  # FLAG


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    line: int  # line number in the file, header = 1
    key: str  # text of the key column, unique enough for a passage id
    cells: Mapping[str, Cell]
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """What the rows of one table state, and in which words people claim it.

    Wordings are patterns such as "{name} signed {statute}": literal words are compared by lemma, a slot
    `{x}` is filled by an entity of column x, by a declared constant x, or by the number of a quantity.
    `denials` are wordings that say the opposite ("{person} missed {summit}").
    """

    name: str
    table: str
    nature: Nature
    wordings: tuple[str, ...]
    sentence: str  # how a row is stated: "{name} signed the Rome Statute on {signature_date}."
    denials: tuple[str, ...] = ()
    ended_sentence: str | None = None  # how a state that is over is stated: "... from {a} until {b}."
    denied_sentence: str | None = None  # how a row whose `holds` flag is no, or an absence, is stated
    descriptions: tuple[str, ...] = ()  # how texts refer to the row's key: "the {demonym} {office}"
    event: str | None = None  # what the descriptions stand for, where it is not the row's key: "{actor}'s war"
    at: str | None = None  # DATE column of an event
    until: str | None = None  # DATE column of an event's last day
    or_at: str | None = None  # DATE column of a second date that may be called the event's date
    begins: str | None = None  # DATE column where a state begins
    ends: str | None = None  # DATE column where a state ends: the first day on which it no longer holds
    value: str | None = None  # NUMBER or SERIES column of a quantity
    unit: str | None = None  # "people", "km2"
    sizes: tuple[str, ...] = ()  # nouns of ratios: "size", "area" in "three times the size of {name}"
    ranked: str | None = None  # FLAG column: superlatives put in order only the rows with yes
    holds: str | None = None  # FLAG column: the row states the relation when yes, its opposite when no
    requires: tuple[str, ...] = ()  # columns that must be filled for a row to state the relation
    complete: bool = False  # a subject of the universe without a row is known not to have it
    derived: bool = False  # made from the verbs of another relation, which states its rows
    universe: tuple[str, ...] = ()  # entity kinds whose members the complete list speaks of

    @property
    def id(self) -> str:
        """Name of the relation across the corpus."""
        return f"{self.table}.{self.name}"


@dataclass(frozen=True, slots=True)
class Table:
    """A typed table."""

    name: str
    title: str
    file: str
    columns: Mapping[str, ColumnType]
    references: Mapping[str, str]  # REF(S) column -> entity kind
    rows: tuple[Row, ...]
    relations: tuple[Relation, ...]


class Library(Sequence[Passage]):
    """All passages of a corpus, read when they are first asked for: a compiled corpus answers from its store."""

    def __init__(self, read: Callable[[], tuple[Sequence[Passage], Mapping[str, str]]]) -> None:
        self._read = read

    @cached_property
    def _found(self) -> tuple[Sequence[Passage], Mapping[str, str]]:
        return self._read()

    @property
    def repeats(self) -> Mapping[str, str]:
        """Ids of passages that were left out, each with the id of the passage that says the same."""
        return self._found[1]

    def __len__(self) -> int:
        return len(self._found[0])

    @overload
    def __getitem__(self, place: int) -> Passage: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Passage]: ...
    def __getitem__(self, place: int | slice) -> Passage | Sequence[Passage]:
        return self._found[0][place]

    def __iter__(self) -> Iterator[Passage]:
        return iter(self._found[0])


@dataclass(frozen=True, slots=True)
class Corpus:
    """A reference corpus, ready to search and to reason over."""

    name: str
    title: str
    as_of: date  # the corpus claims to be right up to this day
    licence: str
    hash: str  # of everything that was compiled
    entities: Mapping[str, Entity]
    constants: Mapping[str, str]  # slot name -> entity id, e.g. statute -> "the Rome Statute"
    tables: tuple[Table, ...]
    stated: tuple[Passage, ...]  # the passages that state rows of tables
    passages: Library  # these and the passages of documents
    store: str | None = None  # where the built passages lie, if not within the corpus: "s3://bucket/path"
