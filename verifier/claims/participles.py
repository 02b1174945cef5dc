"""Claims of participles behind a noun: "the treaty signed in 1998", ", founded by two brothers"."""

import re
from collections.abc import Iterator
from typing import Any

from verifier.claims.drafts import Draft, Parsed, copula, trimmed, with_time_after
from verifier.claims.lexicon import STATES
from verifier.claims.modifiers import Found, antecedent_before, closing_comma
from verifier.claims.noun_phrases import phrase, without_asides
from verifier.claims.reach import open_clause_goes_on
from verifier.dates import find_times
from verifier.language import children, is_finite, subtree, verb_at

_LOCATED = frozenset({"located", "situated"})
_RELATING = frozenset({"compared", "given", "provided"})  # say nothing of the noun before them
_BOUNDED = frozenset("landlocked bordered surrounded bounded flanked wedged nestled sandwiched enclosed".split())


def dated_participles(parsed: Parsed) -> Iterator[Found]:
    """Yield "the N was V-ed in T" for definite nouns with a dated participle; the host keeps it."""
    for token in parsed.doc if any(is_finite(t) for t in parsed.doc) else ():
        if token.dep_ != "acl" or token.tag_ not in ("VBN", "VBD") or token.head.i >= token.i:
            continue
        noun = token.head
        if _last_clause(noun, token) or _between_subject_and_verb(token):
            continue
        determiner = next(children(noun, "det"), None)
        tail = with_time_after(parsed, sorted(subtree(token)))
        words = parsed.text(tail)
        told = any(is_finite(parsed.doc[i]) or parsed.doc[i].tag_ == "VBD" for i in tail)
        if (
            told
            or determiner is None
            or determiner.lower_ != "the"
            or not find_times(words)
            or re.search(r"[,;]", words)
        ):
            continue
        named = [i for i in phrase(noun) if i < token.i]
        yield Found((Draft((*named, copula(noun.tag_ == "NNS", past=True), *tail), "dated participle"),))


def _last_clause(noun: Any, participle: Any) -> bool:
    """Say whether a noun and its participle are a clause of their own: ", the council decided in May"."""
    doc = noun.doc
    start, end = min(subtree(noun)), max(subtree(participle))
    behind = start > 0 and "," in (doc[start].text, doc[start - 1].text)
    return behind and (participle.tag_ == "VBD" or not any(is_finite(t) for t in doc[end + 1 :]))


def inserted_participles(parsed: Parsed) -> Iterator[Found]:
    """Yield "the treaty that ended the war was signed in 1624" for a participle between a subject and its verb."""
    for token in parsed.doc[2:]:
        beside = token.i > 0 and token.nbor(-1).text == "," and token.tag_ == "VBN" and token.lower_ not in _RELATING
        if beside and _between_subject_and_verb(token) and not _on_condition(token.head):
            noun, below = token.head, subtree(token)
            tail = trimmed(parsed, below)
            be = copula(noun.tag_ in ("NNS", "NNPS") or any(children(noun, "conj")), token.lower_ not in STATES)
            taken = {token.i - 1, *below} | closing_comma(parsed.doc, max(below))
            yield Found((Draft((*without_asides(noun), be, *tail), "participle after a comma"),), frozenset(taken))


def _on_condition(noun: Any) -> bool:
    """Say whether what any such thing could do hangs on the participle: "two of them, pressed together, could bond"."""
    some = noun.pos_ != "PROPN" and not any(c.lower_ == "the" or c.tag_ == "PRP$" for c in noun.children)
    return some and any(c.tag_ == "MD" for c in noun.head.children)


def loose_participles(parsed: Parsed) -> Iterator[Found]:
    """Yield "N was V-ed ..." for a participle after a comma at the end of a sentence."""
    doc = parsed.doc
    for token in doc[2:]:
        if token.tag_ != "VBN" or token.dep_ not in ("acl", "advcl") or doc[token.i - 1].text != ",":
            continue
        if _between_subject_and_verb(token) or token.lower_ in _RELATING:
            continue
        own = _of_the_subject(parsed, token)
        if own is not None:
            yield own
            continue
        antecedent = antecedent_before(doc, token.i)
        if open_clause_goes_on(doc, token.i - 1, token.i):
            continue  # "as the river, swollen by rain, spilled into"
        if doc[token.i : token.i + 3].text.lower() in ("entered into force", "entered into effect"):
            continue  # the verb of a clause behind an insertion
        told = antecedent is not None and antecedent.pos_ == "PRON"  # "a plan to buy it, put forward by Peru"
        if antecedent is not None and (told or any(t.dep_ in ("appos", "parataxis") for t in antecedent.ancestors)):
            continue  # "began a visit, the first by a king of Peru, accompanied by": not Peru
        if token.dep_ == "acl" and antecedent is not None and _of_another(token.head, antecedent):
            continue  # "a town in Bahia, Brazil, situated on", "a river of Peru, noted for": not Peru
        if antecedent is not None and antecedent.pos_ == "NOUN" and antecedent.dep_ == "nmod":
            continue  # "a collection of stamps, begun in 1951"
        if antecedent is not None and (antecedent.pos_ == "NUM" or any(children(antecedent, "nummod"))):
            continue  # "ahead with 34 percent, followed by N"
        if antecedent is not None and antecedent.pos_ == "NOUN" and any(c.tag_ == "PRP$" for c in antecedent.children):
            continue  # "goes on under its own name, led by N": the firm is, not its name
        if antecedent is not None and find_times(f"in {antecedent.text}"):
            continue  # "slowed from 4.6% in July, helped by cheaper fuel"
        ranked = any(t.tag_ in ("JJS", "RBS") or (t.tag_ == "JJ" and t.text.endswith("est")) for t in doc[: token.i])
        if token.lower_ == "followed" and ranked:
            continue  # "the largest by area, followed by N": next in the same order
        end = next((i for i in range(token.i, len(doc) - 1) if doc[i].text == "," and verb_at(doc, i + 1)), len(doc))
        if end < len(doc) and doc[end + 1].dep_ in ("parataxis", "conj") and not any(children(doc[end + 1], "nsubj")):
            continue  # "offered a truce, emboldened by success, withdrew it": who withdrew was
        tail = trimmed(parsed, range(token.i, end))
        if (
            antecedent is None
            or any(is_finite(doc[i]) for i in tail)
            or (token.dep_ == "advcl" and antecedent.pos_ != "PROPN")
        ):
            continue
        named = phrase(antecedent)
        draft = Draft(
            (*named, copula(antecedent.tag_ in ("NNS", "NNPS"), token.lower_ not in STATES), *tail),
            "participle after a comma",
        )
        yield Found((draft,), frozenset({token.i - 1, *tail}) | closing_comma(doc, tail[-1]))


def _of_the_subject(parsed: Parsed, participle: Any) -> Found | None:
    """Return "N is landlocked" of "N is located in Asia, landlocked between": it shares the auxiliary of a passive."""
    doc, host = parsed.doc, participle.head
    if participle.lower_ in _BOUNDED and host.head.lower_ in _LOCATED:
        host = host.head  # "in East Asia, landlocked": Asia is not
    be = next(children(host, "aux:pass"), None)
    subject = next(children(host, "nsubj:pass"), None)
    before = any(c.i < participle.i for c in children(host, "conj", "obl:agent"))
    alone = host.head.i == host.i and not before and not any(children(host, "aux"))
    tail = trimmed(parsed, [i for i in subtree(participle) if i >= participle.i])
    if any(t.dep_ == "mark" or t.tag_ == "WRB" for t in doc[host.i + 1 : participle.i]):
        return None  # "were swept away when a dam, weakened by rain, gave way"
    if be is None or subject is None or not alone or host.i > participle.i or not tail:
        return None
    if tail[-1] + 2 < len(doc) and doc[tail[-1] + 1].text != ",":
        return None
    if be.lower_ not in ("is", "are", "was", "were") or any(is_finite(doc[i]) for i in tail):
        return None
    draft = Draft((*phrase(subject), be.i, *tail), "participle after a comma")
    return Found((draft,), frozenset({participle.i - 1, *tail}))


def _between_subject_and_verb(participle: Any) -> bool:
    """Say whether a participle between commas hangs on the subject whose verb stands right behind it."""
    doc, noun, end = participle.doc, participle.head, max(subtree(participle)) + 1
    if doc[max(participle.i - 2, 0)].dep_ in ("nmod", "flat") and doc[participle.i - 2].i != noun.i and _thing(noun):
        return False  # "Rooms at the villa, rebuilt in 2017, are"
    behind = doc[end].text == "," and end + 1 < len(doc) and verb_at(doc, end + 1) if end < len(doc) else False
    return behind and participle.dep_ == "acl" and noun.dep_ in ("nsubj", "nsubj:pass") and noun.head.i > end


def _thing(noun: Any) -> bool:
    return bool(noun.pos_ == "NOUN" and any(c.i > noun.i for c in children(noun, "nmod")))


def _of_another(noun: Any, antecedent: Any) -> bool:
    """Say whether a participle hangs on a noun that another, nearer one only tells more of."""
    return noun.pos_ in ("NOUN", "PROPN") and antecedent.i != noun.i and antecedent.i in subtree(noun)
