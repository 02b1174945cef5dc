"""What a pronoun of any sort stands for, what it cannot mean, and whether it owns something."""

from typing import Any

from verifier.claims import neuters, persons, plurals
from verifier.claims.coordination import subject_of
from verifier.claims.scene import Scene
from verifier.claims.things import FEMININE, MASCULINE, NEUTER, PLURAL, Mention, Thing

_OWNED = ("VBN", "VBG", "JJ", "``", "-LRB-")


def antecedent(scene: Scene, token: Any) -> tuple[Mention | None, str]:
    """Return what a pronoun stands for, and by which rule."""
    word = token.lower_
    if word in MASCULINE | FEMININE:
        return persons.whom(scene, token)
    return neuters.what(scene, token) if word in NEUTER else plurals.who_all(scene, token)


def not_meant(scene: Scene, token: Any) -> frozenset[str]:
    """Return the keys of what a pronoun does not stand for: "N" in "N is his nephew", N and M in "N and M saw it"."""
    own = scene.co_argument(token)
    subject = subject_of(token)
    if own is None and subject is not None:  # "Chad is among them"
        mention = scene.at(subject.i)
        own = mention.thing if mention else None
    if own is None and token.tag_ == "PRP$":
        described = scene.at(token.head.i)
        own = described.thing if described is not None and described.thing.proper else None
    return frozenset((own.key, *(part.key for part in own.parts))) if own else frozenset()


def possesses(token: Any) -> bool:
    """Say whether something stands behind a possessive that it belongs to: "her book", not "a book of her"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    between = ("ADJ", "ADV", "NUM", "CCONJ")
    while after is not None and (after.pos_ in between or after.text == "-") and after.i + 1 < len(token.doc):
        after = after.nbor(1)  # "made her famous", but "her most famous book"
    thing = after is not None and (after.pos_ in ("NOUN", "PROPN", "X") or after.tag_ in _OWNED)
    return token.tag_ == "PRP$" and (token.lower_ != "her" or bool(thing))


def nobody(token: Any, start: int) -> Thing:
    """Return what an unresolved pronoun stands for: somebody, who may be meant again."""
    word = token.lower_
    person = word in MASCULINE | FEMININE
    return Thing(f"?{word} {start}", "", person, plural=word in PLURAL)
