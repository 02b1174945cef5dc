"""Kills batch runs at random moments and looks whether a report is lost, doubled or torn; then other faults.

    python evals/bench/faults.py [KILLS]

Every run is `verifier verify` in a process of its own, with parts that need no model. After each kill the same command
goes on; at the end reports.jsonl must equal, but for timings, that of a run that nobody killed.
"""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from parts import write_config

import verifier

HERE = Path(__file__).parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(verifier.__file__).parent.parent), str(HERE)])}
ARTICLES = 64
SENTENCES = 3
DAY = "2024-08-30"


def write_articles(path: Path, count: int = ARTICLES) -> None:
    """Write articles of different sentences."""
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            text = " ".join(
                f"Estonia reported {n * SENTENCES + s} cases of rain to the Union." for s in range(SENTENCES)
            )
            file.write(json.dumps({"id": f"a{n}", "text": text, "published": DAY}) + "\n")


def start(
    folder: Path, out: str, limit: Callable[[], None] | None = None, articles: str = "articles.jsonl"
) -> subprocess.Popen[str]:
    """Start the program on the articles of a folder."""
    command = [sys.executable, "-m", "verifier", "verify", str(folder / articles), "--out", str(folder / out)]
    return subprocess.Popen(
        [*command, "--config", str(folder / "config.toml"), "--format", "jsonl", "--as-of", DAY, "--quiet"],
        env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=limit,
    )  # fmt: skip


def reports(path: Path) -> list[str]:
    """Return the lines of reports.jsonl without timings; a torn line is an error."""
    found = []
    for line in path.read_bytes().decode().split("\n")[:-1]:
        record = json.loads(line)
        del record["seconds"]
        found.append(json.dumps(record, sort_keys=True))
    return found


def whole(path: Path) -> list[str]:
    """Return the ids of whole lines of a file that may be torn."""
    if not path.exists():
        return []
    return [json.loads(line)["article"]["id"] for line in path.read_bytes().split(b"\n")[:-1]]


def at_work(folder: Path, process: subprocess.Popen[str]) -> bool:
    """Wait until a run holds its folder, which is when it has opened everything; False where it ended before."""
    while process.poll() is None:
        if (folder / ".holder.json").exists():
            return True
        time.sleep(0.005)
    return False


def kill_often(folder: Path, kills: int, seconds: float, random_: random.Random) -> str:
    """Kill runs at random moments of their work, whose seconds are given, and look at the file after each."""
    wanted, killed, filled, kept = reports(folder / "calm" / "reports.jsonl"), 0, 0, 0
    path = folder / "hard" / "reports.jsonl"
    while killed < kills:
        before = whole(path)
        process = start(folder, "hard")
        if at_work(folder / "hard", process):
            time.sleep(random_.uniform(0.0, seconds))
            process.kill()
        process.communicate()
        (folder / "hard" / ".holder.json").unlink(missing_ok=True)  # of the dead, so that it is not taken for the next
        after = whole(path)
        assert after[: len(before)] == before, "a report was lost"
        assert len(set(after)) == len(after), "a report was doubled"
        killed += process.returncode == -signal.SIGKILL
        kept += len(after) > len(before)
        if process.returncode == 0:
            assert reports(path) == wanted, "the reports differ from those of a calm run"
            path.unlink()
            filled += 1
    assert start(folder, "hard").wait() == 0
    assert reports(path) == wanted, "the reports differ from those of a calm run"
    return f"killed {killed} times at work, {kept} times after it had saved reports; {filled + 1} folder(s) were filled"


def fill_disk(folder: Path) -> str:
    """Let no file grow above 60 kB: the run ends with one line, and goes on where there is room again."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))

    process = start(folder, "full", limit)
    _, told = process.communicate()
    assert process.returncode == 2, (process.returncode, told)
    assert len(told.strip().splitlines()) <= 2, told
    kept = len(whole(folder / "full" / "reports.jsonl"))
    assert kept > 0
    assert start(folder, "full").wait() == 0
    assert reports(folder / "full" / "reports.jsonl") == reports(folder / "calm" / "reports.jsonl")
    return f"{kept} reports were kept; {told.strip()}"


def run_twice(folder: Path) -> str:
    """Start a second run into a folder where one is at work."""
    (folder / "twice").mkdir()
    write_articles(folder / "many.jsonl", 10 * ARTICLES)  # so that the first is still at work when it is stopped
    first = start(folder, "twice", articles="many.jsonl")
    assert at_work(folder / "twice", first)
    first.send_signal(signal.SIGSTOP)
    second = start(folder, "twice", articles="many.jsonl")
    _, told = second.communicate()
    first.send_signal(signal.SIGINT)  # waits for the process to go on, which may be near its end
    first.send_signal(signal.SIGCONT)
    _, stopped = first.communicate()
    assert second.returncode == 2, told
    assert f"process {first.pid}" in told, told
    assert first.returncode == 130, (first.returncode, stopped)
    assert "goes on where it was" in stopped, stopped
    return f"{told.strip()}\n    {stopped.strip()}"


def main(kills: int) -> None:
    """Run all and print what was seen."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_config(folder)
        write_articles(folder / "articles.jsonl")
        process = start(folder, "calm")
        _, told = process.communicate()
        assert process.returncode == 0, told
        seconds = json.loads((folder / "calm" / "run.json").read_text())["seconds"]
        print(f"calm: {ARTICLES} articles in {seconds:.1f} s of work")
        print(f"{kill_often(folder, kills, seconds, random.Random(7))}: no report lost, doubled or torn", flush=True)
        print(f"full disk: {fill_disk(folder)}")
        print(f"two at once: {run_twice(folder)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
