"""Scores on the terminal: a table a suite, figures by phenomenon, and the stage that lost wrong items."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verifier.cli.output import results

if TYPE_CHECKING:
    from verifier.evaluation.records import Result


def show(name: str, members: Sequence["Result"]) -> None:
    """Print the results of one suite."""
    from rich.markup import escape
    from rich.table import Table

    from verifier.evaluation.leaderboard import columns, figure, summary
    from verifier.evaluation.records import Status

    if members[0].status is Status.NOT_RUN:
        results().print(f"{name}: not run: {members[0].reason}", markup=False)
        return
    shown = columns(members)
    table = Table(title=name, title_justify="left", box=None, pad_edge=False)
    for column in ("system", *shown):
        table.add_column(column)
    for result in members:
        table.add_row(escape(result.system), *(figure(result.score(column)) for column in shown))
    results().print(table)
    for line in summary(members):
        results().print(line, markup=False, highlight=False)
