"""Of what somebody is "a member" or "a party", when the article said so before and the sentence leaves it out.

"The Court has 125 members. Chad is not a member." -> "Chad is not a member of the Court."
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from verifier.claims.coordination import subject_of
from verifier.claims.kinds_of_things import agents, documents
from verifier.claims.lexicon import PLACES
from verifier.claims.scene import Scene
from verifier.claims.things import Mention, Reading
from verifier.dates import find_times
from verifier.language import children, subtree

_ROLES = {"member": "of", "non-member": "of", "nonmember": "of", "signatory": "to", "party": "to"}
_EVENTS = {"membership": "of", "accession": "to", "withdrawal": "from"}  # owned by who joins or leaves
_VERBS = {"join": "", "quit": "", "leave": "", "ratify": "", "sign": "", "accede": "to", "belong": "to",
          "withdraw": "from"}  # fmt: skip
_OPEN_VERBS = frozenset({"join", "accede", "withdraw", "ratify", "quit"})  # say nothing without what they are about
_OF_TREATIES = frozenset({"party", "signatory", "accession", "accede", "ratify", "sign"})
_HAVING = frozenset("have count number include comprise list lose gain".split())
_BEING = frozenset({"become", "remain", "stay"})
_STATES = frozenset({"state", "country", "nation"})
_NARROWING = ("nmod", "compound", "nmod:unmarked", "flat")
_ARGUMENTS = ("obj", "obl", "iobj", "xcomp", "ccomp", "compound:prt", "aux:pass", "obl:agent")
_OF_TIME = ("within", "after", "before", "during", "since", "until")
_NEAR = 1  # sentences back to what counts when the article speaks of several bodies
_EVENT_NEAR = 2  # and always for events: troops withdraw as well


@dataclass(slots=True)
class Belonging:
    """What the article has spoken of members of, sentence by sentence."""

    told: list[tuple[int, Mention]] = field(default_factory=list)
    open: set[int] = field(default_factory=set)  # where "is a member" does not say of what
    number: int = 0  # of the sentence

    def read(self, scene: Scene) -> Iterator[Reading]:
        """Yield what is to stand after bare nouns and verbs of one sentence, from left to right."""
        for token in scene.parsed.doc:
            case = _case_of(token)
            if case is None:
                continue
            body = _told(scene, token, case)
            if body is not None:
                self.told.append((self.number, body))
            elif _bare(token):
                yield from self._completed(scene, token, case)

    def _completed(self, scene: Scene, token: Any, case: str) -> Iterator[Reading]:
        start, end = scene.parsed.virtual.span(token.idx, token.idx + len(token.text))
        body = self._meant(scene, token)
        if body is None:
            said = any(children(token, "cop")) or token.head.lemma_.lower() in _BEING
            self.open |= {start} if said else set()
        elif token.pos_ != "VERB" or _lemma(token) in _OPEN_VERBS:
            self.told.append((self.number, body))
            reason, where = f"'{token.text}': of what the article said it before", (body.start, body.end)
            yield Reading(start, end, f"{case} {body.thing.name}".strip(), reason, body.thing, where)

    def _meant(self, scene: Scene, token: Any) -> Mention | None:
        """Return the only body spoken of; of several, the one of this sentence or the last."""
        lemma = _lemma(token)
        sort = [(at, m) for at, m in self.told if _document(scene, m) == (lemma in _OF_TREATIES)] or self.told
        reach = _EVENT_NEAR if lemma in _EVENTS or token.pos_ == "VERB" else self.number
        found = [(at, m) for at, m in sort if self.number - at <= reach]
        if len({m.thing.key for _, m in found}) > 1:
            found = [(at, m) for at, m in found if self.number - at <= _NEAR]
        if len({m.thing.key for at, m in found if at == found[-1][0]}) > 1:
            return None  # "the first member of the Union to leave the court": two bodies in one sentence
        last = found[-1] if found and _nameable(scene, found[-1][1]) else None
        return last[1] if last and not self._other(scene, token, *last) else None

    def _other(self, scene: Scene, token: Any, at: int, body: Mention) -> bool:
        """Say whether the article has turned to another body of that sort since."""
        sort, since = _document(scene, body), scene.before(token, lambda m: True)
        if at < self.number and scene.story.told:
            since += scene.story.told[-1].mentions
        bodies = (m for m in since if m.role != "other" and _body(scene, m) and _document(scene, m) == sort)
        return any(m.thing.key != body.thing.key for m in bodies)


def _case_of(token: Any) -> str | None:
    """Return the preposition after a noun or verb of belonging, empty where it has none; None for other words."""
    lemma = _lemma(token)
    if token.pos_ == "VERB":
        return _VERBS.get(lemma)
    if token.dep_ in ("compound", "flat") or token.pos_ not in ("NOUN", "PROPN"):
        return None
    if lemma in _STATES and any(c.lower_ == "member" for c in children(token, "compound")):
        return _ROLES["member"]
    of_what = [c for c in children(token, "cop", "nmod", "compound") if not _timed(c)]
    celebrated = lemma == "party" and not of_what
    return None if celebrated else (_ROLES | _EVENTS).get(lemma)


def _lemma(token: Any) -> str:
    """Return the lemma; of a verb form that the dictionary knows, the dictionary's ("acceded": accede)."""
    from lemminflect import getAllLemmas

    known = getAllLemmas(token.lower_, upos="VERB").get("VERB") if token.pos_ == "VERB" else None
    return str(known[0] if known else token.lemma_.lower())


def _told(scene: Scene, token: Any, case: str) -> Mention | None:
    """Return the body that a noun or verb of belonging is said of."""
    if token.pos_ == "VERB":
        beside = [c for c in children(token, "obl" if case else "obj") if not case or _case(c) == case]
    else:
        owner = () if _lemma(token) in _EVENTS else ("nmod:poss",)
        beside = list(children(token, "nmod", "compound", *owner))
        if token.dep_ == "obj" and token.head.lemma_ in _HAVING:
            beside += [subject for subject in [subject_of(token.head)] if subject is not None]
    fits = _body if token.pos_ == "VERB" else _thing  # who has members is a body, whatever its name
    bodies = [m for t in beside if (m := scene.at(t.i)) is not None and fits(scene, m)]
    return bodies[0] if bodies else None


def _case(token: Any) -> str:
    return next((c.lower_ for c in children(token, "case")), "")


def _bare(token: Any) -> bool:
    """Say whether nothing in the clause can be what a noun or verb of belonging is about."""
    if token.pos_ == "VERB":
        return not any(c.dep_ in _ARGUMENTS and not _timed(c) for c in token.children)
    owner = () if _lemma(token) in _EVENTS else ("nmod:poss",)
    narrowing = (c for c in children(token, *_NARROWING, *owner) if c.lower_ not in ("member", "state"))
    return all(_timed(c) or _case(c) in _OF_TIME for c in narrowing)


def _timed(token: Any) -> bool:
    tokens = sorted(subtree(token))
    return bool(find_times(token.doc[tokens[0] : tokens[-1] + 1].text))


def _thing(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention is one thing that is neither a person nor a place; "the court" may have no name."""
    thing = scene.story.full(mention.thing)
    return not (thing.person or thing.plural or thing.kinds & PLACES)


def _nameable(scene: Scene, mention: Mention) -> bool:
    thing = scene.story.full(mention.thing)
    return bool(thing.name) and thing.proper and _thing(scene, mention)


def _body(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention is a body or a treaty, as far as anything tells."""
    thing = scene.story.full(mention.thing)
    known = thing.kinds & (agents() | documents()) or thing.name.rpartition(" ")[2].isupper()
    return bool(known) and _thing(scene, mention)


def _document(scene: Scene, mention: Mention) -> bool:
    return bool(scene.story.full(mention.thing).kinds & documents())
