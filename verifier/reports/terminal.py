"""Claim tables for the terminal; readable at 80 columns, without colour, and in a pipe."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from verifier.records import CheckedClaim, Label, Report, Stance
from verifier.reports.words import LABEL_MARKS, first_source, summary, verdict_words

_STYLES = {
    Label.SUPPORTED: "green",
    Label.REFUTED: "bold red",
    Label.CONFLICTING: "magenta",
    Label.NOT_ENOUGH_INFO: "yellow",
    Label.NOT_CHECKABLE: "dim",
}
_LONGEST_EVIDENCE = 160
_LONGEST_SOURCE = 60  # the other formats have the whole of it


def print_report(console: Console, report: Report) -> None:
    """Print the claims of one article and a summary line."""
    title = report.article.title or report.article.id
    console.print(f"\n[bold]{escape(title)}[/bold]")
    console.print(claim_table(report.claims))
    days = sorted({str(checked.verdict.as_of) for checked in report.claims})
    judged = f", judged as of {', '.join(days)}" if days else ""
    console.print(f"{summary(report)}{judged}", highlight=False)
    for failure in report.failures:
        console.print(f"failed: {failure.stage}: {failure.message}", markup=False, highlight=False)


def claim_table(claims: Sequence[CheckedClaim]) -> Table:
    """Return a table of claims with their verdicts and deciding evidence."""
    table = Table(show_lines=False, expand=True, pad_edge=False, box=None, header_style="bold")
    table.add_column("#", no_wrap=True)
    table.add_column("verdict", min_width=11, ratio=3)
    table.add_column("claim", ratio=9)
    table.add_column("evidence", ratio=8)
    for checked in claims:
        label = checked.verdict.label
        verdict = f"{LABEL_MARKS[label]} {verdict_words(checked)}"
        table.add_row(
            checked.claim.id.removeprefix("c"),
            f"[{_STYLES[label]}]{escape(verdict)}[/]",
            escape(checked.claim.text),
            escape(_evidence(checked)),
        )
    return table


def _evidence(checked: CheckedClaim) -> str:
    """Return the deciding passage with its source, or the reason that there is none."""
    verdict = checked.verdict
    deciding = [e for e in verdict.evidence if e.stance in (Stance.SUPPORTS, Stance.REFUTES)]
    if verdict.label in (Label.NOT_ENOUGH_INFO, Label.NOT_CHECKABLE) or not deciding:
        return _short(verdict.reason, _LONGEST_EVIDENCE)
    text, source = deciding[0].hit.passage.text, first_source(verdict)
    return f"{_short(text, _LONGEST_EVIDENCE)} [{_short(source, _LONGEST_SOURCE)}]"


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
