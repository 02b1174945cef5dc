"""verifier report: a saved run in other formats, or under other thresholds."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.cli.options import Corpus, settings_of
from verifier.cli.output import note, results
from verifier.errors import ReportError

if TYPE_CHECKING:
    from verifier.config import Settings
    from verifier.records import Report


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: verifier report verifier-out/putin-mongolia-2024 --format md,html")(report)


def report(
    run: Annotated[Path, typer.Argument(help="Folder of a run, or its reports.jsonl.")],
    formats: Annotated[str, typer.Option("--format", help="table, or files to write: html, md, csv, jsonl.")] = "table",
    support: Annotated[
        float | None, typer.Option("--support", min=0, max=1, help="Least entailment that supports.")
    ] = None,
    contradiction: Annotated[
        float | None, typer.Option("--contradiction", min=0, max=1, help="Least contradiction that refutes.")
    ] = None,
    corpus: Corpus = None,
    out: Annotated[Path | None, typer.Option("--out", help="Folder to write to.  [default: the run's own]")] = None,
) -> None:
    """Show a saved run again, in other formats or decided anew under other thresholds; no model runs.

    report.html then holds the decisions that are kept beside the run.
    """
    from verifier.build import renderers
    from verifier.reports.html import HtmlRenderer
    from verifier.reports.jsonl import SavedReports
    from verifier.reports.terminal import print_report
    from verifier.review.ledger import Ledger
    from verifier.store import replace_pieces

    path = run / "reports.jsonl" if run.is_dir() else run
    reports = SavedReports(path)
    corpora = {item.run.corpus for item in reports}  # read whole, so that a damaged run is told of before anything else
    flags = {
        name: value for name, value in (("support", support), ("contradiction", contradiction)) if value is not None
    }
    if flags:
        settings = settings_of(None, corpus).model_copy(update=flags)
        reports = SavedReports(path, _decided_by(settings, path, corpora))
    names = [name.strip() for name in formats.split(",") if name.strip()]
    chosen = renderers([name for name in names if name != "table"])
    if "table" in names:
        for item in reports:
            print_report(results(), item)
    folder = out or path.parent
    folder.mkdir(parents=True, exist_ok=True)
    if "html" in chosen and (decisions := Ledger(path.parent).all()):
        chosen["html"] = HtmlRenderer(decisions)
        note(f"decisions drawn into report.html: {len(decisions)}")
    for name, renderer in chosen.items():
        target = folder / ("reports.jsonl" if name == "jsonl" else f"report.{name}")
        replace_pieces(target, renderer.pieces(reports))
        note(f"written: {target}")


def _decided_by(settings: "Settings", path: Path, corpora: set[str]) -> "Callable[[Report], Report]":
    """Return what decides a report anew under other thresholds, against the corpus that it was judged against."""
    from verifier.build import Workshop
    from verifier.redecide import redecide

    workshop = Workshop(settings)
    known = workshop.run_info().corpus
    if strange := sorted(corpora - {known}):
        raise ReportError(f"{path}: was judged against {strange[0]}, not {known}; name its corpus with --corpus")
    decider = workshop.decider()
    return lambda report: redecide(report, decider)
