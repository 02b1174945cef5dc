"""A claim's tokens, annotated: names, numbers, times and negation set apart from the words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verifier.dates import TimeMention, find_times
from verifier.quantities import Quantity, find_quantities
from verifier.text import Token, fold, tokenize
from verifier.verdict.lexicon import NEGATIONS, Polarity
from verifier.verdict.mentions import Linker, Mention


@dataclass(frozen=True, slots=True)
class Reading:
    """What wordings must consume, and what was set apart."""

    tokens: tuple[Token, ...]
    folded: tuple[str, ...]
    mentions: Mapping[int, Mention]  # first token -> mention
    quantities: Mapping[int, tuple[int, Quantity]]  # first token -> (end token, quantity)
    time: TimeMention | None
    polarity: Polarity

    def restates(self, token: int) -> bool:
        """Say whether a name in parentheses repeats the name before it: "... Court (ICC)"."""
        mention = self.mentions.get(token)
        if mention is None or token == 0 or self.folded[token - 1] != "(":
            return False
        before = [m for m in self.mentions.values() if m.last == token - 1]
        return any(m.entities & mention.entities for m in before)


def read(text: str, anchor: date, linker: Linker) -> Reading | None:
    """Annotate a claim; None when it has two times, an unresolved time, or two negations."""
    times = find_times(text, anchor)
    if len(times) > 1 or any(mention.span is None for mention in times):
        return None
    tokens = [t for t in tokenize(text) if not any(m.start <= t.start < m.end for m in times)]
    positive = _without_negation(tokens)
    if positive is None:
        return None
    tokens, polarity = positive
    return Reading(
        tokens=tuple(tokens),
        folded=tuple(fold(token.text) for token in tokens),
        mentions={mention.first: mention for mention in linker.link(tokens)},
        quantities=_quantities(text, tokens),
        time=times[0] if times else None,
        polarity=polarity,
    )


def _without_negation(tokens: Sequence[Token]) -> tuple[list[Token], Polarity] | None:
    words = [fold(token.text) for token in tokens]
    drop: set[int] = set()
    polarities = []
    for at, word in enumerate(words):
        if word == "no" and words[at + 1 : at + 2] == ["longer"]:
            drop |= {at, at + 1}
            polarities.append(Polarity.NO_LONGER)
        elif word in NEGATIONS or word == "never":
            drop |= {at} | {i for i, w in enumerate(words) if w == "yet"}
            polarities.append(Polarity.NEVER if word == "never" else Polarity.DENIED)
    if len(polarities) > 1:
        return None
    rest = [token for at, token in enumerate(tokens) if at not in drop]
    return rest, polarities[0] if polarities else Polarity.AFFIRMED


def _quantities(text: str, tokens: Sequence[Token]) -> dict[int, tuple[int, Quantity]]:
    found = {}
    for quantity in find_quantities(text):
        inside = [at for at, token in enumerate(tokens) if quantity.start <= token.start < quantity.end]
        if inside:
            found[inside[0]] = (inside[-1] + 1, quantity)
    return found
