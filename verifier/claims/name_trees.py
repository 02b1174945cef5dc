"""Makes one name of what the parser hung side by side or upside down."""

from typing import Any

from verifier.claims.lexicon import RANKS
from verifier.language import children, hang


def behind_a_rank(doc: Any) -> None:
    """Make the name the head of "Col. Josefina Abad", whose rank the parser took for it."""
    for rank in doc[:-2]:
        name = rank.nbor(2)
        headed = rank.lower_ in RANKS and rank.nbor(1).text == "." and name.pos_ == "PROPN"
        if headed and name.head.i in (rank.i, rank.head.i) and name.head.i != name.i:
            hang(name, name if rank.head.i == rank.i else rank.head)
            name.dep_ = rank.dep_
            for child in [c for c in rank.children if c.i != rank.nbor(1).i]:
                hang(child, name)
            hang(rank, name)
            rank.dep_ = "nmod:desc"


def join_names(doc: Any) -> None:
    """Make one name of two neighbours that hang side by side: "with William John Wills, Ann King and Ole Gray"."""
    for second in doc[1:]:
        first = second.nbor(-1)
        parted = any(first.i < c.i < second.i for c in second.children)
        named = first.pos_ == second.pos_ == "PROPN"
        if named and _side_by_side(first, second, "obl", "obj", "nmod") and not parted:
            for child in [*children(second, "case", "flat", "conj", "appos")]:
                hang(child, first)
            hang(second, first)
            second.dep_ = "flat"


def join_title(doc: Any) -> None:
    """Make one subject of "the Danish cellist Maja Lind", which parsers take for two."""
    for name in doc[1:]:
        title = name.nbor(-1)
        if name.pos_ == "PROPN" and title.pos_ == "NOUN" and _side_by_side(title, name, "nsubj"):
            hang(name, title)
            name.dep_ = "flat"


def _side_by_side(first: Any, second: Any, *deps: str) -> bool:
    """Say whether two words hang on one in the same way, which is one of the given."""
    return first.head.i == second.head.i and first.dep_ == second.dep_ and first.dep_ in deps
