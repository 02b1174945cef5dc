"""Whose turn it is in an interview that is set out as "Q: ..." and "A: ..." or by names."""

import re
from collections import Counter
from collections.abc import Sequence

from verifier.blocks import Block

_LABEL = re.compile(r"\s*((?:Q|A|Question|Answer)|[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3})\s?:\s+(?=\S)")
_ASKED = {"q": "the interviewer", "question": "the interviewer", "a": "the interviewee", "answer": "the interviewee"}
_LEAST_TURNS = 3


def turns(text: str, blocks: Sequence[Block]) -> dict[int, tuple[int, str]]:
    r"""Return, by the start of each paragraph that is a turn, where its words begin and who speaks.

    >>> from verifier.blocks import blocks
    >>> text = "Q: Why did you go to Rome?\n\nA: I studied art there.\n\nQ: And then?\n\nA: I came home in May."
    >>> list(turns(text, blocks(text)).values())[1]
    (31, 'the interviewee')
    """
    found = {block.start: label for block in blocks if (label := _LABEL.match(text, block.start, block.end))}
    counts = Counter(label[1].lower() for label in found.values())
    named = [name for name in counts if name in _ASKED or _named_elsewhere(text, name)]
    if len(named) < 2 or sum(counts[name] for name in named) < _LEAST_TURNS:
        return {}
    kept = {start: label for start, label in found.items() if label[1].lower() in named}
    return {start: (label.end(), _ASKED.get(label[1].lower(), label[1])) for start, label in kept.items()}


def _named_elsewhere(text: str, name: str) -> bool:
    """Say whether a name stands within the text, not only before a colon."""
    return any(m[0][:1].isupper() for m in re.finditer(rf"\b{re.escape(name)}\b(?!\s?:)", text, re.IGNORECASE))
