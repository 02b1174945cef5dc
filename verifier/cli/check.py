"""verifier check: single claims -> verdicts."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError

from verifier.cli.options import AsOf, Cache, Config, Corpus, Nli, NoCache, OnDevice, cache_of, day, settings_of
from verifier.cli.output import results
from verifier.errors import InputError
from verifier.records import Label

if TYPE_CHECKING:
    from verifier.asked import AskedClaim


class Shape(StrEnum):
    """How verdicts are printed."""

    TABLE = "table"
    JSONL = "jsonl"


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
    device: OnDevice = None,
    config: Config = None,
    fail_on: Annotated[
        list[Label] | None, typer.Option("--fail-on", help="Exit with 3 when a claim gets this verdict.")
    ] = None,
    cache: Cache = None,
    no_cache: NoCache = False,
) -> None:
    """Check single claims, without splitting them."""
    from verifier.asked import questions_of
    from verifier.build import Workshop
    from verifier.process import prepare_process

    prepare_process()
    default = day(as_of, "--as-of") or date.today()
    questions = questions_of(read_rows(claims or []), default)
    if not questions:
        raise InputError("no claim given; name one in quotes, a .jsonl file, or write claims to stdin")
    workshop = Workshop(settings_of(config, corpus, nli, device), cache_of(cache, no_cache))
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


def read_rows(claims: Sequence[str]) -> Iterator["AskedClaim"]:
    """Yield claims from arguments, from a .jsonl file, or from stdin (plain lines or JSON objects).

    Raises:
        InputError: the file does not exist, or a line is no such object.
    """
    from verifier.asked import AskedClaim

    if len(claims) == 1 and claims[0].endswith(".jsonl"):
        path = Path(claims[0])
        if not path.is_file():
            raise InputError(f"{path}: no such file; give a .jsonl file or a claim in quotes")
        yield from _lines(path.read_text(encoding="utf-8").splitlines(), str(path))
    elif claims and list(claims) != ["-"]:
        yield from (AskedClaim(claim=claim) for claim in claims if claim.strip())
    else:
        yield from _lines(sys.stdin.read().splitlines(), "standard input")


def _lines(lines: Sequence[str], name: str) -> Iterator["AskedClaim"]:
    from verifier.asked import AskedClaim

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if not line.lstrip().startswith("{"):
            yield AskedClaim(claim=line)
            continue
        try:
            yield AskedClaim.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "line"
            shape = '{"id": "1", "claim": "...", "as_of": "YYYY-MM-DD"}'
            raise InputError(f"{name}:{number}: {where}: {first['msg']}; write {shape}") from error
