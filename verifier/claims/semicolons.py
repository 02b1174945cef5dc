"""Sentences joined by a semicolon: "It has 61 members; 12 of them are in Africa"."""

from typing import Any

from verifier.claims.coordination import SUBJECTS
from verifier.claims.drafts import Parsed
from verifier.claims.lexicon import KEEP_WHOLE_MARKS
from verifier.claims.unfolding import Unfolded, joined, quoted
from verifier.language import is_finite


def apart(parsed: Parsed) -> Unfolded | None:
    """Part a sentence at the first semicolon with a whole sentence on both sides; None when there is none."""
    doc = parsed.doc
    for token in doc:
        if token.text != ";" or quoted(doc, token.i):
            continue
        left, right = doc[: token.i], doc[token.i + 1 :]
        if _sentence(left) and _sentence(right):
            return Unfolded((joined(parsed, range(token.i)), joined(parsed, range(token.i + 1, len(doc)))))
    return None


def _sentence(span: Any) -> bool:
    """Say whether a stretch has a subject before a finite verb and no condition that spans both sides."""
    verb = next((t.i for t in span if is_finite(t)), None)
    conditional = any(t.lower_ in KEEP_WHOLE_MARKS for t in span)
    nouns = any(t.dep_ in SUBJECTS or t.pos_ in ("NOUN", "PROPN", "PRON") for t in span if verb and t.i < verb)
    return nouns and not conditional
