"""How far what is said reaches: its condition, its proviso, its end."""

from typing import Any

from verifier.claims.attachment import INVERTED
from verifier.claims.drafts import Parsed, trimmed
from verifier.claims.lexicon import KEEP_WHOLE_MARKS
from verifier.language import children, is_finite, subtree


def to_its_end(doc: Any, inside: set[int]) -> set[int]:
    """Return a clause with what stands behind it up to the next comma or joint: "as kind as [the facts allowed]"."""
    end = max(inside) + 1
    while end < len(doc) and not doc[end].is_punct and doc[end].dep_ != "cc" and doc[end - 1].lower_ in ("as", "than"):
        inside = inside | subtree(doc[end].head if doc[end].dep_ == "det" else doc[end])
        end = max(inside) + 1
    return inside


def opens_a_clause(word: Any) -> bool:
    """Say whether a word is the "that" before what is said, not its subject: "says that is the rule"."""
    return bool(word.lower_ == "that" and not is_finite(word.nbor(1)) and word.nbor(1).text[:1] not in "'’")


def proviso(parsed: Parsed, content: list[int], end: int) -> list[int]:
    """Return a condition behind a clause that the tree has elsewhere: ", provided that a survey finds no faults"."""
    start = content[-1] + 1 if content else end
    within = any(parsed.doc[i].lower_ in KEEP_WHOLE_MARKS for i in content)
    cut = within and any(is_finite(t) for t in parsed.doc[start:end])  # "if Peru, the only state to offer, agreed"
    behind = [t.lower_ for t in parsed.doc[start : start + 2]]
    follows = behind[:1] == [","] and bool({*behind[1:]} & KEEP_WHOLE_MARKS)
    return [start, *trimmed(parsed, range(start + 1, end))] if cut or follows else []


def condition(subject: Any, root: Any) -> range:
    """Return the condition that opens a sentence and belongs to what is said: "If it rains, N said, they lose"."""
    clause = next((c for c in children(root, "advcl") if c.i < subject.i), None)
    marks = {mark.lower_ for mark in children(clause, "mark")} if clause is not None else set()
    if clause is not None and clause.doc[min(subtree(clause))].lower_ in INVERTED:
        return range(min(subtree(clause)), min(subtree(subject)))
    return range(min(subtree(clause)), min(subtree(subject))) if marks & KEEP_WHOLE_MARKS else range(0)
