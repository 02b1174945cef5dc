"""verifier review: decisions of people, from the report page into the run, and on from there."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from verifier.cli.options import Config, Corpus, settings_of
from verifier.cli.output import note, results
from verifier.errors import ConfigError, InputError, ReportError, ReviewError

if TYPE_CHECKING:
    from verifier.pipeline import Pipeline
    from verifier.records import Report
    from verifier.review.kappa import Agreement
    from verifier.review.ledger import Ledger


class _ServeByDefault(TyperGroup):
    """`verifier review RUN` is `verifier review serve RUN`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands and Path(args[0]).exists():
            args = ["serve", *args]
        return super().resolve_command(ctx, args)


app = typer.Typer(
    help="Decisions that people make on a report: serve the page, import, count, export.",
    cls=_ServeByDefault,
    no_args_is_help=True,
)
Run = Annotated[Path, typer.Argument(metavar="RUN", help="Folder of a run, or its reports.jsonl.")]
_FILES = {
    "gold": "gold.jsonl",
    "claimreview": "claimreview.json",
    "csv": "review.csv",
    "md": "review.md",
    "labelstudio": "labelstudio.json",
    "argilla": "argilla.jsonl",
}


@app.command("import", epilog="Example: verifier review import decisions.json verifier-out/putin-mongolia-2024")
def import_(
    decisions: Annotated[Path, typer.Argument(help="decisions.json, as report.html exports it.")], run: Run
) -> None:
    """Keep decisions beside the run that they belong to; the same file twice changes nothing."""
    from verifier.review.decisions import read_decisions

    try:
        text = decisions.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{decisions}: {error}; give the decisions.json that report.html exported") from error
    reports, ledger = _open(run)
    done = ledger.add(read_decisions(text, str(decisions)), reports)
    note(f"{done.added} decision(s) kept in {ledger.path}, {done.known} known already")


@app.command(epilog="Example: verifier review stats verifier-out/putin-mongolia-2024")
def stats(run: Run) -> None:
    """Print how far the review is, and how machine and people agree (Cohen's kappa)."""
    from verifier.reports.words import LABEL_WORDS
    from verifier.review.stats import stats as counted

    reports, ledger = _open(run)
    found = counted(reports, ledger.all())
    lines = [f"{found.reviewed} of {found.claims} claims reviewed, {found.disputed} disputed among people"]
    lines += map(_agreed, (*found.machine, *found.people))
    lines += [f"  {LABEL_WORDS[old]} -> {LABEL_WORDS[new]}: {n}" for old, new, n in found.changed]
    for line in lines:
        results().print(line, markup=False, highlight=False)


@app.command(epilog="Example: verifier review export --gold verifier-out/putin-mongolia-2024")
def export(
    run: Run,
    gold: Annotated[bool, typer.Option("--gold", help="Write gold.jsonl, a suite for verifier eval.")] = False,
    formats: Annotated[str, typer.Option("--format", help=f"Files to write: {', '.join(_FILES)}.")] = "",
    url: Annotated[str | None, typer.Option("--url", help="claimreview: page that will carry the reviews.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="claimreview: who stands for them.")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Folder to write to.  [default: the run's own]")] = None,
) -> None:
    """Write what people decided: gold for the harness, ClaimReview of approved claims, tables, labelling tasks."""
    from verifier.store import replace_text

    names = [name.strip() for name in formats.split(",") if name.strip()] + (["gold"] if gold else [])
    unknown = [name for name in names if name not in _FILES]
    if unknown or not names:
        told = f"unknown format '{unknown[0]}'" if unknown else "nothing to write"
        raise ConfigError(f"{told}; give --gold, or --format with some of {', '.join(_FILES)}")
    reports, ledger = _open(run)
    folder = out or ledger.path.parent
    folder.mkdir(parents=True, exist_ok=True)
    for name in dict.fromkeys(names):
        text, told = _written(name, reports, ledger, url, publisher)
        replace_text(folder / _FILES[name], text)
        note(f"written: {folder / _FILES[name]}{told}")


@app.command(epilog="Example: verifier review serve verifier-out/putin-mongolia-2024")
def serve(
    run: Run,
    host: Annotated[str, typer.Option("--host", help="Where to listen; other machines reach what is not loopback.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option("--port", min=1, max=65535)] = 8766,
    corpus: Corpus = None,
    config: Config = None,
) -> None:
    """Show the report at a local address, where decisions are kept beside the run as they are made."""
    import secrets

    try:
        from verifier.review.server import Desk
        from verifier.review.server import serve as run_server
    except ImportError as error:
        raise ConfigError(f'the review server needs {error.name}: pip install "verifier[review]"') from error
    from verifier.access import is_loopback
    from verifier.review.gate import Gate
    from verifier.review.retry import Retry

    reports, ledger = _open(run)
    gate = Gate(token=secrets.token_urlsafe(24), page=secrets.token_urlsafe(24), host=host)
    desk = Desk(reports, ledger, gate, Retry(reports, lambda: _pipeline(reports, corpus, config)))
    note(f"open http://{f'[{host}]' if ':' in host else host}:{port}/?token={gate.token} (stop with Ctrl-C)")
    if not is_loopback(host):
        note("other machines can reach this address; it is not encrypted, so give the token to people you trust alone")
    run_server(desk, host, port)


def _pipeline(reports: "list[Report]", corpus: str | None, config: Path | None) -> "Pipeline":
    """Open the models for other wordings, against the corpus that the run was judged against."""
    from verifier.build import Workshop
    from verifier.process import prepare_process

    prepare_process()
    workshop = Workshop(settings_of(config, corpus))
    known = workshop.run_info().corpus
    strange = next((report.run.corpus for report in reports if report.run.corpus != known), None)
    if strange is not None:
        raise ReportError(f"the run was judged against {strange}, not {known}; name its corpus with --corpus")
    return workshop.pipeline()


def _written(
    name: str, reports: "list[Report]", ledger: "Ledger", url: str | None, publisher: str | None
) -> tuple[str, str]:
    """Return the text of a file, and what to tell of claims that it leaves out."""
    from verifier.review import claimreview, sheets, tasks
    from verifier.review import gold as suite
    from verifier.review.standing import reviewed

    items = reviewed(reports, ledger.all())
    if name == "gold":
        return suite.gold(items), _left(len(items) - len(suite.usable(items)), "disputed or not judged")
    if name == "claimreview":
        if not url or not publisher:
            raise ReviewError("a ClaimReview needs --url PAGE and --publisher NAME")
        left = _left(len(items) - len(claimreview.publishable(items)), "disputed or without a rating")
        return claimreview.claim_reviews(items, url, publisher), left
    if name in ("csv", "md"):
        return (sheets.review_csv if name == "csv" else sheets.review_markdown)(items), ""
    if name == "labelstudio":
        return tasks.label_studio(reports, items), ""
    disputed = sum(not item.approved for item in items)
    return tasks.argilla(reports, items), f" ({disputed} disputed claim(s) without a response)" if disputed else ""


def _open(run: Path) -> "tuple[list[Report], Ledger]":
    from verifier.reports.jsonl import load_reports
    from verifier.review.ledger import Ledger

    path = run / "reports.jsonl" if run.is_dir() else run
    return list(load_reports(path)), Ledger(path.parent)


def _agreed(found: "Agreement") -> str:
    kappa = "not defined" if found.kappa is None else f"{found.kappa:.2f}"
    return f"{found.first} and {found.second}: the same on {found.same} of {found.both} claims, kappa {kappa}"


def _left(count: int, why: str) -> str:
    return f" ({count} reviewed claim(s) left out: {why})" if count else ""
