"""Word documents: paragraphs and tables in their order."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from verifier.errors import InputError
from verifier.extract.content import LARGEST, Content, day_of

_MOST_PARTS = 10_000


def read_docx(path: Path) -> Content:
    """Return the text of a Word document; a table row is a line, its cells divided by bars.

    Raises:
        InputError: it is no such document, is damaged or encrypted, unpacks to too much, or holds no text.
    """
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    _refuse_bombs(path)
    try:
        document = Document(str(path))
        paragraphs = [text for text in _texts(document) if text.strip()]
        facts = document.core_properties
        title, changed = facts.title, facts.modified or facts.created
    except (OpcError, LxmlError, zipfile.BadZipFile, OSError, ValueError, LookupError, AttributeError) as error:
        raise InputError(f"{path}: not a Word document, or damaged ({error}); save it anew as .docx") from error
    if not paragraphs:
        raise InputError(f"{path}: no text in this document; save it as PDF or text if it holds only pictures")
    return Content("\n\n".join(paragraphs), title.strip() or _heading(document), day_of(changed))


def _refuse_bombs(path: Path) -> None:
    """Look at the declared sizes before anything is unpacked; Python's zip reader never reads past them."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        hint = "if it is protected by a password, save a copy without one; else save it anew as .docx"
        raise InputError(f"{path}: not a Word document ({error}); {hint}") from error
    size = sum(part.file_size for part in parts)
    if size > LARGEST or len(parts) > _MOST_PARTS:
        raise InputError(
            f"{path}: unpacks to {size // 10**6} MB in {len(parts)} parts; save its text as a file by itself"
        )


def _texts(document: Any) -> Iterator[str]:
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            yield from (" | ".join(_cells(row)) for row in item.rows)
        else:
            yield item.text


def _cells(row: Any) -> list[str]:
    """Return the texts of a row; a merged cell is listed once for each column that it spans."""
    kept: list[Any] = []
    for cell in row.cells:
        if not kept or cell._tc is not kept[-1]._tc:
            kept.append(cell)
    return [" ".join(cell.text.split()) for cell in kept if cell.text.strip()]


def _heading(document: Any) -> str | None:
    styled = ((p.text.strip(), (p.style.name or "") if p.style else "") for p in document.paragraphs)
    return next((text for text, style in styled if text and style in ("Title", "Heading 1")), None)
