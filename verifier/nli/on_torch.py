"""A cross-encoder on torch that sentence-transformers can open: the bundled one, a folder, or a hub model."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from verifier.device import ON_CPU, Placement
from verifier.errors import ModelError
from verifier.nli.scorer import Logits


class TorchScorer:
    """Scores pairs on a CPU one by one in float32, so that logits never depend on what else is in a batch.

    Padding and batch size move the last bits of a floating-point product; one pair a call is the only
    shape that gives the same bits everywhere, and on a CPU it costs little. On a graphics card it would cost nearly
    all of its speed: there pairs go in batches, and the last digits of a score may depend on its neighbours.

    Raises:
        ModelError: no such model.
    """

    def __init__(self, model: str | Path, *, threads: int = 0, placement: Placement = ON_CPU) -> None:
        self.name = str(model)
        self._model = _load(self.name, threads, placement)
        self._batch = placement.batch
        self.id2label = {int(number): str(label) for number, label in self._model.config.id2label.items()}
        self.limit = min(int(self._model.max_length or 512), 512)

    def tokens(self, text: str) -> int:
        """Return how many tokens a text has, separators left out."""
        return len(self._model.tokenizer.encode(text, add_special_tokens=False, verbose=False))

    def logits(self, pairs: Sequence[tuple[str, str]]) -> Logits:
        """Return one row a (premise, hypothesis), in order."""
        import torch

        rows = self._model.predict(
            list(pairs), batch_size=self._batch, activation_fn=torch.nn.Identity(), show_progress_bar=False
        )
        return np.asarray(rows, dtype=np.float64)


def _load(name: str, threads: int, placement: Placement) -> Any:
    """Open the model; a folder or a cached hub model never asks the network."""
    import torch
    import transformers
    from sentence_transformers import CrossEncoder

    if threads:
        torch.set_num_threads(threads)
    transformers.utils.logging.disable_progress_bar()
    transformers.utils.logging.set_verbosity_error()
    local = Path(name).is_dir()
    try:
        return CrossEncoder(
            name,
            device=placement.device,
            local_files_only=local,
            trust_remote_code=False,
            model_kwargs={"dtype": getattr(torch, placement.dtype)},
        )
    except (OSError, ValueError, KeyError) as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelError(f"{name}: cannot open the NLI model: {first}; give a folder or a hub id") from error
