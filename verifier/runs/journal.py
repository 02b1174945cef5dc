"""run.json: what a run did, for programs: counts, reasons, seconds by stage, versions and settings."""

import json
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from verifier.records import Label, RunInfo
from verifier.runs.batch import Outcome
from verifier.runs.saved import SavedRun, told
from verifier.store import replace_text

NAME = "run.json"
_SHOWN = 1000  # failures that are listed; all are counted
_KEPT = ("status", "started", "ended", "seconds", "articles", "again", "stages")  # of an earlier run
_REMEMBERED = 50  # earlier runs in the folder
_PACKAGES = ("torch", "transformers", "sentence-transformers", "spacy", "lancedb")


@dataclass(frozen=True, slots=True)
class Journal:
    """Writes run.json when a run ends, however it ends."""

    saved: SavedRun
    run: RunInfo
    started: datetime

    def write(self, outcome: Outcome, status: str) -> None:
        """Write the file, earlier runs in short among it; status is "done", "stopped" (Ctrl-C) or "failed".

        Raises:
            OutputError: the folder cannot be written.
        """
        record = {
            "schema": 1,
            "status": status,
            "started": self.started.isoformat(timespec="seconds"),
            "ended": datetime.now(UTC).isoformat(timespec="seconds"),
            "seconds": round(outcome.seconds, 3),
            "articles": _articles(outcome),
            "again": dict(outcome.again),
            "claims": self._claims(outcome),
            "stages": {name: round(seconds, 3) for name, seconds in outcome.stages.items()},
            "failures": [failure.model_dump() for failure in outcome.failures[:_SHOWN]],
            "run": self.run.model_dump(),
            "versions": {"python": sys.version.split()[0]} | {name: version(name) for name in _PACKAGES},
            "before": self._before(),
        }
        with told(self.saved.folder):
            replace_text(self.saved.folder / NAME, json.dumps(record, indent=1) + "\n")

    def _before(self) -> list[dict[str, Any]]:
        """Return what earlier runs in this folder did; of a file that is no such record, nothing."""
        try:
            last = json.loads((self.saved.folder / NAME).read_text(encoding="utf-8"))
            return [*last["before"], {name: last[name] for name in _KEPT}][-_REMEMBERED:]
        except (OSError, ValueError, KeyError, TypeError):
            return []

    def _claims(self, outcome: Outcome) -> dict[str, Any]:
        labels = count_labels(self.saved, outcome)
        return {"total": sum(labels.values()), "now": outcome.claims} | {str(label): n for label, n in labels.items()}


def count_labels(saved: SavedRun, outcome: Outcome) -> dict[Label, int]:
    """Count the claims of a batch by label, those of resumed articles among them."""
    found: Counter[Label] = Counter()
    for id_ in outcome.order:
        if id_ in saved:
            found.update({label: saved[id_].count(label) for label in Label})
    return {label: found[label] for label in Label}


def _articles(outcome: Outcome) -> dict[str, int]:
    return {
        "total": len(outcome.order) + len(outcome.failures),
        "verified": outcome.verified,
        "resumed": outcome.resumed,
        "again": sum(outcome.again.values()),
        "unreadable": len(outcome.failures),
        "with_failures": outcome.broken,
    }
