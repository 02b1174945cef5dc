"""Runs a pipeline over articles, a few at a time, and saves each report as soon as it is made."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from verifier.pipeline import Pipeline
from verifier.records import Article, Failure, Report
from verifier.runs.saved import SavedRun, digest

_TOGETHER = 8  # articles whose claims share a batch


@dataclass(slots=True)
class Outcome:
    """What a batch came to."""

    reports: list[Report] = field(default_factory=list)  # made now or found finished, as the articles came
    failures: list[Failure] = field(default_factory=list)  # articles that could not be read
    resumed: int = 0  # reports that an earlier run had finished


def run_batch(
    open_pipeline: Callable[[], Pipeline],
    key: str,
    items: Iterable[Article | Failure],
    as_of: date,
    saved: SavedRun,
    progress: Callable[[Article], None] = lambda article: None,
) -> Outcome:
    """Verify what is not finished yet.

    Args:
        open_pipeline: called only when there is an article to verify.
        key: key of the configuration; reports of other keys are made again.
        items: articles, and failures to read some.
        as_of: the day to judge for where an article states no date.
        saved: the folder that keeps the reports.
        progress: told of each article when its report is saved.
    """
    outcome, done = Outcome(), saved.done(key)
    order: list[str] = []
    waiting: list[Article] = []
    for item in items:
        if isinstance(item, Failure):
            outcome.failures.append(item)
            continue
        order.append(item.id)
        day = str(item.published or as_of)
        if done.get(item.id) in (digest(item, day), digest(item, "")):
            outcome.resumed += 1
            continue
        waiting.append(item)
    for group in _groups(waiting):
        for report in open_pipeline().verify(group, as_of):
            saved.add(report)
            progress(report.article)
    here = set(order)
    outcome.reports = [report for report in saved.keep_latest(order) if report.article.id in here]
    return outcome


def _groups(articles: list[Article]) -> Iterator[list[Article]]:
    for start in range(0, len(articles), _TOGETHER):
        yield articles[start : start + _TOGETHER]
