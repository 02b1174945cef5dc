"""Chooses, weights and tokenises the training pairs.

Usage: python mix.py --nli train3.jsonl.gz optional3.jsonl.gz --generated generated-train.jsonl.gz --base FOLDER --out mix.npz
       [--split minwiki.jsonl.gz desse.jsonl.gz]
"""

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from alter import altered
from compose import composed
from encode import Row, encode, family, read_rows, titled, whole
from neighbours import hard_neutrals, near_pairs

CAPS = {"help": 800, "scone": 800, "monli": 800, "dnc": 800, "nyu_semiauto": 800, "disco": 6000, "split": 25000}
NOT_FREE = {"imppres", "sick", "averitec", "taxinli"}  # non-commercial or unclear terms: never in weights that ship
UNUSED = {"conjnli", "control", "folio"}  # templated, or logic puzzles far from news
TWICE = {"healthver", "scifact", "covidfact", "nli4ct", "fever_symmetric", "fm2"}
WORDS = re.compile(r"\w+")


def weighted(rows: list[Row], rng: random.Random) -> list[Row]:
    """Cap the templated sources, double the small verification sets."""
    by_source = defaultdict(list)
    for row in rows:
        if family(row) not in NOT_FREE | UNUSED:
            by_source[family(row)].append(row)
    chosen = []
    for source, members in sorted(by_source.items()):
        rng.shuffle(members)
        chosen += members[: CAPS.get(source, len(members))] * (2 if source in TWICE else 1)
    return chosen


def split_rows(path: Path) -> Iterator[Row]:
    """Yield sentences with the simple claims that people drew from them: entailed, if a claim's words are the sentence's."""
    for row in read_rows(path):
        words = set(WORDS.findall(row["text"].lower()))
        for claim in row["claims"]:
            text = re.sub(r" ([.,;:!?'])", r"\1", claim["text"]).replace("..", ".").replace(" '", "'").strip()
            own = WORDS.findall(text.lower())
            if len(own) > 3 and sum(word in words for word in own) >= 0.9 * len(own) and text != row["text"]:
                yield {
                    "premise": row["text"],
                    "hypothesis": text,
                    "label": "entailment",
                    "source": f"split/{path.name}",
                }


def main() -> None:
    """Write the training pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nli", type=Path, required=True, nargs="+")
    parser.add_argument("--generated", type=Path, required=True)
    parser.add_argument("--split", type=Path, nargs="*", default=[], help="sentences with their claims: text, claims")
    parser.add_argument("--base", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hard", type=int, default=60_000)
    parser.add_argument("--near", type=int, default=0, help="pairs without labels, for a teacher")
    parser.add_argument("--composed", type=int, default=45_000)
    parser.add_argument("--altered", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    rng = random.Random(given.seed)
    rows = [row for path in given.nli for row in read_rows(path)]
    split = [row for path in given.split for row in split_rows(path)]
    chosen = weighted(rows + split, rng) + list(read_rows(given.generated))
    chosen += [*hard_neutrals(rows, given.hard, rng), *near_pairs(rows, given.near, rng)]
    chosen += [*altered(rows + split, given.altered, rng), *composed(rows, given.composed, rng)]
    rng.shuffle(chosen)
    # the page's title stands before the premise half of the time
    encode([titled(row) if rng.random() < 0.5 else row for row in chosen], whole(given.base), given.out)


if __name__ == "__main__":
    main()
