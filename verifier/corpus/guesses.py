"""Guesses what the columns of a table hold; a guess is made only where every cell fits it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from verifier.corpus.registry import slug
from verifier.dates import parse_partial
from verifier.errors import DateError
from verifier.text import fold, lemmas

_NUMBER = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
_SERIES = re.compile(r"\d{4}:[\d.]+(?: \d{4}:[\d.]+)*")
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_OTHER_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.? [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}")
_FLAGS = frozenset({"yes", "no", "true", "false"})
_OF_TIME = frozenset(
    "year date day time when since from until to start begin end join leave found establish bear die sign ratify "
    "accede release launch open close publish enter withdraw win elect appoint create build inaugurate retire".split()
)
_NAMING = ("name", "title", "label")
_CODES = ("id", "code", "iso", "iso2", "iso3", "key", "no", "nr", "number", "index", "url", "link", "source", "notes")
_LONG = 60  # characters from which a cell is a text of its own


@dataclass(frozen=True, slots=True)
class Column:
    """One column with what its cells allow to say of it."""

    header: str  # as it stands in the file
    name: str  # as corpus.toml calls it, fit to be a slot
    type: str  # one of facts.ColumnType, or "ref KIND"
    values: tuple[str, ...]  # the cells that are not empty
    note: str = ""  # why it is no more than a text

    @property
    def words(self) -> str:
        """How a sentence calls it."""
        return re.sub(r"[_\W]+", " ", self.header).strip().lower()

    @property
    def long(self) -> bool:
        """Whether its cells are sentences rather than names."""
        return self.type == "text" and sum(map(len, self.values)) > _LONG * max(1, len(self.values))


def columns_of(rows: Sequence[Mapping[str, str]]) -> list[Column]:
    """Return the columns of a table, those without a header left out."""
    taken: dict[str, int] = {}
    found = []
    for header in (header for header in rows[0] if header.strip()):
        values = tuple(cell for row in rows if (cell := row[header].strip()))
        name = header if re.fullmatch(r"\w*[^\W\d]", header) else slug(header).replace("-", "_").strip("0123456789_")
        name = name or "column"
        taken[name] = taken.get(name, 0) + 1
        name += "_" + "abcdefghijklmnopqrstuvwxyz"[taken[name] - 2] if 1 < taken[name] < 28 else ""
        type_, note = guess(header, values)
        found.append(Column(header, name, type_, values, note))
    return found


def guess(header: str, values: Sequence[str]) -> tuple[str, str]:
    """Return the type of a column, and a remark where its cells nearly have another.

    >>> guess("joined", ["2004", "2013-07-01"]), guess("population", ["1,300,000", "2013"])
    (('date', ''), ('number', ''))
    """
    if not values:
        return "text", "no cell is filled"
    if all(_YEAR.fullmatch(value) for value in values):
        return ("date", "") if _of_time(header) else ("number", "")
    for type_, fits in _TESTS.items():
        if all(map(fits, values)):
            return type_, ""
    for type_, fits in _TESTS.items():
        misfits = [value for value in values if not fits(value)]
        if len(misfits) <= len(values) // 2:
            return "text", f"read as text, because '{misfits[0][:40]}' is no {type_}"
    if _OTHER_DATE.match(values[0]):
        return "text", "write dates as YYYY-MM-DD to have them compared"
    return "text", ""


def _of_time(header: str) -> bool:
    words = re.findall(r"[a-z]+", fold(header))
    return any(lemmas(word) & _OF_TIME for word in words)


def _is_date(value: str) -> bool:
    try:
        parse_partial(value)
    except DateError:
        return False
    return True


_TESTS: Mapping[str, Callable[[str], bool]] = {
    "flag": lambda value: value.lower() in _FLAGS,
    "date": lambda value: ("-" in value and _is_date(value)) or bool(_YEAR.fullmatch(value)),
    "number": lambda value: bool(_NUMBER.fullmatch(value)),
    "series": lambda value: bool(_SERIES.fullmatch(value)),
}


def key_of(columns: Sequence[Column], rows: int) -> tuple[Column, bool]:
    """Return the column that names what a row is about, and whether each row has a name of its own."""
    texts = [column for column in columns if column.type == "text" and column.values] or list(columns)
    ranked = sorted(texts, key=lambda column: (_is_code(column), column.long, not _names(column)))
    for column in [column for column in ranked if not column.long] or ranked:
        if len({fold(value) for value in column.values}) == rows:
            return column, True
    return ranked[0], False


def _names(column: Column) -> bool:
    return any(word in _NAMING for word in column.words.split())


def _is_code(column: Column) -> bool:
    return any(word in _CODES for word in column.words.split())
