"""What the harness measures, as records that go to JSON as they are."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from verifier.records import Record

UNANSWERED = ""  # predicted label of a gold item that got no answer; always wrong


class Status(StrEnum):
    """Whether a suite could be run; what was not run has not passed."""

    RUN = "run"
    NOT_RUN = "not run"


class Outcome(Record):
    """One gold item and what a system made of it."""

    id: str
    cluster: str = Field(description="article, page or table that the item shares with others; resampled as a whole")
    gold: str
    predicted: str = UNANSWERED
    confidence: Annotated[float, Field(ge=0.0, le=1.0)] | None = None
    decider: str = ""
    phenomenon: str = ""
    pair: str = Field(default="", description="minimal pair that the item belongs to")
    text: str = ""
    note: str = Field(default="", description="the reason that the system gave")
    blame: str = Field(default="", description="stage that lost a wrong item")

    @property
    def right(self) -> bool:
        """Whether the answer is the gold label."""
        return self.predicted == self.gold


class Score(Record):
    """A figure with its 95 % interval."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None
    n: int = Field(description="items that the figure rests on")


class Result(Record):
    """One system on one suite."""

    suite: str
    task: str
    system: str
    status: Status
    reason: str = ""
    scores: tuple[Score, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    seconds: float = 0.0
    signature: str = Field(default="", description="version, settings, models, corpus, data and seed")

    def score(self, name: str) -> Score | None:
        """Return a score by its name."""
        return next((score for score in self.scores if score.name == name), None)
