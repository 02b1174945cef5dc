"""What runs on each worker of a cluster: one whole program with its models, for a driver that writes the reports."""

import socket
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from verifier.build import Workshop
from verifier.config import Settings
from verifier.errors import ClusterError
from verifier.pipeline import Pipeline
from verifier.process import prepare_process
from verifier.records import Article, Report, RunInfo
from verifier.sound import verify_soundly


class Worker:
    """Opened once, then asked again and again."""

    def __init__(self) -> None:
        self._pipeline: Pipeline | None = None

    def open(self, settings: Settings, cache: Path | None, run: RunInfo) -> None:
        """Open the models and the corpus; reports will say that the driver's configuration made them.

        Raises:
            ClusterError: this machine has another version, corpus or model than the driver.
            VerifierError: something cannot be opened.
        """
        prepare_process()
        workshop = Workshop(settings, cache)
        differs = difference(run, workshop.run_info())
        if differs:
            raise ClusterError(
                f"worker on {socket.gethostname()}: {differs} than where the run was started; install the same version "
                "there, and give it the same files"
            )
        self._pipeline = replace(workshop.warm_up(), run=run)

    def verify(self, articles: Sequence[Article], as_of: date) -> list[Report]:
        """Return one report an article."""
        if self._pipeline is None:
            raise ClusterError("a worker was asked before it was opened; a fault of the program: report it")
        return verify_soundly(self._pipeline, articles, as_of)


def difference(driver: RunInfo, worker: RunInfo) -> str | None:
    """Say in what two machines differ; models and corpora are compared by content, wherever they lie."""
    if driver.version != worker.version:
        return f"another version ({worker.version}, not {driver.version})"
    if driver.corpus != worker.corpus:
        return f"another corpus ({worker.corpus}, not {driver.corpus})"
    ours, theirs = _contents(driver.models), _contents(worker.models)
    names = sorted(name for name in ours if ours[name] != theirs.get(name))
    return f"another model for {', '.join(names)}" if names else None


def _contents(models: Mapping[str, str]) -> dict[str, str]:
    """Return the hash of each model, or the name of one that is in no folder."""
    return {name: told.split()[-1] for name, told in models.items()}
