"""Results as one HTML page: tables, figures, blame, and the worst items."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from verifier.evaluation import figures
from verifier.evaluation.leaderboard import blamed, by_phenomenon, columns, difference, figure, grouped, own
from verifier.evaluation.metrics import ABSTAINED
from verifier.evaluation.records import Outcome, Result, Score, Status
from verifier.evaluation.systems import PROGRAM

WORST = 20


@dataclass(frozen=True, slots=True)
class Section:
    """What the page shows of one suite."""

    name: str
    title: str
    results: list[Result]
    columns: list[str]
    differences: dict[str, str]  # system -> its accuracy against the program's
    phenomena: list[tuple[str, list[Score]]]
    drawings: list[str]  # SVG, made here and trusted
    blame: dict[str, dict[str, int]]  # stage -> phenomenon -> wrong items
    worst: list[Outcome]


def worst(result: Result) -> list[Outcome]:
    """Return the worst items: wrong "supported" first, then wrong answers by confidence, then no answer."""
    wrong = [outcome for outcome in result.outcomes if not outcome.right]
    return sorted(wrong, key=_badness)[:WORST]


def _badness(outcome: Outcome) -> tuple[bool, bool, float, str]:
    false = outcome.predicted in ("supported", "entailment")
    return (not false, outcome.predicted in ABSTAINED, -(outcome.confidence or 0.0), outcome.id)


def page(results: Sequence[Result], titles: dict[str, str]) -> str:
    """Return the text of index.html."""
    environment = Environment(
        loader=PackageLoader("verifier.evaluation"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {"figure": figure}
    run = [result for result in results if result.status is Status.RUN]
    sections = [_section(name, titles.get(name, ""), members) for name, members in grouped(run).items()]
    missing = [result for result in results if result.status is Status.NOT_RUN]
    timed = [result for result in run if result.outcomes and result.system.startswith(PROGRAM)]
    speed = figures.speed_svg(timed) if timed else ""
    return environment.get_template("results.html.jinja").render(sections=sections, missing=missing, speed=speed)


def _section(name: str, title: str, members: list[Result]) -> Section:
    base = own(members) or members[0]
    drawings = []
    if base.outcomes:
        drawings = [figures.confusion_svg(base), figures.reliability_svg(base), figures.risk_svg(members)]
    return Section(
        name=name,
        title=title,
        results=members,
        columns=columns(members),
        differences={result.system: difference(result, members) for result in members if len(members) > 1},
        phenomena=by_phenomenon(base),
        drawings=drawings,
        blame=_table(base),
        worst=worst(base),
    )


def _table(result: Result) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {stage: {} for stage in blamed(result)}
    for outcome in result.outcomes:
        if outcome.blame:
            row = table[outcome.blame]
            kind = outcome.phenomenon or "other"
            row[kind] = row.get(kind, 0) + 1
    return table
