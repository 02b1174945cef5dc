"""Some of many, by name: "visited five states, including Chad and Peru" says "visited Chad" and "visited Peru".

Holds only where what is said of the many is said of each: no negation, no number that counts them together, no "most".
"""

from typing import Any

from verifier.claims.drafts import Added, Draft, Parsed, Part
from verifier.claims.lexicon import COLLECTIVE
from verifier.claims.quantified import singular_verb
from verifier.claims.unfolding import Unfolded, cut, joined, quoted
from verifier.claims.virtual import Virtual
from verifier.language import is_finite, verb_at
from verifier.records import EditKind

_INSIDE = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PART")
_BLOCKED = frozenset(
    "not n't n’t no never none neither nor without few fewer less than only all most between among or each per "
    "together total average if unless whether".split()
)
_DETERMINERS = ("the", "a", "an", "one", "his", "her", "its", "their")
_SORTS = (
    "range",
    "variety",
    "number",
    "list",
    "array",
    "collection",
    "host",
    "set",
)  # of tools
_LIKE = (("including",), ("such", "as"), ("among", "them"))
_MOST = 6  # names
_ALL = ("all", "every", "both", "most")


def inclusive(parsed: Parsed) -> Unfolded | None:
    """Say of each named thing what is said of the many; None when there is no such list."""
    doc = parsed.doc
    words = [token.lower_ for token in doc]
    found = next((f for at in range(2, len(doc) - 1) if (f := _list(doc, words, at))), None)
    if found is None:
        return None
    noun, mark, items, end = found
    start = _phrase_start(doc, noun)
    closed = end < len(doc) and doc[end].text == ","
    rest = range(end + closed, len(doc))
    plain = not {*words[: start + 1], *words[end:]} & _BLOCKED and not _together(doc, start, end)
    if closed and words[end + 1 : end + 2] and words[end + 1] in ("whose", "which", "who"):
        return None  # what all of them have: "including A and B, whose gifts cover a third"
    if not plain or (start and words[start - 1] in ("of", "between", "among")):
        return None
    host = cut(parsed, (mark, end + (closed and words[mark] == ",")))
    if any(is_finite(t) for t in doc[:start]):
        if doc[start - 1].lemma_ == "have" and any(_owned_by_nobody(doc, item) for item in items):
            return _among(parsed, range(start - 1), range(start, noun + 1), items, host) if not rest[:-1] else None
        if verb_at(doc, rest.start):
            return None  # "said that states such as Chad are ..."
        return Unfolded((host, *(joined(parsed, range(start), item, rest) for item in items)))
    verb = next((i for i in rest if is_finite(doc[i])), None)
    if verb is None or start or (doc[verb].lemma_ == "be" and doc[verb + 1].tag_ == "NNS"):
        return None
    return Unfolded((host,), tuple(Draft(_said(doc, item, rest, verb), "one of a list") for item in items))


def _owned_by_nobody(doc: Any, item: range) -> bool:
    """Say whether "has N members, including Chad" would come to "has Chad"."""
    return doc[item.stop - 1].pos_ == "PROPN" or doc[item.start].lower_ in _ALL


def _among(parsed: Parsed, owner: range, many: range, items: list[range], host: Virtual) -> Unfolded | None:
    """Say "Chad is one of the Union's 55 members" for "the Union has 55 members, including Chad"."""
    doc, named = parsed.doc, parsed.doc[owner.stop - 1]
    if not owner or any(doc[i].pos_ not in (*_INSIDE, "ADP") for i in owner):
        return None
    whose = Added(named.text + ("’" if named.tag_ == "NNPS" else "’s"), EditKind.INFLECTION, "owner", replaces=named.i)
    drafts = []
    for item in items:
        several = doc[item.stop - 1].tag_ in ("NNS", "NNPS")
        link = Added("are among" if several else "is one of", EditKind.FUNCTION_WORD, "'including'")
        drafts.append(Draft((*item, link, *owner[:-1], whose, *many), "one of a list"))
    return Unfolded((host,), tuple(drafts))


def _list(doc: Any, words: list[str], at: int) -> tuple[int, int, list[range], int] | None:
    """Return a plural noun, where its list is marked off, the items and where they end."""
    opening = next((o for o in _LIKE if tuple(words[at : at + len(o)]) == o), None)
    if opening is None or quoted(doc, at):
        return None
    mark = at - (doc[at - 1].text == ",")
    noun = mark - 1
    start, end = at + len(opening), at + len(opening)
    while end < len(doc) and (doc[end].pos_ in _INSIDE or words[end] in (",", "and", "-")) and not is_finite(doc[end]):
        end += 1
    while end > start and words[end - 1] in (",", "and"):
        end -= 1
    items = _items(words, start, end)
    after = doc[end] if end < len(doc) else None
    goes_on = end + 1 < len(doc) and words[end] == "," and words[end + 1] in ("and", "or")
    open_ = words[at - 1] == "," and after is not None and after.text not in ".;,"  # its second comma is further on
    over = (after is None or after.text in ".;," or verb_at(doc, end)) and not goes_on and not open_
    bare = opening[0] == "such"
    named = all(doc[i.stop - 1].pos_ in ("PROPN", "NOUN") and _definite(doc, i, bare) for i in items)
    if doc[noun].tag_ != "NNS" or not over or not named or not 0 < len(items) <= _MOST:
        return None
    return noun, mark, items, end


def _items(words: list[str], start: int, end: int) -> list[range]:
    found, first = [], start
    for i in range(start, end + 1):
        if i == end or words[i] in (",", "and"):
            if i > first and words[first:i] not in (["more"], ["others"], ["many", "others"]):
                found.append(range(first, i))
            first = i + 1
    return found


def _definite(doc: Any, item: range, bare: bool) -> bool:
    """Say whether an item names something: a name, a number of things, "the mayor", or a kind of things."""
    first, kind = doc[item.start], bare or doc[item.stop - 1].tag_ == "NNS"
    return kind or first.pos_ in ("PROPN", "NUM") or first.lower_ in _DETERMINERS


def _phrase_start(doc: Any, noun: int) -> int:
    """Return where the phrase of a plural noun begins: "more than 100 people", "30 of its members" from "its"."""
    start = noun
    while start and (
        doc[start - 1].pos_ in _INSIDE or doc[start - 1].lower_ in ("more", "than", "at", "least", "about")
    ):
        start -= 1
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _SORTS:
        return _phrase_start(doc, start - 2)
    return start


def _together(doc: Any, start: int, end: int) -> bool:
    outside = [t for t in doc if t.i < start or t.i >= end]
    return any(t.lemma_.lower() in COLLECTIVE or t.tag_ in ("JJS", "RBS") for t in outside)


def _said(doc: Any, item: range, rest: range, verb: int) -> tuple[Part, ...]:
    one = doc[item.stop - 1].tag_ not in ("NNS", "NNPS")
    form = singular_verb(doc[verb]) if one else doc[verb].text
    own: Part = verb if form == doc[verb].text else Added(form, EditKind.INFLECTION, "said of one", replaces=verb)
    return (*item, *(own if i == verb else i for i in rest if doc[i].text not in ".!?"))
