"""Whom "he", "she", "him" or "her" stands for; None where two readings are left.

A wrong antecedent makes a wrong claim, so every rule asks for a single candidate. That the subject which is already
a pronoun goes on is from Grosz, Joshi and Weinstein 1995; an unresolved pronoun is a candidate like any other.
"""

from typing import Any

from verifier.claims.genders import gender_of
from verifier.claims.scene import Scene
from verifier.claims.story import Told, distinct
from verifier.claims.things import Mention
from verifier.language import children, subtree

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_TEAMS = frozenset("Rovers United City Town Athletic County Wanderers Albion Rangers Hotspur Wednesday FC RFC".split())
_ACTORS = ("er", "or", "ist", "man", "woman", "keeper")
_REACH = 3  # sentences back in which a person is looked for


def whom(scene: Scene, token: Any) -> tuple[Mention | None, str]:
    """Return the antecedent of a personal pronoun in the singular, and by which rule."""
    mention, rule = _antecedent(scene, token)
    return (mention, rule) if mention is not None and _surely(mention) else (None, "")


def _surely(mention: Mention) -> bool:
    """Say whether a name is a person’s; one word that nothing else tells of may be an organisation’s."""
    team = mention.thing.name.rpartition(" ")[2] in _TEAMS
    return bool(mention.thing.person or (mention.role == "subject" and " " in mention.thing.name and not team))


def _antecedent(scene: Scene, token: Any) -> tuple[Mention | None, str]:
    if any(t.pos_ == "PRON" for t in (*children(token, "conj"), *([token.head] if token.dep_ == "conj" else []))):
        return None, ""  # "if she or he stays"
    speaker = scene.speaker(token)
    if speaker is not None and _fits(scene, speaker, token):
        return speaker, "speaker"
    if _somebody_acts(token):
        return None, ""
    ahead = _ahead(scene, token)
    if ahead is not None:
        return ahead, "subject that follows"
    apart = _of_an_opening(token)
    here = scene.before(token, lambda m: m.head not in apart and _fits(scene, m, token))
    if here:
        return _here(scene, token, here)
    if _surname_before(scene, token) or any(
        _strange(scene, m) for m in scene.before(token, lambda m: m.thing.person is None)
    ):
        return None, ""
    for number, told in enumerate(scene.story.back(_REACH)):
        found = told.things(lambda m: _fits(scene, m, token))
        if len(found) == 1 and number == 0 and (_newcomer(scene, token, found[0]) or _rival(told, found[0])):
            return None, ""
        if len(found) == 1 and (number == 0 or (found[0].thing.person and " " in found[0].thing.name)):
            return found[0], "only person of the sentence before" if number == 0 else "only person before"
        if found:
            return _continued(scene, token, found) if number == 0 else None, "subject goes on"
    return None, ""


def _somebody_acts(token: Any) -> bool:
    """Say whether the subject of the host is a person without a name: "The left-hander made 137 before he was out"."""
    host = token.head.head
    subject = next((c for c in children(host, *_SUBJECTS) if c.i < token.i), None)
    if subject is None or token.dep_ not in _SUBJECTS or token.head.dep_ != "advcl":
        return False
    return bool(subject.tag_ == "NN" and subject.pos_ == "NOUN" and subject.lower_.endswith(_ACTORS))


def _of_an_opening(token: Any) -> set[int]:
    """Return the words of what opens a sentence and has its subject: no "Ann" in "Raised by Ann, she left" is she."""
    if token.dep_ not in _SUBJECTS:
        return set()
    openings = (c for c in children(token.head, "advcl") if c.tag_ in ("VBN", "VBG") and c.i < token.i)
    return {i for c in openings for i in subtree(c)}


def _surname_before(scene: Scene, token: Any) -> bool:
    """Say whether a subject here or before is the last word of a name, whatever that was taken for: it may be meant."""
    names = (m.thing.name.split() for told in scene.story.told for m in told.mentions)
    last = {words[-1].lower() for words in names if len(words) > 1}
    subjects = [*scene.before(token, lambda m: m.role == "subject" and not m.pronoun)]
    subjects += scene.story.told[-1].subjects if scene.story.told else ()
    return any(m.thing.name.lower() in last and not m.thing.person for m in subjects)


def _strange(scene: Scene, mention: Mention) -> bool:
    """Say whether a name in apposition may be a person's that nothing tells of: "Its heroine, Nuala, sees"."""
    before = scene.parsed.doc[max(mention.head - 1, 0)]
    proper = mention.thing.proper and " " not in mention.thing.name and not scene.story.full(mention.thing).kinds
    return proper and before.text == "," and scene.parsed.doc[max(mention.head - 2, 0)].pos_ == "NOUN"


def _rival(told: Told, found: Mention) -> bool:
    """Say whether somebody else did what was told, without a name: "the 29-year-old went past N. Behind him"."""
    nameless = (m for m in told.subjects if not m.thing.proper and m.thing.person and not m.pronoun)
    return found.role != "subject" and (told.stranger or any(m.thing.key != found.thing.key for m in nameless))


def _newcomer(scene: Scene, token: Any, found: Mention) -> bool:
    """Say whether somebody was named in passing: "a film with N. Her next book" goes on about the author."""
    before = scene.story.back(_REACH + 1)[1:]
    known = any(m.thing.key == found.thing.key for told in before for m in told.mentions)
    topic = [m for told in before for m in told.subjects if _fits(scene, m, token) and m.thing.key != found.thing.key]
    return found.role != "subject" and not known and any(scene.story.gender(m.thing) for m in topic)


def _fits(scene: Scene, mention: Mention, token: Any) -> bool:
    """Say whether a mention is of one person who may be called so, and not the subject beside the pronoun."""
    thing = mention.thing
    gender = scene.story.gender(thing)
    unsure = thing.person is None and (mention.role == "subject" or " " in thing.name)
    may_be = (thing.person or unsure) and not thing.plural and gender in (None, gender_of(token.text))
    own = scene.co_argument(token)
    return bool(may_be) and (own is None or own.key != thing.key)


def _ahead(scene: Scene, token: Any) -> Mention | None:
    """Return the main subject that follows an opening clause: "After he won, Ole Hansen ..."."""
    main = scene.main_subject()
    opening = token.dep_ in _SUBJECTS and token.head.dep_ in ("advcl", "dep")
    if main is None or not opening or main.start < scene.offset(token) or main.pronoun:
        return None
    return main if _fits(scene, main, token) else None


def _here(scene: Scene, token: Any, here: list[Mention]) -> tuple[Mention | None, str]:
    """Choose among the persons named before in the same sentence."""
    if len(here) == 1:
        return (here[0], "only person of the sentence") if not _outside(scene, token, here[0]) else (None, "")
    chain = distinct(m for m in here if m.pronoun)
    later = [m for m in here if chain and not m.pronoun and m.start > chain[-1].start]
    if len(chain) == 1 and not later:
        return chain[0], "pronoun goes on"
    subjects = [m for m in here if m.role == "subject"]
    clause_subject = token.dep_ in _SUBJECTS and token.head.dep_ == "conj"
    if clause_subject and len(subjects) == 1 and len(chain) == 1 and subjects[0].thing == chain[0].thing:
        return chain[0], "subject goes on in the sentence"
    return None, ""


def _outside(scene: Scene, token: Any, only: Mention) -> bool:
    """Say whether the one person named here is no subject while the last sentence's subject is a rival."""
    if only.role == "subject" or only.pronoun or token.dep_ not in _SUBJECTS or not scene.story.told:
        return False
    last = scene.story.told[-1]
    return any(_fits(scene, m, token) and m.thing.key != only.thing.key for m in last.subjects)


def _continued(scene: Scene, token: Any, found: list[Mention]) -> Mention | None:
    """Return the lasting subject of the last sentence, where the pronoun is a subject or a possessive."""
    fitting = {m.thing.key for m in found}
    subjects = distinct(m for m in scene.story.told[-1].subjects if m.thing.key in fitting)
    if len(subjects) != 1 or token.dep_ not in (*_SUBJECTS, "nmod:poss"):
        return None
    return subjects[0] if scene.story.lasting(subjects[0]) else None
