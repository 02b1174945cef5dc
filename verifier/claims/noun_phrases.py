"""Noun phrases of a parsed sentence: a head with what belongs to its name, without its clauses."""

from typing import Any

from verifier.language import subtree


def phrase(token: Any) -> list[int]:
    """Return the noun phrase of a head without its clauses, appositions and commas."""
    heavy = ("acl", "acl:relcl", "appos", "conj", "cc", "parataxis", "advcl", "advcl:relcl")
    drop: set[int] = set()
    for child in token.children:
        if child.dep_ in heavy or (child.dep_ in ("nmod", "obl") and _holds_relative(child)):
            drop |= subtree(child)
    tokens = sorted(subtree(token) - drop)
    while tokens and token.doc[tokens[-1]].pos_ == "PUNCT" and token.doc[tokens[-1]].text not in ")”":
        tokens.pop()
    while tokens and (token.doc[tokens[0]].pos_ in ("ADP", "PUNCT") or token.doc[tokens[0]].dep_ == "case"):
        tokens.pop(0)
    cut = next((n for n, i in enumerate(tokens) if token.doc[i].text == ","), len(tokens))
    return tokens[:cut]


def _holds_relative(token: Any) -> bool:
    return any(t.lower_ in ("which", "who", "whom", "whose") for t in token.subtree)
