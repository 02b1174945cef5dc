"""Lists taken up by "none of these countries": one claim for each name that was listed."""

import re
from collections.abc import Iterator
from typing import Any

from verifier.claims.coordination import SUBJECTS, coordinated, shares_passive, subject_of
from verifier.claims.drafts import Draft, Parsed
from verifier.claims.lexicon import COLLECTIVE
from verifier.claims.noun_phrases import phrase
from verifier.claims.pieces import Insert, Piece, Source, Swap
from verifier.dates import find_times
from verifier.language import children, is_finite, subtree
from verifier.records import EditKind

_ANAPHORA = re.compile(
    r"(?:none|neither|all|both|each) (?:of )?(?:the |these |those |them)|(?:neither|both|none)$|"
    r"(?:both|neither|each|all (?:two|three|four|five|six)) \w+$",
    re.IGNORECASE,
)
_NEGATIVE = ("none", "neither")
_TOGETHER = frozenset(
    {"together", "jointly", "other", "another", "only", "their", "they", "between", "both", "respectively"}
)
_MOST = 6  # names; longer lists are seldom news
_PLURAL_VERBS = {"are": "is", "were": "was", "have": "has", "do": "does"}


def distributed(parsed: Parsed, head: Any, listed: list[tuple[int, int]]) -> Iterator[tuple[Piece, ...]]:
    """Yield the pieces of a claim about each listed name, where the subject stands for the list."""
    subject = subject_of(head)
    if subject is None or len(listed) < 2:
        return
    tokens = sorted(subtree(subject))
    words = parsed.text(tokens)
    if not _ANAPHORA.match(words) or any(t.lower_ in ("other", "others") for t in parsed.doc[tokens[-1] + 1 :]):
        return  # "each side must give the other"
    negative = words.split()[0].lower() in _NEGATIVE
    names = tuple((Source(start, end),) for start, end in listed)
    yield from _said_of_each(parsed, head, tokens[-1], names, negative)


def enumerated(parsed: Parsed, head: Any, subject: Any | None) -> Iterator[tuple[Piece, ...]]:
    """Yield the pieces of a claim about each name of "A, B and C are not members"; the subject may be the host's."""
    denies = any(token.lower_ == "nor" for token in parsed.doc)  # denials.py tells its two halves apart
    if denies or subject is None or not _enumerates(parsed, head, subject) or shares_passive(subject.head, head):
        return
    members = [phrase(member) for member in (subject, *children(subject, "conj"))]
    while (earlier := _list_goes_back(parsed, members[0][0])) is not None:
        members.insert(0, earlier)
    names = tuple(tuple(_pieces(parsed, member)) for member in members)
    after = max(subtree(subject)) if subject.head == head else _joint(parsed, head)
    yield from _said_of_each(parsed, head, after, names, negative=False)


def _joint(parsed: Parsed, head: Any) -> int:
    """Return the last token of ", but" before a coordinated clause."""
    inside = sorted(subtree(head))
    opening = (i for i in inside if not (parsed.doc[i].dep_ == "cc" or parsed.doc[i].is_punct))
    return next(opening, inside[0]) - 1


def _list_goes_back(parsed: Parsed, start: int) -> list[int] | None:
    """Return a name and comma before a list that the parser left out of it: "Chad, Peru and Chile have left"."""
    doc = parsed.doc
    if start < 2 or doc[start - 1].text != ",":
        return None
    first = start - 1
    while first and doc[first - 1].pos_ == "PROPN":
        first -= 1
    opens = first == 0 or doc[first - 1].text == ","
    alike = first < start - 1 and doc[first].ent_type_ == doc[start].ent_type_ != ""
    return list(range(first, start - 1)) if opens and alike else None


def stands_for_list(parsed: Parsed, draft: Draft) -> bool:
    """Say whether a draft is what the claims about each name of a list replace."""
    tokens = draft.tokens()
    first = parsed.doc[tokens[0]] if tokens else None
    if first is None:
        return False
    if any(token.lower_ == "nor" for token in parsed.doc):
        return False
    pronoun = first.lower_ in ("none", "neither", "all", "both", "each")
    return pronoun or any(_enumerates(parsed, t.head, t) for i in tokens if (t := parsed.doc[i]).dep_ in SUBJECTS)


def _enumerates(parsed: Parsed, head: Any, subject: Any) -> bool:
    """Say whether a predicate holds of each of the names that are its subject; few verbs need them together."""
    members = [subject, *children(subject, "conj")]
    joined = [t.lower_ for member in members for t in children(member, "cc")]
    words = {t.lower_ for i in subtree(head) if not _floating(t := parsed.doc[i]) or len(members) > 2}
    alone = not words & _TOGETHER and not {t.lemma_.lower() for t in _untimed(parsed, head)} & COLLECTIVE
    named = all(member.pos_ == "PROPN" for member in members) and not _one(head)
    together = any(parsed.doc[i].tag_ == "VBG" and parsed.doc[i - 1].text == "," for i in subtree(head) if i)
    alone = alone and not together  # "A and B joined, bringing the number to 88"
    return 2 <= len(members) <= _MOST and joined == ["and"] and named and alone


def _untimed(parsed: Parsed, head: Any) -> list[Any]:
    """Return the words of a clause that are no part of a time: "last" in "last year" counts nobody."""
    times = [(m.start, m.end) for m in find_times(parsed.doc.text)]
    return [t for t in head.subtree if not any(first <= t.idx < end for first, end in times)]


def _one(head: Any) -> bool:
    """Say whether the verb is that of one thing: the book "Bread and Roses" was published."""
    verb = next((t for t in sorted((*children(head, "aux", "aux:pass", "cop"), head), key=lambda t: t.i)), head)
    return bool(verb.tag_ == "VBZ") or verb.lower_ == "was"


def _said_of_each(
    parsed: Parsed, head: Any, after: int, names: tuple[tuple[Piece, ...], ...], negative: bool
) -> Iterator[tuple[Piece, ...]]:
    others = {i for clause, _ in coordinated(parsed, head) for i in _with_its_joint(parsed, clause)}
    own = (i for i in sorted(subtree(head) - others) if i > after and not _floating(parsed.doc[i]))
    rest = [i for i in own if parsed.doc[i].text not in ".!?"]
    verb = next((i for i in rest if is_finite(parsed.doc[i])), None)
    if verb is None:
        return
    for name in names:
        yield (*name, *_predicate(parsed, rest, verb, negative))


def _with_its_joint(parsed: Parsed, clause: Any) -> set[int]:
    """Return the tokens of a coordinated clause with the comma and "but" before it."""
    inside = subtree(clause)
    first = min(inside)
    while first and (parsed.doc[first - 1].text == "," or parsed.doc[first - 1].dep_ == "cc"):
        first -= 1
        inside.add(first)
    return inside


def _floating(token: Any) -> bool:
    """Say whether a word is the "all" or "both" of "are all members", which is said of each."""
    return bool(
        token.lower_ in ("all", "both", "each")
        and token.i
        and is_finite(token.nbor(-1))
        and token.nbor(1).lower_ != "the"
    )


def _pieces(parsed: Parsed, tokens: list[int]) -> Iterator[Piece]:
    for i in tokens:
        token = parsed.doc[i]
        yield Source(*parsed.virtual.span(token.idx, token.idx + len(token.text)))


def _predicate(parsed: Parsed, rest: list[int], verb: int, negative: bool) -> Iterator[Piece]:
    for i in rest:
        token = parsed.doc[i]
        start, end = parsed.virtual.span(token.idx, token.idx + len(token.text))
        if i == verb:
            yield from _verb(token, start, end, negative)
        elif token.tag_ == "NNS" and parsed.doc[verb].lemma_ == "be" and _predicative(parsed, verb, i):
            noun = singular(token.lower_)
            article = "an" if noun[:1] in "aeiou" else "a"
            yield Swap(start, end, f"{article} {noun}", EditKind.INFLECTION, "said of one")
        else:
            yield Source(start, end)


def _predicative(parsed: Parsed, verb: int, noun: int) -> bool:
    """Say whether only a negation stands between a form of "be" and a bare plural."""
    return all(parsed.doc[i].lower_ in ("not", "n't", "n’t", "also", "all", "both") for i in range(verb + 1, noun))


def _verb(token: Any, start: int, end: int, negative: bool) -> Iterator[Piece]:
    auxiliary = token.pos_ == "AUX" or token.lemma_ == "be" or token.tag_ == "MD"
    one = singular_verb(token)
    if negative and not auxiliary:
        does = "did" if token.tag_ == "VBD" else "does"
        yield Swap(start, end, f"{does} not {token.lemma_}", EditKind.INFLECTION, "said of one")
        return
    yield Swap(start, end, one, EditKind.INFLECTION, "said of one")
    if negative:
        yield Insert("not", EditKind.FUNCTION_WORD, "negation of the whole list")


def singular_verb(token: Any) -> str:
    """Return the form of a plural verb that is said of one: "are" -> "is", "leave" -> "leaves"."""
    return _PLURAL_VERBS.get(token.lower_) or (inflected(token.lemma_, "VBZ") if token.tag_ == "VBP" else token.text)


def singular(noun: str) -> str:
    """Return a plural noun as it is said of one."""
    from lemminflect import getLemma

    return str((getLemma(noun, upos="NOUN") or (noun,))[0])


def inflected(lemma: str, tag: str) -> str:
    """Return a form of a verb by its Penn tag."""
    from lemminflect import getInflection

    return str((getInflection(lemma, tag=tag) or (lemma,))[0])
