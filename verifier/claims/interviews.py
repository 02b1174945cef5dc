"""Whose turn it is in an interview that is set out as "Q: ..." and "A: ..." or by names."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from verifier.blocks import Block
from verifier.claims.kinds import FIRST_PERSON
from verifier.claims.made import Made
from verifier.records import Attribution, Flag, Modality

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


def in_turn(claim: Made, speaker: str) -> Made:
    """Return a claim of an interview as told by whose turn it is."""
    if not speaker:
        return claim
    if claim.attribution is not None:  # "The surgeon said I would play": who speaks is not whose turn it is
        mine = {*claim.built.text.lower().replace("’", "'").split()} & FIRST_PERSON
        return replace(claim, flags=(*claim.flags, Flag.UNRESOLVED_PRONOUN)) if mine and not claim.flags else claim
    attribution = Attribution(speaker=speaker, cue="said", quoted=True)
    modality = Modality.REPORTED if claim.modality is Modality.ASSERTED else claim.modality
    return replace(claim, attribution=attribution, modality=modality)
