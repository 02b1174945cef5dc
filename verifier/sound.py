"""Verifies a group of articles so that one on which a part chokes is lost alone."""

from collections.abc import Sequence
from datetime import date

from verifier.pipeline import Pipeline
from verifier.records import Article, Failure, Report, RunInfo

BUGS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, RuntimeError, TypeError,
        ValueError)  # fmt: skip  # what a fault of a part raises on one odd article


def verify_soundly(pipeline: Pipeline, group: Sequence[Article], as_of: date) -> list[Report]:
    """Verify a group; where that fails, one by one; a report of the culprit says what happened."""
    try:
        return pipeline.verify(group, as_of)
    except BUGS as error:
        if len(group) == 1:
            return [given_up(pipeline.run, group[0], error)]
        return [report for article in group for report in verify_soundly(pipeline, [article], as_of)]


def given_up(run: RunInfo, article: Article, error: Exception) -> Report:
    """Return the report of an article that nothing could be made of."""
    message = f"{article.source or article.id}: {error or type(error).__name__}; a fault of the program: report it"
    failure = Failure(stage="verify", item=article.id, error=type(error).__name__, message=message)
    return Report(article=article, claims=(), failures=(failure,), run=run)
