"""Mends UTF-8 that somebody read as Windows' Western encoding: "donâ€™t" is "don’t"."""

import re

_UPPER = {bytes([b]).decode("cp1252", errors="ignore") or chr(b): b for b in range(0x80, 0x100)}  # character -> byte
_LATER = "".join(re.escape(character) for character, byte in _UPPER.items() if byte < 0xC0)
_SIGNS = "\u00a0-\u00bf\u2030\u2021"  # second halves of Latin letters; a quotation mark may end a word
_BROKEN = re.compile(
    rf"[\u00c2\u00c3][{_SIGNS}]|\u00e2[\u20ac\u201a\u201e\u02c6][{_LATER}]|\u00f0\u0178[{_LATER}]{{2}}"
)


def mended(text: str) -> str:
    """Return the text with such sequences put right; only those that no word of a language contains.

    Offsets of claims refer to the mended text, which the report carries.

    >>> mended("The courtâ€™s cafÃ© and the naÃ¯ve Ângel")
    'The court’s café and the naïve Ângel'
    """
    return _BROKEN.sub(lambda match: _decoded(match[0]), text)


def _decoded(broken: str) -> str:
    try:
        return bytes(_UPPER[character] for character in broken).decode("utf-8")
    except UnicodeDecodeError:
        return broken
