"""Times how long a user waits: for the help, for one claim after a cold start and on open models, for an article.

    python evals/bench/startup.py [ARTICLE]

Seconds on the clock, nothing kept from one time to the next; beside them how long Python itself and its largest imports
take on the machine, since half of a cold start is imports.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from verifier.asked import AskedClaim, questions_of
from verifier.build import Workshop
from verifier.config import Settings
from verifier.process import prepare_process
from verifier.records import Article

SEED = Path(__file__).parents[2] / "seeds" / "putin-mongolia-2024.txt"
CLAIM = "Mongolia ratified the Rome Statute in 2002."
DAY = date(2024, 8, 30)
PROGRAM = ("-m", "verifier")


def best(what: str, times: int, action: Callable[[], object]) -> None:
    """Print the best and the middle of several times."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        found.append(time.perf_counter() - start)
    found.sort()
    print(f"{what}: {found[0]:.2f} s at best of {times}, {found[times // 2]:.2f} s in the middle", flush=True)


def python(*arguments: str) -> Callable[[], object]:
    """Return what starts a Python of its own."""
    return lambda: subprocess.run([sys.executable, *arguments], capture_output=True, check=True)


def main(path: Path) -> None:
    """Measure all."""
    for module in ("sys", "spacy", "lancedb", "onnxruntime"):
        best(f"python, import {module}", 3, python("-c", f"import {module}"))
    best("verifier --help", 5, python(*PROGRAM, "--help"))
    best("verifier check, one claim, cold", 3, python(*PROGRAM, "check", CLAIM, "--as-of", str(DAY), "--no-cache"))
    prepare_process()
    pipeline = Workshop(Settings()).warm_up()
    question = questions_of([AskedClaim(claim=CLAIM)], DAY)
    best("the same claim, models open", 5, lambda: pipeline.check(question))
    article = Article(id=path.stem, text=path.read_text(encoding="utf-8"), published=DAY)
    report = pipeline.verify([article], DAY)[0]
    print(f"{path.name}: {len(report.claims)} claims; seconds {report.seconds}")
    best(f"{path.name}, models open", 5, lambda: pipeline.verify([article], DAY))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SEED)
