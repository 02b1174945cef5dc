"""Quantities and ratios: a claimed number against the numbers of a row.

Measured numbers are estimates: sources differ by some per cent and lag by some years, so a claimed
number is right when it agrees with any value of the last years, wrong when it is far from all of them,
and open in between.
"""

from collections.abc import Iterable, Sequence

from verifier.agreement import agrees
from verifier.dates import claimed_interval
from verifier.facts import Cell, Row
from verifier.quantities import Approximation, Quantity, Role
from verifier.verdict.cases import Answer, Case, Truth

RECENT_YEARS = 3  # statistics appear with this delay
FAR = 0.10  # relative distance from which a claimed estimate counts as wrong
RATIO_FAR = 0.25  # ratios in prose are rounder than amounts


def amount(case: Case) -> Answer:
    """Answer a claim such as "Mongolia has 3.4 million inhabitants"."""
    quantity = case.frame.quantity
    if quantity is None or not case.rows:
        return Answer(Truth.OPEN, (), (f"no number of {case.relation.table} to compare with",))
    row = case.rows[0]
    values = _values(row, case)
    shown = ", ".join(f"{plain(value)} ({year})" if year else plain(value) for year, value in values)
    steps: tuple[str, ...] = (
        f"{row.key}: {shown} {case.relation.unit or ''}".rstrip(),
        f"claimed: {quantity.text.strip()}",
    )
    fitting = [year for year, value in values if year and agrees(quantity, value)]
    steps = (*steps, f"agrees with the value of {fitting[-1]}") if fitting and len(values) > 1 else steps
    return Answer(_truth(quantity, [value for _, value in values], FAR), (row,), steps)


def ratio(case: Case, others: Sequence[Row]) -> Answer:
    """Answer a claim such as "Mongolia is three times the size of France"."""
    quantity = case.frame.quantity
    if quantity is None or not case.rows or not others:
        return Answer(Truth.OPEN, (), ("one side of the comparison has no number",))
    (_, mine), (_, theirs) = _values(case.rows[0], case)[-1], _values(others[0], case)[-1]
    step = f"{plain(mine)} / {plain(theirs)} {case.relation.unit or ''} = {mine / theirs:.2f}"
    truth = _truth(quantity, [mine / theirs], RATIO_FAR)
    return Answer(truth, (case.rows[0], others[0]), (step, f"claimed: {quantity.text.strip()}"))


def _truth(claimed: Quantity, values: Sequence[float], far: float) -> Truth:
    if not values:
        return Truth.OPEN
    if any(agrees(claimed, value) for value in values) or min(values) <= claimed.value <= max(values):
        return Truth.TRUE
    nearest = min(abs(claimed.value - value) / abs(value) for value in values if value)
    plain = claimed.approximation is Approximation.EXACT and claimed.role is not Role.RATIO
    rounded = plain and any(abs(claimed.value - value) <= claimed.step / 2 for value in values)
    return Truth.FALSE if nearest > far and not rounded else Truth.OPEN


def _values(row: Row, case: Case) -> list[tuple[int | None, float]]:
    """Return (year, value) of the years that a text of the asked date would quote, oldest first."""
    cell = row.cells[case.relation.value or ""]
    if cell.number is not None:
        return [(None, cell.number)]
    asked = claimed_interval(case.frame.time).last.year if case.frame.time else case.as_of.year
    recent = [(y, v) for y, v in sorted(cell.series.items()) if asked - RECENT_YEARS <= y <= asked]
    return list(recent) or list(_nearest(cell.series.items(), asked))


def _nearest(series: Iterable[tuple[int, float]], year: int) -> list[tuple[int, float]]:
    return sorted(series, key=lambda point: abs(point[0] - year))[:1]


def latest(cell: Cell, year: int) -> float:
    """Return the number that a text of a year would quote: of the last year up to it, else the nearest."""
    if cell.number is not None:
        return cell.number
    past = [(y, v) for y, v in sorted(cell.series.items()) if y <= year]
    return past[-1][1] if past else _nearest(cell.series.items(), year)[0][1]


def plain(value: float) -> str:
    """Write a number for readers.

    >>> plain(1564116.4), plain(2.5)
    ('1,564,116', '2.5')
    """
    return f"{value:,.0f}" if value >= 100 else f"{value:g}"
