"""From files to articles; what cannot be read becomes a failure, and the others go on."""

import hashlib
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from verifier.articles.datelines import stated_day
from verifier.articles.decode import decode
from verifier.articles.feeds import is_feed, read_feed
from verifier.articles.files import STDIN
from verifier.articles.formats import read_content, read_plain
from verifier.articles.lines import Line, read_lines
from verifier.articles.mojibake import mended
from verifier.articles.sizes import MOST_BYTES, refuse_long_text
from verifier.errors import ArticleError
from verifier.extract.content import Content, unix_lines
from verifier.records import Article, Failure

_BUGS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, RuntimeError, TypeError,
         ValueError)  # fmt: skip  # what a library raises on a file that it did not expect


def read_articles(files: Sequence[str], published: date | None) -> Iterator[Article | Failure]:
    """Yield the articles of files, in order, read when they are asked for.

    Args:
        files: as `find_files` gives them; JSON Lines and feeds hold several articles, "-" is standard input.
        published: publication date of articles that state none as their format does; before what a dateline says.
    """
    return _unique(_read_all(files, published))


def _read_all(files: Sequence[str], published: date | None) -> Iterator[Article | Failure]:
    for file in files:
        try:
            if file.lower().endswith(".jsonl"):
                yield from _read_lines(Path(file), published)
            elif file != STDIN and is_feed(file):
                yield from _read_entries(Path(file), published)
            else:
                yield _read_file(file, published)
        except ArticleError as error:
            yield _failure(file, error)
        except _BUGS as error:
            why = f"{file}: cannot be read ({type(error).__name__}: {error}); save it as text"
            yield _failure(file, ArticleError(why))


def _read_file(file: str, published: date | None) -> Article:
    if file == STDIN:
        data = sys.stdin.buffer.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise ArticleError(f"standard input: above {MOST_BYTES // 10**6} MB, too large for an article; split it")
        text = decode(data, "standard input")
        return _article(read_plain(text, "standard input"), "stdin", None, published)
    path = Path(file)
    return _article(read_content(path), path.stem, file, published)


def article_of(line: Line, stem: str, source: str | None, published: date | None = None) -> Article:
    """Return the article of a line of JSON Lines, or of one that was sent in the same shape.

    Args:
        line: what it states; its id follows the text unless it states one.
        stem: what such an id begins with.
        source: where it comes from, if it does not say.
        published: its date, if it does not say.

    Raises:
        ArticleError: the text is empty or too long.
    """
    content = Content(unix_lines(line.text), line.title, line.published)
    return _article(content, stem, line.source or source, published, line.id)


def _article(
    content: Content, stem: str, source: str | None, published: date | None, id_: str | None = None
) -> Article:
    """Make an article of what a file says; its id follows the text unless the file states one."""
    name = source or ("standard input" if stem == "stdin" else stem)
    text = mended(content.text)
    if not text.strip():
        raise ArticleError(f"{name}: empty; nothing to verify")
    refuse_long_text(text, name)
    return Article(
        id=id_ or f"{stem}-{_digest(text)}",
        title=mended(content.title) if content.title else None,
        text=text,
        source=source,
        published=content.published or published or stated_day(text),
    )


def _read_lines(path: Path, published: date | None) -> Iterator[Article | Failure]:
    for place, line in read_lines(path):
        try:
            if isinstance(line, ArticleError):
                raise line
            yield article_of(line, path.stem, place, published)
        except ArticleError as error:
            yield _failure(place, error)


def _read_entries(path: Path, published: date | None) -> Iterator[Article | Failure]:
    for number, content in enumerate(read_feed(path), 1):
        place = f"{path} entry {number}"
        try:
            yield _article(content, path.stem, content.url or place, published)
        except ArticleError as error:
            yield _failure(place, error)


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
