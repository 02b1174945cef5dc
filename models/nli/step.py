"""One step of training: gather, forward, loss, backward, clip, update; on CUDA replayed as a graph.

A MiniLM is so small that a fast card waits for Python to launch its kernels; a captured graph launches them at once.
"""

from collections import Counter

import torch
from pairs import Batch, Pairs
from torch import nn
from torch.nn import functional

WARM_UPS = 3  # steps of a width before its graph is captured, as PyTorch asks


class Step:
    """Steps of one model over one set of pairs; keeps the summed loss and hits since `averages` was last read."""

    def __init__(
        self, model: nn.Module, pairs: Pairs, optimizer: torch.optim.Optimizer, smoothing: float, agreement: float
    ) -> None:
        self._model, self._pairs, self._optimizer = model, pairs, optimizer
        self._smoothing, self._agreement = smoothing, agreement
        self._device = next(model.parameters()).device
        self._sums = torch.zeros(3, device=self._device)  # loss, hits, weight
        self._graphs: dict[int, tuple[torch.cuda.CUDAGraph, torch.Tensor]] = {}
        self._seen: Counter[int] = Counter()
        self._stream = torch.cuda.Stream() if self._device.type == "cuda" else None

    def __call__(self, batch: Batch) -> None:
        """Take one step."""
        rows = torch.from_numpy(batch.rows).to(self._device, non_blocking=True)
        if self._stream is None:
            self._run(rows, batch.width)
        elif self._seen[batch.width] < WARM_UPS:
            self._stream.wait_stream(torch.cuda.current_stream())
            with torch.cuda.stream(self._stream):
                self._run(rows, batch.width)
            torch.cuda.current_stream().wait_stream(self._stream)
        else:
            if batch.width not in self._graphs:
                self._capture(rows, batch.width)
            graph, static = self._graphs[batch.width]
            static.copy_(rows)
            graph.replay()
        self._seen[batch.width] += 1

    def averages(self) -> tuple[float, float]:
        """Return loss and accuracy a pair since the last call."""
        loss, hits, weight = self._sums.tolist()
        self._sums.zero_()
        return loss / max(weight, 1), hits / max(weight, 1)

    def _capture(self, rows: torch.Tensor, width: int) -> None:
        static, graph = rows.clone(), torch.cuda.CUDAGraph()
        self._optimizer.zero_grad(set_to_none=True)
        with torch.cuda.graph(graph):
            self._run(static, width)
        self._graphs[width] = graph, static

    def _run(self, rows: torch.Tensor, width: int) -> None:
        self._optimizer.zero_grad(set_to_none=True)
        ids, types, mask, targets = self._pairs.gather(rows, width)
        if self._agreement:
            ids, types, mask, targets = (torch.cat([x, x]) for x in (ids, types, mask, targets))
        with torch.autocast(self._device.type, torch.bfloat16, enabled=halves(self._device), cache_enabled=False):
            logits = self._model(ids, types, mask)
        log = functional.log_softmax(logits.float(), dim=1)
        weight = targets.sum(1, keepdim=True)
        smoothed = targets * (1 - self._smoothing) + weight * (self._smoothing / targets.shape[1])
        losses = -(smoothed * log).sum(1)
        total = losses.sum() / weight.sum().clamp(min=1)
        if self._agreement:
            total = total + self._agreement * disagreement(log, weight)
        total.backward()
        nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
        self._optimizer.step()
        hits = ((logits.argmax(1) == targets.argmax(1)) * weight.squeeze(1)).sum()
        self._sums += torch.stack([losses.detach().sum(), hits, weight.sum()])


def disagreement(log: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """Return the symmetric divergence of the two halves, which dropout alone tells apart (R-Drop: Wu et al. 2021)."""
    first, second = log.chunk(2)
    both = ((first.exp() - second.exp()) * (first - second)).sum(1)
    return both.sum() / weight.sum().clamp(min=1)


def halves(device: torch.device) -> bool:
    """Say whether the device multiplies bfloat16 itself; a processor that only imitates it is several times slower."""
    return device.type == "cuda" or bool(torch.cpu.get_capabilities().get("avx512_bf16"))
