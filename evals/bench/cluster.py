"""Compares one process with two, and with workers of a Ray cluster: articles a minute, memory, equality of reports.

    python evals/bench/cluster.py [ARTICLES]

The articles are those of `batch.py`; models are the bundled ones, one thread each, nothing cached. A rate counts from
the first reports to the last, so without the opening of models, which is told apart. Seconds are those on the clock: a
machine that does other work, or has fewer cores than workers, shows less than there is. Last comes what the process
that writes pays for an article, which bounds how many workers it can feed.
"""

import os
import pickle
import re
import sys
import tempfile
import time
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from batch import DAY, made_articles

from verifier.build import Workshop
from verifier.config import Settings
from verifier.process import prepare_process
from verifier.records import Article, Report
from verifier.reports.jsonl import load_reports
from verifier.runs.batch import Outcome, run_batch
from verifier.runs.cluster import actors
from verifier.runs.engine import Engine, LocalEngine
from verifier.runs.processes import processes
from verifier.runs.saved import opened
from verifier.runs.spread import SpreadEngine


@dataclass(slots=True)
class Watch:
    """When reports came, and how large the workers were."""

    started: float = field(default_factory=time.perf_counter)
    landed: list[tuple[float, int]] = field(default_factory=list)  # seconds since the start, reports
    memory: list[int] = field(default_factory=list)  # MB of each worker, at the end

    def __call__(self, reports: Sequence[Report]) -> None:
        """Note reports."""
        self.landed.append((time.perf_counter() - self.started, len(reports)))
        self.memory = sorted(_workers()) or self.memory

    @property
    def rate(self) -> float:
        """Articles a minute, from the first reports on."""
        (first, _), (last, _) = self.landed[0], self.landed[-1]
        return 60 * sum(count for _, count in self.landed[1:]) / (last - first)


def _workers() -> list[int]:
    """Return the resident memory of the workers on this machine, MB."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
            if command.startswith(b"ray::Worker") or b"spawn_main" in command:
                pages = int((folder / "statm").read_text().split()[1])
                found.append(pages * os.sysconf("SC_PAGE_SIZE") // 2**20)
        except OSError:
            continue  # it has ended
    return found


def run(engine: Engine, workshop: Workshop, articles: Sequence[Article], folder: Path) -> tuple[Watch, str]:
    """Verify the articles; return what was measured, and the reports without timings."""
    watch = Watch()
    with opened(folder) as saved:
        run_batch(engine, workshop.run_info(), articles, DAY, saved, Outcome(), watch)
    text = (folder / "reports.jsonl").read_text(encoding="utf-8")
    return watch, re.sub(r'"seconds":\{[^}]*\}', "", text)


def paid(report: Report, folder: Path, count: int = 200) -> float:
    """Return the processor milliseconds that the writing process pays for an article that a worker sends."""
    sent = pickle.dumps(report)
    with opened(folder) as saved:
        start = time.process_time()
        for _ in range(count):
            saved.add([pickle.loads(sent)])
        return 1000 * (time.process_time() - start) / count


def main(count: int) -> None:
    """Run the engines, and print."""
    prepare_process()
    warnings.filterwarnings("ignore", message="lancedb fork support")  # Ray starts by fork and exec
    workshop = Workshop(Settings(threads=1))
    articles = made_articles(count, workshop.corpus_folder)
    engines: dict[str, Engine] = {
        "one process": LocalEngine(workshop.pipeline),
        "two processes": SpreadEngine(processes(2), workshop, workshop.run_info()),
        "one worker of Ray": SpreadEngine(actors(None, 1, print), workshop, workshop.run_info()),
        "two workers of Ray": SpreadEngine(actors(None, 2, print), workshop, workshop.run_info()),
    }
    print(f"{os.cpu_count()} CPUs, load before: {', '.join(f'{load:.1f}' for load in os.getloadavg())}")
    rates, texts = {}, set()
    with tempfile.TemporaryDirectory() as folder:
        for name, engine in engines.items():
            watch, text = run(engine, workshop, articles, Path(folder) / name.replace(" ", "-"))
            rates[name] = watch.rate
            texts.add(text)
            last = load_reports(Path(folder) / name.replace(" ", "-") / "reports.jsonl")
            memory = f", {' and '.join(map(str, watch.memory))} MB resident" if watch.memory else ""
            print(f"{name}: {watch.rate:.0f} articles a minute, the first after {watch.landed[0][0]:.0f} s{memory}")
        milliseconds = paid(next(iter(last)), Path(folder) / "paid")
    print(f"the process that writes pays {milliseconds:.1f} ms of processor time an article")
    for name, rate in rates.items():
        print(f"{name} against one process: {rate / rates['one process']:.2f} x")
    print(f"{len(text) / count / 1000:.0f} kB of reports an article of 12 sentences; reports equal: {len(texts) == 1}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 60)
