"""corpus.toml as typed records; every mistake is named with the place and, where near, the right word."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from verifier.errors import CorpusError
from verifier.facts import Nature


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RelationSettings(_Section):
    """One [[table.relation]]; the fields are those of `facts.Relation`."""

    name: str
    nature: Nature
    sentence: str
    wordings: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    ended_sentence: str | None = None
    denied_sentence: str | None = None
    descriptions: tuple[str, ...] = ()
    event: str | None = None
    at: str | None = None
    until: str | None = None
    or_at: str | None = None
    begins: str | None = None
    ends: str | None = None
    value: str | None = None
    unit: str | None = None
    sizes: tuple[str, ...] = ()
    ranked: str | None = None
    holds: str | None = None
    requires: tuple[str, ...] = ()
    complete: bool = False
    universe: tuple[str, ...] = ()


class TableSettings(_Section):
    """One [[table]]."""

    name: str
    title: str
    file: str
    key: str
    kind: str | None = Field(default=None, description="entity kind of the key column; default: the table's name")
    aliases: tuple[str, ...] = Field(default=(), description="columns whose ';'-separated values also name the key")
    source: tuple[str, ...] = Field(default=(), description="columns that name the documents a row rests on")
    source_text: str | None = Field(default=None, description="source of all rows, where no column tells")
    confirmed: str | None = Field(default=None, description="column that says no for rows of general knowledge")
    headers: dict[str, str] = Field(
        default_factory=dict, description="column -> its header in the file, where it differs"
    )
    columns: dict[str, str] = Field(default_factory=dict, description="column -> type, 'ref KIND' for references")
    relation: tuple[RelationSettings, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _named(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Call a table without a title by its name, and look for it in NAME.csv."""
        name = values.get("name", "")
        return {"title": name, "file": f"{name}.csv", **values}


class CorpusSettings(_Section):
    """The whole file."""

    name: str
    title: str
    as_of: date
    licence: str = "not stated"
    store: str | None = Field(default=None, description="where the built passages lie, for example s3://bucket/path")
    documents: tuple[str, ...] | None = Field(default=None, description="file patterns; without it, all documents")
    ignore: tuple[str, ...] = Field(default=(), description="patterns of files that are no documents of the corpus")
    entities: dict[str, dict[str, tuple[str, ...]]] = Field(default_factory=dict, description="kind -> slot -> names")
    table: tuple[TableSettings, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _named(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Call a corpus without a title by its name."""
        return {"title": values.get("name", ""), **values}


def read_settings(folder: Path) -> CorpusSettings:
    """Read corpus.toml.

    Raises:
        CorpusError: the file is missing, is no TOML, or has an unknown or wrong entry.
    """
    path = folder / "corpus.toml"
    try:
        text = path.read_text(encoding="utf-8")
        return CorpusSettings.model_validate(tomllib.loads(text))
    except FileNotFoundError as error:
        raise CorpusError(f"{folder} is no corpus: it has no corpus.toml") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CorpusError(f"{path}: not valid TOML: {error}") from error
    except ValidationError as error:
        raise CorpusError("\n".join(f"{path}: {_place(e)}: {e['msg']}" for e in error.errors())) from error


def _place(error: Any) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in error["loc"])


def line_of(folder: Path, word: str) -> int:
    """Return the first line of corpus.toml that holds a word, for error messages."""
    lines = (folder / "corpus.toml").read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if word in line), 1)
