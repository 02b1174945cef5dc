"""Noun phrases of a parsed sentence: a head with what belongs to its name, without its clauses."""

from typing import Any

from verifier.language import subtree

_CLAUSES = frozenset({"acl", "acl:relcl", "appos", "conj", "cc", "parataxis", "advcl", "advcl:relcl"})
_OF_A_PREDICATE = frozenset(
    {"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl", "cop", "aux", "mark", "advmod", "obl", "discourse", "ccomp"}
)  # "Chen" in "its chief is Chen" heads the clause, but they are no part of its name

_ASIDES = frozenset({"acl", "acl:relcl", "appos", "advcl:relcl"})


def phrase(token: Any) -> list[int]:
    """Return the noun phrase of a head without its clauses, appositions and commas."""
    drop: set[int] = set()
    leave = _CLAUSES | _OF_A_PREDICATE if any(child.dep_ == "cop" for child in token.children) else _CLAUSES
    for child in token.children:
        if child.dep_ in leave:
            drop |= subtree(child)
        elif child.dep_ in ("nmod", "obl"):
            drop |= _from_relative(child)
    tokens = sorted(subtree(token) - drop)
    while tokens and token.doc[tokens[-1]].pos_ == "PUNCT" and token.doc[tokens[-1]].text not in ")”":
        tokens.pop()
    while tokens and _leads(token.doc[tokens[0]]):
        tokens.pop(0)
    cut = next((n for n, i in enumerate(tokens) if token.doc[i].text == "," or _behind(token, tokens, n)), len(tokens))
    return tokens[:cut]


def _behind(head: Any, tokens: list[int], at: int) -> bool:
    """Say whether a relative clause stands before a place: "N, who took over from [her founder]"."""
    gap = head.doc[tokens[at - 1] + 1 : tokens[at]] if at and tokens[at] > head.i else ()
    return any(word.tag_ in ("WP", "WDT") for word in gap)


def without_asides(token: Any) -> list[int]:
    """Return the noun phrase of a head without what stands beside it between commas, clauses that restrict it kept."""
    doc, drop = token.doc, set[int]()
    for child in token.children:
        below = subtree(child)
        if child.dep_ in _ASIDES and child.i > token.i and "," in (doc[min(below) - 1].text, doc[min(below)].text):
            drop |= below
    tokens = sorted(subtree(token) - drop)
    while tokens and doc[tokens[-1]].text == ",":
        tokens.pop()
    return [i for n, i in enumerate(tokens) if doc[i].text != "," or tokens[n + 1] == i + 1]


def _leads(word: Any) -> bool:
    """Say whether a word before a noun phrase joins it to its clause: "but not with N"."""
    joins = word.pos_ in ("ADP", "PUNCT", "CCONJ") or word.dep_ in ("case", "cc") or word.lower_ == "not"
    later = word.pos_ == "ADV" and word.i + 1 < len(word.doc) and word.nbor(1).dep_ == "case"  # "later in Edinburgh"
    return bool(joins or later)


def _from_relative(token: Any) -> set[int]:
    """Return the words below a token from its relative clause on; none where it has no such clause."""
    below = subtree(token)
    pronoun = next((i for i in sorted(below) if token.doc[i].lower_ in ("which", "who", "whom", "whose")), None)
    return {i for i in below if i >= pronoun} if pronoun is not None else set()
