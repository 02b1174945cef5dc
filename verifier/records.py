"""The records that flow between the stages; frozen, typed, and the source of the JSON Schema."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Probability = Annotated[float, Field(ge=0.0, le=1.0)]


class Record(BaseModel):
    """Base of all records: frozen, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Granularity(StrEnum):
    """How precise a time is; never more precise than the text that gave it."""

    DAY = "day"
    PART_OF_MONTH = "part_of_month"  # early / mid / late August
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    OPEN = "open"  # one end unknown: "since 2002", "before 2003"


class TimeSpan(Record):
    """A closed interval of days with the precision that the text gave it."""

    first: date = Field(description="first day, inclusive; date.min when open to the past")
    last: date = Field(description="last day, inclusive; date.max when open to the future")
    granularity: Granularity

    def contains(self, other: "TimeSpan") -> bool:
        """Say whether `other` lies wholly within this span."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: "TimeSpan") -> bool:
        """Say whether the two spans share a day."""
        return self.first <= other.last and other.first <= self.last


class Span(Record):
    """Half-open range of code points: `article.text[start:end]`."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Article(Record):
    """One text to verify."""

    id: str
    title: str | None = None
    text: str = Field(description="the text that all offsets refer to, line ends normalised to \\n")
    source: str | None = Field(default=None, description="file path or URL as the user gave it")
    published: date | None = Field(default=None, description="anchor of relative dates and default as-of date")


class Kind(StrEnum):
    """What a claim is, which decides whether it is checked."""

    FACT = "fact"
    STATEMENT = "statement"  # who said what
    OPINION = "opinion"
    FORECAST = "forecast"  # plans and predictions
    OTHER = "other"  # questions, commands, furniture


class Modality(StrEnum):
    """In which voice the article puts the content of a claim."""

    ASSERTED = "asserted"
    REPORTED = "reported"  # content of what somebody said
    POSSIBLE = "possible"  # may, could, seems
    PLANNED = "planned"  # will, is scheduled to


class Flag(StrEnum):
    """What a reader should know about how a claim was made."""

    UNRESOLVED_PRONOUN = "unresolved_pronoun"
    UNRESOLVED_REFERENCE = "unresolved_reference"
    UNRESOLVED_DATE = "unresolved_date"
    WHOLE_SENTENCE = "whole_sentence"  # a guard failed, so the sentence was kept whole


class EditKind(StrEnum):
    """Why characters of the source were replaced."""

    REFERENCE = "reference"  # pronoun, description or short name -> full name
    DATE = "date"  # relative date -> absolute date
    INFLECTION = "inflection"  # ratifying -> ratified
    FUNCTION_WORD = "function_word"  # inserted copula, article, preposition, final stop
    DELETION = "deletion"  # discourse marker, comma, mask


class Edit(Record):
    """One replacement in the claim's base text (its spans joined by one space)."""

    kind: EditKind
    start: int = Field(ge=0, description="offset in the base text")
    end: int = Field(ge=0, description="offset in the base text; equal to start for an insertion")
    replacement: str
    reason: str = Field(description="what justifies the edit, e.g. the antecedent or the anchor date")


class Attribution(Record):
    """Who said a claim."""

    speaker: str = Field(description="as resolved, e.g. 'Dmitri Peskov'")
    cue: str = Field(description="the reporting words, e.g. 'added' or 'according to'")
    quoted: bool = Field(description="true for words in quotation marks")


class Claim(Record):
    """One checkable (or explicitly uncheckable) statement with its origin in the article."""

    id: str
    text: str
    kind: Kind
    spans: tuple[Span, ...] = Field(description="source characters in order of use")
    edits: tuple[Edit, ...] = Field(default=(), description="sorted by start, not overlapping")
    parent: str | None = Field(default=None, description="id of the claim that this one was split from")
    attribution: Attribution | None = None
    time: TimeSpan | None = None
    modality: Modality = Modality.ASSERTED
    flags: tuple[Flag, ...] = ()


def reproduce(article_text: str, spans: Sequence[Span], edits: Sequence[Edit]) -> str:
    """Rebuild a claim's text from the article: spans joined by one space, then edits applied.

    >>> reproduce("A visited B.", [Span(start=0, end=11)], [])
    'A visited B'
    """
    base = " ".join(article_text[s.start : s.end] for s in spans)
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        pieces += [base[at : edit.start], edit.replacement]
        at = edit.end
    return "".join([*pieces, base[at:]])


class Skipped(Record):
    """A stretch of the article that yields no claim, and why."""

    span: Span
    reason: str


class Split(Record):
    """What a splitter makes of one article; nothing of it is dropped in silence."""

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...] = ()


class Passage(Record):
    """One piece of evidence of the corpus: a table row stated as a sentence, or a piece of a document."""

    id: str = Field(description="stable: '<table>/<row key>/<relation>' or '<file>#<number>'")
    text: str = Field(description="the statement, as the reader sees it")
    title: str | None = None
    source: str = Field(description="document that the fact rests on, shown to the reader")
    url: str | None = None
    valid_from: date | None = Field(default=None, description="first day on which it could be known or holds")
    valid_to: date | None = Field(default=None, description="last day on which it holds")
    table: str | None = None
    row: int | None = Field(default=None, description="line number in the table file, header = 1")
    start: int | None = Field(default=None, ge=0, description="where it begins in the document's text, code points")
    end: int | None = Field(default=None, ge=0, description="where it ends in the document's text, exclusive")
    confirmed: bool = Field(default=True, description="false when it rests on general knowledge alone")

    @property
    def premise(self) -> str:
        """What an NLI model reads: the passage, after the title of its document where it has one."""
        return f"{self.title}: {self.text}" if self.title else self.text


class Hit(Record):
    """A passage that retrieval found for a claim."""

    passage: Passage
    score: float = Field(description="fused score, comparable within one query only")
    rank: int = Field(ge=1)


class Pair(Record):
    """Input of an NLI model."""

    premise: str
    hypothesis: str


class Judgement(Record):
    """Probabilities of an NLI model, named and never positional."""

    entailment: Probability
    neutral: Probability
    contradiction: Probability


class Stance(StrEnum):
    """What one piece of evidence says about a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"
    LATER = "later"  # known only after the as-of date; does not decide


class Finding(Record):
    """Outcome of an exact check that could read the whole claim."""

    stance: Stance = Field(description="supports, refutes, or neutral when the corpus leaves it open")
    check: str = Field(description="the relation that decided, e.g. 'membership.member'")
    derivation: tuple[str, ...] = Field(description="the steps that a reader can follow")
    passages: tuple[Passage, ...] = Field(description="rows used, stated as sentences")


class Evidence(Record):
    """A passage with what each witness made of it."""

    hit: Hit
    judgement: Judgement | None = None
    stance: Stance
    notes: tuple[str, ...] = Field(default=(), description="e.g. why an entailment did not count")


class Label(StrEnum):
    """The verdict on a claim."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_INFO = "not_enough_info"
    NOT_CHECKABLE = "not_checkable"


class Verdict(Record):
    """The answer on one claim, with everything needed to decide again without the models."""

    label: Label
    confidence: Probability
    as_of: date = Field(description="the day for which the claim was judged")
    evidence: tuple[Evidence, ...] = ()
    finding: Finding | None = None
    decider: str = Field(description="'exact:<relation>', 'nli', 'kind' or 'none'")
    reason: str


class CheckedClaim(Record):
    """A claim with its verdict."""

    claim: Claim
    verdict: Verdict


class Failure(Record):
    """Something that could not be done; never a verdict."""

    stage: str = Field(description="read, split, retrieve, judge, decide, render")
    item: str = Field(description="path, article id or claim id")
    error: str = Field(description="class name of the error")
    message: str


class RunInfo(Record):
    """What produced a report; equal keys mean equal verdicts."""

    version: str
    config: dict[str, str | int | float | bool]
    models: dict[str, str] = Field(description="part -> name and content hash")
    corpus: str = Field(description="name, as-of date and content hash")
    key: str = Field(description="hash of all the above")


class Report(Record):
    """One article, verified."""

    article: Article
    claims: tuple[CheckedClaim, ...]
    skipped: tuple[Skipped, ...] = ()
    failures: tuple[Failure, ...] = ()
    run: RunInfo
    seconds: dict[str, float] = Field(default_factory=dict, description="wall time by stage")
