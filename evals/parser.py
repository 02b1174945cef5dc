"""Scores the bundled parser on a treebank: words, tags, unlabelled and labelled attachment.

    python evals/parser.py pud-news.conllu.gz [--model FOLDER]

Attachment is scored on gold words without punctuation, labels with their subtypes and without.
"""

import argparse
import gzip
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from verifier import bundled
from verifier.language import load_parser


@dataclass(frozen=True)
class Word:
    """A gold word; `head` is its governor's place in the sentence, its own for the root."""

    text: str
    space: bool
    tag: str
    head: int
    label: str
    lemma: str
    punctuation: bool


def sentences(path: Path) -> Iterator[list[Word]]:
    """Yield the sentences of a CoNLL-U file, multiword tokens as their words."""
    opener = gzip.open if path.suffix == ".gz" else open
    words: list[Word] = []
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                number, head = int(columns[0]) - 1, int(columns[6]) - 1
                words.append(
                    Word(
                        columns[1],
                        "SpaceAfter=No" not in columns[9],
                        columns[4],
                        head if head >= 0 else number,
                        "root" if head < 0 else columns[7],
                        columns[2].lower(),
                        columns[3] == "PUNCT",
                    )
                )
            elif len(columns) == 1 and not columns[0] and words:
                yield words
                words = []
    if words:
        yield words


def score(model: Path, treebank: Path) -> Counter[str]:
    """Count right answers over all words that are no punctuation."""
    nlp = load_parser(model)
    gold = list(sentences(treebank))
    docs = nlp.pipe(Doc(nlp.vocab, words=[w.text for w in s], spaces=[w.space for w in s]) for s in gold)
    found: Counter[str] = Counter()
    for words, doc in zip(gold, docs, strict=True):
        found["sentences"] += 1
        for word, token in zip(words, doc, strict=True):
            if word.punctuation:
                continue
            label = "root" if token.head.i == token.i else token.dep_
            attached = token.head.i == word.head
            found["words"] += 1
            found["tag"] += token.tag_ == word.tag
            found["lemma, capitals aside"] += token.lemma_.lower() == word.lemma
            found["unlabelled attachment (UAS)"] += attached
            found["labelled attachment, main labels (LAS)"] += (
                attached and label.split(":")[0] == word.label.split(":")[0]
            )
            found["labelled attachment, with subtypes"] += attached and label == word.label
    return found


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--model", type=Path, default=None, help="default: the bundled parser")
    options = parser.parse_args()
    found = score(options.model or bundled.model_path("parser"), options.treebank)
    print(f"{options.treebank.name}: {found.pop('sentences')} sentences, {found['words']} words")
    for name, count in found.items():
        if name != "words":
            print(f"{name:42} {100 * count / found['words']:5.1f} %")


if __name__ == "__main__":
    main()
