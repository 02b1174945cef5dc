"""Whom "they", "them" or "their" stands for; None where two readings are left."""

from collections.abc import Callable
from typing import Any

from verifier.claims.kinds_of_things import agents
from verifier.claims.lexicon import PLACES
from verifier.claims.scene import Scene
from verifier.claims.story import distinct
from verifier.claims.things import Mention

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


def who_all(scene: Scene, token: Any) -> tuple[Mention | None, str]:
    """Return the antecedent of a pronoun in the plural, and by which rule."""
    own = scene.co_argument(token)
    inner = {part.key for m in scene.mentions for part in m.thing.parts}

    def many(mention: Mention) -> bool:
        mine = own is not None and own.key == mention.thing.key
        return mention.thing.plural and mention.thing.key not in inner and not mine

    here = scene.before(token, many)
    if here:
        subjects = [m for m in here if m.role == "subject"]
        sure = len(subjects) == 1 and (subjects[0].thing.proper or len(here) == 1)
        goes_on = sure and (token.dep_ in _SUBJECTS or own == subjects[0].thing)
        return (subjects[0], "only subject in the plural") if goes_on else (None, "")
    if scene.before(token, lambda m: m.role == "subject") or not scene.story.told:
        return None, ""
    subjects = distinct(scene.story.told[-1].subjects)
    goes_on = token.dep_ in _SUBJECTS and token.i == 0 and scene.story.told[-1].topic
    if len(subjects) == 1 and (_several(scene, subjects[0], many, goes_on) or _members(scene, subjects[0])):
        return subjects[0], "subject of the sentence before"
    return None, ""


def _several(scene: Scene, mention: Mention, many: Callable[[Mention], bool], goes_on: bool) -> bool:
    """Say whether a subject is named, or what the sentence before is about, or the only thing in the plural there."""
    others = [m for m in scene.story.told[-1].things(many) if m.thing.key != mention.thing.key]
    topic = scene.story.told[-1].defines or mention.pronoun or goes_on
    return many(mention) and (mention.thing.proper or topic or not others)


def _members(scene: Scene, mention: Mention) -> bool:
    """Say whether a singular is of many people, and nothing else in its sentence is plural."""
    others = scene.story.told[-1].things(lambda m: m.thing.plural)
    alone = scene.story.told[-1].defines or mention.pronoun or not others
    return alone and bool(scene.story.full(mention.thing).kinds & agents() - PLACES)
