"""The NLI model on a card against the processor: labels that differ, and pairs a second, on the same pairs in one run.

    python evals/bench/device.py --device cuda [--weights FOLDER] [--pairs FILE.jsonl.gz] [--count N]

The processor computes in float32, one pair a call; the card in the precision and batches that `--device` gives there.
"""

import argparse
import json
import time
from pathlib import Path

from nli import labelled, made

from verifier import bundled
from verifier.device import ON_CPU, Device, placement, resolved
from verifier.nli.on_torch import TorchScorer


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--device", type=Device, default=Device.AUTO)
    parser.add_argument("--weights", type=Path, default=bundled.model_path("nli"))
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    given = parser.parse_args()
    pairs, gold = labelled(given.pairs, given.count) if given.pairs else made(given.count)
    asked = placement(resolved(given.device))
    rows, rates = {}, {}
    for where in (ON_CPU, asked):
        scorer = TorchScorer(given.weights, placement=where)
        scorer.logits(pairs[:64])
        begin = time.perf_counter()
        rows[where] = scorer.logits(pairs)
        rates[where] = len(pairs) / (time.perf_counter() - begin)
    said, expected = rows[asked].argmax(1), rows[ON_CPU].argmax(1)
    figures = {
        "device": asked.device,
        "precision": asked.dtype,
        "pairs": len(pairs),
        "flips_percent": round(100 * float((said != expected).mean()), 3),
        "largest_difference_of_logits": round(float(abs(rows[asked] - rows[ON_CPU]).max()), 3),
        "pairs_per_second": {where.device: round(rate, 1) for where, rate in rates.items()},
        "ratio": round(rates[asked] / rates[ON_CPU], 1),
    }
    if gold:
        names = [scorer.id2label[number] for number in range(rows[asked].shape[1])]
        wanted = [names.index(label) for label in gold]
        figures["accuracy"] = {
            where.device: round(100 * float((found.argmax(1) == wanted).mean()), 2) for where, found in rows.items()
        }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
