"""From paths to articles; what cannot be read becomes a failure, and the others go on."""

import hashlib
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from verifier.articles.datelines import stated_day
from verifier.articles.decode import decode, read_text
from verifier.articles.formats import SUPPORTED, read_content, read_plain
from verifier.articles.lines import read_line
from verifier.errors import ArticleError, InputError
from verifier.records import Article, Failure

STDIN = "-"


def find_files(paths: Sequence[str]) -> list[str]:
    """Return the files that paths name: files, what lies in folders, and "-" for standard input, in order.

    Raises:
        InputError: a path does not exist, or a folder holds no article.
    """
    return [file for path in paths for file in _files(path)]


def read_articles(files: Sequence[str], published: date | None) -> Iterator[Article | Failure]:
    """Yield the articles of files, JSON Lines files and "-" (standard input), in order, read when they are asked for.

    Args:
        files: as `find_files` gives them.
        published: publication date of articles that state none as their format does; before what a dateline says.
    """
    return _unique(_read_all(files, published))


def _files(path: str) -> list[str]:
    if path == STDIN:
        return [path]
    place = Path(path)
    if place.is_file():
        return [path]
    if not place.is_dir():
        raise InputError(f"{path}: no such file or folder; give an article, a folder of articles, or - for stdin")
    known = {*SUPPORTED, ".jsonl"}
    found = sorted(str(p) for p in place.rglob("*") if p.suffix.lower() in known and not _aside(p, place))
    if not found:
        raise InputError(f"{path}: no articles in this folder; expected files ending in {', '.join(sorted(known))}")
    return found


def _aside(path: Path, folder: Path) -> bool:
    """Say whether a file is hidden, or what Word leaves beside an open document."""
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return hidden or path.name.startswith("~$") or not path.is_file()


def _read_all(files: Sequence[str], published: date | None) -> Iterator[Article | Failure]:
    for file in files:
        try:
            if file.lower().endswith(".jsonl"):
                yield from _read_lines(Path(file), published)
            else:
                yield _read_file(file, published)
        except ArticleError as error:
            yield _failure(file, error)


def _read_file(file: str, published: date | None) -> Article:
    if file == STDIN:
        text = decode(sys.stdin.buffer.read(), "standard input")
        content, stem = read_plain(text, "standard input"), "stdin"
    else:
        path = Path(file)
        content, stem = read_content(path), path.stem
    if not content.text.strip():
        raise ArticleError(f"{file}: empty; nothing to verify")
    return Article(
        id=f"{stem}-{_digest(content.text)}",
        title=content.title,
        text=content.text,
        source=None if file == STDIN else file,
        published=content.published or published or stated_day(content.text),
    )


def _read_lines(path: Path, published: date | None) -> Iterator[Article | Failure]:
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip():
            continue
        place = f"{path}:{number}"
        try:
            record = read_line(line, place)
        except ArticleError as error:
            yield _failure(place, error)
            continue
        text = record.text.replace("\r\n", "\n").replace("\r", "\n")
        yield Article(
            id=record.id or f"{path.stem}-{_digest(text)}",
            title=record.title,
            text=text,
            source=record.source or place,
            published=record.published or published or stated_day(text),
        )


def _unique(found: Iterator[Article | Failure]) -> Iterator[Article | Failure]:
    """Pass everything on; an id that came before is a failure, since reports are kept by id."""
    seen: set[str] = set()
    for item in found:
        if isinstance(item, Article) and item.id in seen:
            text = f"{item.source or item.id}: the id or text of '{item.id}' came before; left out"
            yield _failure(item.source or item.id, ArticleError(text))
            continue
        if isinstance(item, Article):
            seen.add(item.id)
        yield item


def _failure(item: str, error: ArticleError) -> Failure:
    return Failure(stage="read", item=item, error=type(error).__name__, message=str(error))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
