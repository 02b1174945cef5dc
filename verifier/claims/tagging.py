"""Mends word classes that a parser gets wrong where the rest of its own tree shows which is right."""

from typing import Any

from verifier.language import children

_MAIN = ("ROOT", "conj", "parataxis", "ccomp")
_NOMINAL = ("nsubj", "nsubj:pass", "obj", "obl", "nmod")


def repaired(doc: Any) -> Any:
    """Tag as past tense what has a subject and no auxiliary ("she let him go"), as nouns what has an article."""
    for token in doc:
        if token.tag_ in ("VBN", "VB") and token.dep_ in _MAIN and _alone(token):
            token.tag_ = "VBD"
        elif token.tag_ == "VBG" and token.dep_ in _NOMINAL and any(children(token, "det", "nmod:poss")):
            token.tag_, token.pos_ = "NN", "NOUN"
    return doc


def _alone(verb: Any) -> bool:
    subject = next(children(verb, "nsubj"), None)
    helped = any(children(verb, "aux", "aux:pass", "cop", "mark"))
    return subject is not None and subject.i < verb.i and not helped
