"""Some of many, by name: "visited five states, including Chad and Peru" says "visited Chad" and "visited Peru".

Holds only where what is said of the many is said of each: no negation, no number that counts them together, no "most".
"""

from dataclasses import dataclass
from typing import Any

from verifier.claims.drafts import Added, Draft, Parsed, Part
from verifier.claims.lexicon import COLLECTIVE
from verifier.claims.quantified import singular_verb
from verifier.claims.unfolding import Unfolded, cut, joined, quoted
from verifier.claims.virtual import Virtual
from verifier.language import children, is_finite, subtree, verb_at
from verifier.records import EditKind

_INSIDE = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PART")
_BLOCKED = frozenset(
    "not n't n’t no never none neither nor without few fewer less only all most between among or each per "
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
_LIKE = (("such", "as"), ("among", "them"))
_MOST = 6  # names
_ALL = ("all", "every", "both", "most")
_MORE = ("more", "others", "many others", "many more")
_ONE = "one of a list"
_FREE = frozenset({"can", "may"})  # "can use A or B" says that it can use A


@dataclass(frozen=True, slots=True)
class _Examples:
    """Some of a plural noun, by name, behind "such as" and the like."""

    noun: Any
    mark: int  # where they are marked off
    lead: str
    items: list[range]
    end: int
    either: bool  # "A or B"


def inclusive(parsed: Parsed) -> Unfolded | None:
    """Say of each named thing what is said of the many; None when there is no such list."""
    doc = parsed.doc
    words = [token.lower_ for token in doc]
    found = next((f for token in doc[2:] if (f := _examples(token))), None)
    if found is None:
        return None
    mark, items, end = found.mark, found.items, found.end
    first = found.noun.head if found.noun.dep_ == "conj" and found.noun.head.tag_ == "NNS" else found.noun
    start = _phrase_start(doc, first.i)
    closed = end < len(doc) and doc[end].text == ","
    rest = range(end + closed, len(doc))
    outside = [t for t in doc if t.i < start or t.i >= end]
    plain = not {*words[: start + 1], *words[end:]} & _BLOCKED and not _together(outside)
    if closed and words[end + 1 : end + 2] and words[end + 1] in ("whose", "which", "who"):
        return None  # what all of them have: "including A and B, whose gifts cover a third"
    if start and words[start - 1] == "," and any(is_finite(t) for t in doc[:start]):
        return None  # "She taught there, her pupils including A and B."
    if not plain or (start and words[start - 1] in ("of", "between", "among")) or _open(found, doc[:start]):
        return None
    host = cut(parsed, (mark, end + (closed and words[mark] == ",")))
    if any(is_finite(t) for t in doc[:start]):
        if doc[start - 1].lemma_ == "have" and any(_owned_by_nobody(doc, item) for item in items):
            return _among(parsed, range(start - 1), range(start, mark), items, host) if not rest[:-1] else None
        if verb_at(doc, rest.start):
            return None  # "said that states such as Chad are ..."
        return Unfolded((host, *(joined(parsed, _before(doc, start, item), item, rest) for item in items)))
    verb = next((i for i in rest if is_finite(doc[i])), None)
    if verb is None or start or (doc[verb].lemma_ == "be" and doc[verb + 1].tag_ == "NNS"):
        return None
    if not closed and found.noun.i == 0:
        return None  # "Cities such as Oslo tax cars" does not say that cities do
    drafts = [Draft(_said(doc, item, rest, verb), _ONE) for item in items]
    if doc[0].lower_ == "the" or any(t.tag_ == "POS" for t in doc[:mark]):
        drafts += [Draft((*item, _one_of(doc, item), *range(mark)), _ONE) for item in items]
    return Unfolded((host,), tuple(drafts))


def _before(doc: Any, start: int, item: range) -> range:
    """Return what stands before the many, without its preposition where an item has its own: "along roads"."""
    return range(start - (doc[item.start].pos_ == doc[start - 1].pos_ == "ADP"))


def _open(found: _Examples, before: Any) -> bool:
    """Say whether what is told of the many need not hold of one: "should eat fruits such as pears", "A or B"."""
    modal = next((t.lower_ for t in before if t.tag_ == "MD"), None)
    if found.either:
        return modal not in _FREE and any(is_finite(t) for t in before)
    return found.lead == "such" and modal is not None and modal not in _FREE


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
        drafts.append(Draft((*item, _one_of(doc, item), *owner[:-1], whose, *many), _ONE))
    return Unfolded((host,), tuple(drafts))


def _examples(first: Any) -> _Examples | None:
    """Return the examples that begin with a word."""
    doc = first.doc
    lead = _lead(first)
    if lead is None or quoted(doc, lead.i):
        return None
    mark = lead.i - (lead.nbor(-1).text == ",")
    noun = doc[mark - 1] if doc[mark - 1].tag_ == "NNS" else _general(first, mark < lead.i)
    items = _items(lead, [first, *children(first, "conj")])
    end = max(subtree(first)) + 1
    after = doc[end] if end < len(doc) else None
    goes_on = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in ("and", "or")
    open_ = mark < lead.i and after is not None and after.text not in ".;,"  # its second comma is further on
    over = (after is None or after.text in ".;," or verb_at(doc, end)) and not open_ and not goes_on
    named = all(_definite(doc, item, lead.lower_ == "such") for item in items)
    if noun.tag_ != "NNS" or not noun.i < mark <= max(subtree(noun)) + 1:
        return None
    either = any(doc[i].lower_ == "or" for i in range(first.i, end))
    listed = over and named and 0 < len(items) <= _MOST
    return _Examples(noun, mark, lead.lower_, items, end, either) if listed else None


def _one_of(doc: Any, item: range) -> Added:
    several = doc[item.stop - 1].tag_ in ("NNS", "NNPS")
    return Added("are among" if several else "is one of", EditKind.FUNCTION_WORD, "'including'")


def _lead(first: Any) -> Any | None:
    """Return the word that opens a list of examples before its first one."""
    below = min(subtree(first) - {i for t in children(first, "case", "punct") for i in subtree(t)})
    before = [t.lower_ for t in first.doc[max(below - 2, 0) : below]]
    if tuple(before) in _LIKE and first.head.i < below - 2:
        return first.doc[below - 2]
    return first.doc[below - 1] if before[1:] == ["including"] else None


def _general(first: Any, apart: bool) -> Any:
    """Return the noun of which the items are some; behind a comma a plural further off ("topics of law, such as")."""
    above = first.head
    while apart and above.dep_ in ("acl", "obl", "nmod") and above.tag_ != "NNS":
        above = above.head
    return above


def _items(lead: Any, heads: list[Any]) -> list[range]:
    """Return the items without their joints; nothing where a clause stands among them."""
    doc, found = lead.doc, list[range]()
    for head in heads:
        below = subtree(head) - {i for other in heads if other.i > head.i for i in subtree(other)}
        joints = {c.i for c in children(head, "cc", "punct")} | {lead.i, lead.i + 1 - (lead.lower_ == "including")}
        own = sorted(below - joints)
        if not own or own != list(range(own[0], own[-1] + 1)) or any(is_finite(doc[i]) for i in own):
            return []
        if " ".join(doc[i].lower_ for i in own) not in _MORE:
            found.append(range(own[0], own[-1] + 1))
    return found


def _definite(doc: Any, item: range, bare: bool) -> bool:
    """Say whether an item names something: a name, a number of things, "the mayor", or a kind of things."""
    first, kind = doc[item.start], bare or doc[item.stop - 1].tag_ == "NNS"
    return kind or first.pos_ in ("PROPN", "NUM") or first.lower_ in _DETERMINERS


def _phrase_start(doc: Any, noun: int) -> int:
    """Return where the phrase of a plural noun begins: "more than 100 people", "30 of its members" from "its"."""
    start = noun
    while start and (
        doc[start - 1].pos_ in _INSIDE
        or doc[start - 1].tag_ == "PRP$"
        or doc[start - 1].lower_ in ("more", "than", "at", "least", "about")
    ):
        start -= 1
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _SORTS:
        return _phrase_start(doc, start - 2)
    return start


def _together(outside: list[Any]) -> bool:
    """Say whether something may be told of the many as one: they met, are most of something, or are counted."""
    counted = any(t.lower_ == "than" and t.i + 1 < len(t.doc) and t.nbor(1).tag_ == "CD" for t in outside)
    return counted or any(t.lemma_.lower() in COLLECTIVE or t.tag_ in ("JJS", "RBS") for t in outside)


def _said(doc: Any, item: range, rest: range, verb: int) -> tuple[Part, ...]:
    one = doc[item.stop - 1].tag_ not in ("NNS", "NNPS")
    form = singular_verb(doc[verb]) if one else doc[verb].text
    own: Part = verb if form == doc[verb].text else Added(form, EditKind.INFLECTION, "said of one", replaces=verb)
    return (*item, *(own if i == verb else i for i in rest if doc[i].text not in ".!?"))
