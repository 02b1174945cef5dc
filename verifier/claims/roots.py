"""Finds the verb of a sentence where a parser took another word for it, and the rest of its tree shows which it is."""

from typing import Any

from verifier.claims.coordination import SUBJECTS
from verifier.claims.lexicon import REPORTING
from verifier.language import children, hang, is_finite, subtree

_ARTICLES = frozenset({"a", "an", "the"})


def find_root(doc: Any) -> None:
    """Mend the tree in place."""
    _behind_a_name(doc)
    _behind_an_article(doc)
    _before_who_said_it(doc)
    _behind_an_and(doc)


def take_over(verb: Any, subject: Any) -> None:
    """Hang a noun and what hangs on it behind a verb on the verb, which a parser hung on the noun."""
    for child in [child for child in subject.children if child.i > verb.i]:
        hang(child, verb)
    hang(subject, verb)


def _behind_a_name(doc: Any) -> None:
    """Make "called" the verb of "Her counsel, Marta Quilez, called it unfair", where the noun was taken for all."""
    root = next((t for t in doc if t.head.i == t.i and t.pos_ in ("NOUN", "PROPN")), None)
    verb = next((t for t in root.children if t.i > root.i and is_finite(t)), None) if root is not None else None
    name = next(children(verb, "nsubj"), None) if verb is not None else None
    if root is None or verb is None or name is None or name.pos_ != "PROPN" or any(children(root, "cop", *SUBJECTS)):
        return
    last = max(i for i in subtree(name) if doc[i].pos_ == "PROPN")
    apart = last + 2 == verb.i and doc[root.i + 1].text == doc[last + 1].text == ","
    if not apart or min(subtree(name)) != root.i + 2:
        return
    hang(verb, verb)
    verb.dep_ = "ROOT"
    for child in [child for child in root.children if child.i > verb.i]:
        hang(child, verb)
    hang(name, root)
    name.dep_ = "appos"
    hang(root, verb)
    root.dep_ = "nsubj"


def _behind_an_article(doc: Any) -> None:
    """Make "reached" the verb of "A privately built rocket reached orbit", where "a" was taken for its subject."""
    for article in doc[:-3]:
        built = article.head
        wrong = article.lower_ in _ARTICLES and article.dep_ in ("nsubj", "nsubj:pass") and built.tag_ in ("VBN", "VBD")
        between = doc[article.i + 1 : built.i]
        if not wrong or built.head.i != built.i or any(t.tag_ != "RB" for t in between):
            continue
        end = built.i + 1
        while end < len(doc) and doc[end].tag_ in ("JJ", "NN", "NNS", "NNP"):
            end += 1
        noun, verb = doc[end - 1], doc[end] if end < len(doc) else None
        if end == built.i + 1 or verb is None or verb.tag_ not in ("VBN", "VBD"):
            continue
        thing = verb.head if verb.dep_ == "amod" else None
        hang(verb, verb)
        verb.tag_, verb.pos_, verb.dep_ = "VBD", "VERB", "ROOT"
        for child in [child for child in built.children if child.i > verb.i]:
            hang(child, verb)
        if thing is not None:
            hang(thing, verb)
            thing.dep_ = "obj"
        for token in doc[article.i : noun.i]:
            hang(token, noun)
            token.dep_ = "det" if token.i == article.i else "amod"
        for token in between:
            hang(token, built)
            token.dep_ = "advmod"
        hang(noun, verb)
        noun.dep_ = "nsubj"


def _before_who_said_it(doc: Any) -> None:
    """Make a clause of "The quake struck at noon" in "..., the institute said", its verb taken for a participle."""
    root = next((t for t in doc if t.head.i == t.i), None)
    subjects = list(children(root, "nsubj")) if root is not None and root.lemma_.lower() in REPORTING else []
    if root is None or len(subjects) != 2 or subjects[1].i > root.i:
        return
    first = subjects[0]
    verb = next((t for t in children(first, "acl") if t.tag_ == "VBN"), None)
    told = any(doc[i].text == "," for i in range(first.i, subjects[1].i))
    if verb is None or not told or any(children(verb, "obl:agent")) or doc[verb.i - 1].text == ",":
        return
    hang(verb, root)
    verb.tag_, verb.dep_ = "VBD", "ccomp"
    take_over(verb, first)


def _behind_an_and(doc: Any) -> None:
    """Make "caught" a verb in "He worked in Lyon and caught measles", where it was taken for the sort of measles."""
    for verb in doc:
        noun, first = verb.head, verb.head.head
        joined = verb.dep_ == "amod" and any(c.i < verb.i for c in children(verb, "cc"))
        if joined and verb.tag_ == "VBN" and noun.dep_ == "obj" and first.tag_ == "VBD" and first.i < verb.i < noun.i:
            hang(verb, first)
            verb.tag_, verb.pos_, verb.dep_ = "VBD", "VERB", "conj"
            hang(noun, verb)
