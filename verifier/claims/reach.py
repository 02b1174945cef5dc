"""How far a relative clause or a participle reaches: which verbs behind it are not the host's."""

from typing import Any

from verifier.claims.noun_phrases import phrase
from verifier.language import children, is_finite, subtree

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl")
_HELPERS = ("aux", "aux:pass", "cop")
_TIMES = frozenset({"after", "when", "because", "before", "since", "while", "as"})
_OPENING = frozenset("whether that if because since when while although though after before until".split())
_MARKS = frozenset("since after when because as while before until although though".split())
_WH = ("WRB", "WP", "WDT")


def comes_to_its_and(clauses: list[Any]) -> bool:
    """Say whether a list of verbs comes to its "and": a participle behind a mere comma belongs to the noun before."""
    first = clauses[0]
    if any(children(first, *_HELPERS, *_SUBJECTS)) or first.tag_ not in ("VBN", "VBD") or not _comma(first):
        return True
    by = first.i + 1 < len(first.doc) and first.tag_ == "VBD" and not any(t.lower_ == "by" for t in first.subtree)
    return by or any(any(children(clause, "cc")) for clause in clauses)


def of_a_relative(root: Any, clause: Any) -> bool:
    """Say whether a verb without a subject goes on from a relative clause before it, whatever the parse."""
    if any(children(clause, *_SUBJECTS)):
        return False
    return (
        _of_a_time_clause(root, clause)
        or _of_an_open_clause(root, clause)
        or _goes_on_in_time(root, clause)
        or of_an_open_list(root, clause)
        or _of_a_restriction(root, clause)
        or unparted(root, clause)
    )


def of_an_open_list(root: Any, clause: Any) -> bool:
    """Say whether a clause ends the list of a relative clause: "moved to Rome, where she wed, wrote plays and sang"."""
    for verb in clause.doc[root.i + 1 : clause.i]:
        listed = [c for c in children(verb, "conj") if is_finite(c) and c.i < clause.i]
        relative = listed and any(t.tag_ in _WH for t in verb.subtree if t.i < verb.i)
        if relative and not any(any(children(c, "cc")) for c in listed):
            return True
    return False


def _of_a_time_clause(root: Any, clause: Any) -> bool:
    """Say whether a verb goes on from a clause of time: "sued after men had landed, raised a flag and fired"."""
    doc = clause.doc
    start = min(subtree(clause))
    marks = [t.i for t in doc[root.i + 1 : start] if t.lower_ in _TIMES and t.tag_ in ("IN", "WRB")]
    if not marks or doc[marks[-1] - 1].text == ",":
        return False
    commas = [t.i for t in doc[marks[-1] : clause.i] if t.text == ","]
    told = bool(commas) and any(is_finite(t) for t in doc[marks[-1] : commas[0]])
    return told and all(doc[i + 1].tag_ in ("VBD", "VBN") for i in commas)


def _of_an_open_clause(root: Any, clause: Any) -> bool:
    """Say whether a verb ends a clause begun before: "was not told whether the toilets, built in 1960, might close"."""
    doc = clause.doc
    first = min((t for t in (*children(clause, *_HELPERS), clause)), key=lambda t: t.i)
    marks = [t.i for t in doc[root.i + 1 : first.i] if t.lower_ in _OPENING and t.tag_ in ("IN", "WRB")]
    return bool(marks) and not any(is_finite(t) for t in doc[marks[-1] : first.i]) and not any(children(clause, "cc"))


def _goes_on_in_time(root: Any, clause: Any) -> bool:
    """Say whether "and said" may go on from the clause of time: "fell after the firm cut its forecast and said"."""
    doc = clause.doc
    start = min(subtree(clause))
    marks = [t.i for t in doc[root.i + 1 : start] if t.lower_ in _TIMES and t.tag_ in ("IN", "WRB")]
    joint = doc[start] if doc[start].dep_ == "cc" else doc[max(start - 1, 0)]
    if not marks or clause.tag_ != "VBD" or joint.lower_ != "and" or doc[joint.i - 1].text == ",":
        return False
    verbs = [t for t in doc[marks[-1] : start] if is_finite(t)]
    return [t.tag_ for t in verbs] == ["VBD"] and not any(t.text == "," for t in doc[verbs[0].i : start])


def unparted(root: Any, clause: Any) -> bool:
    """Say whether no comma parts a verb from the relative clause before it: "Canada, which left but returned"."""
    doc = clause.doc
    start = min(subtree(clause))
    opened = [t.i for t in doc[root.i + 1 : start] if t.tag_ in _WH and doc[t.i - 1].text == ","]
    if not opened or any(t.i > opened[-1] and t.text in ",;–—-" for t in doc[opened[-1] : clause.i]):
        return False
    told = any(is_finite(t) for t in doc[opened[-1] : start])
    return told and is_finite(next((t for t in (*children(clause, *_HELPERS), clause)), clause))


def _of_a_restriction(root: Any, clause: Any) -> bool:
    """Say whether a past form may go on from a relative clause: "was held by men who kept sheep, grew barley"."""
    if clause.tag_ != "VBD" or any(children(clause, *_HELPERS)):
        return False
    if _comma(clause) and any(children(clause, "cc")):
        return False  # "is a plan that I liked, but never came to much"
    between = clause.doc[root.i + 1 : clause.i]
    linked = [t for t in between if t.lower_ in ("who", "that", "which") and t.nbor(-1).pos_ in ("NOUN", "PROPN")]
    active = any(t.tag_ == "VBD" for t in clause.doc[linked[-1].i : clause.i]) if linked else False
    return active and any(children(root, "aux:pass", "cop"))


def gapped(doc: Any, clause: Any, comma: int) -> bool:
    """Say whether the host goes on without its verb: "One went to Peru, who ..., and one to Chad"."""
    if comma + 1 >= len(doc) or doc[comma + 1].lower_ != "and":
        return False
    rest = doc[comma + 2 : comma + 7]
    case = next((t for t in rest[1:] if t.tag_ == "IN"), None)
    if case is None or not any(t.lower_ == case.lower_ for t in doc[: clause.i]):
        return False
    return all(t.pos_ in ("DET", "ADJ", "NOUN", "NUM", "PROPN") for t in doc[comma + 2 : case.i])


def open_clause_goes_on(doc: Any, start: int, at: int) -> bool:
    """Say whether a verb ends a clause begun before: "since the pact, of which Peru is a part, entered into force"."""
    verb = doc[at] if at < len(doc) else None
    mark = next((t for t in reversed(doc[:start]) if t.lower_ in _MARKS), None)
    opened = mark is not None and not any(is_finite(t) for t in doc[mark.i : start])
    return verb is not None and verb.tag_ in ("VBN", "VBD") and opened


def list_goes_on(doc: Any, comma: int) -> bool:
    """Say whether the next name of a list follows: "two peaks: Great Sarn, which ..., and Little Sarn"."""
    if doc[comma + 1].lower_ not in ("and", "or") or comma + 3 >= len(doc):
        return False
    end = next((t.i for t in doc[comma + 2 :] if t.text in ",.;"), len(doc))
    plain = all(t.pos_ in ("PROPN", "NOUN", "ADJ", "DET") for t in doc[comma + 2 : end])
    last = plain and doc[comma + 2].lower_ == "the" and end == len(doc) - 1 and doc[end].text == "."
    return end > comma + 2 and (last or all(t.pos_ == "PROPN" for t in doc[comma + 2 : end]))


def some_of_them(clause: Any) -> bool:
    """Say whether ", seven of them addressed to the agency" or ", most of them children" has no verb of its own."""
    subject = next(children(clause, *_SUBJECTS), None)
    part = subject is not None and any(c.lower_ in ("them", "which", "whom") for c in children(subject, "nmod", "obl"))
    joined = any(children(clause, "cc", "obj", *_HELPERS))
    return part and _comma(clause) and not joined


def _comma(clause: Any) -> bool:
    left = min(subtree(clause))
    return "," in (clause.doc[left].text, clause.doc[left - 1].text)


def of_more(clause: Any, antecedent: Any) -> bool:
    """Say whether a clause is of a noun that the nearest one belongs to: "a charge of theft, which was dropped"."""
    bare = antecedent.pos_ == "NOUN" and antecedent.dep_ == "nmod" and antecedent.head.pos_ == "NOUN"
    if bare and not any(children(antecedent, "det", "nmod:poss", "nummod")):
        return True
    head = clause.head
    nominal = clause.dep_ == "acl:relcl" and head.pos_ in ("NOUN", "PROPN") and head.i < antecedent.i
    nominal = nominal and not (head.tag_ in ("NNS", "NNPS") and clause.tag_ == "VBZ")  # "bonds of the bank, which runs"
    nominal = nominal and not (antecedent.pos_ == "PROPN" and clause.pos_ != "VERB")
    return nominal and head.i not in phrase(antecedent) and antecedent.i in subtree(head) and antecedent.dep_ != "appos"
