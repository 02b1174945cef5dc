"""Paragraphs of a text that was laid out in lines, as a PDF's is."""

import re
from collections.abc import Iterator, Sequence

_SENTENCE_END = re.compile(r"[.!?…:;]+[\"”’»)\]]*$")
_BROKEN_WORD = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")
_BULLETS = "•▪◦●‣"
_FULL = 0.85  # share of the usual width from which a line counts as full
_USUAL = 0.9  # place of the usual width among all widths: tables and titles may be wider


def flowing(lines: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs of lines, an empty line dividing two.

    A line goes on in the next when it is full, or when the next begins with a small letter; a word broken at the end
    of a line is whole again.

    >>> list(flowing(["A Headline", "The Court in The Hague has", "judges.", "They are elected."]))
    ['A Headline', 'The Court in The Hague has judges.', 'They are elected.']
    """
    widths = sorted(len(line.strip()) for line in lines if line.strip())
    full = widths[int(len(widths) * _USUAL)] * _FULL if widths else 0.0
    current: list[str] = []
    gap = False
    for line in (line.strip() for line in lines):
        if not line:
            gap = True
            continue
        if current and not _goes_on(current[-1], line, full, gap):
            yield _joined(current)
            current = []
        current.append(line)
        gap = False
    if current:
        yield _joined(current)


def _joined(lines: Sequence[str]) -> str:
    return _BROKEN_WORD.sub("", "\n".join(lines)).replace("\n", " ")


def _goes_on(line: str, after: str, full: float, gap: bool) -> bool:
    """Say whether a paragraph goes on; `full` is the length of a full line."""
    if after[0].islower():
        return True
    if gap or after[0] in _BULLETS:
        return False
    needed = len(line) if _SENTENCE_END.search(line) else len(line) + 1 + len(after.split()[0])
    return needed >= full
