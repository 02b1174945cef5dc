"""Splits reference documents into passages with title, source, date and place."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from verifier.blocks import blocks
from verifier.corpus.passages import cut
from verifier.errors import CorpusError, InputError
from verifier.extract.content import Content, day_of, unix_lines
from verifier.extract.docx import read_docx
from verifier.extract.markdown import read_markdown
from verifier.extract.page import read_page
from verifier.extract.pdf import read_pdf
from verifier.records import Passage

_DAY_IN_NAME = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_LEAVE_OUT = "or leave it out with `ignore` in corpus.toml"


def read_document(path: Path, name: str) -> list[Passage]:
    """Return the passages of one document; `text[start:end]` of its content is where each one stands.

    Raises:
        CorpusError: the format is not supported, or the file cannot be read; the message says how to mend it.
    """
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        return list(_records(path, name))
    if suffix not in READERS:
        raise CorpusError(f"{path}: cannot read {path.suffix} documents; use one of {', '.join(SUPPORTED)}")
    try:
        content = READERS[suffix](path)
    except InputError as error:
        raise CorpusError(f"{error}; {_LEAVE_OUT}") from error
    known = content.published or _day_in(path.stem)
    return [
        Passage(
            id=f"{name}#{number}",
            text=piece.text,
            title=content.title,
            source=content.title or name,
            url=content.url,
            valid_from=known,
            start=piece.start,
            end=piece.end,
        )
        for number, piece in enumerate(cut(content.text, markdown=suffix in _MARKDOWN), 1)
    ]


def _day_in(stem: str) -> date | None:
    match = _DAY_IN_NAME.search(stem)
    return day_of(match.group()) if match else None


def _text(path: Path) -> str:
    data = path.read_bytes()
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return unix_lines(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8; save the document as UTF-8") from error


def _plain(path: Path) -> Content:
    text = _text(path)
    first = next(blocks(text), None)
    title = text[first.start : first.end] if first is not None and first.reason == "headline" else None
    return Content(text, title)


_MARKDOWN = (".md", ".markdown")
READERS: Mapping[str, Callable[[Path], Content]] = {
    ".md": lambda path: read_markdown(_text(path)),
    ".markdown": lambda path: read_markdown(_text(path)),
    ".txt": _plain,
    ".html": lambda path: read_page(path.read_bytes(), str(path)),
    ".htm": lambda path: read_page(path.read_bytes(), str(path)),
    ".pdf": read_pdf,
    ".docx": read_docx,
}
SUPPORTED = (*READERS, ".jsonl")


def _records(path: Path, name: str) -> Iterator[Passage]:
    """Yield the passages of documents that stand one a line."""
    seen: set[str] = set()
    try:
        lines = _text(path).split("\n")
    except InputError as error:
        raise CorpusError(str(error)) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row = _row(line, f"{path}:{number}")
        own = str(row.get("id") or number)
        if own in seen:
            raise CorpusError(f"{path}:{number}: the id '{own}' came before; give each document its own")
        seen.add(own)
        yield from _of_row(row, f"{name}#{own}", name, f"{path}:{number}")


def _row(line: str, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise CorpusError(f"{place}: not JSON: {error}") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise CorpusError(f'{place}: write one object a line with a "text"')
    wrong = next((key for key in ("title", "source", "url") if not isinstance(row.get(key), str | None)), None)
    if wrong:
        raise CorpusError(f'{place}: "{wrong}" must be a text')
    return row


def _of_row(row: dict[str, Any], id_: str, name: str, place: str) -> Iterator[Passage]:
    stated = row.get("published") or row.get("date")
    known = day_of(stated) if stated else None
    if stated and known is None:
        raise CorpusError(f"{place}: published '{stated}' is not a date; write YYYY-MM-DD")
    for part, piece in enumerate(cut(row["text"], markdown=False), 1):
        yield Passage(
            id=f"{id_}.{part}",
            text=piece.text,
            title=row.get("title"),
            source=row.get("source") or row.get("title") or name,
            url=row.get("url"),
            valid_from=known,
            start=piece.start,
            end=piece.end,
        )
