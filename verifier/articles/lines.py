"""Articles in JSON Lines: {"text", "id"?, "title"?, "published"?, "source"?} a line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict, ValidationError

from verifier.articles.decode import decode, read_text
from verifier.articles.sizes import MOST_BYTES, refuse_large_file
from verifier.errors import ArticleError

_WIDE = (b"\xff\xfe", b"\xfe\xff")  # marks of UTF-16, whose line ends are two bytes


class Line(BaseModel):
    """One line of the file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    id: str | None = None
    title: str | None = None
    published: date | None = None
    source: str | None = None


def read_line(line: str, place: str) -> Line:
    """Read one line.

    Raises:
        ArticleError: it is no such object, or its text is empty.
    """
    try:
        record = Line.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "line"
        raise ArticleError(
            f'{place}: {where}: {first["msg"]}; write one object a line: {{"text": ..., "published": "YYYY-MM-DD"}}'
        ) from error
    if not record.text.strip():
        raise ArticleError(f"{place}: text is empty; nothing to verify")
    return record


def read_lines(path: Path) -> Iterator[tuple[str, Line | ArticleError]]:
    """Yield place and content of each line that is not empty, one in memory at a time.

    Raises:
        ArticleError: the file cannot be opened, or holds nothing.
    """
    empty = True
    for number, line in _decoded_lines(path):
        if isinstance(line, str) and not line.strip():
            continue
        empty, place = False, f"{path}:{number}"
        try:
            yield place, line if isinstance(line, ArticleError) else read_line(line, place)
        except ArticleError as error:
            yield place, error
    if empty:
        raise ArticleError(f"{path}: empty; nothing to verify")


def _decoded_lines(path: Path) -> Iterator[tuple[int, str | ArticleError]]:
    try:
        with path.open("rb") as file:
            if file.read(2) not in _WIDE:
                file.seek(0)
                yield from enumerate(_short_lines(file, path), 1)
                return
    except OSError as error:
        raise ArticleError(f"{path}: {error.strerror or error}; check the path and its permissions") from error
    refuse_large_file(path)
    yield from enumerate(read_text(path).split("\n"), 1)


def _short_lines(file: BinaryIO, path: Path) -> Iterator[str | ArticleError]:
    """Yield lines; one that is too long, or no text, is an error in its place."""
    while data := file.readline(MOST_BYTES + 1):
        if len(data) > MOST_BYTES and not data.endswith(b"\n"):
            while data and not data.endswith(b"\n"):
                data = file.readline(MOST_BYTES)
            yield ArticleError(f"{path}: a line above {MOST_BYTES // 10**6} MB; split this article")
            continue
        try:
            yield decode(data, str(path)) if data.strip() else ""
        except ArticleError as error:
            yield error
