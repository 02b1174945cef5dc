"""Descriptions and names of one sentence that speak of one thing: "N is the mayor", "the mayor, N,"."""

from dataclasses import replace
from typing import Any

from verifier.claims.genders import gender_of_name
from verifier.claims.kinds_of_things import nameable
from verifier.claims.lexicon import ORGANISATIONS, PLACES
from verifier.claims.things import Mention, Thing
from verifier.language import children

_THINGS = (
    PLACES | ORGANISATIONS | frozenset("chain brand language library product software system website game show".split())
)
_SUBJECTS = ("nsubj", "nsubj:outer")


def identified(doc: Any, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, descriptions of a name given the name's thing."""
    at = {m.head: m for m in mentions}
    named = {m.head: m for m in mentions if not _description(m)}
    found = []
    for mention in mentions:
        other = _name_of(doc, mention, at, named) if _description(mention) else None
        found.append(replace(mention, thing=_same(other.thing, mention.thing)) if other else mention)
    told = {
        m.thing.key: m.thing for m, before in zip(found, mentions, strict=True) if m is not before and m.thing.proper
    }
    return [replace(m, thing=told.get(m.thing.key, m.thing)) for m in found]


def _description(mention: Mention) -> bool:
    return not mention.thing.proper


def _name_of(doc: Any, mention: Mention, at: dict[int, Mention], named: dict[int, Mention]) -> Mention | None:
    """Return the name that a description is in apposition to, stands before, or is equated with."""
    head = doc[mention.head]
    while head.dep_ == "conj" and head.head.i in at and _description(at[head.head.i]):
        head = head.head  # "N is a researcher and manager"
    beside = [head.head.i] if head.dep_ == "appos" else []
    beside += [c.i for c in head.children if c.dep_ in ("appos", "flat") and c.i > head.i]
    if _equates(head):
        beside += [c.i for c in children(head, *_SUBJECTS)]
    if head.dep_ in _SUBJECTS and _equates(head.head):
        beside.append(head.head.i)
    after = [m for m in named.values() if m.start == mention.end + 1 and m.thing.person and mention.thing.person]
    candidates = [*(named[i] for i in beside if i in named), *after]
    fitting = [m for m in candidates if m.thing.plural == mention.thing.plural]
    return fitting[0] if fitting else None


def _equates(predicate: Any) -> bool:
    """Say whether a predicate tells what its subject is: not "is in Berne", "is not the mayor"."""
    denied = any(c.lower_ in ("not", "n't", "n’t", "never") for c in predicate.children)
    return any(children(predicate, "cop")) and not denied and not any(children(predicate, "case"))


def _no_person(name: str) -> bool:
    """Say whether a name of several words is called by no first name, so that "N is a race" tells of a thing."""
    return " " in name.removeprefix("the ") and gender_of_name(name) is None


def _same(name: Thing, description: Thing) -> Thing:
    person = name.person
    if description.person and name.person is None:
        person = True
    elif not description.person and any(nameable(kind) or kind in _THINGS for kind in description.kinds):
        person = False  # whatever the recogniser took "Lodz, a city" for
    elif not description.person and description.kinds and person is None and _no_person(name.name):
        person = False
    return replace(name, person=person, kinds=name.kinds | description.kinds)
