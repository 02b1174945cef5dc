"""Titles before names: "Peru's former president Luis Ortega", "Mayor Ellen Brandt", "President Alves of Santora"."""

from dataclasses import dataclass
from typing import Any

from verifier.claims.drafts import Added, Draft, Parsed, Part, copula
from verifier.claims.lexicon import CROWNS, OCCUPATIONS, ONE_OF_MANY, RANKS, ROLES
from verifier.claims.unfolding import Unfolded, cut, quoted
from verifier.dates import find_times
from verifier.language import children
from verifier.records import EditKind

_PAST = frozenset({"former", "ex", "late", "then", "outgoing", "ex-president"})
_ENDING = frozenset("die dismiss sack oust resign retire succeed replace depose remove bury marry wed".split())
_IN_NAME = ("PROPN", "NOUN", "ADJ", "VERB", "X", "PUNCT")
_TITLES = ROLES | OCCUPATIONS
_SEVERAL = ONE_OF_MANY | OCCUPATIONS
_LONGEST = 6  # words of a name


@dataclass(frozen=True, slots=True)
class _Title:
    """A title [start, role], a name [name, end), and "of N" behind it [end, tail)."""

    start: int
    role: int
    name: int
    end: int
    tail: int


def titled(parsed: Parsed) -> Unfolded | None:
    """Read the first title before a name as "N is T" and take it out; None when there is none."""
    doc = parsed.doc
    for token in doc:
        found = _title(doc, token.i) if token.lower_ in _TITLES and not quoted(doc, token.i) else None
        if found is None or _without_a_verb(doc, found) or _second_title(doc, found):
            continue
        host = cut(parsed, (found.start, found.name))
        return Unfolded((host,), (Draft(_parts(doc, found), "title"),))
    return None


def _second_title(doc: Any, found: _Title) -> bool:
    """Say whether another title is joined on before one, as in "co-founder and CEO Dana Berg"."""
    before = doc[max(found.start - 2, 0) : found.start]
    return len(before) == 2 and before[1].lower_ == "and" and before[0].lower_ in _TITLES | {"founder"}


def _without_a_verb(doc: Any, found: _Title) -> bool:
    """Say whether the title took the verb along: "Athletic lost captain N" is a sentence."""
    from lemminflect import getAllLemmas

    title = doc[found.start : found.role]
    past = any(t.lower_ not in _PAST and t.lower_ not in getAllLemmas(t.lower_).get("VERB", (t.lower_,)) for t in title)
    return past and not any(t.tag_[:2] in ("VB", "MD") for t in doc if not found.start <= t.i < found.name)


def _title(doc: Any, role: int) -> _Title | None:
    if doc[role].tag_ in ("NNS", "NNPS") or role + 1 >= len(doc) or doc[role + 1].lower_ in _TITLES:
        return None
    name = _after_place(doc, role + 1)
    end = name
    while end < len(doc) and end - name < _LONGEST and _name_part(doc, end):
        end += 1
    start = _start(doc, role)
    while start > 1 and doc[start - 1].text == "-":
        start -= 2  # "Vice-Chancellor"
    bare = start == role
    titular = doc[role].text[:1].isupper() or (doc[role].lower_ in _SEVERAL and end - name > 1 and name == role + 1)
    if not _a_person(doc, name, end) or (bare and (doc[role].lower_ in CROWNS or not titular)):
        return None
    tail = end
    if bare and end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end + 1].pos_ == "PROPN":
        tail = next((i for i in range(end + 1, len(doc)) if doc[i].pos_ != "PROPN"), len(doc))
    return _Title(start, role, name, end, tail)


def _after_place(doc: Any, at: int) -> int:
    """Step over "of Kenya" in "President of Kenya William Ruto" when a name of two words is left behind it."""
    first = at
    while first + 1 < len(doc) and doc[first].lower_ in ("of", "for") and doc[first + 1].text[:1].isupper():
        first += 2
    return first


def _name_part(doc: Any, at: int) -> bool:
    token = doc[at]
    if token.text == "-":
        return at + 1 < len(doc) and doc[at + 1].text[:1].isupper()
    if token.text == "." and doc[at - 1].lower_ in RANKS:
        return True  # "spokesperson Cmdr. Ann Berg"
    if token.text.strip("IVX") == "" and doc[at - 1].pos_ == "PROPN":
        return True  # "Konrad II"
    particle = token.lower_ in ("de", "van", "von", "der", "al", "bin", "da") and doc[at - 1].pos_ == "PROPN"
    return particle or (token.text[:1].isupper() and token.pos_ in _IN_NAME)


def _a_person(doc: Any, start: int, end: int) -> bool:
    """Say whether a run of capitalised words can name a person: two words, or one that the parser takes for one."""
    labels = {doc[i].ent_type_ for i in range(start, end)}
    whole = end >= len(doc) or not doc[end].text.startswith("-")
    plain = all(doc[i].lower_ not in ROLES for i in range(start, end))
    if end == start or not whole or not plain:
        return False
    return "PER" in labels or (end - start >= 2 and not labels & {"ORG", "LOC", "MISC"})


def _start(doc: Any, role: int) -> int:
    """Go left over the words of a title: "Peru's former", "the company's finance"; a time before it is none."""
    dated = {t.i for m in find_times(doc.text) for t in doc if m.start <= t.idx < m.end}
    start = role
    while start and start - 1 not in dated and _qualifies(doc[start - 1]):
        start -= 1
    if start and doc[start - 1].tag_ == "POS":
        start -= 1
        while start and start - 1 not in dated and (_qualifies(doc[start - 1]) or doc[start - 1].text == "-"):
            start -= 1
    while start > 2 and doc[start - 1].lower_ in ("of", "for") and doc[start].pos_ == doc[start - 2].pos_ == "PROPN":
        start -= 2  # "Kenya Union of Rural Educators branch secretary"
        while start and start - 1 not in dated and doc[start - 1].pos_ == "PROPN":
            start -= 1
    article = start and (doc[start - 1].lower_ in ("the", "a", "an") or doc[start - 1].tag_ == "PRP$")
    return start - 1 if article else start


def _qualifies(token: Any) -> bool:
    capital = token.text[:1].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN")
    sort = token.tag_ == "NNS" and token.dep_ == "compound"  # "human rights lawyer"
    return bool(capital or sort or token.tag_ in ("NN", "JJ") or token.lower_ in _PAST)


def _parts(doc: Any, found: _Title) -> tuple[Part, ...]:
    title = list(range(found.start, found.name))
    first = doc[found.start]
    chief = doc[max(found.role - 1, 0)].lower_ == "chief"
    one_of_many = (doc[found.role].lower_ in _SEVERAL and not chief) or any(doc[i].lower_ in _PAST for i in title)
    former = any(doc[i].lower_ in _PAST for i in title)
    was = copula(False, past=over(doc) and not former)
    possessive = first.tag_ == "PRP$" or any(doc[i].tag_ == "POS" for i in title)
    rest: list[Part] = list(title)
    if possessive:
        return (*range(found.name, found.end), was, *rest)
    if first.lower_ in ("the", "a", "an"):
        first, rest = doc[found.start + 1], rest[1:]
    if first.i == found.role or first.lower_ in _PAST:
        rest[0] = _lower(first)
    article = "the" if not one_of_many or found.tail > found.end else "an" if first.lower_[0] in "aeiou" else "a"
    the = Added(article, EditKind.FUNCTION_WORD, "article of a title")
    return (*range(found.name, found.end), was, the, *rest, *range(found.end, found.tail))


def over(doc: Any) -> bool:
    """Say whether a sentence tells of a year that is past, or that an office or a life ended."""
    past = any(t.tag_ == "VBD" for t in doc) and not any(t.tag_ in ("VBZ", "VBP") for t in doc)
    years = [t for t in doc[1:] if t.like_num and len(t.text) == 4 and t.text[0] in "12" and t.text.isdigit()]
    dated = any(t.nbor(-1).lower_ == "in" or t.text[0] == "1" or (t.i > 1 and t.nbor(-2).lower_ == "in") for t in years)
    return past and (dated or any(_ended(t) for t in doc if t.lemma_.lower() in _ENDING))


def _ended(verb: Any) -> bool:
    """Say whether an office or a life ended: "was dismissed", "died", "sacked N", and not "dismissed the claims"."""
    taken = list(children(verb, "obj"))
    return verb.tag_ == "VBN" or (verb.tag_ == "VBD" and (not taken or any(c.pos_ == "PROPN" for c in taken)))


def _lower(token: Any) -> Part:
    if token.text.islower() or token.text.isupper():
        return int(token.i)
    return Added(token.lower_, EditKind.INFLECTION, "a title within the sentence", replaces=token.i)
