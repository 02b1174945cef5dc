"""Decisions as gold: a JSON Lines suite that `verifier eval` reads, for scores and for calibration."""

from collections.abc import Sequence
from datetime import date

from verifier.records import Label, Record, Stance
from verifier.review.standing import Reviewed

_DECIDING = {Label.SUPPORTED: (Stance.SUPPORTS,), Label.REFUTED: (Stance.REFUTES,)}


class GoldRow(Record):
    """One line of the suite, in the form of `evals/data` claims."""

    id: str
    claim: str
    label: Label
    as_of: date
    evidence: tuple[str, ...]
    phenomenon: str
    group: str


def usable(items: Sequence[Reviewed]) -> list[Reviewed]:
    """Return what can be gold: people agree, and on something that a corpus could settle."""
    return [item for item in items if item.verdict not in (None, Label.NOT_CHECKABLE)]


def gold(items: Sequence[Reviewed]) -> str:
    """Return the text of the file, one usable claim a line."""
    return "".join(f"{_row(item, item.verdict).model_dump_json()}\n" for item in usable(items) if item.verdict)


def _row(item: Reviewed, label: Label) -> GoldRow:
    claim, verdict, article = item.checked.claim, item.checked.verdict, item.report.article
    accepted = label is verdict.label
    return GoldRow(
        id=f"{article.id}-{claim.id}",
        claim=claim.text,
        label=label,
        as_of=verdict.as_of,
        evidence=_evidence(item, label) if accepted else (),
        phenomenon="accepted" if accepted else f"overridden:{verdict.label}",
        group=article.id,
    )


def _evidence(item: Reviewed, label: Label) -> tuple[str, ...]:
    """Return the ids of the deciding passages without their line, once each; an override names none that holds."""
    stances = _DECIDING.get(label, (Stance.SUPPORTS, Stance.REFUTES))
    ids = (e.hit.passage.id.partition("#")[0] for e in item.checked.verdict.evidence if e.stance in stances)
    return tuple(dict.fromkeys(ids))
