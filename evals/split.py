"""Scores the splitter against human claims: token F1, one-to-one (Kuhn 1955), no language model.

    python evals/split.py rows.jsonl.gz [--limit ROWS]

A line is {"id", "text", "claims": [{"text"}, ...]}. softF sums the F1 of matched claims; hitF counts matches of at
least 0.7; both punish claims too many and claims too few. Beside it, sentences alone.
"""

import argparse
import gzip
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

from verifier import bundled
from verifier.claims.sentences import find_sentences
from verifier.claims.splitter import RuleSplitter
from verifier.records import Article
from verifier.text import content_words, lemmas

HIT = 0.7
SEED = 0


def bag(text: str) -> Counter[str]:
    """Return the content lemmas of a claim."""
    return Counter(min(lemmas(word), key=len) for word in content_words(text))


def overlap(a: Counter[str], b: Counter[str]) -> float:
    """Return the F1 of two bags."""
    shared = sum((a & b).values())
    return 2 * shared / (sum(a.values()) + sum(b.values())) if shared else 0.0


def matched(made: Sequence[str], gold: Sequence[str]) -> tuple[float, int]:
    """Return the summed F1 and the number of hits of the best one-to-one matching."""
    if not made or not gold:
        return 0.0, 0
    bags = [bag(g) for g in gold]
    scores = np.array([[overlap(b, g) for g in bags] for b in map(bag, made)])
    rows, columns = linear_sum_assignment(-scores)
    chosen = scores[rows, columns]
    return float(chosen.sum()), int((chosen >= HIT).sum())


def report(name: str, split: Callable[[str], list[str]], rows: Sequence[dict]) -> None:  # type: ignore[type-arg]  # rows of a file
    """Print softF and hitF over all rows."""
    soft = hits = made_count = gold_count = 0.0
    start = time.perf_counter()
    for row in rows:
        made, gold = split(row["text"]), [claim["text"] for claim in row["claims"]]
        summed, found = matched(made, gold)
        soft, hits = soft + summed, hits + found
        made_count, gold_count = made_count + len(made), gold_count + len(gold)
    seconds = time.perf_counter() - start
    words = sum(len(row["text"].split()) for row in rows)
    print(
        f"{name:10} hitF {200 * hits / (made_count + gold_count):5.1f}"
        f"  softF {200 * soft / (made_count + gold_count):5.1f}"
        f"  hitP {100 * hits / made_count:5.1f}  hitR {100 * hits / gold_count:5.1f}"
        f"  {made_count / len(rows):.1f} claims a row (gold {gold_count / len(rows):.1f})"
        f"  {words / seconds:.0f} words/s"
    )


def main() -> None:
    """Read the rows and print two lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--limit", type=int, default=None)
    options = parser.parse_args()
    with gzip.open(options.rows, "rt", encoding="utf-8") as file:
        rows = [row for row in map(json.loads, file) if row["claims"]]
    if options.limit:
        rows = random.Random(SEED).sample(rows, min(options.limit, len(rows)))
    splitter = RuleSplitter(bundled.model_path("parser"))
    print(f"{options.rows.name}: {len(rows)} rows")

    def sentences(text: str) -> list[str]:
        return [text[s.start : s.end] for s in find_sentences(text)[0]]

    def claims(text: str) -> list[str]:
        return [claim.text for claim in splitter.split(Article(id="row", text=text)).claims]

    report("sentences", sentences, rows)
    report("claims", claims, rows)


if __name__ == "__main__":
    main()
