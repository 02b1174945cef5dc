"""Scores an NLI model on labelled pairs, source by source, beside the majority baseline.

    python evals/nli.py pairs.jsonl.gz [--nli FOLDER_OR_HUB_ID] [--limit PAIRS_A_SOURCE]

A line is {"premise", "hypothesis", "label", "source"?, "title"?}; a title is put before its premise, as the
program does. Two-way gold ("not_entailment") counts neutral and contradiction alike.
"""

import argparse
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from verifier import bundled
from verifier.nli.cross_encoder import CrossEncoderJudge
from verifier.records import Judgement, Pair

SEED = 7
THRESHOLD = 0.8  # entailment from which the program would call a claim supported, guards aside


@dataclass(frozen=True)
class Item:
    """A gold pair."""

    pair: Pair
    label: str
    source: str


def load(path: Path, limit: int | None) -> list[Item]:
    """Read the pairs; with a limit, a fixed random choice of each source."""
    opener = gzip.open if path.suffix == ".gz" else open
    by_source: dict[str, list[Item]] = defaultdict(list)
    with opener(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            premise = f"{row['title']}: {row['premise']}" if row.get("title") else row["premise"]
            item = Item(Pair(premise=premise, hypothesis=row["hypothesis"]), row["label"], row.get("source", path.stem))
            by_source[item.source].append(item)
    chooser = random.Random(SEED)
    chosen = [chooser.sample(items, min(limit or len(items), len(items))) for _, items in sorted(by_source.items())]
    return [item for items in chosen for item in items]


def predicted(judgement: Judgement, gold: str) -> str:
    """Return the likeliest label, in the terms of the gold label."""
    best = max(("entailment", "neutral", "contradiction"), key=lambda name: getattr(judgement, name))
    two_way = gold == "not_entailment"
    return "not_entailment" if two_way and best != "entailment" else best


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Return the mean F1 over the gold labels of (gold, predicted) pairs."""
    scores = []
    for label in sorted({gold for gold, _ in pairs}):
        right = sum(gold == guess == label for gold, guess in pairs)
        total = sum(gold == label for gold, _ in pairs) + sum(guess == label for _, guess in pairs)
        scores.append(2 * right / total if total else 0.0)
    return sum(scores) / len(scores)


def main() -> None:
    """Print one line a source and one for all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--nli", default=None, help="default: the bundled model")
    parser.add_argument("--limit", type=int, default=None)
    options = parser.parse_args()
    judge = CrossEncoderJudge(options.nli or bundled.model_path("nli"), threads=1)
    items = load(options.pairs, options.limit)
    start = time.perf_counter()
    judged = judge.judge([item.pair for item in items])
    seconds = time.perf_counter() - start
    rows = [(i.source, i.label, predicted(j, i.label), j.entailment) for i, j in zip(items, judged, strict=True)]
    print(f"{'source':28} {'pairs':>6} {'accuracy':>9} {'macro-F1':>9} {'majority':>9} {'false entailment':>17}")
    for source in [*sorted({row[0] for row in rows}), "all"]:
        own = [row for row in rows if source in ("all", row[0])]
        pairs = [(gold, guess) for _, gold, guess, _ in own]
        accuracy = sum(gold == guess for gold, guess in pairs) / len(own)
        majority = Counter(gold for gold, _ in pairs).most_common(1)[0][1] / len(own)
        others = [score for _, gold, _, score in own if gold != "entailment"]
        false = sum(score >= THRESHOLD for score in others) / len(others) if others else 0.0
        print(
            f"{source:28} {len(own):6} {accuracy:9.3f} {macro_f1(pairs):9.3f} {majority:9.3f}"
            f" {false:12.3f} of {len(others)}"
        )
    print(f"{len(items) / seconds:.0f} pairs a second, one thread, one pair a call")


if __name__ == "__main__":
    main()
