"""Writes a first corpus.toml from the CSV files of a folder: it loads as it is, and says what to look at."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from verifier.corpus.documents import SUPPORTED
from verifier.corpus.guesses import Column, columns_of, key_of
from verifier.corpus.registry import slug
from verifier.corpus.sentences import Draft, drafts
from verifier.corpus.tables import read_rows
from verifier.errors import CorpusError, InputError
from verifier.text import fold

_ALIASES = frozenset(
    {"aliases", "alias", "aka", "also known as", "other names", "short name", "acronym", "abbreviation"}
)
_SOURCES = frozenset({"source", "sources", "reference", "references", "url", "link"})
_HEAD = """\
# A reference corpus, drafted from the tables that lie here. Everything below was guessed from the cells: read it,
# mend what is wrong, then run: verifier corpus build FOLDER
# All documents of the folder belong to it too (md, txt, html, pdf, docx, jsonl); ignore = ["pattern"] leaves some out.

name = {name}
title = {title}
as_of = {day}  # the day up to which the corpus claims to be right; here: when its newest file was changed
licence = "not stated"
"""
_COMPLETE = "# complete = true  # only if the table lists all there are: whoever is missing is then known not to be one"


@dataclass(frozen=True, slots=True)
class Sketch:
    """A table as guessed."""

    name: str
    file: str
    rows: int
    columns: tuple[Column, ...]
    key: Column
    unique: bool


@dataclass(frozen=True, slots=True)
class Start:
    """What was written: the text, the tables in it, and the files left out with the reason."""

    text: str
    tables: tuple[Sketch, ...]
    left_out: tuple[str, ...]


def start_corpus(folder: Path) -> Start:
    """Return a corpus.toml for a folder of CSV files.

    Raises:
        InputError: the folder does not exist or already has a corpus.toml.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; give the folder where the CSV files lie")
    if (folder / "corpus.toml").exists():
        raise InputError(f"{folder / 'corpus.toml'} exists already; edit it, or delete it to have it drafted anew")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    paths = [path for path in files if path.suffix.lower() == ".csv"]
    if not any(path.suffix.lower() in (".csv", *SUPPORTED) for path in files):
        raise InputError(f"{folder}: neither a CSV file nor a document ({', '.join(SUPPORTED)}); put your data there")
    sketches: list[Sketch] = []
    left_out: list[str] = []
    for path in paths:
        try:
            sketches.append(_sketch(path, folder, {sketch.name for sketch in sketches}))
        except CorpusError as error:
            left_out.append(str(error))
    linked = tuple(_with_references(sketch, sketches) for sketch in sketches)
    return Start(_text(folder, paths, linked, left_out), linked, tuple(left_out))


def _sketch(path: Path, folder: Path, taken: set[str]) -> Sketch:
    rows = [row for _, row in read_rows(path)]
    if not rows:
        raise CorpusError(f"{path}: no rows")
    columns = columns_of(rows)
    if not columns:
        raise CorpusError(f"{path}: no header; write the names of the columns into the first line")
    key, unique = key_of(columns, len(rows))
    if not key.values:
        raise CorpusError(f"{path}: no cell is filled")
    name = slug(path.stem).replace("-", "_") or "table"
    name = next(n for n in (name, *(f"{name}_{number}" for number in range(2, 10_000))) if n not in taken)
    return Sketch(name, path.relative_to(folder).as_posix(), len(rows), tuple(columns), key, unique)


def _with_references(sketch: Sketch, others: Sequence[Sketch]) -> Sketch:
    """Let a column refer to another table where each of its cells is a name of that table."""
    names = {
        other.name: {fold(v) for v in other.key.values} for other in others if other.unique and other is not sketch
    }
    columns = tuple(_referring(column, names) if column is not sketch.key else column for column in sketch.columns)
    return replace(sketch, columns=columns)


def _referring(column: Column, names: Mapping[str, set[str]]) -> Column:
    values = {fold(value) for value in column.values}
    if column.type != "text" or column.words in _SOURCES | _ALIASES or len(values) < 2:
        return column
    kind = next((kind for kind, known in names.items() if values <= known), None)
    return replace(column, type=f"ref {kind}") if kind else column


def _text(folder: Path, paths: Sequence[Path], sketches: Sequence[Sketch], left_out: Sequence[str]) -> str:
    newest = max((path.stat().st_mtime for path in paths), default=folder.stat().st_mtime)
    name = folder.resolve().name or "corpus"
    head = _HEAD.format(name=_quoted(name), title=_quoted(name), day=date.fromtimestamp(newest))
    reasons = [f"\n# Left out, mend it to use it: {' '.join(reason.split())}" for reason in left_out]
    return "\n".join([head + "".join(reasons), *(line for sketch in sketches for line in _table(sketch))]) + "\n"


def _table(sketch: Sketch) -> Iterator[str]:
    kind = "each row has its own" if sketch.unique else "several rows may have the same"
    yield f"\n[[table]]\nname = {_quoted(sketch.name)}\nfile = {_quoted(sketch.file)}"
    yield f"key = {_quoted(sketch.key.name)}  # the column that names what a row is about; {kind}"
    for entry, words in (("aliases", _ALIASES), ("source", _SOURCES)):
        if found := [c.name for c in sketch.columns if c.words in words and c is not sketch.key]:
            yield f"{entry} = {_list(found)}"
    confirmed = [c.name for c in sketch.columns if c.words == "confirmed" and c.type == "flag"]
    if confirmed:
        yield f"confirmed = {_quoted(confirmed[0])}  # rows that say no are shown as unconfirmed"
    if renamed := [c for c in sketch.columns if c.name != c.header]:
        pairs = ", ".join(f"{_quoted(c.name)} = {_quoted(c.header)}" for c in renamed)
        yield f"headers = {{ {pairs} }}  # name used here = header in the file"
    if typed := [c for c in sketch.columns if c.type != "text" and c is not sketch.key]:
        yield f"columns = {{ {', '.join(f'{_quoted(c.name)} = {_quoted(c.type)}' for c in typed)} }}"
    yield from (f"# {c.name}: {' '.join(c.note.split())}" for c in sketch.columns if c.note)
    used = [c for c in sketch.columns if c.words not in _ALIASES | _SOURCES and c.name not in confirmed]
    for draft in drafts(sketch.name, sketch.key, sketch.unique, used):
        yield from _relation(draft)


def _relation(draft: Draft) -> Iterator[str]:
    yield f"\n[[table.relation]]\nname = {_quoted(draft.name)}\nnature = {_quoted(draft.nature)}"
    yield from (f"{key} = {_quoted(value)}" for key, value in draft.entries.items())
    yield f"sentence = {_quoted(draft.sentence)}"
    if draft.wordings:
        yield f"wordings = {_list(draft.wordings)}  # how claims say it; add more"
    if draft.name == "listed":
        yield _COMPLETE


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"
