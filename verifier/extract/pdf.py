"""PDF: the text of all pages; running heads and page numbers are told from the text by their recurrence."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from verifier.errors import InputError
from verifier.extract.content import LARGEST, Content, day_of
from verifier.extract.paragraphs import flowing

_DIGITS = re.compile(r"\d+")
_LEAST_PAGES = 3  # fewer pages cannot show what recurs


def read_pdf(path: Path) -> Content:
    """Return the text of a PDF, its lines joined to paragraphs that an empty line divides.

    Raises:
        InputError: it is damaged, needs a password, or holds pictures of text only.
    """
    from pypdf.errors import PyPdfError

    try:
        reader = _opened(path)
        pages = [page.extract_text() or "" for page in reader.pages]
        facts = reader.metadata
        title, made = (facts.title, facts.creation_date) if facts else (None, None)
    except (PyPdfError, OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
        raise InputError(f"{path}: a damaged PDF ({error}); open it in a viewer and print it to a new PDF") from error
    except RecursionError as error:
        raise InputError(f"{path}: a PDF that refers to itself; print it to a new PDF") from error
    text = "\n\n".join(flowing("\n".join(_without_heads(pages)).split("\n")))
    if not text.strip():
        raise InputError(
            f"{path}: no text in {len(pages)} page(s), so it is a scan; recognise its text first, for example with "
            f"ocrmypdf"
        )
    return Content(text, (title or "").strip() or None, day_of(made))


def _opened(path: Path) -> Any:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    if path.stat().st_size > LARGEST:
        raise InputError(f"{path}: larger than {LARGEST // 10**6} MB; split it into smaller documents")
    reader = PdfReader(path)
    try:
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError as error:
        raise InputError(f'{path}: encrypted with AES; pip install "pypdf[crypto]", or save it unencrypted') from error
    if locked:
        raise InputError(f"{path}: needs a password; save a copy without one, for example with qpdf --decrypt")
    return reader


def _without_heads(pages: Sequence[str]) -> list[str]:
    """Leave out first and last lines that recur on most pages, page numbers apart."""
    lines = [[line.rstrip() for line in page.strip().splitlines()] for page in pages]
    ends = Counter(key for page in lines for key in {_head(line) for line in (*page[:1], *page[-1:])})
    often = {key for key, count in ends.items() if count >= _LEAST_PAGES and count > len(pages) / 2}
    return ["\n".join(_trimmed(page, often)) for page in lines]


def _trimmed(page: list[str], often: set[str]) -> list[str]:
    start = 1 if page and _head(page[0]) in often else 0
    end = len(page) - 1 if len(page) > start and _head(page[-1]) in often else len(page)
    return page[start:end]


def _head(line: str) -> str:
    return _DIGITS.sub("#", line.strip())
