"""Turns a training checkpoint into the folder that ships: a sentence-transformers cross-encoder in float16.

    python models/nli/export.py --checkpoint run/checkpoint.pt --base BASE --out models/nli/weights --dev dev.jsonl.gz

The head is three standard modules (Transformer, mean Pooling, Dense), so that `CrossEncoder(folder)` opens
it without code of ours. The temperature is fitted on the dev pairs (Guo et al. 2017).
"""

import argparse
import json
import random
import shutil
from pathlib import Path

import numpy as np
import torch
from encode import read_rows, titled
from safetensors.torch import load_file, save_file
from scipy.optimize import minimize_scalar
from sentence_transformers import CrossEncoder
from sentence_transformers.base.modules import Dense, Transformer
from sentence_transformers.sentence_transformer.modules import Pooling

LABELS = {0: "entailment", 1: "neutral", 2: "contradiction"}
LONGEST = 512  # tokens
DEV_PAIRS = 3000
PREMISE_TOKENS = 128  # longer premises are cut into windows: training saw few above this length


def averaged(checkpoints: list[Path]) -> dict[str, torch.Tensor]:
    """Return the mean of the runs' weights: runs that share a start lie in one basin (Wortsman et al. 2022)."""
    runs = [torch.load(path, map_location="cpu", weights_only=True)["model"] for path in checkpoints]
    return {name: torch.stack([run[name].float() for run in runs]).mean(0) for name in runs[0]}


def export(weights: dict[str, torch.Tensor], base: Path, out: Path) -> None:
    """Write the modules with the trained weights."""
    transformer = Transformer(str(base), max_seq_length=LONGEST)
    config = transformer.model.config
    config.id2label, config.label2id = LABELS, {name: number for number, name in LABELS.items()}
    encoder = {name.removeprefix("encoder."): w for name, w in weights.items() if name.startswith("encoder.")}
    missing, unexpected = transformer.model.load_state_dict(encoder, strict=False)
    if unexpected or any("pooler" not in name for name in missing):
        raise SystemExit(f"weights do not fit: missing {missing}, unexpected {unexpected}")
    width = config.hidden_size
    head = Dense(width, len(LABELS), activation_function=torch.nn.Identity(), module_output_name="scores")
    head.linear.load_state_dict({"weight": weights["head.weight"], "bias": weights["head.bias"]})
    model = CrossEncoder(modules=[transformer, Pooling(width, pooling_mode="mean"), head], device="cpu")
    shutil.rmtree(out, ignore_errors=True)
    model.save_pretrained(str(out), safe_serialization=True)
    for path in out.rglob("*.safetensors"):
        halved = {name: w.half() if w.is_floating_point() else w for name, w in load_file(path).items()}
        save_file(halved, path, metadata={"format": "pt"})
    for name in ("README.md",):
        (out / name).unlink(missing_ok=True)


def calibrate(out: Path, dev: Path) -> float:
    """Fit the temperature on dev pairs and write it beside the weights."""
    rows = [titled(row) for row in read_rows(dev)]
    rows = random.Random(7).sample(rows, min(DEV_PAIRS, len(rows)))
    model = CrossEncoder(str(out), device="cpu", model_kwargs={"dtype": torch.float32})
    pairs = [(r["premise"], r["hypothesis"]) for r in rows]
    logits = np.asarray(
        model.predict(pairs, activation_fn=torch.nn.Identity(), show_progress_bar=False), dtype=np.float64
    )
    gold = np.array([list(LABELS.values()).index(r["label"]) for r in rows])

    def loss(temperature: float) -> float:
        scaled = logits / temperature
        log = (
            scaled
            - np.log(np.exp(scaled - scaled.max(1, keepdims=True)).sum(1, keepdims=True))
            - scaled.max(1, keepdims=True)
        )
        return float(-log[np.arange(len(gold)), gold].mean())

    best = round(float(minimize_scalar(loss, bounds=(0.5, 5.0), method="bounded").x), 3)
    record = {
        "temperature": best,
        "premise_tokens": PREMISE_TOKENS,
        "pairs": len(rows),
        "loss_before": round(loss(1.0), 4),
        "loss_after": round(loss(best), 4),
    }
    (out / "calibration.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    print(f"accuracy {float((logits.argmax(1) == gold).mean()):.4f} on {len(rows)} dev pairs; {record}")
    return best


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True, nargs="+", help="several are averaged")
    for name in ("base", "out", "dev"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    export(averaged(options.checkpoint), options.base, options.out)
    calibrate(options.out, options.dev)


if __name__ == "__main__":
    main()
