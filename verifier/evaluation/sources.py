"""Where the rows of a suite come from: the package, a folder that the user names, or the hub."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from verifier import bundled
from verifier.errors import InputError
from verifier.evaluation import scifact
from verifier.evaluation.gold import GoldPair, GoldSplit, lines, typed
from verifier.evaluation.suites import Suite

Rows = Iterator[tuple[str, dict[str, Any]]]  # where a row stands, and the row
CLAIM_READERS: Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]] = {"scifact": scifact.claim}
DOCUMENT_READERS: Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]] = {"scifact": scifact.document}


def locate(name: str, ships: bool, folders: Sequence[Path]) -> Path | None:
    """Return the file or folder of a suite's data, None where it is absent."""
    places = [bundled.evals() / "data"] if ships else list(folders)
    return next((place / name for place in places if (place / name).exists()), None)


def rows(suite: Suite, path: Path | None) -> Rows:
    """Yield the rows of a suite in our terms, from its file or, without one, from the hub."""
    found = ((f"{path}:{n}", row) for n, row in lines(path)) if path else _from_hub(suite)
    for where, row in found:
        renamed = dict(row)
        for ours, theirs in suite.fields.items():  # in order: a later one may name what an earlier one made
            renamed[ours] = renamed.get(theirs, renamed.get(ours))
        label = str(renamed.get("label", ""))
        yield where, {**renamed, "label": suite.labels.get(label, label)}


def _from_hub(suite: Suite) -> Rows:
    from datasets import load_dataset

    try:
        loaded = load_dataset(suite.hub, split=suite.hub_split)
    except Exception as error:  # the library raises errors of many packages; all mean: not to be had
        raise InputError(f"{suite.hub}: cannot be loaded from the hub: {error}") from error
    yield from ((f"{suite.hub}:{number}", dict(row)) for number, row in enumerate(loaded, 1))


def pairs(suite: Suite, path: Path | None) -> list[GoldPair]:
    """Return the pairs of a suite; ids are line numbers where the data has none."""
    found = []
    for number, (where, row) in enumerate(rows(suite, path), 1):
        values = {**row, "id": f"{suite.name}-{number}", "cluster": str(row.get("cluster") or number)}
        found.append(typed(GoldPair, values, where))
    return found


def splits(suite: Suite, path: Path | None) -> list[GoldSplit]:
    """Return the texts of a suite that have gold claims."""
    found = []
    for where, row in rows(suite, path):
        claims = [claim["text"] if isinstance(claim, dict) else claim for claim in row.get("claims") or ()]
        if claims:
            found.append(typed(GoldSplit, {**row, "claims": claims}, where))
    return found


def data_hash(path: Path | None, fallback: str) -> str:
    """Return a short hash of a data file, or of all files of a folder."""
    digest = hashlib.blake2b(fallback.encode(), digest_size=6)
    for file in sorted(path.rglob("*")) if path and path.is_dir() else [path] if path else []:
        if file.is_file():
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()
