"""verifier verify: articles -> reports."""

import signal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

from verifier.cli.engines import Address, EngineName, Name, OpenEngine, Patience, Workers, engine_of
from verifier.cli.options import (
    AsOf,
    Cache,
    Config,
    Corpus,
    Nli,
    NoCache,
    OnDevice,
    Paths,
    Published,
    cache_of,
    day,
    settings_of,
)
from verifier.cli.output import note
from verifier.cli.progress import progress
from verifier.errors import InputError, OutputError, VerifierError
from verifier.records import Label

if TYPE_CHECKING:
    from verifier.build import Workshop
    from verifier.protocols import Renderer
    from verifier.records import RunInfo
    from verifier.runs.batch import Outcome
    from verifier.runs.journal import Journal
    from verifier.runs.saved import SavedRun

Item = TypeVar("Item")
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
    formats: Annotated[str, typer.Option("--format", help="Files to write: jsonl, html, md, csv.")] = "jsonl,html",
    nli: Nli = None,
    device: OnDevice = None,
    config: Config = None,
    fail_on: Annotated[
        list[Label] | None, typer.Option("--fail-on", help="Exit with 3 when a claim gets this verdict.")
    ] = None,
    cache: Cache = None,
    no_cache: NoCache = False,
    engine: Name = EngineName.LOCAL,
    workers: Workers = None,
    address: Address = None,
    patience: Patience = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show no progress.")] = False,
) -> None:
    """Verify articles: print a claim table, write the reports; the same command again goes on where it stopped."""
    from verifier.articles.files import find_files
    from verifier.build import Workshop, renderers
    from verifier.process import prepare_process

    prepare_process()
    open_engine = engine_of(engine, workers, address, patience)
    workshop = Workshop(settings_of(config, corpus, nli, device), cache_of(cache, no_cache))
    chosen = renderers([name.strip() for name in formats.split(",") if name.strip()])
    days = day(published, "--published"), day(as_of, "--as-of") or date.today()
    folder, job = (
        out or default_out(paths),
        Job(workshop, find_files(paths), *days, workshop.run_info(), open_engine, quiet),
    )
    try:
        raise typer.Exit(_verify(job, folder, chosen, fail_on or []))
    except KeyboardInterrupt:
        note(f"stopped; what is finished is in {folder / 'reports.jsonl'}, the same command goes on where it was")
        raise typer.Exit(STOPPED) from None


@dataclass(frozen=True, slots=True)
class Job:
    """What a command asks for."""

    workshop: "Workshop"
    files: list[str]
    published: date | None
    as_of: date
    run: "RunInfo"
    open_engine: OpenEngine
    quiet: bool


def default_out(paths: Sequence[str]) -> Path:
    """Return the folder for reports: named after the only path, else "batch"."""
    if not paths:
        raise InputError("no article given; name a file, a folder, or - for stdin")
    only = Path(paths[0]).stem or Path(paths[0]).resolve().name
    return _OUT / ("batch" if len(paths) > 1 else "stdin" if paths[0] == "-" else only)


def _verify(job: Job, folder: Path, formats: Mapping[str, "Renderer"], fail_on: Sequence[Label]) -> int:
    """Run the batch, write what readers open, print what it came to, and return the exit status."""
    from verifier.cli.summary import tell
    from verifier.runs.pages import write_pages
    from verifier.runs.saved import opened

    with opened(folder) as saved:
        outcome = _run(job, saved)
        files = [saved.path, *write_pages(saved, outcome.order, formats)] if outcome.order else []
        tell(outcome, saved, files)
        return _status(outcome, saved, fail_on)


def _run(job: Job, saved: "SavedRun") -> "Outcome":
    """Verify what is not finished; however it ends, run.json says how."""
    from verifier.articles.expected import expected
    from verifier.articles.read import read_articles
    from verifier.runs.batch import Outcome, run_batch
    from verifier.runs.journal import Journal

    outcome, journal = Outcome(), Journal(saved, job.run, datetime.now(UTC))
    try:
        with _stoppable() as asked, progress(outcome, expected(job.files), quiet=job.quiet) as told:
            items = _till(asked, read_articles(job.files, job.published))
            run_batch(job.open_engine(job.workshop, job.run), job.run, items, job.as_of, saved, outcome, told)
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
def _stoppable() -> Iterator[Event]:
    """Take a request to terminate, as batch systems send it, for Ctrl-C; the event says that one of them came."""
    asked = Event()

    def stop(*_: object) -> NoReturn:
        asked.set()
        raise KeyboardInterrupt

    heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # a job in the background ignores it
    numbers = (signal.SIGINT, signal.SIGTERM) if heard else (signal.SIGTERM,)
    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _till(asked: Event, items: Iterable[Item]) -> Iterator[Item]:
    """Yield items until a stop is asked for: a library that was at work then may have swallowed the interruption."""
    for item in items:
        if asked.is_set():
            raise KeyboardInterrupt
        yield item


def _status(outcome: "Outcome", saved: "SavedRun", fail_on: Sequence[Label]) -> int:
    if outcome.failures or outcome.broken:
        return SOME_FAILED
    return LABEL_MET if any(saved[id_].count(label) for id_ in outcome.order for label in fail_on) else 0
