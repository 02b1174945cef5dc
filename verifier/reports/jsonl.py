"""Reports as JSON Lines, one article a line, and back."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from verifier.errors import ReportError
from verifier.records import CheckedClaim, Report
from verifier.reports.public import PublicClaim, PublicReport, claim_to_public, from_public, to_public
from verifier.store import read_lines


def report_line(report: Report) -> str:
    """Return one line of reports.jsonl, without its line end."""
    return to_public(report).model_dump_json(by_alias=True)


def claim_line(checked: CheckedClaim) -> str:
    """Return one line of `verifier check --format jsonl`."""
    return claim_to_public(checked).model_dump_json()


class JsonlRenderer:
    """Writes reports.jsonl."""

    def pieces(self, reports: Iterable[Report]) -> Iterator[str]:
        """Yield the lines of the file."""
        return (f"{report_line(report)}\n" for report in reports)

    def render(self, reports: Iterable[Report]) -> str:
        """Return the text of the file."""
        return "".join(self.pieces(reports))


def load_reports(path: Path) -> Iterator[Report]:
    """Yield the reports of a saved run.

    Raises:
        ReportError: the file does not exist, or a line is no report of this schema.
    """
    if not path.is_file():
        raise ReportError(f"{path}: no saved run; give a folder that `verifier verify --out` wrote")
    for number, line in enumerate(read_lines(path), 1):
        try:
            yield from_public(PublicReport.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "line"
            raise ReportError(f"{path}:{number}: {where}: {first['msg']}; verify again to write a new file") from error


def unchanged(report: Report) -> Report:
    """Return a report as it is."""
    return report


@dataclass(frozen=True, slots=True)
class SavedReports:
    """The reports of a saved run, read anew each time they are gone through; one is in memory at a time."""

    path: Path
    change: Callable[[Report], Report] = unchanged  # what is done to each as it is read

    def __iter__(self) -> Iterator[Report]:
        """Yield the reports in the order of the file.

        Raises:
            ReportError: as `load_reports`.
        """
        return map(self.change, load_reports(self.path))


def json_schema() -> str:
    """Return the JSON Schema of both kinds of lines, as the package ships it."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "verifier reports, schema 1",
        "report": PublicReport.model_json_schema(mode="serialization"),
        "claim": PublicClaim.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    Path(__file__).with_name("schema.json").write_text(json_schema(), encoding="utf-8")
