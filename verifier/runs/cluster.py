"""Workers that are actors of a Ray cluster, on one machine or many.

They are asked one by one. Ray Data, whose own steps need processors beside the actors', waits for ever in silence
where actors hold them all.
"""

import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from verifier.errors import ClusterError, ConfigError, VerifierError
from verifier.records import Article, Report
from verifier.runs.ground import Ground, Kit, LostError, line
from verifier.runs.worker import Worker

_KNOCK = 10.0  # seconds that an address has to answer
_LOCAL = "local"  # Ray's word for a cluster of this machine that ends with the run


class Actors:
    """A ground of actors, each with models of its own."""

    def __init__(self, kit: Kit) -> None:
        import ray

        self._kit = kit
        self._actor = ray.remote(num_cpus=kit.settings.threads, max_restarts=0, max_task_retries=0)(Worker)

    def hire(self) -> tuple[Any, Any]:
        """Start an actor, as soon as there is room."""
        worker = self._actor.remote()
        return worker, worker.open.remote(*self._kit)

    def send(self, worker: Any, articles: Sequence[Article], as_of: date) -> Any:
        """Let an actor verify articles."""
        return worker.verify.remote(articles, as_of)

    def ready(self, references: Sequence[Any], seconds: float) -> list[Any]:
        """Wait for one that is done or lost."""
        import ray

        found: list[Any] = ray.wait(list(references), timeout=seconds)[0]
        return found

    def fetch(self, reference: Any) -> list[Report]:
        """Return what was made.

        Raises:
            LostError: the actor, its machine, or what it had made is gone.
            VerifierError: what it met.
        """
        import ray
        from ray.exceptions import RayError, RayTaskError

        try:
            return list(ray.get(reference) or [])
        except RayTaskError as error:
            raise _cause(error) from error
        except RayError as error:
            raise LostError(line(error)) from error

    def end(self, worker: Any) -> None:
        """Kill an actor."""
        import ray

        ray.kill(worker)

    def room(self) -> str:
        """Say how many processors the cluster has."""
        import ray

        total, free = ray.cluster_resources().get("CPU", 0), ray.available_resources().get("CPU", 0)
        return f"the cluster has {total:g} CPUs, {free:g} of them free; look at `ray status`"


def _cause(error: Any) -> VerifierError:
    """Return what a worker raised, as if it had happened here."""
    cause = error.cause
    if isinstance(cause, VerifierError):
        return cause
    return ClusterError(f"a worker failed ({line(cause)}); what is finished is kept, and the same command goes on")


def actors(address: str | None, workers: int | None, tell: Callable[[str], None]) -> Callable[[Kit], Any]:
    """Return what opens such a ground.

    Args:
        address: of a running cluster; this machine by default.
        workers: how many; as many as there is room for by default.
        tell: told where fewer find room.
    """

    @contextmanager
    def opened(kit: Kit) -> Iterator[tuple[Ground, int]]:
        with connected(address, workers, kit.settings.threads) as room:
            if workers and workers > room:
                tell(f"the cluster has room for {room} of {workers} workers now; the others start when there is more")
            yield Actors(kit), workers or max(room, 1)

    return opened


@contextmanager
def connected(address: str | None, workers: int | None, threads: int) -> Iterator[int]:
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
    if address:
        _refuse_deaf(address)
    before = signal.getsignal(signal.SIGTERM)
    own = {"num_cpus": workers * threads} if workers and address is None else {}
    try:
        ray.init(address=address or _LOCAL, include_dashboard=None if address else False,
                 log_to_driver=False, logging_level="ERROR", **own)  # fmt: skip
    except (ConnectionError, RuntimeError, ValueError, TimeoutError) as error:
        raise _no_answer(address or "this machine", error) from error
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
