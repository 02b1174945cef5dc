"""How verdicts and stances are called and marked, in every format alike."""

from collections import Counter
from collections.abc import Iterable

from verifier.records import CheckedClaim, Edit, EditKind, Flag, Kind, Label, Modality, Report, Stance, Verdict

LABEL_WORDS = {
    Label.SUPPORTED: "supported",
    Label.REFUTED: "refuted",
    Label.CONFLICTING: "conflicting evidence",
    Label.NOT_ENOUGH_INFO: "not enough information",
    Label.NOT_CHECKABLE: "not judged",
}
LABEL_MARKS = {
    Label.SUPPORTED: "✓",
    Label.REFUTED: "✗",
    Label.CONFLICTING: "≠",
    Label.NOT_ENOUGH_INFO: "?",
    Label.NOT_CHECKABLE: "–",
}
KIND_WORDS = {
    Kind.FACT: "fact",
    Kind.STATEMENT: "statement",
    Kind.OPINION: "opinion",
    Kind.FORECAST: "plan or forecast",
    Kind.OTHER: "no statement",
}
STANCE_WORDS = {
    Stance.SUPPORTS: "supports",
    Stance.REFUTES: "refutes",
    Stance.NEUTRAL: "neutral",
    Stance.LATER: "later, does not count",
}
FLAG_WORDS = {
    Flag.UNRESOLVED_PRONOUN: "it stays open whom a pronoun means",
    Flag.UNRESOLVED_REFERENCE: "it stays open what a description means",
    Flag.UNRESOLVED_DATE: "it stays open which day is meant",
    Flag.WHOLE_SENTENCE: "the sentence could not be taken apart safely and was kept whole",
}
MODALITY_WORDS = {
    Modality.ASSERTED: "",
    Modality.REPORTED: "reported speech",
    Modality.POSSIBLE: "said to be possible",
    Modality.PLANNED: "planned",
}
SERIOUSNESS = (
    Label.REFUTED,
    Label.CONFLICTING,
    Label.NOT_ENOUGH_INFO,
    Label.SUPPORTED,
    Label.NOT_CHECKABLE,
)  # of several claims on one stretch of text the first decides its colour
_SHOWN_EDITS = (EditKind.REFERENCE, EditKind.DATE)


def verdict_words(checked: CheckedClaim) -> str:
    """Return the verdict in words; what is not judged says what it is.

    Examples: "supported", "not judged: statement".
    """
    words = LABEL_WORDS[checked.verdict.label]
    if checked.verdict.label is Label.NOT_CHECKABLE:
        return f"{words}: {KIND_WORDS[checked.claim.kind]}"
    return words


def counts(claims: Iterable[CheckedClaim]) -> dict[Label, int]:
    """Count claims by label, all labels in their usual order."""
    found = Counter(checked.verdict.label for checked in claims)
    return {label: found[label] for label in Label}


def summary(report: Report) -> str:
    """Return one line: how many claims got which verdict, what was left out, what failed."""
    parts = [f"{n} {LABEL_WORDS[label]}" for label, n in counts(report.claims).items() if n]
    if report.failures:
        parts.append(f"{len(report.failures)} failed")
    total = len(report.claims)
    return f"{total} claim{'s' if total != 1 else ''}: {', '.join(parts) or 'none found'}"


def shown_edits(claim_edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits that a reader should know of: resolved names and dates."""
    return [edit for edit in claim_edits if edit.kind in _SHOWN_EDITS]


def first_source(verdict: Verdict) -> str:
    """Return the source of the evidence that decided, else an empty string."""
    deciding = (e for e in verdict.evidence if e.stance in (Stance.SUPPORTS, Stance.REFUTES))
    return next((e.hit.passage.source for e in deciding), "")


def percent(value: float | None) -> str:
    """Write a probability as a whole percentage; a dash where none was measured."""
    return "–" if value is None else f"{100 * value:.0f} %"


def unhashed(corpus: str) -> str:
    """Return what a reader needs of a corpus' full name; the foot of a report keeps the whole.

    >>> unhashed("icc, as of 2025-12-31, sha256 d04a14117d0a02d3")
    'icc, as of 2025-12-31'
    """
    return corpus.partition(", sha256 ")[0]
