"""Fine-tunes MiniLM as a 3-way cross-encoder with a mean-pooled head; resumable, seeded, logged.

Usage: python train.py --mix mix.npz --base FOLDER --work DIR --minutes 90 [--init CHECKPOINT] [--threads 1]

The learning rate rises for 500 steps and falls to zero at the deadline, so the run always finishes.
A second start with the same --work goes on from the last checkpoint.
"""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn
from transformers import AutoModel

WARM_UP = 500  # steps
CHECKPOINT_SECONDS = 300
BUCKET = 16  # tokens; all rows of a batch have the same padded length


class PairClassifier(nn.Module):
    """Encoder, mean over tokens, linear head; the same function as Transformer + Pooling + Dense modules."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, attn_implementation="eager", add_pooling_layer=False)
        self.head = nn.Linear(self.encoder.config.hidden_size, 3)

    def forward(self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return logits of shape (pairs, 3): entailment, neutral, contradiction."""
        hidden = self.encoder(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        return self.head((hidden * weight).sum(1) / weight.sum(1))


class Batches:
    """Endless batches of about `tokens` tokens, all of one padded length, in seeded random order."""

    def __init__(self, path: Path, tokens: int, seed: int) -> None:
        data = np.load(path)
        self.ids, self.lengths = data["ids"], data["lengths"].astype(np.int64)
        self.second, self.labels = data["second"].astype(np.int64), data["labels"].astype(np.int64)
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        self.tokens, self.seed = tokens, seed

    def order(self, epoch: int) -> list[np.ndarray]:
        """Return the batches of one pass as arrays of row numbers."""
        rng = random.Random(self.seed + epoch)
        buckets: dict[int, list[int]] = {}
        rows = list(range(len(self.lengths)))
        rng.shuffle(rows)
        for row in rows:
            buckets.setdefault(-(-int(self.lengths[row]) // BUCKET) * BUCKET, []).append(row)
        batches = []
        for width, members in buckets.items():
            size = max(1, self.tokens // width)
            batches += [np.array(members[i : i + size]) for i in range(0, len(members), size)]
        rng.shuffle(batches)
        return batches

    def tensors(self, rows: np.ndarray, device: torch.device) -> tuple[torch.Tensor, ...]:
        """Return ids, types, mask and labels of some rows."""
        width = -(-int(self.lengths[rows].max()) // BUCKET) * BUCKET
        ids = np.zeros((len(rows), width), dtype=np.int64)
        types, mask = np.zeros_like(ids), np.zeros_like(ids)
        for at, row in enumerate(rows):
            length, start = self.lengths[row], self.starts[row]
            ids[at, :length] = self.ids[start : start + length]
            types[at, self.second[row] : length] = 1
            mask[at, :length] = 1
        return tuple(torch.from_numpy(x).to(device) for x in (ids, types, mask, self.labels[rows]))


def rate(step: int, elapsed: float, total: float, peak: float) -> float:
    """Return the learning rate: linear warm-up by step, linear decay by time."""
    return peak * min(1.0, (step + 1) / WARM_UP) * max(0.0, 1.0 - elapsed / total)


def main() -> None:
    """Train until the deadline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mix", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument(
        "--init", type=Path, help="weights to start from: a checkpoint of this script or an exported folder"
    )
    parser.add_argument("--minutes", type=float, required=True, help="training time over all starts")
    parser.add_argument("--tokens", type=int, default=1024, help="tokens a batch")
    parser.add_argument("--rate", type=float, default=1.3e-4)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    train(parser.parse_args())


def train(options: argparse.Namespace) -> None:
    """Run the loop: batches, steps, log, checkpoints."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.work.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = PairClassifier(options.base).to(device)
    if options.init:
        model.load_state_dict(initial(options.init, device))
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.01, fused=True)
    state = {"step": 0, "epoch": 0, "at": 0, "pairs": 0, "elapsed": 0.0}
    checkpoint = options.work / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location=device, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        state = saved["state"]
    batches = Batches(options.mix, options.tokens, options.seed)
    loss_function = nn.CrossEntropyLoss(label_smoothing=0.05)
    order, total = batches.order(state["epoch"]), options.minutes * 60
    started, saved_at, before = time.monotonic(), time.monotonic(), state["elapsed"]
    losses, right, seen = 0.0, 0, 0
    model.train()
    while state["elapsed"] < total:
        if state["at"] >= len(order):
            state["epoch"], state["at"] = state["epoch"] + 1, 0
            order = batches.order(state["epoch"])
        ids, types, mask, labels = batches.tensors(order[state["at"]], device)
        for group in optimizer.param_groups:
            group["lr"] = rate(state["step"], state["elapsed"], total, options.rate)
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=halves(device)):
            logits = model(ids, types, mask)
        loss = loss_function(logits.float(), labels)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses += float(loss.detach()) * len(labels)
        right += int((logits.argmax(1) == labels).sum())
        seen += len(labels)
        state["step"], state["at"], state["pairs"] = (
            state["step"] + 1,
            state["at"] + 1,
            state["pairs"] + len(labels),
        )
        state["elapsed"] = before + time.monotonic() - started
        if state["step"] % 250 == 0:
            line = {
                **state,
                "loss": losses / seen,
                "accuracy": right / seen,
                "rate": optimizer.param_groups[0]["lr"],
            }
            with (options.work / "log.jsonl").open("a") as log:
                log.write(json.dumps(line) + "\n")
            losses, right, seen = 0.0, 0, 0
        if time.monotonic() - saved_at > CHECKPOINT_SECONDS or state["elapsed"] >= total:
            save(checkpoint, model, optimizer, state)
            saved_at = time.monotonic()


def halves(device: torch.device) -> bool:
    """Say whether the device multiplies bfloat16 itself; a processor that only imitates it is several times slower."""
    return device.type == "cuda" or bool(torch.cpu.get_capabilities().get("avx512_bf16"))


def initial(path: Path, device: torch.device) -> dict[str, torch.Tensor]:
    """Return the weights of a checkpoint, or of an exported folder, so that training goes on from what ships."""
    if path.is_file():
        return torch.load(path, map_location=device, weights_only=True)["model"]
    encoder = load_file(path / "model.safetensors")
    head = load_file(path / "2_Dense" / "model.safetensors")
    weights = {f"encoder.{name}": w for name, w in encoder.items() if not name.startswith("pooler.")}
    weights |= {name.replace("linear.", "head."): w for name, w in head.items()}
    return {name: w.float() for name, w in weights.items()}


def save(path: Path, model: nn.Module, optimizer: torch.optim.Optimizer, state: dict[str, float]) -> None:
    """Write a checkpoint so that a crash leaves the old one or the new one."""
    temporary = path.with_suffix(".tmp")
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "state": state}, temporary)
    temporary.replace(path)


if __name__ == "__main__":
    main()
