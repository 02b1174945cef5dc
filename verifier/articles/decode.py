"""Bytes to text: the encodings that real files have, and a clear refusal of what is no text."""

import codecs
from pathlib import Path

from verifier.errors import ArticleError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MOST_CONTROLS = 0.05  # share of control characters from which bytes count as binary


def read_text(path: Path) -> str:
    """Return the text of a file, with line ends of Unix.

    Raises:
        ArticleError: the file is empty, binary, of an unknown encoding, or cannot be opened.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ArticleError(f"{path}: {error.strerror or error}; check the path and its permissions") from error
    return decode(data, str(path))


def decode(data: bytes, name: str) -> str:
    """Decode UTF-8, UTF-16 with a mark, or the likeliest legacy encoding.

    Raises:
        ArticleError: there is no text in it.
    """
    encoding = next((found for mark, found in _MARKS if data.startswith(mark)), None)
    if encoding is None and _binary(data):
        raise ArticleError(f"{name}: a binary file; save the article as text, Markdown or HTML")
    text = _decoded(data, encoding, name).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ArticleError(f"{name}: empty; nothing to verify")
    return text


def _binary(data: bytes) -> bool:
    controls = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in data[:4096])
    return b"\0" in data or controls > _MOST_CONTROLS * max(1, len(data[:4096]))


def _decoded(data: bytes, encoding: str | None, name: str) -> str:
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        return _guessed(data, name)


def _guessed(data: bytes, name: str) -> str:
    """Guess a legacy encoding: Windows' Western one where it fits, else the likeliest."""
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = next((m for m in matches if "cp1252" in (m.encoding, *m.could_be_from_charset)), matches.best())
    if best is None:
        raise ArticleError(f"{name}: unknown encoding; save it as UTF-8")
    return str(best)
