"""NLI by a cross-encoder: what every backend shares, from windows over the premise to calibrated labels."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from verifier.errors import JudgementError, ModelError
from verifier.nli.calibration import read_calibration
from verifier.nli.labels import LabelOrder, label_order
from verifier.nli.scorer import Scorer
from verifier.nli.windows import strongest, windows
from verifier.records import Judgement, Pair

_SPECIAL_TOKENS = 4
_LONGEST_HYPOTHESIS = 256  # tokens
_CANARIES = (  # (premise, hypothesis, label): what no usable NLI model gets wrong together
    ("The treaty was signed in Rome.", "The treaty was signed in Rome.", "entailment"),
    ("No country has signed the treaty.", "Ten countries have signed the treaty.", "contradiction"),
)


class CrossEncoderJudge:
    """Reads the logits of a backend by the model's own label names and calibration.

    Raises:
        ModelError: labels that do not say what they mean, or a failed canary.
    """

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._order: LabelOrder = label_order(scorer.id2label, scorer.name)
        self._calibration = read_calibration(Path(scorer.name))
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
        length = self._scorer.tokens(hypothesis)
        if length > _LONGEST_HYPOTHESIS:
            raise JudgementError(
                f"a claim of {length} tokens is too long to judge (at most {_LONGEST_HYPOTHESIS}): "
                f"'{hypothesis[:40]}...'; split it into shorter claims"
            )
        room = self._scorer.limit - length - _SPECIAL_TOKENS
        return windows(premise, min(room, self._calibration.premise_tokens or room), self._scorer.tokens)

    def _score(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        if not pairs:
            return []
        rows = self._scorer.logits(pairs)
        return [self._order.judgement(_softmax(row / self._calibration.temperature)) for row in rows]

    def _refuse_broken(self) -> None:
        judged = self._score([(premise, hypothesis) for premise, hypothesis, _ in _CANARIES])
        wrong = [
            f"'{hypothesis}' is not read as {label}"
            for (_, hypothesis, label), judgement in zip(_CANARIES, judged, strict=True)
            if (label == "entailment" and judgement.entailment < 1 / 3)
            or (label == "contradiction" and judgement.entailment > 2 / 3)
        ]
        if wrong:
            raise ModelError(f"{self._scorer.name}: not a usable NLI model: {'; '.join(wrong)}")


def _softmax(logits: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    powers = np.exp(logits - logits.max())
    result: npt.NDArray[np.float64] = powers / powers.sum()
    return result
