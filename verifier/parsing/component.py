"""The encoder as a component of a spaCy pipeline, named `tree_encoder`."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc

from verifier.parsing.encoder import GRAPH, KINDS, TOKENIZER, TreeEncoder
from verifier.parsing.lemmas import lemma_of

_WRAP = 2**64  # documents keep all numbers unsigned, the way to the head as well
_IOB = {"I": 1, "O": 2, "B": 3}
_NOUNS = {"NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN"}


class Trees:
    """Writes tags, word classes, lemmas, heads, labels and names into documents; classes of nouns follow the tags."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._encoder: TreeEncoder | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Fill a document."""
        if self._encoder is None:
            raise ValueError("the tree encoder has no weights; load the pipeline from its folder")
        if not len(doc):
            return doc
        tree = self._encoder.tree([t.text for t in doc], [bool(t.whitespace_) for t in doc])
        strings = doc.vocab.strings
        classes = [_NOUNS.get(tag, kind) for tag, kind in zip(tree.tags, tree.classes, strict=True)]
        columns: dict[int, Iterable[int]] = {
            TAG: map(strings.add, tree.tags),
            POS: (IDS[kind] for kind in classes),
            LEMMA: (strings.add(lemma_of(word.text, tag)) for word, tag in zip(doc, tree.tags, strict=True)),
            DEP: map(strings.add, tree.labels),
            HEAD: ((head - word) % _WRAP for word, head in enumerate(tree.heads)),
            ENT_IOB: (_IOB[name[0]] for name in tree.names),
            ENT_TYPE: (strings.add(name[2:]) if name != "O" else 0 for name in tree.names),
        }
        values = np.array([[*column] for column in columns.values()], dtype=np.uint64)
        return doc.from_array([*columns], values.T)

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Copy the weights."""
        if self._folder is None:
            raise ValueError("the tree encoder has no weights to write")
        path.mkdir(parents=True, exist_ok=True)
        for name in (GRAPH, KINDS, TOKENIZER):
            shutil.copyfile(self._folder / name, path / name)

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> "Trees":
        """Open the weights.

        Raises:
            OSError: a file is missing.
            ValueError: a file is none of ours.
        """
        self._folder, self._encoder = Path(path), TreeEncoder(Path(path))
        return self


def _empty(nlp: Language, name: str) -> Trees:
    return Trees()


_ASSIGNS = ["token.tag", "token.pos", "token.lemma", "token.dep", "token.head", "doc.ents"]
Language.factory("tree_encoder", assigns=_ASSIGNS, func=_empty)
