"""Plain sentences: what a sentence of the article says, each part written as a sentence of its own and parsed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from verifier.claims.ages import aged
from verifier.claims.clauses import asks
from verifier.claims.counted_lists import counted
from verifier.claims.drafts import Parsed
from verifier.claims.events import commented
from verifier.claims.fronting import opened
from verifier.claims.gapping import gapped
from verifier.claims.inclusions import inclusive
from verifier.claims.inverted import turned
from verifier.claims.markers import unmarked
from verifier.claims.named_plurals import named_plural
from verifier.claims.opening import without_marker
from verifier.claims.parentheses import parentheticals
from verifier.claims.pasts import past_form
from verifier.claims.semicolons import apart
from verifier.claims.sentences import Sentence
from verifier.claims.tagging import repaired
from verifier.claims.titles import titled
from verifier.claims.unfolding import Rule
from verifier.claims.virtual import Virtual, virtual
from verifier.language import is_finite

_RULES: tuple[Rule, ...] = (
    unmarked,
    turned,
    apart,
    aged,
    titled,
    opened,
    commented,
    inclusive,
    named_plural,
    counted,
    gapped,
)


class PlainSentences:
    """Parses sentences, unfolded until no rule finds more in them."""

    def __init__(self, parse: Any) -> None:
        self._parse = parse  # spacy.Language

    def of(self, article: str, sentence: Sentence) -> list[Parsed]:
        """Return the parses of a sentence without its brackets and opening markers, hosts before their parts."""
        start = without_marker(article, sentence.start, sentence.end)
        holes = parentheticals(article, start, sentence.end)
        starts = [start, *(end for _, end in holes)]
        ends = [*(begin for begin, _ in holes), sentence.end]
        whole = virtual(article, [r for r in zip(starts, ends, strict=True) if r[0] < r[1]])
        return list(self.unfolded(whole))

    def unfolded(self, text: Virtual) -> Iterator[Parsed]:
        """Yield the parses of the plain sentences that a text unfolds to, the host first."""
        yield from self._plainer(self._parsed(text))

    def _parsed(self, text: Virtual) -> Parsed:
        return Parsed(text, repaired(self._parse(text.text)), ())

    def _plainer(self, parsed: Parsed) -> Iterator[Parsed]:
        for rule in _RULES if not asks(parsed) else ():
            unfolded = rule(parsed)
            parts = [self._parsed(text) for text in unfolded.texts] if unfolded else []
            if unfolded is None or not all(_says_something(part) for part in parts):
                continue
            more = (*parsed.asides, *((parsed, draft) for draft in unfolded.drafts))
            for number, part in enumerate(parts):
                yield from self._plainer(replace(part, asides=more) if number == 0 else part)
            return
        yield parsed


def _says_something(parsed: Parsed) -> bool:
    """Say whether a part has a verb: not "the west to Chile" of "The east fell to Peru and the west to Chile"."""
    return any(is_finite(token) or past_form(token) for token in parsed.doc)
