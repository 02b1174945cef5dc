"""Answers what waits, together: one thread owns the models, and takes all that has come since it last looked.

An answer does not depend on what it shared a batch with: the splitter reads one article at a time, and a judge promises
the same judgement of a pair in any batch.
"""

import threading
import time
from collections import deque
from collections.abc import Sequence
from concurrent.futures import InvalidStateError
from contextlib import suppress
from dataclasses import replace
from datetime import date

from verifier.errors import JudgementError, VerifierError
from verifier.pipeline import Pipeline
from verifier.serve.deadline import DeadlineJudge
from verifier.serve.jobs import ArticleJob, ClaimsJob, Job
from verifier.serve.limits import Limits
from verifier.serve.problems import BusyError, FaultError, StoppingError, TimeLimitError, UnusableError
from verifier.sound import verify_soundly


class Pool:
    """A queue and the thread that empties it."""

    def __init__(self, pipeline: Pipeline, limits: Limits) -> None:
        self._judge = DeadlineJudge(pipeline.judge)
        self._pipeline = replace(pipeline, judge=self._judge)
        self._limits = limits
        self._waiting: deque[Job] = deque()
        self._changed = threading.Condition()
        self._stopping = False
        self.batches = 0  # that were taken
        self._thread = threading.Thread(target=self._work, name="verifier-pool", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Say whether jobs are answered."""
        return self._thread.is_alive() and not self._stopping

    @property
    def waiting(self) -> int:
        """How many jobs nobody has begun."""
        return len(self._waiting)

    def put(self, job: Job) -> None:
        """Queue a job; its future gets the answer, or a named error.

        Raises:
            BusyError: too many wait.
            StoppingError: the service is about to end.
        """
        with self._changed:
            if self._stopping:
                raise StoppingError("the service is about to stop; send the request again")
            if len(self._waiting) >= self._limits.waiting:
                raise BusyError(f"{self._limits.waiting} requests wait already; send this one later")
            self._waiting.append(job)
            self._changed.notify()

    def close(self, patience: float) -> None:
        """Refuse what waits, and give the batch that is in work so many seconds to end."""
        with self._changed:
            self._stopping = True
            left, self._judge.ends = list(self._waiting), time.monotonic() + patience
            self._waiting.clear()
            self._changed.notify()
        for job in left:
            _fail(job, StoppingError("the service stopped before it came to this request; send it again"))
        self._thread.join(patience)

    def _work(self) -> None:
        while batch := self._next():
            self.batches += 1  # before the answers: who has the last one may ask at once
            articles = [job for job in batch if isinstance(job, ArticleJob)]
            claims = [job for job in batch if isinstance(job, ClaimsJob)]
            for day in sorted({job.as_of for job in articles}):
                self._verify([job for job in articles if job.as_of == day], day)
            if claims:
                self._check(claims)

    def _next(self) -> list[Job]:
        """Wait for jobs, and take them in order till the batch is full; none when the service stops."""
        with self._changed:
            while True:
                self._changed.wait_for(lambda: self._waiting or self._stopping)
                if self._stopping:
                    return []
                batch = list[Job]()
                while self._waiting and (not batch or self._fits(batch)):
                    job = self._waiting.popleft()
                    if time.monotonic() > job.ends or not job.answer.set_running_or_notify_cancel():
                        _fail(job, _late())
                        continue
                    batch.append(job)
                if batch:
                    self._judge.ends = max(job.ends for job in batch)
                    return batch

    def _fits(self, batch: Sequence[Job]) -> bool:
        return sum(job.size for job in batch) + self._waiting[0].size <= self._limits.together

    def _verify(self, jobs: Sequence[ArticleJob], day: date) -> None:
        try:
            reports = verify_soundly(self._pipeline, [job.article for job in jobs], day)
        except TimeLimitError:
            for job in jobs:
                _fail(job, _late())
        except Exception as error:  # noqa: BLE001  # the thread must outlive whatever a library raises
            for job in jobs:
                _fail(job, _named(error))
        else:
            for job, report in zip(jobs, reports, strict=True):
                job.answer.set_result(report)

    def _check(self, jobs: Sequence[ClaimsJob]) -> None:
        """Check claims together; where that fails, request by request, so that only the culprit is refused."""
        try:
            checked = iter(self._pipeline.check([question for job in jobs for question in job.questions]))
        except TimeLimitError:
            for job in jobs:
                _fail(job, _late())
        except Exception as error:  # noqa: BLE001  # the thread must outlive it
            if len(jobs) == 1:
                _fail(jobs[0], _named(error))
                return
            for job in jobs:
                self._check([job])
        else:
            for job in jobs:
                job.answer.set_result([next(checked) for _ in job.questions])


def _late() -> TimeLimitError:
    return TimeLimitError("the answer was not ready in time; send less at once, or start with a longer --time-limit")


def _named(error: Exception) -> VerifierError:
    if isinstance(error, JudgementError):
        return UnusableError(str(error))
    if isinstance(error, VerifierError):
        return FaultError(str(error))
    return FaultError(f"{type(error).__name__}: {error}; a fault of the program: report it")


def _fail(job: Job, error: Exception) -> None:
    """Give a job an error, unless nobody waits for it any more."""
    with suppress(InvalidStateError):
        job.answer.set_exception(error)
