"""The bodies of requests; those of single articles are lines of JSON Lines, as `verifier verify` reads them."""

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticSerializationError

from verifier.articles.lines import Line
from verifier.asked import AskedClaim


def _refuse_half_characters(sent: BaseModel) -> None:
    """Refuse halves of surrogate pairs, which JSON can write and no text can hold."""
    try:
        sent.model_dump_json()
    except PydanticSerializationError as error:
        raise ValueError("half a surrogate pair is no character") from error


class ArticleRequest(Line):
    """One article to verify."""

    as_of: date | None = Field(default=None, description="day to judge for where no date is stated; today by default")

    def model_post_init(self, context: Any) -> None:
        """Refuse text that cannot be written."""
        _refuse_half_characters(self)


class ClaimsRequest(BaseModel):
    """Claims to check, each a text or a text with its id and day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    claims: list[str | AskedClaim] = Field(min_length=1)
    as_of: date | None = Field(default=None, description="day to judge for; today by default")

    def model_post_init(self, context: Any) -> None:
        """Refuse text that cannot be written."""
        _refuse_half_characters(self)

    def rows(self) -> list[AskedClaim]:
        """Return every claim in the same shape."""
        return [AskedClaim(claim=claim) if isinstance(claim, str) else claim for claim in self.claims]


class Health(BaseModel):
    """What a supervisor wants to know."""

    status: str = Field(description='"ok"; anything else comes with another status of HTTP')
    version: str
    corpus: str = Field(description="name, date and content hash of the corpus")
    waiting: int = Field(description="requests that nobody has begun")
    batches: int = Field(description="batches taken since the start")
