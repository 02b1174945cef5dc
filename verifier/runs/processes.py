"""Workers that are processes of this machine; they end with the one that started them."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from verifier.errors import ClusterError, VerifierError
from verifier.records import Article, Report
from verifier.runs.ground import Ground, Kit, LostError, line
from verifier.runs.worker import Worker

_PATIENCE = 1.0  # seconds in which an idle process can close its files


@dataclass(frozen=True, eq=False, slots=True)
class Handle:
    """A process, and the pipe to it; also the reference of what it is doing."""

    process: BaseProcess
    pipe: "Connection[Any, Any]"


class Processes:
    """A ground of processes, each with models of its own."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._start = multiprocessing.get_context("spawn")  # a copy of threads and locks at work would stand still

    def hire(self) -> tuple[Handle, Handle]:
        """Start a process."""
        ours, theirs = self._start.Pipe()
        process = self._start.Process(target=work, args=(theirs,), name="verifier-worker", daemon=True)
        process.start()
        theirs.close()  # so that its end is seen here
        handle = Handle(process, ours)
        _tell(handle, ("open", self._kit))
        return handle, handle

    def send(self, worker: Handle, articles: Sequence[Article], as_of: date) -> Handle:
        """Send articles down the pipe."""
        _tell(worker, ("verify", (articles, as_of)))
        return worker

    def ready(self, references: Sequence[Handle], seconds: float) -> list[Handle]:
        """Return those whose pipe has something to read, or is closed."""
        pipes = {handle.pipe: handle for handle in references}
        return [pipes[pipe] for pipe in wait(list(pipes), seconds) if isinstance(pipe, Connection)]

    def fetch(self, reference: Handle) -> list[Report]:
        """Read an answer.

        Raises:
            LostError: the process has ended.
            VerifierError: what it met.
        """
        try:
            answer = reference.pipe.recv()
        except (EOFError, OSError) as error:
            reference.process.join(1)
            raise LostError(f"its process ended with {reference.process.exitcode}") from error
        if isinstance(answer, VerifierError):
            raise answer
        return list(answer)

    def end(self, worker: Handle) -> None:
        """End a process: one that waits for work ends with its pipe, another one is killed a second later."""
        worker.pipe.close()
        worker.process.join(_PATIENCE)
        worker.process.kill()
        worker.process.join()

    def room(self) -> str:
        """Say how many processors there are."""
        return f"this machine has {os.cpu_count()} CPUs; look at its memory"


def processes(workers: int) -> Callable[[Kit], Any]:
    """Return what opens such a ground for so many workers."""

    @contextmanager
    def opened(kit: Kit) -> Iterator[tuple[Ground, int]]:
        yield Processes(kit), workers

    return opened


def work(pipe: "Connection[Any, Any]") -> None:
    """Answer what comes down the pipe, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the first process ends the others
    worker = Worker()
    ask: dict[str, Callable[..., list[Report] | None]] = {"open": worker.open, "verify": worker.verify}
    try:
        while True:
            name, asked = pipe.recv()
            try:
                answer: Any = ask[name](*asked) or []
            except VerifierError as error:
                answer = error
            except Exception as error:  # noqa: BLE001  # told where the run was started
                answer = ClusterError(f"a worker failed ({line(error)}); what is finished is kept")
            pipe.send(answer)
    except (EOFError, OSError):
        return  # the process that started this one has ended


def _tell(handle: Handle, what: Any) -> None:
    try:
        handle.pipe.send(what)
    except OSError:
        return  # it has died; whoever waits for the answer will see it
