"""The decisions of a run: decisions.jsonl beside reports.jsonl, which only ever grows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock
from pydantic import ValidationError

from verifier.errors import ReviewError
from verifier.records import CheckedClaim, Report
from verifier.review.decisions import Decision
from verifier.store import append_line, read_lines

DECISIONS = "decisions.jsonl"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to."""

    added: int
    known: int  # were there already, word for word


class Ledger:
    """The decisions beside one run."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / DECISIONS

    def all(self) -> list[Decision]:
        """Return every decision by time.

        Raises:
            ReviewError: a line of the file is no decision.
        """
        found = []
        for number, line in enumerate(read_lines(self.path), 1):
            try:
                found.append(Decision.model_validate_json(line))
            except ValidationError as error:
                told = error.errors()[0]["msg"]
                raise ReviewError(f"{self.path}:{number}: {told}; take this line out and import again") from error
        return sorted(found, key=lambda decision: decision.time)

    def add(self, decisions: Sequence[Decision], reports: Iterable[Report]) -> Imported:
        """Keep decisions that are new; all of them must belong to claims of the run.

        Raises:
            ReviewError: some belong to another run, or to claims that read differently; nothing is kept then.
        """
        claims = by_place(reports)
        strange = [d for d in decisions if not _belongs(d, claims.get((d.run, d.article, d.claim)))]
        if strange:
            first = strange[0]
            raise ReviewError(
                f"{len(strange)} of {len(decisions)} decisions are not on claims of this run, first {first.article} "
                f"{first.claim} (run {first.run}): “{first.text}”; give the run whose report.html they were made in"
            )
        with FileLock(f"{self.path}.lock"):  # an import and a server may write at once
            seen = set(self.all())
            fresh = [decision for decision in dict.fromkeys(decisions) if decision not in seen]
            for decision in fresh:
                append_line(self.path, decision.model_dump_json())
        return Imported(added=len(fresh), known=len(decisions) - len(fresh))


Place = tuple[str, str, str]  # run key, article id, claim id


def by_place(reports: Iterable[Report]) -> dict[Place, CheckedClaim]:
    """Return the claims of a run by where decisions find them."""
    return {(report.run.key, report.article.id, c.claim.id): c for report in reports for c in report.claims}


def _belongs(decision: Decision, checked: CheckedClaim | None) -> bool:
    return checked is not None and checked.claim.text == decision.text
