"""Ages beside names: "Anna Berg, 24, who left in May, ..." says that Anna Berg is 24 years old."""

from typing import Any

from verifier.claims.drafts import Added, Draft, Parsed, copula
from verifier.claims.unfolding import Unfolded, cut, quoted
from verifier.dates import find_times
from verifier.language import is_finite
from verifier.records import EditKind

_OPENS = ("WP", "WP$", "WDT", "WRB", "DT", "PRP$", "VBG", "IN", "CC", "JJ", "NNP")  # what a second insertion opens with
_OLDEST = 120  # years of a person


def aged(parsed: Parsed) -> Unfolded | None:
    """Take the first age out that stands between commas behind a person's name; None when there is none."""
    doc = parsed.doc
    for number in doc[2:]:
        closed = number.i + 1 >= len(doc) or doc[number.i + 1].text in (",", ".", ";")
        if not _years(number.text) or not closed or doc[number.i - 1].text != "," or quoted(doc, number.i):
            continue
        name = _name(doc, number.i - 1)
        if name is None:
            continue
        years = Added("years old", EditKind.FUNCTION_WORD, "an age between commas")
        last = number.i + (number.i + 1 < len(doc) and doc[number.i + 1].text == "," and _interrupts(doc, number.i + 1))
        draft = Draft((*name, copula(False, False), number.i, years), "age")
        return Unfolded((cut(parsed, (number.i - 1, last + 1)),), (draft,))
    return None


def _years(word: str) -> bool:
    return word.isdecimal() and 0 < int(word) < _OLDEST


def _name(doc: Any, comma: int) -> range | None:
    """Return the person's name that ends at a comma: several words, or one that the recogniser takes for a person."""
    start = comma
    while start and (doc[start - 1].pos_ == "PROPN" or doc[start - 1].text == "-") and doc[start - 1].text != ",":
        start -= 1
    name = range(start, comma)
    labels = {doc[i].ent_type_ for i in name}
    capital = all(doc[i].text[:1].isupper() or doc[i].text == "-" for i in name)
    person = "PER" in labels or (len(name) > 1 and not labels & {"LOC", "ORG"})
    told = comma + 3 < len(doc) and doc[comma + 3].lower_ in ("who", "whose")
    person = person or (told and len(name) == 1)
    return name if name and capital and person and not find_times(f"in {doc[start:comma].text}") else None


def _interrupts(doc: Any, comma: int) -> bool:
    """Say whether the comma behind an age closes it and opens nothing else: "Berg, 24, left", not "Berg, 24, who"."""
    after = doc[comma + 1] if comma + 1 < len(doc) else None
    last = after is not None and not any(t.text == "," for t in doc[comma + 1 :])
    if after is None or (after.tag_ in _OPENS and not (after.tag_ == "IN" and last)):  # "found Berg, 24, under a van"
        return False
    verb = next((t for t in doc[comma + 1 :] if is_finite(t)), None)
    another = any(t.text == "," for t in doc[comma + 1 : verb.i if verb is not None else len(doc)])
    return after.tag_ != "VBN" or not another
