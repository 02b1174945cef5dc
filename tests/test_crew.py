"""What becomes of a batch whose workers die, hang, or are never there; what they stand on is a fake."""

from datetime import date
from itertools import count
from types import SimpleNamespace

import pytest

from verifier.errors import ClusterError, ModelError
from verifier.records import Article, Report, RunInfo
from verifier.runs.crew import Crew
from verifier.runs.ground import LostError

DAY = date(2024, 8, 30)
RUN = RunInfo(version="1", config={}, models={}, corpus="c", key="k")


class FakeGround:
    """Answers when asked; workers and references are numbers."""

    def __init__(self):
        self.numbers, self.asked, self.ended, self.seen = count(), {}, [], []
        self.hangs = self.dies = lambda ids: False
        self.opens, self.openings, self.opening = True, 0, lambda number: False

    def hire(self):
        return f"w{next(self.numbers)}", self.send(None, (), DAY)

    def send(self, worker, articles, as_of):
        reference = next(self.numbers)
        self.asked[reference] = articles
        return reference

    def ready(self, references, seconds):
        return [r for r in references if (not self.hangs(self.ids(r)) if self.asked[r] else self.opens)]

    def ids(self, reference):
        return [article.id for article in self.asked[reference]]

    def fetch(self, reference):
        if isinstance(self.opens, Exception):
            raise self.opens
        if not self.asked[reference]:
            self.openings += 1
            if self.opening(self.openings):
                raise LostError("gone")
        if self.asked[reference]:
            self.seen.append(self.ids(reference))
            if self.dies(self.ids(reference)):
                raise LostError("gone")
        return [Report(article=article, claims=(), run=RUN) for article in self.asked[reference]]

    def end(self, worker):
        self.ended.append(worker)

    def room(self):
        return "room for one"


@pytest.fixture
def ground():
    return FakeGround()


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


def test_every_article_comes_back_once(ground):
    made = work(Crew(ground, 3, DAY, RUN, 60), "ab", "cd", "e", "fg")
    assert sorted(report.article.id for report in made) == list("abcdefg")


def test_a_worker_does_one_thing_at_a_time_and_little_waits(ground):
    crew = Crew(ground, 2, DAY, RUN, 60)
    for name in "ab":
        assert not crew.full
        crew.send((article(name),))
    assert crew.full
    list(crew.landed())  # the workers open and take what waits
    assert not crew.full
    assert len([articles for articles in ground.asked.values() if articles]) == 2


def test_the_others_of_a_group_do_not_share_the_fate_of_the_culprit(ground):
    ground.dies = lambda ids: "b" in ids
    made = work(Crew(ground, 1, DAY, RUN, 60), "abc")
    assert {report.article.id: len(report.failures) for report in made} == {"a": 0, "b": 1, "c": 0}
    (failure,) = next(report.failures for report in made if report.failures)
    assert failure.error == "ClusterError"
    assert "3 workers died over it" in failure.message
    assert ground.seen.count(["b"]) == 2  # after the time with its group
    assert len(ground.ended) == 3


def test_a_dead_worker_is_replaced_and_its_articles_are_done_again(ground):
    ground.dies = lambda ids: len(ground.seen) == 1
    made = work(Crew(ground, 2, DAY, RUN, 60), "a", "b", "c")
    assert sorted(report.article.id for report in made) == ["a", "b", "c"]
    assert not any(report.failures for report in made)
    assert len(ground.ended) == 1


def test_a_batch_that_stands_still_ends_with_an_error_that_names_the_article(ground, clock):
    ground.hangs = lambda ids: ids == ["b"]
    with pytest.raises(ClusterError, match=r"no progress for \d+ s: 0 of 2 workers .*at work: b;.*same command"):
        work(Crew(ground, 2, DAY, RUN, 600), "a", "b", "c")


def test_a_long_article_has_more_time(ground, clock):
    looks = count()
    ground.hangs = lambda ids: next(looks) < 30  # half an hour and more, by the clock above
    crew = Crew(ground, 1, DAY, RUN, 600)
    crew.send((article("long", "It rains. " * 50_000),))
    made = []
    while crew.busy:
        made += [report for reports in crew.landed() for report in reports]
    assert len(made) == 1
    looks = count()
    with pytest.raises(ClusterError, match="no progress"):
        work(Crew(ground, 1, DAY, RUN, 600), "s")


def test_workers_that_find_no_room_end_the_batch_with_the_room_that_there_is(ground, clock):
    ground.opens = False
    with pytest.raises(ClusterError, match=r"2 of 2 workers are not open yet .room for one"):
        work(Crew(ground, 2, DAY, RUN, 600), "a")


def test_workers_that_die_while_they_open_end_the_batch(ground):
    ground.opens = LostError("out of\nmemory")
    with pytest.raises(ClusterError, match=r"die while they open their models .LostError: out of memory.; is memory"):
        work(Crew(ground, 2, DAY, RUN, 600), "a")


def test_workers_that_die_now_and_then_while_they_open_end_nothing(ground):
    """Machines of a cheap cluster come and go for days."""
    ground.dies = lambda ids: len(ground.seen) % 2 == 1
    ground.opening = lambda number: number % 2 == 0
    made = work(Crew(ground, 1, DAY, RUN, 600), *[f"{n:03}"[-1:] for n in range(10)])
    assert len(made) == 10
    assert len(ground.ended) > 12


def test_what_a_worker_meets_ends_the_batch(ground):
    ground.opens = ModelError("no such model")
    crew = Crew(ground, 2, DAY, RUN, 600)
    with pytest.raises(ModelError, match="no such model"):
        work(crew, "a")
    crew.dismiss()
    assert len(set(ground.ended)) == 2


def test_all_workers_are_let_go(ground):
    crew = Crew(ground, 3, DAY, RUN, 60)
    work(crew, "a")
    crew.dismiss()
    assert len(set(ground.ended)) == 3
