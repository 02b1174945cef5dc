"""Scores which sentences count as facts to check, on sets that people labelled as worth a check or not.

    python evals/kinds.py test.jsonl.gz subtask1_sentence_checkworthiness.jsonl.gz ...

A row has its text in `text`, `sentence` or `claim`, its label in `checkworthy`: 1, "yes" or "factual" for worth it.
Average precision is over scores; the kinds alone have five steps, and calling everything worth a check is the floor.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from verifier.claims.checkable import checkable
from verifier.claims.kinds import classify
from verifier.evaluation.gold import lines
from verifier.records import Kind

_STEPS = {Kind.FACT: 1.0, Kind.STATEMENT: 0.5, Kind.FORECAST: 0.5, Kind.OPINION: 0.25, Kind.OTHER: 0.0}
_WORTH = (1, "1", "yes", "factual")


def average_precision(gold: Any, scores: Any) -> float:
    """Return the area under precision over recall; equal scores are taken together."""
    order = np.argsort(-scores, kind="stable")
    right, ranked = np.cumsum(gold[order]), scores[order]
    ends = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1)
    recall = right[ends] / max(int(gold.sum()), 1)
    return float(np.sum(right[ends] / (ends + 1) * np.diff(recall, prepend=0.0)))


def f1(gold: Any, called: Any) -> float:
    """Return the F1 of a yes-or-no answer."""
    return float(2 * np.sum(gold & called) / max(int(gold.sum() + called.sum()), 1))


def main() -> None:
    """Print the scores of each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    for path in parser.parse_args().files:
        rows = [row for _, row in lines(path)]
        texts = [row.get("text") or row.get("sentence") or row["claim"] for row in rows]
        gold = np.array([row["checkworthy"] in _WORTH for row in rows])
        kinds = np.array([_STEPS[classify(text)[0]] for text in texts])
        model = np.array([checkable(text) for text in texts])
        figures = (average_precision(gold, kinds), average_precision(gold, model), f1(gold, kinds == 1))
        print(f"{path.name}: {len(rows)} rows, {gold.mean():.0%} worth a check", end="; ")
        print("AP of kinds {:.3f}, of the model {:.3f}; F1 of facts {:.3f}".format(*figures), end="; ")
        print(f"of the model {f1(gold, model >= 0.5):.3f}, of all {f1(gold, gold | True):.3f}")


if __name__ == "__main__":
    main()
