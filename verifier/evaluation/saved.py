"""Results as files: written for programs and people, read again to compare two runs item by item."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from verifier.errors import InputError
from verifier.evaluation.gold import typed
from verifier.evaluation.intervals import Comparison, compare
from verifier.evaluation.leaderboard import change, markdown
from verifier.evaluation.page import page
from verifier.evaluation.records import Outcome, Result
from verifier.store import replace_text

_SHOWN = 8  # lost items that a comparison names


def write_results(found: Sequence[Result], titles: dict[str, str], out: Path) -> None:
    """Write results.json, RESULTS.md and index.html into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    rows = [result.model_dump(mode="json") for result in found]
    replace_text(out / "results.json", json.dumps(rows, indent=1, ensure_ascii=False) + "\n")
    replace_text(out / "RESULTS.md", markdown(found, titles))
    replace_text(out / "index.html", page(found, titles))


def read_results(path: Path) -> list[Result]:
    """Read a results.json.

    Raises:
        InputError: it cannot be read, or is none.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {error}; give a results.json that --out wrote") from error
    if not isinstance(rows, list):
        raise InputError(f"{path}: not a list of results; give a results.json that --out wrote")
    return [typed(Result, row, f"{path}: result {number}") for number, row in enumerate(rows, 1)]


def compared(before: Sequence[Result], after: Sequence[Result]) -> Iterator[str]:
    """Yield lines on each suite and system that both runs have: the change of accuracy and the lost items."""
    known = {(result.suite, result.system): result for result in before if result.outcomes}
    for result in after:
        old = known.get((result.suite, result.system))
        if old is None or not result.outcomes:
            continue
        found = compare(old.outcomes, result.outcomes)
        yield f"{result.suite}: {result.system}: accuracy {change(found)}; {found.shared} items in both"
        yield from lost(found, result.outcomes)


def lost(found: Comparison, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the items that were right before and are wrong now, the first few in full."""
    known = {outcome.id: outcome for outcome in outcomes}
    for id_ in found.lost[:_SHOWN]:
        item = known[id_]
        yield f"  - {id_}: {item.gold} -> {item.predicted or 'no answer'}: {item.text}"
    if len(found.lost) > _SHOWN:
        yield f"  - and {len(found.lost) - _SHOWN} more; {len(found.gained)} items were gained"
