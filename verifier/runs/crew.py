"""Workers, what each is doing, and what becomes of it when one dies."""

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from verifier.errors import ClusterError
from verifier.records import Article, Report, RunInfo
from verifier.runs.ground import Ground, LostError, line
from verifier.sound import given_up

_LOOK = 1.0  # seconds between two looks at the clock
_SLOWEST = 100  # characters a second: a tenth of what one slow core does
_TRIES = 3  # workers that may die over one article before it is given up
_DEATHS = 3  # workers that may die one after another while they open their models, beside one for each asked for


@dataclass(frozen=True, slots=True)
class Task:
    """Articles that one worker verifies together."""

    articles: tuple[Article, ...]
    tried: int = 0  # workers that died over them

    @property
    def size(self) -> int:
        """Characters."""
        return sum(len(article.text) for article in self.articles)


@dataclass(frozen=True, slots=True)
class Flight:
    """What a worker is doing; without a task it opens its models."""

    worker: Any
    task: Task | None = None


class Crew:
    """A pool of workers; each does one task at a time, and another does again what one that died was doing."""

    def __init__(self, ground: Ground, size: int, as_of: date, run: RunInfo, patience: float) -> None:
        """Hire the workers.

        Args:
            ground: where they come from.
            size: how many.
            as_of: the day to judge for where an article states none.
            run: for reports of articles that are given up.
            patience: seconds without a finished task, above what its size explains, after which the run is ended.
        """
        self._ground, self._size, self._as_of, self._run, self._patience = ground, size, as_of, run, patience
        self._waiting: deque[Task] = deque()
        self._workers: list[Any] = []  # that were hired and live
        self._idle: list[Any] = []
        self._flights: dict[Any, Flight] = {}
        self._died_opening = 0
        self._last = time.monotonic()
        for _ in range(size):
            self._replace()

    @property
    def full(self) -> bool:
        """Say whether each worker has its next task waiting."""
        return len(self._waiting) >= self._size

    @property
    def busy(self) -> bool:
        """Say whether reports are still to come."""
        return bool(self._waiting) or any(flight.task for flight in self._flights.values())

    def send(self, articles: tuple[Article, ...]) -> None:
        """Queue articles."""
        if not self.busy:
            self._last = time.monotonic()
        self._waiting.append(Task(articles))
        self._dispatch()

    def landed(self) -> Iterator[list[Report]]:
        """Wait for a moment, and yield the reports that came.

        Raises:
            ClusterError: there is no progress, or workers cannot be opened.
            VerifierError: what a worker met that ends a run.
        """
        for reference in self._ground.ready(list(self._flights), _LOOK):
            yield from self._land(reference, self._flights.pop(reference))
        self._dispatch()
        self._watch()

    def dismiss(self) -> None:
        """End the workers."""
        for worker in self._workers:
            self._ground.end(worker)

    def _dispatch(self) -> None:
        while self._waiting and self._idle:
            worker, task = self._idle.pop(), self._waiting.popleft()
            self._flights[self._ground.send(worker, task.articles, self._as_of)] = Flight(worker, task)

    def _land(self, reference: Any, flight: Flight) -> Iterator[list[Report]]:
        try:
            reports = self._ground.fetch(reference)
        except LostError as error:
            yield from self._lost(flight, error)
            return
        self._last, self._died_opening = time.monotonic(), 0
        self._idle.append(flight.worker)
        if flight.task:
            yield reports

    def _lost(self, flight: Flight, error: Exception) -> Iterator[list[Report]]:
        """Take another worker for one that died, and have its task done again."""
        self._workers.remove(flight.worker)
        self._ground.end(flight.worker)  # one that is only out of reach must not come back
        if flight.task is None:
            self._died_opening += 1
            if self._died_opening > _DEATHS + self._size:
                raise ClusterError(f"workers die while they open their models ({line(error)}); is memory short?")
        self._replace()
        if flight.task is None:
            return
        articles, tried = flight.task.articles, flight.task.tried + 1
        if len(articles) > 1:  # one of them may be the reason
            self._waiting.extendleft(Task((article,), tried) for article in reversed(articles))
        elif tried < _TRIES:
            self._waiting.appendleft(Task(articles, tried))
        else:
            self._last = time.monotonic()
            yield [given_up(self._run, articles[0], ClusterError(f"{tried} workers died over it"))]

    def _replace(self) -> None:
        worker, opened = self._ground.hire()
        self._workers.append(worker)
        self._flights[opened] = Flight(worker)

    def _watch(self) -> None:
        """Raise an error where nothing has come for longer than the tasks' sizes explain."""
        tasks = [flight.task for flight in self._flights.values() if flight.task]
        allowed = self._patience + max((task.size for task in tasks), default=0) / _SLOWEST
        silent = time.monotonic() - self._last
        if silent <= allowed:
            return
        opening = len(self._flights) - len(tasks)
        at_work = ", ".join(task.articles[0].id for task in tasks[:3]) or "none"
        raise ClusterError(
            f"no progress for {silent:.0f} s: {opening} of {self._size} workers are not open yet "
            f"({self._ground.room()}), articles at work: {at_work}; ask for fewer --workers, or give more --patience; "
            "what is finished is kept, and the same command goes on"
        )
