"""Turns CoNLL-U treebanks and IOB2 name annotations into spaCy training files.

Usage: python prepare.py --treebanks a.conllu.gz b.conllu.gz --names c.iob2.gz --out train.spacy [--augment]
Half of the documents group sentences as running text, so that the parser learns sentence boundaries.
"""

import argparse
import gzip
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

NAME_TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC", "OTH": "MISC"}


@dataclass
class Sentence:
    """One annotated sentence, column by column."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)


def open_text(path: Path):  # noqa: ANN201 - text file, plain or compressed
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a treebank; words of a multiword token share its spacing."""
    sentence, glued_until = Sentence(), 0
    with open_text(path) as file:
        for line in file:
            line = line.rstrip("\n")
            if not line:
                if sentence.words:
                    yield sentence
                sentence, glued_until = Sentence(), 0
                continue
            if line.startswith("#"):
                continue
            columns = line.split("\t")
            if "-" in columns[0]:
                glued_until = int(columns[0].split("-")[1])
                glued_space = "SpaceAfter=No" not in columns[9]
                continue
            if "." in columns[0]:
                continue
            number = int(columns[0])
            space = "SpaceAfter=No" not in columns[9]
            if number <= glued_until:
                space = glued_space if number == glued_until else False
            head = int(columns[6])
            sentence.words.append(columns[1])
            sentence.spaces.append(space)
            sentence.lemmas.append(columns[2] if columns[2] != "_" else columns[1])
            sentence.pos.append(columns[3])
            sentence.tags.append(columns[4] if columns[4] != "_" else columns[3])
            sentence.morphs.append("" if columns[5] == "_" else columns[5])
            sentence.heads.append(head - 1 if head else number - 1)
            sentence.deps.append(
                "ROOT" if head == 0 else columns[7].split(":")[0] if columns[7] not in KEPT else columns[7]
            )


KEPT = {"nsubj:pass", "aux:pass", "acl:relcl", "nmod:poss", "obl:tmod", "obl:npmod", "compound:prt", "cc:preconj",
        "csubj:pass", "obl:unmarked", "nmod:unmarked", "obl:agent", "nmod:desc", "nsubj:outer", "advcl:relcl"}  # fmt: skip


def variants(sentence: Sentence, rng: random.Random) -> Sentence:
    """Return the sentence with other quotation marks, as web pages have them."""
    swap = rng.random() < 0.5
    opened, words = False, []
    for word in sentence.words:
        if swap and word in ('"', "``", "''"):
            words.append("”" if opened else "“")
            opened = not opened
        elif swap and "'" in word:
            words.append(word.replace("'", "’"))
        else:
            words.append(word)
    return Sentence(words, *[getattr(sentence, name) for name in list(Sentence.__dataclass_fields__)[1:]])


def to_doc(vocab: spacy.Vocab, group: list[Sentence]) -> Doc:
    """Join sentences into one document."""
    merged, offset = Sentence(), 0
    for sentence in group:
        for name in Sentence.__dataclass_fields__:
            values = getattr(sentence, name)
            getattr(merged, name).extend([v + offset for v in values] if name == "heads" else values)
        merged.spaces[-1] = True
        offset += len(sentence.words)
    return Doc(vocab, words=merged.words, spaces=merged.spaces, lemmas=merged.lemmas, pos=merged.pos,
               tags=merged.tags, morphs=merged.morphs, heads=merged.heads, deps=merged.deps)  # fmt: skip


def parsed_docs(vocab: spacy.Vocab, paths: list[Path], augment: bool, rng: random.Random) -> Iterator[Doc]:
    for path in paths:
        group: list[Sentence] = []
        size = 1
        for sentence in read_conllu(path):
            group.append(variants(sentence, rng) if augment else sentence)
            if len(group) >= size:
                yield to_doc(vocab, group)
                group, size = [], rng.choice((1, 1, 2, 4)) if augment else 1
        if group:
            yield to_doc(vocab, group)


def read_names(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Yield words and BIO tags; one type a name; both IOB files with a number column and CoNLL pairs."""
    words: list[str] = []
    tags: list[str] = []
    with open_text(path) as file:
        for line in [*file, "\n"]:
            line = line.rstrip("\n")
            if line.startswith("#"):
                continue
            if not line.strip():
                if words:
                    yield words, tags
                words, tags = [], []
                continue
            columns = line.split("\t") if "\t" in line else line.split(" ")
            numbered = columns[0].isdigit() and len(columns) > 2
            words.append(columns[1] if numbered else columns[0])
            tags.append(columns[2] if numbered else columns[-1])


def named_docs(vocab: spacy.Vocab, paths: list[Path], augment: bool, rng: random.Random) -> Iterator[Doc]:
    """Yield documents that carry names only; the parser ignores them."""
    for path in paths:
        for words, tags in read_names(path):
            fixed, previous = [], "O"
            for tag in tags:
                kind = NAME_TYPES.get(tag.split("-")[-1], "O") if tag != "O" else "O"
                begins = tag.startswith("B") or previous != kind
                fixed.append("O" if kind == "O" else f"{'B' if begins else 'I'}-{kind}")
                previous = kind
            if augment and rng.random() < 0.5:
                words = [w.replace("'", "’") for w in words]
            yield Doc(vocab, words=words, ents=fixed)


def main() -> None:
    """Write one .spacy file for trees and names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, nargs="*", default=[])
    parser.add_argument("--names", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--augment", action="store_true")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    rng, vocab = random.Random(options.seed), spacy.blank("en").vocab
    docs = [
        *parsed_docs(vocab, options.treebanks, options.augment, rng),
        *named_docs(vocab, options.names, options.augment, rng),
    ]
    rng.shuffle(docs)
    DocBin(
        docs=docs,
        attrs=["LEMMA", "POS", "TAG", "MORPH", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "SPACY", "SENT_START"],
    ).to_disk(options.out)
    print(f"{options.out}: {len(docs)} documents, {sum(map(len, docs))} tokens")


if __name__ == "__main__":
    main()
