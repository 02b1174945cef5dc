"""The public JSON of reports, schema 1: what outside programs may rely on."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from verifier.records import (
    Article,
    Attribution,
    CheckedClaim,
    Claim,
    Edit,
    Evidence,
    Failure,
    Finding,
    Flag,
    Hit,
    Judgement,
    Kind,
    Label,
    Modality,
    Passage,
    Probability,
    Report,
    RunInfo,
    Skipped,
    Span,
    Stance,
    TimeSpan,
    Verdict,
)

SCHEMA: Literal[1] = 1
Pair = tuple[int, int]


class _Public(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PublicEvidence(_Public):
    """One passage with what was made of it; probabilities are null where no model read it."""

    id: str
    text: str
    title: str | None = None
    source: str
    url: str | None
    stance: Stance
    entailment: Probability | None
    neutral: Probability | None
    contradiction: Probability | None
    score: float = Field(description="retrieval score, comparable within one claim only")
    rank: int
    notes: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    table: str | None = None
    row: int | None = None
    start: int | None = Field(default=None, description="where it begins in its document's text, code points")
    end: int | None = None
    confirmed: bool = True


class PublicFinding(_Public):
    """What an exact check found, step by step."""

    stance: Stance
    check: str
    derivation: tuple[str, ...]
    passages: tuple[str, ...] = Field(description="ids of the evidence that it rests on")


class PublicClaim(_Public):
    """One claim with its verdict; also one line of `verifier check --format jsonl`."""

    id: str
    text: str
    kind: Kind
    spans: tuple[Pair, ...] = Field(description="half-open code point offsets in article.text")
    edits: tuple[Edit, ...]
    parent: str | None = None
    attribution: Attribution | None
    time: TimeSpan | None = None
    modality: Modality = Modality.ASSERTED
    flags: tuple[Flag, ...] = ()
    verdict: Label
    confidence: Probability
    as_of: date
    decider: str
    reason: str
    finding: PublicFinding | None = None
    evidence: tuple[PublicEvidence, ...]


class PublicSkipped(_Public):
    """A stretch of the article without a claim."""

    span: Pair
    reason: str


class PublicReport(_Public):
    """One line of reports.jsonl."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    article: Article
    claims: tuple[PublicClaim, ...]
    skipped: tuple[PublicSkipped, ...] = ()
    failures: tuple[Failure, ...]
    run: RunInfo
    seconds: dict[str, float]


def to_public(report: Report) -> PublicReport:
    """Return the public form of a report."""
    return PublicReport(
        schema=SCHEMA,
        article=report.article,
        claims=tuple(map(claim_to_public, report.claims)),
        skipped=tuple(PublicSkipped(span=_pair(s.span), reason=s.reason) for s in report.skipped),
        failures=report.failures,
        run=report.run,
        seconds=report.seconds,
    )


def claim_to_public(checked: CheckedClaim) -> PublicClaim:
    """Return the public form of a claim and its verdict."""
    claim, verdict = checked.claim, checked.verdict
    return PublicClaim(
        id=claim.id,
        text=claim.text,
        kind=claim.kind,
        spans=tuple(map(_pair, claim.spans)),
        edits=claim.edits,
        parent=claim.parent,
        attribution=claim.attribution,
        time=claim.time,
        modality=claim.modality,
        flags=claim.flags,
        verdict=verdict.label,
        confidence=verdict.confidence,
        as_of=verdict.as_of,
        decider=verdict.decider,
        reason=verdict.reason,
        finding=_finding_to_public(verdict.finding) if verdict.finding else None,
        evidence=tuple(map(_evidence_to_public, verdict.evidence)),
    )


def from_public(public: PublicReport) -> Report:
    """Return the report that a public form came from."""
    return Report(
        article=public.article,
        claims=tuple(map(_claim_from_public, public.claims)),
        skipped=tuple(Skipped(span=_span(s.span), reason=s.reason) for s in public.skipped),
        failures=public.failures,
        run=public.run,
        seconds=public.seconds,
    )


def _claim_from_public(public: PublicClaim) -> CheckedClaim:
    evidence = tuple(map(_evidence_from_public, public.evidence))
    claim = Claim(
        id=public.id,
        text=public.text,
        kind=public.kind,
        spans=tuple(map(_span, public.spans)),
        edits=public.edits,
        parent=public.parent,
        attribution=public.attribution,
        time=public.time,
        modality=public.modality,
        flags=public.flags,
    )
    verdict = Verdict(
        label=public.verdict,
        confidence=public.confidence,
        as_of=public.as_of,
        evidence=evidence,
        finding=_finding_from_public(public.finding, evidence) if public.finding else None,
        decider=public.decider,
        reason=public.reason,
    )
    return CheckedClaim(claim=claim, verdict=verdict)


def _evidence_to_public(evidence: Evidence) -> PublicEvidence:
    passage, judgement = evidence.hit.passage, evidence.judgement
    return PublicEvidence(
        id=passage.id,
        text=passage.text,
        title=passage.title,
        source=passage.source,
        url=passage.url,
        stance=evidence.stance,
        entailment=judgement.entailment if judgement else None,
        neutral=judgement.neutral if judgement else None,
        contradiction=judgement.contradiction if judgement else None,
        score=evidence.hit.score,
        rank=evidence.hit.rank,
        notes=evidence.notes,
        valid_from=passage.valid_from,
        valid_to=passage.valid_to,
        table=passage.table,
        row=passage.row,
        start=passage.start,
        end=passage.end,
        confirmed=passage.confirmed,
    )


def _evidence_from_public(public: PublicEvidence) -> Evidence:
    passage = Passage(
        id=public.id,
        text=public.text,
        title=public.title,
        source=public.source,
        url=public.url,
        valid_from=public.valid_from,
        valid_to=public.valid_to,
        table=public.table,
        row=public.row,
        start=public.start,
        end=public.end,
        confirmed=public.confirmed,
    )
    hit = Hit(passage=passage, score=public.score, rank=public.rank)
    return Evidence(hit=hit, judgement=_judgement(public), stance=public.stance, notes=public.notes)


def _judgement(public: PublicEvidence) -> Judgement | None:
    if public.entailment is None or public.neutral is None or public.contradiction is None:
        return None
    return Judgement(entailment=public.entailment, neutral=public.neutral, contradiction=public.contradiction)


def _finding_to_public(finding: Finding) -> PublicFinding:
    return PublicFinding(
        stance=finding.stance,
        check=finding.check,
        derivation=finding.derivation,
        passages=tuple(passage.id for passage in finding.passages),
    )


def _finding_from_public(public: PublicFinding, evidence: tuple[Evidence, ...]) -> Finding:
    passages = {item.hit.passage.id: item.hit.passage for item in evidence}
    return Finding(
        stance=public.stance,
        check=public.check,
        derivation=public.derivation,
        passages=tuple(passages[id_] for id_ in public.passages if id_ in passages),
    )


def _pair(span: Span) -> Pair:
    return span.start, span.end


def _span(pair: Pair) -> Span:
    return Span(start=pair[0], end=pair[1])
