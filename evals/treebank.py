"""Reads CoNLL-U files as spaCy documents whose text is that of the sentence."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.tokens import Doc


@dataclass
class Tree:
    """A sentence: its comments, and for each word its ten columns and whether a space follows."""

    comments: dict[str, str] = field(default_factory=dict)
    words: list[list[str]] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words with their spaces."""
        return "".join(w[1] + " " * s for w, s in zip(self.words, self.spaces, strict=True)).rstrip()


def trees(path: Path) -> Iterator[Tree]:
    """Yield the sentences of a file; "don't" is two words without a space between them."""
    opener = gzip.open if path.suffix == ".gz" else open
    tree, until, joined = Tree(), 0, False
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and "-" in columns[0]:
                until, joined = int(columns[0].split("-")[1]), "SpaceAfter=No" in columns[9]
            elif len(columns) == 10 and columns[0].isdigit():
                number = int(columns[0])
                inside = number < until
                last = number == until and joined
                tree.words.append(columns)
                tree.spaces.append(not inside and not last and "SpaceAfter=No" not in columns[9])
            elif line.startswith("# ") and " = " in line:
                key, _, value = line[2:].rstrip("\n").partition(" = ")
                tree.comments[key] = value
            elif not line.strip() and tree.words:
                yield tree
                tree, until = Tree(), 0


def read_trees(path: Path, parse: Any) -> Iterator[Doc]:
    """Yield gold trees as documents; their names come from a parser, as the treebank has none."""
    for tree in trees(path):
        words = tree.words
        doc = Doc(
            parse.vocab,
            words=[w[1] for w in words],
            spaces=[*tree.spaces[:-1], False],
            tags=[w[4] for w in words],
            pos=[w[3] for w in words],
            lemmas=[w[2] for w in words],
            heads=[int(w[6]) - 1 if w[6] != "0" else i for i, w in enumerate(words)],
            deps=["ROOT" if w[6] == "0" else w[7] for w in words],
        )
        spans = (doc.char_span(e.start_char, e.end_char, e.label_) for e in parse(doc.text).ents)
        doc.ents = [span for span in spans if span is not None]
        yield doc
