"""Several workers: the same reports as in one process, whatever dies; processes, and a Ray cluster of two nodes."""

import multiprocessing
import os
import re
import signal
import sys
from datetime import date
from pathlib import Path

import pytest

from verifier.build import Workshop
from verifier.config import Settings
from verifier.errors import ClusterError, ConfigError
from verifier.records import Article, RunInfo
from verifier.runs.batch import Outcome, run_batch
from verifier.runs.cluster import actors
from verifier.runs.engine import LocalEngine
from verifier.runs.ground import kit_of
from verifier.runs.processes import processes
from verifier.runs.saved import opened
from verifier.runs.spread import SpreadEngine
from verifier.runs.worker import difference

DAY = date(2024, 8, 30)
PARTS = '''
import os, time
from pathlib import Path
from verifier.records import Claim, Hit, Judgement, Kind, Span, Split

class Sentences:
    """Takes the text for a claim; some texts are hard on the machine."""
    def __init__(self, corpus):
        pass
    def split(self, article):
        if "slow" in article.text:
            time.sleep(0.2)
        if "stumbles" in article.text and not (here / "stumbled").exists():
            (here / "stumbled").touch()
            os._exit(1)
        if "chokes" in article.text:
            raise ValueError("choked")
        claim = Claim(id="c1", text=article.text, kind=Kind.FACT, spans=(Span(start=0, end=len(article.text)),))
        return Split(claims=(claim,))

class Some:
    """Finds the first passages."""
    def __init__(self, corpus):
        self.passages = list(corpus.passages)[:3]
    def search(self, queries, k, known_by=None):
        return [[Hit(passage=p, score=1.0, rank=n) for n, p in enumerate(self.passages[:k], 1)] for _ in queries]

class Length:
    """Says something that depends on the pair alone."""
    def __init__(self, corpus):
        pass
    def judge(self, pairs):
        return [Judgement(entailment=len(p.hypothesis) / 1000, neutral=0.0, contradiction=0.5) for p in pairs]

here = Path(__file__).parent
'''


@pytest.fixture(scope="module")
def parts(tmp_path_factory):
    """A folder on the path of this process and of those that it starts."""
    folder = tmp_path_factory.mktemp("parts")
    (folder / "hard_parts.py").write_text(PARTS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", f"{folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
        patch.syspath_prepend(str(folder))
        yield folder


@pytest.fixture(scope="module")
def workshop(parts):
    return Workshop(Settings(splitter="hard_parts:Sentences", retriever="hard_parts:Some", judge="hard_parts:Length"))


@pytest.fixture(scope="module")
def cluster(parts):
    """Two nodes of one processor each; what dies is missed at once."""
    pytest.importorskip("ray", reason="ray is not installed: pip install '.[ray]'")
    from ray.cluster_utils import Cluster

    impatient = {"health_check_initial_delay_ms": 0, "health_check_period_ms": 500, "health_check_failure_threshold": 3}
    head = {"num_cpus": 1, "object_store_memory": 80_000_000, "_system_config": impatient}
    made = Cluster(initialize_head=True, head_node_args=head)
    made.second = made.add_node(num_cpus=1, object_store_memory=80_000_000)
    yield made
    made.shutdown()


def articles(count, text="It rains", **odd):
    """Return articles; those that are named say something else."""
    return [Article(id=f"a{n}", text=f"{odd.get(f'a{n}', text)} {n}.", published=DAY) for n in range(count)]


def go(engine, run, items, folder, progress=lambda reports: None):
    outcome = Outcome()
    with opened(folder) as saved:
        run_batch(engine, run, items, DAY, saved, outcome, progress)
    return outcome


def written(folder):
    return re.sub(r'"seconds":\{[^}]*\}', "", (folder / "reports.jsonl").read_text())


def on(address, workshop, workers=2):
    return SpreadEngine(actors(address, workers, print), workshop, workshop.run_info(), patience=300)


def test_workers_and_nodes_that_die_mid_run_cost_nothing_but_time(cluster, workshop, parts, tmp_path):
    items, run, done = articles(20, "A slow sentence", a1="It stumbles", a7="It chokes"), workshop.run_info(), []

    def progress(reports):
        done.extend(reports)
        if len(done) >= 6 and cluster.second is not None:
            cluster.remove_node(cluster.second, allow_graceful=False)
            cluster.second = None

    outcome = go(on(cluster.address, workshop), run, items, tmp_path / "ray", progress)
    assert (parts / "stumbled").exists()
    assert cluster.second is None
    assert (outcome.verified, outcome.claims, outcome.broken) == (20, 19, 1)
    go(LocalEngine(workshop.pipeline), run, items, tmp_path / "local")
    assert written(tmp_path / "ray") == written(tmp_path / "local")
    again = go(
        on("127.0.0.1:1", workshop), run, items[:7], tmp_path / "ray"
    )  # asks for no cluster where nothing is left to do
    assert (again.resumed, again.verified) == (7, 0)


def test_what_a_worker_cannot_open_ends_the_run_in_one_line(cluster, workshop, tmp_path):
    run = workshop.run_info().model_copy(update={"corpus": "another"})
    engine = SpreadEngine(actors(cluster.address, 1, print), workshop, run)
    with pytest.raises(ClusterError, match=r"another corpus .*not another"):
        go(engine, run, articles(1), tmp_path)


def test_a_cluster_that_does_not_answer_is_told(workshop, tmp_path):
    pytest.importorskip("ray", reason="ray is not installed: pip install '.[ray]'")
    with pytest.raises(ClusterError, match="no Ray cluster answers"):
        go(on("127.0.0.1:1", workshop), workshop.run_info(), articles(1), tmp_path)


def test_without_ray_the_extra_is_named(workshop, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ConfigError, match=r"verifier\[ray\]"):
        go(on(None, workshop), workshop.run_info(), articles(1), tmp_path)


def test_processes_that_die_cost_nothing_but_time(workshop, parts, tmp_path):
    """Two are killed: by an article that does so once, and by the system while they work."""
    (parts / "stumbled").unlink(missing_ok=True)
    items, run = articles(12, "A slow sentence", a1="It stumbles", a7="It chokes"), workshop.run_info()
    killed = []

    def progress(reports):
        if not killed:
            killed.append(multiprocessing.active_children()[-1])
            os.kill(killed[0].pid, signal.SIGKILL)

    engine = SpreadEngine(processes(2), workshop, run, patience=300)
    outcome = go(engine, run, items, tmp_path / "two", progress)
    assert (parts / "stumbled").exists()
    assert (outcome.verified, outcome.claims, outcome.broken) == (12, 11, 1)
    go(LocalEngine(workshop.pipeline), run, items, tmp_path / "one")
    assert written(tmp_path / "two") == written(tmp_path / "one")
    assert multiprocessing.active_children() == []


def test_what_a_process_meets_ends_the_run_in_one_line(workshop, tmp_path):
    run = workshop.run_info().model_copy(update={"corpus": "another"})
    with pytest.raises(ClusterError, match=r"another corpus .*not another"):
        go(SpreadEngine(processes(1), workshop, run), run, articles(1), tmp_path)
    assert multiprocessing.active_children() == []


def test_machines_that_differ_are_told_apart_by_content():
    run = RunInfo(version="1", config={}, models={"nli": "/here 12ab", "parser": "bundled 3c"}, corpus="c", key="k")
    moved = run.model_copy(update={"models": {"nli": "/there 12ab", "parser": "bundled 3c"}, "key": "j"})
    assert difference(run, moved) is None
    other = run.model_copy(update={"models": {"nli": "/here 99ff", "parser": "bundled 3c"}})
    assert "another model for nli" in difference(run, other)
    assert "another version" in difference(run, run.model_copy(update={"version": "2"}))
    assert "another corpus" in difference(run, run.model_copy(update={"corpus": "d"}))


def test_settings_that_travel_name_whole_paths(union, monkeypatch):
    monkeypatch.chdir(union.parent)
    (union.parent / "nli").mkdir()
    workshop = Workshop(Settings(corpus="union", nli="nli"), Path("cache.sqlite"))
    kit = kit_of(workshop, None)
    assert (kit.settings.corpus, kit.settings.nli) == (str(union), str(union.parent / "nli"))
    assert (kit.settings.threads, kit.cache) == (1, union.parent / "cache.sqlite")
    assert kit_of(Workshop(Settings(threads=3)), None).settings == Settings(threads=3)
