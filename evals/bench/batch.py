"""Times batches end to end, split by stage, and compares: plain NLI, one article at a time, reruns, memory.

    python evals/bench/batch.py [ARTICLES] [memory] [speed]

Articles are made of the claims of the probe of the bundled corpus (evals/data/probes/icc.toml), ten each, drawn with
repetition from one seed, with two sentences each that the corpus knows nothing of. All figures of a run come from one
process on one machine; seconds are processor seconds of all threads, which other programs do not lengthen, with
those on the clock beside them. Memory is measured with parts that need no model, in processes of their own.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from faults import ENVIRONMENT, write_articles
from parts import write_config

from verifier.build import Workshop
from verifier.config import Settings
from verifier.evaluation.probes import claims, read_probe
from verifier.pipeline import Pipeline
from verifier.process import prepare_process
from verifier.records import Article, Judgement, Pair
from verifier.runs.batch import Outcome, run_batch
from verifier.runs.engine import LocalEngine
from verifier.runs.saved import opened

PROBE = Path(__file__).parent.parent / "data" / "probes" / "icc.toml"
DAY = date(2024, 8, 30)
SENTENCES = 10
ALL = {"memory", "speed"}


@dataclass(slots=True)
class Clock:
    """Seconds of one measurement."""

    cpu: float = 0.0
    wall: float = 0.0

    def __str__(self) -> str:
        return f"{self.cpu:.1f} s of processor time ({self.wall:.1f} s on the clock)"


@contextmanager
def measured() -> Iterator[Clock]:
    """Measure a block."""
    clock, cpu, wall = Clock(), time.process_time(), time.perf_counter()
    yield clock
    clock.cpu, clock.wall = time.process_time() - cpu, time.perf_counter() - wall


class Recording:
    """A judge that remembers what it was asked, and how long the answer took."""

    def __init__(self, inner: object) -> None:
        self.inner, self.pairs, self.clock = inner, list[Pair](), Clock()

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return what the other judge says."""
        self.pairs += pairs
        with measured() as clock:
            answers = self.inner.judge(pairs)
        self.clock.cpu += clock.cpu
        self.clock.wall += clock.wall
        return answers


def made_articles(count: int, corpus: Path) -> list[Article]:
    """Return articles of claims of the probe."""
    chance, texts = random.Random(7), [gold.claim for gold in claims(*read_probe(PROBE, corpus))]
    made = []
    for n in range(count):
        sentences = chance.choices(texts, k=SENTENCES)
        sentences[3:3] = [f"It was {n + 3} degrees that day.", f"Some {7 * n + 2} reporters were present."]
        made.append(Article(id=f"a{n}", text=" ".join(s[0].upper() + s[1:] for s in sentences), published=DAY))
    return made


def batch(pipeline: Callable[[], Pipeline], workshop: Workshop, articles: list[Article], out: Path) -> Outcome:
    """Run a batch as the program does."""
    outcome = Outcome()
    with opened(out) as saved:
        run_batch(LocalEngine(pipeline), workshop.run_info(), articles, DAY, saved, outcome)
    return outcome


def speed(count: int, folder: Path) -> None:
    """Time a first run, plain NLI, one article at a time, and two kinds of reruns."""
    workshop = Workshop(Settings(threads=1), folder / "cache.sqlite")
    articles = made_articles(count, workshop.corpus_folder)
    pipeline = workshop.pipeline()
    pipeline.verify(articles[:1], DAY)  # opens the models
    (folder / "cache.sqlite").unlink()
    recording = Recording(workshop.judge)
    watched = replace(pipeline, judge=recording)
    with measured() as first:
        outcome = batch(lambda: watched, workshop, articles, folder / "out")
    print(f"first run: {outcome.verified} articles, {outcome.claims} claims: {first}")
    print(
        f"  {60 * count / first.cpu:.0f} articles a minute, {outcome.claims / first.cpu:.1f} claims a second of a core"
    )
    for name, seconds in outcome.stages.most_common():
        print(f"  {name}: {seconds / sum(outcome.stages.values()):.0%}")
    with measured() as resumed:
        batch(lambda: watched, workshop, articles, folder / "out")
    print(f"the same again: {resumed}, {resumed.cpu / first.cpu:.1%} of the first run")
    with measured() as cached:
        batch(lambda: watched, workshop, articles, folder / "out-2")
    print(f"all anew with what NLI said kept: {cached}, {cached.cpu / first.cpu:.1%} of the first run")
    compare(recording, pipeline, articles, first)


def compare(recording: Recording, pipeline: Pipeline, articles: list[Article], first: Clock) -> None:
    """Compare with NLI alone over the same pairs, and with one article at a time and nothing kept."""
    fresh = Workshop(Settings(threads=1))
    judge = fresh.judge
    unique = list(dict.fromkeys((p.premise, p.hypothesis) for p in recording.pairs))
    with measured() as plain:
        _predict(fresh.nli_model, unique)
    print(f"CrossEncoder.predict on the {len(unique)} different pairs, 32 at a time: {plain}")
    print(
        f"  NLI of the first run took {recording.clock.cpu:.1f} s, {recording.clock.cpu / plain.cpu:.2f} times as much"
    )
    with measured() as naive:
        for article in articles:
            replace(pipeline, judge=judge).verify([article], DAY)
    print(f"one article at a time, nothing kept: {naive}, {naive.cpu / first.cpu:.2f} times the first run")


def _predict(model: str, pairs: Sequence[tuple[str, str]]) -> None:
    from sentence_transformers import CrossEncoder

    CrossEncoder(model, device="cpu", local_files_only=True).predict(
        list(pairs), batch_size=32, show_progress_bar=False
    )


MEMORY = """
import resource, sys
from verifier.cli import main
sys.argv = ["verifier", *sys.argv[1:]]
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""


PLAIN = ("--as-of", "2024-08-30", "--no-cache", "--quiet")


def memory(folder: Path, counts: Sequence[int]) -> None:
    """Measure peak memory of batches of several sizes, html pages written too."""
    config = write_config(folder / "parts")
    for count in counts:
        path = folder / f"{count}.jsonl"
        write_articles(path, count)
        out = folder / f"out-{count}"
        with measured() as clock:
            peak = _peak("verify", path, "--config", config, "--out", out, *PLAIN)
        told = json.loads((out / "run.json").read_text())
        size = (out / "reports.jsonl").stat().st_size / 1e6
        print(
            f"memory: {count} articles, {told['claims']['total']} claims, {size:.0f} MB of reports: "
            f"{peak} MB at most, {clock.wall:.0f} s"
        )
        print(f"  verifier report --format html: {_peak('report', out, '--format', 'html')} MB at most")


def _peak(*arguments: object) -> str:
    """Return the megabytes that a command takes at most."""
    command = [sys.executable, "-c", MEMORY, *map(str, arguments)]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    return done.stderr.split()[-1]


def main(count: int, names: set[str]) -> None:
    """Run the chosen measurements, or all, and print."""
    prepare_process()
    with tempfile.TemporaryDirectory() as name:
        if "memory" in names:
            memory(Path(name), [100, 5000])
        if "speed" in names:
            speed(count, Path(name))


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    main(numbers[0] if numbers else 40, set(sys.argv[1:]) & ALL or ALL)
