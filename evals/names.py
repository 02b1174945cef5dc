"""Scores the names that the bundled parser finds, on files that `models/parser/prepare.py --names` wrote.

    python evals/names.py pud.spacy [--model FOLDER]

A name counts where its first and last word and its type are right.
"""

import argparse
from pathlib import Path
from typing import Any

from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from verifier import bundled
from verifier.language import load_parser


def score(model: Path, gold: Path) -> dict[str, Any]:
    """Return precision, recall and F, of all names and by type."""
    nlp = load_parser(model)
    docs = list(DocBin().from_disk(gold).get_docs(nlp.vocab))
    bare = (Doc(nlp.vocab, words=[t.text for t in d], spaces=[bool(t.whitespace_) for t in d]) for d in docs)
    found: dict[str, Any] = Scorer().score_spans(
        [Example(predicted, doc) for predicted, doc in zip(nlp.pipe(bare), docs, strict=True)], "ents"
    )
    return found


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=Path)
    parser.add_argument("--model", type=Path, default=None, help="default: the bundled parser")
    options = parser.parse_args()
    found = score(options.model or bundled.model_path("parser"), options.names)
    print(f"{options.names.name:14} precision  recall      F")
    for kind, scores in {
        "all": {k[-1]: v for k, v in found.items() if k != "ents_per_type"},
        **found["ents_per_type"],
    }.items():
        print(f"{kind:14} {100 * scores['p']:9.1f} {100 * scores['r']:7.1f} {100 * scores['f']:6.1f}")


if __name__ == "__main__":
    main()
