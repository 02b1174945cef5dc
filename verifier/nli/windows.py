"""Cuts long premises into windows of whole sentences, each with the last sentence of the one before."""

from collections.abc import Callable, Sequence

from verifier.records import Judgement
from verifier.text import split_sentences


def windows(premise: str, limit: int, size: Callable[[str], int]) -> list[str]:
    """Return the premise, or overlapping pieces of at most `limit` tokens.

    A single sentence above the limit is cut between words.
    """
    if size(premise) <= limit:
        return [premise]
    pieces = [p for a, b in split_sentences(premise) for p in _fitting(premise[a:b], limit, size)]
    made, held = [], list[str]()
    for piece in pieces:
        if held and size(" ".join([*held, piece])) > limit:
            made.append(" ".join(held))
            held = held[-1:] if size(" ".join([held[-1], piece])) <= limit else []
        held.append(piece)
    return [*made, " ".join(held)]


def _fitting(sentence: str, limit: int, size: Callable[[str], int]) -> list[str]:
    """Halve a sentence between words until it fits."""
    words = sentence.split()
    if size(sentence) <= limit or len(words) < 2:
        return [sentence]
    half = len(words) // 2
    return [p for part in (words[:half], words[half:]) for p in _fitting(" ".join(part), limit, size)]


def strongest(judgements: Sequence[Judgement]) -> Judgement:
    """Return the judgement of the window that says most, for or against; the first of equals."""
    return max(judgements, key=lambda j: max(j.entailment, j.contradiction))
