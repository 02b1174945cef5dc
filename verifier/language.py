"""The bundled English parser, loaded once, and what the tree of a sentence tells."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from verifier.errors import ModelError


@cache
def load_parser(path: Path) -> Any:
    """Return a spaCy pipeline.

    Raises:
        ModelError: the folder holds no pipeline that this spaCy can load.
    """
    import spacy

    import verifier.parsing.component  # noqa: F401  # spaCy must know it

    try:
        return spacy.load(path)
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: cannot load the parser: {error}; reinstall the package") from error


def subtree(token: Any) -> set[int]:
    """Return the indices of a token and all below it."""
    return {t.i for t in token.subtree}


def hang(token: Any, head: Any) -> None:
    """Make a token depend on another, or a root where both are one; nothing where that would close a circle."""
    above = head
    while above.i != token.i and above.head.i != above.i:
        above = above.head
    if above.i != token.i or head.i == token.i:
        token.head = head


def children(token: Any, *deps: str) -> Iterator[Any]:
    """Yield the children of a token with one of the relations."""
    yield from (child for child in token.children if child.dep_ in deps)


def is_finite(token: Any) -> bool:
    """Say whether a verb form can head a sentence."""
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def main_root(doc: Any) -> Any:
    """Return the root with the most words below it; parsers may see several sentences in one."""
    roots = [token for token in doc if token.head.i == token.i]
    return max(roots, key=lambda token: (len(subtree(token)), -token.i))


def verb_at(doc: Any, at: int) -> bool:
    """Say whether a finite verb stands at a place, adverbs skipped; "borders Peru", "plans to" are no plural nouns."""
    while at < len(doc) and doc[at].tag_ == "RB":
        at += 1
    if at >= len(doc) - 1:
        return False
    after = doc[at + 1]
    says = after.lower_ == "that" and after.tag_ == "IN"  # ", an epidemiologist, worries that"
    mistaken = doc[at].tag_ == "NNS" and (after.pos_ in ("PROPN", "DET", "NUM") or after.tag_ == "TO" or says)
    return is_finite(doc[at]) or mistaken
