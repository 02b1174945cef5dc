"""Clause and verb-phrase coordination: "A did X, and B did Y", "A is X, lies in Y, and has Z"."""

from collections.abc import Iterator
from typing import Any

from verifier.claims.drafts import Added, Parsed, Part
from verifier.claims.lexicon import KEEP_WHOLE_MARKS, NEED_NO_OBJECT, REPORTING
from verifier.claims.reach import comes_to_its_and, of_a_relative, some_of_them
from verifier.dates import find_times
from verifier.language import children, is_finite, subtree
from verifier.records import EditKind

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl")
_WHERE_AND_WHEN = frozenset(
    "in on at during since for under throughout within between near across along below above beyond inside".split()
)
NEGATIVES = frozenset({"no", "not", "n't", "n’t", "never", "nobody", "nothing", "none"})
_LATER = frozenset("later then afterwards subsequently eventually finally soon now still again already".split())
AUXILIARIES = ("aux", "aux:pass", "cop")


def subject_of(head: Any) -> Any | None:
    """Return the subject token of a clause, if it has one of its own."""
    return next(children(head, *SUBJECTS), None)


def auxiliaries(head: Any) -> list[Any]:
    """Return the auxiliaries and copula of a clause, in order."""
    return sorted(children(head, *AUXILIARIES), key=lambda token: token.i)


def has_finite(head: Any) -> bool:
    """Say whether the clause of a head has a finite verb of its own."""
    return is_finite(head) or any(is_finite(token) for token in auxiliaries(head))


def coordinated(parsed: Parsed, root: Any) -> Iterator[tuple[Any, tuple[Part, ...]]]:
    """Yield (head, subject parts) of each clause coordinated with the root's clause.

    The subject parts are empty where the clause has a subject of its own. A clause under a shared
    negation or condition is left in its host: splitting it would change what is said.
    """
    negated = any(child.lower_ in ("not", "n't", "n’t", "never") for child in root.children)
    conditional = any(child.lower_ in KEEP_WHOLE_MARKS for child in children(root, "mark"))
    subject = subject_of(root)
    clauses = list(_conjuncts(root))
    for number, clause in enumerate(clauses):
        if (
            _not_a_clause(clause)
            or any(c.lower_ in ("or", "nor", "rather") for c in children(clause, "cc"))
            or _unscoped(root, clause)
            or not comes_to_its_and(clauses[number:])
            or of_a_relative(root, clause)
            or _said(root, clause)
            or _of_another_clause(root, clause)
            or _other_tense(root, clause)
        ):
            continue
        if not has_finite(clause) and any(children(clause, "mark")) and clause.tag_ == "VBN":
            continue  # "has apologised for X, but not for having called"
        if subject_of(clause) is not None:
            if has_finite(clause) and not conditional and not some_of_them(clause):
                yield clause, _under_its_terms(root, clause)
        elif (
            subject is not None
            and not conditional
            and not disagrees(subject, clause)
            and not _bare(root, clause)
            and _splittable(root, clause, negated)
        ):
            shared: list[Part] = [*_fronted(root, subject, clause), *_open_ended(subject)]
            active = any(children(root, "aux:pass")) and _does_something(clause)
            if shares_passive(root, clause) or not (active or has_finite(clause)):
                shared += _borrowed(root, clause)
            yield clause, tuple(shared)


def _of_another_clause(root: Any, clause: Any) -> bool:
    """Say whether a verb goes on from a nearer clause: "The war ended it: called up, he served and lost an arm"."""
    outer = any(children(root, "nsubj:outer")) and any(children(root, "nsubj", "nsubj:pass"))
    if outer and subject_of(clause) is None and clause.tag_ == root.tag_:
        return True  # "One view is that it formed there and moved"
    between = [c for c in children(root, "parataxis") if root.i < c.i < clause.i]
    return subject_of(clause) is None and any(subject_of(c) is not None for c in between)


def _not_a_clause(clause: Any) -> bool:
    """Say whether what looks like a clause goes on with the phrase before it.

    "feared but not, it seems, believed in"; ", a pledge it says would cost more"; "and, thanks to the iron, apt to"
    """
    if _of_the_time_before(clause) or any(c.lower_ == "having" for c in children(clause, "aux")):
        return True  # "was bought in 1934, having been lent"
    placed = any(children(clause.head, "case")) and any(children(clause.head, "cop"))
    if placed and not has_finite(clause) and not any(children(clause, "case")):
        return True  # "are in Latin, Hebrew and Arabic"
    doc = clause.doc
    start = min(subtree(clause))
    while doc[start].dep_ in ("cc", "punct") and start < clause.i:
        start += 1
    subject = subject_of(clause)
    if doc[start].tag_ in ("WP$", "WP", "WDT"):
        return True  # "they saw the keeper, whose defence had lost"
    if doc[start].lower_ in ("so", "nor", "neither") and clause.lemma_.lower() in ("do", "be", "have"):
        return True  # "and so did the number of visitors"
    bare = subject_of(clause) is None and not any(children(clause, "cc"))
    if bare and any(t.text == ":" for t in doc[clause.head.i : clause.i]) and clause.head.i < clause.i:
        return True  # "is cautious: one well, they say, may not be enough"
    if bare and clause.tag_ == "VBD" and doc[clause.i - 1].text == "," and any(children(clause.head, "cop")):
        return True  # "is a river of Slovenia, noted for its colour"
    elliptic = doc[start].lower_ == "not" and doc[min(start + 1, len(doc) - 1)].text == ","
    thanks = subject is not None and doc[subject.i : subject.i + 2].text.lower() == "thanks to"
    loose = clause.dep_ == "parataxis" and not any(children(clause, "cc"))
    summed = loose and subject is not None and _indefinite(subject) and _contact(subject)
    taken = loose and any(c.i < clause.i and _indefinite(c) for c in children(clause, "obj"))
    return elliptic or thanks or summed or taken


def _of_the_time_before(clause: Any) -> bool:
    """Say whether a list goes on here: "will not reopen until its roof, walls and floor have been replaced"."""
    doc, subject = clause.doc, subject_of(clause)
    start = min(subtree(clause))
    if subject is None or any(children(clause, "cc")) or doc[start].text != "," or not any(children(subject, "conj")):
        return False
    time = next((c for c in children(clause.head, "obl") if c.i == start - 1), None)
    return time is not None and any(c.lower_ in ("until", "after", "before", "since") for c in children(time, "case"))


def _said(root: Any, clause: Any) -> bool:
    """Say whether a verb is what is said of a noun before it: "Acme says a fix, which lets it sleep, is coming"."""
    joined = any(children(clause, "cc")) or subject_of(clause) is not None
    return root.lemma_.lower() in REPORTING and not joined and any(children(root, "obj"))


def _unscoped(root: Any, clause: Any) -> bool:
    """Say whether a denial hangs on an opening place or time: "There, cases fell, and no new risks were found"."""
    subject, own = subject_of(root), subject_of(clause)
    if subject is None or own is None or min(subtree(subject)) == 0:
        return False
    opening = [c for c in children(root, "obl", "obl:unmarked", "advmod") if c.i < subject.i]
    denied = any(t.lower_ in NEGATIVES for t in (*own.subtree, *clause.children))
    return bool(opening) and denied and not any(children(clause, "obl"))


def disagrees(subject: Any, clause: Any) -> bool:
    """Say whether a verb cannot be this subject's: "shares ... was", "an infant ... were"."""
    form = next((t for t in sorted((*auxiliaries(clause), clause), key=lambda t: t.i) if is_finite(t)), clause)
    joined = any(children(subject, "conj"))
    many = subject.tag_ in ("NNS", "NNPS") or joined
    if subject.tag_ == "NNS" and (form.lower_ in ("is", "was", "has") or form.tag_ == "VBZ"):
        return True
    return not many and subject.tag_ == "NN" and form.lower_ in ("are", "were") and any(children(subject, "det"))


def _indefinite(noun: Any) -> bool:
    return any(c.lower_ in ("a", "an") for c in children(noun, "det"))


def _contact(noun: Any) -> bool:
    """Say whether a noun has a relative clause without "that" before the verb: "a pledge it says would cost"."""
    return any(c.dep_ == "acl:relcl" and not any(t.tag_[0] == "W" for t in c.subtree) for c in noun.children)


def _open_ended(subject: Any) -> list[int]:
    """Return the words of a subject without the comma of what stood behind it: "The centre, due to open, will"."""
    words = sorted(subtree(subject))
    alone = sum(subject.doc[i].text == "," for i in words) == 1
    return words[:-1] if alone and subject.doc[words[-1]].text == "," else words


def _under_its_terms(root: Any, clause: Any) -> tuple[Part, ...]:
    """Return "Under the accord," that opens a sentence: it holds for every clause of it."""
    doc = root.doc
    ruled = next((c for c in children(root, "obl") if min(subtree(c)) == 0 and doc[0].lower_ == "under"), None)
    comma = next((t.i for t in doc if t.text == ","), len(doc))
    return tuple(range(comma + 1)) if ruled is not None and ruled.i < comma < clause.i else ()


def _fronted(root: Any, subject: Any, clause: Any) -> range:
    """Return "In the north" of "In the north the river is fast and narrow", which holds for what comes after as well.

    Not where that has a time of its own: "In 2000 Peru signed it and in 2002 ratified it", "... and later ratified it".
    """
    end = min(subtree(subject))
    opening = [c for c in children(root, "obl", "obl:unmarked") if max(subtree(c)) < end]
    if not opening or any(not {c.lower_ for c in children(c, "case")} & _WHERE_AND_WHEN for c in opening):
        return range(0)
    inside = {i for c in opening for i in subtree(c)}
    between = [root.doc[i] for i in range(min(inside), end) if i not in inside]
    later = any(t.lower_ in _LATER for t in children(clause, "advmod")) or any(map(_is_time, children(clause, "obl")))
    plain = all(t.text == "," for t in between) and not any(is_finite(root.doc[i]) for i in inside)
    return range(min(inside), end) if plain and not later else range(0)


def _other_tense(root: Any, clause: Any) -> bool:
    """Say whether a past form behind a present one may be an adjective: "plans free nurseries and paid leave"."""
    after = clause.nbor(1) if clause.i + 1 < len(clause.doc) else clause
    mixed = root.tag_ in ("VBZ", "VBP") and clause.tag_ == "VBD" and not any(children(clause, *AUXILIARIES))
    return mixed and after.tag_ in ("NN", "NNS", "VB") and clause.nbor(-1).lower_ in ("and", ",")


def _bare(root: Any, clause: Any) -> bool:
    """Say whether a past form alone follows a passive: "was destroyed and never rebuilt" shares its "was"."""
    rest = any(c.dep_ not in ("cc", "advmod", "punct") for c in clause.children)
    return clause.tag_ == "VBD" and any(children(root, "aux:pass")) and not rest


def shares_passive(root: Any, clause: Any) -> bool:
    """Say whether a past form after a passive is one too: "was admitted in 1990 and expelled in 1995"."""
    passive = clause.tag_ == "VBD" and any(children(root, "aux:pass")) and not auxiliaries(clause)
    return passive and clause.lemma_.lower() not in NEED_NO_OBJECT and not _does_something(clause)


def _does_something(clause: Any) -> bool:
    """Say whether a verb has an object, which no passive has: "employed 300 people", not "acquitted this week"."""
    after = [child for child in clause.children if child.i > clause.i]
    things = [c for c in after if c.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and not any(children(c, "case"))]
    return any(c.dep_ in ("ccomp", "xcomp") for c in after) or not all(_is_time(thing) for thing in things)


def _is_time(thing: Any) -> bool:
    tokens = sorted(subtree(thing))
    return bool(find_times(thing.doc[tokens[0] : tokens[-1] + 1].text))


def _conjuncts(root: Any) -> Iterator[Any]:
    """Yield the clause heads joined to the root; parsers label participles in a list as `dep`."""
    for child in root.children:
        predicate = child.pos_ in ("VERB", "AUX") or any(children(child, "cop")) or child.tag_ in ("VBN", "JJ")
        listed = child.dep_ == "advcl" and child.tag_ == root.tag_ == "VBN" and not any(children(child, "mark"))
        if child.i > root.i and (child.dep_ in ("conj", "parataxis", "dep") or listed) and predicate and _joined(child):
            yield child
            yield from _conjuncts(child)


def _joined(clause: Any) -> bool:
    left = min(subtree(clause))
    own = clause.doc[left].text == "," and not any(t.tag_ in ("WP", "WDT", "WRB") for t in clause.doc[left : left + 3])
    before = clause.doc[left if own else left - 1].text if left or own else ""
    return before in (",", ";", "and", "but", "–", "—") or any(True for _ in children(clause, "cc"))


def _splittable(root: Any, clause: Any, negated: bool) -> bool:
    if has_finite(clause):
        return True
    participle_pair = clause.tag_ == root.tag_ and clause.tag_ in ("VBN", "JJ")
    located = clause.tag_ in ("VBN", "JJ") and any(t.lemma_ == "be" for t in auxiliaries(root))
    located = located and not (root.pos_ == "NOUN" and clause.tag_ == "JJ" and clause.n_rights == 0)  # "academic"
    return not negated and (participle_pair or located) and bool(auxiliaries(root))


def _borrowed(root: Any, clause: Any) -> list[Part]:
    """Return the auxiliaries that the clause shares with the root."""
    return [Added(token.text, EditKind.FUNCTION_WORD, f"shared with '{root.text}'") for token in auxiliaries(root)]


def without(parsed: Parsed, head: Any, removed: set[int]) -> list[int]:
    """Return the tokens of a clause less what was split off and the conjunctions before it."""
    kept = subtree(head) - removed
    for token in head.children:
        if token.dep_ == "cc" and token.i > head.i:
            kept.discard(token.i)
    return sorted(kept)
