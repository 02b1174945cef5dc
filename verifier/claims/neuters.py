"""What "it" or "its" stands for; None where two readings are left or "it" stands for nothing."""

from collections.abc import Iterable
from typing import Any

from verifier.claims.kinds_of_things import agents, alike, documents, nameable
from verifier.claims.lexicon import HOLDING, ORGANISATIONS, PLACES, REPORTING
from verifier.claims.scene import Scene
from verifier.claims.story import distinct
from verifier.claims.things import Mention, Thing
from verifier.language import children, subtree

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_SIGNED = frozenset("sign ratify adopt approve reject amend denounce implement vote accede pass repeal draft".split())
_DOES = frozenset("sign ratify accede join leave withdraw accuse sue elect employ win lose sell buy".split())
_RUNS = frozenset(
    "repair build hire launch invest pay acquire develop produce operate comply appeal cooperate open close".split()
)  # done by whoever says so: "Acme said it would build"
_WEATHER = frozenset({"rain", "snow", "hail"})
_NO_THING = frozenset("seem appear happen turn take mean follow emerge matter transpire".split())  # before a clause
_PARTS = frozenset("member part home one party signatory producer exporter economy organ subsidiary rival ally".split())
_ACTING = (agents() | {"body", "country"}) - {"city", "town", "capital", "municipality", "village"}
_RANKING = frozenset("first second third last only most least best worst".split())
_SHORTEST = 4  # letters of a word in "-est" that may rank; "west" does not
_CLAUSES = ("csubj", "csubj:pass", "ccomp", "xcomp", "advcl", "advcl:relcl", "acl")

Answer = tuple[Mention | None, str]
_NONE: Answer = (None, "")


def pleonastic(token: Any) -> bool:
    """Say whether "it" stands for nothing: "It is clear that", "It seems", "It was in May that"."""
    head = token.head
    if token.tag_ == "PRP$":
        return False
    lemma = head.lemma_.lower()
    if lemma == "depend" and head.i + 1 < len(head.doc) and head.nbor(1).tag_.startswith("W"):
        return True
    if token.dep_ == "expl" or lemma in _WEATHER or (token.dep_ == "nsubj:pass" and _believed(head)):
        return True
    if lemma in _NO_THING and any(c.dep_ in _CLAUSES and c.i > head.i for c in head.children):
        return True
    copular = any(children(head, "cop"))
    if copular and (head.pos_ == "ADJ" or any(c.lower_ == "not" for c in head.children)):
        return any(c.dep_ in _CLAUSES for c in head.children)
    return copular and any(c.dep_ in ("acl:relcl", "ccomp", "csubj") and c.i > head.i for c in head.children)


def _believed(head: Any) -> bool:
    """Say whether "it" opens "it is believed that" or "it is said to have taken years"."""
    took = any(c.lemma_.lower() == "take" for c in children(head, "xcomp"))
    return head.lemma_.lower() in HOLDING | REPORTING and (took or any(children(head, "ccomp", "csubj")))


def what(scene: Scene, token: Any) -> Answer:
    """Return the antecedent of a neuter pronoun, and by which rule."""
    if pleonastic(token):
        return _NONE
    if token.tag_ != "PRP$" and token.dep_ not in _SUBJECTS:
        found = _as_object(scene, token)
        return _NONE if found[0] is not None and _owner(scene, found[0]) else found
    mention, rule = _as_subject(scene, token)
    if (
        mention is None
        or _owner(scene, mention)
        or not _neuter(scene, mention, token, rule)
        or not _can_be(scene, mention, token)
    ):
        return _NONE
    sure = mention.thing.proper or (_alone(scene, mention, token) and not _ranked(mention.thing.name))
    return (mention, rule) if sure else _NONE


def _ranked(name: str) -> bool:
    """Say whether a description ranks a thing, so that what follows it matters: "the fastest animal with wings"."""
    words = name.lower().split()
    return bool({*words} & _RANKING) or any(word.endswith("est") and len(word) > _SHORTEST for word in words)


def _owner(scene: Scene, mention: Mention) -> bool:
    """Say whether a name only tells whose another thing is: "one of Peru's schools", "Peru's Acme said it would"."""
    if mention not in scene.mentions or not 0 <= mention.head < len(scene.parsed.doc):
        return False
    token = scene.parsed.doc[mention.head]
    return token.dep_ == "nmod:poss" and any(c.tag_ == "POS" for c in token.children)


def _neuter(scene: Scene, mention: Mention, token: Any, rule: str) -> bool:
    """Say whether something is no person; of what says "it" of itself the recogniser’s word is enough."""
    here = mention in scene.mentions and 0 <= mention.head < len(scene.parsed.doc)  # else its head counts elsewhere
    named = here and scene.parsed.doc[mention.head].ent_type_ == "ORG"
    organisation = named or token.head.lemma_.lower() in _DOES | _RUNS
    return mention.thing.person is False or (rule == "speaker" and mention.thing.person is None and organisation)


def _alone(scene: Scene, found: Mention, token: Any) -> bool:
    """Say whether a description is all that the sentence before is about."""
    if not scene.story.told or token.tag_ == "PRP$" or found not in scene.story.told[-1].mentions:
        return False
    last = scene.story.told[-1]
    others = [m for m in last.mentions if _thing(m) and m.thing.key != found.thing.key]
    return not others or (found in last.subjects and (last.defines or found.pronoun))


def _thing(mention: Mention) -> bool:
    return mention.thing.person is not True and not mention.thing.plural


def _as_subject(scene: Scene, token: Any) -> Answer:
    speaker = scene.speaker(token)
    if speaker is not None and _thing(speaker):
        return speaker, "speaker"
    ahead = scene.main_subject()
    opening = token.tag_ != "PRP$" and token.head.dep_ == "advcl"
    if ahead and opening and ahead.start > scene.offset(token) and _thing(ahead):
        return ahead, "subject that follows"
    beside = _described_by(scene, token)
    here = [m for m in scene.before(token, _thing) if beside is None or m.thing.key != beside.thing.key]
    listed = {part.key for m in scene.before(token, lambda m: bool(m.thing.parts)) for part in m.thing.parts}
    subjects = [m for m in here if m.role == "subject" and m.thing.key not in listed]
    if subjects:
        return (subjects[0], "only subject of the sentence") if len(subjects) == 1 else _NONE
    if scene.before(token, lambda m: m.role == "subject") or (here and token.tag_ == "PRP$"):
        return (here[0], "only thing of the sentence") if len(here) == 1 else _NONE
    return _of_last_sentence(scene, token)


def _described_by(scene: Scene, token: Any) -> Mention | None:
    """Return the name that "N, its rival," describes: "its" is another's."""
    for ancestor in token.ancestors:
        if ancestor.dep_ == "appos" and ancestor.head.i < token.i:
            return scene.at(ancestor.head.i)
    return None


def _of_last_sentence(scene: Scene, token: Any) -> Answer:
    if not scene.story.told:
        return _NONE
    last = scene.story.told[-1]
    things = last.things(_thing)
    subjects = distinct(last.subjects)
    if token.dep_ == "nsubj:pass" and token.head.lemma_.lower() in _SIGNED:
        written = [m for m in things if scene.story.full(m.thing).kinds & documents()]
        return _one(written, "only document before") or _NONE
    if any(m.pronoun and not m.thing.name for m in last.mentions) and not any(m.pronoun for m in subjects):
        return _NONE  # "Its brands include Acme. It employs": whose brands, nobody knows
    if len(subjects) != 1 or not _thing(subjects[0]):
        held = things if all(m.role == "object" for m in things) else []
        acting = [m for m in things if m.thing.proper and scene.story.full(m.thing).kinds & _ACTING]
        does = token.dep_ == "nsubj" and any(children(token.head, "obj"))
        return _one(held, "only thing before") or (does and _one(acting, "only one before that acts")) or _NONE
    subject = subjects[0]
    if any(m.pronoun and not m.thing.name for m in things) and not subject.pronoun:
        return _NONE  # "The council spends millions on it. It ..."
    others = [m for m in things if m.thing.key != subject.thing.key and m.thing.proper >= subject.thing.proper]
    rivals = [m for m in others if _rival(scene, subject, m)] if not last.defines else []
    passive = token.dep_ == "nsubj:pass" or any(children(token.head, "cop"))
    if passive and rivals and not subject.pronoun and token.tag_ != "PRP$":
        return _NONE
    return subject, "subject of the sentence before"


def _rival(scene: Scene, subject: Mention, other: Mention) -> bool:
    """Say whether two things are of one kind, so that a pronoun fits both."""
    of, also = scene.story.full(subject.thing).kinds, scene.story.full(other.thing).kinds
    return any(alike(kind, of) for kind in also) or not (of and also)


_MADE = frozenset("designed built rebuilt constructed completed erected restored painted carved".split())


def _can_be(scene: Scene, found: Mention, token: Any) -> bool:
    """Guard: documents do not sign, and "It was a surprise" speaks of an event."""
    head = token.head
    if token.tag_ == "PRP$":
        return True
    kinds = scene.story.full(found.thing).kinds
    opening = {scene.parsed.doc[0].lower_, *(fuller.doc[0].lower_ for fuller, _ in scene.parsed.asides)}
    if opening & _MADE and kinds & agents():
        return False  # "Designed by N, it uses": no trust is
    if head.lemma_.lower() in _DOES and token.dep_ == "nsubj":
        return not (kinds & documents() and not kinds & agents())
    if any(children(head, "cop")) and head.pos_ == "NOUN" and not (scene.story.told and scene.story.told[-1].defines):
        noun = head.lemma_.lower()
        return nameable(noun) or noun in PLACES | ORGANISATIONS | _PARTS or alike(noun, kinds)
    return True


def _as_object(scene: Scene, token: Any) -> Answer:
    own = scene.co_argument(token)
    taken = {own.key, *(part.key for part in own.parts)} if own else set()
    verb = token.head.lemma_.lower() if token.head.pos_ == "VERB" else ""

    inside = {*_within_subject(token), -1}  # nor what a title names: "Chad's minister, Ann Berg, praised it"

    def other(mention: Mention) -> bool:
        return _thing(mention) and mention.thing.key not in taken and mention.head not in inside

    here = scene.before(token, other)
    if here:
        objects = [m for m in here if m.role == "object"]
        if len(objects) > 1:
            return _NONE
        return (
            _one(_fitting(scene, objects, verb), "object of the clause before")
            or _one(_fitting(scene, here, verb), "only thing of the sentence")
            or _NONE
        )
    for told in scene.story.back(2):
        things = _fitting(scene, told.things(other), verb)
        if things:
            held = [m for m in things if m.role != "other" or verb in _SIGNED]
            return _one(held, "only thing before") or _NONE
    return _NONE


def _within_subject(token: Any) -> set[int]:
    """Return what the subject of the same clause is built of: "Chad's minister praised it" is not of Chad."""
    subject = next(children(token.head, *_SUBJECTS), None)
    return subtree(subject) if subject is not None else set()


def _one(mentions: list[Mention], rule: str) -> Answer | None:
    return (mentions[0], rule) if len(mentions) == 1 and _sure(mentions[0].thing) else None


def _sure(thing: Thing) -> bool:
    return thing.proper and thing.person is False


def _fitting(scene: Scene, mentions: Iterable[Mention], verb: str) -> list[Mention]:
    """Keep what a verb can be done to: treaties and laws are signed."""
    found = list(mentions)
    if verb not in _SIGNED:
        return found
    kinds = [(m, scene.story.full(m.thing).kinds) for m in found]
    return [m for m, k in kinds if k & documents()] or [m for m, k in kinds if not k & agents() and not m.thing.name]
