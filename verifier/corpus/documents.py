"""Splits reference documents into passages with title, source and place."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from verifier.errors import CorpusError
from verifier.records import Passage

SUPPORTED = (".md", ".txt", ".html", ".htm", ".jsonl")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|art|arts|Art|vs|cf|e\.g|i\.e|U\.S|U\.N)\.$")
_LONGEST = 400  # characters of a passage; short premises suit NLI models


def read_document(path: Path, name: str) -> Iterator[Passage]:
    """Yield the passages of one document.

    Raises:
        CorpusError: the format is not supported, or the file is no UTF-8.
    """
    if path.suffix not in SUPPORTED:
        raise CorpusError(f"{path}: cannot read {path.suffix} documents; use one of {', '.join(SUPPORTED)}")
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: not UTF-8; save the document as UTF-8") from error
    if path.suffix == ".jsonl":
        yield from _records(path, text, name)
        return
    title, blocks = _html(text) if path.suffix in (".html", ".htm") else _plain(text)
    pieces = [piece for block in blocks for piece in chunks(block)]
    for number, piece in enumerate(pieces, 1):
        yield Passage(id=f"{name}#{number}", text=piece, title=title, source=title or name)


def _records(path: Path, text: str, name: str) -> Iterator[Passage]:
    for number, line in enumerate(text.splitlines(), 1):
        try:
            row = json.loads(line) if line.strip() else None
        except json.JSONDecodeError as error:
            raise CorpusError(f"{path}:{number}: not JSON: {error}") from error
        if row is None:
            continue
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise CorpusError(f'{path}:{number}: write one object a line with a "text"')
        for part, piece in enumerate(chunks(row["text"]), 1):
            source = row.get("source") or row.get("title") or name
            yield Passage(
                id=f"{name}#{row.get('id', number)}.{part}",
                text=piece,
                title=row.get("title"),
                source=source,
                url=row.get("url"),
                valid_from=row.get("published"),
            )


def _plain(text: str) -> tuple[str | None, list[str]]:
    title = next((line.lstrip("# ").strip() for line in text.splitlines() if line.startswith("# ")), None)
    blocks = [block for block in re.split(r"\n\s*\n", text) if not block.lstrip().startswith("#")]
    return title, [re.sub(r"\s+", " ", block).strip() for block in blocks if block.strip()]


def _html(text: str) -> tuple[str | None, list[str]]:
    import trafilatura

    found = trafilatura.bare_extraction(text, with_metadata=True)
    if found is None:
        return None, []
    title = getattr(found, "title", None)
    body = getattr(found, "text", None) or ""
    return title, [block.strip() for block in body.split("\n") if block.strip()]


def sentences(block: str) -> list[str]:
    """Split a paragraph into sentences; abbreviations and initials do not end one."""
    parts: list[str] = []
    for piece in _SENTENCE_END.split(block):
        if parts and _ABBREVIATION.search(parts[-1]):
            parts[-1] += " " + piece
        else:
            parts.append(piece)
    return parts


def chunks(block: str) -> Iterator[str]:
    """Join sentences up to a length that NLI models read well."""
    current = ""
    for sentence in sentences(block):
        if current and len(current) + len(sentence) > _LONGEST:
            yield current
            current = ""
        current = f"{current} {sentence}".strip()
    if current:
        yield current
