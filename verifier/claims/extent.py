"""How far a relative clause reaches, whatever the parser hung on it."""

from typing import Any

from verifier.claims.coordination import has_finite, subject_of
from verifier.claims.reach import gapped, list_goes_on, of_a_relative, open_clause_goes_on
from verifier.language import children, is_finite, subtree

_OF_THE_HOST = frozenset(
    "thanks despite amid due owing once unless".split()
)  # ", when 100 were found, thanks to new laws"
_AUXILIARY = frozenset("is are was were has have had will would".split())


def to_the_end(clause: Any, start: int) -> set[int]:
    """Return the clause; after the main verb it lasts until a coordinated main clause or the end."""
    doc = clause.doc
    own, stop = _own(clause, start)
    main = next((t for t in clause.ancestors if t.head.i == t.i or _goes_on(t, clause)), clause)
    if main.i > start or stop:
        return own
    coordinated = [c for c in main.children if c.dep_ == "conj" and min(subtree(c)) > start]
    later = [min(subtree(c)) for c in coordinated if not of_a_relative(main, c)]
    commas = [i for i in range(clause.i, len(doc) - 1) if doc[i].text == ","]
    parted = [
        i
        for i in commas
        if doc[i + 1].lower_ in _OF_THE_HOST | _AUXILIARY
        or _another_subject(doc, i + 1)
        or open_clause_goes_on(doc, start, i + 1)
    ]
    end = min([*later, *parted, len(doc)])
    end = min([end, *(t.i for t in doc[start:end] if t.text == ";")])
    return {i for i in own if i < end} | {t.i for t in doc[start:end] if t.text not in ".!?"}


def _goes_on(verb: Any, clause: Any) -> bool:
    """Say whether a later verb is that of what a clause is of: "and N, which was built for 420, now has 197"."""
    subject = subject_of(verb)
    return verb.dep_ == "conj" and verb.i > clause.i and subject is not None and clause.head.i in subtree(subject)


def _own(clause: Any, start: int) -> tuple[set[int], bool]:
    """Return the words of a relative clause, and whether a comma parts what follows: "N, who ..., and was backed"."""
    doc = clause.doc
    stop = next((i for i in range(start, len(doc)) if doc[i].text == ";"), len(doc))
    own = {i for i in subtree(clause) if start <= i < stop}
    own = {
        i for n, i in enumerate(sorted(own)) if i == min(own) + n
    }  # "who opposed it, told the court in May": not then
    for comma in (i for i in sorted(own) if doc[i].text == "," and i > clause.i):
        if (
            gapped(doc, clause, comma)
            or _back_to_the_host(clause, comma + 1, own)
            or open_clause_goes_on(doc, start, comma + 1)
            or list_goes_on(doc, comma)
            or _another_subject(doc, comma + 1)
            or doc[comma + 1].lower_ in _AUXILIARY  # "a fix, which lets it sleep, is coming"
            or (doc[comma + 1].lower_ in ("now", "still") and doc[min(comma + 2, len(doc) - 1)].tag_ in ("VBZ", "VBP"))
            or (comma + 1 in own and doc[comma + 1].lower_ in _OF_THE_HOST)
        ):
            return {i for i in own if i < comma}, True
    end = max(own)
    joint = doc[end + 2] if end + 2 < len(doc) and doc[end + 1].text == "," else None
    if joint is None or joint.dep_ != "cc" or joint.head.dep_ != "conj" or joint.head.head.i >= start:
        return own, False
    return own, not has_finite(joint.head)


def _another_subject(doc: Any, at: int) -> bool:
    """Say whether a pronoun and its verb stand here: "unless she wins over N, which has 27, she is unlikely"."""
    return at + 1 < len(doc) and doc[at].tag_ == "PRP" and is_finite(doc[at + 1])


def _back_to_the_host(clause: Any, at: int, own: set[int]) -> bool:
    """Say whether the host goes on here: a purpose, or a verb coordinated behind a comma, the clause’s first."""
    doc = clause.doc
    if at + 1 not in own:
        return False
    if doc[at].tag_ == "TO":
        return True
    verb = doc[at].head
    first = next((c.i for c in children(clause, "conj") if c.i in own), -1)
    joined = doc[at].dep_ == "cc" and verb.i == first and subject_of(verb) is None and has_finite(verb)
    return joined and not any(doc[i].text == "," for i in range(clause.i, at - 1))
