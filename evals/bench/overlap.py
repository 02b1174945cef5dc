"""Compares one process that does one stage after another with one whose second thread takes articles apart ahead.

    python evals/bench/overlap.py [ARTICLES] [ROUNDS]

Both ways take turns over the same articles, with NLI on all processors as the program has it. Printed is how many times
faster working ahead is in each round, and the median; the load of the machine says how much of that is chance.
"""

import os
import statistics
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from queue import Queue

from batch import DAY, made_articles, measured

from verifier.build import Workshop
from verifier.config import Settings
from verifier.pipeline import Pipeline
from verifier.process import prepare_process
from verifier.records import Article, Report, Split
from verifier.runs.engine import LocalEngine

Group = Sequence[Article]


@dataclass(frozen=True, slots=True)
class Given:
    """A splitter that hands out what was made ahead."""

    splits: dict[str, Split]

    def split(self, article: Article) -> Split:
        """Return the claims of an article."""
        return self.splits[article.id]


def in_turn(pipeline: Pipeline, groups: Sequence[Group]) -> list[Report]:
    """Verify as the program does."""
    return [report for group in groups for report in pipeline.verify(group, DAY)]


def overlapping(pipeline: Pipeline, groups: Sequence[Group]) -> list[Report]:
    """Verify with a second thread that is one group ahead."""
    return [
        report
        for group, given in _ahead(pipeline, groups)
        for report in replace(pipeline, splitter=given).verify(group, DAY)
    ]


def _ahead(pipeline: Pipeline, groups: Sequence[Group]) -> Iterator[tuple[Group, Given]]:
    made: Queue[tuple[Group, Given] | None] = Queue(1)

    def work() -> None:
        for group in groups:
            made.put((group, Given({article.id: pipeline.splitter.split(article) for article in group})))
        made.put(None)

    threading.Thread(target=work, daemon=True).start()
    while (item := made.get()) is not None:
        yield item


def _verdicts(reports: Sequence[Report]) -> list[object]:
    return [report.claims for report in reports]


def main(count: int, rounds: int) -> None:
    """Let both ways take turns, and print."""
    prepare_process()
    workshop = Workshop(Settings())
    pipeline, articles = workshop.pipeline(), made_articles(count, workshop.corpus_folder)
    size = LocalEngine.together
    groups = [articles[at : at + size] for at in range(0, count, size)]
    pipeline.verify(articles[:1], DAY)  # opens the models
    gains = []
    for _ in range(rounds):
        with measured() as plain:
            expected = in_turn(pipeline, groups)
        with measured() as ahead:
            got = overlapping(pipeline, groups)
        assert _verdicts(got) == _verdicts(expected)
        gains.append(plain.wall / ahead.wall)
        print(f"in turn {plain}, ahead {ahead}: {gains[-1]:.2f} times the rate; load {os.getloadavg()[0]:.1f}")
    print(f"median {statistics.median(gains):.2f} of {rounds} rounds on {os.cpu_count()} processors")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(*(numbers or [24, 5]))
