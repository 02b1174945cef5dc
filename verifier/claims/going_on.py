"""Speech that goes on behind its frame: ", the minister said, adding that prices would fall"."""

from dataclasses import replace
from typing import Any

from verifier.claims.coordination import SUBJECTS
from verifier.claims.drafts import Parsed, trimmed
from verifier.claims.lexicon import HOLDING, ORGANISATIONS, REPORTING
from verifier.claims.mentions import PEOPLE
from verifier.claims.quantified import inflected
from verifier.claims.reporting import Speech, stated
from verifier.claims.sentences import Sentence
from verifier.language import is_finite

_SPEAKERS_OWN = frozenset("add note stress emphasise emphasize reiterate underline insist".split())


def with_more(parsed: Parsed, sentence: Sentence, speech: Speech) -> Speech:
    """Return a speech whose content ends before ", adding that ..." and which has that as further content."""
    verb = next((t for t in parsed.doc[2:-2] if _goes_on(t) and not _quoted(parsed, sentence, t)), None)
    behind = verb is not None and max(speech.speaker, default=0) < verb.i
    if verb is None or not behind:
        return speech
    within = any(i > verb.i for i in speech.content)
    if within and verb.lemma_.lower() not in _SPEAKERS_OWN and _an_actor(parsed, speech.content):
        return speech  # "said that N had called him, saying that": N said it
    content = trimmed(parsed, [i for i in speech.content if i < verb.i])
    more = _said(parsed, sentence, verb)
    return replace(speech, content=tuple(content), more=stated(verb, more), more_cue=inflected(verb.lemma_, "VBD"))


def _goes_on(token: Any) -> bool:
    """Say whether a word is a gerund of saying behind a comma, followed by "that", a colon or a clause."""
    saying = token.tag_ == "VBG" and token.lemma_.lower() in REPORTING | HOLDING
    return bool(
        saying
        and token.nbor(-1).text == ","
        and token.nbor(1).lower_ in ("that", ":", "the", "he", "she", "it", "they")
    )


def _an_actor(parsed: Parsed, content: tuple[int, ...]) -> bool:
    """Say whether who does something in what is said may say something in turn: no law finds or warns."""
    actor = next((parsed.doc[i] for i in content if parsed.doc[i].dep_ in SUBJECTS), None)
    if actor is None or actor.pos_ == "PRON" or actor.ent_type_ in ("PER", "ORG", "LOC"):
        return True
    return actor.lemma_.lower() in PEOPLE | ORGANISATIONS


def _said(parsed: Parsed, sentence: Sentence, verb: Any) -> list[int]:
    """Return the words behind a gerund of saying; none where they are a quotation, or no clause."""
    doc = parsed.doc
    start = verb.i + 1 + (doc[verb.i + 1].lower_ in ("that", ":"))
    words = trimmed(parsed, range(start, len(doc)))
    quoted = any(_quoted(parsed, sentence, doc[i]) for i in words)
    return words if words and not quoted and any(is_finite(doc[i]) for i in words) else []


def _quoted(parsed: Parsed, sentence: Sentence, token: Any) -> bool:
    return sentence.quoted(parsed.virtual.origin[token.idx])
