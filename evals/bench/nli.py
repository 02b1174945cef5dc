"""Speed of the NLI backends on one CPU core over `CrossEncoder.predict` in float32, with flips and macro-F1.

    python evals/bench/nli.py [--weights FOLDER] [--pairs FILE.jsonl.gz] [--count N]

Same pairs, one run, one thread; the figures are pairs per CPU-second (not per second of the clock, which other work on
the machine would move), and the turns of the backends alternate. A line of FILE is {"premise", "hypothesis", "label",
"title"?}; without one, the pairs are made from the bundled gold claims and have no labels of their own.
"""

import argparse
import gzip
import json
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from verifier import bundled
from verifier.nli.on_onnx import OnnxScorer, has_graph
from verifier.nli.on_torch import TorchScorer

TURN = 50  # pairs that a backend scores before the next has its turn
Pairs = Sequence[tuple[str, str]]
Score = Callable[[Pairs], Any]


def labelled(path: Path, count: int) -> tuple[list[tuple[str, str]], list[str]]:
    """Return a sample of pairs and their gold labels."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    rows = random.Random(3).sample(rows, min(count, len(rows)))
    premises = [f"{r['title']}: {r['premise']}" if r.get("title") else r["premise"] for r in rows]
    return [(p, r["hypothesis"]) for p, r in zip(premises, rows, strict=True)], [r["label"] for r in rows]


def made(count: int) -> tuple[list[tuple[str, str]], list[str]]:
    """Return pairs of bundled gold claims, the second judged against the first; nobody labelled them."""
    lines = (bundled.evals() / "data" / "icc-probe.jsonl").read_text(encoding="utf-8").splitlines()
    claims = [json.loads(line)["claim"] for line in lines]
    chance = random.Random(3)
    return [(" ".join(chance.sample(claims, 4)), chance.choice(claims)) for _ in range(count)], []


def backends(weights: Path) -> dict[str, Score]:
    """Return what scores, by name; the first is the measure of all."""
    slow = TorchScorer(weights, threads=1)

    def predict(size: int) -> Score:
        return lambda pairs: slow._model.predict(
            list(pairs), batch_size=size, activation_fn=torch.nn.Identity(), show_progress_bar=False
        )

    found: dict[str, Score] = {"predict, batch 1": predict(1), "predict, batch 32": predict(32)}
    if has_graph(weights):
        found["onnx"] = OnnxScorer(weights, threads=1).logits
    return found


def measure(found: dict[str, Score], pairs: Pairs) -> dict[str, tuple[float, np.ndarray]]:
    """Return CPU-seconds and logits of each backend."""
    seconds, rows = dict.fromkeys(found, 0.0), {name: [] for name in found}
    for score in found.values():
        score(pairs[:8])
    for start in range(0, len(pairs), TURN):
        for name, score in found.items():
            begin = time.process_time()
            rows[name].extend(score(pairs[start : start + TURN]))
            seconds[name] += time.process_time() - begin
    return {name: (seconds[name], np.array(rows[name])) for name in found}


def macro_f1(said: Sequence[str], gold: Sequence[str]) -> float:
    """Return the mean F1 of the gold labels, in points."""
    scores = []
    for label in sorted(set(gold)):
        right = sum(s == g == label for s, g in zip(said, gold, strict=True))
        scores.append(2 * right / max(1, sum(s == label for s in said) + sum(g == label for g in gold)))
    return round(100 * sum(scores) / len(scores), 2)


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=bundled.model_path("nli"))
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    options = parser.parse_args()
    pairs, gold = labelled(options.pairs, options.count) if options.pairs else made(options.count)
    labels = TorchScorer(options.weights, threads=1).id2label
    measured = measure(backends(options.weights), pairs)
    whole, expected = measured["predict, batch 1"]
    figures: dict[str, Any] = {"pairs": len(pairs), "data": str(options.pairs or "made from bundled claims")}
    for name, (seconds, rows) in measured.items():
        figures[name] = {
            "pairs_per_cpu_second": round(len(pairs) / seconds, 1),
            "ratio": round(whole / seconds, 2),
            "flips_percent": round(100 * float((rows.argmax(1) != expected.argmax(1)).mean()), 3),
        }
        if gold:
            figures[name]["macro_f1"] = macro_f1([labels[int(row.argmax())] for row in rows], gold)
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
