"""All claims of a run with what machine and people say, for labelling tools: Label Studio and Argilla.

docs/review.md has the settings of both tools that these files need: the names `claim`, `verdict` and `remark` here are
those of the labelling config there.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from verifier.records import CheckedClaim, Label, Record, Report
from verifier.reports.explain import explanation
from verifier.review.decisions import Decision
from verifier.review.ledger import by_place
from verifier.review.standing import Reviewed


class Row(Record):
    """One claim to label, which is also one line for Argilla."""

    id: str
    claim: str
    evidence: str
    reason: str
    article: str
    as_of: str
    suggestion: Label
    score: float
    agent: str
    response: Label | None


@dataclass(frozen=True, slots=True)
class _Task:
    """A row, and what its reviewers decided one by one, the latest last."""

    row: Row
    decisions: tuple[Decision, ...]


def argilla(reports: Sequence[Report], items: Sequence[Reviewed]) -> str:
    """Return JSON Lines, one claim a line; `response` is what people agree on, null where they do not."""
    return "".join(f"{task.row.model_dump_json()}\n" for task in _tasks(reports, items))


def label_studio(reports: Sequence[Report], items: Sequence[Reviewed]) -> str:
    """Return a JSON array of tasks: the machine's verdict as prediction, each reviewer's as an annotation."""
    return json.dumps([_labelled(task) for task in _tasks(reports, items)], indent=1, ensure_ascii=False) + "\n"


def _tasks(reports: Sequence[Report], items: Sequence[Reviewed]) -> Iterator[_Task]:
    people = {(item.report.run.key, item.report.article.id, item.checked.claim.id): item for item in items}
    versions = {report.run.key: report.run.version for report in reports}
    for place, checked in by_place(reports).items():
        run, article, _ = place
        item = people.get(place)
        row = _row(article, checked, f"verifier {versions[run]} {run[:8]}", item.verdict if item else None)
        yield _Task(row, item.decisions if item else ())


def _row(article: str, checked: CheckedClaim, agent: str, response: Label | None) -> Row:
    claim, verdict = checked.claim, checked.verdict
    return Row(
        id=f"{article}-{claim.id}",
        claim=claim.text,
        evidence="\n".join(f"{item.stance}: {item.hit.passage.text}" for item in verdict.evidence),
        reason=explanation(checked),
        article=article,
        as_of=str(verdict.as_of),
        suggestion=verdict.label,
        score=verdict.confidence,
        agent=agent,
        response=response,
    )


def _labelled(task: _Task) -> dict[str, Any]:
    row = task.row
    data = row.model_dump(mode="json", exclude={"suggestion", "score", "agent", "response"})
    guess = {"model_version": row.agent, "score": row.score, "result": [_choice(row.suggestion)]}
    agreed = row.response is not None
    answers = [{"ground_truth": agreed, "result": _answer(decision)} for decision in task.decisions]
    return {"data": data, "predictions": [guess], "annotations": answers}


def _answer(decision: Decision) -> list[dict[str, Any]]:
    """Return a verdict and who gave it and why; the tool itself only knows accounts of its own."""
    told = "; ".join(part for part in (decision.reason, decision.comment) if part)
    remark = f"{decision.reviewer}: {told}" if told else decision.reviewer
    return [_choice(decision.verdict), _region("remark", "textarea", {"text": [remark]})]


def _choice(label: Label | None) -> dict[str, Any]:
    return _region("verdict", "choices", {"choices": [label.value] if label else []})


def _region(name: str, kind: str, value: dict[str, list[str]]) -> dict[str, Any]:
    return {"from_name": name, "to_name": "claim", "type": kind, "value": value}
