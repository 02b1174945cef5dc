"""Generates labelled pairs on events and their dates, states, numbers, lists, tables, speech, offices and duties.

Usage: python generate.py --out DIR [--pairs 80000] [--seed 7]
writes generated-train.jsonl.gz and generated-dev.jsonl.gz (predicates that training never sees).
"""

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from amounts import measure_pairs, numeral_pairs, ranking_pairs
from happenings import event_pairs, news_pairs, order_pairs, place_pairs, precision_pairs, rule_pairs, swap_pairs
from lists import as_of_pairs, count_pairs, list_pairs, quantifier_pairs, state_pairs, table_pairs
from offices import office_pairs
from rows import C, E, N, Row
from speech import modal_pairs, plan_pairs, reported_pairs, restriction_pairs
from units import share_pairs, span_pairs, unit_pairs

Family = Callable[[random.Random, bool], Iterator[Row]]
FAMILIES: dict[Family, int] = {
    event_pairs: 18, news_pairs: 16, precision_pairs: 6, order_pairs: 5, swap_pairs: 3, place_pairs: 2, rule_pairs: 4,
    state_pairs: 5, list_pairs: 6, count_pairs: 3, as_of_pairs: 6, quantifier_pairs: 4, table_pairs: 6,
    measure_pairs: 3, numeral_pairs: 4, unit_pairs: 4, share_pairs: 3, span_pairs: 3, ranking_pairs: 3,
    reported_pairs: 4, plan_pairs: 4, modal_pairs: 4, restriction_pairs: 3, office_pairs: 3,
}  # fmt: skip
SHARES = {E: 0.36, N: 0.32, C: 0.32}
SLACK = 30  # rows by which a label may be ahead of its share
LONGEST = 620  # characters of premise and claim: the tokeniser must not cut off what settles the claim
DEVELOPMENT_PAIRS = 6_000


def generate(rng: random.Random, count: int, held_out: bool) -> Iterator[Row]:
    """Yield pairs of all families in even labels; held-out predicates only, or none of them."""
    families, weights = list(FAMILIES), list(FAMILIES.values())
    made: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    while (total := made.total()) < count:
        rows = list(rng.choices(families, weights)[0](rng, held_out))
        rng.shuffle(rows)  # so that what the balance leaves out has no place of its own
        for row in rows:
            ahead = made[row.label] - SHARES[row.label] * total > SLACK
            fits = made.total() < count and len(row.premise) + len(row.hypothesis) <= LONGEST
            if fits and not ahead and row[:2] not in seen:
                seen.add(row[:2])
                made[row.label] += 1
                yield row


def write(path: Path, rows: Iterator[Row]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({**row._asdict(), "source": f"generated/{row.phenomenon}"}) + "\n")


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=80_000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    write(
        options.out / "generated-train.jsonl.gz",
        generate(random.Random(options.seed), options.pairs, held_out=False),
    )
    write(
        options.out / "generated-dev.jsonl.gz",
        generate(random.Random(options.seed + 1), DEVELOPMENT_PAIRS, held_out=True),
    )


if __name__ == "__main__":
    main()
