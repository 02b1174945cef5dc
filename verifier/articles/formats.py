"""One reader for each format: what the text is, and which title and date it states itself."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from verifier.articles.decode import read_text
from verifier.articles.sizes import refuse_large_file
from verifier.blocks import blocks
from verifier.errors import ArticleError, InputError
from verifier.extract.content import Content
from verifier.extract.docx import read_docx
from verifier.extract.markdown import body_start, front_matter, without_marks
from verifier.extract.pdf import read_pdf

Reader = Callable[[str, str], Content]  # (text of the file, its name) -> content


def read_plain(text: str, name: str) -> Content:
    """Take the whole text; its first line is the title when it is a headline."""
    first = next(blocks(text), None)
    title = text[first.start : first.end] if first is not None and first.reason == "headline" else None
    return Content(text, title)


def read_markdown(text: str, name: str) -> Content:
    """Take the text after the front matter, which may name title and date, without the marks.

    Raises:
        ArticleError: the front matter's date is no date.
    """
    fields, body = front_matter(text), text[body_start(text) :]
    plain = without_marks(body)
    heading = next((line.strip() for line in plain.splitlines() if line.strip()), None)
    title = fields.get("title") or (heading if body.lstrip().startswith("#") else None)
    stated = fields.get("published") or fields.get("date")
    return Content(plain, title, parse_day(stated, name) if stated else None)


def read_html(text: str, name: str) -> Content:
    """Take the main text of a web page, with the title and date that the page states.

    Raises:
        ArticleError: the page holds no article.
    """
    import trafilatura

    found = trafilatura.bare_extraction(text, include_comments=False, with_metadata=True)
    if found is None or not (found.text or "").strip():
        raise ArticleError(f"{name}: no article text in this page; save the article itself as text")
    return Content(found.text, found.title or None, parse_day(found.date, name) if found.date else None)


def parse_day(text: str, name: str) -> date:
    """Read the day of an ISO date or time.

    Raises:
        ArticleError: it is none.
    """
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError as error:
        raise ArticleError(f"{name}: published '{text}' is not a date; write YYYY-MM-DD") from error


_READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}
_PRINTED = {".pdf": read_pdf, ".docx": read_docx}
SUPPORTED = (*_READERS, *_PRINTED)


def read_content(path: Path) -> Content:
    """Return what a file says; unknown endings are read as plain text.

    The day in a PDF's or Word document's properties is when the file was made or saved, which may be long after
    publication: it is not taken for the article's.

    Raises:
        ArticleError: the file cannot be read, or holds no text.
    """
    suffix = path.suffix.lower()
    if suffix not in _PRINTED:
        refuse_large_file(path)
        return _READERS.get(suffix, read_plain)(read_text(path), str(path))
    try:
        found = _PRINTED[suffix](path)
    except InputError as error:
        raise ArticleError(str(error)) from error
    return Content(found.text, found.title or read_plain(found.text, str(path)).title)
