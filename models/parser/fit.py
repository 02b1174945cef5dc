"""Trains the parser over a pretrained encoder; goes on from its checkpoint when started again.

    python models/parser/fit.py parser.npz --dev parser-dev.npz --base BASE --work WORK --minutes 100

The rates fall to zero over the budget, which is minutes of training, however they are spread over starts.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from attend import TreeEncoder
from examples import BY_PIECE, MISSING
from torch.nn.functional import cross_entropy

WARM = 0.04  # share of the budget in which the rates rise


@dataclass
class Sentence:
    """Arrays of one sentence."""

    ids: np.ndarray
    shapes: np.ndarray
    first: np.ndarray
    last: np.ndarray
    tags: np.ndarray
    kinds: np.ndarray
    names: np.ndarray
    heads: np.ndarray
    labels: np.ndarray


def read(path: Path) -> list[Sentence]:
    """Return the sentences that `pieces.py` wrote."""
    data = np.load(path)
    by_piece, by_word = np.cumsum(data["lengths"])[:-1], np.cumsum(data["words"])[:-1]
    columns = [
        np.split(data[name], by_piece if name in BY_PIECE else by_word) for name in Sentence.__dataclass_fields__
    ]
    return [Sentence(*row) for row in zip(*columns, strict=True)]


def batches(sentences: list[Sentence], words: int, rng: random.Random) -> Iterator[list[Sentence]]:
    """Yield sentences of like length in batches of about so many word pieces, in any order."""
    order = sorted(sentences, key=lambda s: len(s.ids) + 4 * rng.random())
    made: list[list[Sentence]] = [[]]
    for sentence in order:
        if made[-1] and (len(made[-1]) + 1) * len(sentence.ids) > words:
            made.append([])
        made[-1].append(sentence)
    rng.shuffle(made)
    yield from made


def padded(batch: list[Sentence], name: str, fill: int) -> torch.Tensor:
    """Return one column of a batch, (sentences, longest)."""
    rows = [getattr(sentence, name) for sentence in batch]
    out = np.full((len(rows), max(map(len, rows))), fill, np.int64)
    for row, values in zip(out, rows, strict=True):
        row[: len(values)] = values
    return torch.from_numpy(out)


def scores(model: TreeEncoder, batch: list[Sentence]) -> tuple[tuple[torch.Tensor, ...], torch.Tensor]:
    """Return the model's scores and which words are there; heads beyond a sentence are out of the question."""
    ids, shapes, first, last = (padded(batch, name, 0) for name in ("ids", "shapes", "first", "last"))
    there = first > 0
    tags, kinds, names, heads, labels = model(ids, ids > 0, shapes, first, last)
    known = torch.cat([torch.ones_like(there[:, :1]), there], 1)
    heads = heads.float().masked_fill(~known[:, None, :], -1e4)
    return (tags.float(), kinds.float(), names.float(), heads, labels), there


def loss(model: TreeEncoder, batch: list[Sentence]) -> torch.Tensor:
    """Return the sum of the mean losses of what is asked of the batch."""
    (tags, kinds, names, heads, labels), _ = scores(model, batch)
    gold = padded(batch, "heads", MISSING)
    chosen = gold.clamp(min=0)[:, None, :, None].expand(-1, labels.shape[1], -1, 1)
    of_gold = labels.gather(3, chosen)[..., 0].transpose(1, 2).float()
    asked = (
        (heads, gold, 1.0),
        (of_gold, padded(batch, "labels", MISSING), 0.5),
        (tags, padded(batch, "tags", MISSING), 0.3),
        (kinds, padded(batch, "kinds", MISSING), 0.2),
        (names, padded(batch, "names", MISSING), 0.3),
    )
    total = torch.zeros(())
    for out, target, weight in asked:
        if (target != MISSING).any():
            total = total + weight * cross_entropy(
                out.flatten(0, 1),
                target.flatten(),
                ignore_index=MISSING,
                label_smoothing=0.03 if out is not heads else 0.0,
            )
    return total


@torch.no_grad()
def measure(model: TreeEncoder, sentences: list[Sentence]) -> dict[str, float]:
    """Return shares of right tags, heads and heads with labels, each word's best head taken alone, and of name tags."""
    model.eval()
    right = dict.fromkeys(("tags", "heads", "both", "names"), 0)
    words = dict.fromkeys(right, 0)
    for batch in batches(sentences, 3000, random.Random(0)):
        (tags, _, names, heads, labels), there = scores(model, batch)
        best = heads.argmax(-1)
        of_best = labels.gather(3, best[:, None, :, None].expand(-1, labels.shape[1], -1, 1))[..., 0].argmax(1)
        gold = {name: padded(batch, name, MISSING) for name in ("tags", "heads", "labels", "names")}
        for name, same in (
            ("tags", tags.argmax(-1) == gold["tags"]),
            ("heads", best == gold["heads"]),
            ("both", (best == gold["heads"]) & (of_best == gold["labels"])),
        ):
            asked = there & (gold["heads"] != MISSING)
            right[name] += int((same & asked).sum())
            words[name] += int(asked.sum())
        asked = gold["names"] > 0
        right["names"] += int(((names.argmax(-1) == gold["names"]) & asked).sum())
        words["names"] += int(asked.sum())
    model.train()
    return {name: round(100 * count / max(words[name], 1), 2) for name, count in right.items()}


def main() -> None:
    """Train until the budget is spent."""
    options = _options()
    options.work.mkdir(parents=True, exist_ok=True)
    kinds = json.loads(options.data.with_suffix(".json").read_text())
    torch.manual_seed(options.seed)
    model = TreeEncoder(options.base, **{name: len(values) for name, values in kinds.items()})
    old = [p for p in model.encoder.parameters() if p.requires_grad]
    new = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": old, "peak": options.rate}, {"params": new, "peak": options.head_rate}]
    optimizer = torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    checkpoint, spent, step, epoch = options.work / "checkpoint.pt", 0.0, 0, 0
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(kept["model"])
        optimizer.load_state_dict(kept["optimizer"])
        spent, step, epoch = kept["spent"], kept["step"], kept["epoch"]
    train, dev = read(options.data), read(options.dev)
    budget, clock, words, shown, saved = options.minutes * 60, time.perf_counter(), 0, 0.0, spent
    model.train()
    while spent < budget:
        for batch in batches(train, options.tokens, random.Random(options.seed + epoch)):
            share = spent / budget
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(share / WARM + 0.01, (1 - share) / (1 - WARM))
            with torch.autocast("cpu", torch.bfloat16, enabled=options.bf16):
                value = loss(model, batch)
            optimizer.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step, words, shown = step + 1, words + sum(len(s.first) for s in batch), shown + value.item()
            now = time.perf_counter()
            spent, clock = spent + now - clock, now
            if step % 100 == 0:
                print(
                    json.dumps(
                        {
                            "step": step,
                            "epoch": epoch,
                            "minutes": round(spent / 60, 1),
                            "loss": round(shown / 100, 3),
                            "words": words,
                        }
                    ),
                    flush=True,
                )
                shown = 0.0
            if spent >= budget or spent - saved > 600:
                print(json.dumps({"step": step, **measure(model, dev)}), flush=True)
                kept = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
                torch.save(kept | {"spent": spent, "step": step, "epoch": epoch}, checkpoint.with_suffix(".new"))
                checkpoint.with_suffix(".new").replace(checkpoint)
                saved, clock = spent, time.perf_counter()
            if spent >= budget:
                break
        epoch += 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=100)
    parser.add_argument("--tokens", type=int, default=1000, help="word pieces a batch")
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bf16", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
