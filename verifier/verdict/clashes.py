"""Where a sentence of the evidence says what a claim says, but for one slot: its date, its number, or its negation.

NLI models see that two such sentences speak of the same thing and often miss that a value differs (VitaminC, Schuster
et al. 2021); here the values are compared, and only where every other word of the claim is in the sentence.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from verifier.agreement import counts_same, excludes
from verifier.dates import TimeMention, TimeRelation, claimed_interval, find_times, year_span
from verifier.quantities import Quantity, find_quantities
from verifier.records import Granularity, TimeSpan
from verifier.text import STOP_WORDS, Token, fold, known_word, lemmas, split_sentences, tokenize
from verifier.verdict.lexicon import AGAIN, HAPPENS_ONCE, NOBODY, PERSONS, PRONOUNS
from verifier.verdict.negation import is_negative, is_negative_word

_MORE_WORDS = 2  # content words that a denial may have beyond the claim; in longer ones something else is denied

_VAGUE = 7  # days by which "late May" or "the summer" may be meant more widely than its bounds
_FUZZY = frozenset({Granularity.PART_OF_MONTH, Granularity.SEASON, Granularity.QUARTER})
_LENGTHS = frozenset(  # a life has many, as in "for three decades"; and years that are counted otherwise
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades century "
    "centuries bc bce ad ce".split()
)

Missing = Callable[[str, str], Iterable[str]]


class Slot(StrEnum):
    """What differs."""

    TIME = "time"
    NUMBER = "number"
    NEGATION = "negation"


@dataclass(frozen=True, slots=True)
class Clash:
    """One slot in which a sentence of the evidence differs from the claim."""

    slot: Slot
    sentence: str


@dataclass(frozen=True, slots=True)
class _Side:
    """A sentence, with its values set apart from its words."""

    text: str
    times: tuple[TimeMention, ...]
    numbers: tuple[Quantity, ...]
    words: tuple[Token, ...]  # content words outside of times and numbers
    negative: bool

    @property
    def goes_on(self) -> bool:
        """Whether the sentence goes on about whom the passage named: it begins with "it", or names nobody itself."""
        opening = [fold(token.text) for token in tokenize(self.text)[:1]]
        return bool(PRONOUNS & set(opening)) or not any(_capital(token) for token in self.words)


def clash(claim: str, premise: str, anchor: date, missing: Missing) -> Clash | None:
    """Return the first clash of a premise's sentences with a claim, None where there is none.

    Args:
        claim: the claim.
        premise: the passage, of which each sentence is compared by itself.
        anchor: the day from which relative dates are read.
        missing: gives the names of a claim that a text lacks.

    >>> day, nothing = date(2024, 1, 1), lambda claim, text: ()
    >>> clash("The treaty was adopted in June 1996.", "The treaty was adopted on 17 July 1998.", day, nothing).slot
    <Slot.TIME: 'time'>
    >>> clash("Ann visited Rome in June 1996.", "Ann visited Rome on 17 July 1998.", day, nothing) is None
    True
    """
    ours = _side(claim, anchor)
    absent, before = bool(tuple(missing(claim, premise))), frozenset[str]()
    for start, end in () if absent else split_sentences(premise):
        theirs = _side(premise[start:end], anchor)
        same = _same_words(ours, theirs, before) and (theirs.goes_on or not tuple(missing(claim, theirs.text)))
        slot = _differing(ours, theirs) if same else None
        if slot is not None:
            return Clash(slot, theirs.text)
        before = _forms(theirs.words)
    return None


def _side(text: str, anchor: date) -> _Side:
    times = tuple(find_times(text, anchor))
    numbers = tuple(q for q in find_quantities(text) if not any(m.start <= q.start < m.end for m in times))
    apart = [(m.start, m.end) for m in times] + [(q.start, q.end) for q in numbers]
    words = [t for t in tokenize(text) if not any(start <= t.start < end for start, end in apart)]
    content = tuple(t for t in words if _carries(t))
    return _Side(text, times, numbers, content, is_negative(text))


def _carries(token: Token) -> bool:
    word = fold(token.text)
    return word[:1].isalnum() and word not in STOP_WORDS and not is_negative_word(word)


def _forms(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(form for token in tokens for form in lemmas(token.text))


def _same_words(ours: _Side, theirs: _Side, before: frozenset[str]) -> bool:
    """Say whether the sentence has every word of the claim but its names, which are compared as names.

    What "it" stands for may be in the sentence before.
    """
    if not ours.words:
        return False
    present, opening = _forms(theirs.words), [fold(token.text) for token in tokenize(theirs.text)]
    if NOBODY & set(opening):
        present |= PERSONS
    if opening[:1] and opening[0] in PRONOUNS and not theirs.negative:
        present |= before
    return all(lemmas(token.text) & present for token in ours.words if not _capital(token))


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and (token.start > 0 or not known_word(token.text))


def _differing(ours: _Side, theirs: _Side) -> Slot | None:
    """Return the one slot in which the sides differ, None where none or several do."""
    if ours.negative != theirs.negative:
        same = _times_agree(ours, theirs) and _numbers_agree(ours, theirs)
        return Slot.NEGATION if same and len(theirs.words) <= len(ours.words) + _MORE_WORDS else None
    if ours.negative:
        return None
    if _other_time(ours, theirs):
        return Slot.TIME if _numbers_agree(ours, theirs) else None
    if _other_number(ours, theirs) and _times_agree(ours, theirs) and (ours.times or not theirs.times):
        return Slot.NUMBER
    return None


def _times_agree(ours: _Side, theirs: _Side) -> bool:
    """Say whether the sentence gives each time of the claim, or speaks of no time at all."""
    spans = [m.span for m in theirs.times if m.span is not None]
    asked = [claimed_interval(m) for m in ours.times if m.span is not None]
    return len(asked) == len(ours.times) and (not theirs.times or all(any(a.contains(s) for s in spans) for a in asked))


def _numbers_agree(ours: _Side, theirs: _Side) -> bool:
    """Say whether the sentence leaves each number of the claim possible; "nobody" stands for every number."""
    if not theirs.numbers:
        return not ours.numbers or theirs.negative
    return all(any(not excludes(q, other) and counts_same(q, other) for other in theirs.numbers) for q in ours.numbers)


def _other_time(ours: _Side, theirs: _Side) -> bool:
    """Say whether what happens only once is dated differently; several dates of a sentence may be a range."""
    if len(ours.times) != 1 or not theirs.times or not _happens_once(ours, theirs):
        return False
    mention = ours.times[0]
    if mention.relation is not TimeRelation.AT or mention.span is None or mention.relative:
        return False
    given = [m.span for m in theirs.times if m.span is not None and m.relation is TimeRelation.AT and not m.relative]
    if len(given) != len(theirs.times):
        return False
    spans = [*given, *_bare_years(theirs)]
    vague = timedelta(days=_VAGUE if any(s.granularity in _FUZZY for s in spans) else 0)
    first, last = min(s.first for s in spans) - vague, max(s.last for s in spans) + vague
    whole = TimeSpan(first=first, last=last, granularity=Granularity.OPEN)
    return not whole.overlaps(mention.span)


def _bare_years(side: _Side) -> list[TimeSpan]:
    """Return the numbers of a sentence that may be years: "built (1901)"."""
    return [year_span(int(q.value)) for q in side.numbers if q.value == int(q.value) and 1000 <= q.value < 2100]


def _happens_once(ours: _Side, theirs: _Side) -> bool:
    verbs = _forms(ours.words) & HAPPENS_ONCE
    again = AGAIN & {fold(token.text) for side in (ours, theirs) for token in tokenize(side.text)}
    return bool(verbs & _forms(theirs.words)) and not again


def _other_number(ours: _Side, theirs: _Side) -> bool:
    """Say whether the one number of the claim is excluded by the only number of the same thing in the sentence."""
    if len(ours.numbers) != 1:
        return False
    claimed = ours.numbers[0]
    if set(claimed.nouns) & _LENGTHS:
        return False
    same = [other for other in theirs.numbers if counts_same(claimed, other)]
    elsewhere = any(other.value == claimed.value for other in theirs.numbers)
    return len(same) == 1 and not elsewhere and excludes(claimed, same[0])
