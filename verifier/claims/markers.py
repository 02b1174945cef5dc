"""Joining words between commas, which state nothing: "Peru, by contrast, left" says "Peru left"."""

from verifier.claims.drafts import Parsed
from verifier.claims.lexicon import DISCOURSE
from verifier.claims.unfolding import Unfolded, cut, quoted
from verifier.language import is_finite

_MARKERS = tuple(tuple(marker.split()) for marker in DISCOURSE)


def unmarked(parsed: Parsed) -> Unfolded | None:
    """Take the first joining words between commas out; behind a verb one comma stays. None when there are none."""
    doc = parsed.doc
    words = [token.lower_ for token in doc]
    for comma in (t.i for t in doc[1:-2] if t.text == "," and not quoted(doc, t.i)):
        marker = next((m for m in _MARKERS if tuple(words[comma + 1 : comma + 1 + len(m)]) == m), None)
        close = comma + 1 + len(marker) if marker else len(doc)
        if close < len(doc) - 1 and words[close] == ",":
            told = any(is_finite(token) for token in doc[:comma])
            told = told and doc[comma - 1].pos_ not in ("AUX", "VERB")  # "did, however, go", "declined, however, to"
            return Unfolded((cut(parsed, (comma + told, close + 1)),))
    return None
