"""Trains with one idea changed at a time, all on the same number of pairs, and prints the table of the results.

Usage: python ablate.py --mix mix.npz --base FOLDER --work DIR --dev dev.npz generated.npz --pairs 500000 --tokens 4096 --rate 2e-4
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

VARIANTS = {
    "as it is": [],
    "no smoothing": ["--smoothing", "0"],
    "smoothing 0.1": ["--smoothing", "0.1"],
    "layer-wise rates 0.9": ["--layer-decay", "0.9"],
    "moving average": ["--average", "0.999"],
    "R-Drop 0.5": ["--agreement", "0.5"],
    "two stages": ["--finish", "0.4"],
    "rate x 0.5": [],
    "rate x 2": [],
    "depth 12": ["--depth", "12"],
}


def main() -> None:
    """Run each variant in a process of its own; one that fails is reported and the rest goes on."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("mix", "base", "work"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--dev", type=Path, nargs="+", required=True)
    parser.add_argument("--pairs", type=int, required=True)
    parser.add_argument("--tokens", type=int, default=4096)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--only", nargs="*", help="some of: " + "; ".join(VARIANTS))
    given = parser.parse_args()
    script = Path(__file__).with_name("train.py")
    for name in given.only or VARIANTS:
        work = given.work / name.replace(" ", "-")
        factor = float(name.rpartition(" ")[2]) if name.startswith("rate x") else 1.0
        command = [sys.executable, str(script), "--mix", str(given.mix), "--base", str(given.base), "--work", str(work),
                   "--dev", *map(str, given.dev), "--pairs", str(given.pairs), "--tokens", str(given.tokens),
                   "--rate", str(given.rate * factor), *VARIANTS[name]]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"| {name} | failed: {done.stderr.strip().splitlines()[-1]} |")
            continue
        print(row(name, json.loads((work / "measured.json").read_text())), flush=True)


def row(name: str, measured: dict) -> str:
    """Return a line of the table: of each dev set accuracy, macro-F1 and recall of neutral; then seconds."""
    sets = [value for value in measured.values() if isinstance(value, dict)]
    cells = [f"{value[key]:.1f}" for value in sets for key in ("all", "macro_f1", "neutral_recall")]
    return f"| {name} | {' | '.join(cells)} | {measured['elapsed']:.0f} |"


if __name__ == "__main__":
    main()
