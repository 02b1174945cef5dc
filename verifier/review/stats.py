"""Counts of a review: how far it is, how often people follow the machine, and one another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from verifier.records import Label, Report
from verifier.review.decisions import Decision
from verifier.review.kappa import Agreement, agreement
from verifier.review.ledger import Place
from verifier.review.standing import reviewed, standing

MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Stats:
    """The state of a review."""

    claims: int
    reviewed: int  # with a standing verdict of at least one person
    disputed: int  # with standing verdicts that differ
    machine: tuple[Agreement, ...]  # the machine with each reviewer
    people: tuple[Agreement, ...]  # reviewers with one another
    changed: tuple[tuple[Label, Label, int], ...]  # machine's verdict, person's verdict, how often; differing ones


def stats(reports: Sequence[Report], decisions: Sequence[Decision]) -> Stats:
    """Return the counts of a run's decisions."""
    by_reviewer = _by_reviewer(standing(decisions))
    names, seen = sorted(by_reviewer), reviewed(reports, decisions)
    overridden = [(d.machine, d.verdict) for each in by_reviewer.values() for d in each.values()]
    return Stats(
        claims=sum(len(report.claims) for report in reports),
        reviewed=len(seen),
        disputed=sum(not item.approved for item in seen),
        machine=tuple(agreement(MACHINE, name, _with_machine(by_reviewer[name].values())) for name in names),
        people=tuple(
            agreement(one, other, _together(by_reviewer[one], by_reviewer[other]))
            for one, other in combinations(names, 2)
        ),
        changed=tuple(
            (machine, verdict, overridden.count((machine, verdict)))
            for machine in Label
            for verdict in Label
            if machine is not verdict and (machine, verdict) in overridden
        ),
    )


def _by_reviewer(latest: dict[tuple[Place, str], Decision]) -> dict[str, dict[Place, Decision]]:
    found: dict[str, dict[Place, Decision]] = {}
    for (place, name), decision in latest.items():
        found.setdefault(name, {})[place] = decision
    return found


def _with_machine(decisions: Iterable[Decision]) -> list[tuple[Label, Label]]:
    return [(decision.machine, decision.verdict) for decision in decisions if decision.verdict]


def _together(one: dict[Place, Decision], other: dict[Place, Decision]) -> list[tuple[Label, Label]]:
    pairs = [(one[place].verdict, other[place].verdict) for place in one if place in other]
    return [(first, second) for first, second in pairs if first and second]
