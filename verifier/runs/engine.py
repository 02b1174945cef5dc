"""Who makes the reports of a batch: this process, or workers elsewhere."""

from collections.abc import Callable, Generator, Iterable, Sequence
from datetime import date
from typing import Protocol

from verifier.pipeline import Pipeline
from verifier.records import Article, Report
from verifier.sound import verify_soundly


class Engine(Protocol):
    """Turns groups of articles into reports."""

    @property
    def together(self) -> int:
        """How many articles make a group."""
        ...

    def verify(self, groups: Iterable[Sequence[Article]], as_of: date) -> Generator[list[Report], None, None]:
        """Yield the reports of each group as soon as they are made, in any order; those of an empty group at once.

        Groups are taken only as they are needed. Nothing is opened before the first that is not empty.
        """
        ...


class LocalEngine:
    """Verifies in this process, one group after another."""

    together = 8

    def __init__(self, open_pipeline: Callable[[], Pipeline]) -> None:
        self._open = open_pipeline

    def verify(self, groups: Iterable[Sequence[Article]], as_of: date) -> Generator[list[Report], None, None]:
        """Yield the reports of each group, in order."""
        for group in groups:
            yield verify_soundly(self._open(), group, as_of) if group else []
