"""Joins the trained lemmas and the tree encoder into the one pipeline that ships.

    python models/parser/combine.py LEMMAS TREES models/parser/weights

LEMMAS is a pipeline trained with `lemmas.cfg`, TREES what `export.py` wrote.
"""

import argparse
from pathlib import Path

import spacy

import verifier.parsing.component  # noqa: F401  # spaCy must know it


def combine(lemmas: Path, trees: Path, target: Path) -> None:
    """Write a pipeline that `verifier.language.load_parser` opens."""
    pipeline = spacy.load(lemmas, exclude=["tree_encoder", "tagger", "morphologizer", "parser"])
    pipeline.add_pipe("tree_encoder", first=True).from_disk(trees)
    pipeline.config["paths"] |= {"train": None, "dev": None}  # of the machine that trained it
    pipeline.meta |= {
        "name": "verifier_en",
        "version": "0.2.0",
        "description": "Dependency trees, word classes, lemmas and names of English news.",
        "license": "CC BY-SA 4.0",
    }
    pipeline.to_disk(target)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("lemmas", "trees", "target"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    combine(arguments.lemmas, arguments.trees, arguments.target)


if __name__ == "__main__":
    main()
