"""Single claims as people and programs write them, and the questions that they become."""

from collections.abc import Iterable, Sequence
from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from verifier.errors import InputError
from verifier.pipeline import Question
from verifier.records import Claim, Kind


class AskedClaim(BaseModel):
    """One line of claims in JSON Lines, or one claim of a request."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    claim: str = Field(description="one sentence; it is not split")
    id: str | None = Field(default=None, description="comes back with the verdict; by default c1, c2, ...")
    as_of: date | None = Field(default=None, description="day to judge for")


def questions_of(asked: Iterable[AskedClaim], default: date) -> list[Question]:
    """Return one question a claim.

    Args:
        asked: claims, in order.
        default: the day to judge for where a claim states none.

    Raises:
        InputError: two claims have the same id.
    """
    return [
        Question(Claim(id=row.id or f"c{n}", text=row.claim.strip(), kind=Kind.FACT, spans=()), row.as_of or default)
        for n, row in enumerate(_unique(list(asked)), 1)
    ]


def _unique(rows: Sequence[AskedClaim]) -> Sequence[AskedClaim]:
    seen: set[str] = set()
    for row in rows:
        if row.id is not None and row.id in seen:
            raise InputError(f"id '{row.id}' comes twice; ids must differ")
        seen.add(row.id or "")
    return rows
