"""A weak judge by shared words: a baseline, and a stand-in where no model can run."""

from collections.abc import Sequence

from verifier.records import Judgement, Pair
from verifier.text import content_words, lemmas

_MOST = 0.9  # shared words alone are never certain


class LexicalJudge:
    """Takes the share of the hypothesis' content words found in the premise for entailment.

    It never says contradiction: words alone cannot tell it.
    """

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one judgement a pair, in order."""
        return [_judge(pair) for pair in pairs]


def _judge(pair: Pair) -> Judgement:
    wanted = content_words(pair.hypothesis)
    present = {lemma for word in content_words(pair.premise) for lemma in lemmas(word)}
    share = sum(bool(lemmas(word) & present) for word in wanted) / len(wanted) if wanted else 0.0
    entailment = round(_MOST * share, 6)
    return Judgement(entailment=entailment, neutral=round(1.0 - entailment, 6), contradiction=0.0)
