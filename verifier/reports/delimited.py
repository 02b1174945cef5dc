"""Reports as CSV, one claim a line, for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from verifier.records import CheckedClaim, Report, Stance
from verifier.reports.explain import explanation
from verifier.reports.words import first_source

_HEAD = (
    "article", "title", "published", "claim", "kind", "text", "speaker", "verdict", "confidence", "as_of", "decider",
    "reason", "source", "start", "end",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvRenderer:
    """Writes report.csv."""

    def pieces(self, reports: Iterable[Report]) -> Iterator[str]:
        """Yield the lines of the file."""
        return rows(_HEAD, (_line(report, checked) for report in reports for checked in report.claims))

    def render(self, reports: Iterable[Report]) -> str:
        """Return the text of the file."""
        return "".join(self.pieces(reports))


def table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Return CSV text; a cell that a spreadsheet would compute is led by an apostrophe (OWASP, CSV injection)."""
    return "".join(rows(head, lines))


def rows(head: Sequence[str], lines: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield what `table` returns, row by row."""
    yield _row(head)
    for line in lines:
        yield _row([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in line])


def _row(cells: Sequence[str]) -> str:
    target = io.StringIO()
    csv.writer(target, lineterminator="\n").writerow(cells)
    return target.getvalue()


def _line(report: Report, checked: CheckedClaim) -> list[str]:
    claim, verdict, article = checked.claim, checked.verdict, report.article
    said = claim.attribution.speaker if claim.attribution else ""
    starts, ends = [s.start for s in claim.spans], [s.end for s in claim.spans]
    settled = any(e.stance in (Stance.SUPPORTS, Stance.REFUTES) for e in verdict.evidence)
    cells = [article.id, article.title or "", str(article.published or ""), claim.id, claim.kind, claim.text, said]
    cells += [verdict.label, f"{verdict.confidence:.4f}", str(verdict.as_of), verdict.decider, explanation(checked)]
    return [*cells, first_source(verdict) if settled else "", str(min(starts, default="")), str(max(ends, default=""))]
