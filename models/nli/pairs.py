"""Tokenised pairs with their targets: the file that `mix.py` writes, and batches of one padded length from it.

The file is an .npz with `ids` (all pairs one after another), `lengths`, `second` (where the hypothesis begins),
`targets` (pairs by 3: entailment, neutral, contradiction; all zero where only a teacher knows), `stage` (1 where
the pair is of fact verification, else 0), `sources` (numbers) and `names` (of the sources).
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

LABELS = ("entailment", "neutral", "contradiction")
BUCKET = 16  # tokens; all rows of a batch have the same padded length


class Batch(NamedTuple):
    """Row numbers, of the same count for every batch of a width, and the padded length in tokens."""

    rows: np.ndarray
    width: int


class Pairs:
    """Pairs on a device. One row more than the file has, without tokens and target, fills batches up."""

    def __init__(self, path: Path, device: torch.device) -> None:
        data = np.load(path)
        self.lengths = np.append(data["lengths"].astype(np.int64), 1)
        self.stage, self.sources, self.names = data["stage"], data["sources"], [str(name) for name in data["names"]]
        starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        widest = int(self.lengths.max()) + BUCKET
        self._ids = torch.from_numpy(np.append(data["ids"], np.zeros(widest, np.uint16)).astype(np.int32)).to(device)
        self._starts, self._lengths, self._second = (
            torch.from_numpy(x).to(device)
            for x in (starts, self.lengths, np.append(data["second"].astype(np.int64), 1))
        )
        targets = np.concatenate([data["targets"].astype(np.float32), np.zeros((1, 3), np.float32)])
        self._targets = torch.from_numpy(targets).to(device)

    def __len__(self) -> int:
        return len(self.lengths) - 1

    def gold(self) -> np.ndarray:
        """Return the number of each pair's likeliest label."""
        return self._targets[:-1].argmax(1).cpu().numpy()

    def gather(self, rows: torch.Tensor, width: int) -> tuple[torch.Tensor, ...]:
        """Return ids, types and mask (rows by width) and targets (rows by 3)."""
        at = torch.arange(width, device=rows.device)
        mask = at < self._lengths[rows].unsqueeze(1)
        ids = self._ids[self._starts[rows].unsqueeze(1) + at].long() * mask
        types = (at >= self._second[rows].unsqueeze(1)) & mask
        return ids, types.long(), mask.long(), self._targets[rows]

    def batches(self, tokens: int, rng: random.Random, chosen: np.ndarray | None = None) -> list[Batch]:
        """Return one pass over the chosen rows (all) in random order, about `tokens` tokens a batch."""
        rows = np.arange(len(self)) if chosen is None else chosen
        rows = np.random.default_rng(rng.randrange(2**32)).permutation(rows)
        widths = -(-self.lengths[rows] // BUCKET) * BUCKET
        batches = []
        for width in np.unique(widths):
            members, size = rows[widths == width], max(1, tokens // int(width))
            members = np.append(members, np.full(-len(members) % size, len(self)))
            batches += [Batch(part, int(width)) for part in members.reshape(-1, size)]
        rng.shuffle(batches)
        return batches


def passes(pairs: Pairs, tokens: int, seed: int, chosen: np.ndarray | None = None) -> Iterator[Batch]:
    """Yield batches for ever, every pass in an order of its own."""
    rng = random.Random(seed)
    while True:
        yield from pairs.batches(tokens, rng, chosen)
