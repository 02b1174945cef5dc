"""Typed cells of a table."""

from verifier.corpus.registry import Registry
from verifier.dates import parse_partial
from verifier.errors import CorpusError, DateError
from verifier.facts import Cell, ColumnType
from verifier.records import TimeSpan

_FLAGS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def split_names(text: str) -> list[str]:
    """Split 'A; B' at semicolons."""
    return [name.strip() for name in text.split(";") if name.strip()]


def read_cell(text: str, type_: ColumnType, kind: str, registry: Registry) -> Cell:
    """Read one cell.

    Raises:
        CorpusError: the text does not fit the type, or names an entity that no table has.
    """
    text = text.strip()
    if not text:
        return Cell()
    match type_:
        case ColumnType.NAME | ColumnType.NAMES:
            names = split_names(text) if type_ is ColumnType.NAMES else [text]
            return Cell(text=text, entities=tuple(registry.add(kind, [name]) for name in names))
        case ColumnType.REF | ColumnType.REFS:
            return Cell(text=text, entities=tuple(_references(text, type_, kind, registry)))
        case ColumnType.DATE:
            return Cell(text=text, time=_date(text))
        case ColumnType.NUMBER:
            return Cell(text=text, number=_number(text))
        case ColumnType.SERIES:
            return Cell(text=text, series=_series(text))
        case ColumnType.FLAG:
            return Cell(text=text, flag=_flag(text))
    return Cell(text=text)


def _references(text: str, type_: ColumnType, kind: str, registry: Registry) -> list[str]:
    single = type_ is ColumnType.REF
    parts = [text] if single else split_names(text) if ";" in text else text.split()
    if not single and registry.find(kind, text):
        parts = [text]
    found = []
    for part in parts:
        entity = registry.find(kind, part)
        if entity is None:
            raise CorpusError(f"'{part}' names no {kind}; add it to the table of that kind or mend the name")
        found.append(entity)
    return found


def _date(text: str) -> TimeSpan:
    try:
        return parse_partial(text)
    except DateError as error:
        raise CorpusError(str(error)) from error


def _number(text: str) -> float:
    try:
        return float(text.replace(",", ""))
    except ValueError as error:
        raise CorpusError(f"'{text}' is no number") from error


def _series(text: str) -> dict[int, float]:
    points = {}
    for point in text.split():
        year, _, value = point.partition(":")
        if not year.isdigit():
            raise CorpusError(f"'{point}' is no point of a series; write YEAR:NUMBER")
        points[int(year)] = _number(value)
    return points


def _flag(text: str) -> bool:
    if text.lower() not in _FLAGS:
        raise CorpusError(f"'{text}' is neither yes nor no")
    return _FLAGS[text.lower()]
