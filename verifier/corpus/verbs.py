"""Verbs by which people say that a state began or ended; a dated claim with one is about that day.

"Croatia joined the Union in 2014" asks for the beginning, "Croatia was a member in 2014" for the state.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from verifier.facts import Nature, Relation
from verifier.text import lemmas, tokenize

BEGINNING = frozenset({"join", "become", "enter", "accede", "ratify", "adopt", "begin", "start"})
ENDING = frozenset({"leave", "quit", "withdraw", "exit", "secede", "resign", "cease", "end"})
_IS = re.compile(r"(\{\w+\}) (?:is|has been|was) (?P<what>.+)$")
_MEMBER = re.compile(r"(\{\w+\}) (?:is|has been|was) an? (?:\w+ )?(?:member|party) (?:of|to) (?P<body>.+)$")
_BEGINS, _ENDS = ("{0} became {1}",), ("{0} ceased to be {1}",)  # verdict/phrases.toml knows other ways to say it
_JOINS, _LEAVES = ("{0} joined {1}",), ("{0} left {1}",)


def with_events(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """Return the relations of a table, the beginnings and ends of its states read as events.

    A table that declares such verbs for events of its own is left as it is.
    """
    if any(_says(w, BEGINNING | ENDING) for r in relations if r.nature is not Nature.STATE for w in r.wordings):
        return relations
    return tuple(made for relation in relations for made in _taken_apart(relation))


def _taken_apart(relation: Relation) -> Iterator[Relation]:
    if relation.nature is not Nature.STATE or relation.begins is None:
        yield relation
        return
    begins = [w for w in relation.wordings if _says(w, BEGINNING)]
    ends = [w for w in relation.wordings if _says(w, ENDING)]
    states = tuple(w for w in relation.wordings if w not in (*begins, *ends))
    yield replace(relation, wordings=states)
    begins += [w for state in states for w in (*_said(_IS, state, _BEGINS), *_said(_MEMBER, state, _JOINS))]
    ends += [w for state in states for w in (*_said(_IS, state, _ENDS), *_said(_MEMBER, state, _LEAVES))]
    event = replace(
        relation, nature=Nature.FUNCTIONAL, begins=None, ends=None, denials=(), descriptions=(), derived=True
    )
    yield replace(event, at=relation.begins, wordings=tuple(dict.fromkeys(begins)))
    if relation.ends:
        nothing = "No end of this is recorded: " + relation.sentence
        yield replace(event, at=relation.ends, wordings=tuple(dict.fromkeys(ends)), denied_sentence=nothing)


def _says(wording: str, verbs: frozenset[str]) -> bool:
    words = [token.text for token in tokenize(re.sub(r"\{\w+\}", "", wording))][:2]
    return any(lemmas(word) & verbs for word in words)


def _said(shape: re.Pattern[str], wording: str, forms: tuple[str, ...]) -> Iterator[str]:
    match = shape.match(wording)
    if match:
        yield from (form.format(match[1], match[2]) for form in forms)
