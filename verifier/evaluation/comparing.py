"""Two runs side by side, in words: the change of accuracy, and the items that were lost."""

from collections.abc import Iterator, Sequence

from verifier.evaluation.intervals import Comparison, compare
from verifier.evaluation.records import Outcome, Result

_SHOWN = 8  # lost items that are named


def change(found: Comparison) -> str:
    """Write a paired comparison: points of accuracy with their interval, and McNemar's p.

    >>> from verifier.evaluation.records import Score
    >>> change(Comparison((), ("a",), 1.0, Score(name="accuracy difference", value=-0.5, n=2)))
    '-50.0, p = 1.000'
    """
    score = found.difference
    bounds = "" if score.low is None or score.high is None else f" [{100 * score.low:+.1f}, {100 * score.high:+.1f}]"
    return f"{100 * score.value:+.1f}{bounds}, p = {found.p:.3f}"


def lost(found: Comparison, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the items that were right before and are wrong now, the first few in full."""
    known = {outcome.id: outcome for outcome in outcomes}
    for id_ in found.lost[:_SHOWN]:
        item = known[id_]
        yield f"  - {id_}: {item.gold} -> {item.predicted or 'no answer'}: {item.text}"
    if len(found.lost) > _SHOWN:
        yield f"  - and {len(found.lost) - _SHOWN} more; {len(found.gained)} items were gained"


def compared(before: Sequence[Result], after: Sequence[Result]) -> Iterator[str]:
    """Yield lines on each suite and system that both runs have: the change of accuracy and the lost items."""
    known = {(result.suite, result.system): result for result in before if result.outcomes}
    for result in after:
        old = known.get((result.suite, result.system))
        if old is None or not result.outcomes:
            continue
        found = compare(old.outcomes, result.outcomes)
        yield f"{result.suite}: {result.system}: accuracy {change(found)}; {found.difference.n} items in both"
        yield from lost(found, result.outcomes)
