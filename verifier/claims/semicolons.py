"""Sentences joined by a semicolon or a contrast: "It has 61 members; 12 are in Africa", "A rose, while B fell"."""

from typing import Any

from verifier.claims.coordination import SUBJECTS
from verifier.claims.drafts import Parsed
from verifier.claims.lexicon import HOLDING, KEEP_WHOLE_MARKS, REPORTING
from verifier.claims.unfolding import Unfolded, joined, quoted
from verifier.language import is_finite

_CONTRASTS = ("while", "whereas", "but", "yet")


def apart(parsed: Parsed) -> Unfolded | None:
    """Part a sentence at the first mark with a whole sentence on both sides; None when there is none."""
    doc = parsed.doc
    for token in doc:
        end = _mark_end(doc, token.i)
        if end is None or quoted(doc, token.i):
            continue
        left, right = doc[: token.i], doc[end:]
        if _sentence(left) and _sentence(right) and (token.text == ";" or not _reports(doc)):
            return Unfolded((joined(parsed, range(token.i)), joined(parsed, range(end, len(doc)))))
    return None


def _mark_end(doc: Any, at: int) -> int | None:
    """Return where the second sentence begins, if a semicolon or ", while" stands here."""
    if doc[at].text == ";":
        return at + 1
    contrast = doc[at].text == "," and at + 1 < len(doc) and doc[at + 1].lower_ in _CONTRASTS
    return at + 2 if contrast else None


def _reports(span: Any) -> bool:
    """Say whether somebody speaks, so that the rest may be said by them too."""
    return any(token.lemma_.lower() in REPORTING | HOLDING and token.pos_ == "VERB" for token in span)


def _sentence(span: Any) -> bool:
    """Say whether a stretch has a subject before a finite verb and no condition that spans both sides."""
    verb = next((t.i for t in span if is_finite(t)), None)
    conditional = any(t.lower_ in KEEP_WHOLE_MARKS for t in span)
    nouns = any(t.dep_ in SUBJECTS or t.pos_ in ("NOUN", "PROPN", "PRON") for t in span if verb and t.i < verb)
    return nouns and not conditional
