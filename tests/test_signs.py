"""Search by signs comes near to exact search, keeps to dates, and depends on nothing but the store."""

from datetime import date, timedelta

import numpy as np
import pytest

from verifier.protocols import Entry
from verifier.records import Passage
from verifier.retrieval import indexes
from verifier.retrieval.lance import open_store, write_store

DIMENSIONS, COUNT = 60, 3000  # not a multiple of 64, so that words are filled up
FIRST = date(2020, 1, 1)


def unit(rows):
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)


VECTORS = unit(np.random.default_rng(1).normal(size=(COUNT, DIMENSIONS)))


def entries():
    for n, vector in enumerate(VECTORS):
        known = None if n % 10 == 0 else FIRST + timedelta(n)
        passage = Passage(id=f"{n:05}", text=f"Text {n} of them.", source="s", valid_from=known)
        yield Entry(passage, ("text", f"n{n}"), n.to_bytes(16, "big"), n.to_bytes(16, "big"), vector.astype(np.float16))


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """The same passages, searched exactly and by signs."""
    opened = {}
    for name, least in (("exact", 10**9), ("signs", 1000)):
        place = str(tmp_path_factory.mktemp(name))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(indexes, "_LEAST_ROWS", least)
            store = write_store(place, DIMENSIONS)
            store.upsert(list(entries()))
            store.publish({"corpus": "1"})
        opened[name] = open_store(place, DIMENSIONS)
    assert indexes.COMPARED in opened["signs"].state
    assert indexes.COMPARED not in opened["exact"].state
    return opened


def queries():
    return unit(VECTORS[::200] + unit(np.random.default_rng(2).normal(size=(15, DIMENSIONS))))


def test_nearly_all_of_the_nearest_are_found_with_the_scores_of_exact_search(stores):
    shares = []
    for query in queries():
        exact, near = (stores[name].by_vector(query, 10) for name in ("exact", "signs"))
        shares.append(len({f.id for f in exact} & {f.id for f in near}) / 10)
        scores = {found.id: found.score for found in exact}
        assert all(abs(scores[f.id] - f.score) < 1e-5 for f in near if f.id in scores)
        assert [f.score for f in near] == sorted((f.score for f in near), reverse=True)
    assert np.mean(shares) >= float(stores["signs"].state[indexes.RECALL]) - 0.05 >= 0.9


def test_what_was_known_only_later_takes_no_place(stores):
    day = FIRST + timedelta(100)
    for query in queries():
        found = stores["signs"].by_vector(query, 20, day)
        assert len(found) == 20
        known = [p.valid_from for p in stores["signs"].passages([f.row for f in found])]
        assert all(seen is None or seen <= day for seen in known)


@pytest.mark.parametrize("days", [-1, 5, 100, 2000, 4000])
@pytest.mark.parametrize("name", ["exact", "signs"])
def test_words_before_a_day_are_found_however_few_there_are(stores, name, days):
    day = FIRST + timedelta(days)
    wanted = [f"{n:05}" for n in range(COUNT) if n % 10 == 0 or n <= days]
    assert [found.id for found in stores[name].by_words(["text"], 10, day)] == wanted[:10]
    assert [found.id for found in stores[name].by_words(["n7"], 10, day)] == (["00007"] if days >= 7 else [])


def test_more_than_there_are_cannot_be_found(stores):
    assert len(stores["signs"].by_vector(VECTORS[0], COUNT + 5)) == COUNT
    assert stores["signs"].by_vector(VECTORS[0], 0) == []
    assert len(stores["signs"].by_vector(VECTORS[0], COUNT, FIRST)) == COUNT // 10
