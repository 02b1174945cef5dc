"""Judges another wording of a claim at once, for a reviewer who thinks that the splitter misread the article."""

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pydantic import Field

from verifier.pipeline import Pipeline, Question
from verifier.records import CheckedClaim, Claim, Kind, Record, Report


class Wording(Record):
    """What the page asks: another wording of a claim; several lines are several claims."""

    article: str
    claim: str
    text: str = Field(min_length=1, max_length=4000)


class Retry:
    """A pipeline that is opened at the first question and then stays."""

    def __init__(self, reports: Sequence[Report], open_pipeline: Callable[[], Pipeline]) -> None:
        self._reports: Mapping[str, Report] = {report.article.id: report for report in reports}
        self._open = open_pipeline
        self._pipeline: Pipeline | None = None
        self._alone = threading.Lock()  # the models serve one question at a time

    def judge(self, wording: Wording) -> list[CheckedClaim]:
        """Return each line with its verdict, judged for the day of the claim and never from the article itself.

        An unknown article or claim has no lines.
        """
        report = self._reports.get(wording.article)
        day = _day(report, wording.claim) if report else None
        if report is None or day is None:
            return []
        lines = [line.strip() for line in wording.text.splitlines() if line.strip()]
        questions = [
            Question(Claim(id=f"{wording.claim}.{n}", text=line, kind=Kind.FACT, spans=()), day, report.article)
            for n, line in enumerate(lines, 1)
        ]
        with self._alone:
            if self._pipeline is None:
                self._pipeline = self._open()
            return self._pipeline.check(questions)


def _day(report: Report, claim: str) -> date | None:
    return next((checked.verdict.as_of for checked in report.claims if checked.claim.id == claim), None)
