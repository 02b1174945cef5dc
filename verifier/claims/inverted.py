"""Sentences that put their auxiliary first: "Neither have China and India", "Nor has Peru", "So did Chad"."""

from dataclasses import replace
from typing import Any

from verifier.claims.drafts import Added, Draft, Parsed, trimmed
from verifier.claims.unfolding import Unfolded, joined, quoted
from verifier.language import is_finite
from verifier.records import EditKind

_OPENING = frozenset({"neither", "nor", "so", "as"})
_AUXILIARY = frozenset("is are was were has have had do does did will would can could".split())
_ONE = {"are": "is", "were": "was", "have": "has", "do": "does"}
_INSIDE = ("PROPN", "NOUN", "DET", "ADJ", "PART", "NUM", "ADP", "PRON")
_RULE = "inverted clause"


def inverted(parsed: Parsed) -> list[Draft]:
    """Return "China has not" and "India has not" of "Neither have China and India"; none for other sentences."""
    doc = parsed.doc
    if len(doc) < 3 or doc[0].lower_ not in _OPENING or doc[1].lower_ not in _AUXILIARY:
        return []
    subject = trimmed(parsed, range(2, len(doc)))
    plain = all(doc[i].pos_ in _INSIDE or doc[i].lower_ in (",", "and") for i in subject)
    if not subject or not plain or any(is_finite(doc[i]) for i in subject):
        return []
    runs = _runs(doc, subject)
    several = len(runs) > 1
    verb = doc[1].lower_
    form = _ONE.get(verb, verb) if several else verb
    words = form if doc[0].lower_ in ("so", "as") else f"{form} not"
    added = Added(words, EditKind.INFLECTION, f"'{doc[0].text} {verb}'", replaces=1)
    inner = not several and any(doc[i].text == "," for i in subject)
    closing = (Added(",", EditKind.FUNCTION_WORD, "end of an apposition"),) if inner else ()
    return [Draft((*run, *closing, added), _RULE) for run in runs]


def turned(parsed: Parsed) -> Unfolded | None:
    """Part "A left, as did B" and "A has not left, nor has B" before the inverted clause that ends them."""
    doc = parsed.doc
    for comma in (t.i for t in doc[2:-2] if t.text == "," and not quoted(doc, t.i)):
        start = comma + 1 + (doc[comma + 1].lower_ == "and")
        if doc[start].lower_ not in _OPENING or not inverted(replace(parsed, doc=doc[start:].as_doc())):
            continue
        if any(is_finite(t) for t in doc[:comma]) and not any(t.tag_ == "PRP$" for t in doc[:comma]):
            return Unfolded((joined(parsed, range(comma)), joined(parsed, range(start, len(doc)))))
    return None


def _runs(doc: Any, subject: list[int]) -> list[list[int]]:
    """Return the names of a list, or the whole phrase where it is none."""
    runs: list[list[int]] = [[]]
    for i in subject:
        if doc[i].lower_ in (",", "and"):
            runs.append([])
        else:
            runs[-1].append(i)
    runs = [run for run in runs if run]
    named = all(doc[run[-1]].pos_ == "PROPN" and doc[run[0]].pos_ in ("PROPN", "DET") for run in runs)
    return runs if named and not any(doc[i].lower_ in ("both", "each") for i in subject) else [subject]
