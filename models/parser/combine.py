"""Joins the trained trees and names into the one pipeline that ships.

    python models/parser/combine.py TREES NAMES models/parser/weights

Names keep a token encoder of their own: trained apart, on other texts, the two would spoil each other's. Word classes
of nouns follow the fine tags, which are surer.
"""

import argparse
from pathlib import Path

import spacy


def combine(trees: Path, names: Path, target: Path) -> None:
    """Write a pipeline that `spacy.load` opens without any code of ours."""
    pipeline, recogniser = spacy.load(trees), spacy.load(names)
    recogniser.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    ruler = pipeline.add_pipe("attribute_ruler", after="morphologizer")
    ruler.add(patterns=[[{"TAG": "NNP"}], [{"TAG": "NNPS"}]], attrs={"POS": "PROPN"})
    ruler.add(patterns=[[{"TAG": "NN"}], [{"TAG": "NNS"}]], attrs={"POS": "NOUN"})
    pipeline.add_pipe("ner", source=recogniser)
    pipeline.meta |= {
        "name": "verifier_en",
        "version": "0.1.0",
        "description": "Dependency trees, word classes, lemmas and names of English news, without word vectors.",
        "license": "CC BY-SA 4.0",
    }
    pipeline.to_disk(target)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("trees", "names", "target"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    combine(arguments.trees, arguments.names, arguments.target)


if __name__ == "__main__":
    main()
