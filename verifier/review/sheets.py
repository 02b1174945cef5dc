"""Reviewed claims as a table for people: CSV for spreadsheets, Markdown for editors."""

from collections.abc import Iterator, Sequence

from verifier.reports.delimited import table
from verifier.reports.templating import plain_markdown
from verifier.reports.words import LABEL_WORDS
from verifier.review.decisions import Decision
from verifier.review.standing import Reviewed

_HEAD = ("article", "claim", "text", "as of", "machine", "reviewer", "verdict", "reason", "comment", "time")


def review_csv(items: Sequence[Reviewed]) -> str:
    """Return one line for each standing decision."""
    return table(_HEAD, _lines(items))


def review_markdown(items: Sequence[Reviewed]) -> str:
    """Return a Markdown table, one line for each standing decision."""
    head = [f"| {' | '.join(_HEAD)} |", f"|{'---|' * len(_HEAD)}"]
    return "\n".join([*head, *(f"| {' | '.join(map(plain_markdown, line))} |" for line in _lines(items))]) + "\n"


def _lines(items: Sequence[Reviewed]) -> Iterator[tuple[str, ...]]:
    for item in items:
        for decision in item.decisions:
            yield (item.report.article.id, *_cells(item, decision))


def _cells(item: Reviewed, decision: Decision) -> tuple[str, ...]:
    claim, verdict = item.checked.claim, item.checked.verdict
    machine = LABEL_WORDS[decision.machine]
    person = LABEL_WORDS[decision.verdict] if decision.verdict else ""
    acts = (decision.reviewer, person, decision.reason, decision.comment, decision.time.isoformat(timespec="seconds"))
    return (claim.id, claim.text, str(verdict.as_of), machine, *acts)
