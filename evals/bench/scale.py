"""Builds a store of many passages and asks it: time, size, memory, latency, recall.

    python evals/bench/scale.py [PASSAGES] [FOLDER]

Everything is synthetic and made from one seed. Texts are 12 to 50 words drawn by Zipf's law from 200,000 made-up
words, a third of them shifted by topic. A vector is the sum of three of 2,000 topics, of different weight, and noise.
The figures tell of speed and of how near search by signs comes to exact search, and nothing of how well retrieval
serves real claims. A query is ten words of a passage with its vector moved to a cosine of about 0.7, and a day that
leaves about half. A folder that holds a store already is only asked. Beside the time on the clock, which other
programs lengthen, stands the processor time of all threads.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from verifier.protocols import Entry
from verifier.records import Passage
from verifier.retrieval.lance import LanceStore, open_store, write_store
from verifier.retrieval.search import Fused

DIMENSIONS = 384
TOPICS = 2_000
WEIGHTS = np.array([1.0, 0.7, 0.5], dtype=np.float32)  # of a passage's topics
WORDS = 200_000
BATCH = 20_000
QUERIES = 300
FIRST, DAYS = date(2000, 1, 1), 9_000
CUT = FIRST + timedelta(DAYS // 2)


class World:
    """Topics with words and directions of their own."""

    def __init__(self) -> None:
        self.chance = np.random.default_rng(11)
        self.centres = _unit(self.chance.normal(size=(TOPICS, DIMENSIONS)).astype(np.float32))
        weights = 1.0 / np.arange(1, WORDS + 1)
        self.weights = np.cumsum(weights / weights.sum())

    def batch(self, start: int, count: int) -> list[Entry]:
        """Return passages with terms and vectors."""
        topics = self.chance.integers(TOPICS, size=(count, len(WEIGHTS)))
        mixed = np.einsum("ntd,t->nd", self.centres[topics], WEIGHTS)
        vectors = self.near(_unit(mixed), 0.5).astype(np.float16)
        days = self.chance.integers(DAYS, size=count)
        return [
            self._entry(start + n, int(topic[0]), vector, int(day))
            for n, (topic, vector, day) in enumerate(zip(topics, vectors, days, strict=True))
        ]

    def near(self, vectors: np.ndarray, spread: float) -> np.ndarray:
        """Return unit vectors at about the same distance from those given."""
        noise = self.chance.normal(size=vectors.shape).astype(np.float32) * (spread / DIMENSIONS**0.5)
        return _unit(vectors.astype(np.float32) + noise)

    def _entry(self, number: int, topic: int, vector: np.ndarray, day: int) -> Entry:
        length = int(self.chance.integers(12, 51))
        drawn = np.searchsorted(self.weights, self.chance.random(length))
        own = self.chance.random(length) < 0.3
        drawn = np.where(own, (topic * 97 + drawn) % WORDS, drawn)
        terms = tuple(f"w{word}" for word in drawn)
        known = FIRST + timedelta(day)
        passage = Passage.model_construct(
            id=f"{number:08}", text=" ".join(terms), title=None, source="synthetic", url=None, valid_from=known,
            valid_to=None, table=None, row=None, start=None, end=None, confirmed=True,
        )  # fmt: skip
        return Entry(passage, terms, number.to_bytes(16, "big"), None, vector)


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


class Asked:
    """A ready-made query as the two ways of searching take it."""

    def __init__(self, store: LanceStore, terms: Sequence[str], vector: np.ndarray) -> None:
        self.store, self.terms, self.vector = store, terms, vector
        self.words = type("Words", (), {"find": lambda _, q, k, day: store.by_words(self.terms, k, day)})()
        self.meaning = type("Meaning", (), {"find": lambda _, q, k, day: store.by_vector(self.vector, k, day)})()

    def answer(self) -> int:
        """Return how many passages the hybrid search reads."""
        found = Fused([self.words, self.meaning]).find("", 8, CUT)
        return len(self.store.passages([item.row for item in found]))


def build(world: World, place: str, passages: int) -> Iterator[tuple[str, float]]:
    """Write and index; yield what took how many seconds, making the texts left out."""
    store, writing = write_store(place, DIMENSIONS), 0.0
    for start in range(0, passages, BATCH):
        entries = world.batch(start, min(BATCH, passages - start))
        begin = time.perf_counter()
        store.add(entries)
        writing += time.perf_counter() - begin
    begin = time.perf_counter()
    store.publish({"corpus": "synthetic", "model": "none"})
    yield "write_seconds", round(writing, 1)
    yield "index_seconds", round(time.perf_counter() - begin, 1)


def queries(world: World, store: LanceStore) -> list[Asked]:
    """Return queries made from passages of the store."""
    rows = store.keys()["_rowid"].to_numpy()
    chosen = [int(row) for row in world.chance.choice(rows, QUERIES)]
    vectors = world.near(np.array(store.vectors(chosen)), 1.0)
    found = store.passages(chosen)
    return [Asked(store, p.text.split()[:10], v) for p, v in zip(found, vectors, strict=True)]


def latencies(asked: Sequence[Asked]) -> dict[str, float]:
    """Return percentiles of the milliseconds of a query, after some to warm up."""
    wall, cpu = [], []
    for query in [*asked[:20], *asked]:
        begin, worked = time.perf_counter(), time.process_time()
        query.answer()
        wall.append((time.perf_counter() - begin) * 1000)
        cpu.append((time.process_time() - worked) * 1000)
    times = {"hybrid_dated": wall[20:], "hybrid_dated_cpu": cpu[20:]}
    return {f"{name}_p{q}_ms": round(float(np.percentile(t, q)), 1) for name, t in times.items() for q in (50, 95)}


def main(passages: int, place: str) -> None:
    """Print the figures as JSON."""
    figures: dict[str, object] = {"passages": passages, "data": "synthetic"}
    if open_store(place, DIMENSIONS) is None:
        figures |= dict(build(World(), place, passages))
        figures["build_peak_gb"] = _peak()
    figures["size_mb"] = round(sum(p.stat().st_size for p in Path(place).rglob("*") if p.is_file()) / 1e6)
    begin = time.perf_counter()
    store = open_store(place, DIMENSIONS)
    assert store is not None
    figures["open_ms"] = round((time.perf_counter() - begin) * 1000, 1)
    figures |= {name: value for name, value in store.state.items() if name not in ("corpus", "model")}
    figures |= latencies(queries(World(), store))
    figures["peak_gb"] = _peak()
    print(json.dumps(figures, indent=2))


def _peak() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, 2)


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        main(size, sys.argv[2] if len(sys.argv) > 2 else folder)
