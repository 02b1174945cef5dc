"""Writes sentences as the encoder reads them, with what is to be learned of them.

    python models/parser/examples.py trees.spacy --names names.spacy varied.spacy --base BASE --out parser.npz

Sentences that the names repeat word for word carry trees and names; the others carry the one, and the other is not asked
of them.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import spacy
from spacy.tokens import Doc, DocBin, Span

from verifier.parsing.pieces import Pieces

LONGEST = 70  # words; longer groups of sentences are read one by one
NAMES = ("O", *(f"{place}-{kind}" for kind in ("PER", "LOC", "ORG", "MISC") for place in "BI"))
QUOTES = str.maketrans("’‘“”", "''\"\"")
MISSING = -100  # what cross-entropy leaves out
BY_PIECE = ("ids", "shapes")


@dataclass
class Columns:
    """Sentences one after another; `words` and `lengths` count what belongs to each."""

    ids: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)  # by piece
    first: list[int] = field(default_factory=list)  # by word: the place in the sentence's pieces
    last: list[int] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # 0 for a root, else the head's place counted from 1
    labels: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)  # pieces a sentence
    words: list[int] = field(default_factory=list)  # words a sentence


@dataclass
class Kinds:
    """The tags, word classes, names and labels that there are, in the order of the outputs."""

    tags: list[str]
    classes: list[str]
    names: list[str]
    labels: list[str]


def parts(path: Path) -> Iterator[Doc | Span]:
    """Yield the documents of a file, those of many words sentence by sentence."""
    for doc in DocBin().from_disk(path).get_docs(spacy.blank("en").vocab):
        if len(doc) <= LONGEST or not doc.has_annotation("DEP"):
            yield doc
        else:
            yield from doc.sents


def key(part: Doc | Span) -> str:
    """Return the words of a sentence, quotation marks all alike."""
    return " ".join(token.text for token in part).translate(QUOTES)


def named(part: Doc | Span) -> list[str]:
    """Return the names of a sentence, a tag a word."""
    return [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in part]


def kinds_of(trees: list[Doc | Span]) -> Kinds:
    """Collect what the trees hold."""
    words = [token for part in trees for token in part]
    tags, classes, labels = (sorted({getattr(t, name) for t in words}) for name in ("tag_", "pos_", "dep_"))
    return Kinds(tags, classes, list(NAMES), labels)


def encode(trees: list[Doc | Span], names: list[Doc | Span], pieces: Pieces, kinds: Kinds) -> Columns:
    """Return all sentences: those with trees, and then those with nothing but names."""
    tags, classes, name_tags, labels = ({v: at for at, v in enumerate(values)} for values in vars(kinds).values())
    known = {key(part): [name_tags[name] for name in named(part)] for part in names if len(part)}
    columns, seen = Columns(), set()
    for part in trees:
        seen.add(key(part))
        offset = part[0].i
        append(columns, part, pieces)
        columns.tags += [tags.get(t.tag_, MISSING) for t in part]
        columns.kinds += [classes.get(t.pos_, MISSING) for t in part]
        columns.names += known.get(key(part)) or [MISSING] * len(part)
        columns.heads += [0 if t.head.i == t.i else 1 + t.head.i - offset for t in part]
        columns.labels += [labels.get(t.dep_, MISSING) for t in part]
    for part in names:
        if len(part) and key(part) not in seen:
            seen.add(key(part))
            append(columns, part, pieces)
            columns.names += known[key(part)]
            for column in (columns.tags, columns.kinds, columns.heads, columns.labels):
                column += [MISSING] * len(part)
    return columns


def append(columns: Columns, part: Doc | Span, pieces: Pieces) -> None:
    """Add the words of a sentence."""
    read = pieces.read([token.text for token in part], [bool(token.whitespace_) for token in part])
    columns.ids += read.ids
    columns.shapes += read.shapes
    columns.first += read.first
    columns.last += read.last
    columns.lengths.append(len(read.ids))
    columns.words.append(len(part))


def main() -> None:
    """Write one file of arrays, and beside it the kinds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trees", type=Path)
    parser.add_argument("--names", type=Path, nargs="*", default=[])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--kinds", type=Path, default=None, help="of the training set; default: collect them")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    trees, names = [*parts(options.trees)], [part for path in options.names for part in parts(path)]
    kinds = Kinds(**json.loads(options.kinds.read_text())) if options.kinds else kinds_of(trees)
    columns = encode(trees, names, Pieces(options.base / "tokenizer.json"), kinds)
    np.savez_compressed(options.out, **{name: np.asarray(value, np.int32) for name, value in vars(columns).items()})
    options.out.with_suffix(".json").write_text(json.dumps(vars(kinds), indent=1))
    print(f"{options.out}: {len(columns.words)} sentences, {sum(columns.words)} words, {sum(columns.lengths)} pieces")


if __name__ == "__main__":
    main()
