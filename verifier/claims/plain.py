"""Plain sentences: what a sentence of the article says, each part written as a sentence of its own and parsed."""

from collections.abc import Iterator
from typing import Any

from verifier.claims.ages import aged
from verifier.claims.clauses import asks
from verifier.claims.counted_lists import counted
from verifier.claims.drafts import Draft, Parsed
from verifier.claims.events import commented
from verifier.claims.fronting import opened
from verifier.claims.gapping import gapped
from verifier.claims.inclusions import inclusive
from verifier.claims.insertions import interrupted
from verifier.claims.inverted import turned
from verifier.claims.markers import unmarked
from verifier.claims.named_plurals import named_plural
from verifier.claims.opening import without_marker
from verifier.claims.parentheses import parentheticals
from verifier.claims.semicolons import apart
from verifier.claims.sentences import Sentence
from verifier.claims.tagging import repaired
from verifier.claims.titles import titled
from verifier.claims.unfolding import Rule
from verifier.claims.virtual import Virtual, virtual

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
    interrupted,
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

    def unfolded(self, text: Virtual, asides: tuple[tuple[Parsed, Draft], ...] = ()) -> Iterator[Parsed]:
        """Yield the parses of the plain sentences that a text unfolds to, the host first."""
        parsed = Parsed(text, repaired(self._parse(text.text)), asides)
        unfolded = next((u for rule in _RULES if (u := rule(parsed))), None) if not asks(parsed) else None
        if unfolded is None:
            yield parsed
            return
        more = (*asides, *((parsed, draft) for draft in unfolded.drafts))
        for number, plainer in enumerate(unfolded.texts):
            yield from self.unfolded(plainer, more if number == 0 else ())
