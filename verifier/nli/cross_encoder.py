"""NLI by a cross-encoder that sentence-transformers can open: the bundled one, a folder, or a hub model."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from verifier.errors import JudgementError, ModelError
from verifier.nli.calibration import read_calibration
from verifier.nli.labels import LabelOrder, label_order
from verifier.nli.windows import strongest, windows
from verifier.records import Judgement, Pair

_SPECIAL_TOKENS = 4
_LONGEST_HYPOTHESIS = 256  # tokens
_CANARIES = (  # (premise, hypothesis, label): what no usable NLI model gets wrong together
    ("The treaty was signed in Rome.", "The treaty was signed in Rome.", "entailment"),
    ("No country has signed the treaty.", "Ten countries have signed the treaty.", "contradiction"),
)


class CrossEncoderJudge:
    """Scores pairs one by one, so that a judgement never depends on what else is in its batch.

    Padding and batch size move the last bits of a floating-point product; one pair a call is the only
    shape that gives the same bits everywhere, and on a CPU it costs little.

    Raises:
        ModelError: no such model, labels that do not say what they mean, or a failed canary.
    """

    def __init__(self, model: str | Path, *, threads: int = 0) -> None:
        self._name = str(model)
        self._model = _load(self._name, threads)
        self._order: LabelOrder = label_order(_id2label(self._model), self._name)
        self._limit = min(int(self._model.max_length or 512), 512)
        self._calibration = read_calibration(Path(self._name))
        self._refuse_broken()

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one judgement a pair, in order; equal pairs are scored once.

        Raises:
            JudgementError: a hypothesis is longer than the model can read.
        """
        unique = list(dict.fromkeys((pair.premise, pair.hypothesis) for pair in pairs))
        cut = [self._windows(premise, hypothesis) for premise, hypothesis in unique]
        flat = [(window, h) for found, (_, h) in zip(cut, unique, strict=True) for window in found]
        scored = iter(self._score(flat))
        judged = {pair: strongest([next(scored) for _ in found]) for pair, found in zip(unique, cut, strict=True)}
        return [judged[pair.premise, pair.hypothesis] for pair in pairs]

    def _windows(self, premise: str, hypothesis: str) -> list[str]:
        length = self._tokens(hypothesis)
        if length > _LONGEST_HYPOTHESIS:
            raise JudgementError(
                f"a claim of {length} tokens is too long to judge (at most {_LONGEST_HYPOTHESIS}): "
                f"'{hypothesis[:40]}...'; split it into shorter claims"
            )
        room = self._limit - length - _SPECIAL_TOKENS
        return windows(premise, min(room, self._calibration.premise_tokens or room), self._tokens)

    def _tokens(self, text: str) -> int:
        return len(self._model.tokenizer.encode(text, add_special_tokens=False, verbose=False))

    def _score(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        if not pairs:
            return []
        import torch

        logits: npt.NDArray[np.float64] = np.asarray(
            self._model.predict(list(pairs), batch_size=1, activation_fn=torch.nn.Identity(), show_progress_bar=False),
            dtype=np.float64,
        )
        return [self._order.judgement(_softmax(row / self._calibration.temperature)) for row in logits]

    def _refuse_broken(self) -> None:
        judged = self._score([(premise, hypothesis) for premise, hypothesis, _ in _CANARIES])
        wrong = [
            f"'{hypothesis}' is not read as {label}"
            for (_, hypothesis, label), judgement in zip(_CANARIES, judged, strict=True)
            if (label == "entailment" and judgement.entailment < 1 / 3)
            or (label == "contradiction" and judgement.entailment > 2 / 3)
        ]
        if wrong:
            raise ModelError(f"{self._name}: not a usable NLI model: {'; '.join(wrong)}")


def _load(name: str, threads: int) -> Any:
    """Open the model in float32; a folder or a cached hub model never asks the network."""
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
            device="cpu",
            local_files_only=local,
            trust_remote_code=False,
            model_kwargs={"dtype": torch.float32},
        )
    except (OSError, ValueError, KeyError) as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelError(f"{name}: cannot open the NLI model: {first}; give a folder or a hub id") from error


def _id2label(model: Any) -> dict[int, str]:
    return {int(number): str(label) for number, label in model.config.id2label.items()}


def _softmax(logits: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    powers = np.exp(logits - logits.max())
    result: npt.NDArray[np.float64] = powers / powers.sum()
    return result
