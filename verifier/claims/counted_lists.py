"""A number of things that are then named: "two states have left: Chad and Peru", "met two leaders, A and B".

The things must be as many as the number says, or be numbers that add up to it; else the sentence stays whole.
"""

from dataclasses import dataclass
from typing import Any

from verifier.claims.coordination import SUBJECTS
from verifier.claims.drafts import Added, Draft, Parsed, Part, copula
from verifier.claims.lexicon import COLLECTIVE
from verifier.claims.quantified import inflected, singular_verb
from verifier.claims.unfolding import Unfolded, cut, joined, quoted
from verifier.dates import find_times
from verifier.language import children, is_finite
from verifier.records import EditKind

_WORDS = {word: n for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
_INSIDE = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "ADP", "PUNCT")


@dataclass(frozen=True, slots=True)
class _Counted:
    """A counted noun [number, noun], the mark before the list, and its items as token ranges."""

    number: int
    noun: int
    mark: int
    items: tuple[range, ...]
    end: int  # where the list ends


def counted(parsed: Parsed) -> Unfolded | None:
    """Say of each named thing what is said of their number; None when there is no such list."""
    for token in parsed.doc:
        if token.tag_ != "CD" or quoted(parsed.doc, token.i):
            continue
        found = _list(parsed.doc, token)
        if found is not None:
            return _of_object(parsed, found) if found.mark == found.noun + 1 else _of_subject(parsed, found)
    return None


def _list(doc: Any, number: Any) -> _Counted | None:
    noun = next((t for t in doc[number.i + 1 : number.i + 4] if t.tag_ == "NNS"), None)
    colon = next((t.i for t in doc[number.i :] if t.text == ":" and not quoted(doc, t.i)), None)
    if noun is None or any(t.tag_ not in ("JJ", "NN", "NNP") for t in doc[number.i + 1 : noun.i]):
        return None
    direct = noun.i + 1 < len(doc) and doc[noun.i + 1].text in (",", ":")
    mark = noun.i + 1 if direct else colon
    if mark is None:
        return None
    end = _end(doc, mark)
    items = tuple(_items(doc, mark + 1, end))
    return _Counted(number.i, noun.i, mark, items, end) if _as_many(doc, number, items) else None


def _end(doc: Any, mark: int) -> int:
    """Return where the list ends: at a comma behind "and ...", or where the sentence does."""
    last = next((t.i for t in reversed(doc) if t.is_alpha or t.text in ')”"' or t.like_num), len(doc) - 1) + 1
    join = next((t.i for t in doc[mark:last] if t.lower_ == "and"), last)
    return next((t.i for t in doc[join:last] if t.text in ",;–—"), last)


def _items(doc: Any, start: int, end: int) -> list[range]:
    found, first = [], start
    for i in range(start, end + 1):
        if i == end or doc[i].lower_ in (",", "and"):
            if i > first:
                found.append(range(first, i))
            first = i + 1
    plain = all(doc[i].pos_ in _INSIDE and not is_finite(doc[i]) for item in found for i in item)
    plain = plain and all(doc[item.start].pos_ != "ADP" for item in found)
    return found if plain and any(doc[i].lower_ == "and" for i in range(start, end)) else []


def _as_many(doc: Any, number: Any, items: tuple[range, ...]) -> bool:
    wanted = _value(number)
    numbers = [_value(doc[item.start]) for item in items]
    if wanted is None or len(items) < 2:
        return False
    adding = all(n is not None for n in numbers) and sum(n for n in numbers if n) == wanted
    return adding or (len(items) == wanted and all(n is None for n in numbers))


def _value(token: Any) -> int | None:
    digits = token.text.replace(",", "")
    return int(digits) if digits.isdecimal() else _WORDS.get(token.lower_)


def _of_object(parsed: Parsed, found: _Counted) -> Unfolded | None:
    """Read "met two leaders, A and B, in May" as "met A in May" and "met B in May"; the host leaves the names out."""
    doc = parsed.doc
    closed = found.end < len(doc) and doc[found.end].text == ","
    rest = range(found.end + closed, len(doc))
    before = range(found.number)
    if not any(is_finite(doc[i]) for i in before) or doc[found.number - 1].lower_ in ("than", "least", "most", "of"):
        return None
    if {doc[i].lemma_.lower() for i in before} & COLLECTIVE or doc[found.noun].dep_ in SUBJECTS:
        return None
    if doc[found.number - 1].tag_ == "PRP$":
        return None  # "their two daughters, A and B": no "their A"
    if _total(doc, before):
        return None  # "4,160 houses were built in three districts, A, B and C": not in each
    host = cut(parsed, (found.mark, found.end + closed))
    amounts = _value(doc[found.items[0].start]) is not None
    nouns = range(found.number + 1, found.noun + 1)
    runs = [_with_noun(doc, item, nouns) if amounts else [*item] for item in found.items]
    return Unfolded((host, *(joined(parsed, before, run, rest) for run in runs)))


def _total(doc: Any, before: range) -> bool:
    """Say whether something else is counted before a list; a year or a day counts nothing."""
    dated = {i for m in find_times(doc.text) for i in before if m.start <= doc[i].idx < m.end}
    return any(doc[i].tag_ == "CD" and i not in dated for i in before)


def _with_noun(doc: Any, item: range, nouns: range) -> list[int]:
    """Read "14,000 in Britain" as "14,000 people in Britain"."""
    bare = len(item) == 1 or doc[item.start + 1].pos_ == "ADP"
    return [item.start, *nouns, *item[1:]] if bare else [*item]


def _of_subject(parsed: Parsed, found: _Counted) -> Unfolded | None:
    """Read "two states have left: A in 2013 and B in 2016" as "A has left in 2013" and "B has left in 2016"."""
    doc = parsed.doc
    predicate = range(found.noun + 1, found.mark)
    verb = next((i for i in predicate if is_finite(doc[i])), None)
    if doc[found.mark].text != ":" or found.number > 1 or verb is None or doc[verb].i != predicate.start:
        return None
    if {doc[i].lemma_.lower() for i in predicate} & COLLECTIVE or any(children(doc[found.noun], "conj")):
        return None
    drafts = []
    for item in found.items:
        cut_at = next((i for i in item if doc[i].pos_ == "ADP" and i > item.start), item.stop)
        said = _said_of_one(doc, predicate, dated=bool(find_times(doc[item.start : item.stop].text)))
        drafts.append(Draft((*range(item.start, cut_at), *said, *range(cut_at, item.stop)), "counted list"))
    end, described = _described(doc, found)
    return Unfolded((cut(parsed, (found.mark, end)),), (*drafts, *described))


def _described(doc: Any, found: _Counted) -> tuple[int, tuple[Draft, ...]]:
    """Return where a list ends with what describes its last name, and the claim: "... and Peru, a country of"."""
    stop = len(doc) - (doc[-1].text in ".!?")
    rest = doc[found.end : stop]
    opens = len(rest) > 2 and rest[0].text == "," and rest[1].lower_ in ("a", "an", "the")
    if not opens or any(is_finite(t) or t.text in ",;:" for t in rest[1:]):
        return found.end, ()
    last = found.items[-1]
    named = all(doc[i].pos_ == "PROPN" for i in last)
    draft = Draft((*last, copula(False, False), *range(found.end + 1, stop)), "apposition")
    return stop, (draft,) if named else ()


def _said_of_one(doc: Any, predicate: range, dated: bool) -> tuple[Part, ...]:
    """Return a plural predicate as it is said of one; with a date "have left" becomes "left"."""
    verb, after = doc[predicate[0]], doc[predicate[0] + 1]
    if dated and verb.lemma_ == "have" and after.tag_ == "VBN":
        past = Added(inflected(after.lemma_, "VBD"), EditKind.INFLECTION, "past with its date", replaces=after.i)
        return (past, *predicate[2:])
    one = singular_verb(verb)
    first = verb.i if one == verb.text else Added(one, EditKind.INFLECTION, "said of one", replaces=verb.i)
    return (first, *predicate[1:])
