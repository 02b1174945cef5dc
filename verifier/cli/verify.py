"""verifier verify: articles -> reports."""

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from verifier.cli.options import AsOf, Cache, Config, Corpus, Nli, NoCache, Paths, Published, cache_of, day, settings_of
from verifier.cli.output import note
from verifier.cli.progress import progress
from verifier.errors import InputError, OutputError, VerifierError
from verifier.records import Label

if TYPE_CHECKING:
    from verifier.build import Workshop
    from verifier.runs.batch import Outcome
    from verifier.runs.journal import Journal
    from verifier.runs.saved import SavedRun

SOME_FAILED, LABEL_MET, STOPPED = 1, 3, 130
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
    formats: Annotated[str, typer.Option("--format", help="Files to write: jsonl, html, md.")] = "jsonl,html",
    nli: Nli = None,
    config: Config = None,
    fail_on: Annotated[
        list[Label] | None, typer.Option("--fail-on", help="Exit with 3 when a claim gets this verdict.")
    ] = None,
    cache: Cache = None,
    no_cache: NoCache = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show no progress.")] = False,
) -> None:
    """Verify articles: print a claim table, write the reports; the same command again goes on where it stopped."""
    from verifier.build import Workshop, quiet_models, renderers
    from verifier.cli.summary import tell
    from verifier.runs.pages import write_pages
    from verifier.runs.saved import opened

    quiet_models()
    workshop = Workshop(settings_of(config, corpus, nli), cache_of(cache, no_cache))
    chosen = renderers([name.strip() for name in formats.split(",") if name.strip()])
    day_published, day_as_of = day(published, "--published"), day(as_of, "--as-of") or date.today()
    with opened(out or default_out(paths)) as saved:
        outcome = _run(workshop, paths, day_published, day_as_of, saved, quiet)
        files = [saved.path, *write_pages(saved, outcome.order, chosen)] if outcome.order else []
        tell(outcome, saved, files)
        raise typer.Exit(_status(outcome, saved, fail_on or []))


def default_out(paths: Sequence[str]) -> Path:
    """Return the folder for reports: named after the only path, else "batch"."""
    if not paths:
        raise InputError("no article given; name a file, a folder, or - for stdin")
    only = Path(paths[0]).stem or Path(paths[0]).resolve().name
    return _OUT / ("batch" if len(paths) > 1 else "stdin" if paths[0] == "-" else only)


def _run(
    workshop: "Workshop", paths: Sequence[str], published: date | None, as_of: date, saved: "SavedRun", quiet: bool
) -> "Outcome":
    """Verify what is not finished; however it ends, run.json says how."""
    from verifier.articles.expected import expected
    from verifier.articles.files import find_files
    from verifier.articles.read import read_articles
    from verifier.runs.batch import Outcome, run_batch
    from verifier.runs.journal import Journal

    files, run, outcome = find_files(paths), workshop.run_info(), Outcome()
    journal = Journal(saved, run, datetime.now(UTC))
    try:
        with _terminable(), progress(outcome, expected(files), quiet=quiet) as tell:
            run_batch(workshop.pipeline, run, read_articles(files, published), as_of, saved, outcome, tell)
    except KeyboardInterrupt:
        _stopped(journal, outcome)
    except VerifierError:
        _note_down(journal, outcome, "failed")
        raise
    journal.write(outcome, "done")
    return outcome


def _stopped(journal: "Journal", outcome: "Outcome") -> NoReturn:
    _note_down(journal, outcome, "stopped")
    note(
        f"stopped: {outcome.verified} article(s) verified now, {outcome.resumed} before, all saved in "
        f"{journal.saved.path}; the same command goes on where it was"
    )
    raise typer.Exit(STOPPED)


def _note_down(journal: "Journal", outcome: "Outcome", status: str) -> None:
    try:
        journal.write(outcome, status)
    except OutputError as error:  # what ended the run matters more
        note(f"run.json: {error}")


@contextmanager
def _terminable() -> Iterator[None]:
    """Take a request to terminate, as batch systems send it, for Ctrl-C."""

    def stop(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _status(outcome: "Outcome", saved: "SavedRun", fail_on: Sequence[Label]) -> int:
    if outcome.failures or outcome.broken:
        return SOME_FAILED
    return LABEL_MET if any(saved[id_].count(label) for id_ in outcome.order for label in fail_on) else 0
