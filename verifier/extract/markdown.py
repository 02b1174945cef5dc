"""Markdown: front matter, headings, and inline marks that can be taken off without losing the place."""

import re
from bisect import bisect
from collections.abc import Sequence

from verifier.extract.content import Content, day_of

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_KEY_VALUE = re.compile(r"^(\w+)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_MARKS = re.compile(r"(?m)^[ \t]*(?:[-*+]|>|#{1,6})[ \t]+|\*{1,3}|`+|(?<!\w)_{1,3}(?=\w)|(?<=[\w.!?,])_{1,3}(?!\w)")


def read_markdown(text: str) -> Content:
    """Return the file as it stands, with the title and date of its front matter or first heading."""
    fields = front_matter(text)
    heading = _HEADING.search(text, body_start(text))
    title = fields.get("title") or (heading[1] if heading else None)
    stated = fields.get("published") or fields.get("date")
    return Content(text, title, day_of(stated) if stated else None, fields.get("url"))


def front_matter(text: str) -> dict[str, str]:
    """Return the fields that the front matter states, by their names in lower case."""
    match = _FRONT_MATTER.match(text)
    return {key.lower(): value for key, value in _KEY_VALUE.findall(match[1])} if match else {}


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
    links = [
        span for link in _LINK.finditer(text) for span in ((link.start(), link.start(1)), (link.end(1), link.end()))
    ]
    return sorted(links + [match.span() for match in _MARKS.finditer(text) if not _within(match.start(), links)])


def without_marks(text: str) -> str:
    """Return what a reader of the rendered text sees; each line stays a line.

    >>> without_marks("## The *Court*")
    'The Court'
    """
    kept, at = [], 0
    for start, end in marks(text):
        kept.append(text[at:start])
        at = max(at, end)
    return "".join([*kept, text[at:]])


def _within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Say whether a place lies in one of the spans, which are in order and do not overlap."""
    number = bisect(spans, (place + 1,)) - 1
    return number >= 0 and place < spans[number][1]
