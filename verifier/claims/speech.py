"""Who says what: reporting verbs, direct and indirect speech, "according to"."""

from dataclasses import dataclass
from typing import Any

from verifier.claims.coordination import subject_of
from verifier.claims.drafts import Draft, Parsed, trimmed
from verifier.claims.lexicon import REPORTING
from verifier.claims.noun_phrases import phrase
from verifier.claims.sentences import Sentence
from verifier.language import children, is_finite, subtree

_CLOSING = ("”", '"', "»")
_SPEAKER_WORDS = 9  # at most, between the comma and the reporting verb or after it
_QUOTE_WORDS = 3  # shorter quotations are names or scare quotes


@dataclass(frozen=True, slots=True)
class Speech:
    """A reporting frame; `content` is empty for direct speech, which is not judged."""

    speaker: tuple[int, ...]
    cue: str
    quoted: bool
    content: Draft | None


def find_speech(parsed: Parsed, sentence: Sentence, root: Any) -> Speech | None:
    """Return the reporting frame of a sentence, or None when the writer speaks."""
    cue = _cue(parsed, sentence)
    if cue is not None and _quotation(parsed, sentence):
        return Speech(_speaker(cue), cue.text, True, None)
    return _indirect(parsed, root) or _afterwards(parsed) or _according(parsed)


def _cue(parsed: Parsed, sentence: Sentence) -> Any | None:
    for token in parsed.doc:
        outside = not sentence.quoted(parsed.virtual.origin[token.idx])
        after_quote = parsed.doc[: token.i].text.rstrip(", ").endswith(_CLOSING)
        verb = token.tag_ in ("VBD", "VBZ", "VBP") or (token.tag_ == "VBN" and after_quote)
        if token.lemma_.lower() in REPORTING and verb and outside:
            return token
    return None


def _quotation(parsed: Parsed, sentence: Sentence) -> bool:
    inside = [t for t in parsed.doc if t.is_alpha and sentence.quoted(parsed.virtual.origin[t.idx])]
    return len(inside) >= _QUOTE_WORDS


def _speaker(cue: Any) -> tuple[int, ...]:
    """Return the subject of a reporting verb; after a quotation it may follow the verb."""
    before = [t for t in cue.doc[max(0, cue.i - 1) : cue.i] if t.pos_ in ("PROPN", "NOUN", "PRON")]
    subject = before[-1] if before else subject_of(cue)
    if subject is not None and subject.i < cue.i:
        return tuple(phrase(subject))
    after = next((t for t in cue.doc[cue.i + 1 :] if t.pos_ in ("PROPN", "NOUN", "PRON")), None)
    if after is None or after.i > cue.i + 4:
        return ()
    return tuple(_run(cue.doc, after.i))


def _run(doc: Any, start: int) -> range:
    """Return the noun phrase that begins at a place: nouns, names and what joins them."""
    end = start
    while end < len(doc) and (
        doc[end].pos_ in ("PROPN", "NOUN", "ADJ", "DET", "NUM", "PRON") or doc[end].text in "-’s"
    ):
        end += 1
    while start > 0 and doc[start - 1].pos_ in ("DET", "ADJ"):
        start -= 1
    return range(start, end)


def _indirect(parsed: Parsed, root: Any) -> Speech | None:
    known = any(child.lower_ in ("known", "clear", "public") for child in root.children)
    if root.lemma_.lower() not in REPORTING and not (root.lemma_ == "make" and known):
        return None
    clause = next((c for c in (*children(root, "ccomp"),) if c.i > root.i), None)
    subject = subject_of(root)
    if clause is None or subject is None or not _finite_clause(clause):
        return None
    content = [i for i in trimmed(parsed, subtree(clause)) if parsed.doc[i].lower_ != "that" or i > clause.i]
    return Speech(tuple(phrase(subject)), root.text, False, Draft(tuple(content), "reported content"))


def _afterwards(parsed: Parsed) -> Speech | None:
    """Read "It rained, the ministry said on Monday" and "It rained, said the ministry"."""
    doc = parsed.doc
    for cue in doc:
        comma = next((i for i in range(cue.i - 1, 0, -1) if doc[i].text == ","), None)
        near = comma is not None and cue.i - comma <= _SPEAKER_WORDS
        if comma is None or not near or cue.lemma_.lower() not in REPORTING or not is_finite(cue):
            continue
        speaker = range(comma + 1, cue.i) if cue.i > comma + 1 else _run(doc, cue.i + 1)
        if _told(doc, comma, cue.i) and any(doc[i].pos_ in ("PROPN", "NOUN", "PRON") for i in speaker):
            content = Draft(tuple(trimmed(parsed, range(comma))), "reported content")
            return Speech(tuple(speaker), cue.text, False, content)
    return None


def _told(doc: Any, comma: int, cue: int) -> bool:
    """Say whether a statement stands before the comma, and nothing but time and place after the verb."""
    after = doc[cue + 1 :]
    linked = any(token.lower_ in ("who", "which", "that", "and", "but") for token in doc[comma:cue])
    short = len(after) <= _SPEAKER_WORDS and not any(is_finite(token) for token in after)
    return short and not linked and any(is_finite(token) for token in doc[:comma])


def _finite_clause(clause: Any) -> bool:
    wh_word = any(child.tag_ in ("WP", "WRB", "WDT") for child in clause.children)
    return subject_of(clause) is not None and not wh_word and any(is_finite(t) for t in clause.subtree)


def _according(parsed: Parsed) -> Speech | None:
    """Read "According to N, ..." and "..., according to N"."""
    words = [token.lower_ for token in parsed.doc]
    at = next((i for i in range(len(words) - 2) if words[i : i + 2] == ["according", "to"]), None)
    if at is None or words[at + 2] in ("which", "whom"):
        return None
    comma = next((i for i in range(at + 2, len(words)) if words[i] == ","), len(words))
    speaker = trimmed(parsed, range(at + 2, comma))
    rest = range(comma + 1, len(words)) if at == 0 else range(at)
    content = Draft(tuple(trimmed(parsed, rest)), "reported content")
    return Speech(tuple(speaker), "according to", False, content)
