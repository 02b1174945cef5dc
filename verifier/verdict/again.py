"""Claims that something happened once more: "rejoined the League", "became a member again"."""

import re
from collections.abc import Iterable
from datetime import date

from verifier.facts import Nature, Relation, Row
from verifier.verdict.cases import Truth
from verifier.verdict.counting import Counted
from verifier.verdict.frames import Frame
from verifier.verdict.lexicon import Polarity
from verifier.verdict.rows import RowIndex
from verifier.verdict.spans import begin_of, time_of

_REJOINED = re.compile(r"\bre-?(join(?:ed|s|ing)?|enter(?:ed|s|ing)?|admitted|ratified|signed)\b", re.IGNORECASE)
_AGAIN = re.compile(r",? (?:once )?again\b", re.IGNORECASE)


def once(text: str) -> str | None:
    """Return a claim without what says that it happened before; None where nothing says so.

    >>> once("Alvik rejoined the League."), once("Alvik joined the League.")
    ('Alvik joined the League.', None)
    """
    plain = _AGAIN.sub("", _REJOINED.sub(r"\1", text))
    return plain if plain != text else None


def happened_again(frames: Iterable[Frame], rows: RowIndex, as_of: date) -> tuple[Relation, Counted] | None:
    """Return whether what the frames say happened at least twice; only a complete list knows that it did not."""
    for frame in frames:
        relation = frame.relation
        if frame.polarity is not Polarity.AFFIRMED or frame.time is not None:
            continue
        found = [row for row in rows.matching(relation, frame.slots) if _begun(row, relation, as_of)]
        steps = (f"{relation.id}: {len(found)} entries up to {as_of}",)
        truth = Truth.TRUE if len(found) > 1 else Truth.FALSE if relation.complete else Truth.OPEN
        return relation, Counted(truth, steps, rows.passages(relation, found))
    return None


def _begun(row: Row, relation: Relation, as_of: date) -> bool:
    if relation.nature is Nature.STATE:
        day = begin_of(row, relation)
        return day is not None and day <= as_of
    time = time_of(row, relation.at)
    return time is not None and time.first <= as_of
