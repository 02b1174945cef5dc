"""Makes relative dates absolute, against the publication date and the clause's tense."""

import re
from dataclasses import dataclass
from datetime import date

from verifier.claims.drafts import Draft, Parsed, Replacement
from verifier.claims.kinds import planned_for, put_off, tense_of
from verifier.dates import MONTHS, Tense, TimeMention, TimeRelation, absolute_text, claimed_interval, find_times
from verifier.language import children
from verifier.records import EditKind, TimeSpan

_MONTH = re.compile("|".join(MONTHS))
_SEASON = re.compile(
    rf"\b(?:from|between) (?:\w+ )?(?:{'|'.join(MONTHS)}) (?:to|until|till|through|and) (?:\w+ )?"
    rf"(?:{'|'.join(MONTHS)})\b(?!,? (?:of )?\d| (?:of )?(?:this|next|last) year)"
)
_LASTS = re.compile(r"\b(?:is|are|remains?|stays?|lasts?|runs?|continues?)\b(?!.*\b(?:was|were|had|did)\b)")
_HABIT = re.compile(
    r"\b(?:(?:every|each) (?:year|spring|summer|autumn|winter)|annually|usually|typically|normally|traditionally)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Times:
    """What the times of a draft come to."""

    replacements: tuple[Replacement, ...]
    span: TimeSpan | None  # days of the claim, when it names exactly one time
    unresolved: bool


def read_times(parsed: Parsed, draft: Draft, published: date | None, before: TimeSpan | None) -> Times:
    """Return the date edits of a draft, its time, and whether a date stayed open.

    Dates are read in the whole sentence, so that "of the same year" finds its year; `before` is the last time of the
    sentence before.
    """
    tokens = draft.tokens()
    tags = [parsed.doc[i].tag_ for i in tokens]
    tense = tense_of(parsed.text(tokens), tags)
    mentions = _mentions(parsed.doc.text, published, tense, before)
    if tense is Tense.FUTURE:
        told = {m.start: m for m in _mentions(parsed.doc.text, published, Tense.PAST, before)}
        mentions = [told.get(m.start, m) if _in_the_past(parsed, m) else m for m in mentions]
    kept = set(tokens)
    replacements, spans, unresolved = [], [], False
    for mention in mentions:
        inside = _tokens(parsed, mention)
        if not inside or not set(inside) <= kept or _nowadays(parsed, mention, inside):
            continue
        if _every_year(parsed.doc.text, mention, tags):
            continue
        if mention.span is None:
            unresolved = True
            continue
        spans.append(claimed_interval(mention))
        if mention.relative:
            reason = f"'{mention.text.strip()}' read from {published or 'the text'}"
            text = _written(parsed.doc.text, mention)
            replacements.append(Replacement(inside[0], inside[-1] + 1, text, reason, EditKind.DATE))
    return Times(tuple(replacements), spans[0] if len(spans) == 1 else None, unresolved)


def _in_the_past(parsed: Parsed, mention: TimeMention) -> bool:
    """Say whether the last verb before a time tells of the past: "will meet N, who won on Saturday"."""
    verb = next(
        (t for t in reversed(parsed.doc) if t.idx < mention.start and t.tag_ in ("VBD", "VBZ", "VBP", "MD")), None
    )
    return verb is not None and verb.tag_ == "VBD"


def _written(text: str, mention: TimeMention) -> str:
    """Return a time in absolute words, without a preposition of its own as an owner: "this year’s fair"."""
    words = absolute_text(mention)
    owner = text[mention.end : mention.end + 2] in ("'s", "’s") and mention.core_start == mention.start
    owner = owner or text[: mention.start].rstrip().endswith((" into", " over", " across", " throughout"))
    return words.partition(" ")[2] if owner and words.partition(" ")[0] in ("in", "on") else words


def _nowadays(parsed: Parsed, mention: TimeMention, inside: list[int]) -> bool:
    """Say whether "today" names no day: "Today no mine may be opened", not "He today announced"."""
    if mention.text.strip().lower() != "today":
        return False
    verb = next((a for a in parsed.doc[inside[0]].ancestors if a.pos_ == "VERB" or any(children(a, "cop"))), None)
    if verb is None:  # "Today the hall houses a museum", its verb taken for a noun
        past = any(t.tag_ in ("VBD", "MD") or t.lower_ in ("has", "have") for t in parsed.doc)
        return inside[0] == 0 and not past
    helping = {child.lower_ for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")}
    if helping & {"has", "have", "had", "was", "were", "will", "did"}:
        return False
    return verb.tag_ in ("VBZ", "VBP") or bool(helping)


def _every_year(text: str, mention: TimeMention, tags: list[str]) -> bool:
    """Say whether a month is that of each year: "lasts from November to April", "is held every year in May"."""
    month = _MONTH.fullmatch(text[mention.core_start : mention.end]) is not None
    habit = _HABIT.search(text) is not None or any(m.start() <= mention.start < m.end() for m in _SEASON.finditer(text))
    return month and habit and not {"VBD", "MD"} & set(tags)


def days_in(parsed: Parsed, published: date | None) -> list[date | None]:
    """Return the first day of each time that a sentence names, read against the publication date."""
    tense = tense_of(parsed.doc.text, [token.tag_ for token in parsed.doc])
    return [m.span.first for m in _mentions(parsed.doc.text, published, tense) if m.span is not None]


def last_time(text: str, published: date | None) -> TimeSpan | None:
    """Return the last time of a sentence, from which "two years later" counts; None where its times differ by years."""
    found = [m.span for m in find_times(text, published, Tense.PAST) if m.span is not None]
    return found[-1] if found and len({span.first.year for span in found}) == 1 else None


def _mentions(text: str, published: date | None, tense: Tense, before: TimeSpan | None = None) -> list[TimeMention]:
    """Find times; one that something is planned for lies ahead, whatever the clause's tense."""
    ahead = {m.start: m for m in find_times(text, published, Tense.FUTURE, before)}
    found = find_times(text, published, tense, before)

    def lies_ahead(mention: TimeMention) -> bool:
        before = text[: mention.start]
        if mention.relation is TimeRelation.UNTIL and _LASTS.search(before):
            return True  # "are sold out until August"
        if tense is not Tense.PAST and before.rstrip().endswith((" ending", " ending in")):
            return True  # "expects a loss for the year ending in September"
        return planned_for(before) or (mention.relation is TimeRelation.UNTIL and put_off(before))

    behind = {m.start: m for m in find_times(text, published, Tense.PAST, before)}

    def placed(mention: TimeMention) -> TimeMention:
        if mention.relation is TimeRelation.SINCE:
            return behind.get(mention.start, mention)
        return ahead.get(mention.start, mention) if lies_ahead(mention) else mention

    return [placed(m) for m in found]


def _tokens(parsed: Parsed, mention: TimeMention) -> list[int]:
    return [t.i for t in parsed.doc if mention.start <= t.idx < mention.end]
