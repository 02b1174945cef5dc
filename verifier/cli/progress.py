"""How far a batch is: a bar on a terminal, plain lines elsewhere, nothing when asked to be quiet."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from verifier.cli.output import note

if TYPE_CHECKING:
    from verifier.records import Report
    from verifier.runs.batch import Outcome

Told = Callable[[Sequence["Report"]], None]
FEW = 5  # articles that are named one by one
_PAUSE = 10.0  # seconds between two plain lines


@contextmanager
def progress(outcome: "Outcome", expected: int | None, *, quiet: bool) -> Iterator[Told]:
    """Give what is to be told of reports that were saved.

    Args:
        outcome: of the batch, as it grows.
        expected: articles of the batch, where it can be known.
        quiet: say nothing.
    """
    if quiet:
        yield lambda reports: None
    elif sys.stderr.isatty():
        with _bar(outcome, expected) as tell:
            yield tell
    else:
        yield _Lines(outcome, expected)


@contextmanager
def _bar(outcome: "Outcome", expected: int | None) -> Iterator[Told]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[words]}")
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("articles", total=expected, words="opening the models")

        def tell(reports: Sequence["Report"]) -> None:
            bar.update(task, completed=outcome.seen, words=words(outcome, expected))

        yield tell


class _Lines:
    """Names a few articles one by one; of many it tells every few seconds."""

    def __init__(self, outcome: "Outcome", expected: int | None) -> None:
        self._outcome, self._expected = outcome, expected
        self._last = time.monotonic()

    def __call__(self, reports: Sequence["Report"]) -> None:
        if (self._expected or 0) <= FEW:
            for report in reports:
                note(f"done: {report.article.source or report.article.id}")
        elif time.monotonic() - self._last >= _PAUSE:
            self._last = time.monotonic()
            note(f"{self._outcome.seen} of {self._expected} articles, {words(self._outcome, self._expected)}")


def words(outcome: "Outcome", expected: int | None) -> str:
    """Return claims, rate, time left and failures.

    Example: "1,032 claims, 95 articles/min, 4 min left, 1 failed".
    """
    parts = [f"{outcome.claims:,} claims"]
    if outcome.verified and outcome.seconds > 0:
        rate = outcome.verified / outcome.seconds
        parts.append(f"{pace(outcome)} articles/min")
        if expected and expected > outcome.seen:
            parts.append(f"{duration((expected - outcome.seen) / rate)} left")
    failed = len(outcome.failures) + outcome.broken
    return ", ".join([*parts, *([f"{failed} failed"] if failed else [])])


def pace(outcome: "Outcome") -> str:
    """Return how many articles were verified a minute, in three digits at least."""
    rate = 60 * outcome.verified / outcome.seconds
    return f"{rate:,.0f}" if rate >= 100 else f"{rate:.3g}"


def duration(seconds: float) -> str:
    """Write a duration in the unit that fits.

    >>> duration(40), duration(400), duration(40_000)
    ('40 s', '7 min', '11.1 h')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"
