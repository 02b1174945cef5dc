"""A claim's tokens, annotated: names, numbers, times and negation set apart from the words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verifier.dates import TimeMention, find_times
from verifier.quantities import Quantity, find_quantities
from verifier.text import Token, fold, is_participle, lemmas, tokenize
from verifier.verdict.lexicon import ADVERBIALS, ARTICLES, BE_FORMS, CLEFT, NEGATIONS, NEVER, PUNCTUATION, Polarity
from verifier.verdict.mentions import Linker, Mention
from verifier.verdict.polarity import without_negation
from verifier.verdict.ranges import merged


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
    times = merged(text, find_times(text, anchor))
    if len(times) > 1 or any(mention.span is None for mention in times):
        return None
    tokens = [t for t in tokenize(text) if not any(m.start <= t.start < m.end for m in times)]
    positive = without_negation(_plain(tokens, linker.sorts, dated=bool(times)))
    if positive is None:
        return None
    tokens, polarity = positive
    return Reading(
        tokens=tuple(tokens),
        folded=tuple(fold(token.text) for token in tokens),
        mentions={
            mention.first: mention
            for mention in (*linker.partial(tokens), *linker.definite(tokens), *linker.link(tokens))
        },
        quantities=_quantities(text, tokens),
        time=times[0] if times else None,
        polarity=polarity,
    )


def _plain(tokens: Sequence[Token], sorts: frozenset[str], dated: bool) -> list[Token]:
    """Leave out adverbials that change nothing, "it was ... that" around a time, and "is one of those that"."""
    words = [fold(token.text) for token in tokens]
    drop: set[int] = set()
    for phrase in ADVERBIALS:
        for at in range(len(words) - len(phrase) + 1):
            if tuple(words[at : at + len(phrase)]) == phrase:
                drop |= set(range(at, at + len(phrase)))
    if dated and tuple(words[:3]) in CLEFT:
        drop |= {0, 1, 2}
    drop |= {at for at in range(1, len(words) - 1) if dated and words[at] == "only" and is_verb_form(words[at + 1])}
    drop |= _among_those_that(words, sorts) | _closing_either(words)
    return [token for at, token in enumerate(tokens) if at not in drop]


def is_verb_form(word: str) -> bool:
    """Say whether a word is a past form, before which "only" is about the time: "only joined in 2024"."""
    return is_participle(word) and word not in BE_FORMS


def _closing_either(words: Sequence[str]) -> set[int]:
    """Return the place of the "either" in "is not a member either", which only says that others are none."""
    last = next((at for at in reversed(range(len(words))) if words[at] not in PUNCTUATION), -1)
    denied = (NEGATIONS | NEVER) & set(words[: max(last, 0)])
    return {last} if denied and words[last] == "either" else set()


def _among_those_that(words: Sequence[str], sorts: frozenset[str]) -> set[int]:
    """Return the places of "is among the countries that": who is among those that did it did it."""
    for at, word in enumerate(words):
        if word not in ("that", "which", "who") or at < 3 or not lemmas(words[at - 1]) & sorts:
            continue
        start = at - 2 if words[at - 2] in ARTICLES else at - 1
        lead = 1 if words[start - 1 : start] == ["among"] else 2 if words[start - 2 : start] == ["one", "of"] else 0
        verb = start - lead - (words[start - lead - 1] in NEGATIONS) - 1
        if lead and verb > 0 and words[verb] in BE_FORMS:
            return {verb, *range(start - lead, at + 1)}
    return set()


def _quantities(text: str, tokens: Sequence[Token]) -> dict[int, tuple[int, Quantity]]:
    found = {}
    for quantity in find_quantities(text):
        inside = [at for at, token in enumerate(tokens) if quantity.start <= token.start < quantity.end]
        if inside:
            found[inside[0]] = (inside[-1] + 1, quantity)
    return found
