"""Adverbial clauses: the facts that "since", "when" and "because" take for granted, and comments."""

from collections.abc import Iterator
from typing import Any

from verifier.claims.coordination import has_finite, subject_of
from verifier.claims.drafts import Draft, Parsed, trimmed
from verifier.claims.lexicon import FACTIVE_MARKS, KEEP_WHOLE_MARKS, REPORTING
from verifier.claims.modifiers import Found
from verifier.dates import find_times
from verifier.language import children, is_finite, subtree

PRESUPPOSED = "presupposed clause"
REASON = "reason"
_SUBJECT_WORDS = ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP", "CD", "HYPH", "RB")
_FINITE_PAST = ("VBD", "VBZ", "VBP")
_HEDGES = frozenset("possibly perhaps probably maybe apparently allegedly reportedly presumably not".split())
_REASONS = frozenset({"because", "although", "though", "whereas"})  # hold whatever their tense; the others tell a time
_POINTING = frozenset({"it", "they", "its", "their", "this", "that", "these", "those"})  # to what, the host decides


def factive(parsed: Parsed) -> Iterator[Found]:
    """Yield the fact that a since/when/after/because clause takes for granted; its host stays whole.

    But a plain "A because B" says A, B, and that one is why: a host with a "not", "only" or "may" could mean less
    without its reason.

    Read from the word classes, since parsers often take "since" for a preposition.
    """
    doc = parsed.doc
    if any(token.lower_ in KEEP_WHOLE_MARKS for token in doc):
        return
    for mark in doc:
        if mark.lower_ not in FACTIVE_MARKS or mark.pos_ not in ("SCONJ", "ADP", "ADV") or not mark.i:
            continue
        if mark.lower_ == "when" and _of_a_time(doc, mark.i):
            continue  # "during both wars, when work was suspended": then, not ever
        if mark.dep_ == "case" and mark.head.i < mark.i + 3:  # "since Sunday"
            continue
        verb = _finite_after(doc, mark.i)
        if verb is None or verb - mark.i < 2 or doc[mark.i + 1].tag_ in ("WDT", "WP", "IN"):
            continue
        if doc[verb].lemma_ == "be" and doc[min(verb + 1, len(doc) - 1)].like_num:
            continue  # "since he was 15": he no longer is
        if doc[verb].lemma_.lower() in REPORTING and not _says_a_clause(doc[verb]):
            continue  # "after N said talks with lenders, who ..., had been suspended"
        if mark.lower_ not in _REASONS and (not _happened(doc, mark.i, verb) or doc[mark.i + 1].lower_ in _POINTING):
            continue
        end = next((i for i in range(verb, len(doc)) if doc[i].text in ',.;:—–)”"'), len(doc))
        if end - verb >= 2 and doc[mark.i - 1].lower_ not in _HEDGES and not _bound(doc, mark.i):
            removed = range(mark.i - (doc[mark.i - 1].text == ","), end) if _plain_reason(doc, mark) else ()
            told = [Draft(tuple(range(mark.i + 1, end)), PRESUPPOSED)]
            if removed and (cause := _cause(parsed, mark.i, end)):
                told.append(Draft(tuple(cause), REASON))
            yield Found(tuple(told), frozenset(removed))


def _cause(parsed: Parsed, mark: int, end: int) -> list[int]:
    """Return "A because B" where A is a clause of its own: that B is why may be wrong where A and B are right."""
    doc = parsed.doc
    verb = next((t for t in reversed(doc[:mark]) if is_finite(t)), None)
    clause = verb.head if verb is not None and verb.dep_ in ("aux", "aux:pass", "cop") else verb
    subject = subject_of(clause) if clause is not None else None
    if subject is None or subject.i > mark:
        return []
    return [*range(min(subtree(subject)), end)]


def _of_a_time(doc: Any, mark: int) -> bool:
    """Say whether "when" behind a comma tells of the time that is named before it: "during the war, when"."""
    before = [t.lower_ for t in doc[max(mark - 6, 0) : mark]]
    return before[-1:] == [","] and bool({"during", "throughout"} & {*before})


def _says_a_clause(verb: Any) -> bool:
    """Say whether what is said, if the tree has it as a clause, has its verb."""
    return all(has_finite(c) for c in children(verb, "ccomp"))


def _bound(doc: Any, mark: int) -> bool:
    """Say whether a clause hangs on words before it: "as many as 15 were", "In the 1950s, when they danced"."""
    compared = doc[mark].lower_ == "as" and mark > 1 and doc[mark - 2].lower_ == "as"
    dated = doc[mark - 1].text == "," and bool(find_times(doc[:mark].text)) and doc[0].tag_ == "IN"
    verb = _finite_after(doc, mark)  # of "the men accused since Easter were held" the first
    one = verb is not None and doc[verb].lower_ in ("were", "are") and verb == mark + 2 and doc[mark + 1].tag_ == "NNP"
    return compared or one or (dated and not any(is_finite(t) for t in doc[:mark]))


def _plain_reason(doc: Any, mark: Any) -> bool:
    """Say whether a clause gives the reason of what is stated without reserve."""
    return mark.lower_ == "because" and not any(token.tag_ in ("RB", "MD") for token in doc[: mark.i])


def _happened(doc: Any, mark: int, verb: int) -> bool:
    """Say whether a clause of time tells what happened: "when it rains" and "will go when he came" may never."""
    return doc[verb].tag_ == "VBD" and not any(token.tag_ == "MD" for token in doc[:mark])


def _finite_after(doc: Any, mark: int) -> int | None:
    for at in range(mark + 1, min(mark + 14, len(doc))):
        if doc[at].tag_ in _FINITE_PAST and doc[at].pos_ in ("VERB", "AUX"):
            return at
        if doc[at].tag_ not in _SUBJECT_WORDS and doc[at].lower_ != "of":
            return None
    return None


def comments(parsed: Parsed) -> Iterator[Found]:
    """Yield what ", as is the case with N" says of N, and take the comment out of its host.

    The host must hold an indefinite with a relative clause ("anyone who is ..."); N then stands for it.
    """
    words = [token.lower_ for token in parsed.doc]
    for at in range(len(words) - 5):
        if words[at : at + 2] != [",", "as"] or "case" not in words[at + 2 : at + 6]:
            continue
        lead = next((i for i in range(at + 3, min(at + 9, len(words))) if words[i] in ("with", "for", "of")), None)
        body = _indefinite_clause(parsed, at)
        named = trimmed(parsed, range(lead + 1, len(words))) if lead else []
        if named and body:
            yield Found((Draft((*named, *body), "comment clause"),), frozenset(range(at, named[-1] + 1)))


def _indefinite_clause(parsed: Parsed, before: int) -> list[int]:
    """Return the clause that says of whom "anyone" speaks, without its "who"."""
    for pronoun in parsed.doc[:before]:
        if pronoun.lower_ in ("who", "that", "which") and is_finite(parsed.doc[pronoun.i + 1]):
            return list(range(pronoun.i + 1, before))
    return []
