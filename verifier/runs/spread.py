"""The engine of several workers, each with models of its own; the process that was started alone writes."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from datetime import date

from verifier.build import Workshop
from verifier.records import Article, Report, RunInfo
from verifier.runs.crew import Crew
from verifier.runs.ground import OpenGround, kit_of

PATIENCE = 600.0  # seconds without progress, above what the size of an article explains


class SpreadEngine:
    """Verifies with a crew; a worker that dies is replaced and its articles are done again."""

    together = 2  # few, so that workers end at about the same time

    def __init__(self, ground: OpenGround, workshop: Workshop, run: RunInfo, patience: float = PATIENCE) -> None:
        self._ground, self._workshop, self._run, self._patience = ground, workshop, run, patience

    def verify(self, groups: Iterable[Sequence[Article]], as_of: date) -> Generator[list[Report], None, None]:
        """Yield the reports of each group as soon as a worker sends them.

        Raises:
            ConfigError: something that the workers need is not installed.
            ClusterError: workers cannot be had, or make no progress.
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
        """Open the ground for the first group that needs work, and give it the others too."""
        with self._ground(kit_of(self._workshop, self._run)) as (ground, size):
            _ = self._workshop.retriever  # a corpus that was never compiled is compiled once, and here
            crew = Crew(ground, size, as_of, self._run, self._patience)
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
