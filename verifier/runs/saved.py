"""The folder of a run: reports.jsonl grows line by line; other formats are written when it is done."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from verifier.errors import InputError
from verifier.protocols import Renderer
from verifier.records import Article, Report
from verifier.reports.jsonl import load_reports, report_line
from verifier.store import append_line, read_lines, replace_text

REPORTS = "reports.jsonl"
_SUFFIXES = {"md": "report.md", "html": "report.html", "csv": "report.csv"}


class SavedRun:
    """One output folder.

    Raises:
        InputError: the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"{folder}: cannot write there ({error.strerror}); choose another --out") from error
        self.folder = folder
        self.path = folder / REPORTS

    def done(self, key: str) -> dict[str, str]:
        """Return, by article id, the digest of each article that this very configuration has finished."""
        found: dict[str, str] = {}
        for line in read_lines(self.path):
            record = json.loads(line)
            if record["run"]["key"] == key and not record["failures"]:
                found[record["article"]["id"]] = digest(Article.model_validate(record["article"]), _judged(record))
        return found

    def add(self, report: Report) -> None:
        """Append a report durably."""
        append_line(self.path, report_line(report))

    def keep_latest(self, order: Sequence[str]) -> list[Report]:
        """Drop reports that a later one replaced, sort the rest as the articles came, and return them."""
        latest = {report.article.id: report for report in load_reports(self.path)} if self.path.is_file() else {}
        place = {id_: n for n, id_ in enumerate(order)}
        kept = [latest[id_] for id_ in sorted(latest, key=lambda i: (place.get(i, len(place)), i))]
        if latest:
            replace_text(self.path, "".join(f"{report_line(report)}\n" for report in kept))
        return kept

    def write(self, reports: Sequence[Report], formats: Mapping[str, Renderer]) -> list[Path]:
        """Write the other formats and return their paths; jsonl is there already."""
        written = []
        for name, renderer in formats.items():
            if name in _SUFFIXES:
                path = self.folder / _SUFFIXES[name]
                replace_text(path, renderer.render(reports))
                written.append(path)
        return written


def digest(article: Article, as_of: str) -> str:
    """Return what must be equal for a report to be used again: the article and the day it is judged for."""
    return json.dumps([article.model_dump(mode="json"), as_of], sort_keys=True)


def _judged(record: Mapping[str, object]) -> str:
    claims = record["claims"]
    if not isinstance(claims, list) or not claims:
        return ""
    return str(claims[0]["as_of"])
