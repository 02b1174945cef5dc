"""Makes the fast CPU path of a weights folder, and keeps it only if it judges as the weights do.

    python models/nli/fast.py --weights models/nli/weights --dev dev.jsonl.gz

1. The large matrices are rounded to an 8-bit grid, in place: both backends then compute from the same weights.
2. `fast.onnx` is written beside them, without the word embeddings, which are read from the weights.
3. Both are compared on dev pairs (`evals/bench/nli.py` measures the speed). The graph goes again if it misses a gate.

Run it on freshly exported weights; on weights that are rounded already it makes the graph anew from the old one.
Needs `pip install -e ".[dev]"`.
"""

import argparse
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from encode import read_rows, titled
from graph import Array, Rounded, build, read_back
from pairs import LABELS
from safetensors import safe_open
from safetensors.numpy import load_file, save_file
from sentence_transformers import CrossEncoder
from sklearn.metrics import f1_score

from verifier.nli.on_onnx import GRAPH, OnnxScorer

RANGE_PAIRS = 200  # whose activations say how wide each input of a product is
GATE_PAIRS = 2400
DEEP = (
    1 / 2,
    2 / 3,
    5 / 6,
    1.0,
)  # shares of the layers whose products round twice, fastest first; the first that passes is kept
MOST_FLIPS = 0.005  # of the labels, against the same weights in float32
MOST_LOSS = 0.3  # points of macro-F1, against the weights before they were rounded
GRID = {"format": "pt", "grid": "8 bits"}  # metadata of rounded weights
INWARD = ("attention.self.query", "attention.output.dense", "intermediate.dense", "output.dense")
Pairs = list[tuple[str, str]]


def read(dev: Path, count: int) -> tuple[Pairs, list[str]]:
    """Return a sample of (premise, hypothesis) and the gold labels."""
    rows = [titled(row) for row in read_rows(dev)]
    rows = random.Random(11).sample(rows, min(count, len(rows)))
    return [(r["premise"], r["hypothesis"]) for r in rows], [r["label"] for r in rows]


def predict(model: CrossEncoder, pairs: Sequence[tuple[str, str]]) -> Array:
    """Return the logits in float32."""
    rows: Array = model.predict(
        list(pairs), batch_size=1, activation_fn=torch.nn.Identity(), show_progress_bar=False, convert_to_numpy=True
    )
    return rows


def ranges(model: CrossEncoder, pairs: Sequence[tuple[str, str]]) -> dict[str, Array]:
    """Return the largest absolute value of each input of each large product."""
    widest: dict[str, Array] = {}

    def watch(name: str) -> Callable[[Any, Any], None]:
        def note(_: Any, inputs: Any) -> None:
            most = inputs[0].detach().abs().flatten(0, -2).amax(0).numpy()
            widest[name] = np.maximum(widest.get(name, most), most)

        return note

    inner = model[0].model
    hooks = [
        module.register_forward_pre_hook(watch(name.replace("attention.self.query", "qkv")))
        for name, module in inner.named_modules()
        if name.split(".", 3)[-1] in INWARD
    ]
    predict(model, pairs)
    for hook in hooks:
        hook.remove()
    return widest


def gathered(weights: dict[str, Array]) -> dict[str, Array]:
    """Return the weights with query, key and value of each layer as one matrix."""
    made = dict(weights)
    for name in [n for n in weights if ".attention.self.query." in n]:
        parts = [name.replace("query", part) for part in ("query", "key", "value")]
        made[name.replace("attention.self.query", "qkv")] = np.concatenate([weights[part] for part in parts])
    return made


def on_grid(weight: Array, widest: Array) -> Rounded:
    """Round a weight (outputs, inputs) after half of the width of its inputs went into it."""
    smooth = np.sqrt(np.maximum(widest, 1e-5) / np.maximum(np.abs(weight).max(0), 1e-5))
    spread = weight * smooth
    scale = np.maximum(np.abs(spread).max(1), 1e-9) / 127
    values = np.round(spread / scale[:, None]).clip(-127, 127).astype(np.int8).T
    return Rounded(values, scale.astype(np.float32), smooth.astype(np.float32))


def write_back(folder: Path, rounded: dict[str, Rounded]) -> None:
    """Put the rounded matrices into the safetensors file, in half precision."""
    path = folder / "model.safetensors"
    stored = load_file(path)
    for name, weight in rounded.items():
        if not name.endswith(".qkv"):
            stored[f"{name}.weight"] = weight.plain().astype(np.float16)
            continue
        for part, piece in zip(("query", "key", "value"), np.split(weight.plain(), 3), strict=True):
            stored[name.replace("qkv", f"attention.self.{part}.weight")] = piece.astype(np.float16)
    save_file(stored, path, metadata=GRID)
    path.chmod(0o644)  # safetensors leaves it to the owner alone


def load(folder: Path) -> CrossEncoder:
    return CrossEncoder(str(folder), device="cpu", model_kwargs={"dtype": torch.float32})


def float_weights(folder: Path) -> dict[str, Array]:
    """Return encoder and head in float32."""
    paths = (folder / "model.safetensors", folder / "2_Dense" / "model.safetensors")
    return {name: w.astype(np.float32) for path in paths for name, w in load_file(path).items()}


def is_rounded(folder: Path) -> bool:
    """Say whether the matrices lie on the grid already."""
    with safe_open(folder / "model.safetensors", "np") as file:
        return bool((file.metadata() or {}).get("grid"))


def make(folder: Path, pairs: Sequence[tuple[str, str]]) -> dict[str, Rounded]:
    """Round the weights, if they are not yet, and write the fastest graph."""
    if is_rounded(folder):
        if not (folder / GRAPH).exists():
            raise SystemExit(f"{folder}: rounded, and {GRAPH} is gone; export the weights again first")
        return read_back(folder / GRAPH)
    (folder / GRAPH).unlink(missing_ok=True)
    weights = gathered(float_weights(folder))
    widest = ranges(load(folder), pairs)
    rounded = {name: on_grid(weights[f"{name}.weight"], widest[name]) for name in widest}
    write_back(folder, rounded)
    write_graph(folder, rounded, DEEP[0])
    return rounded


def write_graph(folder: Path, rounded: dict[str, Rounded], deep: float) -> None:
    """Write the graph whose first layers, this share of them, round twice; errors of later ones spoil little."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    last = deep * config["num_hidden_layers"]
    once = {n for n in rounded if n.endswith("attention.output.dense") or int(n.split(".")[2]) >= last}
    (folder / GRAPH).write_bytes(build(config, gathered(float_weights(folder)), rounded, once))


def compare(before: Array, after: Array, fast: Array, gold: Sequence[str], labels: dict[int, str]) -> dict[str, Any]:
    """Return flips, macro-F1 and whether the gates are met."""

    def macro(rows: Array) -> float:
        said = [labels[int(row.argmax())] for row in rows]
        return round(100 * float(f1_score(gold, said, labels=list(LABELS), average="macro")), 2)

    def flips(rows: Array) -> float:
        return round(float((fast.argmax(1) != rows.argmax(1)).mean()), 5)

    found: dict[str, Any] = {
        "pairs": len(gold),
        "macro_f1": {"float32 before rounding": macro(before), "float32": macro(after), "fast": macro(fast)},
        "flips": flips(after),
        "flips_against_before_rounding": flips(before),
        "largest_difference": round(float(np.abs(fast - after).max()), 4),
    }
    loss = found["macro_f1"]["float32 before rounding"] - found["macro_f1"]["fast"]
    return found | {"passed": bool(found["flips"] <= MOST_FLIPS and loss <= MOST_LOSS)}


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    options = parser.parse_args()
    pairs, gold = read(options.dev, RANGE_PAIRS + GATE_PAIRS)
    seen, judged, gold = pairs[:RANGE_PAIRS], pairs[RANGE_PAIRS:], gold[RANGE_PAIRS:]
    before = predict(load(options.weights), judged)
    rounded = make(options.weights, seen)
    after = predict(load(options.weights), judged)
    for deep in DEEP:
        write_graph(options.weights, rounded, deep)
        scorer = OnnxScorer(options.weights)
        found = compare(before, after, scorer.logits(judged), gold, scorer.id2label)
        print(json.dumps({"deep": deep} | found, indent=1))
        if found["passed"]:
            return
    (options.weights / GRAPH).unlink()
    raise SystemExit("a gate is missed: the graph is removed, and the torch backend stays the default")


if __name__ == "__main__":
    main()
