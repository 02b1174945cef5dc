"""RSS and Atom files: each entry is an article, with the title, day and address that it states."""

from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from verifier.articles.sizes import refuse_large_file
from verifier.errors import ArticleError
from verifier.extract.content import Content, day_of

FEEDS = (".rss", ".atom")
_BODIES = ("encoded", "content", "description", "summary")  # fullest first
_DAYS = ("published", "pubDate", "date", "issued", "updated")
_BESIDE = ("search.yahoo.com/mrss", "dtds/podcast")  # namespaces whose titles and texts are those of pictures and shows
_BLOCKS = frozenset(
    "address article blockquote br dd div dt figcaption h1 h2 h3 h4 h5 h6 li p pre section td tr".split()
)
_SILENT = frozenset(["script", "style", "noscript", "template"])


def is_feed(name: str) -> bool:
    """Say whether a file is a feed by its name."""
    return Path(name).suffix.lower() in (*FEEDS, ".xml")


def read_feed(path: Path) -> Iterator[Content]:
    """Yield the entries of a feed; one without text yields an empty one.

    Entities are not expanded and nothing is fetched. Text in HTML becomes paragraphs that an empty line divides.

    Raises:
        ArticleError: the file is too large, no XML, or no feed.
    """
    from lxml import etree

    refuse_large_file(path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.parse(str(path), parser).getroot()
    except (etree.LxmlError, OSError, ValueError) as error:
        raise ArticleError(f"{path}: not well-formed XML ({error}); save the feed anew") from error
    entries = [node for node in root.iter() if _name(node) in ("item", "entry")]
    if not entries:
        raise ArticleError(f"{path}: no entries of RSS or Atom in it; name a feed, or save the article as text or HTML")
    yield from map(_entry, entries)


def _entry(entry: Any) -> Content:
    parts: dict[str, Any] = {}
    for node in entry:
        if not any(name in str(node.tag) for name in _BESIDE):
            parts.setdefault(_name(node), node)
    body = next((text for name in _BODIES if name in parts and (text := _text(parts[name]))), "")
    title = " ".join(_text(parts["title"]).split()) if "title" in parts else None
    day = next((d for name in _DAYS if name in parts and (d := _day(parts[name].text or ""))), None)
    return Content(body, title or None, day, _address(entry))


def _name(node: Any) -> str:
    """Return the name of an element without its namespace; of a comment, nothing."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _text(node: Any) -> str:
    """Return the text of an element, which may hold HTML as text (RSS, Atom's html) or as elements (Atom's xhtml)."""
    if len(node):
        return paragraphs(node)
    text = (node.text or "").strip()
    if "<" not in text and "&" not in text:
        return text
    from lxml import etree, html

    try:
        return paragraphs(html.fragment_fromstring(text, create_parent="div"))
    except (etree.LxmlError, ValueError, RecursionError):
        return text


def paragraphs(root: Any) -> str:
    """Return the text below an element; blocks become paragraphs."""
    from lxml import etree

    pieces: list[str] = []
    for event, node in etree.iterwalk(root, events=("start", "end")):
        name = _name(node)
        if name in _BLOCKS:
            pieces.append("\0")
        if event == "start" and name not in _SILENT:
            pieces.append(node.text or "" if name else "")
        elif event == "end" and node is not root:
            pieces.append(node.tail or "")
    found = (" ".join(part.split()) for part in "".join(pieces).split("\0"))
    return "\n\n".join(part for part in found if part)


def _day(text: str) -> date | None:
    try:
        return day_of(text) or parsedate_to_datetime(text.strip()).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _address(entry: Any) -> str | None:
    """Return the first link to the entry's own page."""
    for node in entry:
        if _name(node) == "link" and node.get("rel", "alternate") == "alternate":
            found = (node.get("href") or node.text or "").strip()
            if found:
                return found
    return None
