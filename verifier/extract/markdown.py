"""Markdown: front matter, headings, and inline marks that can be taken off without losing the place."""

import re
from collections.abc import Sequence

from verifier.extract.content import Content, day_of

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_KEY_VALUE = re.compile(r"^(\w+)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_MARKS = re.compile(r"(?m)^[ \t]*(?:[-*+]|>|#{1,6})[ \t]+|\*{1,3}|`+|(?<!\w)_{1,3}(?=\w)|(?<=[\w.!?,])_{1,3}(?!\w)")


def read_markdown(text: str) -> Content:
    """Return the file as it stands, with the title and date of its front matter or first heading."""
    match = _FRONT_MATTER.match(text)
    fields = {key.lower(): value for key, value in _KEY_VALUE.findall(match[1])} if match else {}
    heading = _HEADING.search(text, match.end() if match else 0)
    title = fields.get("title") or (heading[1] if heading else None)
    stated = fields.get("published") or fields.get("date")
    return Content(text, title, day_of(stated) if stated else None, fields.get("url"))


def body_start(text: str) -> int:
    """Return where the text after the front matter begins."""
    match = _FRONT_MATTER.match(text)
    return match.end() if match else 0


def marks(text: str) -> list[tuple[int, int]]:
    """Return the half-open offsets of what is markup and no text, in order.

    >>> text = "See [the *Court*](http://x.org) now"
    >>> "".join(c for n, c in enumerate(text) if not any(a <= n < b for a, b in marks(text)))
    'See the Court now'
    """
    found = [
        span for link in _LINK.finditer(text) for span in ((link.start(), link.start(1)), (link.end(1), link.end()))
    ]
    found += [match.span() for match in _MARKS.finditer(text) if not _within(match.start(), found)]
    return sorted(found)


def _within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)
