"""What a reporting frame is, and which verbs make one."""

from dataclasses import dataclass
from typing import Any

from verifier.claims.lexicon import ASKING, DENYING, HOLDING, KEEP_WHOLE_MARKS, REPORTING
from verifier.language import children, is_finite

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor"})
_COURTS = frozenset("court tribunal jury inquest inquiry trial hearing".split())
_QUESTIONS = KEEP_WHOLE_MARKS | {"how", "why", "what", "who", "where"}
LEAST_CONTENT = 2  # words


@dataclass(frozen=True, slots=True)
class Speech:
    """A reporting frame; `content` is empty for direct speech and for what is denied or asked, which is not judged."""

    speaker: tuple[int, ...]
    cue: str
    quoted: bool
    content: tuple[int, ...] = ()
    more: tuple[int, ...] = ()  # further content, behind ", adding that"
    more_cue: str = ""


def reports(token: Any) -> bool:
    """Say whether a verb reports, in a form that says that it happened: no "may say", no infinitive."""
    helpers = list(children(token, "aux"))
    finite = is_finite(token) or any(is_finite(helper) for helper in helpers)
    open_ = any(helper.tag_ == "MD" and helper.lower_ not in ("will", "'ll") for helper in helpers)
    told = token.lemma_.lower() in REPORTING | HOLDING or _heard_in_court(token)
    return told and finite and not open_


def _heard_in_court(verb: Any) -> bool:
    """Say whether a court hears something, which somebody says there."""
    return verb.lemma_ == "hear" and any(c.lemma_.lower() in _COURTS for c in children(verb, "nsubj"))


def stated(cue: Any, content: list[int]) -> tuple[int, ...]:
    """Return the content that the speaker stands for; none of what is denied, asked or not said."""
    doc = cue.doc
    lemma = cue.lemma_.lower()
    unsaid = any(child.lower_ in _NEGATIONS for child in cue.children) or lemma in DENYING
    opened = bool(content) and content[0] > cue.i and doc[content[0]].lower_ in _QUESTIONS
    if unsaid or opened or not verbal(doc, content) or len(content) < LEAST_CONTENT:
        return ()
    subjunctive = lemma in ASKING and not any(doc[i].tag_ == "MD" for i in content)
    return () if subjunctive else tuple(content)


def verbal(doc: Any, content: list[int]) -> bool:
    """Say whether a stretch has a verb; cut in two by its frame, a past form is often taken for a participle."""
    return any(is_finite(doc[i]) or doc[i].tag_ == "VBN" for i in content)
