"""Distillation: writes a training file whose targets are part gold, part the mean judgement of teachers.

Usage: python teach.py --mix mix.npz --teachers run1/checkpoint.pt run2/checkpoint.pt --depths 6 12 --base FOLDER --out soft.npz

Hinton et al. 2015. Pairs without a label take the teachers' judgement alone.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from measure import logits_of
from network import PairClassifier, initial
from pairs import Pairs


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("mix", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True, help="checkpoints of train.py")
    parser.add_argument("--depths", type=int, nargs="+", required=True, help="layers of each teacher")
    parser.add_argument("--share", type=float, default=0.5, help="of the teachers in a target")
    given = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    pairs, judged = Pairs(given.mix, device), []
    for path, depth in zip(given.teachers, given.depths, strict=True):
        model = PairClassifier(given.base, depth).to(device)
        model.load_state_dict(initial(path, device))
        judged.append(torch.from_numpy(logits_of(model, pairs)).softmax(1).numpy())
    data = dict(np.load(given.mix))
    gold, taught = data["targets"].astype(np.float32), np.mean(judged, axis=0)
    known = gold.sum(1, keepdims=True) > 0
    data["targets"] = np.where(known, (1 - given.share) * gold + given.share * taught, taught).astype(np.float16)
    np.savez(given.out, **data)
    print(f"{len(pairs)} pairs, {int((~known).sum())} of them judged by the teachers alone")


if __name__ == "__main__":
    main()
