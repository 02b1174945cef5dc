"""What a request asks of the pipeline, and where its answer goes."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date

from verifier.pipeline import Question
from verifier.records import Article, CheckedClaim, Report


@dataclass(frozen=True, slots=True)
class ArticleJob:
    """An article to verify."""

    article: Article
    as_of: date  # the day to judge for where the article states none
    ends: float  # on the monotonic clock
    answer: "Future[Report]" = field(default_factory=Future)

    @property
    def size(self) -> int:
        """Characters."""
        return len(self.article.text)


@dataclass(frozen=True, slots=True)
class ClaimsJob:
    """Claims to check."""

    questions: Sequence[Question]
    ends: float
    answer: "Future[list[CheckedClaim]]" = field(default_factory=Future)

    @property
    def size(self) -> int:
        """Characters."""
        return sum(len(question.claim.text) for question in self.questions)


Job = ArticleJob | ClaimsJob
