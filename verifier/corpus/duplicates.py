"""Leaves out passages that repeat what others say.

Likeness by shingles or embeddings will not do here: two sentences that differ in one number, name or "not" are
as alike as two copies, and they are the evidence that matters most. So a passage is left out only when each of
its sentences stands elsewhere in the same words, whatever the marks, case, accents and articles ("the").
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from verifier.records import Passage
from verifier.text import Token, fold, split_sentences, tokenize

_LIGHT = frozenset({"a", "an", "the"})
_TELLING_MARKS = frozenset("%‰$€£¥°+±<>=≤≥")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage that was left out, and the one that says the same."""

    id: str
    of: str


def distinct(passages: Iterable[Passage]) -> tuple[list[Passage], list[Repeat]]:
    """Return the passages that say something new, and the others.

    Of two equal ones the first stays, unless the second was known earlier: then both do, since a claim may be
    judged for a day between them.
    """
    stated: dict[bytes, tuple[str, date]] = {}  # sentence -> the passage that has it, and since when it is known
    kept, repeats = [], []
    for passage in passages:
        known = passage.valid_from or date.min
        keys = [_key(passage.text[a:b]) for a, b in split_sentences(passage.text)]
        found = [stated.get(key) for key in keys]
        if keys and all(before is not None and before[1] <= known for before in found):
            repeats.append(Repeat(passage.id, found[0][0] if found[0] else ""))
            continue
        kept.append(passage)
        for key in keys:
            if key not in stated or known < stated[key][1]:
                stated[key] = (passage.id, known)
    return kept, repeats


def _key(sentence: str) -> bytes:
    tokens = tokenize(sentence)
    words = [word for n, token in enumerate(tokens) if (word := _word(tokens, n, token))]
    return hashlib.blake2b(" ".join(words).encode(), digest_size=12).digest()


def _word(tokens: Sequence[Token], n: int, token: Token) -> str:
    """Return what a token says; nothing for marks and articles, the minus of a negative number is kept."""
    word = fold(token.text)
    if word[:1].isalnum() or word in _TELLING_MARKS or word.startswith(("$", "€", "£", "¥", "n'", "'")):
        return "" if word in _LIGHT else word
    minus = word in ("-", "−") and n + 1 < len(tokens) and tokens[n + 1].start == token.end
    alone = n == 0 or tokens[n - 1].end < token.start
    return "-" if minus and alone and tokens[n + 1].text[:1].isdigit() else ""
