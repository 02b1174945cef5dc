"""Retrieval: all retrievers keep one contract; order never depends on chance."""

import numpy as np
import pytest

from verifier.errors import CorpusError
from verifier.records import Passage
from verifier.retrieval.dense import DenseRetriever
from verifier.retrieval.hybrid import HybridRetriever
from verifier.retrieval.lexical import LexicalRetriever
from verifier.retrieval.vectors import build_vectors, open_vectors

TEXTS = {
    "a": "Mongolia signed the Rome Statute in 2000.",
    "b": "Mongolia ratified the Rome Statute in 2002.",
    "c": "France has an area of 551,695 square kilometres.",
    "d": "The Court issued an arrest warrant.",
}
PASSAGES = [Passage(id=id_, text=text, source="s") for id_, text in TEXTS.items()]


class Letters:
    """An encoder without a model: counts letters; says how many texts it was given."""

    def __init__(self):
        self.encoded = 0

    def encode(self, texts):
        self.encoded += len(texts)
        rows = np.array([[text.lower().count(c) for c in "abcdefghijklmnopqrstuvwxyz0123456789"] for text in texts])
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def dense(passages=PASSAGES):
    return DenseRetriever(passages, Letters().encode([p.text for p in passages]), Letters())


RETRIEVERS = {
    "lexical": lambda: LexicalRetriever(PASSAGES),
    "dense": dense,
    "hybrid": lambda: HybridRetriever([LexicalRetriever(PASSAGES), dense()]),
}


@pytest.fixture(params=RETRIEVERS)
def retriever(request):
    return RETRIEVERS[request.param]()


def test_each_query_gets_its_own_hits_best_first(retriever):
    found = retriever.search([TEXTS["b"], TEXTS["c"]], 2)
    assert [hits[0].passage.id for hits in found] == ["b", "c"]
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


def test_words_are_found_in_other_forms():
    assert LexicalRetriever(PASSAGES).search(["ratifying statutes"], 1)[0][0].passage.id == "b"


def test_a_passage_without_a_shared_word_is_no_hit():
    assert LexicalRetriever(PASSAGES).search(["zebra"], 3) == [[]]


def test_ties_go_by_id():
    twins = [Passage(id=id_, text="the same words here", source="s") for id_ in ("z", "m", "a")]
    assert [h.passage.id for h in LexicalRetriever(twins).search(["same words"], 3)[0]] == ["a", "m", "z"]
    assert [h.passage.id for h in dense(twins).search(["same words"], 2)[0]] == ["a", "m"]


def test_an_empty_corpus_finds_nothing():
    assert LexicalRetriever([]).search(["anything"], 3) == [[]]
    assert DenseRetriever([], np.empty((0, 0), dtype=np.float32), Letters()).search(["anything"], 3) == [[]]


def test_only_unknown_texts_are_encoded(tmp_path):
    encoder = Letters()
    first = open_vectors(PASSAGES[:3], encoder, "m", None, tmp_path)
    second = open_vectors(PASSAGES, encoder, "m", None, tmp_path)
    assert encoder.encoded == 4
    assert np.array_equal(first, second[:3])
    open_vectors(PASSAGES, encoder, "another model", None, tmp_path)
    assert encoder.encoded == 8


def test_shipped_vectors_are_read_and_never_written(tmp_path):
    shipped, cache = tmp_path / "shipped", tmp_path / "cache"
    path = build_vectors(PASSAGES, Letters(), "m", shipped)
    before, encoder = path.read_bytes(), Letters()
    open_vectors([*PASSAGES, Passage(id="e", text="new", source="s")], encoder, "m", shipped, cache)
    assert encoder.encoded == 1
    assert path.read_bytes() == before


def test_a_broken_file_of_vectors_is_named(tmp_path):
    path = build_vectors(PASSAGES, Letters(), "m", tmp_path)
    path.write_bytes(b"no zip")
    with pytest.raises(CorpusError, match="delete it"):
        open_vectors(PASSAGES, Letters(), "m", tmp_path, tmp_path / "cache")
