"""verifier check: single claims -> verdicts."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict, ValidationError

from verifier.cli.options import AsOf, Cache, Config, Corpus, Nli, NoCache, cache_of, day, settings_of
from verifier.cli.output import results
from verifier.errors import InputError
from verifier.records import Claim, Kind, Label


class Shape(StrEnum):
    """How verdicts are printed."""

    TABLE = "table"
    JSONL = "jsonl"


class Row(BaseModel):
    """One line of claims in JSON Lines."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    claim: str
    id: str | None = None
    as_of: date | None = None


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog='Example: verifier check "Mongolia ratified the Rome Statute in 2002." --as-of 2024-08-30')(
        check
    )


def check(
    claims: Annotated[
        list[str] | None, typer.Argument(help="Claims, or one .jsonl file; without any, lines of stdin.")
    ] = None,
    as_of: AsOf = None,
    corpus: Corpus = None,
    shape: Annotated[Shape, typer.Option("--format", help="How to print.")] = Shape.TABLE,
    nli: Nli = None,
    config: Config = None,
    fail_on: Annotated[
        list[Label] | None, typer.Option("--fail-on", help="Exit with 3 when a claim gets this verdict.")
    ] = None,
    cache: Cache = None,
    no_cache: NoCache = False,
) -> None:
    """Check single claims, without splitting them."""
    from verifier.build import Workshop, quiet_models
    from verifier.pipeline import Question

    quiet_models()
    default = day(as_of, "--as-of") or date.today()
    rows = _unique(list(read_rows(claims or [])))
    if not rows:
        raise InputError("no claim given; name one in quotes, a .jsonl file, or write claims to stdin")
    workshop = Workshop(settings_of(config, corpus, nli), cache_of(cache, no_cache))
    questions = [
        Question(
            Claim(id=row.id or f"c{n}", text=row.claim.strip(), kind=Kind.FACT, spans=()),
            row.as_of or default,
        )
        for n, row in enumerate(rows, 1)
    ]
    checked = workshop.pipeline().check(questions)
    if shape is Shape.JSONL:
        from verifier.reports.jsonl import claim_line

        for item in checked:
            typer.echo(claim_line(item))
    else:
        from verifier.reports.terminal import claim_table

        results().print(claim_table(checked))
        days = ", ".join(sorted({str(item.verdict.as_of) for item in checked}))
        results().print(f"judged as of {days}", highlight=False)
    raise typer.Exit(3 if any(item.verdict.label in (fail_on or []) for item in checked) else 0)


def read_rows(claims: Sequence[str]) -> Iterator[Row]:
    """Yield claims from arguments, from a .jsonl file, or from stdin (plain lines or JSON objects).

    Raises:
        InputError: the file does not exist, or a line is no such object.
    """
    if len(claims) == 1 and claims[0].endswith(".jsonl"):
        path = Path(claims[0])
        if not path.is_file():
            raise InputError(f"{path}: no such file; give a .jsonl file or a claim in quotes")
        yield from _lines(path.read_text(encoding="utf-8").splitlines(), str(path))
    elif claims and list(claims) != ["-"]:
        yield from (Row(claim=claim) for claim in claims if claim.strip())
    else:
        yield from _lines(sys.stdin.read().splitlines(), "standard input")


def _lines(lines: Sequence[str], name: str) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if not line.lstrip().startswith("{"):
            yield Row(claim=line)
            continue
        try:
            yield Row.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "line"
            shape = '{"id": "1", "claim": "...", "as_of": "YYYY-MM-DD"}'
            raise InputError(f"{name}:{number}: {where}: {first['msg']}; write {shape}") from error


def _unique(rows: list[Row]) -> list[Row]:
    seen: set[str] = set()
    for row in rows:
        if row.id is not None and row.id in seen:
            raise InputError(f"id '{row.id}' comes twice; ids must differ")
        seen.add(row.id or "")
    return rows
