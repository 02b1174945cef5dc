"""verifier report: a saved run in other formats, or under other thresholds."""

from pathlib import Path
from typing import Annotated

import typer

from verifier.cli.options import Corpus, settings_of
from verifier.cli.output import note, results
from verifier.errors import ReportError


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
    from verifier.build import Workshop, renderers
    from verifier.redecide import redecide
    from verifier.reports.html import HtmlRenderer
    from verifier.reports.jsonl import load_reports
    from verifier.reports.terminal import print_report
    from verifier.review.ledger import Ledger
    from verifier.store import replace_text

    path = run / "reports.jsonl" if run.is_dir() else run
    reports = list(load_reports(path))
    if support is not None or contradiction is not None:
        flags = {"corpus": corpus, "support": support, "contradiction": contradiction}
        settings = settings_of(None).model_copy(update={k: v for k, v in flags.items() if v is not None})
        workshop = Workshop(settings)
        known = workshop.run_info().corpus
        strange = next((r.run.corpus for r in reports if r.run.corpus != known), None)
        if strange is not None:
            raise ReportError(f"{path}: was judged against {strange}, not {known}; name its corpus with --corpus")
        reports = [redecide(item, workshop.decider()) for item in reports]
    names = [name.strip() for name in formats.split(",") if name.strip()]
    if "table" in names:
        for item in reports:
            print_report(results(), item)
    folder = out or path.parent
    folder.mkdir(parents=True, exist_ok=True)
    chosen = renderers([name for name in names if name != "table"])
    if "html" in chosen and (decisions := Ledger(path.parent).all()):
        chosen["html"] = HtmlRenderer(decisions)
        note(f"decisions drawn into report.html: {len(decisions)}")
    for name, renderer in chosen.items():
        target = folder / ("reports.jsonl" if name == "jsonl" else f"report.{name}")
        replace_text(target, renderer.render(reports))
        note(f"written: {target}")
