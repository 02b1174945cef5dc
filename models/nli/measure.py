"""Figures of a classifier on tokenised pairs: accuracy by source, macro-F1, recall of neutral."""

import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch
from network import PairClassifier, initial
from pairs import Pairs
from sklearn.metrics import f1_score
from step import halves
from torch import nn

TOKENS = {"cuda": 16384}  # a batch; elsewhere small ones, which caches hold
FEWER = 1024


@torch.no_grad()
def logits_of(model: nn.Module, pairs: Pairs) -> np.ndarray:
    """Return the logits of all pairs, of shape (pairs, 3)."""
    model.eval()
    device = next(model.parameters()).device
    logits = torch.zeros(len(pairs) + 1, 3, device=device)
    for batch in pairs.batches(TOKENS.get(device.type, FEWER), random.Random(0)):
        rows = torch.from_numpy(batch.rows).to(device)
        ids, types, mask, _ = pairs.gather(rows, batch.width)
        with torch.autocast(device.type, torch.bfloat16, enabled=halves(device)):
            logits[rows] = model(ids, types, mask).float()
    return logits[:-1].cpu().numpy()


def report(model: nn.Module, pairs: Pairs) -> dict[str, float]:
    """Return accuracy of all and of each source, macro-F1 and recall of neutral, in percent."""
    guess = logits_of(model, pairs).argmax(1)
    gold = pairs.gold()
    right = guess == gold
    figures = {
        "all": right.mean(),
        "macro_f1": f1_score(gold, guess, labels=range(3), average="macro", zero_division=0),
        "neutral_recall": right[gold == 1].mean(),
    }
    present = np.unique(pairs.sources)
    figures |= {pairs.names[at]: right[pairs.sources == at].mean() for at in present}
    return {name: round(100 * float(value), 2) for name, value in figures.items()}


def main() -> None:
    """Measure a checkpoint or an exported folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, help="a checkpoint of train.py or an exported folder")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--depth", type=int, default=6)
    parser.add_argument("--dev", type=Path, nargs="+", required=True)
    given = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = PairClassifier(given.base, given.depth).to(device)
    model.load_state_dict(initial(given.weights, device))
    print(json.dumps({path.name: report(model, Pairs(path, device)) for path in given.dev}, indent=1))


if __name__ == "__main__":
    main()
