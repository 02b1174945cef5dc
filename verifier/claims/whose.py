"""Claims of clauses with "whose": "Marsh, whose brother plays for Rovers," gives "Marsh’s brother plays for Rovers"."""

from collections.abc import Iterator
from typing import Any

from verifier.claims.coordination import has_finite, subject_of
from verifier.claims.drafts import Added, Draft, Parsed, trimmed
from verifier.claims.extent import to_the_end
from verifier.claims.modifiers import Found, closing_comma
from verifier.claims.noun_phrases import phrase
from verifier.language import children, subtree
from verifier.records import EditKind


def possessive_clauses(parsed: Parsed) -> Iterator[Found]:
    """Yield a claim for each clause whose subject belongs to the noun before its comma; the host goes without it."""
    for pronoun in parsed.doc[2:]:
        noun = pronoun.head
        if pronoun.lower_ != "whose" or parsed.doc[pronoun.i - 1].lower_ not in (",", "and"):
            continue
        clause = next((a for a in noun.ancestors if a.dep_ in ("acl:relcl", "conj")), None)
        if (
            clause is None
            or subject_of(clause) != noun
            or not has_finite(clause)
            or min(subtree(clause)) < pronoun.i - 1
        ):
            continue
        owner = _owner(clause)
        whole = to_the_end(clause, pronoun.i)
        body = trimmed(parsed, [i for i in whole if i > pronoun.i])
        if owner and body:
            draft = Draft((*owner, _POSSESSIVE, *body), "relative clause")
            taken = {*whole, pronoun.i, pronoun.i - 1} | closing_comma(parsed.doc, max(whole))
            yield Found((draft,), frozenset(taken))


_POSSESSIVE = Added("’s", EditKind.FUNCTION_WORD, "'whose'")


def _owner(clause: Any) -> list[int]:
    """Return the noun phrase that the clause is of; nothing where it is plural, or no name and no "the" says which."""
    host = clause.head.head if clause.dep_ == "conj" else clause.head
    named = host.pos_ == "PROPN" or any(
        c.lower_ == "the" or c.tag_ == "PRP$" for c in children(host, "det", "nmod:poss")
    )
    plural = host.tag_ in ("NNS", "NNPS") or any(children(host, "conj"))
    before = {i for c in children(host, "nmod") if c.i < host.i for i in subtree(c)}  # "Among them was N, whose"
    return [i for i in phrase(host) if i not in before] if named and not plural else []
