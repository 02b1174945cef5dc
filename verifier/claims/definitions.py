"""What a definition says of its subject: "N is a company that makes tools" says "N makes tools"."""

from collections.abc import Iterator
from typing import Any

from verifier.claims.coordination import subject_of
from verifier.claims.drafts import Draft, Parsed, trimmed
from verifier.claims.lexicon import KEEP_WHOLE_MARKS
from verifier.claims.modifiers import Found, to_the_end
from verifier.claims.noun_phrases import phrase
from verifier.language import children, is_finite, main_root, subtree

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
    if limited or not named or subject.i > copula.i or subject.tag_ in ("NNS", "NNPS"):
        return
    for clause in children(noun, "acl:relcl"):
        pronoun = doc[min(subtree(clause))]
        if pronoun.lower_ in ("that", "which", "who") and _speaks_of(pronoun, noun, clause):
            body = trimmed(parsed, [i for i in to_the_end(clause, pronoun.i) if i > pronoun.i])
            if body and (is_finite(doc[body[0]]) or doc[body[0]].tag_ == "RB"):
                drafts = tuple(_each(parsed, phrase(subject), clause, body))
                yield Found(drafts, frozenset({pronoun.i, *body}))
                return


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
