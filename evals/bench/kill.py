"""Kills a writer of the store again and again, and looks whether a row that it had acknowledged is missing or torn.

    python evals/bench/kill.py [TIMES]

Odd rounds kill an append, even rounds a build. After each kill the store is opened as a reader does: it must answer
with the version that was published last, whole; a writer that goes on must find every acknowledged batch, whole.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import numpy as np

import verifier
from verifier.records import Passage
from verifier.retrieval.compiling import Model, compile_store
from verifier.retrieval.lance import open_store, write_store
from verifier.retrieval.rows import draft
from verifier.retrieval.terms import Terms

SAME_CODE = {**os.environ, "PYTHONPATH": str(Path(verifier.__file__).parent.parent)}
DIMENSIONS = 16
BATCH = 50  # rows of one write
BATCHES = 400  # more than a writer gets done before it is killed


class Noise:
    """An encoder without a model, slow enough to be killed in its work."""

    def encode(self, texts: list[str]) -> np.ndarray:
        """Return unit vectors that depend on the text alone."""
        time.sleep(0.02)
        rows = [np.random.default_rng(len(text) + ord(text[-2])).normal(size=DIMENSIONS) for text in texts]
        return np.array([row / np.linalg.norm(row) for row in rows], dtype=np.float32)


MODEL = Model("noise", DIMENSIONS, Noise)


def passage(batch: int, row: int, edition: int) -> Passage:
    """Return one row; its text tells where it belongs."""
    text = f"Batch {batch} row {row} of edition {edition} says seven things."
    return Passage(id=f"{batch}/{row}", text=text, source="kill", valid_from=date(2020, 1, 1))


def append(place: str, edition: int) -> None:
    """Write batch after batch, saying so after each."""
    store, terms = write_store(place, DIMENSIONS), Terms()
    for batch in range(BATCHES):
        store.upsert([draft(passage(batch, row, edition), terms, "") for row in range(BATCH)])
        print(batch, flush=True)


def build(place: str, edition: int) -> None:
    """Build a corpus of the edition."""
    passages = [passage(batch, row, edition) for batch in range(BATCHES // 4) for row in range(BATCH)]
    compile_store(place, passages, str(edition), MODEL, encoded=True, tell=lambda text: print(text, flush=True))
    print("published", flush=True)


def killed(command: str, place: str, edition: int, seconds: float) -> list[str]:
    """Run a writer, kill it after its first lines and some time more, and return what it said."""
    program = [sys.executable, __file__, command, place, str(edition)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True, env=SAME_CODE) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        said = [line.strip() for line in [first, *writer.stdout.read().splitlines()] if line.strip()]
        if not said or writer.wait() not in (0, -signal.SIGKILL):
            raise SystemExit(f"the {command} failed by itself")
        return said


def torn(place: str, acknowledged: list[str], edition: int) -> list[str]:
    """Return what is wrong with the rows that were written: acknowledged batches missing, batches in part."""
    rows: dict[str, int] = {}
    for found in write_store(place, DIMENSIONS).all_passages():
        if f"of edition {edition} " in found.text:
            batch = found.id.partition("/")[0]
            rows[batch] = rows.get(batch, 0) + 1
    lost = [f"batch {batch} was acknowledged and is gone" for batch in acknowledged if batch not in rows]
    return lost + [f"batch {batch} has {count} of {BATCH} rows" for batch, count in rows.items() if count != BATCH]


def unreadable(place: str, editions: set[str]) -> list[str]:
    """Return what is wrong with the published version: it must be whole, of one edition, and searchable."""
    store = open_store(place, DIMENSIONS)
    if store is None:
        return ["nothing is published"]
    texts = [found.text for found in store.all_passages()]
    seen = {text.split(" of edition ")[1].split()[0] for text in texts}
    wrong = [] if len(texts) == BATCHES // 4 * BATCH else [f"{len(texts)} rows are published"]
    wrong += [] if len(seen) == 1 and seen <= editions else [f"editions {sorted(seen)} are published"]
    return wrong + ([] if store.by_words(["batch"], 5) and store.by_vector(np.ones(DIMENSIONS), 5) else ["no answer"])


def rounds(times: int) -> list[str]:
    """Kill so many times; return all that went wrong."""
    chance, wrong = random.Random(7), list[str]()
    with tempfile.TemporaryDirectory() as folder:
        built, appended = str(Path(folder) / "built"), str(Path(folder) / "appended")
        build(built, 0)
        published = {"0"}
        for number in range(1, times + 1):
            if number % 2:
                said = killed("append", appended, number, chance.uniform(0.0, 1.0))
                found, done = torn(appended, said, number), f"{len(said)} batches acknowledged"
            else:
                said = killed("build", built, number, chance.uniform(0.0, 1.5))
                published |= {str(number)}  # a kill right after publishing leaves the new edition
                found, done = unreadable(built, published), said[-1] if said else "nothing said"
            wrong += [f"round {number}: {problem}" for problem in found]
            print(f"round {number}: {done}; {'; '.join(found) or 'nothing lost, nothing torn'}")
    return wrong


if __name__ == "__main__":
    if sys.argv[1:2] in (["append"], ["build"]):
        {"append": append, "build": build}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
    else:
        sys.exit(1 if rounds(int(sys.argv[1]) if len(sys.argv) > 1 else 20) else 0)
