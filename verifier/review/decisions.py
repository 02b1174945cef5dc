"""What a person decided on a claim, as the report page writes it and the run keeps it."""

from datetime import datetime
from enum import StrEnum
from typing import Literal, Self

from pydantic import AwareDatetime, Field, ValidationError, model_validator

from verifier.errors import ReviewError
from verifier.records import Label, Record


class Action(StrEnum):
    """What was done; the latest action of a reviewer on a claim counts, comments leave it as it is."""

    ACCEPT = "accept"
    OVERRIDE = "override"
    COMMENT = "comment"
    WITHDRAW = "withdraw"


class Decision(Record):
    """One act of one reviewer on one claim; never changed, only followed by another."""

    run: str = Field(description="key of the run that made the verdict")
    article: str = Field(description="id of the article")
    claim: str = Field(description="id of the claim in the article")
    text: str = Field(description="the claim as the reviewer saw it")
    machine: Label = Field(description="the verdict that the reviewer saw")
    action: Action
    verdict: Label | None = Field(default=None, description="the reviewer's verdict; null for comment and withdraw")
    reason: str = Field(default="", description="why another verdict is right; never empty for an override")
    comment: str = ""
    reviewer: str = Field(min_length=1)
    time: AwareDatetime

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.action is Action.ACCEPT and self.verdict is not self.machine:
            raise ValueError("an accepted verdict must be the machine's")
        if self.action is Action.OVERRIDE and (self.verdict in (None, self.machine) or not self.reason.strip()):
            raise ValueError("an override needs another verdict and a reason")
        if self.action in (Action.COMMENT, Action.WITHDRAW) and self.verdict is not None:
            raise ValueError(f"a {self.action} has no verdict")
        return self


class DecisionFile(Record):
    """decisions.json, as the page exports it."""

    schema_: Literal[1] = Field(alias="schema")
    exported: datetime
    decisions: tuple[Decision, ...]


def read_decisions(text: str, name: str) -> tuple[Decision, ...]:
    """Return the decisions of a decisions.json.

    Raises:
        ReviewError: the text is none; names the first wrong field.
    """
    try:
        return DecisionFile.model_validate_json(text).decisions
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "file"
        raise ReviewError(f"{name}: {where}: {first['msg']}; export it again from report.html") from error
