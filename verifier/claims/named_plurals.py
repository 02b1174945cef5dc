"""Names behind a plural: "The hosts, Chad and Peru, agreed" says "Chad and Peru are the hosts"."""

from typing import Any

from verifier.claims.drafts import Draft, Parsed, copula
from verifier.claims.unfolding import Unfolded, joined, quoted
from verifier.dates import find_times
from verifier.language import is_finite, verb_at

_NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
_OPENING = ("the", "both", "all")
_INSIDE = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "ADP", "PRON", "ADV", "VERB")
_NAMED = ("PROPN", "DET", "PART", "ADP")
_NOT_THEM = frozenset("no none neither nor not few other others including like".split())


def named_plural(parsed: Parsed) -> Unfolded | None:
    """Say of names what is said of the plural before them, and that they are it; None where there is no such list."""
    doc = parsed.doc
    commas = [t.i for t in doc[1:-2] if t.text == "," and not quoted(doc, t.i)]
    if len(commas) < 2 or not _plural(doc, commas[0]):
        return None
    for close in commas[1:]:
        items = _items(doc, commas[0] + 1, close)
        if items and _verb(doc, close + 1) and _counted(doc, commas[0], items):
            names = range(commas[0] + 1, close)
            text = joined(parsed, names, range(close + 1, len(doc)))
            return Unfolded((text,), (Draft((*names, copula(True, False), *range(commas[0])), "apposition"),))
    return None


def _verb(doc: Any, at: int) -> bool:
    """Say whether the verb of the sentence stands here, be it taken for a participle."""
    return verb_at(doc, at) or (doc[at].tag_ == "VBN" and not any(is_finite(token) for token in doc))


def _plural(doc: Any, comma: int) -> bool:
    """Say whether a definite plural without a clause of its own opens the sentence."""
    first = doc[0]
    definite = first.lower_ in _OPENING or first.tag_ in ("PRP$", "CD") or any(t.tag_ == "POS" for t in doc[:comma])
    nominal = all(t.pos_ in _INSIDE and not is_finite(t) for t in doc[:comma])
    head = next((t for t in doc[:comma] if t.head.i >= comma or t.head.i == t.i), first)
    plural = head.tag_ == "NNS" or (first.tag_ == "CD" and doc[comma - 1].tag_ == "NNS")
    return definite and nominal and plural and not {t.lower_ for t in doc[:comma]} & _NOT_THEM


def _items(doc: Any, start: int, end: int) -> list[range]:
    """Return two or more names, the last behind "and"; nothing where other words stand among them."""
    found, first = list[range](), start
    for i in range(start, end + 1):
        if i == end or doc[i].lower_ in (",", "and"):
            found += [range(first, i)] if i > first else []
            first = i + 1
    joint = [i for i in range(start, end) if doc[i].lower_ == "and"]
    named = all(doc[i].pos_ in _NAMED for item in found for i in item)
    named = named and all(doc[item[-1]].pos_ == "PROPN" and doc[item[0]].pos_ in ("PROPN", "DET") for item in found)
    closed = len(joint) == 1 and len(found) > 1 and joint[0] == found[-1].start - 1
    return found if named and closed and not find_times(doc[start:end].text) else []


def _counted(doc: Any, comma: int, items: list[range]) -> bool:
    """Say whether the names are as many as the plural says, if it says a number."""
    words = [t.lower_ for t in doc[:comma]]
    number = next((_NUMBERS[word] for word in words if word in _NUMBERS), None)
    number = 2 if "both" in words else number
    return number in (None, len(items)) and not any(t.like_num and t.lower_ not in _NUMBERS for t in doc[:comma])
