"""A judge whose probabilities are made softer or sharper by a fitted temperature (Guo et al. 2017)."""

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.protocols import Judge
from verifier.records import Judgement, Pair


@dataclass(frozen=True, slots=True)
class TemperedJudge:
    """Divides another judge's logits by a temperature: p ** (1 / t), summing to one again."""

    inner: Judge
    temperature: float

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one judgement a pair, in order."""
        return [self._tempered(judgement) for judgement in self.inner.judge(pairs)]

    def _tempered(self, judgement: Judgement) -> Judgement:
        powers = {name: value ** (1 / self.temperature) for name, value in judgement.model_dump().items()}
        total = sum(powers.values())
        return Judgement(**{name: min(1.0, value / total) for name, value in powers.items()})
