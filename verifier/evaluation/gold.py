"""Gold data: claims, pairs, articles and splits that people labelled, read with file and line in every error."""

import gzip
import hashlib
import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ConfigDict, Field, ValidationError

from verifier.errors import InputError
from verifier.records import Label, Record

Row = TypeVar("Row", bound=Record)


class GoldClaim(Record):
    """A claim with its right verdict."""

    claim: str = Field(min_length=1)
    label: Label
    id: str = ""
    as_of: date | None = None
    evidence: tuple[str, ...] = Field(default=(), description="ids of passages that settle it, without #line")
    phenomenon: str = ""
    group: str = Field(default="", description="article or topic; items of a group are resampled together")
    pair: str = ""


class GoldArticle(Record):
    """An article with the claims that a careful editor would draw from it."""

    id: str
    published: date
    text: str = Field(min_length=1)
    claim: tuple[GoldClaim, ...]


class GoldPair(Record):
    """A premise and a hypothesis with the right relation; other fields of a public file are not read."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)

    premise: str
    hypothesis: str
    label: str
    id: str = ""
    title: str | None = None
    cluster: str = ""
    source: str = ""


class GoldSplit(Record):
    """A text with the claims that people drew from it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    text: str
    claims: tuple[str, ...]


def half(cluster: str) -> str:
    """Return "dev" or "test" for a cluster, by a hash of its name: split once, the same everywhere.

    >>> half("a") == half("a")
    True
    """
    return "dev" if hashlib.sha256(cluster.encode()).digest()[0] % 2 else "test"


def lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the JSON objects of a (gzipped) JSON Lines file with their line numbers.

    Raises:
        InputError: the file cannot be read, or a line is no JSON object.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, _object(path, number, line)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}; give a JSON Lines file") from error


def _object(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{path}:{number}: not JSON: {error}") from error
    if not isinstance(row, dict):
        raise InputError(f"{path}:{number}: write one JSON object a line")
    return row


def typed(kind: type[Row], values: dict[str, Any], where: str) -> Row:
    """Return a row as a record.

    Raises:
        InputError: a field is missing, unknown or wrong.
    """
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "row"
        raise InputError(f"{where}: {field}: {first['msg']}") from error


def read_claims(path: Path) -> list[GoldClaim]:
    """Read gold claims; without an id a claim is named after its line, without a group it stands alone."""
    rows = []
    for number, values in lines(path):
        row = typed(GoldClaim, values, f"{path}:{number}")
        name = row.id or f"{path.stem}-{number}"
        rows.append(row.model_copy(update={"id": name, "group": row.group or row.pair or name}))
    return rows


def read_articles(folder: Path) -> list[GoldArticle]:
    """Read the gold articles of a folder, one TOML file each, named after the file."""
    return [_article(path) for path in sorted(folder.glob("*.toml"))]


def _article(path: Path) -> GoldArticle:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: {error}") from error
    article = typed(GoldArticle, {"id": path.stem, **values}, str(path))
    named = tuple(
        claim.model_copy(update={"id": f"{article.id}-{number}", "group": article.id})
        for number, claim in enumerate(article.claim, 1)
    )
    return article.model_copy(update={"claim": named})
