"""Finds the few patterns of many that could read a claim: those whose rarest word the claim has."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from verifier.text import lemmas
from verifier.verdict.patterns import Pattern, Word


class PatternIndex:
    """Patterns by the dictionary forms of their rarest literal word."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = list(patterns)
        self._bare: list[int] = []  # patterns without a literal word
        self._by_lemma: dict[str, list[int]] = defaultdict(list)
        seen = Counter(element.text for p in self._patterns for element in p.elements if isinstance(element, Word))
        for number, pattern in enumerate(self._patterns):
            words = [element for element in pattern.elements if isinstance(element, Word)]
            rarest = min(words, key=lambda word: seen[word.text], default=None)
            if rarest is None:
                self._bare.append(number)
            for lemma in rarest.lemmas if rarest else ():
                self._by_lemma[lemma].append(number)

    def candidates(self, words: Sequence[str]) -> list[Pattern]:
        """Return the patterns that may match folded words, in their order."""
        present = {lemma for word in words for lemma in lemmas(word)}
        numbers = {*self._bare, *(number for lemma in present for number in self._by_lemma.get(lemma, ()))}
        return [self._patterns[number] for number in sorted(numbers)]
