"""Words as the encoder reads them: word pieces, and the capitals and digits that its vocabulary has not."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

SHAPES = 16
_MOST = 8  # pieces of a word that are read; addresses and the like have more


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as numbers: `ids` and `shapes` a piece, `first` and `last` the places of each word's outer pieces."""

    ids: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


class Pieces:
    """Cuts words into word pieces.

    Raises:
        OSError: the file is missing.
        ValueError: the file is none of a tokenizer.
    """

    def __init__(self, tokenizer: Path) -> None:
        text = tokenizer.read_text(encoding="utf-8")
        try:
            self._tokenizer = Tokenizer.from_str(text)
        except Exception as error:  # tokenizers raises bare ones
            raise ValueError(f"{tokenizer.name}: {error}") from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        marks = self._tokenizer.encode("").ids  # [CLS] and [SEP]
        self._start, self._end = marks[0], marks[-1]
        self._unknown = self._tokenizer.token_to_id("[UNK]") or 0

    def read(self, words: Sequence[str], spaces: Sequence[bool]) -> Read:
        """Return a sentence as numbers; `spaces` says after which words a space stands.

        A word that the tokenizer drops is unknown; of a word of more than eight pieces the first eight are read.
        """
        read = Read([self._start], [0], [], [])
        for word, spaced in zip(words, (True, *spaces[:-1]), strict=True):
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:_MOST] or [self._unknown]
            read.first.append(len(read.ids))
            read.ids.extend(ids)
            read.shapes.extend([shape_of(word, spaced)] * len(ids))
            read.last.append(len(read.ids) - 1)
        read.ids.append(self._end)
        read.shapes.append(0)
        return read


def shape_of(word: str, spaced: bool) -> int:
    """Return a number below `SHAPES` for the capitals and digits of a word and for a space before it."""
    if any(c.isdigit() for c in word):
        kind = 1 if word.isdigit() else 2
    elif not any(c.isalpha() for c in word):
        kind = 3
    elif word.isupper():
        kind = 4 if len(word) > 1 else 5
    elif word[0].isupper():
        kind = 6 if word[1:].islower() else 7
    else:
        kind = 0
    return 2 * kind + spaced
