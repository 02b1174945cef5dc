"""The whole program in one sentence: article -> claims -> findings and evidence -> verdicts -> report."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from verifier.copies import from_article
from verifier.errors import JudgementError, VerifierError
from verifier.protocols import Checker, Judge, Retriever, Splitter
from verifier.records import (
    Article,
    CheckedClaim,
    Claim,
    Failure,
    Finding,
    Hit,
    Kind,
    Pair,
    Report,
    RunInfo,
    Split,
)
from verifier.retrieval.dated import search_outside
from verifier.verdict.decide import Decider, not_checkable
from verifier.verdict.naming import Naming
from verifier.verdict.weighing import Judged


@dataclass(frozen=True, slots=True)
class Question:
    """A claim, the day it is judged for, and the article whose own text must not be evidence."""

    claim: Claim
    as_of: date
    article: Article | None = None


@dataclass(slots=True)
class Stopwatch:
    """Wall seconds by stage."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time spent in the block to the stage."""
        start = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The parts, wired by `build.py`; each may be replaced by one's own."""

    splitter: Splitter
    checker: Checker
    retriever: Retriever
    naming: Naming
    judge: Judge
    decider: Decider
    run: RunInfo
    top_k: int = 8

    def verify(self, articles: Sequence[Article], as_of: date) -> list[Report]:
        """Return one report an article; claims of all articles share retrieval and NLI batches.

        Args:
            articles: texts to verify.
            as_of: the day to judge for where an article states no publication date.
        """
        watch = Stopwatch()
        with watch.stage("split"):
            outcomes = [self._split(article) for article in articles]
        questions = [
            Question(claim, article.published or as_of, article)
            for article, (split, _) in zip(articles, outcomes, strict=True)
            for claim in split.claims
        ]
        judged = iter(self._checked(questions, watch))
        reports = []
        for article, (split, failures) in zip(articles, outcomes, strict=True):
            given = [next(judged) for _ in split.claims]
            claims = tuple(item for item in given if isinstance(item, CheckedClaim))
            failures += tuple(item for item in given if isinstance(item, Failure))
            share = {name: value / len(articles) for name, value in watch.seconds.items()}
            reports.append(
                Report(
                    article=article,
                    claims=claims,
                    skipped=split.skipped,
                    failures=failures,
                    run=self.run,
                    seconds={name: round(value, 4) for name, value in share.items()},
                )
            )
        return reports

    def _split(self, article: Article) -> tuple[Split, tuple[Failure, ...]]:
        try:
            return self.splitter.split(article), ()
        except VerifierError as error:
            failure = Failure(stage="split", item=article.id, error=type(error).__name__, message=str(error))
            return Split(claims=()), (failure,)

    def check(self, questions: Sequence[Question]) -> list[CheckedClaim]:
        """Return a verdict on each claim; kinds that are not facts are not judged.

        Raises:
            JudgementError: a claim cannot be judged.
        """
        checked = []
        for item in self._checked(questions, Stopwatch()):
            if isinstance(item, Failure):
                raise JudgementError(item.message)
            checked.append(item)
        return checked

    def _checked(self, questions: Sequence[Question], watch: Stopwatch) -> list[CheckedClaim | Failure]:
        facts = [question for question in questions if question.claim.kind is Kind.FACT]
        with watch.stage("check"):
            findings = [self.checker.check(question.claim, question.as_of) for question in facts]
        with watch.stage("retrieve"):
            hits = self._search(facts, findings)
        with watch.stage("judge"):
            judged = self._judge(facts, hits)
        with watch.stage("decide"):
            answered = iter([self._decide(*item) for item in zip(facts, findings, judged, strict=True)])
        return [
            next(answered)
            if q.claim.kind is Kind.FACT
            else CheckedClaim(claim=q.claim, verdict=not_checkable(q.claim, q.as_of))
            for q in questions
        ]

    def _decide(
        self, question: Question, finding: Finding | None, evidence: list[Judged] | Failure
    ) -> CheckedClaim | Failure:
        if isinstance(evidence, Failure):
            return evidence
        verdict = self.decider.decide(question.claim, question.as_of, finding, evidence)
        return CheckedClaim(claim=question.claim, verdict=verdict)

    def _search(self, facts: Sequence[Question], findings: Sequence[Finding | None]) -> list[list[Hit]]:
        """Return retrieved hits, later ones last, the rows of a finding among them, the article's own text left out."""
        asked = [(question.claim.text, question.as_of) for question in facts]
        found = search_outside(
            self.retriever, asked, self.top_k, lambda n, hit: from_article(hit.passage, facts[n].article)
        )
        merged = []
        for finding, hits in zip(findings, found, strict=True):
            known = {hit.passage.id for hit in hits}
            used = [p for p in finding.passages if p.id not in known] if finding else []
            hits = [*hits, *(Hit(passage=p, score=0.0, rank=len(hits) + 1 + n) for n, p in enumerate(used))]
            merged.append(hits)
        return merged

    def _judge(self, facts: Sequence[Question], hits: Sequence[Sequence[Hit]]) -> list[list[Judged] | Failure]:
        """Judge all pairs in one batch; where that fails, claim by claim, so that only the culprit is lost."""
        asked = [
            [self._pair(hit.passage.premise, question.claim) for hit in found]
            for question, found in zip(facts, hits, strict=True)
        ]
        try:
            judgements = iter(self.judge.judge([pair for pairs in asked for pair in pairs]))
        except JudgementError:
            return [self._judge_one(*item) for item in zip(facts, asked, hits, strict=True)]
        return [[Judged(hit, next(judgements)) for hit in found] for found in hits]

    def _pair(self, premise: str, claim: Claim) -> Pair:
        return Pair(premise=premise, hypothesis=self.naming.as_in(premise, claim.text))

    def _judge_one(self, question: Question, pairs: Sequence[Pair], hits: Sequence[Hit]) -> list[Judged] | Failure:
        try:
            return [Judged(hit, judgement) for hit, judgement in zip(hits, self.judge.judge(pairs), strict=True)]
        except JudgementError as error:
            return Failure(stage="judge", item=question.claim.id, error=type(error).__name__, message=str(error))
