"""What a crew of workers stands on: processes of this machine, or actors of a Ray cluster."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from verifier import bundled
from verifier.build import Workshop
from verifier.config import Settings
from verifier.records import Article, Report, RunInfo


class LostError(Exception):
    """A worker is gone, or out of reach, or what it had made is lost."""


class Kit(NamedTuple):
    """What a worker opens itself with."""

    settings: Settings
    cache: Path | None
    run: RunInfo


class Ground(Protocol):
    """Hires workers, each of which does one thing at a time; workers and references are the ground's own."""

    def hire(self) -> tuple[Any, Any]:
        """Return a new worker, and the reference of its opening."""
        ...

    def send(self, worker: Any, articles: Sequence[Article], as_of: date) -> Any:
        """Let a worker verify articles; return a reference."""
        ...

    def ready(self, references: Sequence[Any], seconds: float) -> list[Any]:
        """Wait for some that are done or lost, no longer than so many seconds."""
        ...

    def fetch(self, reference: Any) -> list[Report]:
        """Return what was made; nothing of an opening.

        Raises:
            LostError: the worker is gone.
            VerifierError: what the worker met.
        """
        ...

    def end(self, worker: Any) -> None:
        """End a worker, whatever it is doing."""
        ...

    def room(self) -> str:
        """Say what the ground has room for, and where to look."""
        ...


OpenGround = Callable[[Kit], AbstractContextManager[tuple[Ground, int]]]  # with the number of workers to hire


def kit_of(workshop: Workshop, run: RunInfo) -> Kit:
    """Return what means the same in another folder: whole paths, and one thread a worker unless more are set."""
    settings, changes = workshop.settings, {}
    if settings.corpus not in bundled.corpora():
        changes["corpus"] = str(workshop.corpus_folder.resolve())
    if settings.nli != "bundled" and Path(settings.nli).is_dir():
        changes["nli"] = str(Path(settings.nli).resolve())
    settings = settings.model_copy(update={**changes, "threads": settings.threads or 1})
    return Kit(settings, workshop.cache and workshop.cache.resolve(), run)


def line(error: BaseException) -> str:
    """Return an error in one line."""
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
