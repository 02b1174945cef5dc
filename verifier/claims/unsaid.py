"""Words of a sentence that no claim of it has: markers, brackets and what a rule left behind, so that all is told."""

from collections.abc import Iterator, Sequence

from verifier.claims.lexicon import DISCOURSE
from verifier.claims.pieces import Built
from verifier.records import Skipped, Span
from verifier.text import STOP_WORDS, tokenize

_JOINING = frozenset(
    "because while although though whereas including contrast neither nor which who where when said especially".split()
)


def unsaid(text: str, start: int, end: int, claims: Sequence[Built]) -> Iterator[Skipped]:
    """Yield the stretches of text[start:end] with words of content in no claim, and why they are there."""
    said = {i for claim in claims for span in claim.spans for i in range(span.start, span.end)}
    first = last = -1
    for token in tokenize(text[start:end]):
        at, stop = start + token.start, start + token.end
        content = token.text[:1].isalnum() and token.text.lower() not in STOP_WORDS
        if content and at not in said:
            first, last = (at if first < 0 else first), stop
        elif first >= 0 and at in said:
            yield _skipped(text, first, last)
            first = -1
    if first >= 0:
        yield _skipped(text, first, last)


def _skipped(text: str, start: int, end: int) -> Skipped:
    marker = text[start:end].lower() in _JOINING.union(DISCOURSE)
    bracket = text[:start].rfind("(") > text[:start].rfind(")") and ")" in text[end:]
    reason = "joins sentences" if marker else "in brackets" if bracket else "in no claim"
    return Skipped(span=Span(start=start, end=end), reason=reason)
