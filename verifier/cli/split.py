"""verifier split: stops after the claims."""

from enum import StrEnum
from typing import Annotated

import typer

from verifier.cli.options import Config, Corpus, Paths, Published, day, settings_of
from verifier.cli.output import note, results
from verifier.records import Article, Failure, Kind, Split


class Shape(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    JSONL = "jsonl"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: verifier split article.txt --published 2024-08-30")(split)


def split(
    paths: Paths,
    published: Published = None,
    corpus: Corpus = None,
    config: Config = None,
    shape: Annotated[Shape, typer.Option("--format", help="How to print.")] = Shape.TABLE,
) -> None:
    """Show what would be checked, what not, and why."""
    from verifier.articles.files import find_files
    from verifier.articles.read import read_articles
    from verifier.build import Workshop
    from verifier.process import prepare_process

    prepare_process()
    workshop = Workshop(settings_of(config, corpus))
    failed = False
    for item in read_articles(find_files(paths), day(published, "--published")):
        if isinstance(item, Failure):
            note(f"failed: {item.message}")
            failed = True
            continue
        found = workshop.splitter.split(item)
        if shape is Shape.JSONL:
            typer.echo(f'{{"article":{_quoted(item.id)},"split":{found.model_dump_json()}}}')
        else:
            _print(item, found)
    raise typer.Exit(1 if failed else 0)


def _quoted(text: str) -> str:
    import json

    return json.dumps(text)


def _print(article: Article, found: Split) -> None:
    from rich.markup import escape
    from rich.table import Table

    from verifier.reports.words import KIND_WORDS

    table = Table(box=None, expand=True, header_style="bold", pad_edge=False)
    for name, ratio in (("#", None), ("kind", 2), ("claim", 12), ("mind", 3)):
        table.add_column(name, ratio=ratio, no_wrap=ratio is None)
    for claim in found.claims:
        checked = "" if claim.kind is Kind.FACT else " (not checked)"
        flags = ", ".join(claim.flags).replace("_", " ")
        table.add_row(claim.id, f"{KIND_WORDS[claim.kind]}{checked}", escape(claim.text), flags)
    results().print(f"\n[bold]{escape(article.title or article.id)}[/bold]")
    results().print(table)
    for part in found.skipped:
        text = article.text[part.span.start : part.span.end]
        results().print(f"left out: {text[:70]!r}: {part.reason}", markup=False, highlight=False)
