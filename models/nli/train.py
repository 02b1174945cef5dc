"""Fine-tunes MiniLM as a 3-way cross-encoder with a mean-pooled head; resumable, seeded, logged.

Usage: python train.py --mix mix.npz --base FOLDER --work DIR (--pairs 2000000 | --minutes 90) [--init CHECKPOINT]

The learning rate rises for 500 steps and falls to zero at the end of the budget, so the run always finishes.
A second start with the same --work goes on from the last checkpoint. With --dev the result is measured.
"""

import argparse
import json
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import torch
from network import PairClassifier, depth_of, initial
from pairs import Pairs, passes
from step import Step

WARM_UP = 500  # steps
CHECKPOINT_SECONDS = 300
LOG_STEPS = 250
AVERAGE_STEPS = 10  # the average of the weights moves once in so many steps


@dataclass
class State:
    """How far a run is: what a checkpoint holds beside weights."""

    step: int = 0
    pairs: int = 0
    elapsed: float = 0.0  # seconds


def options() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mix", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--dev", type=Path, nargs="*", default=[], help="tokenised pairs to measure the result on")
    parser.add_argument("--init", type=Path, help="start from a checkpoint of this script or an exported folder")
    budget = parser.add_mutually_exclusive_group(required=True)
    budget.add_argument("--minutes", type=float, help="training time over all starts")
    budget.add_argument("--pairs", type=int, help="pairs to read over all starts")
    parser.add_argument("--tokens", type=int, default=1024, help="tokens a batch")
    parser.add_argument("--rate", type=float, default=1.3e-4)
    parser.add_argument("--depth", type=int, default=6, help="layers; a multiple of the base's")
    parser.add_argument("--layer-decay", type=float, default=1.0, help="rate of a layer over that of the layer above")
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--agreement", type=float, default=0.0, help="weight of R-Drop; every pair is read twice")
    parser.add_argument("--average", type=float, default=0.0, help="decay of the moving average; 0 keeps none")
    parser.add_argument("--finish", type=float, default=0.0, help="last part of the budget on verification pairs only")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    return parser


class Run:
    """A training run: model, optimiser, average and state, which a checkpoint holds."""

    def __init__(self, given: argparse.Namespace) -> None:
        self.given = given
        torch.set_num_threads(given.threads)
        torch.manual_seed(given.seed)
        given.work.mkdir(parents=True, exist_ok=True)
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        attention = "sdpa" if self.device.type == "cuda" else "eager"
        self.model = PairClassifier(given.base, given.depth, attention).to(self.device)
        if given.init:
            self.model.load_state_dict(initial(given.init, self.device))
        self.optimizer = self._optimizer()
        self.state = State()
        self.average = [p.detach().clone() for p in self.model.parameters()] if given.average else []
        self.checkpoint = given.work / "checkpoint.pt"
        if self.checkpoint.exists():
            self._restore()

    def _optimizer(self) -> torch.optim.Optimizer:
        cuda = self.device.type == "cuda"
        groups: dict[int, list[torch.Tensor]] = {}
        for name, parameter in self.model.named_parameters():
            groups.setdefault(depth_of(name, self.given.depth), []).append(parameter)
        # a captured graph reads its rates from the device
        rates = {far: torch.zeros((), device=self.device) if cuda else 0.0 for far in groups}
        return torch.optim.AdamW(
            [{"params": members, "lr": rates[far], "far": far} for far, members in groups.items()],
            weight_decay=0.01, fused=True, capturable=cuda,
        )  # fmt: skip

    def _restore(self) -> None:
        saved = torch.load(self.checkpoint, map_location=self.device, weights_only=True)
        self.model.load_state_dict(saved["last"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.average = saved["average"]
        self.state = State(**saved["state"])

    def progress(self) -> float:
        """Return the part of the budget that is used, 0 to 1."""
        if self.given.pairs:
            return self.state.pairs / self.given.pairs
        return self.state.elapsed / (self.given.minutes * 60)

    def set_rates(self) -> None:
        """Set the learning rates: linear warm-up by step, linear decay by budget, lower far from the head."""
        peak = self.given.rate * min(1.0, (self.state.step + 1) / WARM_UP) * max(0.0, 1.0 - self.progress())
        for group in self.optimizer.param_groups:
            rate = peak * self.given.layer_decay ** group["far"]
            if isinstance(group["lr"], torch.Tensor):
                group["lr"].fill_(rate)
            else:
                group["lr"] = rate

    @torch.no_grad()
    def move_average(self) -> None:
        """Move the average of the weights towards the weights; early on it follows them closely."""
        decay = min(self.given.average**AVERAGE_STEPS, (1 + self.state.step) / (10 * AVERAGE_STEPS + self.state.step))
        for mean, parameter in zip(self.average, self.model.parameters(), strict=True):
            mean.lerp_(parameter, 1 - decay)

    def weights(self) -> dict[str, torch.Tensor]:
        """Return the weights that count: the average where one is kept."""
        weights = dict(self.model.state_dict())
        names = [name for name, _ in self.model.named_parameters()]
        return weights | dict(zip(names, self.average, strict=True)) if self.average else weights

    def save(self) -> None:
        """Write a checkpoint so that a crash leaves the old one or the new one."""
        temporary = self.checkpoint.with_suffix(".tmp")
        torch.save({"model": self.weights(), "last": self.model.state_dict(), "average": self.average,
                    "optimizer": self.optimizer.state_dict(), "state": vars(self.state)}, temporary)  # fmt: skip
        temporary.replace(self.checkpoint)

    def train(self) -> None:
        """Take steps until the budget is used."""
        given, state = self.given, self.state
        pairs = Pairs(given.mix, self.device)
        step = Step(self.model, pairs, self.optimizer, given.smoothing, given.agreement)
        verification = pairs.stage.nonzero()[0] if given.finish else None
        general = islice(passes(pairs, given.tokens, given.seed), state.step, None)
        special = passes(pairs, given.tokens, given.seed + state.step, verification)
        started, saved, before = time.monotonic(), time.monotonic(), state.elapsed
        self.model.train()
        while self.progress() < 1:
            self.set_rates()
            batch = next(special if self.progress() >= 1 - given.finish else general)
            step(batch)
            state.step += 1
            state.pairs += int((batch.rows < len(pairs)).sum())
            state.elapsed = before + time.monotonic() - started
            if self.average and state.step % AVERAGE_STEPS == 0:
                self.move_average()
            if state.step % LOG_STEPS == 0:
                self.log(step)
            if time.monotonic() - saved > CHECKPOINT_SECONDS:
                self.save()
                saved = time.monotonic()
        self.save()

    def log(self, step: Step) -> None:
        """Write a line of progress."""
        loss, accuracy = step.averages()
        line = {**vars(self.state), "loss": loss, "accuracy": accuracy, "progress": self.progress()}
        with (self.given.work / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")


def main() -> None:
    """Train until the end of the budget, then measure."""
    run = Run(options().parse_args())
    run.train()
    if run.given.dev:
        from measure import report

        run.model.load_state_dict(run.weights())
        result = {path.name: report(run.model, Pairs(path, run.device)) for path in run.given.dev}
        text = json.dumps({**vars(run.state), **result}, indent=1)
        (run.given.work / "measured.json").write_text(text + "\n")
        print(text)


if __name__ == "__main__":
    main()
