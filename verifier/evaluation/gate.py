"""The gate: floors under scores, and no regression beyond noise against the committed baseline."""

import json
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field

from verifier.errors import ConfigError
from verifier.evaluation.comparing import change, lost
from verifier.evaluation.gold import typed
from verifier.evaluation.intervals import compare
from verifier.evaluation.records import Outcome, Result, Status
from verifier.evaluation.systems import PROGRAM
from verifier.records import Record
from verifier.store import replace_text


class Floor(Record):
    """A score that must not fall below `min` or rise above `max`."""

    suite: str
    score: str
    min: float | None = None
    max: float | None = None


class Gates(Record):
    """What `verifier eval --gate` holds a run to."""

    baseline: str = Field(default="", description="file of right and wrong items, beside the gates file")
    floor: tuple[Floor, ...] = ()


def read_gates(path: Path) -> Gates:
    """Read a gates file.

    Raises:
        ConfigError: it cannot be read.
    """
    try:
        return typed(Gates, tomllib.loads(path.read_text(encoding="utf-8")), str(path))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}; give a gates file with --gates") from error


def broken(gates: Gates, results: Sequence[Result], baseline: dict[str, dict[str, bool]]) -> list[str]:
    """Return a line for each floor or baseline that the results break."""
    own = {result.suite: result for result in results if result.system == PROGRAM}
    lines = [line for floor in gates.floor for line in _below(floor, own.get(floor.suite))]
    for name, before in baseline.items():
        lines += _worse(name, before, own.get(name))
    return lines


def _below(floor: Floor, result: Result | None) -> Iterator[str]:
    name = f"{floor.suite} {floor.score}"
    if result is None or result.status is Status.NOT_RUN:
        yield f"{name}: not run" + (f": {result.reason}" if result else "")
        return
    score = result.score(floor.score)
    if score is None:
        yield f"{name}: no such score; has {', '.join(s.name for s in result.scores)}"
    elif floor.min is not None and score.value < floor.min:
        yield f"{name}: {score.value:.4f} is below the floor {floor.min:.4f}"
    elif floor.max is not None and score.value > floor.max:
        yield f"{name}: {score.value:.4f} is above the ceiling {floor.max:.4f}"


def _worse(name: str, before: dict[str, bool], result: Result | None) -> Iterator[str]:
    if result is None or result.status is Status.NOT_RUN:
        return
    found = compare([_outcome(id_, right) for id_, right in before.items()], result.outcomes)
    if found.regressed:
        yield f"{name}: worse than the baseline: accuracy {change(found)}"
        yield from lost(found, result.outcomes)


def _outcome(id_: str, right: bool) -> Outcome:
    return Outcome(id=id_, cluster=id_, gold="right", predicted="right" if right else "wrong")


def read_baseline(path: Path) -> dict[str, dict[str, bool]]:
    """Return which items of which suite were right; nothing where there is no file yet."""
    if not path.is_file():
        return {}
    try:
        saved: dict[str, dict[str, bool]] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {error}; write it anew with --accept") from error
    return saved


def write_baseline(path: Path, results: Sequence[Result]) -> None:
    """Write which items of the program's results are right, one suite a line."""
    own = [result for result in results if result.system == PROGRAM and result.outcomes]
    rows = [f"{json.dumps(result.suite)}: {_items(result)}" for result in sorted(own, key=lambda r: r.suite)]
    replace_text(path, "{\n" + ",\n".join(rows) + "\n}\n")


def _items(result: Result) -> str:
    return json.dumps({outcome.id: outcome.right for outcome in sorted(result.outcomes, key=lambda o: o.id)})
