"""What a batch came to, on the terminal: claim tables of a few articles, one summary of many."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.cli.output import note, results
from verifier.cli.progress import FEW, duration, pace

if TYPE_CHECKING:
    from verifier.runs.batch import Outcome
    from verifier.runs.saved import SavedRun

_NAMED = 10  # articles or failures that are named in a summary of many


def tell(outcome: "Outcome", saved: "SavedRun", files: Sequence[Path]) -> None:
    """Print results to stdout; what went wrong, and what was done again, to stderr."""
    from verifier.reports.terminal import print_report

    if len(outcome.order) <= FEW:
        for report in saved.reports(outcome.order):
            print_report(results(), report)
    else:
        _print_summary(outcome, saved)
    tell_troubles(outcome, saved)
    if files:
        results().print(f"\nwritten: {', '.join(str(path) for path in files)}", soft_wrap=True, highlight=False)


def tell_troubles(outcome: "Outcome", saved: "SavedRun") -> None:
    """Write to stderr what a reader of the results should know."""
    for failure in outcome.failures[:_NAMED]:
        note(f"failed: {failure.message}")
    if len(outcome.failures) > _NAMED:
        note(f"and {len(outcome.failures) - _NAMED} more failed; run.json lists them")
    _warn_of_dates(outcome, saved)
    if outcome.resumed:
        note(f"{outcome.resumed} article(s) were finished by an earlier run")
    for why, count in outcome.again.most_common():
        note(f"{count} article(s) verified again: {why}")
    here = set(outcome.order)
    if others := len(saved) - sum(id_ in saved for id_ in here):
        note(f"{others} report(s) of articles that are not in this batch are kept in {saved.path}")
    if saved.damaged:
        note(f"{saved.damaged} damaged line(s) were set aside in {saved.folder}/reports.damaged.jsonl")


def _print_summary(outcome: "Outcome", saved: "SavedRun") -> None:
    """Print claims by verdict, and the articles with most that is refuted or in conflict."""
    from rich.markup import escape
    from rich.table import Table

    from verifier.records import Label
    from verifier.reports.words import LABEL_MARKS, LABEL_WORDS
    from verifier.runs.journal import count_labels

    labels = count_labels(saved, outcome)
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("verdict")
    table.add_column("claims", justify="right")
    table.add_column("articles", justify="right")
    entries = {id_: saved[id_] for id_ in outcome.order}
    for label, count in labels.items():
        having = sum(entry.count(label) > 0 for entry in entries.values())
        table.add_row(f"{LABEL_MARKS[label]} {LABEL_WORDS[label]}", f"{count:,}", f"{having:,}")
    console = results()
    console.print(table)
    bad = sorted(((e.count(Label.REFUTED), e.count(Label.CONFLICTING), i) for i, e in entries.items()), reverse=True)
    for refuted, conflicting, id_ in bad[:_NAMED]:
        if refuted or conflicting:
            console.print(f"{refuted} refuted, {conflicting} conflicting: {escape(id_)}", highlight=False)
    console.print(f"\n{sum(labels.values()):,} claims of {len(entries):,} articles; {_pace(outcome)}", highlight=False)


def _pace(outcome: "Outcome") -> str:
    if not outcome.verified or outcome.seconds <= 0:
        return "none verified now"
    return f"{outcome.verified:,} verified in {duration(outcome.seconds)} ({pace(outcome)} a minute)"


def _warn_of_dates(outcome: "Outcome", saved: "SavedRun") -> None:
    undated = [(id_, saved[id_].undated) for id_ in outcome.order if id_ in saved and saved[id_].undated]
    hint = "with dates that need the publication date; give --published YYYY-MM-DD"
    if len(undated) > FEW:
        note(f"{len(undated)} articles: {sum(count for _, count in undated)} claim(s) {hint}")
        return
    for id_, count in undated:
        note(f"{id_}: {count} claim(s) {hint}")
