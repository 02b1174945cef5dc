"""Articles in JSON Lines: {"text", "id"?, "title"?, "published"?, "source"?} a line."""

from datetime import date

from pydantic import BaseModel, ConfigDict, ValidationError

from verifier.errors import ArticleError


class Line(BaseModel):
    """One line of the file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    id: str | None = None
    title: str | None = None
    published: date | None = None
    source: str | None = None


def read_line(line: str, place: str) -> Line:
    """Read one line.

    Raises:
        ArticleError: it is no such object, or its text is empty.
    """
    try:
        record = Line.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "line"
        raise ArticleError(
            f'{place}: {where}: {first["msg"]}; write one object a line: {{"text": ..., "published": "YYYY-MM-DD"}}'
        ) from error
    if not record.text.strip():
        raise ArticleError(f"{place}: text is empty; nothing to verify")
    return record
