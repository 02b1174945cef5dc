"""What an NLI judgement must not contradict before it counts.

NLI models of every size accept swapped years, numbers and names (Glockner et al. 2018; Schuster et al.
2021, VitaminC); comparing the values themselves is cheap and exact.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from verifier.agreement import matches
from verifier.dates import TimeMention, claimed_interval, find_times
from verifier.quantities import Quantity, find_quantities
from verifier.text import STOP_WORDS, Token, content_words, fold, known_word, lemmas, split_sentences, tokenize
from verifier.verdict.contrast import opposed
from verifier.verdict.lexicon import REPEATING
from verifier.verdict.mentions import Linker
from verifier.verdict.naming import Naming
from verifier.verdict.negation import is_negative

_RESTRICTIVE = frozenset({"only", "first", "last", "latest", "sole", "all", "every", "most", "least", "largest",
                          "biggest", "highest", "lowest", "longest", "youngest", "oldest", "smallest"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alignment:
    """How far a premise speaks of what the claim speaks of."""

    names: tuple[str, ...]  # names of the claim that the premise lacks
    times: tuple[str, ...]  # times of the claim that the premise does not give
    numbers: tuple[str, ...]  # numbers of the claim that the premise does not give
    vague: bool  # the claim names nobody, no time and no number: it could be about anything
    restrictions: tuple[str, ...]  # "only", "first", ... that the premise does not state
    same_polarity: bool
    opposed: bool  # one denies what the other sets against it: "A, not B" and "B, not A"
    coverage: float  # share of the claim's content words that the premise has, 0 to 1
    plain_coverage: float = 1.0  # the same without names, times and numbers, which are compared by themselves

    def objections(self) -> Iterator[str]:
        """Yield why an entailment by this premise does not count."""
        for what, missing in (
            ("name", self.names),
            ("time", self.times),
            ("number", self.numbers),
            ("restriction", self.restrictions),
        ):
            if missing:
                yield f"the evidence does not give the claim's {what} {', '.join(repr(m) for m in missing)}"
        if not self.same_polarity:
            yield "claim and evidence differ in negation"
        if self.opposed:
            yield "what the claim asserts and what the evidence denies are the same"
        if not self.plain_coverage:
            # the names of a visit and a claim of an arrest: what is said of them must have a word in the evidence
            yield "the evidence shares names and values with the claim, but none of its words"
        if self.vague:
            yield "the claim names nobody, no time and no number"


class Aligner:
    """Compares the values of claim and premise."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._naming = Naming(linker)

    def align(self, claim: str, premise: str, anchor: date) -> Alignment:
        """Return what the claim has and the premise lacks; relative dates are read from `anchor`."""
        claim = self._naming.as_in(premise, claim)
        times, premise_times = find_times(claim, anchor), find_times(premise, anchor)
        quantities, given = find_quantities(claim), find_quantities(premise)
        given_spans = [(m.start, m.end) for m in times if _time_given(m, premise_times)]
        given_spans += [(q.start, q.unit_end) for q in quantities if any(matches(q, other) for other in given)]
        values = [(m.start, m.end) for m in times] + [(q.start, q.end) for q in quantities]
        return Alignment(
            names=tuple(self._missing_names(claim, premise, [*times, *quantities])),
            times=tuple(m.text.strip() for m in times if not _time_given(m, premise_times)),
            numbers=tuple(_missing_numbers(quantities, given, times)),
            vague=not times and not self._names_something(claim),
            restrictions=(*sorted(_restrictions(claim, quantities) - _words(premise)), *_repeats(claim, premise)),
            same_polarity=is_negative(claim) == is_negative(_nearest(claim, premise)),
            opposed=opposed(claim, premise),
            coverage=_coverage(claim, premise, given_spans),
            plain_coverage=_coverage(claim, premise, given_spans, [*self._names(claim), *values]),
        )

    def canonical(self, claim: str) -> str:
        """Return a claim with the corpus' own names of what it is about."""
        return self._linker.canonical(claim)

    def missing(self, claim: str, text: str, anchor: date) -> tuple[str, ...]:
        """Return the names of a claim that a text lacks."""
        return tuple(self._missing_names(claim, text, [*find_times(claim, anchor), *find_quantities(claim)]))

    def _names(self, claim: str) -> list[tuple[int, int]]:
        tokens = tokenize(claim)
        linked = [(tokens[m.first].start, tokens[m.last - 1].end) for m in self._linker.link(tokens)]
        return linked + [(token.start, token.end) for at, token in enumerate(tokens) if _named(tokens, at)]

    def _names_something(self, claim: str) -> bool:
        tokens = tokenize(claim)
        named = any(_named(tokens, at) for at in range(len(tokens)))
        return named or bool(self._linker.link(tokens)) or bool(find_quantities(claim))

    def _missing_names(self, claim: str, premise: str, values: list[TimeMention | Quantity]) -> Iterator[str]:
        tokens, premise_tokens = _outside(claim, values), tokenize(premise)
        present = {e for mention in self._linker.link(premise_tokens) for e in mention.entities}
        words = {fold(token.text) for token in premise_tokens}
        linked: set[int] = set()
        for mention in self._linker.link(tokens):
            linked |= set(range(mention.first, mention.last))
            name = [token.text for token in tokens[mention.first : mention.last]]
            if not (mention.entities & present or {fold(word) for word in name} <= words):
                yield " ".join(name)
        for at, token in enumerate(tokens):
            if at not in linked and _named(tokens, at) and not _stem_match(token, words):
                yield token.text


def _named(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word is written as a name; the first of a sentence is one only beside another."""
    word = tokens[at].text
    if at or not word[:1].isupper():
        return word[:1].isupper()
    beside = len(tokens) > 1 and tokens[1].text[:1].isupper()
    return fold(word) not in STOP_WORDS and (beside or not known_word(word))


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(token.text) for token in tokenize(text))


def _outside(text: str, values: list[TimeMention | Quantity]) -> list[Token]:
    """Return the tokens that belong to no time and no number: "Fourteen people" names nobody."""
    return [t for t in tokenize(text) if not any(v.start <= t.start < v.end for v in values)]


def _stem_match(token: Token, words: set[str]) -> bool:
    """Say whether the premise has the word or one with the same beginning: "Russian" and "Russia"."""
    word = fold(token.text)
    stem = word[: max(4, len(word) - 3)]
    return word in words or any(other.startswith(stem) for other in words)


def _time_given(claimed: TimeMention, given: list[TimeMention]) -> bool:
    if claimed.span is None:
        return False
    asked = claimed_interval(claimed)
    return any(g.span is not None and (asked.contains(g.span) or claimed.span == g.span) for g in given)


def _missing_numbers(claimed: list[Quantity], given: list[Quantity], times: list[TimeMention]) -> Iterator[str]:
    for quantity in claimed:
        in_time = any(m.start <= quantity.start < m.end for m in times)
        if not in_time and not any(matches(quantity, other) for other in given):
            yield quantity.text.strip()


def _restrictions(claim: str, quantities: list[Quantity]) -> frozenset[str]:
    """Return the claim's words such as "only" and "first"; "at least 120" restricts nothing."""
    outside = (t for t in tokenize(claim) if not any(q.start <= t.start < q.end for q in quantities))
    return frozenset(fold(token.text) for token in outside) & _RESTRICTIVE


def _repeats(claim: str, premise: str) -> Iterator[str]:
    """Yield the claim's words such as "rejoined" and "again" that the premise has in no form."""
    present = {form for token in tokenize(premise) for form in lemmas(token.text)}
    for token in tokenize(claim):
        forms = lemmas(token.text)
        if forms & REPEATING and not forms & present:
            yield fold(token.text)


def _nearest(claim: str, premise: str) -> str:
    """Return the sentence of a premise that has most of the claim's words: another may deny something else."""
    sentences = [premise[start:end] for start, end in split_sentences(premise)]
    return max(sentences, key=lambda sentence: _coverage(claim, sentence, []), default=premise)


def _coverage(
    claim: str, premise: str, given: list[tuple[int, int]], left_out: Sequence[tuple[int, int]] = ()
) -> float:
    """Return the share of the claim's content words that the premise has, values that it gives in other words too."""
    present = {lemma for word in content_words(premise) for lemma in lemmas(word)}
    wanted = [
        any(start <= token.start < end for start, end in given) or bool(lemmas(fold(token.text)) & present)
        for token in tokenize(claim)
        if content_words(token.text) and not any(start <= token.start < end for start, end in left_out)
    ]
    return sum(wanted) / len(wanted) if wanted else float(bool(left_out))
