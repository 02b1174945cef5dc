"""Suites: one TOML file each says what is scored, on which data, and how its fields are called."""

import tomllib
from enum import StrEnum
from pathlib import Path

from pydantic import Field

from verifier import bundled
from verifier.errors import ConfigError, InputError
from verifier.evaluation.gold import lines, typed
from verifier.records import Record


class Task(StrEnum):
    """What is asked of the program."""

    PAIRS = "pairs"  # the relation of a premise and a hypothesis
    CLAIMS = "claims"  # the verdict on a claim, evidence to be found
    ARTICLES = "articles"  # claims and verdicts of whole articles
    SPLIT = "split"  # the claims of a text
    RETRIEVAL = "retrieval"  # the documents that a claim needs
    PROBE = "probe"  # the verdict on claims that are made from a table of the corpus
    SPEED = "speed"  # seconds of each stage


class Suite(Record):
    """A named set with the task that it is for."""

    name: str
    title: str
    task: Task
    data: str = Field(description="path below the suites' own data folder, or below a --data folder")
    bundled: bool = Field(default=False, description="the data ships with the program")
    fast: bool = Field(default=False, description="part of the gate that every change must pass")
    corpus: str = Field(default="", description="bundled corpus, or a folder beside the data; else the settings'")
    documents: str = Field(default="", description="file of documents that evidence is retrieved from")
    reader: str = Field(default="", description="name of an adapter for a public format")
    hub: str = Field(default="", description="id for `datasets`, used with --download where no file is found")
    hub_split: str = ""
    fields: dict[str, str] = Field(default_factory=dict, description="our field -> the data's field")
    labels: dict[str, str] = Field(default_factory=dict, description="the data's label -> our label")


def suites() -> dict[str, Suite]:
    """Return the bundled suites by name."""
    found = (_read(path) for path in sorted((bundled.evals() / "suites").glob("*.toml")))
    return {suite.name: suite for suite in found}


def _read(path: Path) -> Suite:
    return typed(Suite, {"name": path.stem, **tomllib.loads(path.read_text(encoding="utf-8"))}, str(path))


def own(path: Path) -> Suite:
    """Return the suite of a user's own file: claims if its rows have a "claim", pairs if a "premise".

    Raises:
        InputError: the file is empty, or its rows are neither.
    """
    row = next((values for _, values in lines(path)), None)
    if row is None:
        raise InputError(f"{path}: empty; write one gold item a line")
    if "claim" in row:
        task = Task.CLAIMS
    elif "premise" in row:
        task = Task.PAIRS
    else:
        raise InputError(
            f'{path}:1: write {{"claim": "...", "label": "supported"}} or {{"premise": "...", "hypothesis": "...", '
            f'"label": "entailment"}} a line'
        )
    name = path.name.removesuffix(".gz").removesuffix(".jsonl")
    return Suite(name=name, title=f"own gold: {path.name}", task=task, data=str(path.resolve()))


def chosen(names: list[str], fast: bool) -> list[Suite]:
    """Return the suites of names or paths; without any, the fast ones, or all.

    Raises:
        ConfigError: a name is neither a suite nor a file.
    """
    known = suites()
    if not names:
        return [suite for suite in known.values() if suite.fast or not fast]
    return [_one(name, known) for name in names]


def _one(name: str, known: dict[str, Suite]) -> Suite:
    if name in known:
        return known[name]
    if Path(name).is_file():
        return own(Path(name))
    raise ConfigError(f"unknown suite '{name}'; give a .jsonl file or one of {', '.join(known)}")
