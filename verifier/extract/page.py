"""Saved web pages: the main text without menus and comments."""

from verifier.errors import InputError
from verifier.extract.content import Content, day_of, unix_lines


def read_page(data: bytes, name: str) -> Content:
    """Return the main text of a web page, with the title, date and address that it states.

    Args:
        data: the file; its encoding is found by trafilatura.
        name: what errors call it.

    Raises:
        InputError: the page holds no main text.
    """
    import trafilatura

    found = trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)
    if found is None or not (found.text or "").strip():
        raise InputError(f"{name}: no main text in this page; save the text itself as a .txt file")
    text = unix_lines(found.text).replace("\n", "\n\n")  # each line is a paragraph
    return Content(text, found.title or None, day_of(found.date), found.url or None)
