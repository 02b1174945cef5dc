"""Which name "the court", "the country" or "the minister" stands for: the only one that is such a thing."""

from collections.abc import Collection, Sequence
from typing import Any

from verifier.claims.kinds_of_things import agents, alike, nameable
from verifier.claims.lexicon import GENERIC_ORGANISATIONS, PLACES, ROLES
from verifier.claims.scene import Scene
from verifier.claims.story import distinct
from verifier.claims.things import Mention, Thing
from verifier.language import children, is_finite, subtree

_NARROWING = (
    "amod",
    "compound",
    "nmod",
    "nmod:poss",
    "nummod",
    "flat",
    "acl",
    "acl:relcl",
    "appos",
    "advmod",
    "nmod:unmarked",
)
_NOMINAL = ("nsubj", "nsubj:pass", "obj", "obl", "nmod")
_TIMES_PAST = frozenset({"former", "ex", "outgoing", "late", "acting"})
_UNTOLD = frozenset(  # things whose names do not say what they are
    "city town capital municipality village island river lake mountain company firm corporation manufacturer maker "
    "carmaker airline retailer startup insurer group operator supplier producer developer publisher club team side "
    "party paper newspaper daily magazine journal vessel ship ferry boat tanker aircraft plane jet band film movie "
    "book novel album song telescope satellite spacecraft rocket probe vaccine drug".split()
)
_TEAMS = frozenset("party team club side band group".split())  # may have names like "the Greens"
_NATIONS = frozenset({"country", "nation"})
_STEM = 4  # letters that a country and its people share: Peru, Peruvian
_POINTING = ("the", "this", "that")


def described(token: Any, told: Collection[str] = ()) -> bool:
    """Say whether a noun with its article may stand for a name: "the court", not "the court of appeal".

    `told` has the nouns of which the article said that a name is one: "N was a race" makes "the race" such a noun.
    """
    determiner = next(children(token, "det"), None)
    noun = token.tag_ in ("NN", "NNP") or (token.tag_ == "JJ" and token.dep_ in _NOMINAL)  # "the statute", mistagged
    if not noun or determiner is None or determiner.lower_ not in _POINTING:
        return False
    rest = [c for c in token.children if c.dep_ in _NARROWING and c.lower_ not in _TIMES_PAST and not _apart(c)]
    apart = any(c.dep_ == "conj" for c in token.children) or token.dep_ in ("compound", "flat", "appos")
    lemma = token.lemma_.lower()
    return determiner.i < token.i and not rest and not apart and (nameable(lemma) or lemma in ROLES or lemma in told)


def one_of_several(token: Any) -> bool:
    """Say whether a word stands for one of things named before: "One was restored", "the other is a ruin"."""
    opens = token.i == 0 or token.nbor(-1).text in (";", ",") or token.nbor(-1).lower_ in ("and", "but")
    one = token.lower_ == "one" and opens
    other = token.lower_ in ("other", "latter", "former") and token.i > 0 and token.nbor(-1).lower_ == "the"
    return (one or other) and token.dep_ in ("nsubj", "nsubj:pass") and not any(children(token, "nmod", "acl:relcl"))


def aged(token: Any) -> Any | None:
    """Return the article of "the 29-year-old" for its last word; None for other words."""
    if token.lower_ != "old":
        return None
    at = token.i - 5
    words = [t.lower_ for t in token.doc[max(at, 0) : token.i + 1]]
    fits = len(words) == 6 and words[0] == "the" and words[1].isdecimal() and words[2:] == ["-", "year", "-", "old"]
    verbless = not any(is_finite(t) for t in token.doc)  # the parser took "lives" for a noun
    alone = token.i + 1 < len(token.doc) and (verbless or token.nbor(1).pos_ not in ("NOUN", "PROPN", "ADJ"))
    return token.doc[at] if fits and alone else None


def may_be_a_person(mention: Mention) -> bool:
    """Say whether a mention may be of one person."""
    return mention.thing.person is not False and not mention.thing.plural


def _apart(child: Any) -> bool:
    """Say whether a comma parts a clause from its noun, so that it narrows nothing: "the court, which ..."."""
    start = min(subtree(child))
    return bool(start > child.head.i and (child.doc[start - 1].text == "," or child.doc[start].text == ","))


def which(scene: Scene, token: Any) -> tuple[Mention | None, str]:
    """Return the one named thing before that a description fits, and by which rule."""
    found, rule = _which(scene, token)
    country = token.lemma_.lower() in _NATIONS
    return (None, "") if found is not None and country and _another_nation(scene, token, found) else (found, rule)


def _another_nation(scene: Scene, token: Any, found: Mention) -> bool:
    """Say whether people of another country stand before: "the first Thai king to visit Peru since the country"."""
    name = found.thing.name.removeprefix("the ").lower()
    docs = [scene.parsed.doc[: token.i], *(fuller.doc for fuller, _ in scene.parsed.asides)]
    peoples = [t.lower_ for doc in docs for t in doc if t.tag_ == "JJ" and t.ent_type_ == "MISC" and t.is_title]
    return any(people[:_STEM] != name[:_STEM] for people in peoples)


def _which(scene: Scene, token: Any) -> tuple[Mention | None, str]:
    noun = token.lemma_.lower()

    def fits(mention: Mention) -> bool:
        thing = scene.story.full(mention.thing)
        named = bool(thing.name) and not thing.plural and thing.proper and mention.role != "modifier"
        return named and _is_a(thing, noun)

    if noun == "state" and not any(noun in scene.story.full(m.thing).kinds for m in scene.before(token, fits)):
        return None, ""  # "sold to the state": of which, and whether a country's, nothing says
    here = scene.before(token, fits)
    last = [m for m in _last(scene) if fits(m)]
    if noun in GENERIC_ORGANISATIONS:
        near = here or distinct(last)
        return (near[0], "the only organisation named nearby") if len(near) == 1 else (None, "")
    if any(_called_so(m, noun) for told in scene.story.told for m in told.mentions):
        return None, ""
    if noun in _UNTOLD and any(_unknown(scene, m) for m in (*scene.before(token, _named), *_last(scene))):
        return None, ""
    if noun in _UNTOLD and _of_unknown_sort(scene):
        return None, ""
    told_of = any(_told_of(m, noun) for told in scene.story.told for m in told.mentions)
    if told_of and not any(noun in scene.story.full(m.thing).kinds for m in (*here, *last)):
        return None, ""
    earlier = [m for told in scene.story.told for m in told.mentions if fits(m)]
    every = distinct([*earlier, *here])
    if len(every) == 1 and noun in _UNTOLD and (_turned(scene, every[0]) or _in_passing(scene, every[0])):
        return None, ""
    if len(every) == 1 and noun in _TEAMS and _another_team(scene, every[0]):
        return None, ""
    if len(every) == 1:
        return every[0], f"the only {noun} named"
    near = distinct([*last, *here]) if noun not in ROLES else []
    if noun in _UNTOLD and len(near) == 1 and _in_passing(scene, near[0]):
        return _of_the_opening(scene, every, noun)
    return (near[0], f"the only {noun} named nearby") if len(near) == 1 else (None, "")


def _of_unknown_sort(scene: Scene) -> bool:
    """Say whether nothing tells what the name is that a text is about: of "Shares in Acme fell" or a subject."""
    first = scene.story.told[0].mentions if scene.story.told else ()
    about = [m for told in scene.story.told for m in told.subjects]
    return any(_unknown(scene, m) for m in (*first, *about))


def _told_of(mention: Mention, noun: str) -> bool:
    """Say whether something without a name was told of, which is meant rather: "Hungary's central bank raised"."""
    return not mention.thing.proper and noun in mention.thing.kinds and mention.role == "subject"


def _called_so(mention: Mention, noun: str) -> bool:
    """Say whether something is called "Gedaref state", which "the state" may mean."""
    thing = mention.thing
    return not thing.proper and noun in thing.kinds and thing.name[:1].isupper() and not thing.plural


def several(scene: Scene, token: Any) -> bool:
    """Say whether a description without an antecedent may mean one of several things, or one of unknown sort."""
    noun = token.lemma_.lower()
    near = (*scene.before(token, _named), *_last(scene))
    if noun in ROLES:
        return any(_named(m) and m.thing.person is not False for m in near)
    found = _which(scene, token)[0] if noun in _NATIONS else None
    if found is not None and _another_nation(scene, token, found):
        return True
    if noun in _UNTOLD and (_turned(scene) or _of_unknown_sort(scene)):
        return True
    every = [m for s in scene.story.told for m in s.mentions if _named(m) and _is_a(scene.story.full(m.thing), noun)]
    if noun in _UNTOLD and len(distinct(every)) == 1 and _in_passing(scene, every[0]):
        return True
    told = [m for sentence in scene.story.told for m in sentence.mentions] if noun in _UNTOLD else []
    kin = {m.thing.key for m in (*told, *near) if _named(m) and _is_a(scene.story.full(m.thing), noun)}
    return len(kin) > 1 or any(_unknown(scene, m) for m in near)


def _turned(scene: Scene, to: Mention | None = None) -> bool:
    """Say whether the last sentence is about another named thing, which may be one of that sort as well."""
    last = scene.story.told[-1].subjects if scene.story.told else ()
    others = [m for m in last if _named(m) and not m.thing.person and not scene.story.full(m.thing).kinds & PLACES]
    return any(to is None or m.thing.key != to.thing.key for m in others)


def _another_team(scene: Scene, found: Mention) -> bool:
    """Say whether a name like "the Greens" came after the last time that a thing was named."""
    told = [m for sentence in scene.story.told for m in sentence.mentions]
    last = max((n for n, m in enumerate(told) if m.thing.key == found.thing.key), default=-1)
    return any(m.thing.proper and m.thing.plural and not m.thing.person for m in told[last + 1 :])


def _of_the_opening(scene: Scene, every: list[Mention], noun: str) -> tuple[Mention | None, str]:
    """Return what the first sentence is about, where all others of its sort were named in passing alone."""
    about = [m for m in every if not _in_passing(scene, m)]
    opening = {m.thing.key for m in scene.story.told[0].subjects}
    only = about[0] if len(about) == 1 and about[0].thing.key in opening else None
    return (only, f"the {noun} that the text is about") if only else (None, "")


def _in_passing(scene: Scene, found: Mention) -> bool:
    """Say whether a thing was named once, and never as a subject, while others were what sentences are about."""
    told = [(m, sentence) for sentence in scene.story.told for m in sentence.mentions if m.thing.key == found.thing.key]
    about = [m for sentence in scene.story.told for m in sentence.subjects if _named(m) and not m.thing.person]
    return len(told) == 1 and bool(about) and not any(m.role == "subject" or m in s.subjects for m, s in told)


def _named(mention: Mention) -> bool:
    return mention.thing.proper and bool(mention.thing.name) and not mention.thing.plural


def _last(scene: Scene) -> Sequence[Mention]:
    return scene.story.told[-1].mentions if scene.story.told else ()


def _unknown(scene: Scene, mention: Mention) -> bool:
    """Say whether nothing tells what a name stands for, so that a description may mean it."""
    return _named(mention) and not mention.thing.person and not scene.story.full(mention.thing).kinds


def _is_a(thing: Thing, noun: str) -> bool:
    if noun in ROLES:
        return noun in thing.kinds
    if noun in GENERIC_ORGANISATIONS:
        acts = thing.kinds & agents() or thing.name.split()[-1].isupper()
        return thing.person is False and bool(acts) and not thing.kinds & PLACES
    return not thing.person and alike(noun, thing.kinds)
