"""Lists of things under one predicate: "found in Europe, Asia and America" becomes a claim for each.

Holds only where what is said of the list is said of each: no "between", no "or" but in a free choice or behind a
"not", no other negation, no plural that the list spells out whole ("its members are A and B"), no pair that is one
name ("Bosnia and Herzegovina").
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from verifier.claims.drafts import Added, Draft, Parsed, Part
from verifier.claims.guards import well_formed
from verifier.claims.lexicon import COMPOUND_NAMES, KEEP_WHOLE_MARKS, PLACES, RECIPROCAL
from verifier.claims.mentions import PEOPLE
from verifier.claims.quantified import singular
from verifier.dates import find_times
from verifier.language import children, subtree
from verifier.records import EditKind

_PLACES = ("obj", "obl", "nmod", "iobj", "obl:agent", "ROOT", "conj", "xcomp")
_TOGETHER = frozenset(
    "between both either neither nor or not n't n’t never no none without together jointly respectively among amongst "
    "alike than as other each".split()
)
_PARTS = frozenset(
    "constituency suburb neighbourhood neighborhood hamlet commune parish division community campus".split()
)
_ONE_PLACE = (PLACES | _PARTS) - {"region", "area", "district", "member", "neighbour", "neighbor"}  # "regions of Asia"
_CONTINENTS = frozenset("europe asia africa america australia oceania".split())
_COUNTING = frozenset("both all several many few some most various different other neighbouring two".split())
_NOT = frozenset({"not", "n't", "n’t", "never"})
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_JOINTS = ("case", "cc", "punct", "conj")
_MOST = 10  # things; longer lists are seldom news
_INSIDE = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "ADV", "ADP", "PRON")


def spread(parsed: Parsed, draft: Draft) -> tuple[Draft, ...]:
    """Return a draft for each thing of the one list in a draft; the draft itself where it has none or several."""
    tokens = set(draft.tokens())
    found = [members for head in parsed.doc if (members := _members(parsed, head, tokens))]
    if len(found) != 1 or not _apart(parsed, tokens):
        return (draft,)
    members = found[0]
    first, last = members[0][0], members[-1][-1]
    place = [n for n, part in enumerate(draft.parts) if isinstance(part, int) and first <= part <= last]
    if not place or place != list(range(place[0], place[-1] + 1)):
        return (draft,)
    if _counted(parsed, tokens, first) or _staff(parsed.doc[first]):
        return (draft,)
    before, after = _of_one(parsed, draft.parts[: place[0]]), draft.parts[place[-1] + 1 :]
    if before is None or (after and isinstance(after[0], int) and parsed.doc[after[0]].text == ","):
        return (draft,)  # "holidays in Rome and Oslo, a car and a boat": one list within another
    drafts = tuple(Draft((*before, *one, *after), draft.rule) for one in _each(parsed, members))
    return drafts if all(well_formed(parsed, one) for one in drafts) else (draft,)


def _counted(parsed: Parsed, tokens: set[int], first: int) -> bool:
    """Say whether a number may be that of all together: "employs 4,300 people in Bergen and Oslo"."""
    doc = parsed.doc
    timed = {t.i for m in find_times(doc.text) for t in doc if m.start <= t.idx < m.end}
    before = (doc[i] for i in tokens if i < first and i not in timed)
    return any(t.tag_ == "CD" and t.dep_ == "nummod" and t.head.tag_ == "NNS" and t.head.i < first for t in before)


def _staff(first: Any) -> bool:
    """Say whether a list tells where several people who act together are from: "ministers from Chad and Peru"."""
    above = first.head
    while first.dep_ in ("compound", "det", "amod", "flat"):
        first, above = above, above.head
    people = above.tag_ == "NNS" and above.lemma_.lower() in PEOPLE and above.dep_.startswith("nsubj")
    return first.dep_ == "nmod" and people


def _of_one(parsed: Parsed, before: tuple[Part, ...]) -> tuple[Part, ...] | None:
    """Return what stands before a list as it is said of one: "the towns of A and B" is "the town of A".

    None where a plural is counted or pointed at: "both towns of".
    """
    doc = parsed.doc
    noun, of = before[-2:] if len(before) > 2 else (None, None)
    if not (isinstance(noun, int) and isinstance(of, int)) or doc[of].lower_ != "of" or doc[noun].tag_ != "NNS":
        return before
    spread_over = any(token.lower_ in _CONTINENTS for token in doc[of : of + 4])
    if singular(doc[noun].lower_) not in _ONE_PLACE or spread_over:
        return before
    own = [t for t in doc[noun].children if t.i < noun]
    if any(t.tag_ == "CD" or t.lower_ in _COUNTING or (t.tag_ == "DT" and t.lower_ != "the") for t in own):
        return None
    one = Added(singular(doc[noun].lower_), EditKind.INFLECTION, "said of one", replaces=noun)
    return (*before[:-2], one, of)


def _members(parsed: Parsed, head: Any, kept: set[int]) -> list[list[int]]:
    """Return the token runs of a head and what is coordinated with it, or nothing where that is no plain list."""
    doc = parsed.doc
    others = [child for child in children(head, "conj") if child.i in kept]
    if head.i not in kept or not others or len(others) >= _MOST:
        return []
    if _in_years(parsed, [head, *others], kept):
        return [[year.i] for year in (head, *others)]
    if head.pos_ not in ("NOUN", "PROPN"):
        return []
    if head.dep_ not in _PLACES or (head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN")):
        return []
    if any(o.pos_ not in ("NOUN", "PROPN") or any(children(o, "nsubj", "nsubj:pass", "cop")) for o in others):
        return []
    below = {i for other in others for i in subtree(other)}
    own = sorted(i for i in _nominal(head) - below if i in kept)
    runs = [_trimmed(doc, own)] + [_trimmed(doc, sorted(i for i in subtree(other) if i in kept)) for other in others]
    runs = _pairs(doc, runs)
    things = _plain(doc, runs) and _distinct(doc, head, others, runs) and not _named_several(doc, runs[0])
    return runs if things and not _one_name(doc, head, runs) and not _subordinate(head) else []


def _pairs(doc: Any, runs: list[list[int]]) -> list[list[int]]:
    """Take two things as one within a longer list: "finance, trade and development, and history"."""
    joints = [[doc[i].lower_ for i in range(a[-1] + 1, b[0])] if a and b else [] for a, b in pairwise(runs)]
    if joints[-1:] != [[",", "and"]] or joints.count(["and"]) != 1:
        return runs
    at = joints.index(["and"])
    return [*runs[:at], list(range(runs[at][0], runs[at + 1][-1] + 1)), *runs[at + 2 :]]


def _in_years(parsed: Parsed, years: list[Any], kept: set[int]) -> bool:
    """Say whether something happened in each of several years: not "rose 5% in 2010 and 2011"."""
    alone = all(_YEAR.fullmatch(year.text) and all(c.dep_ in _JOINTS for c in year.children) for year in years[1:])
    first = years[0].dep_ == "obl" and _YEAR.fullmatch(years[0].text) is not None
    numbers = [i for i in kept if parsed.doc[i].tag_ == "CD"]
    return alone and first and len(numbers) == len(years) and _plain(parsed.doc, [[year.i] for year in years])


def _named_several(doc: Any, run: list[int]) -> bool:
    """Say whether a plural before the first name speaks of all of them: "its rivals Daimler and Traton"."""
    before = [run[0] - 1] if run[0] else []
    return any(doc[i].tag_ == "NNS" and doc[i + 1].pos_ == "PROPN" for i in [*before, *run[:-1]])


def _distinct(doc: Any, head: Any, others: list[Any], runs: list[list[int]]) -> bool:
    """Say whether a list names things, not one thing in two words ("laws and regulations"), all of one sort."""
    alike = all((other.pos_ == "PROPN") == (head.pos_ == "PROPN") for other in others)
    named = head.pos_ == "PROPN"
    own = all(doc[run[0]].pos_ in ("DET", "NUM", "PRON") for run in runs)
    shared = any(children(others[-1], "nmod", "acl", "acl:relcl")) and not any(
        children(head, "nmod", "acl", "acl:relcl")
    )
    return alike and (named or own or (len(runs) > 2 and not shared))


def _subordinate(head: Any) -> bool:
    return any(t.dep_ in ("acl:relcl", "advcl", "ccomp", "csubj", "advcl:relcl") for t in (head, *head.ancestors))


def _nominal(head: Any) -> set[int]:
    """Return the head with what stands before it in its phrase; what follows it may belong to all."""
    left = {i for child in head.children if child.i < head.i and child.dep_ in _BEFORE for i in subtree(child)}
    right = {i for child in head.children if child.i > head.i and child.dep_ in _BEHIND for i in subtree(child)}
    return {head.i} | left | right


_BEFORE = ("det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "advmod", "flat")
_BEHIND = ("nmod", "flat", "nmod:unmarked", "compound:prt", "acl", "acl:relcl")


def _trimmed(doc: Any, run: list[int]) -> list[int]:
    while run and (doc[run[0]].text == "," or doc[run[0]].dep_ in ("cc", "case")):
        run = run[1:]
    while run and doc[run[-1]].text in ",;:":
        run = run[:-1]
    return run


def _plain(doc: Any, runs: list[list[int]]) -> bool:
    """Say whether the runs follow each other with commas and one "and" between, and are noun phrases throughout."""
    if not all(runs) or any(run != list(range(run[0], run[-1] + 1)) for run in runs):
        return False
    gaps = [[doc[i].lower_ for i in range(a[-1] + 1, b[0])] for a, b in zip(runs, runs[1:], strict=False)]
    joint = "or" if "or" in gaps[-1] and _free(doc, runs[0][0]) else "and"
    commas = all(gap == [","] for gap in gaps[:-1]) and gaps[-1] in ([joint], [",", joint])
    inside = ("-", "’", "'", "and") if len(gaps[-1]) > 1 else ("-", "’", "'")  # "trade and development, and history"
    return commas and all(doc[i].pos_ in _INSIDE or doc[i].text in inside for run in runs for i in run)


def _free(doc: Any, at: int) -> bool:
    """Say whether "A or B" says something of each: "can be reached by A or B", "did not sign A or B"."""
    modal = next((t.lower_ for t in reversed(doc[:at]) if t.tag_ == "MD"), "")
    return modal == "can" or bool(_denied(doc, at))


def _denied(doc: Any, at: int) -> set[str]:
    """Return the one "not" of a sentence, if it is that of the verb that the words before a place hang on."""
    negations = [t for t in doc if t.lower_ in _NOT]
    if len(negations) != 1:
        return set()
    negation, verb = negations[0], negations[0].head
    governed = verb.pos_ == "VERB" and negation.i < verb.i < at and not _clause_between(verb, at)
    return {negation.lower_} if governed else set()


def _clause_between(verb: Any, at: int) -> bool:
    """Say whether another verb stands between a verb and a place, or what it tells has a reason or a time."""
    return any(t.pos_ in ("VERB", "AUX", "SCONJ") for t in verb.doc[verb.i + 1 : at])


def _one_name(doc: Any, head: Any, runs: list[list[int]]) -> bool:
    """Say whether a list is one thing: "Bosnia and Herzegovina", "a daughter of A and B", "made of A and B"."""
    joint = doc[runs[-1][0] - 1]
    entity = joint.ent_type_ != "" or head.lower_ in COMPOUND_NAMES
    of_name = head.dep_ == "nmod" and head.head.pos_ == "PROPN" and head.pos_ == "PROPN"
    related = any(t.lower_ == "of" for t in children(head, "case")) and head.dep_ == "nmod"
    several = head.head.tag_ == "NNS" and head.head.dep_ in ("nsubj", "nsubj:pass")  # "the mayors of Oslo and Rome"
    related = related and (head.head.tag_ == "NN" or several)
    material = any(t.lower_ == "of" for t in children(head, "case")) and head.head.lemma_ in ("make", "build")
    return entity or of_name or related or material


def _apart(parsed: Parsed, tokens: set[int]) -> bool:
    """Say whether what a draft tells can be told of each thing by itself."""
    doc = parsed.doc
    words = {doc[i].lower_ for i in tokens}
    lemmas = words | {doc[i].lemma_.lower() for i in tokens}
    superlative = any(doc[i].tag_ in ("JJS", "RBS") for i in tokens)
    spelled_out = any(
        t.dep_ in ("nsubj", "nsubj:outer") and t.tag_ in ("NNS", "NNPS") and any(children(t.head, "cop"))
        for t in doc
        if t.i in tokens
    )
    choices = [i for i in tokens if doc[i].lower_ == "or"]
    if len(choices) == 1 and _free(doc, choices[0]):
        words -= {"or"} | _denied(doc, choices[0])
    named = any(t.lemma_ == "include" for t in doc) or any(
        t.lower_ == "other" and t.nbor(-1).lower_ == "and" for t in doc[1:]
    )
    words -= {"other"} if named else set()  # "Other towns include A and B", "A, B and other towns"
    together = words & (_TOGETHER | KEEP_WHOLE_MARKS) or lemmas & RECIPROCAL
    return not together and not superlative and not spelled_out


def _each(parsed: Parsed, members: list[list[int]]) -> Iterator[tuple[Part, ...]]:
    """Yield each thing; a bare singular gets the article of the first ("a professor and director")."""
    doc = parsed.doc
    first = doc[members[0][0]]
    yield tuple(members[0])
    for run in (run[1:] if doc[run[0]].lower_ == "other" and run[1:] else run for run in members[1:]):
        bare = doc[run[-1]].tag_ == "NN" and doc[run[0]].pos_ not in ("DET", "NUM", "PRON", "PROPN")
        article = (
            (first.lower_ in ("a", "the") or first.tag_ == "PRP$")
            and bare
            and not (first.lower_ == "a" and doc[run[0]].lower_[0] in "aeiou")
        )
        yield (first.i, *run) if article else tuple(run)
