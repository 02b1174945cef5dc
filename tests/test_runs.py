"""Batches: streamed, resumed, kept whole by whatever happens; the parts are fakes."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest

from verifier.cli.progress import words
from verifier.cli.verify import _stoppable, _till
from verifier.errors import OutputError
from verifier.records import Article, CheckedClaim, Claim, Failure, Kind, Label, Report, RunInfo, Verdict
from verifier.reports.html import HtmlRenderer
from verifier.reports.markdown import MarkdownRenderer
from verifier.runs.batch import Outcome, run_batch
from verifier.runs.engine import LocalEngine
from verifier.runs.journal import Journal
from verifier.runs.pages import write_pages
from verifier.runs.saved import opened

DAY = date(2024, 8, 30)
FAULTS = Path(__file__).parent.parent / "evals" / "bench" / "faults.py"


def run_info(**changes):
    values = {"version": "1", "config": {"top_k": 8}, "models": {"nli": "a"}, "corpus": "c 1"} | changes
    return RunInfo(**values, key=json.dumps(values, sort_keys=True))


class FakePipeline:
    """Makes one claim of an article; says what it was asked."""

    def __init__(self, run=None):
        self.run = run or run_info()
        self.asked = []

    def verify(self, articles, as_of):
        self.asked.append([article.id for article in articles])
        if any("choke" in article.text for article in articles):
            raise ValueError("choked")
        return [self.report(article, as_of) for article in articles]

    def report(self, article, as_of):
        claim = Claim(id="c1", text=article.text, kind=Kind.FACT, spans=())
        label = Label.REFUTED if "wrong" in article.text else Label.SUPPORTED
        verdict = Verdict(label=label, confidence=0.9, as_of=article.published or as_of, decider="nli", reason="so")
        checked = CheckedClaim(claim=claim, verdict=verdict)
        return Report(article=article, claims=(checked,), run=self.run, seconds={"judge": 0.5})


def articles(count, text="It rains."):
    return [Article(id=f"a{n}", text=f"{text} {n}", published=DAY) for n in range(count)]


def go(folder, items, pipeline=None, as_of=DAY):
    pipeline, outcome = pipeline or FakePipeline(), Outcome()
    with opened(folder) as saved:
        run_batch(LocalEngine(lambda: pipeline), pipeline.run, items, as_of, saved, outcome)
    return outcome, [name for group in pipeline.asked for name in group]


def ids(folder):
    return [json.loads(line)["article"]["id"] for line in (folder / "reports.jsonl").read_text().splitlines()]


def test_a_finished_article_is_never_verified_again(tmp_path):
    assert go(tmp_path, articles(20))[1] == [f"a{n}" for n in range(20)]
    before = (tmp_path / "reports.jsonl").read_bytes()
    outcome, asked = go(tmp_path, articles(20))
    assert (asked, outcome.resumed) == ([], 20)
    assert (tmp_path / "reports.jsonl").read_bytes() == before


def test_only_what_is_missing_is_made_and_the_order_is_that_of_the_articles(tmp_path):
    go(tmp_path, articles(20)[10:])
    assert go(tmp_path, articles(20))[1] == [f"a{n}" for n in range(10)]
    assert ids(tmp_path) == [f"a{n}" for n in range(20)]


def test_articles_are_read_only_as_they_are_needed(tmp_path):
    read = []

    def items():
        for article in articles(40):
            read.append(article.id)
            yield article

    class Watching(FakePipeline):
        def verify(self, group, as_of):
            assert len(read) - len(self.asked) * 8 <= 8
            return super().verify(group, as_of)

    go(tmp_path, items(), Watching())
    assert len(read) == 40


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"corpus": "c 2"}, "the corpus changed"),
        ({"models": {"nli": "b"}}, "models changed: nli"),
        ({"config": {"top_k": 9}}, "settings changed: top_k"),
        ({"version": "2"}, "made by version 1"),
    ],
)
def test_what_another_configuration_made_is_made_again_and_told(tmp_path, changes, why):
    go(tmp_path, articles(3))
    outcome, asked = go(tmp_path, articles(3), FakePipeline(run_info(**changes)))
    assert dict(outcome.again) == {why: 3}
    assert asked == ids(tmp_path) == ["a0", "a1", "a2"]


def test_exactly_the_articles_that_changed_are_made_again(tmp_path):
    go(tmp_path, articles(4))
    changed = articles(4)
    changed[2] = changed[2].model_copy(update={"text": "It is wrong."})
    outcome, asked = go(tmp_path, changed)
    assert (asked, dict(outcome.again)) == (["a2"], {"the article changed": 1})
    assert ids(tmp_path) == ["a0", "a1", "a2", "a3"]


def test_another_day_concerns_articles_without_a_date_alone(tmp_path):
    both = [articles(1)[0], Article(id="undated", text="It rains.")]
    go(tmp_path, both)
    assert go(tmp_path, both, as_of=date(2025, 1, 1))[1] == ["undated"]


def test_a_line_torn_by_a_crash_is_made_again(tmp_path):
    go(tmp_path, articles(3))
    path = tmp_path / "reports.jsonl"
    path.write_bytes(path.read_bytes()[:-40])
    assert go(tmp_path, articles(3))[1] == ["a2"]
    assert ids(tmp_path) == ["a0", "a1", "a2"]
    with path.open("ab") as file:
        file.write(b'{"schema":1,"arti')
    assert go(tmp_path, articles(3))[1] == []
    assert ids(tmp_path) == ["a0", "a1", "a2"]


@pytest.mark.parametrize("damage", [b"\xff\xfe\x00\n", b"{}\n", b"[1, 2]\n", b'{"article": 7, "run": {}}\n', b"\n"])
def test_a_damaged_line_is_set_aside_and_its_article_made_again(tmp_path, damage):
    go(tmp_path, articles(3))
    path = tmp_path / "reports.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + damage + lines[2])
    assert go(tmp_path, articles(3))[1] == ["a1"]
    assert ids(tmp_path) == ["a0", "a1", "a2"]
    assert (tmp_path / "reports.damaged.jsonl").read_bytes() == damage


def test_reports_of_other_batches_are_kept_after_those_of_this_one(tmp_path):
    go(tmp_path, articles(3))
    go(tmp_path, articles(3)[2:])
    assert ids(tmp_path) == ["a2", "a0", "a1"]


def test_one_odd_article_is_a_failure_and_is_tried_again(tmp_path):
    items = articles(3)
    items[1] = items[1].model_copy(update={"text": "choke"})
    outcome, _ = go(tmp_path, [*items, Failure(stage="read", item="x", error="E", message="m")])
    assert (outcome.verified, outcome.broken, len(outcome.failures)) == (3, 1, 1)
    line = json.loads((tmp_path / "reports.jsonl").read_text().splitlines()[1])
    assert line["failures"][0]["error"] == "ValueError"
    outcome, _ = go(tmp_path, items)
    assert dict(outcome.again) == {"parts of it failed before": 1}


def test_two_runs_never_share_a_folder(tmp_path):
    with opened(tmp_path), pytest.raises(OutputError, match=f"process {os.getpid()} on .* since"), opened(tmp_path):
        pass
    with opened(tmp_path):
        pass


def test_a_killed_holder_and_its_halves_are_no_hindrance(tmp_path):
    (tmp_path / ".lock").touch()
    (tmp_path / ".holder.json").write_text("{")
    for half in (".reports.jsonl.123", ".report-0001.html.4", "..holder.json.5"):
        (tmp_path / half).write_text("half")
    go(tmp_path, articles(1))
    assert {p.name for p in tmp_path.iterdir()} == {"reports.jsonl", ".lock"}


def test_a_disk_without_room_keeps_what_was_written(tmp_path):
    code = (
        "import resource, sys; sys.path.insert(0, sys.argv[1]); from test_runs import *\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "try: go(Path(sys.argv[2]), articles(100))\n"
        "except OutputError as error: print(error)"
    )
    command = [sys.executable, "-c", code, str(Path(__file__).parent), str(tmp_path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=FAULTS.parents[2]).stdout
    assert "make room" in told
    kept = ids(tmp_path)
    assert 0 < len(kept) < 100
    assert go(tmp_path, articles(100))[1] == [f"a{n}" for n in range(len(kept), 100)]


FULL = """
import os, subprocess, sys
sys.path.insert(0, sys.argv[1])
from test_runs import *
folder = Path(sys.argv[2])
(folder / "ballast").write_bytes(b"x" * 150_000)
try: go(folder / "out", articles(200))
except OutputError as error: print(error)
kept = ids(folder / "out")
(folder / "ballast").unlink()
again = go(folder / "out", articles(200))[1]
print(len(kept), 0 < len(kept) < 200, again == [f"a{n}" for n in range(len(kept), 200)], len(ids(folder / "out")))
"""


def test_a_full_disk_is_told_and_with_room_the_run_goes_on(tmp_path):
    """A file system of 200 kB in memory, in a name space of its own; only root may make one."""
    mounted = ["unshare", "--mount", "sh", "-c", 'mount -t tmpfs -o size=200k none "$0" && exec "$@"', str(tmp_path)]
    if shutil.which("unshare") is None or subprocess.run([*mounted, "true"], capture_output=True).returncode:
        pytest.skip("file systems cannot be mounted here: needs unshare and root")
    command = [*mounted, sys.executable, "-c", FULL, str(Path(__file__).parent), str(tmp_path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=FAULTS.parents[2]).stdout
    assert "No space left on device" in told
    assert "make room" in told
    assert told.strip().endswith("True True 200")
    assert list(tmp_path.iterdir()) == []  # all of it was on the other file system


READ_ONLY = """
import os, sys
sys.path.insert(0, sys.argv[1])
import filelock
from test_runs import *
from verifier.errors import VerifierError
folder = Path(sys.argv[2])
if os.geteuid() == 0:
    os.setgid(65534), os.setuid(65534)
for place in (folder / "locked", folder / "locked" / "new", folder / "half"):
    try: go(place, articles(6))
    except VerifierError as error: print(error)
"""


@pytest.fixture
def open_folder():
    """A folder that other users may enter: root, who may write anywhere, gives up its rights in it."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_folder_that_cannot_be_written_is_told(open_folder):
    for name, mode in (("locked", 0o555), ("half", 0o777)):
        (open_folder / name).mkdir()
        go(open_folder / name, articles(3))
        (open_folder / name / ".lock").chmod(0o666 if name == "half" else 0o444)
        (open_folder / name / "reports.jsonl").chmod(0o444)
        (open_folder / name).chmod(mode)
    command = [sys.executable, "-c", READ_ONLY, str(Path(__file__).parent), str(open_folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=FAULTS.parents[2]).stdout
    assert told.count("choose another --out") == 2
    assert told.count("what is in reports.jsonl is kept") == 1
    assert ids(open_folder / "half") == ["a0", "a1", "a2"]


def test_many_articles_are_paged_with_an_index(tmp_path):
    items = articles(120)
    go(tmp_path, items)
    formats = {"html": HtmlRenderer(), "md": MarkdownRenderer()}
    with opened(tmp_path) as saved:
        assert [p.name for p in write_pages(saved, [a.id for a in items], formats)] == ["report.html", "report.md"]
        assert 'href="report-0003.html#a20"' in (tmp_path / "report.html").read_text()
        assert len(list(tmp_path.glob("report-*.html"))) == 3
        write_pages(saved, ["a1"], formats)
        assert not list(tmp_path.glob("report-*"))
        assert "It rains. 1" in (tmp_path / "report.html").read_text()


def test_run_json_counts_everything(tmp_path):
    items = [*articles(2), Article(id="w", text="wrong", published=DAY)]
    go(tmp_path, items[:1])
    pipeline, outcome = FakePipeline(), Outcome()
    with opened(tmp_path) as saved:
        run_batch(LocalEngine(lambda: pipeline), pipeline.run, items, DAY, saved, outcome)
        Journal(saved, pipeline.run, datetime(2024, 1, 1)).write(outcome, "done")
        first = json.loads((tmp_path / "run.json").read_text())
        Journal(saved, pipeline.run, datetime(2024, 1, 1)).write(Outcome(), "stopped")
    last = json.loads((tmp_path / "run.json").read_text())
    (told,) = last["before"]
    assert (last["status"], told["status"]) == ("stopped", "done")
    assert told["articles"] == {
        "total": 3, "verified": 2, "resumed": 1, "again": 0, "unreadable": 0, "with_failures": 0,
    }  # fmt: skip
    assert (first["claims"]["supported"], first["claims"]["refuted"], first["claims"]["now"]) == (2, 1, 2)
    assert told["stages"] == {"judge": 1.0}


def test_a_clock_that_jumps_changes_nothing(tmp_path, monkeypatch):
    go(tmp_path, articles(10))
    os.utime(tmp_path / "reports.jsonl", (4e9, 4e9))
    monkeypatch.setattr("time.time", lambda: 0.0)
    outcome, asked = go(tmp_path, articles(20))
    assert asked == [f"a{n}" for n in range(10, 20)]
    assert outcome.seconds >= 0


def test_progress_tells_rate_time_left_and_failures():
    outcome = Outcome(verified=30, claims=1032, seconds=60.0, broken=1)
    assert words(outcome, 90) == "1,032 claims, 30 articles/min, 2 min left, 1 failed"
    assert words(Outcome(verified=3000, seconds=60.0), None) == "0 claims, 3,000 articles/min"
    assert words(Outcome(), None) == "0 claims"


def test_runs_killed_at_random_moments_lose_nothing():
    """A few rounds of evals/bench/faults.py, with the full disk and two runs at once."""
    done = subprocess.run([sys.executable, str(FAULTS), "2"], capture_output=True, text=True, cwd=FAULTS.parents[2])
    assert done.returncode == 0, done.stderr
    assert "no report lost, doubled or torn" in done.stdout


def test_a_stop_that_a_library_swallowed_ends_the_run_all_the_same():
    with _stoppable() as asked:
        items = _till(asked, range(5))
        assert next(items) == 0
        with suppress(KeyboardInterrupt):  # as an import or a destructor may do
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            next(items)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
