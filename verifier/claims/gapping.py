"""Lists that leave their verb out: "Kenya ratified it in 2005, Chad in 2006", "visited Chad in May and Peru in June".

What an item stands for is decided by likeness: "Chad" is like the subject "Kenya", not like the object "the
treaty". Where the subject and an object are equally like it, the sentence is left as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from verifier.claims.drafts import Parsed
from verifier.claims.kinds_of_things import is_country
from verifier.claims.unfolding import Unfolded, joined, quoted
from verifier.dates import find_times
from verifier.language import is_finite

_JOINING = frozenset({",", "and", "then", ";"})
_NEW_CLAUSE = frozenset({"but", "while", "whereas", "although", "though", "yet", "and"})
_NOT_APART = frozenset(
    {"between", "both", "either", "neither", "respectively", "together", "only", "not", "n't", "n’t", "never", "no",
     "nor", "or", "each", "other"}
)  # fmt: skip
_IN_PHRASE = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PART")
_MOST = 12  # items


@dataclass(frozen=True, slots=True)
class _Item:
    """A remnant [first, adjunct) and the time or place [adjunct, end) that goes with it."""

    first: int
    adjunct: int
    end: int

    @property
    def remnant(self) -> range:
        return range(self.first, self.adjunct)

    @property
    def rest(self) -> range:
        return range(self.adjunct, self.end)


def gapped(parsed: Parsed) -> Unfolded | None:
    """Give each item of a list the words that it leaves out; None when the sentence has no such list."""
    doc = parsed.doc
    pieces = _pieces(doc)
    for at in range(1, len(pieces)):
        host = pieces[at - 1]
        verb = next((i for i in host if is_finite(doc[i]) or (doc[i].tag_ == "VBN" and doc[i].dep_ == "ROOT")), None)
        items = _items(doc, pieces[at:])
        if verb is None or not items or {doc[i].lower_ for i in host} & _NOT_APART:
            continue
        adjunct = _adjunct(doc, host, items[0])
        stands_for = adjunct and _counterpart(doc, host, verb, adjunct, items)
        tail = _tail(doc, items[-1].end)
        if adjunct and stands_for and tail is not None:
            return _unfolded(parsed, (verb, adjunct, host.stop), stands_for, items, tail)
    return None


def _pieces(doc: Any) -> list[range]:
    """Return the stretches between commas and "and", those within a date or a quotation not counted."""
    dated = {i for start, end in _times(doc) for i in range(start + 1, end)}
    found, start = [], 0
    stop = len(doc) - (1 if len(doc) and doc[-1].text in ".!?" else 0)
    for i in range(stop):
        if doc[i].lower_ in _JOINING and i not in dated and not quoted(doc, i):
            if i > start:
                found.append(range(start, i))
            start = i + 1
    return [*found, range(start, stop)] if stop > start else found


def _times(doc: Any) -> list[tuple[int, int]]:
    """Return the token ranges of times, prepositions included."""
    found = []
    for mention in find_times(doc.text):
        inside = [t.i for t in doc if mention.start <= t.idx < mention.end]
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return found


def _items(doc: Any, pieces: list[range]) -> list[_Item]:
    """Return the items that the first pieces make, up to the first piece that is none."""
    times = dict(_times(doc))
    found: list[_Item] = []
    for piece in pieces[:_MOST]:
        cut = next((i for i in piece[1:] if i in times or doc[i].pos_ == "ADP"), None)
        while cut is not None and doc[cut].lower_ == "of":
            cut = next((i for i in range(cut + 1, piece.stop) if i in times or doc[i].pos_ == "ADP"), None)
        verbal = any(is_finite(doc[i]) or doc[i].tag_ in ("VB", "VBG", "WDT", "WP", "WRB", "TO") for i in piece)
        if (
            cut is None
            or verbal
            or not all(doc[i].pos_ in _IN_PHRASE or doc[i].lower_ == "of" for i in range(piece.start, cut))
        ):
            break
        found.append(_Item(piece.start, cut, piece.stop))
    return found


def _adjunct(doc: Any, host: range, item: _Item) -> int | None:
    """Return where the host's own times and places begin: as many as the item has, of the same kinds."""
    wanted, own = _markers(doc, item.rest), _markers(doc, host)[-len(_markers(doc, item.rest)) :]
    return own[0][0] if own and [sort for _, sort in own] == [sort for _, sort in wanted] else None


def _markers(doc: Any, run: range) -> list[tuple[int, str]]:
    """Return where times and phrases with a preposition begin, and of which kind they are."""
    times = _times(doc)
    inside = {i for start, end in times for i in range(start + 1, end)}
    starts = {start for start, _ in times}
    marked = [i for i in run if i in starts or (i not in inside and doc[i].pos_ == "ADP" and doc[i].lower_ != "of")]
    return [(i, "time" if i in starts else doc[i].lower_) for i in marked]


def _counterpart(doc: Any, host: range, verb: int, adjunct: int, items: list[_Item]) -> range | None:
    """Return the phrase that the items are like; None when none is most like."""
    subject = range(host.start, verb)
    first = _phrase_from(doc, verb, adjunct)
    last = _phrase_before(doc, verb, adjunct)
    candidates = [c for c in dict.fromkeys((first, last)) if c and _closed(doc, items)]
    anaphoric = any(doc[item.adjunct - 1].lower_ == "one" for item in items)
    candidates += [subject] if subject and _is_subject(doc, subject) and not anaphoric else []
    scored = sorted(((_likeness(doc, c, items), -c.start, c) for c in candidates), key=lambda s: s[:2], reverse=True)
    best = scored[0] if scored else None
    if best is None or best[0] <= 0 or (len(scored) > 1 and scored[1][0] == best[0]):
        return None
    return best[2]


def _closed(doc: Any, items: list[_Item]) -> bool:
    """Say whether "and" stands before the last item, as it does in lists of objects, or a pronoun is the subject."""
    closed = any(doc[i].lower_ in ("and", "then", "one") for item in items for i in (item.first - 1, item.adjunct - 1))
    return closed or any(token.dep_ == "nsubj" and token.pos_ == "PRON" for token in doc[: items[0].first])


def _is_subject(doc: Any, subject: range) -> bool:
    return doc[subject.stop - 1].pos_ in ("NOUN", "PROPN", "PRON", "NUM") and doc[subject.start].pos_ != "ADP"


def _phrase_from(doc: Any, verb: int, adjunct: int) -> range | None:
    """Return the phrase right behind the verb: "third" in "finished third in the league"."""
    start = verb + 1
    while start < adjunct and doc[start].pos_ in ("AUX", "VERB", "PART") and doc[start].tag_ != "POS":
        start += 1
    end = start
    while end < adjunct and (doc[end].pos_ in _IN_PHRASE or doc[end].tag_ == "RB"):
        end += 1
    return range(start, end) if end > start else None


def _phrase_before(doc: Any, verb: int, adjunct: int) -> range | None:
    """Return the phrase right before the time or place."""
    start = adjunct
    while start > verb + 1 and doc[start - 1].pos_ in _IN_PHRASE:
        start -= 1
    return range(start, adjunct) if start < adjunct else None


def _likeness(doc: Any, phrase: range, items: list[_Item]) -> int:
    """Return how like the items are to a phrase; 0 or less when they cannot stand for it."""
    return min(_alike(doc, phrase, item.remnant) for item in items)


def _alike(doc: Any, phrase: range, remnant: range) -> int:
    mine, other = _sort(doc, phrase), _sort(doc, remnant)
    counted = doc[phrase.start].tag_ == "CD" or doc[phrase.start].lower_ in ("a", "an", "another")
    if mine != other and not (other == "number" and mine == "noun" and counted):
        return 0
    labels = [_label(doc, run) for run in (phrase, remnant)]
    if all(labels) and labels[0] != labels[1]:
        return 0
    articles = [doc[run.start].lower_ if doc[run.start].pos_ == "DET" else "" for run in (phrase, remnant)]
    return 2 + 2 * (bool(labels[0]) and labels[0] == labels[1]) + (articles[0] == articles[1])


def _label(doc: Any, run: range) -> str:
    """Return the sort of name that a phrase is: "the Rome Statute" is no place, and Chad no person."""
    country = is_country(doc[run.start : run.stop].text)
    return "LOC" if country else str(doc[run.stop - 1].ent_type_)


def _sort(doc: Any, run: range) -> str:
    head = doc[run.stop - 1]
    if head.tag_ == "CD" and head.lower_ != "one":
        return "number"
    if head.pos_ == "PRON" and head.lower_ != "one":
        return "pronoun"
    if all(doc[i].text[:1].isupper() or doc[i].pos_ in ("DET", "PART", "ADP") for i in run):
        return "name"
    return "place in an order" if len(run) == 1 and _ordinal(head) else "noun"


def _ordinal(token: Any) -> bool:
    word: str = token.lower_
    return word.endswith(("th", "first", "second", "third", "1st", "2nd", "3rd"))


def _tail(doc: Any, end: int) -> range | None:
    """Return the clause behind the list, empty when there is none; None when something else follows."""
    rest = range(end, len(doc))
    words = [i for i in rest if doc[i].is_alpha]
    if not words:
        return range(end, end)
    joins = [i for i in rest if doc[i].lower_ in _NEW_CLAUSE]
    clause = range(joins[0] + 1, len(doc)) if joins and joins[0] <= words[0] else None
    return clause if clause and any(is_finite(doc[i]) for i in clause) else None


def _unfolded(
    parsed: Parsed, host: tuple[int, int, int], stands_for: range, items: list[_Item], tail: range
) -> Unfolded:
    verb, adjunct, stop = host
    doc = parsed.doc
    texts = [joined(parsed, range(stop))]
    for item in items:
        remnant = _completed(doc, stands_for, item.remnant)
        runs: tuple[Iterable[int], ...]
        if stands_for.stop <= verb:
            runs = (remnant, range(stands_for.stop, adjunct), item.rest)
        else:
            runs = (range(stands_for.start), remnant, range(stands_for.stop, adjunct), item.rest)
        texts.append(joined(parsed, *runs))
    if tail:
        texts.append(joined(parsed, tail))
    names = _names(doc, [stands_for, *(item.remnant for item in items)])
    return Unfolded(tuple(replace(text, listed=names) for text in texts))


def _completed(doc: Any, stands_for: range, remnant: range) -> list[int]:
    """Read "a second one" and "another 25" with the noun of what they stand for."""
    head = doc[remnant.stop - 1]
    noun = next((i for i in reversed(stands_for) if doc[i].pos_ == "NOUN" or doc[i].tag_ == "VBG"), None)
    if noun is None or head.tag_ == "NNS":
        return list(remnant)
    if head.lower_ == "one":
        return [*remnant[:-1], noun]
    return [*remnant, noun] if head.tag_ == "CD" and doc[noun].tag_ == "NNS" else list(remnant)


def _names(doc: Any, runs: list[range]) -> tuple[str, ...]:
    named = [run for run in runs if _sort(doc, run) == "name"]
    return tuple(doc[run.start : run.stop].text for run in named) if len(named) == len(runs) else ()
