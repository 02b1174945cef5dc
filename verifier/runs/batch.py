"""Runs a pipeline over articles, a few at a time, and saves each report as soon as it is made."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date

from verifier.records import Article, Failure, Report, RunInfo
from verifier.runs.engine import Engine
from verifier.runs.saved import SavedRun

_LARGE = 40_000  # characters of articles from which a batch is full


@dataclass(slots=True)
class Outcome:
    """What a batch has come to, while it runs and at its end."""

    order: list[str] = field(default_factory=list)  # ids of the articles, as they came
    failures: list[Failure] = field(default_factory=list)  # articles that could not be read
    resumed: int = 0  # reports that an earlier run had finished
    again: Counter[str] = field(default_factory=Counter)  # why articles were verified again -> how many
    verified: int = 0  # reports made now
    claims: int = 0  # of these reports
    broken: int = 0  # of these reports, those with failures
    stages: Counter[str] = field(default_factory=Counter)  # stage -> seconds
    seconds: float = 0.0  # since the start

    @property
    def seen(self) -> int:
        """How many articles are done: verified, found finished, or unreadable."""
        return self.verified + self.resumed + len(self.failures)


def run_batch(
    engine: Engine,
    run: RunInfo,
    items: Iterable[Article | Failure],
    as_of: date,
    saved: SavedRun,
    outcome: Outcome,
    progress: Callable[[Sequence[Report]], None] = lambda reports: None,
) -> None:
    """Verify what is not finished yet; articles come and reports go without ever being held all together.

    Args:
        engine: makes the reports; opens nothing where no article needs one.
        run: the configuration; reports of others are made again.
        items: articles, and failures to read some.
        as_of: the day to judge for where an article states no date.
        saved: the folder that keeps the reports.
        outcome: filled as the batch goes on, so that one that is stopped can be told of.
        progress: told of the reports that were just saved, and, with none, of articles that needed no work.

    Raises:
        OutputError: the folder cannot be written any more.
        VerifierError: the engine cannot be opened, or cannot go on.
    """
    started = time.monotonic()
    groups = _groups(_wanted(items, as_of, run, saved, outcome), engine.together)
    with closing(engine.verify(groups, as_of)) as made:
        for reports in made:
            if reports:
                saved.add(reports)
                _count(outcome, reports)
            outcome.seconds = time.monotonic() - started
            progress(reports)
    saved.keep_latest(outcome.order)
    outcome.seconds = time.monotonic() - started


def _wanted(
    items: Iterable[Article | Failure], as_of: date, run: RunInfo, saved: SavedRun, outcome: Outcome
) -> Iterator[Article | None]:
    """Yield articles to verify, and None for each that needs no work."""
    for item in items:
        if isinstance(item, Failure):
            outcome.failures.append(item)
            yield None
            continue
        outcome.order.append(item.id)
        why = saved.why(item, as_of, run)
        if why is None:
            outcome.resumed += 1
            yield None
            continue
        if why != "new":
            outcome.again[why] += 1
        yield item


def _groups(wanted: Iterable[Article | None], together: int) -> Iterator[list[Article]]:
    """Yield articles in groups, and an empty group for each that needs no work."""
    waiting: list[Article] = []
    for item in wanted:
        if item is None:
            yield []
            continue
        waiting.append(item)
        if len(waiting) == together or sum(len(article.text) for article in waiting) >= _LARGE:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _count(outcome: Outcome, reports: Sequence[Report]) -> None:
    outcome.verified += len(reports)
    for report in reports:
        outcome.claims += len(report.claims)
        outcome.broken += bool(report.failures)
        outcome.stages.update(report.seconds)
