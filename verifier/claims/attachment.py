"""Hangs words where they belong when a parser's own tree shows that they hang elsewhere."""

from typing import Any

from verifier.claims.adjacency import rejoin
from verifier.claims.coordination import SUBJECTS, auxiliaries, subject_of
from verifier.claims.hosts import rehost
from verifier.claims.lexicon import ORGANISATIONS, REPORTING
from verifier.claims.mentions import PEOPLE
from verifier.claims.name_trees import behind_a_rank, join_names, join_title
from verifier.dates import find_times
from verifier.language import children, hang, is_finite, subtree

TELLING = ("tell", "remind", "warn", "inform", "assure")
INVERTED = frozenset({"had", "were", "should"})  # open a condition without "if"
_TIMES = frozenset({"after", "before", "since", "until"})


def reattach(doc: Any) -> None:
    """Mend the tree in place."""
    rejoin(doc)
    join_title(doc)
    behind_a_rank(doc)
    join_names(doc)
    _join_office(doc)
    _second_office(doc)
    _join_list(doc)
    _second_description(doc)
    _opening_phrase(doc)
    _said_as_well(doc)
    _passive_list(doc)
    _all_but(doc)
    _clause_after(doc)
    _denied(doc)
    _told_that(doc)
    _said_on(doc)
    _beside(doc)
    rehost(doc)
    _lost_subject(doc)
    _inverted_condition(doc)


def _second_description(doc: Any) -> None:
    """Join to an open apposition what "and" adds to it: "N, a doctor in Oslo and one of the authors, left"."""
    for described in doc:
        name, joint = described.head, doc[max(subtree(described), default=0) + 1 :]
        if described.dep_ != "appos" or name.pos_ != "PROPN" or name.i > described.i or len(joint) < 2:
            continue
        for other in children(name, "conj"):
            beside = min(subtree(other)) == joint[0].i and joint[0].lower_ == "and"
            if beside and other.pos_ in ("NOUN", "NUM") and other.i > described.i:
                hang(other, described)


def _opening_phrase(doc: Any) -> None:
    """Hang a phrase that opens a joined clause on its verb: "A fell, and in May, after the war, B rose"."""
    for noun in doc:
        case = next(children(noun, "case"), None)
        joint = next(children(noun, "cc"), None)
        if noun.dep_ != "conj" or case is None or joint is None or any(children(noun.head, "case")):
            continue
        end = max(subtree(noun)) + 1
        verb = next((t for t in doc[end:] if t.dep_ == "conj" and min(subtree(t)) in (end, end + 1)), None)
        if verb is not None and doc[end].text == "," and is_finite(verb) and subject_of(verb) is not None:
            hang(noun, verb)
            hang(joint, verb)
            noun.dep_ = "obl"


def _said_as_well(doc: Any) -> None:
    """Hang a second verb of saying on the first: "shares fell after N warned that ... and said that ..."."""
    for verb in doc:
        host = verb.head
        joined = verb.dep_ == "conj" and verb.lemma_.lower() in REPORTING and host.lemma_.lower() not in REPORTING
        if not joined or subject_of(verb) is not None or not is_finite(verb):
            continue
        first = next(
            (t for t in reversed(doc[host.i + 1 : verb.i]) if t.lemma_.lower() in REPORTING and is_finite(t)), None
        )
        if first is not None and first.dep_ in ("advcl", "acl:relcl") and subject_of(first) is not None:
            hang(verb, first)


def _passive_list(doc: Any) -> None:
    """Make a list of "was saved by one vote, listed in 1971 and restored in 2003", whose second hangs on the vote."""
    for second in doc[3:]:
        noun = second.head
        if second.dep_ != "acl" or second.tag_ != "VBN" or second.nbor(-1).text != "," or noun.i > second.i:
            continue
        host = next((a for a in noun.ancestors if any(children(a, "aux:pass"))), None)
        more = any(c.tag_ == "VBN" and any(children(c, "cc")) for c in children(second, "conj"))
        if host is not None and host.i < second.i and more:
            hang(second, host)
            second.dep_ = "conj"


def _all_but(doc: Any) -> None:
    """Make an adverb of "all but" in "was all but wiped out", which parsers take for two predicates."""
    for but in doc[2:-1]:
        every, verb = but.nbor(-1), but.nbor(1)
        helped = every.nbor(-1).lemma_ in ("be", "have") or every.nbor(-1).dep_ in ("aux", "aux:pass", "cop")
        if but.lower_ != "but" or every.lower_ != "all" or not helped or verb.tag_ not in ("VBN", "VBD", "JJ", "VB"):
            continue
        if verb.head.i == every.i:
            verb.dep_ = every.dep_
            hang(verb, verb if every.head.i == every.i else every.head)
        for child in [child for child in every.children if child.i != verb.i]:
            hang(child, verb)
        verb.tag_ = "VBN" if verb.tag_ == "VBD" else verb.tag_
        for child in children(verb, "cop"):
            child.dep_ = "aux:pass" if verb.tag_ == "VBN" else "cop"
        hang(every, verb)
        every.dep_ = "advmod"
        hang(but, every)
        but.dep_ = "fixed"


def _clause_after(doc: Any) -> None:
    """Make a clause of "after its partner, the Union, was beaten", taken for "after its partner" and a loose verb."""
    for mark in doc:
        noun = mark.head
        if mark.lower_ not in _TIMES or mark.dep_ != "case" or noun.i < mark.i or noun.dep_ not in ("obl", "nmod"):
            continue
        end = max(subtree(noun)) + 1
        while end < len(doc) and doc[end].text == ",":
            end += 1
        verb = next((t for t in doc[end : end + 1] if is_finite(t)), None)
        if verb is not None and verb.dep_ in ("cop", "aux", "aux:pass"):
            verb = verb.head
        loose = verb is not None and verb.dep_ in ("parataxis", "conj", "dep", "ccomp") and verb.head.i < mark.i
        if verb is None or not loose or any(children(verb, *SUBJECTS, "cc", "mark")):
            continue
        passive = verb.tag_ == "VBN" and any(t.lemma_ == "be" for t in auxiliaries(verb))
        hang(verb, noun.head if noun.head.i < mark.i else verb.head)
        verb.dep_ = "advcl"
        hang(noun, verb)
        noun.dep_ = "nsubj:pass" if passive else "nsubj"
        hang(mark, verb)
        mark.dep_ = "mark"


def _denied(doc: Any) -> None:
    """Give the second verb of "admitted that the lists were wrong but denied fraud" to who admitted: no list denies."""
    for verb in doc:
        clause, said = verb.head, verb.head.head
        speaks = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ") and verb.lemma_.lower() in REPORTING
        inside = clause.dep_ == "ccomp" and said.tag_ == verb.tag_ and said.i < clause.i
        subject = next(children(clause, "nsubj", "nsubj:pass"), None)
        if not speaks or not inside or subject is None or any(children(verb, *SUBJECTS, "aux", "aux:pass", "cop")):
            continue
        if not _may_speak(subject):
            hang(verb, said)


def _beside(doc: Any) -> None:
    """Make one thing of "The company, Sound Ferries, argued", taken for two that no "and" joins."""
    for name in doc[2:]:
        noun = name.head
        if name.dep_ != "conj" or name.pos_ != "PROPN" or noun.pos_ != "NOUN" or noun.i > name.i:
            continue
        start, end = min(subtree(name)), max(subtree(name)) + 1
        start += doc[start].text == ","
        between = doc[start - 1].text == "," and end < len(doc) and doc[end].text == ","
        alone = not any(children(name, "cc", "conj")) and [c.i for c in children(noun, "conj")] == [name.i]
        if between and alone and max(i for i in subtree(noun) if i < start - 1) == start - 2:
            name.dep_ = "appos"


def _lost_subject(doc: Any) -> None:
    """Give "the water" its verb in "Most live above mines, and the water, unlike gas, belongs to nobody"."""
    for noun in doc:
        verb = noun.head
        if noun.dep_ != "conj" or noun.pos_ not in ("NOUN", "PROPN") or not is_finite(verb) or verb.i > noun.i:
            continue
        end = max(subtree(noun)) + 1
        if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in ("like", "unlike"):
            end = next((t.i for t in doc[end + 1 :] if t.text == ","), end)
        while end < len(doc) and doc[end].text == ",":
            end += 1
        later = doc[end] if end < len(doc) and is_finite(doc[end]) else None
        if (
            later is not None
            and later.dep_ == "conj"
            and later.head.i == verb.i
            and not any(children(later, *SUBJECTS))
        ):
            for stray in [t for t in doc[noun.i + 1 : later.i] if t.head.i == verb.i]:
                hang(stray, noun)
            hang(noun, later)
            noun.dep_ = "nsubj"
            for joint in list(children(noun, "cc")):
                hang(joint, later)


def _inverted_condition(doc: Any) -> None:
    """Make a condition of "Had the road been busier" before its comma, which parsers take for what somebody said."""
    comma = next((t.i for t in doc if t.text == ","), None)
    if comma is None or doc[0].lower_ not in INVERTED or doc[-1].text == "?":
        return
    inside = doc[:comma]
    head = next((t for t in inside if t.head.i > comma), None)
    if head is not None and head.i > 0 and any(t.tag_ in ("VBN", "VB", "VBG") for t in inside):
        head.dep_ = "advcl"


def _told_that(doc: Any) -> None:
    """Make what is told of "told reporters he had left", which parsers take for what tells which reporters."""
    for clause in doc:
        listener, verb = clause.head, clause.head.head
        told = clause.dep_ == "acl:relcl" and listener.dep_ in ("obj", "iobj") and verb.lemma_.lower() in TELLING
        subject = next(children(clause, "nsubj", "nsubj:pass"), None)
        bare = not any(t.tag_ in ("WP", "WDT", "WRB") or t.lower_ == "that" for t in clause.subtree)
        if told and bare and subject is not None and subject.tag_ == "PRP":
            hang(clause, verb)
            clause.dep_ = "ccomp"


def _said_on(doc: Any) -> None:
    """Give "on Monday" in "said on Monday it would invest" to "said", though it stands before what is said."""
    for day in doc:
        clause, verb = day.head, day.head.head
        said = clause.dep_ == "ccomp" and verb.lemma_.lower() in REPORTING and verb.i < day.i < clause.i
        subject = next(children(clause, "nsubj", "nsubj:pass"), None)
        timed = day.dep_ in ("obl", "obl:unmarked") and bool(find_times(doc[min(subtree(day)) : day.i + 1].text))
        before = subject is not None and day.i < min(subtree(subject))
        if said and timed and before and not any(c.i < day.i for c in children(clause, "mark")):
            hang(day, verb)


def _may_speak(subject: Any) -> bool:
    """Say whether a subject may be somebody: a name, a person, a body, or what a pronoun or a number stands for."""
    heads = [subject, *children(subject, "nmod")] if subject.pos_ in ("DET", "NUM", "ADJ") else [subject]
    nouns = [head for head in heads if head.pos_ == "NOUN"]
    return not nouns or any(noun.lemma_.lower() in PEOPLE | ORGANISATIONS for noun in nouns)


def _join_office(doc: Any) -> None:
    """Make one office of "N, the deputy first minister", which parsers take for two."""
    for office in doc[1:]:
        first = min(subtree(office))
        deputy = doc[first - 1] if first else office
        apart = office.dep_ == "parataxis" and deputy.dep_ == "appos" and deputy.head.i == office.head.i
        if apart and office.pos_ == deputy.pos_ == "NOUN" and deputy.i < first:
            for child in list(deputy.children):
                hang(child, office)
            hang(deputy, office)
            office.dep_, deputy.dep_ = "appos", "compound"


def _second_office(doc: Any) -> None:
    """Hang "a former judge" on "the mayor" in "N, the mayor of Sarn and a former judge": it is no second guest."""
    for noun in doc:
        name = noun.head
        if noun.dep_ != "conj" or noun.pos_ != "NOUN" or name.pos_ != "PROPN" or not any(children(noun, "det")):
            continue
        first = next((c for c in children(name, "appos") if name.i < c.i < noun.i and c.pos_ == "NOUN"), None)
        start = min(subtree(noun))
        start += doc[start].dep_ == "cc"
        if first is not None and doc[start - 1].dep_ == "cc" and doc[start - 2].i == max(subtree(first)):
            hang(noun, first)


def _join_list(doc: Any) -> None:
    """Hang the second and the third on the first in "Mali, Burkina Faso and Niger", where the tree has it otherwise."""
    for name in doc:
        chained = name.dep_ == name.head.dep_ == "conj" and name.pos_ == name.head.pos_ == "PROPN"
        if chained and name.head.head.pos_ == "PROPN" and not any(children(name.head, "cc")):
            hang(name, name.head.head)
        if name.dep_ != "appos" or name.pos_ != "PROPN" or name.head.pos_ != "PROPN":
            continue
        end = max(t.i for t in name.subtree) + 1
        joint = doc[end] if end < len(doc) - 1 else None
        if joint is not None and joint.dep_ == "cc" and joint.head.dep_ == "conj" and joint.head.head == name.head:
            name.dep_ = "conj"
