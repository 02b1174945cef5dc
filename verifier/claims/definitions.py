"""What a definition says of its subject: "N is a company that makes tools" says "N makes tools".

A description with an article says that the subject is a T and does or was what follows, unless it limits ("the only").
"""

from collections.abc import Iterator
from typing import Any

from verifier.claims.coordination import subject_of
from verifier.claims.drafts import Added, Draft, Parsed, trimmed
from verifier.claims.drafts import copula as form_of_be
from verifier.claims.extent import to_the_end
from verifier.claims.lexicon import KEEP_WHOLE_MARKS, STATES
from verifier.claims.modifiers import Found
from verifier.claims.noun_phrases import phrase
from verifier.dates import find_times
from verifier.language import children, is_finite, main_root, subtree

_NOMINAL = ("NOUN", "PROPN", "NUM")
_LIMITING = frozenset("only first last one not n't n’t never no".split())


def defined(parsed: Parsed) -> Iterator[Found]:
    """Yield what the relative clause of "N is a T that ..." says of N, and leave "N is a T"."""
    doc = parsed.doc
    noun = main_root(doc)
    subject = subject_of(noun)
    copula = next(children(noun, "cop"), None)
    article = next(children(noun, "det"), None)
    if subject is None or copula is None or article is None or article.lower_ not in ("a", "an"):
        return
    limited = any(t.lower_ in _LIMITING | KEEP_WHOLE_MARKS or t.tag_ in ("JJS", "RBS", "MD") for t in doc[: noun.i + 1])
    named = subject.pos_ in ("PROPN", "NOUN") or subject.lower_ in ("he", "she")
    if limited or subject.i > copula.i or subject.tag_ in ("NNS", "NNPS"):
        return
    if named or subject.lower_ == "it":
        yield from _participles(parsed, subject, copula, noun)
    if not named:
        return
    for clause in children(noun, "acl:relcl"):
        pronoun = doc[min(subtree(clause))]
        if pronoun.lower_ in ("that", "which", "who") and _speaks_of(pronoun, noun, clause):
            body = trimmed(parsed, [i for i in to_the_end(clause, pronoun.i) if i > pronoun.i])
            if body and (is_finite(doc[body[0]]) or doc[body[0]].tag_ == "RB"):
                drafts = tuple(_each(parsed, phrase(subject), clause, body))
                yield Found(drafts, frozenset({pronoun.i, *body}))
                return


def _participles(parsed: Parsed, subject: Any, copula: Any, noun: Any) -> Iterator[Found]:
    """Yield "N was made by A" of "N is a T made by A", where nothing stands between the two."""
    doc = parsed.doc
    for participle in children(noun, "acl"):
        verbs = [participle, *children(participle, "conj")]
        start, rest = min(subtree(participle)), range(max(subtree(participle)) + 1, len(doc))
        end = len(doc) if not any(is_finite(doc[i]) or doc[i].text in ",;:" for i in rest) else rest.start
        told = any(is_finite(doc[i]) for i in range(start, end)) or any(verb.tag_ != "VBN" for verb in verbs)
        if told or start != noun.i + 1 or not any(doc[i].pos_ in _NOMINAL for i in range(start, end)):
            continue
        starts = [start, *(min(subtree(verb)) for verb in verbs[1:])]
        tails = [trimmed(parsed, range(a, b)) for a, b in zip(starts, [*starts[1:], end], strict=True)]
        named = phrase(subject)
        drafts = [
            Draft((*named, _be(parsed, copula, v, t), *t), "definition") for v, t in zip(verbs, tails, strict=True)
        ]
        yield Found(tuple(drafts), frozenset(range(start, end)))


def _be(parsed: Parsed, copula: Any, participle: Any, tail: list[int]) -> Added:
    """Return "was" for what somebody did or what has a date; "is" for what still holds: "found in Peru"."""
    doc = parsed.doc
    by = any(doc[i].lower_ == "by" and any(doc[k].pos_ == "PROPN" for k in tail if k > i) for i in tail)
    done = (by or bool(find_times(parsed.text(tail)))) and participle.lower_ not in STATES
    return form_of_be(False, done or copula.lower_ == "was")


def _speaks_of(pronoun: Any, noun: Any, clause: Any) -> bool:
    """Say whether a clause without a comma before it has the defined noun as its subject, and no nearer one."""
    before = pronoun.doc[pronoun.i - 1]
    verb = next((t for t in (*children(clause, "aux", "aux:pass", "cop"), clause) if is_finite(t)), clause)
    near = before.i == noun.i or before.pos_ == "PROPN" or (before.tag_ == "NNS" and verb.tag_ == "VBZ")
    return pronoun.dep_ in ("nsubj", "nsubj:pass") and near and verb.tag_ != "VBP"


def _each(parsed: Parsed, named: list[int], clause: Any, body: list[int]) -> Iterator[Draft]:
    """Yield a draft for each finite verb of "that rises in the hills and flows for 212 kilometres"."""
    later = [c for c in children(clause, "conj") if c.i in body and is_finite(c) and subject_of(c) is None]
    starts = [body[0], *(min(subtree(c)) for c in later)]
    for start, end in zip(starts, [*starts[1:], body[-1] + 1], strict=True):
        yield Draft((*named, *trimmed(parsed, [i for i in body if start <= i < end])), "relative clause")
