"""A judge that stops when nobody waits for the answer any more."""

import time
from collections.abc import Sequence

from verifier.protocols import Judge
from verifier.records import Judgement, Pair
from verifier.serve.problems import TimeLimitError

_SLICE = 64  # pairs between two looks at the clock: about a second of one core


class DeadlineJudge:
    """Asks another judge slice by slice, which changes no judgement, as `Judge` promises."""

    def __init__(self, inner: Judge) -> None:
        self._inner = inner
        self.ends = float("inf")  # on the monotonic clock

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one judgement a pair, in order.

        Raises:
            TimeLimitError: it is too late for all who asked.
            JudgementError: a pair cannot be judged.
        """
        asked = list(dict.fromkeys(pairs))
        known: dict[Pair, Judgement] = {}
        for start in range(0, len(asked), _SLICE):
            if time.monotonic() > self.ends:
                raise TimeLimitError("the answer was not ready in time")
            some = asked[start : start + _SLICE]
            known.update(zip(some, self._inner.judge(some), strict=True))
        return [known[pair] for pair in pairs]
