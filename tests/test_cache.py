"""Judgements are kept by content, by several processes, and never at the cost of a run."""

import sqlite3
import subprocess
import sys
from datetime import date, timedelta

import pytest

from verifier import cache as cache_module
from verifier.build import Workshop
from verifier.cache import JudgementCache
from verifier.config import Settings
from verifier.nli.cached import CachedJudge, identity
from verifier.records import Judgement, Pair


class Counting:
    """A judge that counts what it is asked."""

    def __init__(self):
        self.asked = []

    def judge(self, pairs):
        self.asked += pairs
        return [Judgement(entailment=1 / (3 + len(p.premise)), neutral=0.1, contradiction=1 / 7) for p in pairs]


def pairs(*texts):
    return [Pair(premise=text, hypothesis="It rains.") for text in texts]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "c.sqlite"


def test_a_pair_is_judged_once_and_comes_back_to_the_last_bit(path):
    judge = Counting()
    first = CachedJudge(lambda: judge, "m", JudgementCache(path)).judge(pairs("a", "bb", "a"))
    again = CachedJudge(lambda: judge, "m", JudgementCache(path)).judge(pairs("bb", "a"))
    assert judge.asked == pairs("a", "bb")
    assert again == [first[1], first[0]]
    assert first[0] == first[2]


def test_a_model_that_is_not_needed_is_not_opened(path):
    CachedJudge(Counting, "m", JudgementCache(path)).judge(pairs("a"))

    def refuse():
        raise AssertionError

    assert CachedJudge(refuse, "m", JudgementCache(path)).judge(pairs("a"))


def test_models_and_texts_do_not_share_judgements(path):
    judge = Counting()
    for model in ("m", "n"):
        CachedJudge(lambda: judge, model, JudgementCache(path)).judge(pairs("a"))
    CachedJudge(lambda: judge, "m", JudgementCache(path)).judge([Pair(premise="aI", hypothesis="t rains.")])
    assert len(judge.asked) == 3
    assert len({identity("torch", "x"), identity("onnx", "x"), identity("torch", "y")}) == 3


@pytest.mark.parametrize("damage", [b"this is no database" * 100, b"SQLite format 3\0" + bytes(range(256)) * 20])
def test_a_damaged_file_is_moved_aside_and_begun_anew(path, damage, caplog):
    path.write_bytes(damage)
    judge = Counting()
    for _ in range(2):
        CachedJudge(lambda: judge, "m", JudgementCache(path)).judge(pairs("a"))
    assert len(judge.asked) == 1
    assert "moved to" in caplog.text
    assert path.with_name("c.sqlite.damaged").read_bytes() == damage


def test_damage_in_the_middle_of_a_run_is_survived(path):
    cache, judge = JudgementCache(path), Counting()
    kept = CachedJudge(lambda: judge, "m", cache)
    kept.judge(pairs(*map(str, range(3000))))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    assert len(kept.judge(pairs("5", "6"))) == 2
    assert len(kept.judge(pairs("5", "6"))) == 2


def test_a_place_that_cannot_be_written_is_told_once_and_does_no_harm(tmp_path, caplog):
    (tmp_path / "file").write_text("")
    cache = JudgementCache(tmp_path / "file" / "c.sqlite")
    assert CachedJudge(Counting, "m", cache).judge(pairs("a"))
    assert len(caplog.records) == 1


def test_another_schema_is_begun_anew(path):
    CachedJudge(Counting, "m", JudgementCache(path)).judge(pairs("a"))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert JudgementCache(path).facts().entries == 0


def test_what_was_not_used_for_long_is_forgotten_whatever_the_clock_says(path, monkeypatch):
    class Clock(date):
        now = date(2024, 1, 1)

        @classmethod
        def today(cls):
            return cls.now

    monkeypatch.setattr(cache_module, "date", Clock)
    cache = JudgementCache(path)
    judge = CachedJudge(Counting, "m", cache)
    judge.judge(pairs("a", "b"))
    Clock.now += timedelta(days=50)
    judge.judge(pairs("a"))
    assert cache.prune(30) == 1
    assert cache.facts().oldest == Clock.now
    Clock.now = date(1999, 1, 1)  # a clock that was set back
    assert judge.judge(pairs("a"))
    assert cache.prune(0) == 1
    assert cache.facts().entries == 0


def test_several_processes_share_a_file(path):
    code = (
        "import sys; from pathlib import Path\n"
        "from verifier.cache import JudgementCache; from verifier.records import Judgement\n"
        "cache = JudgementCache(Path(sys.argv[1]))\n"
        "for n in range(40):\n"
        "    key = f'{sys.argv[2]}-{n}'.encode()\n"
        "    cache.keep({key: Judgement(entailment=0.5, neutral=0.25, contradiction=0.25)})\n"
        "    assert key in cache.find([key])\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(path), str(n)]) for n in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert JudgementCache(path).facts().entries == 120


def test_only_models_in_folders_are_kept(path):
    assert isinstance(Workshop(Settings(), path).judge, CachedJudge)
    assert not isinstance(Workshop(Settings(judge="lexical"), path).judge, CachedJudge)
    assert not path.with_name("none").exists()
