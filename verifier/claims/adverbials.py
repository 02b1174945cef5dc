"""Adverbial clauses: gerunds after before/after, participles after a comma, facts after since/when."""

from collections.abc import Iterator
from typing import Any

from verifier.claims.coordination import SUBJECTS, auxiliaries, subject_of
from verifier.claims.drafts import Added, Draft, Parsed, Part, trimmed, with_time_after
from verifier.claims.lexicon import FACTIVE_MARKS, REPORTING
from verifier.claims.modifiers import Found
from verifier.language import children, is_finite, subtree
from verifier.records import EditKind

SAYING = "what the subject said"
_SUBJECT_WORDS = ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP", "CD", "HYPH", "RB")
_FINITE_PAST = ("VBD", "VBZ", "VBP")


def gerunds(parsed: Parsed, root: Any) -> Iterator[Found]:
    """Yield claims of subjectless -ing clauses that share the root's subject.

    "signed it in 2000, before ratifying it in 2002"; "avoided travel, missing the summit in May".
    """
    subject = subject_of(root)
    if subject is None:
        return
    named: tuple[Part, ...] = tuple(sorted(subtree(subject)))
    for verb in parsed.doc:
        if verb.tag_ != "VBG" or verb.i < root.i or auxiliaries(verb) or any(children(verb, *SUBJECTS)):
            continue
        lead = _lead(verb)
        if lead is None:
            continue
        inner = {i for c in children(verb, "conj") if c.tag_ == "VBG" for i in subtree(c)}
        body = with_time_after(parsed, [i for i in trimmed(parsed, subtree(verb) - inner) if i > verb.i])
        body = [i for i in body if parsed.doc[i].lower_ not in ("before", "after")]
        parts = (*named, _past(verb, root), *trimmed(parsed, body))
        removed = frozenset({*subtree(verb), *body, *(i for i in (lead, lead + 1) if i < verb.i)})
        rule = SAYING if verb.lemma_.lower() in REPORTING else "participle clause"
        yield Found((Draft(parts, rule),), removed)


def _lead(verb: Any) -> int | None:
    """Return the comma or "before/after" that opens the clause; None when the verb is no such clause."""
    doc = verb.doc
    at: int = verb.i - 1
    if doc[at].lower_ in ("before", "after") and verb.dep_ in ("advcl", "obl", "nmod", "acl", "dep", "ROOT"):
        return at - 1 if doc[at - 1].text == "," else at
    while doc[at].lower_ in ("and", "then", "also", "thus", "thereby"):
        at -= 1
    if doc[at].text == "," and verb.dep_ in ("advcl", "conj", "acl", "dep", "xcomp", "parataxis"):
        return at
    return None


def _past(verb: Any, root: Any) -> Added:
    """Inflect a gerund to the tense of its host."""
    from lemminflect import getInflection, getLemma

    lemma = (getLemma(verb.lower_, upos="VERB") or (verb.lemma_,))[0]
    finite = next((t for t in (*auxiliaries(root), root) if t.tag_ in ("VBD", "VBZ", "VBP", "MD")), root)
    past = finite.tag_ == "VBD" or finite.lemma_ == "have"
    form = (getInflection(lemma, tag="VBD" if past else "VBZ") or (verb.text,))[0]
    return Added(form, EditKind.INFLECTION, f"'{verb.text}' with its own subject", replaces=verb.i)


def factive(parsed: Parsed) -> Iterator[Found]:
    """Yield the fact that a since/when/after/because clause takes for granted; its host stays whole.

    Read from the word classes, since parsers often take "since" for a preposition.
    """
    doc = parsed.doc
    for mark in doc:
        if mark.lower_ not in FACTIVE_MARKS or mark.pos_ not in ("SCONJ", "ADP", "ADV") or not mark.i:
            continue
        verb = _finite_after(doc, mark.i)
        if verb is None or verb - mark.i < 2 or doc[mark.i + 1].tag_ in ("WDT", "WP", "IN"):
            continue
        end = next((i for i in range(verb, len(doc)) if doc[i].text in ',.;:—–)”"'), len(doc))
        if end - verb >= 2:
            yield Found((Draft(tuple(range(mark.i + 1, end)), "presupposed clause"),))


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
