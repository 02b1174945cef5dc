"""Options that several commands share, and how they become settings."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from verifier.config import Settings, load_settings
from verifier.device import Device
from verifier.errors import InputError

Paths = Annotated[list[str], typer.Argument(help="Articles, folders, patterns, .jsonl, feeds, or - for stdin.")]
Corpus = Annotated[
    str | None, typer.Option("--corpus", help="Bundled corpus or folder with corpus.toml.  [default: icc]")
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Publication date of articles that state none."),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Day to judge for where no date is stated.  [default: today]"),
]
Config = Annotated[Path | None, typer.Option("--config", help="TOML file with settings.")]
Nli = Annotated[str | None, typer.Option("--nli", help="NLI model: bundled, a folder, a hub id, or chat:MODEL.")]
OnDevice = Annotated[
    Device | None, typer.Option("--device", help="Where models run; auto takes an NVIDIA card.  [default: auto]")
]

Cache = Annotated[
    Path | None, typer.Option("--cache", help="File that keeps what NLI said.  [default: in the user's cache folder]")
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Ask the NLI model anew, and keep nothing.")]


def cache_of(cache: Path | None, no_cache: bool) -> Path | None:
    """Return the file of the cache, or None where none is wanted.

    Raises:
        InputError: both were given.
        ConfigError: a folder was given.
    """
    from verifier.build import judgement_cache
    from verifier.cache import checked_place

    if no_cache and cache:
        raise InputError("--cache and --no-cache exclude each other; give one")
    return None if no_cache else checked_place(cache or judgement_cache())


def settings_of(
    config: Path | None, corpus: str | None = None, nli: str | None = None, device: Device | None = None
) -> Settings:
    """Return the settings of a file with flags laid over."""
    return load_settings(config, {"corpus": corpus, "nli": nli, "device": device})


def day(text: str | None, option: str) -> date | None:
    """Read a date of the command line.

    Raises:
        InputError: it is not written as YYYY-MM-DD, or does not exist.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{option} '{text}' is not a date; write it as YYYY-MM-DD") from error
