"""Tokenises rows of pairs into the file that training and measuring read (`pairs.py` says what it holds).

Usage: python encode.py --rows dev.jsonl.gz --base FOLDER --out dev.npz

The two other options are for the table of what was tried.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from pairs import LABELS
from tokenizers import Tokenizer
from tokenizers.pre_tokenizers import Digits
from tokenizers.pre_tokenizers import Sequence as Both

MAX_TOKENS = 256
VERIFICATION = {
    "vitaminc", "fever", "fever_symmetric", "fm2", "healthver", "covidfact", "scifact", "nli4ct", "infotabs", "tabfact",
    "wiki_nli_protocols", "creak", "generated", "hard", "near", "composed", "altered", "split",
}  # fmt: skip

Row = dict[str, Any]


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a gzip JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from (json.loads(line) for line in file)


def family(row: Row) -> str:
    """Return the name of the set that a row is from."""
    return str(row["source"]).split("/")[0]


def target(row: Row) -> Sequence[float]:
    """Return the label as probabilities, or those that the row states itself."""
    return row["target"] if "target" in row else [float(row["label"] == label) for label in LABELS]


def whole(base: Path) -> Tokenizer:
    """Return the base's tokenizer, which neither cuts nor pads."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def digits_apart(tokenizer: Tokenizer) -> Tokenizer:
    """Return a tokenizer that reads every digit as a word: Wallace et al. (2019), "Do NLP Models Know Numbers?"."""
    tokenizer.pre_tokenizer = Both([tokenizer.pre_tokenizer, Digits(individual_digits=True)])
    return tokenizer


def encode(rows: list[Row], tokenizer: Tokenizer, out: Path) -> None:
    """Write the pairs; those that do not fit are left out and counted, since a cut premise may not hold the proof."""
    both = tokenizer.encode_batch([(row["premise"], row["hypothesis"]) for row in rows])
    fitting = [(row, e) for row, e in zip(rows, both, strict=True) if len(e.ids) <= MAX_TOKENS]
    kept, encoded = [row for row, _ in fitting], [e for _, e in fitting]
    print(f"left out {len(rows) - len(kept)} pairs of more than {MAX_TOKENS} word pieces")
    names = sorted({family(row) for row in kept})
    np.savez_compressed(
        out,
        ids=np.concatenate([np.array(e.ids, dtype=np.uint16) for e in encoded]),
        lengths=np.array([len(e.ids) for e in encoded], dtype=np.uint16),
        second=np.array([len(e.ids) - sum(e.type_ids) for e in encoded], dtype=np.uint16),
        targets=np.array([target(row) for row in kept], dtype=np.float16),
        stage=np.array([family(row) in VERIFICATION for row in kept], dtype=np.uint8),
        sources=np.array([names.index(family(row)) for row in kept], dtype=np.uint8),
        names=np.array(names),
    )
    print(len(kept), Counter(row.get("label", "?") for row in kept), Counter(family(row) for row in kept))


def titled(row: Row) -> Row:
    """Put the page's title before the premise."""
    return {**row, "premise": f"{row['title']}: {row['premise']}"} if row.get("title") else row


def main() -> None:
    """Tokenise one file; generated pairs are told apart by phenomenon."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("rows", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--untitled", action="store_true", help="leave the pages' titles out")
    parser.add_argument("--digits-apart", action="store_true", help="read every digit as a word")
    given = parser.parse_args()
    rows = [row if given.untitled else titled(row) for row in read_rows(given.rows)]
    for row in rows:
        row["source"] = row.get("phenomenon", row["source"])
    tokenizer = whole(given.base)
    encode(rows, digits_apart(tokenizer) if given.digits_apart else tokenizer, given.out)


if __name__ == "__main__":
    main()
