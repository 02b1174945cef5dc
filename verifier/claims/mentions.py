"""Finds what a parsed sentence mentions: persons, other names, lists of them, and things known by a description."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from verifier.claims.drafts import Parsed
from verifier.claims.genders import gender_of, gender_of_name
from verifier.claims.identity import identified
from verifier.claims.kinds_of_things import Kinds, nameable
from verifier.claims.lexicon import OCCUPATIONS, ROLES
from verifier.claims.name_runs import name_runs
from verifier.claims.names import PersonName
from verifier.claims.noun_phrases import phrase
from verifier.claims.things import Mention, Thing
from verifier.dates import find_times
from verifier.language import children, is_finite, subtree
from verifier.text import fold, known_word

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_OTHERS = frozenset(
    "survivor gunman attacker hostage migrant refugee tourist visitor voter prisoner inmate thief burglar "
    "killer supporter fan protester demonstrator participant contestant rival opponent partner classmate kid "
    "toddler infant pensioner grandmother grandfather granddaughter grandson nephew niece girlfriend boyfriend "
    "bride groom neighbour man woman boy girl person driver suspect victim firefighter child teenager student "
    "patient passenger soldier user resident lawyer doctor nurse farmer worker employee friend colleague "
    "neighbor uncle aunt cousin widow baby pilot winner guy lady gentleman individual customer client witness "
    "defendant hero author poet painter seed qualifier finalist semifinalist favourite favorite runner rider cyclist "
    "swimmer boxer golfer jockey rookie veteran newcomer batsman bowler defender midfielder".split()
)
PEOPLE = ROLES | OCCUPATIONS | _OTHERS
_DETERMINERS = ("a", "an", "the")
_CLAUSE = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl", "cop", "aux", "aux:pass", "mark", "advmod", "obl",
           "discourse", "vocative", "dislocated", "advcl", "ccomp")  # fmt: skip
_UNFIT = ("PRON", "DET", "NUM", "PART")  # in a description that is to stand in another sentence
_LONGEST = 5  # words of a description that may stand for its thing


class MentionFinder:
    """Finds mentions in the sentences of one article."""

    def __init__(self, persons: Sequence[PersonName], kinds: Kinds) -> None:
        self._persons = {m.start: m for m in persons if not kinds.of(m.name)}
        self._often = Counter(m.name for m in persons)
        self._kinds = kinds

    def find(self, parsed: Parsed) -> list[Mention]:
        """Return the mentions in order: names, descriptions, and lists beside their parts."""
        found: list[Mention] = []
        taken: set[int] = set()
        for mention in (*self._people(parsed), *self._named(parsed)):
            inside = set(range(mention.start, mention.end))
            if not taken & inside:
                found.append(mention)
                taken |= inside
        heads = {m.head for m in found}
        found += [
            m
            for m in _described(parsed)
            if m.head not in heads and parsed.virtual.origin[parsed.doc[m.head].idx] not in taken
        ]
        found = identified(parsed.doc, found)
        return sorted([*found, *_lists(parsed, found)], key=lambda m: m.start)

    def _people(self, parsed: Parsed) -> Iterator[Mention]:
        for token in parsed.doc:
            named = self._persons.get(parsed.virtual.origin[token.idx])
            if named is None:
                continue
            last = token.i + 1
            while last < len(parsed.doc) and parsed.virtual.origin[parsed.doc[last].idx] < named.end:
                last += 1
            if " " not in named.name and _own_s(parsed.doc, last):
                continue
            head = _head(parsed.doc, token.i, last)
            roles = _roles(parsed.doc, token.i, last)
            sure = " " in named.name or roles or head.dep_ in _SUBJECTS or self._often[named.name] > 1
            article = token.i > 0 and token.nbor(-1).lower_ == "the"
            thing = Thing(fold(named.name), named.name, True if sure and not article else None, kinds=roles)
            yield _mention(parsed, thing, token.i, last, head)

    def _named(self, parsed: Parsed) -> Iterator[Mention]:
        for first, last in name_runs(parsed.doc, self._kinds):
            last += _own_s(parsed.doc, last)
            first -= _year_before(parsed.doc, first)  # "the 1932 Australian Grand Prix" is no other year's
            words = parsed.doc[first:last].text
            head = _head(parsed.doc, first, last)
            article = first > 0 and parsed.doc[first - 1].lower_ == "the"
            kinds = self._kinds.of(words) | _called(parsed.doc, first, last)
            labels = {parsed.doc[i].ent_type_ for i in range(first, last)}
            place = "LOC" in labels and (" " in words or head.dep_ not in _SUBJECTS)
            common = " " in words and known_word(parsed.doc[last - 1].text)  # "the Brit Awards", "Flag Land Base"
            sure = kinds or article or place or common or words.isupper() or ("ORG" in labels and " " in words)
            if (
                gender_of_name(words)
                and words.count(" ") == 1
                and not kinds
                and not article
                and not labels & {"LOC", "ORG"}
            ):
                sure = False  # "Milos Hora", whatever "hora" means
            person = False if sure else True if "PER" in labels and " " in words else None
            plural = head.tag_ == "NNPS" and not kinds
            name = f"the {words}" if article else words
            thing = Thing(self._kinds.identity(words), name, person, plural, kinds)
            yield _mention(parsed, thing, first - article, last, head)


def _own_s(doc: Any, last: int) -> int:
    """Return 1 where "'s" belongs to the name, for nothing that it could own follows: "Moody's and Fitch said"."""
    ends = last < len(doc) and doc[last].text in ("'s", "’s")
    after = doc[last + 1] if ends and last + 1 < len(doc) else None
    owns = after is not None and (after.pos_ not in ("CCONJ", "PUNCT", "VERB", "AUX") or after.tag_ in ("VBN", "VBG"))
    return int(ends and not owns)


def _year_before(doc: Any, first: int) -> int:
    """Return 1 where a year stands between "the" and a name."""
    year = first > 1 and doc[first - 1].text.isdecimal() and len(doc[first - 1].text) == 4
    return int(year and doc[first - 2].lower_ == "the")


def _mention(parsed: Parsed, thing: Thing, first: int, last: int, head: Any) -> Mention:
    begin, end = parsed.doc[first], parsed.doc[last - 1]
    start, stop = parsed.virtual.span(begin.idx, end.idx + len(end.text))
    return Mention(thing, start, stop, head.i, role_of(head))


def role_of(head: Any) -> str:
    """Return whether a token is the subject or the object of its clause, or tells of a noun: "UN" in "UN officials"."""
    if head.dep_ in _SUBJECTS:
        return "subject"
    if head.dep_ == "compound" and head.head.pos_ == "NOUN":
        return "modifier"
    return "object" if head.dep_ in ("obj", "iobj") else "other"


def _head(doc: Any, first: int, last: int) -> Any:
    """Return the token of a run that hangs on something outside it."""
    inside = range(first, last)
    return next((doc[i] for i in inside if doc[i].head.i not in inside or doc[i].head.i == i), doc[last - 1])


def _lists(parsed: Parsed, found: list[Mention]) -> Iterator[Mention]:
    """Yield "Chad and Kenya" as one thing beside its parts."""
    at = {m.head: m for m in found}
    for mention in found:
        head = parsed.doc[mention.head]
        if head.dep_ == "conj" and head.head.i in at:
            continue  # a part of a longer list
        joined = list(_conjuncts(head))
        if not joined or not all(i in at for i in joined):
            continue
        parts = (mention, *(at[i] for i in joined))
        words = [w.lower_ for p in parts[1:] for w in children(parsed.doc[p.head], "cc")]
        if "or" in words or "nor" in words:
            continue
        thing = together([part.thing for part in parts])
        yield Mention(thing, mention.start, max(p.end for p in parts), mention.head, mention.role)


def _conjuncts(head: Any) -> Iterator[int]:
    """Yield what is joined to a word, and to what is joined to it: parsers chain the parts of a list."""
    for child in children(head, "conj"):
        yield child.i
        yield from _conjuncts(child)


def together(things: Sequence[Thing]) -> Thing:
    """Return several things as one."""
    names = [thing.name for thing in things]
    name = f"{', '.join(names[:-1])} and {names[-1]}" if all(names) else ""
    key = "+".join(sorted(thing.key for thing in things))
    return Thing(key, name, all(thing.person for thing in things), plural=True, parts=tuple(things))


def _described(parsed: Parsed) -> Iterator[Mention]:
    """Yield what is known by a description: "a new tram line", "the library", "the Court"."""
    for head in parsed.doc:
        common = head.pos_ == "NOUN" or (
            head.pos_ in ("PROPN", "ADJ") and any(children(head, "det")) and nameable(head.lower_)
        )
        if not common or head.dep_ in ("compound", "flat", "nmod:unmarked", "obl:unmarked"):
            continue
        tokens = _words(head)
        if any(c.lower_ == "as" for c in children(head, "case", "mark")):
            continue  # "as the chair" says what somebody is, it is nobody else
        if not tokens or tokens != list(range(tokens[0], tokens[-1] + 1)) or find_times(f"in {head.text}"):
            continue
        yield _mention(parsed, _description(parsed, tokens, head), tokens[0], tokens[-1] + 1, head)


def _words(head: Any) -> list[int]:
    """Return a noun with what stands before it, without the rest of a clause that it is the predicate of."""
    clause = {i for child in head.children if child.dep_ in _CLAUSE for i in subtree(child)}
    words = [i for i in phrase(head) if i <= head.i and i not in clause]
    while words and head.doc[words[0]].pos_ in ("CCONJ", "ADP", "PUNCT", "ADV"):
        words.pop(0)
    return words


def _with_what_narrows(head: Any, words: str) -> str:
    """Return "analysts at Rothbury Lane" for "analysts", which alone would be all of them; nothing where it is long."""
    whole = phrase(head)
    if whole[-1] <= head.i:
        return words
    together = whole == list(range(whole[0], whole[-1] + 1)) and len(whole) <= 2 * _LONGEST
    return head.doc[whole[0] : whole[-1] + 1].text if together else ""


def _description(parsed: Parsed, tokens: list[int], head: Any) -> Thing:
    """Return a described thing, with the words that name it once it has been introduced."""
    lemma = head.lemma_.lower()
    determiner = parsed.doc[tokens[0]]
    bare = tokens[1:] if determiner.lower_ in _DETERMINERS else tokens
    words = parsed.doc[bare[0] : tokens[-1] + 1].text if bare else ""
    plural = head.tag_ in ("NNS", "NNPS")
    if plural and len(bare) == len(tokens):
        words = _with_what_narrows(head, words)
    name = words if len(bare) == len(tokens) else f"the {words}"
    if not 0 < len(bare) <= _LONGEST or any(parsed.doc[i].pos_ in _UNFIT for i in bare):
        name = ""
    elif lemma in PEOPLE and not plural:
        name = ""  # "the driver" in another sentence says no more than "he"
    elif len(bare) == len(tokens) and tokens[0] == 0:
        name = words if determiner.pos_ == "PROPN" else words[:1].lower() + words[1:]
    person = lemma in PEOPLE and (plural or len(tokens) > 1)  # "justice" alone is no judge
    return Thing(f"the {lemma}", name, person, plural, frozenset({lemma}))


def _called(doc: Any, first: int, last: int) -> frozenset[str]:
    """Return what a name is called where it stands: "N, a software company", "N is a city", "the star N"."""
    found = set()
    at = last + 1 if last < len(doc) and doc[last].text in (",", "is", "was") else len(doc)
    if at < len(doc) and doc[at].lower_ in ("a", "an", "the", "its", "another"):
        noun = _first_noun(doc, at)
        acts = noun is not None and noun.i + 1 < len(doc) and is_finite(doc[noun.i + 1])
        if noun is not None and not (acts and doc[last].text == ","):  # "In Lodz, the council voted"
            found.add(noun.lemma_.lower())
    before = first - 2 if first > 1 and doc[first - 1].text in ("“", '"') else first - 1
    if before >= 0 and doc[before].tag_ == "NN":
        found.add(doc[before].lower_)
    return frozenset(kind for kind in found if nameable(kind))


def _first_noun(doc: Any, at: int) -> Any | None:
    """Return the head of the noun phrase that begins at a determiner."""
    noun = None
    for token in doc[at + 1 : at + 9]:
        if token.pos_ in ("NOUN", "PROPN"):
            noun = token
        elif token.pos_ not in ("ADJ", "ADV", "NUM") and token.text not in ("-", "'s", "’s") and token.tag_ != "VBN":
            break
    return noun


def _roles(doc: Any, first: int, last: int) -> frozenset[str]:
    """Return what a person is called where named: "Captain N", "its chair, N,", "N, the mayor"."""
    found: set[str] = set()
    before = first - 2 if first > 1 and doc[first - 1].text == "," else first - 1
    if before >= 0:
        found.add(doc[before].lower_.rstrip("."))
    if last + 1 < len(doc) and doc[last].text in (",", "is", "was"):
        noun = _first_noun(doc, last)
        if noun is not None:
            found.add(noun.lower_)
    return frozenset(word for word in found if word in PEOPLE or gender_of(word))
