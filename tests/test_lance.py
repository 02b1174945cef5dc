"""The store survives kills, serves one writer at a time, and lies on an object store as well as in a folder."""

import importlib.util
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from verifier.build import Workshop
from verifier.config import Settings
from verifier.errors import CorpusError, ModelError
from verifier.records import Passage
from verifier.retrieval import indexes
from verifier.retrieval.compiling import Model, compile_store, is_current
from verifier.retrieval.lance import open_store, write_store
from verifier.retrieval.rows import draft
from verifier.retrieval.terms import Terms

KILL = Path(__file__).parent.parent / "evals" / "bench" / "kill.py"
DIMENSIONS = 8


class Noise:
    """An encoder without a model."""

    def encode(self, texts):
        rows = np.array([np.random.default_rng(list(text.encode())).normal(size=DIMENSIONS) for text in texts])
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


class Dying(Noise):
    """An encoder that fails at its second batch."""

    def __init__(self):
        self.calls = 0

    def encode(self, texts):
        self.calls += 1
        if self.calls > 1:
            raise KeyboardInterrupt
        return super().encode(texts)


class Interrupted(Noise):
    """An encoder during whose first batch something else is done."""

    def __init__(self, meanwhile):
        self.meanwhile = [meanwhile]

    def encode(self, texts):
        for action in self.meanwhile:
            self.meanwhile = []
            action()
        return super().encode(texts)


class Broken:
    def encode(self, texts):
        return np.full((len(texts), DIMENSIONS), np.nan, dtype=np.float32)


def model(encoder=Noise):
    return Model("noise", DIMENSIONS, encoder)


def passages(count, word="says"):
    return [Passage(id=f"{n:05}", text=f"Passage {n} {word} something.", source="s") for n in range(count)]


def built(place, count, corpus="1", word="says", encoder=Noise):
    return compile_store(str(place), passages(count, word), corpus, model(encoder), encoded=True)


def test_killed_writers_lose_nothing_that_was_acknowledged():
    spec = importlib.util.spec_from_file_location("kill", KILL)
    kill = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kill)
    assert kill.rounds(4) == []


def test_a_build_that_dies_leaves_the_old_version_and_the_next_one_goes_on(tmp_path):
    built(tmp_path, 10)
    with pytest.raises(KeyboardInterrupt):
        built(tmp_path, 1500, "2", "tells", Dying)
    store = open_store(str(tmp_path), DIMENSIONS)
    assert {p.text for p in store.all_passages()} == {p.text for p in passages(10)}
    assert is_current(str(tmp_path), "1", model(), encoded=True)
    done = built(tmp_path, 1500, "2", "tells")
    assert 0 < done.encoded < 1500
    assert len(open_store(str(tmp_path), DIMENSIONS)) == 1500


def test_a_reader_keeps_its_version_while_another_is_published(tmp_path):
    built(tmp_path, 10)
    reader = open_store(str(tmp_path), DIMENSIONS)
    built(tmp_path, 5, "2", "tells")
    assert len(reader) == 10
    found = reader.by_words(["say"], 20)
    assert {p.text for p in reader.passages([row for row, _, _ in found])} == {p.text for p in passages(10)}
    assert len(open_store(str(tmp_path), DIMENSIONS)) == 5


def test_a_first_build_that_dies_is_no_store(tmp_path):
    write_store(str(tmp_path), DIMENSIONS).upsert([draft(p, Terms(), "") for p in passages(3)])
    assert open_store(str(tmp_path), DIMENSIONS) is None
    assert open_store(str(tmp_path / "none"), DIMENSIONS) is None


def test_a_broken_store_is_named_and_one_without_a_version_is_made_anew(tmp_path):
    (tmp_path / "passages.lance" / "data").mkdir(parents=True)
    assert open_store(str(tmp_path), DIMENSIONS) is None
    built(tmp_path, 3)
    for manifest in (tmp_path / "passages.lance" / "_versions").glob("*.manifest"):
        manifest.write_bytes(b"junk")
    with pytest.raises(CorpusError, match="delete it"):
        open_store(str(tmp_path), DIMENSIONS)


def test_vectors_that_are_no_numbers_are_refused(tmp_path):
    with pytest.raises(ModelError, match="no numbers"):
        built(tmp_path, 3, encoder=Broken)


def test_two_passages_of_one_id_are_refused(tmp_path):
    with pytest.raises(CorpusError, match="two passages are called '00001'"):
        compile_store(str(tmp_path), [*passages(2), *passages(2)[1:]], "1", model(), encoded=True)


def test_many_are_searched_by_an_index_only_if_it_finds_what_exact_search_does(tmp_path, monkeypatch):
    monkeypatch.setattr(indexes, "_LEAST_ROWS", 1000)
    assert indexes.COMPARED in built(tmp_path / "a", 2000).state
    exact = built(tmp_path / "b", 900)
    assert indexes.COMPARED not in exact.state
    store = open_store(str(tmp_path / "a"), DIMENSIONS)
    query = Noise().encode(["Passage 77 says something."])[0]
    assert store.by_vector(query, 3)[0].id == "00077"
    monkeypatch.setattr(indexes, "_LEAST_RECALL", 1.01)
    refused = built(tmp_path / "c", 2000)
    assert indexes.COMPARED not in refused.state
    assert "exact vector search" in refused.state
    assert open_store(str(tmp_path / "c"), DIMENSIONS).by_vector(query, 3)[0].id == "00077"


def test_an_index_takes_up_new_passages(tmp_path, monkeypatch):
    monkeypatch.setattr(indexes, "_LEAST_ROWS", 1000)
    built(tmp_path, 2000)
    assert built(tmp_path, 2100, "2").written == 100
    store = open_store(str(tmp_path), DIMENSIONS)
    assert store.by_vector(Noise().encode(["Passage 2050 says something."])[0], 3)[0].id == "02050"


@pytest.fixture(scope="module")
def bucket():
    """An S3 server on loopback."""
    pytest.importorskip("moto")
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {
            "AWS_ENDPOINT": f"http://127.0.0.1:{port}",
            "AWS_ALLOW_HTTP": "true",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": "us-east-1",
        }.items():
            patch.setenv(name, value)
        boto3.client("s3", endpoint_url=f"http://127.0.0.1:{port}", region_name="us-east-1").create_bucket(
            Bucket="facts"
        )
        yield "s3://facts"
    server.stop()


def test_a_store_lies_on_an_object_store(bucket):
    place = f"{bucket}/one"
    assert open_store(place, DIMENSIONS) is None
    built(place, 50)
    assert built(place, 51, "2").written == 1
    store = open_store(place, DIMENSIONS)
    assert len(store) == 51
    assert store.by_words(Terms().of("Passage 50"), 1)[0].id == "00050"
    assert store.by_vector(Noise().encode(["Passage 7 says something."])[0], 1)[0].id == "00007"
    assert is_current(place, "2", model(), encoded=True)


def test_a_corpus_names_the_object_store_that_it_was_built_into(bucket, union):
    toml = union / "corpus.toml"
    toml.write_text(f'store = "{bucket}/union"\n' + toml.read_text())
    settings = Settings(corpus=str(union), retriever="lexical")
    with pytest.raises(CorpusError, match="run: verifier corpus build"):
        _ = Workshop(settings).retriever
    corpus = Workshop(settings).corpus
    place = corpus.store
    from verifier.corpus_store import retriever_model

    compile_store(place, corpus.passages, corpus.hash, retriever_model(), encoded=False)
    hits = Workshop(settings).retriever.search(["Croatia"], 3)[0]
    assert "Croatia" in hits[0].passage.text


def test_a_bucket_that_is_not_there_is_named(bucket):
    with pytest.raises(CorpusError, match="s3://nowhere"):
        built("s3://nowhere/x", 3)


@pytest.mark.parametrize("old", [False, True])
def test_a_build_that_another_one_overtook_publishes_no_mixture(bucket, old):
    place = f"{bucket}/overtaken-{old}"
    if old:
        built(place, 20, "0")
    other = lambda: built(place, 25, "2", "means")  # noqa: E731
    done = built(place, 30, "1", "tells", lambda: Interrupted(other))
    assert done.state["corpus"] == "1"
    assert sorted(p.text for p in open_store(place, DIMENSIONS).all_passages()) == texts_of(30, "tells")


def test_builders_on_several_machines_publish_whole_states_or_say_that_they_gave_way(bucket):
    place, counts, said = f"{bucket}/several", {"tells": 60, "means": 40}, []

    def run(word):
        try:
            built(place, counts[word], word, word)
        except CorpusError as error:
            said.append(str(error))

    threads = [threading.Thread(target=run, args=(word,)) for word in counts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = open_store(place, DIMENSIONS)
    word = store.state["corpus"]
    assert sorted(p.text for p in store.all_passages()) == texts_of(counts[word], word)
    assert len(said) < 2
    assert all("another build is writing" in line for line in said)


def texts_of(count, word):
    return sorted(p.text for p in passages(count, word))


def test_two_builders_at_once_take_turns(tmp_path):
    code = (
        "import sys; sys.path.insert(0, sys.argv[2]); from tests_lance import built; "
        "built(sys.argv[1], 40, sys.argv[3])"
    )
    (tmp_path / "tests_lance.py").write_text(Path(__file__).read_text(encoding="utf-8"), encoding="utf-8")
    root = Path(__file__).parent.parent
    runs = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "s"), str(tmp_path), str(n)], cwd=root)
        for n in range(2)
    ]
    assert [run.wait(120) for run in runs] == [0, 0]
    assert len(open_store(str(tmp_path / "s"), DIMENSIONS)) == 40


def test_passages_that_all_move_on_by_one_keep_their_vectors(tmp_path):
    before = passages(1500)
    compile_store(str(tmp_path), before, "1", model(), encoded=True)
    texts = ["A new first passage.", *(p.text for p in before)]
    after = [Passage(id=f"{n:05}", text=text, source="s") for n, text in enumerate(texts)]
    assert compile_store(str(tmp_path), after, "2", model(), encoded=True).encoded == 1
    store = open_store(str(tmp_path), DIMENSIONS)
    assert {p.id: p.text for p in store.all_passages()} == {p.id: p.text for p in after}
    assert store.by_vector(Noise().encode(["Passage 1400 says something."])[0], 1)[0].id == "01401"
