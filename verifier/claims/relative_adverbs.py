"""Places and times with a clause of their own: "in Rome, where it was signed", "since 1998, when it opened"."""

from collections.abc import Iterator
from typing import Any

from verifier.claims.drafts import Added, Draft, Parsed, Part, trimmed
from verifier.claims.extent import to_the_end
from verifier.claims.lexicon import PLACES
from verifier.claims.modifiers import Found, antecedent_before, closing_comma
from verifier.claims.noun_phrases import phrase
from verifier.dates import find_times
from verifier.language import children, is_finite, subtree
from verifier.records import EditKind

_AT = frozenset(
    "university college school hospital stadium airport station museum church theatre theater conference".split()
)
_LATER = ("since", "until", "before", "after", "while", "when", "because", "although")
_HELD = ("in", "at", "on", "near")  # what stays true of a place: "moved to Paris, where" -> "in Paris"


def where_and_when(parsed: Parsed) -> Iterator[Found]:
    """Yield "it was signed in Rome" and "it opened in 1998" of clauses behind a comma."""
    for adverb in parsed.doc:
        if adverb.lower_ not in ("where", "when") or adverb.i < 2 or parsed.doc[adverb.i - 1].text != ",":
            continue
        clause = _clause(adverb)
        if adverb.lower_ == "when" and clause is not None and clause.tag_ in ("VBZ", "VBP"):
            continue  # "in June, when the snow lies late, they are"
        stands = _place(adverb) if adverb.lower_ == "where" else _time(parsed, adverb)
        if clause is None or not stands:
            continue
        taken = to_the_end(clause, adverb.i)
        body = trimmed(parsed, [i for i in taken if i > adverb.i])
        if body and is_finite(parsed.doc[body[0]]) is False:
            removed = frozenset(taken) | {adverb.i, adverb.i - 1} | closing_comma(parsed.doc, max(taken))
            yield Found(tuple(_each_verb(parsed, body, stands)), removed)


def _each_verb(parsed: Parsed, body: list[int], stands: tuple[Part, ...]) -> Iterator[Draft]:
    """Yield a draft for each verb of "where she married, wrote plays and sang", with the place or time."""
    doc = parsed.doc
    first = next((n for n, i in enumerate(body) if is_finite(doc[i])), 0)
    starts = [n for n, i in enumerate(body) if n > first + 1 and _new_verb(doc, body[n - 1], i)]
    verbs = [n for n, i in enumerate(body) if n > first + 1 and doc[i].tag_ == "VBD" and doc[body[n - 1]].text == ","]
    if not {*verbs} <= {*starts}:
        starts = []  # one of the list was not read as its verb: no part of it would end well
    for start, end in zip([first, *starts], [*starts, len(body)], strict=True):
        said = [*body[:first], *trimmed(parsed, body[start:end])]
        at = _room(doc, said)
        at = 0 if any(doc[i].tag_ in ("WP", "WDT", "TO", "VBG") for i in said[first:at]) else at
        yield Draft((*said[:at], *stands, *said[at:]), "relative clause")


def _new_verb(doc: Any, before: int, at: int) -> bool:
    """Say whether a verb without a subject of its own goes on in a list here."""
    coordinated = doc[at].dep_ == "conj" and not any(children(doc[at], "nsubj", "nsubj:pass"))
    shared = doc[before].lower_ == "and" and doc[before - 1].i == doc[at].head.i  # "bought and closed the lock"
    return doc[at].tag_ == "VBD" and coordinated and doc[before].lower_ in (",", "and") and not shared


def _room(doc: Any, body: list[int]) -> int:
    """Return where in a clause the place goes: before "since leaving it in 2015", else at the end."""
    verb = next((n for n, i in enumerate(body) if is_finite(doc[i])), 0)
    return next((n for n, i in enumerate(body) if n > verb and doc[i].lower_ in _LATER), len(body))


def _clause(adverb: Any) -> Any | None:
    """Return the head of the clause that an adverb opens, if all of it stands behind the adverb."""
    return next((a for a in adverb.ancestors if min(subtree(a)) >= adverb.i - 1), None)


def _place(adverb: Any) -> tuple[Part, ...]:
    """Return "in Rome" for what stands before the clause; nothing where that is no place."""
    noun = antecedent_before(adverb.doc, adverb.i)
    if noun is None:
        return ()
    while _part_of_a_place(noun):
        noun = noun.head
    named = noun.pos_ == "PROPN" and noun.ent_type_ != "PER"
    if not named and noun.lower_ not in PLACES | _AT:
        return ()
    case = next(children(noun, "case"), None)
    preposition: Part = Added("at" if noun.lower_ in _AT else "in", EditKind.FUNCTION_WORD, "'where'")
    if case is not None and case.lower_ in _HELD:
        preposition = case.i
    return (preposition, *phrase(noun))


def _part_of_a_place(noun: Any) -> bool:
    """Say whether a name ends the name of a place: "Jena" in "the University of Jena", "Peru" in "Lima in Peru"."""
    case = next(children(noun, "case"), None)
    above = noun.head
    place = above.lower_ in PLACES | _AT or (above.pos_ == "PROPN" and case is not None and case.lower_ in _HELD)
    return bool(noun.dep_ == "nmod" and above.i < noun.i and case is not None and place)


def _time(parsed: Parsed, adverb: Any) -> tuple[Part, ...]:
    """Return "in 1998" for the time that stands before the clause."""
    doc = parsed.doc
    comma = doc[adverb.i - 1]
    mention = next((m for m in find_times(doc.text) if doc.text[m.end : comma.idx].strip() == "" < m.text), None)
    if mention is None or mention.end > comma.idx:
        return ()
    tokens = [t.i for t in doc if mention.start <= t.idx < mention.end]
    if tokens and doc[tokens[0]].tag_ == "IN":
        tokens = tokens[1:]
    bare = [i for i in tokens if doc[i].tag_ != "IN"]
    if not tokens or tokens != bare:
        return ()
    day = any((doc[i].like_num and len(doc[i].text) < 3) or doc[i].lower_.endswith("day") for i in tokens)
    return (Added("on" if day else "in", EditKind.FUNCTION_WORD, "'when'"), *tokens)
