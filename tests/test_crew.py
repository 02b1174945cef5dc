"""What becomes of a batch whose workers die, hang, or are never there; Ray is a fake that does what it is told."""

import sys
from datetime import date
from itertools import count
from types import ModuleType, SimpleNamespace

import pytest

from verifier.errors import ClusterError, ModelError
from verifier.records import Article, Report, RunInfo
from verifier.runs.crew import Crew

DAY = date(2024, 8, 30)
RUN = RunInfo(version="1", config={}, models={}, corpus="c", key="k")


class RayError(Exception):
    pass


class RayTaskError(RayError):
    def __init__(self, cause):
        super().__init__("in a worker")
        self.cause = cause


class FakeRay(ModuleType):
    """Answers when asked; references are numbers."""

    def __init__(self):
        super().__init__("ray")
        self.exceptions = SimpleNamespace(RayError=RayError, RayTaskError=RayTaskError)
        self.numbers, self.asked, self.killed, self.seen = count(), {}, [], []
        self.hangs = self.dies = lambda ids: False
        self.opens = True

    def hire(self):
        """Return an actor and the reference of its opening."""
        actor = SimpleNamespace(name=f"w{next(self.numbers)}")
        actor.verify = SimpleNamespace(remote=lambda articles, as_of: self.refer(articles))
        return actor, self.refer(None)

    def refer(self, articles):
        reference = next(self.numbers)
        self.asked[reference] = articles
        return reference

    def wait(self, references, timeout):
        return [r for r in references if (self.opens if not self.asked[r] else not self.hangs(self.ids(r)))], []

    def ids(self, reference):
        return [article.id for article in self.asked[reference]]

    def get(self, reference):
        if isinstance(self.opens, Exception):
            raise self.opens
        if not self.asked[reference]:
            return None
        self.seen.append(self.ids(reference))
        if self.dies(self.ids(reference)):
            raise RayError("gone")
        return [Report(article=article, claims=(), run=RUN) for article in self.asked[reference]]

    def kill(self, actor):
        self.killed.append(actor.name)

    def cluster_resources(self):
        return {"CPU": 1.0}

    available_resources = cluster_resources


@pytest.fixture
def ray(monkeypatch):
    fake = FakeRay()
    monkeypatch.setitem(sys.modules, "ray", fake)
    monkeypatch.setitem(sys.modules, "ray.exceptions", fake.exceptions)
    return fake


@pytest.fixture
def clock(monkeypatch):
    """A clock on which each look takes a minute."""
    minutes = count(0, 60)
    monkeypatch.setattr("verifier.runs.crew.time", SimpleNamespace(monotonic=lambda: next(minutes)))


def article(name, text="It rains."):
    return Article(id=name, text=text, published=DAY)


def work(crew, *groups):
    """Send groups and return all reports."""
    for group in groups:
        crew.send(tuple(map(article, group)))
    made = []
    while crew.busy:
        made += [report for reports in crew.landed() for report in reports]
    return made


def test_every_article_comes_back_once(ray):
    made = work(Crew(ray.hire, 3, DAY, RUN, 60), "ab", "cd", "e", "fg")
    assert sorted(report.article.id for report in made) == list("abcdefg")


def test_a_worker_does_one_thing_at_a_time_and_little_waits(ray):
    crew = Crew(ray.hire, 2, DAY, RUN, 60)
    for name in "ab":
        assert not crew.full
        crew.send((article(name),))
    assert crew.full
    list(crew.landed())  # the workers open and take what waits
    assert not crew.full
    assert len([articles for articles in ray.asked.values() if articles]) == 2


def test_the_others_of_a_group_do_not_share_the_fate_of_the_culprit(ray):
    ray.dies = lambda ids: "b" in ids
    made = work(Crew(ray.hire, 1, DAY, RUN, 60), "abc")
    assert {report.article.id: len(report.failures) for report in made} == {"a": 0, "b": 1, "c": 0}
    (failure,) = next(report.failures for report in made if report.failures)
    assert failure.error == "ClusterError"
    assert "3 workers died over it" in failure.message
    assert ray.seen.count(["b"]) == 2  # after the time with its group
    assert len(ray.killed) == 3


def test_a_dead_worker_is_replaced_and_its_articles_are_done_again(ray):
    ray.dies = lambda ids: len(ray.seen) == 1
    made = work(Crew(ray.hire, 2, DAY, RUN, 60), "a", "b", "c")
    assert sorted(report.article.id for report in made) == ["a", "b", "c"]
    assert not any(report.failures for report in made)
    assert len(ray.killed) == 1


def test_a_batch_that_stands_still_ends_with_an_error_that_names_the_article(ray, clock):
    ray.hangs = lambda ids: ids == ["b"]
    with pytest.raises(ClusterError, match=r"no progress for \d+ s: 0 of 2 workers .*at work: b;.*same command"):
        work(Crew(ray.hire, 2, DAY, RUN, 600), "a", "b", "c")


def test_a_long_article_has_more_time(ray, clock):
    looks = count()
    ray.hangs = lambda ids: next(looks) < 30  # half an hour and more, by the clock above
    crew = Crew(ray.hire, 1, DAY, RUN, 600)
    crew.send((article("long", "It rains. " * 50_000),))
    made = []
    while crew.busy:
        made += [report for reports in crew.landed() for report in reports]
    assert len(made) == 1
    looks = count()
    with pytest.raises(ClusterError, match="no progress"):
        work(Crew(ray.hire, 1, DAY, RUN, 600), "s")


def test_workers_that_find_no_room_end_the_batch_with_the_room_that_there_is(ray, clock):
    ray.opens = False
    with pytest.raises(ClusterError, match=r"2 of 2 workers are not open yet .the cluster has 1 CPUs, 1 of them free"):
        work(Crew(ray.hire, 2, DAY, RUN, 600), "a")


def test_workers_that_die_while_they_open_end_the_batch(ray):
    ray.opens = RayError("out of\nmemory")
    with pytest.raises(ClusterError, match=r"die while they open their models .RayError: out of memory.; is memory"):
        work(Crew(ray.hire, 2, DAY, RUN, 600), "a")


@pytest.mark.parametrize(
    ("cause", "kind", "words"), [(ModelError("no such model"), ModelError, "no such model"),
                                 (MemoryError("full"), ClusterError, "a worker failed .MemoryError: full.")]
)  # fmt: skip
def test_what_a_worker_raises_is_raised_here(ray, cause, kind, words):
    ray.opens = RayTaskError(cause)
    with pytest.raises(kind, match=words):
        work(Crew(ray.hire, 1, DAY, RUN, 600), "a")


def test_all_workers_are_let_go(ray):
    crew = Crew(ray.hire, 3, DAY, RUN, 60)
    work(crew, "a")
    crew.dismiss()
    assert len(set(ray.killed)) == 3
