"""The engine on Ray: workers with models of their own on one machine or many; this process alone writes.

Actors are asked one by one. Ray Data, whose own steps need processors beside the actors', waits for ever in silence
where actors hold them all.
"""

import os
import signal
import socket
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from verifier import bundled
from verifier.build import Workshop
from verifier.config import Settings
from verifier.errors import ClusterError, ConfigError
from verifier.records import Article, Report, RunInfo
from verifier.runs.crew import Crew
from verifier.runs.worker import Worker

_KNOCK = 10.0  # seconds that an address has to answer
_LOCAL = "local"  # Ray's word for a cluster of this machine that ends with the run


@dataclass(frozen=True, slots=True)
class Plan:
    """What a user asks of a cluster."""

    workers: int | None = None  # None: as many as there is room for
    address: str | None = None  # None: this machine
    patience: float = 600.0  # seconds without progress, above what the size of an article explains


class RayEngine:
    """Verifies on the workers of a Ray cluster; a worker that dies is replaced and its articles are done again."""

    together = 2  # few, so that workers end at about the same time

    def __init__(self, plan: Plan, workshop: Workshop, run: RunInfo, tell: Callable[[str], None]) -> None:
        self._plan, self._workshop, self._run, self._tell = plan, workshop, run, tell

    def verify(self, groups: Iterable[Sequence[Article]], as_of: date) -> Generator[list[Report], None, None]:
        """Yield the reports of each group as soon as a worker sends them.

        Raises:
            ConfigError: Ray is not installed.
            ClusterError: no cluster answers, or it makes no progress.
            VerifierError: what a worker met that ends a run.
        """
        pending = iter(groups)
        for group in pending:
            if group:
                yield from self._spread(group, pending, as_of)
            else:
                yield []

    def _spread(
        self, first: Sequence[Article], others: Iterator[Sequence[Article]], as_of: date
    ) -> Generator[list[Report], None, None]:
        """Open the cluster for the first group that needs work, and give it the others too."""
        settings = portable(self._workshop)
        with connected(self._plan, settings.threads) as size:
            _ = self._workshop.retriever  # a corpus that was never compiled is compiled once, and here
            crew = Crew(self._hire(settings), self._workers(size), as_of, self._run, self._plan.patience)
            try:
                crew.send(tuple(first))
                for group in others:
                    if not group:
                        yield []
                        continue
                    while crew.full:
                        yield from crew.landed()
                    crew.send(tuple(group))
                while crew.busy:
                    yield from crew.landed()
            finally:
                crew.dismiss()

    def _workers(self, room: int) -> int:
        asked = self._plan.workers or max(room, 1)
        if asked > room:
            self._tell(f"the cluster has room for {room} of {asked} workers now; the others start when there is more")
        return asked

    def _hire(self, settings: Settings) -> Callable[[], tuple[Any, Any]]:
        import ray

        actor = ray.remote(num_cpus=settings.threads, max_restarts=0, max_task_retries=0)(Worker)
        cache, run = self._workshop.cache and self._workshop.cache.resolve(), self._run

        def hire() -> tuple[Any, Any]:
            worker = actor.remote()
            return worker, worker.open.remote(settings, cache, run)

        return hire


def portable(workshop: Workshop) -> Settings:
    """Return settings that mean the same in another folder, with one thread a worker unless more are set."""
    settings, changes = workshop.settings, {}
    if settings.corpus not in bundled.corpora():
        changes["corpus"] = str(workshop.corpus_folder.resolve())
    if settings.nli != "bundled" and Path(settings.nli).is_dir():
        changes["nli"] = str(Path(settings.nli).resolve())
    return settings.model_copy(update={**changes, "threads": settings.threads or 1})


@contextmanager
def connected(plan: Plan, threads: int) -> Iterator[int]:
    """Join a cluster, or start one on this machine for the time of the block; yield for how many workers it has room.

    Raises:
        ConfigError: Ray is not installed.
        ClusterError: no cluster answers.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing leaves the machine
    try:
        import ray
    except ImportError as error:
        raise ConfigError('--engine ray needs ray: pip install "verifier[ray]"') from error
    if plan.address:
        _refuse_deaf(plan.address)
    before = signal.getsignal(signal.SIGTERM)
    own = {"num_cpus": plan.workers * threads} if plan.workers and plan.address is None else {}
    try:
        ray.init(address=plan.address or _LOCAL, include_dashboard=None if plan.address else False,
                 log_to_driver=False, logging_level="ERROR", **own)  # fmt: skip
    except (ConnectionError, RuntimeError, ValueError, TimeoutError) as error:
        raise _no_answer(plan.address or "this machine", error) from error
    finally:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, before)  # Ray takes the signal for itself
    try:
        yield int(ray.available_resources().get("CPU", 0)) // threads
    finally:
        ray.shutdown()


def _refuse_deaf(address: str) -> None:
    """Knock first: Ray itself would try for many minutes.

    Raises:
        ClusterError: nothing listens there.
    """
    host, _, port = address.rpartition("//")[2].rpartition(":")
    if not port.isdigit():
        return  # "auto": Ray finds what runs on this machine
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=_KNOCK).close()
    except OSError as error:
        raise _no_answer(address, error) from error


def _no_answer(address: str, error: Exception) -> ClusterError:
    return ClusterError(
        f"{address}: no Ray cluster answers ({' '.join(str(error).split())[:200]}); start one with `ray start --head`, "
        "give its --address, or leave it out to use this machine"
    )
