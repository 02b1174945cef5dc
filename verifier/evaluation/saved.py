"""Results as files: written for programs and for people, and read again."""

import json
from collections.abc import Sequence
from pathlib import Path

from verifier.errors import InputError
from verifier.evaluation.gold import typed
from verifier.evaluation.leaderboard import markdown
from verifier.evaluation.page import page
from verifier.evaluation.records import Result
from verifier.store import replace_text


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
