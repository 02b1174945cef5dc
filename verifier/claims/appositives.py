"""Descriptions beside names: "Mongolia, a country ..., is", "the President, N,"."""

from collections.abc import Iterator
from typing import Any

from verifier.claims.drafts import Draft, Parsed, copula, trimmed
from verifier.claims.kinds_of_things import nameable
from verifier.claims.lexicon import EVENTS, KIN, OCCUPATIONS, OVER, PLACES, RANKS, ROLES
from verifier.claims.mentions import PEOPLE
from verifier.claims.modifiers import Found, closing_comma
from verifier.claims.noun_phrases import phrase
from verifier.claims.titles import over
from verifier.dates import find_times
from verifier.language import children, subtree

_OF_ANOTHER = frozenset({"capital", "seat", "neighbour", "neighbor"})  # "the capital of N" is not called N
_ENDS = frozenset({",", ".", ";", ")", "and", "”", "in", "on", "at", "to", "for", "with", "from"})
_OPENING = ("a", "an", "another", "the", "its", "his", "her")  # of a description
_CALLING = frozenset("call label brand dub deem consider declare term".split())
_NOMINAL = ("NOUN", "PROPN", "ADJ")


def named_roles(parsed: Parsed) -> Iterator[Found]:
    """Yield "N is D" of "the D, N," and leave the name in the host: "the Mongolian President, Ukhnaa Khurelsukh"."""
    doc = parsed.doc
    for comma in range(2, len(doc) - 1):
        if doc[comma].text != ",":
            continue
        start = _description_start(doc, comma)
        end = _name_end(doc, comma + 1)
        if start is None or not end or (end < len(doc) and doc[end].lower_ not in _ENDS):
            continue
        named = trimmed(parsed, range(comma + 1, end))
        parts = (*named, copula(False, over(doc)), *range(start, comma))
        closing = {end} if end < len(doc) and doc[end].text == "," else set()
        yield Found((Draft(parts, "apposition"),), frozenset({*range(start, comma + 1), *closing}))


def _name_end(doc: Any, start: int) -> int:
    """Return where a run of capitalised name words from `start` ends; 0 when there is none."""
    at = start
    while at < len(doc) and doc[at].pos_ == "PROPN" and doc[at].text[:1].isupper():
        joint = doc[at + 1].text if at + 2 < len(doc) else ""
        at += 2 if joint == "-" or (joint == "." and doc[at].lower_ in RANKS) else 1  # "Col. Josefina Abad"
    return at if at > start else 0


def _description_start(doc: Any, comma: int) -> int | None:
    """Return where "the ... ROLE [of N]" before the comma begins."""
    at = comma - 1
    head = at
    if doc[at].pos_ == "PROPN":
        while at > 1 and doc[at].pos_ == "PROPN" and doc[at].lower_ not in ROLES:
            at -= 1
        head = at - 1 if doc[at].lower_ == "of" else at
    place = doc[head].lower_ in PLACES and doc[head].lower_ not in ROLES
    if place and (head == comma - 1 or doc[head].lower_ not in _OF_ANOTHER):  # "the state of Bahia, Brazil"
        return None
    if not place and doc[head].lower_ not in ROLES:
        return None
    start = head
    while start > 0 and doc[start].lower_ != "the" and doc[start].pos_ in (*_NOMINAL, "ADP"):
        start -= 1
    if doc[start].tag_ == "POS":  # "Germany's minister"
        while start > 0 and (doc[start - 1].pos_ in _NOMINAL or doc[start - 1].lower_ == "the"):
            start -= 1
        return start
    return start if doc[start].lower_ == "the" or (doc[start].tag_ == "PRP$" and doc[start].lower_ != "whose") else None


def appositions(parsed: Parsed) -> Iterator[Found]:
    """Yield "N is A" for appositions between commas: "Mongolia, a country rich in resources, ..."."""
    doc = parsed.doc
    for token in doc:
        if token.dep_ != "appos" or token.head.i >= token.i:
            continue
        left = min(subtree(token))
        if not left or (doc[left - 1].text != "," and doc[left].text != ","):
            continue
        found = _apposition(parsed, token.head, token)
        if found:
            yield found


def _apposition(parsed: Parsed, host: Any, appositive: Any) -> Found | None:
    if any(t.lemma_.lower() in _CALLING for t in parsed.doc[max(0, host.i - 8) : host.i]):
        return None  # "called the premier, N, a traitor"
    tokens = trimmed(parsed, subtree(appositive))
    determiner = parsed.doc[tokens[0]].lower_ if tokens else ""
    owned = any(c.tag_ == "PRP$" for c in children(appositive, "nmod:poss"))
    if owned and host.ent_type_ == "PER" and appositive.lemma_.lower() not in PEOPLE and host.dep_ == "nmod":
        return None  # "a header from N, his first goal": the header is
    if appositive.pos_ == "NOUN" and (host.pos_ == "PROPN" or _definite(host)):
        named = phrase(host)
        described = tokens
        inside = frozenset(subtree(appositive))
        removable = inside | {tokens[0] - 1} | closing_comma(parsed.doc, max(inside))
    elif host.pos_ == "NOUN" and appositive.pos_ == "PROPN":
        named, described, removable = phrase(appositive), phrase(host), frozenset[int]()
        determiner = parsed.doc[described[0]].lower_ if described else ""
        if _address(parsed.doc, host, min(subtree(appositive))):
            return None
    else:
        return None
    head = appositive if appositive.pos_ == "NOUN" else host
    if not _describes(parsed, named, described, head, determiner):
        return None
    plural = head.tag_ == "NNS"
    past = over(parsed.doc) or any(parsed.doc[i].lower_ in OVER for i in described)
    return Found((Draft((*named, copula(plural, past), *described), "apposition"),), removable)


def _definite(noun: Any) -> bool:
    """Say whether a noun says which one it is of, as a subject of its own: "the group, a maker of ..."."""
    owned = any(c.lower_ == "the" or c.tag_ == "PRP$" for c in children(noun, "det", "nmod:poss"))
    return bool(noun.pos_ == "NOUN" and noun.tag_ == "NN" and owned)


def _address(doc: Any, host: Any, start: int) -> bool:
    """Say whether a name follows another name rather than the noun: "the tower of St Anne's, Sarn"."""
    before = doc[start - 1 - (doc[start - 1].text == ",")]
    beside = before.pos_ == "PROPN" or before.tag_ == "POS"
    return beside and before.i > host.i and host.lower_ not in ROLES | OCCUPATIONS


def _describes(parsed: Parsed, named: list[int], described: list[int], head: Any, determiner: str) -> bool:
    """Guard: a place is called a place, a person a role; months and numbers have no appositions."""
    if not named or not described or head.tag_ == "NNS" or determiner not in _OPENING:
        return False
    owned = any(parsed.doc[i].tag_ == "POS" for i in described)
    if head.lower_ in KIN and determiner in ("a", "an", "another") and not owned:
        return False  # "had a son, Peter": whose son, another claim would not say
    name = parsed.text(named)
    if find_times(f"in {name}") or not name[:1].isupper():
        return False
    label = next((parsed.doc[i].ent_type_ for i in named if parsed.doc[i].ent_type_), "")
    if label == "LOC":
        return head.lower_ in PLACES
    if any(parsed.doc[i].pos_ == "ADP" and parsed.doc[i].lower_ != "of" for i in named):
        return False  # "compared Lind with Berg, a comparison that": no name
    if label == "PER" or head.lower_ in ROLES | OCCUPATIONS:
        return head.lower_ not in EVENTS
    return head.lower_ in PLACES or label == "ORG" or (determiner in ("a", "an") and nameable(head.lower_))
