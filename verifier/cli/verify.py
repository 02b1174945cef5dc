"""verifier verify: articles -> reports."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.cli.options import AsOf, Config, Corpus, Nli, Paths, Published, day, settings_of
from verifier.cli.output import note, results
from verifier.errors import InputError
from verifier.records import Flag, Label, Report

if TYPE_CHECKING:
    from verifier.runs.batch import Outcome

SOME_FAILED, LABEL_MET = 1, 3
_OUT = Path("verifier-out")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: verifier verify seeds/putin-mongolia-2024.txt --published 2024-08-30")(verify)


def verify(
    paths: Paths,
    published: Published = None,
    as_of: AsOf = None,
    corpus: Corpus = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder for the reports.  [default: verifier-out/NAME]")
    ] = None,
    formats: Annotated[str, typer.Option("--format", help="Files to write: jsonl, html, md, csv.")] = "jsonl,html",
    nli: Nli = None,
    config: Config = None,
    fail_on: Annotated[
        list[Label] | None, typer.Option("--fail-on", help="Exit with 3 when a claim gets this verdict.")
    ] = None,
) -> None:
    """Verify articles: print a claim table, write the reports; the same command again goes on where it stopped."""
    from verifier.articles.read import read_articles
    from verifier.build import Workshop, quiet_models, renderers
    from verifier.runs.batch import run_batch
    from verifier.runs.saved import SavedRun

    quiet_models()
    workshop = Workshop(settings_of(config, corpus, nli))
    chosen = renderers([name.strip() for name in formats.split(",") if name.strip()])
    day_published, day_as_of = day(published, "--published"), day(as_of, "--as-of")
    items = read_articles(paths, day_published)
    key = workshop.run_info().key
    saved = SavedRun(out or default_out(paths))
    outcome = run_batch(
        workshop.pipeline,
        key,
        items,
        day_as_of or date.today(),
        saved,
        lambda article: note(f"done: {article.source or article.id}"),
    )
    files = [saved.path, *saved.write(outcome.reports, chosen)] if outcome.reports else []
    _tell(outcome, files)
    raise typer.Exit(_status(outcome, fail_on or []))


def default_out(paths: Sequence[str]) -> Path:
    """Return the folder for reports: named after the only path, else "batch"."""
    if not paths:
        raise InputError("no article given; name a file, a folder, or - for stdin")
    only = Path(paths[0]).stem or Path(paths[0]).resolve().name
    return _OUT / ("batch" if len(paths) > 1 else "stdin" if paths[0] == "-" else only)


def _tell(outcome: "Outcome", files: Sequence[Path]) -> None:
    from verifier.reports.terminal import print_report

    for report in outcome.reports:
        print_report(results(), report)
        _warn_of_dates(report)
    for failure in outcome.failures:
        note(f"failed: {failure.message}")
    if outcome.resumed:
        note(f"{outcome.resumed} article(s) were finished by an earlier run")
    if files:
        results().print(f"\nwritten: {', '.join(str(path) for path in files)}", soft_wrap=True, highlight=False)


def _warn_of_dates(report: Report) -> None:
    undated = sum(Flag.UNRESOLVED_DATE in checked.claim.flags for checked in report.claims)
    if undated and report.article.published is None:
        name = report.article.source or report.article.id
        note(f"{name}: {undated} claim(s) with dates that need the publication date; give --published YYYY-MM-DD")


def _status(outcome: "Outcome", fail_on: Sequence[Label]) -> int:
    if outcome.failures or any(report.failures for report in outcome.reports):
        return SOME_FAILED
    met = any(c.verdict.label in fail_on for report in outcome.reports for c in report.claims)
    return LABEL_MET if met else 0
