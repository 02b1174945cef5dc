"""Chooses, weights and tokenises the training pairs.

Usage: python mix.py --nli train3.jsonl.gz optional3.jsonl.gz --generated generated-train.jsonl.gz --base FOLDER --out mix.npz
"""

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from compose import composed
from tokenizers import Tokenizer

LABELS = ("entailment", "neutral", "contradiction")
CAPS = {"help": 800, "scone": 800, "monli": 800, "dnc": 800, "nyu_semiauto": 800, "lingnli": 30000, "disco": 3000}
NOT_FREE = {"imppres", "sick", "averitec", "taxinli"}  # non-commercial or unclear terms: never in weights that ship
UNUSED = {"conjnli", "control", "folio"}  # templated, or logic puzzles far from news
TWICE = {"healthver", "scifact", "covidfact", "nli4ct", "fever_symmetric", "fm2"}
HARD_NEUTRAL_SOURCES = ("fever", "vitaminc", "wiki_nli_protocols", "healthver")
MAX_TOKENS = 192
SPECIAL = 3  # [CLS] premise [SEP] hypothesis [SEP]


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from (json.loads(line) for line in file)


def family(row: dict[str, str]) -> str:
    return row["source"].split("/")[0]


def weighted(rows: list[dict[str, str]], rng: random.Random) -> list[dict[str, str]]:
    """Cap the templated and the general sources, double the small verification sets."""
    by_source = defaultdict(list)
    for row in rows:
        if family(row) not in NOT_FREE | UNUSED:
            by_source[family(row)].append(row)
    chosen = []
    for source, members in sorted(by_source.items()):
        rng.shuffle(members)
        chosen += members[: CAPS.get(source, len(members))] * (2 if source in TWICE else 1)
    return chosen


def hard_neutrals(rows: list[dict[str, str]], count: int, rng: random.Random) -> list[dict[str, str]]:
    """Pair claims with the nearest premise of another page: same topic, but it settles nothing."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    made: list[dict[str, str]] = []
    for source in HARD_NEUTRAL_SOURCES:
        members = [r for r in rows if family(r) == source and 20 < len(r["premise"]) < 600]
        rng.shuffle(members)
        premises = list(dict.fromkeys(r["premise"] for r in members))
        vectors = TfidfVectorizer(min_df=2, sublinear_tf=True).fit(premises)
        matrix = vectors.transform(premises).T.tocsr()
        claims = [r for r in members if r["label"] != "neutral"][: count // len(HARD_NEUTRAL_SOURCES)]
        scores = vectors.transform([r["hypothesis"] for r in claims]) @ matrix
        for at, row in enumerate(claims):
            ranked = scores[at].indices[np.argsort(-scores[at].data)[:12]]
            near = [premises[i] for i in ranked if settles_nothing(row, premises[i])]
            if near:
                made.append({"premise": near[min(len(near) - 1, int(rng.expovariate(0.7)))],
                             "hypothesis": row["hypothesis"], "label": "neutral", "source": f"hard/{source}"})  # fmt: skip
    return made


def settles_nothing(row: dict[str, str], premise: str) -> bool:
    """Leave out the claim's own evidence and whatever holds nearly all of the claim's words."""
    if premise == row["premise"]:
        return False
    title = row.get("title", "")
    if title and title in premise:
        return False
    claim = {w.lower().strip(".,'\"") for w in row["hypothesis"].split() if len(w) > 3}
    words = {w.lower().strip(".,'\"") for w in premise.split()}
    own = {w.lower().strip(".,'\"") for w in row["premise"].split()}
    return len(claim & words) <= 0.7 * len(claim) and len(words & own) < 0.6 * len(words)


def premise_text(row: dict[str, str], rng: random.Random) -> str:
    """Put the page's title before the premise half of the time."""
    title = row.get("title")
    return f"{title}: {row['premise']}" if title and rng.random() < 0.5 else row["premise"]


def main() -> None:
    """Write token ids (ragged), segment starts, labels and sources."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nli", type=Path, required=True, nargs="+")
    parser.add_argument("--generated", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hard", type=int, default=60_000)
    parser.add_argument("--composed", type=int, default=45_000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    rows = [row for path in options.nli for row in read_rows(path)]
    chosen = weighted(rows, rng) + hard_neutrals(rows, options.hard, rng) + list(read_rows(options.generated))
    chosen += composed(rows, options.composed, rng)
    rng.shuffle(chosen)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    pairs = [(premise_text(row, rng), row["hypothesis"]) for row in chosen]
    room = fitting(tokenizer, [hypothesis for _, hypothesis in pairs])
    kept = [row for row, fits in zip(chosen, room, strict=True) if fits]
    print(f"left out {len(chosen) - len(kept)} pairs whose hypothesis leaves no room for the premise")
    tokenizer.enable_truncation(MAX_TOKENS, strategy="only_first")
    encoded = tokenizer.encode_batch([pair for pair, fits in zip(pairs, room, strict=True) if fits])
    ids = np.concatenate([np.array(e.ids, dtype=np.uint16) for e in encoded])
    lengths = np.array([len(e.ids) for e in encoded], dtype=np.uint16)
    second = np.array([len(e.ids) - sum(e.type_ids) for e in encoded], dtype=np.uint16)
    labels = np.array([LABELS.index(r["label"]) for r in kept], dtype=np.uint8)
    np.savez_compressed(options.out, ids=ids, lengths=lengths, second=second, labels=labels)
    print(len(kept), Counter(r["label"] for r in kept), Counter(family(r) for r in kept))


def fitting(tokenizer: Tokenizer, hypotheses: list[str]) -> list[bool]:
    """Say of each hypothesis whether it leaves the premise a token; only premises are ever cut."""
    tokenizer.no_truncation()
    encoded = tokenizer.encode_batch(hypotheses, add_special_tokens=False)
    return [len(e.ids) < MAX_TOKENS - SPECIAL for e in encoded]


if __name__ == "__main__":
    main()
