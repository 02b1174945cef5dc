"""Retrieval: all ways of searching keep one contract; order never depends on chance."""

from datetime import date

import numpy as np
import pytest

from verifier.records import Passage
from verifier.retrieval.compiling import Model, compile_store, is_current
from verifier.retrieval.lance import open_store
from verifier.retrieval.search import ByMeaning, ByWords, Fused, StoreRetriever, fuse

TEXTS = {
    "a": "Mongolia signed the Rome Statute in 2000.",
    "b": "Mongolia ratified the Rome Statute in 2002.",
    "c": "France has an area of 551,695 square kilometres.",
    "d": "The Court issued an arrest warrant.",
}
PASSAGES = [Passage(id=id_, text=text, source="s") for id_, text in TEXTS.items()]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


class Letters:
    """An encoder without a model: counts letters; says how many texts it was given."""

    def __init__(self):
        self.encoded = 0

    def encode(self, texts):
        self.encoded += len(texts)
        rows = np.array([[text.lower().count(c) for c in LETTERS] for text in texts])
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def model(encoder=None, name="m"):
    return Model(name, len(LETTERS), lambda: encoder or Letters())


def built(place, passages=PASSAGES, encoder=None, corpus="1", **more):
    return compile_store(str(place), passages, corpus, model(encoder), **{"encoded": True, **more})


WAYS = {
    "by words": ByWords,
    "by meaning": lambda store: ByMeaning(store, Letters()),
    "hybrid": lambda store: Fused([ByWords(store), ByMeaning(store, Letters())]),
}


def retriever_of(place, way):
    store = open_store(str(place), len(LETTERS))
    return StoreRetriever(store, WAYS[way](store))


def ids(hits):
    return [hit.passage.id for hit in hits]


@pytest.fixture(params=WAYS)
def way(request):
    return request.param


@pytest.fixture
def retriever(tmp_path, way):
    built(tmp_path)
    return retriever_of(tmp_path, way)


def test_each_query_gets_its_own_hits_best_first(retriever):
    found = retriever.search([TEXTS["b"], TEXTS["c"]], 2)
    assert [hits[0].passage for hits in found] == [PASSAGES[1], PASSAGES[2]]
    for hits in found:
        assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
        assert all(x.score >= y.score for x, y in zip(hits, hits[1:], strict=False))


def test_a_query_gets_the_same_hits_in_any_company(retriever):
    alone = retriever.search([TEXTS["a"]], 3)
    assert retriever.search([TEXTS["d"], TEXTS["a"], TEXTS["c"]], 3)[1] == alone[0]


def test_never_more_than_k_and_nothing_for_nothing(retriever):
    assert len(retriever.search([TEXTS["a"]], 1)[0]) == 1
    assert retriever.search([TEXTS["a"]], 0) == [[]]
    assert retriever.search([], 3) == []
    assert retriever.search(["", "  "], 3) == [[], []]


def test_what_was_known_only_later_can_be_kept_out(tmp_path, way):
    days = {"a": date(2020, 1, 1), "b": date(2024, 1, 1), "c": None, "d": date(2020, 1, 2)}
    built(tmp_path, [p.model_copy(update={"valid_from": days[p.id]}) for p in PASSAGES])
    retriever = retriever_of(tmp_path, way)
    assert "b" in ids(retriever.search([TEXTS["b"]], 4)[0])
    assert "b" not in ids(retriever.search([TEXTS["b"]], 4, date(2023, 12, 31))[0])
    assert ids(retriever.search([TEXTS["c"]], 1, date(1900, 1, 1))[0]) == ["c"]
    assert "d" not in ids(retriever.search([TEXTS["d"]], 4, date(2020, 1, 1))[0])


def test_a_passage_comes_back_as_it_was(tmp_path, way):
    whole = Passage(
        id="x/y'z#1", text="It’s “so”;\n5 % — ünïcode 🙂", title="T", source="s", url="http://x.org",
        valid_from=date(2020, 1, 1), valid_to=date(2021, 1, 1), table="t", row=3, start=4, end=9, confirmed=False,
    )  # fmt: skip
    built(tmp_path, [whole])
    assert retriever_of(tmp_path, way).search([whole.text], 1)[0][0].passage == whole


def test_words_are_found_in_other_forms(tmp_path):
    built(tmp_path)
    assert ids(retriever_of(tmp_path, "by words").search(["ratifying statutes"], 1)[0]) == ["b"]


def test_a_passage_without_a_shared_word_is_no_hit(tmp_path):
    built(tmp_path)
    assert retriever_of(tmp_path, "by words").search(["zebra", "the of is", '"a" AND (b*'], 3) == [[], [], []]


@pytest.mark.parametrize("order", ["zma", "amz", "mza"])
def test_ties_go_by_id_whatever_the_order_of_writing(tmp_path, way, order):
    built(tmp_path, [Passage(id=id_, text="the same words here", source="s") for id_ in order] + PASSAGES[1:])
    retriever = retriever_of(tmp_path, way)
    assert ids(retriever.search(["same words"], 2)[0]) == ["a", "m"]


def test_many_ties_at_the_last_place_are_cut_by_id(tmp_path, way):
    built(tmp_path, [Passage(id=f"{n:03}", text="the same words here", source="s") for n in range(300)][::-1])
    assert ids(retriever_of(tmp_path, way).search(["same words"], 3)[0]) == ["000", "001", "002"]


def test_an_empty_corpus_finds_nothing(tmp_path, way):
    built(tmp_path, [])
    assert retriever_of(tmp_path, way).search(["anything"], 3) == [[]]


def test_ranks_are_fused_and_not_scores(tmp_path):
    built(tmp_path)
    store = open_store(str(tmp_path), len(LETTERS))
    words, meaning = (WAYS[name](store).find(TEXTS["a"], 4, None) for name in ("by words", "by meaning"))
    louder = [found._replace(score=found.score * 1000) for found in words]
    assert fuse([words, meaning], 4) == fuse([louder, meaning], 4)


def test_only_what_changed_is_encoded(tmp_path):
    encoder = Letters()
    first = built(tmp_path, encoder=encoder)
    assert (first.written, first.encoded, first.removed) == (4, 4, 0)
    again = built(tmp_path, encoder=encoder)
    assert (again.written, again.encoded, again.removed) == (0, 0, 0)
    changed = [*PASSAGES[1:], PASSAGES[0].model_copy(update={"text": "Something new."})]
    assert built(tmp_path, changed, encoder).encoded == 1
    moved = [p.model_copy(update={"id": f"other-{p.id}"}) for p in changed]
    done = built(tmp_path, moved, encoder)
    assert (done.written, done.encoded, done.removed) == (4, 0, 4)
    assert encoder.encoded == 5


def test_another_model_encodes_anew(tmp_path):
    built(tmp_path)
    encoder = Letters()
    compile_store(str(tmp_path), PASSAGES, "1", model(encoder, "another"), encoded=True)
    assert encoder.encoded == 4
    assert not is_current(str(tmp_path), "1", model(), encoded=True)


def test_vectors_of_another_store_are_taken_over(tmp_path):
    built(tmp_path / "shipped")
    encoder = Letters()
    done = built(
        tmp_path / "own",
        [*PASSAGES, Passage(id="e", text="new", source="s")],
        encoder,
        seeds=[str(tmp_path / "shipped")],
    )
    assert (done.written, done.encoded) == (5, 1)


def test_search_by_words_needs_no_vectors_and_they_can_come_later(tmp_path):
    encoder = Letters()
    built(tmp_path, encoder=encoder, encoded=False)
    assert encoder.encoded == 0
    assert ids(retriever_of(tmp_path, "by words").search([TEXTS["d"]], 1)[0]) == ["d"]
    assert is_current(str(tmp_path), "1", model(), encoded=False)
    assert not is_current(str(tmp_path), "1", model(), encoded=True)
    assert built(tmp_path, encoder=encoder).encoded == 4
    assert is_current(str(tmp_path), "1", model(), encoded=True)


def test_a_store_of_a_grown_corpus_answers_as_one_built_at_once(tmp_path, way):
    for end in (1, 2, 4):
        built(tmp_path / "grown", PASSAGES[:end], corpus=str(end))
    built(tmp_path / "whole")
    grown, whole = (retriever_of(tmp_path / name, way).search(list(TEXTS.values()), 4) for name in ("grown", "whole"))
    assert grown == whole
