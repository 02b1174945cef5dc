"""Makes the spaCy pipeline that ships of what `export.py` wrote.

python models/parser/package.py TREES models/parser/weights
"""

import argparse
from pathlib import Path

import spacy

import verifier.parsing.component  # noqa: F401  # spaCy must know it


def package(trees: Path, target: Path) -> None:
    """Write a pipeline that `verifier.language.load_parser` opens."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("tree_encoder").from_disk(trees)
    pipeline.meta |= {
        "name": "verifier_en",
        "version": "0.3.0",
        "description": "Dependency trees, word classes, lemmas and names of English news.",
        "license": "CC BY-SA 4.0",
    }
    pipeline.to_disk(target)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("trees", "target"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    package(arguments.trees, arguments.target)


if __name__ == "__main__":
    main()
