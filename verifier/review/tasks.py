"""All claims of a run with what machine and people say, for labelling tools: Label Studio and Argilla.

Label Studio takes the JSON array (https://labelstud.io/guide/predictions) into a project with
`<Text name="claim" value="$claim"/><Choices name="verdict" toName="claim">`. Argilla 2 takes the JSON Lines with
`dataset.records.log(rows, mapping={"suggestion": "verdict.suggestion", "score": "verdict.suggestion.score",
"response": "verdict.response"})` where `claim` and `evidence` are fields and `verdict` is a label question.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from verifier.records import CheckedClaim, Label, Record, Report
from verifier.reports.explain import explanation
from verifier.review.ledger import by_place
from verifier.review.standing import Reviewed


class Row(Record):
    """One claim to label; also one line for Argilla."""

    id: str
    claim: str
    evidence: str
    reason: str
    article: str
    as_of: str
    suggestion: Label
    score: float
    response: Label | None


def rows(reports: Sequence[Report], items: Sequence[Reviewed]) -> Iterator[Row]:
    """Yield every claim of the run in order; `response` is what people agree on."""
    people = {(item.report.run.key, item.report.article.id, item.checked.claim.id): item.verdict for item in items}
    for place, checked in by_place(reports).items():
        yield _row(place[1], checked, people.get(place))


def _row(article: str, checked: CheckedClaim, response: Label | None) -> Row:
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
        response=response,
    )


def argilla(reports: Sequence[Report], items: Sequence[Reviewed]) -> str:
    """Return JSON Lines, one claim a line."""
    return "".join(f"{row.model_dump_json()}\n" for row in rows(reports, items))


def label_studio(reports: Sequence[Report], items: Sequence[Reviewed]) -> str:
    """Return a JSON array of tasks: the machine's verdict as prediction, the people's as annotation."""
    return json.dumps([_task(row) for row in rows(reports, items)], indent=1, ensure_ascii=False) + "\n"


def _task(row: Row) -> dict[str, Any]:
    data = row.model_dump(mode="json", exclude={"suggestion", "score", "response"})
    guess = {"model_version": "verifier", "score": row.score, "result": [_choice(row.suggestion)]}
    answers = [{"result": [_choice(row.response)]}] if row.response else []
    return {"data": data, "predictions": [guess], "annotations": answers}


def _choice(label: Label) -> dict[str, Any]:
    return {"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": [label.value]}}
