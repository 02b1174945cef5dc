"""Which names "both countries", "these three", "neither" or "the two men" take up."""

from collections.abc import Iterable
from typing import Any

from verifier.claims.kinds_of_things import alike, nameable
from verifier.claims.mentions import PEOPLE
from verifier.claims.scene import Scene
from verifier.claims.story import distinct
from verifier.claims.things import Mention
from verifier.language import children

_NUMBERS = {"both": 2, "neither": 2, "either": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_POINTING = frozenset({"these", "those", "both", "all", "neither", "none", "each"})
_LOOSE = frozenset(
    "place thing area region site member partner neighbour neighbor ally rival power economy government signatory "
    "party side".split()
)  # what names of several sorts are called together
_MOST = 6


def takes_up(token: Any) -> bool:
    """Say whether a word heads an expression for several names before: "both", "these countries", "the two men"."""
    words = _words(token)
    alone = token.lower_ in ("both", "neither", "none") and not any(children(token, "nmod"))
    narrowed = any(c.dep_ in ("amod", "compound", "nmod:poss", "acl", "acl:relcl", "nmod") for c in token.children)
    counted = "the" in words and bool(words & _NUMBERS.keys())
    plural = token.tag_ == "NNS" and bool(words & _POINTING or counted)
    bare = token.pos_ == "NUM" and token.lower_ in _NUMBERS and bool(words & {"the", "all", "these"})
    beside = token.dep_ in ("det", "nummod", "cc", "det:predet") or (token.dep_ == "advmod" and token.i > 0)
    return (alone or plural or bare) and not narrowed and not beside


def denied(token: Any) -> bool:
    """Say whether nothing is said of the names together: "none of these", "one of the two"."""
    words = {token.lower_, *(c.lower_ for c in token.children)}
    part = token.dep_ == "nmod" and (token.head.pos_ in ("NUM", "DET", "PRON") or token.head.lower_ == "none")
    return part or bool(words & {"neither", "none", "each"})


def group(scene: Scene, token: Any) -> list[Mention]:
    """Return the mentions taken up, in their order; none where their number or sort does not fit."""
    number = next((_NUMBERS[word] for word in sorted(_words(token)) if word in _NUMBERS), None)
    if number is None and any(c.tag_ == "CD" for c in token.children):
        return []  # "all 13 people"
    last = scene.story.told[-1].mentions if scene.story.told else ()
    here = scene.before(token, lambda m: True)
    for mentions in (here, last):
        for found in (*_lists(scene, mentions), _kin(scene, token, mentions)):
            fits = bool(found) and all(_is_one(scene, token, m) for m in found)
            if fits and 2 <= len(found) <= _MOST and number in (None, len(found)) and not _rivalled(scene, found):
                return found
    return []


def _words(token: Any) -> set[str]:
    of = next(children(token.head, "case"), None) if token.dep_ == "nmod" else None
    above = [token.head.lower_] if of is not None or token.head.lower_ in ("none", "all", "both", "neither") else []
    return {token.lower_, *(c.lower_ for c in token.children if c.i < token.i), *above}


def _lists(scene: Scene, mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Return the parts of the one list of names that is mentioned, where each was named last."""
    whole = distinct(m for m in mentions if m.thing.parts)
    if len(whole) == 1 and whole[0].role == "other" and _besides(whole[0], mentions):
        return []
    if len(whole) != 1:
        return []
    told = [m for sentence in scene.story.told for m in sentence.mentions]
    places = {m.thing.key: m for m in (*told, *scene.mentions) if not m.pronoun}
    return [[places[part.key] for part in whole[0].thing.parts if part.key in places]]


def _rivalled(scene: Scene, found: list[Mention]) -> bool:
    """Say whether names in passing have a rival: "Peru sued. Chad cites a pact between Chad and Niger. Both states"."""
    if any(m.role == "object" for m in found) or all(m.role == "subject" for m in found) or len(scene.story.told) < 2:
        return False
    keys, kinds = {m.thing.key for m in found}, scene.story.full(found[0].thing).kinds
    before = [m for m in scene.story.told[-2].subjects if m.thing.proper and m.thing.name and not m.thing.parts]
    return any(m.thing.key not in keys and scene.story.full(m.thing).kinds & kinds for m in before)


def _besides(whole: Mention, mentions: Iterable[Mention]) -> bool:
    """Say whether a list in passing is not all that a sentence names: "Berg, who owns mines in Gabon and Mali"."""
    inside = {part.key for part in whole.thing.parts}
    return any(m.thing.proper and not m.thing.parts and m.thing.key not in inside for m in mentions)


def _kin(scene: Scene, token: Any, mentions: Iterable[Mention]) -> list[Mention]:
    """Return all names of the sort that a noun says."""
    sort = nameable(token.lemma_.lower()) or token.lemma_.lower() in PEOPLE
    if any(m.pronoun and not m.thing.name and m.thing.person is not False for m in mentions):
        return []  # "he set out with A, B and C": he is one of the men as well
    found = distinct(m for m in mentions if not m.thing.parts and _is_one(scene, token, m)) if sort else []
    if token.lemma_.lower() not in _LOOSE or not found:
        return found
    common = set.intersection(*(set(scene.story.full(m.thing).kinds) for m in found))
    return found if common else []  # "both parties" are no country and a gulf


def _is_one(scene: Scene, token: Any, mention: Mention) -> bool:
    thing = scene.story.full(mention.thing)
    if not thing.proper or not thing.name or thing.plural:
        return False
    noun = token.lemma_.lower()
    if token.tag_ != "NNS":
        return True
    if noun in PEOPLE:
        return thing.person is True
    return alike(noun, thing.kinds) or (noun in _LOOSE and not thing.person)
