"""Appositions to a whole sentence: "He left, a step that angered Peru" says "This step angered Peru"."""

from typing import Any

from verifier.claims.drafts import Added, Draft, Parsed, Part, copula, trimmed
from verifier.claims.lexicon import EVENTS
from verifier.claims.unfolding import Unfolded, cut, quoted
from verifier.language import is_finite, main_root
from verifier.records import EditKind

_BEFORE = ("JJ", "NN", "RB", "CD", "HYPH", "VBG", "VBN", "JJS", "RBS")


def commented(parsed: Parsed) -> Unfolded | None:
    """Part a sentence from the comment at its end; None where there is none."""
    doc = parsed.doc
    root = main_root(doc)
    for comma in (t for t in doc[2:-3] if t.text == "," and not quoted(doc, t.i)):
        determiner = doc[comma.i + 1]
        noun = _noun(doc, comma.i + 2)
        told = any(is_finite(t) for t in doc[: comma.i])
        if determiner.lower_ not in ("a", "an", "another") or noun is None or not told or comma.i < root.i:
            continue
        said = _said(parsed, determiner.i, noun, root)
        if said:
            return Unfolded((cut(parsed, (comma.i, _end(doc))),), (Draft(said, "comment on the sentence"),))
    return None


def _noun(doc: Any, start: int) -> int | None:
    """Return the event noun that heads the phrase, a few words behind its article."""
    for at in range(start, min(start + 4, len(doc) - 1)):
        if doc[at].lower_ in EVENTS and doc[at + 1].tag_ not in ("NN", "NNS"):
            return at
        if doc[at].tag_ not in _BEFORE:
            return None
    return None


def _end(doc: Any) -> int:
    return len(doc) - (doc[-1].text in ".!?")


def _said(parsed: Parsed, determiner: int, noun: int, root: Any) -> tuple[Part, ...]:
    """Return what the comment says of "this step"; nothing where it goes on in another way."""
    doc = parsed.doc
    this = (Added("this", EditKind.FUNCTION_WORD, "the sentence before", replaces=determiner),)
    named = (*this, *range(determiner + 1, noun + 1))
    after = doc[noun + 1]
    rest = trimmed(parsed, range(noun + 2, _end(doc)))
    if not rest or any(doc[i].text in ",;:" for i in rest):
        return ()
    if after.lower_ in ("that", "which"):
        if is_finite(doc[rest[0]]):
            return (*named, *rest)
        verb = next((i for i in rest if is_finite(doc[i])), None)
        main = verb if verb is not None and doc[verb].pos_ == "VERB" else None
        return (*(i for i in rest if i <= main), *named, *(i for i in rest if i > main)) if main else ()
    if after.tag_ == "VBN" and doc[noun + 2].tag_ == "IN":
        return (*named, copula(False, past=root.tag_ == "VBD"), after.i, *rest)
    return ()
