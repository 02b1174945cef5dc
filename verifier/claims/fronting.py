"""What opens a sentence before its subject: "Founded in 1906, the club ...", "A former teacher, she ..."."""

from typing import Any

from verifier.claims.attachment import INVERTED
from verifier.claims.drafts import Draft, Parsed, Part, copula
from verifier.claims.gerunds import NO_DOING, inflected_like
from verifier.claims.kinds_of_things import nameable
from verifier.claims.lexicon import OCCUPATIONS, ORGANISATIONS, PLACES, REPORTING, ROLES, STATES
from verifier.claims.mentions import PEOPLE
from verifier.claims.unfolding import Unfolded, cut
from verifier.dates import find_times
from verifier.language import children, is_finite

OPENING = "opening phrase"
_NO_EVENT = frozenset(
    "given compared provided granted seen taken asked based put said being having assuming judging".split()
)
_OPEN = frozenset("would could might".split())  # "Given time, he would": nothing happened
_SUBJECT = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM")
_LONGEST_SUBJECT = 8  # words
_PERSONS = frozenset({"he", "she"})


def opened(parsed: Parsed) -> Unfolded | None:
    """State what a participle or noun phrase before the subject says of it; None where there is none."""
    doc = parsed.doc
    comma = next((t.i for t in doc[2:-3] if t.text == "," and _clause_follows(doc, t.i + 1)), None)
    if comma is None or doc[0].lower_ in INVERTED or any(t.lower_ in ("if", "not") for t in doc[:comma]):
        return None
    verb = next(t for t in doc[comma + 1 :] if is_finite(t))
    subject = range(comma + 1, verb.i)
    first = next((t for t in doc[:comma] if t.tag_ != "RB"), doc[0])
    if any(is_finite(t) and not _of_a_relative(doc, first.i, t) for t in doc[first.i + 1 : comma]):
        return None
    if not subject or verb.lower_ in _OPEN or first.lower_ in _NO_EVENT or find_times(doc[: first.i + 1].text):
        return None
    said = _participle(doc, first, verb, subject, comma) or _description(doc, subject, comma)
    return Unfolded((cut(parsed, (0, comma + 1)),), (Draft(said, OPENING),)) if said else None


def _of_a_relative(doc: Any, start: int, verb: Any) -> bool:
    """Say whether a verb is that of "Led by N, who was ..., the team": a relative clause within the phrase."""
    return doc[start].tag_ == "VBN" and any(t.lower_ in ("who", "which", "that") for t in doc[start : verb.i])


def _clause_follows(doc: Any, at: int) -> bool:
    """Say whether a short noun phrase and its verb stand here."""
    end = at
    while end < len(doc) and end - at <= _LONGEST_SUBJECT and (doc[end].pos_ in _SUBJECT or doc[end].text == "-"):
        if is_finite(doc[end]) or doc[end].tag_ in ("WP", "WDT"):
            break
        end += 1
    while end < len(doc) and doc[end].tag_ == "RB":
        end += 1
    found = end > at and end < len(doc) and is_finite(doc[end])
    return found and not doc[at].tag_.startswith("W") and doc[at].lower_ not in ("that", "there", "this")


_MEASURING = frozenset("adjusted compared measured based given counted seen viewed weighted taken judged".split())


def _participle(doc: Any, first: Any, verb: Any, subject: range, comma: int) -> tuple[Part, ...]:
    """Return "the club was founded in 1906" of "Founded in 1906, the club", "he ran" of "Running, he"."""
    named = [i for i in subject if doc[i].tag_ != "RB"] or [*subject]
    lead = [i for i in range(first.i) if doc[i].tag_ == "RB"]
    head = next((doc[i] for i in named if doc[i].head.i not in named), doc[named[-1]])
    if len(lead) != first.i or comma - first.i < 2 or any(c.tag_ in ("VBN", "VBG") for c in children(first, "conj")):
        return ()  # "Wearing a suit and flanked by his lawyers": two participles, two forms
    if first.lower_ in _MEASURING:
        return ()  # "Adjusted for inflation, the rise is 29 percent"
    bare = all(doc[i].tag_ == "RB" for i in range(first.i + 1, comma))
    if first.tag_ in ("VBN", "VBD") and bare and verb.tag_ in ("VBZ", "VBP"):
        return ()  # "Opened fully, it reveals": whenever it is
    if first.tag_ in ("VBN", "VBD"):
        return (*named, copula(_plural(head), first.lower_ not in STATES or verb.tag_ == "VBD"), *range(comma))
    if first.tag_ == "VBG" and first.lower_ not in NO_DOING and first.lemma_.lower() not in REPORTING:
        return (*named, inflected_like(first, verb, _plural(head)), *lead, *range(first.i + 1, comma))
    return ()


def _description(doc: Any, subject: range, comma: int) -> tuple[Part, ...]:
    """Return "she is a former teacher" of "A former teacher, she"; the noun must fit what the sentence is about."""
    noun = next((t for t in doc[1:comma] if t.tag_ in ("NN", "NNS") and not _within(t, comma)), None)
    if noun is None or doc[0].lower_ not in ("a", "an", "the") or find_times(doc[:comma].text):
        return ()
    word = noun.lower_
    person = doc[subject.start].lower_ in _PERSONS or "PER" in {doc[i].ent_type_ for i in subject}
    kinds = ROLES | OCCUPATIONS | PEOPLE if person else PLACES | ORGANISATIONS
    fits = word in kinds or (not person and nameable(word))
    own = len(subject) == 1 and doc[subject.start].tag_ == "PRP"
    named = all(doc[i].pos_ == "PROPN" for i in subject)
    if not fits or not (own or named) or noun.tag_ == "NNS" or doc[subject.start].lower_ == "they":
        return ()
    return (*subject, copula(False, False), *range(comma))


def _within(token: Any, comma: int) -> bool:
    """Say whether a noun only stands before the head noun of its phrase: "school" in "a school teacher"."""
    after = token.doc[token.i + 1] if token.i + 1 < comma else None
    return after is not None and after.tag_ in ("NN", "NNS")


def _plural(head: Any) -> bool:
    return head.tag_ in ("NNS", "NNPS") or head.lower_ in ("they", "we") or any(c.dep_ == "conj" for c in head.children)
