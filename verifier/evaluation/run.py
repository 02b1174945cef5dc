"""Runs suites one after another; a suite whose data is absent is reported as not run."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from verifier.evaluation.records import Result, Status
from verifier.evaluation.setting import Setting
from verifier.evaluation.suites import Suite, Task
from verifier.evaluation.systems import PROGRAM
from verifier.evaluation.tasks import articles, claims, pairs, probe, retrieval, speed, splitting

TASKS: Mapping[Task, Callable[[Suite, Setting], Iterator[Result]]] = {
    Task.ARTICLES: articles.run,
    Task.CLAIMS: claims.run,
    Task.PAIRS: pairs.run,
    Task.PROBE: probe.run,
    Task.RETRIEVAL: retrieval.run,
    Task.SPEED: speed.run,
    Task.SPLIT: splitting.run,
}


def evaluate(chosen: Sequence[Suite], setting: Setting) -> Iterator[Result]:
    """Yield results as they come."""
    for suite in chosen:
        reason = setting.absent(suite)
        if reason:
            yield Result(suite=suite.name, task=suite.task, system=PROGRAM, status=Status.NOT_RUN, reason=reason)
        else:
            yield from TASKS[suite.task](suite, setting)
