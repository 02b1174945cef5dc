"""What is asked of the rows, and what they answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from verifier.facts import Relation, Row
from verifier.verdict.frames import Frame


class Truth(StrEnum):
    """Whether the affirmative statement holds, as far as the rows tell."""

    TRUE = "true"
    FALSE = "false"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Case:
    """A frame with the rows that match it, and the day for which it is judged."""

    frame: Frame
    rows: Sequence[Row]  # hold all entities of the frame
    subject_rows: Sequence[Row]  # hold the first slot's entity
    entries: int  # rows of the whole table
    as_of: date

    @property
    def relation(self) -> Relation:
        """Return the relation that the frame is about."""
        return self.frame.relation


@dataclass(frozen=True, slots=True)
class Answer:
    """The truth, the rows that it rests on, and why."""

    truth: Truth
    rows: tuple[Row, ...]
    steps: tuple[str, ...]


def absent(case: Case) -> Answer:
    """Answer for a subject without a row: false where the list is declared complete."""
    searched = f"searched {case.entries} entries of {case.relation.table}: no such entry"
    if case.relation.complete:
        return Answer(Truth.FALSE, (), (searched, "the list is declared complete"))
    return Answer(Truth.OPEN, (), (searched, "the list is not declared complete"))
