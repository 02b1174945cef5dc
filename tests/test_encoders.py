"""The two ways to run the sentence encoder, and what a start of the program loads."""

import shutil
import subprocess
import sys

import numpy as np
import pytest

from verifier import bundled
from verifier.errors import ModelError
from verifier.retrieval.encoder import SentenceEncoder, dimensions_of
from verifier.retrieval.on_onnx import GRAPH, OnnxEncoder, has_graph

FOLDER = bundled.model_path("retriever")
TEXTS = (
    "Mongolia signed the Rome Statute on 29 December 2000.",
    "x",
    "",
    "Ωμέγα 😀 e\u0301",
    "The Court has eighteen judges, who are elected for nine years. " * 60,
)


@pytest.fixture(scope="module")
def encoder():
    return OnnxEncoder(FOLDER)


def test_both_ways_give_one_vector(encoder):
    fast, plain = encoder.encode(TEXTS), SentenceEncoder(FOLDER).encode(TEXTS)
    assert fast.shape == plain.shape == (len(TEXTS), dimensions_of(FOLDER))
    assert np.abs(fast - plain).max() < 1e-5


def test_company_and_threads_move_no_bit_of_a_vector(encoder):
    together = OnnxEncoder(FOLDER, threads=1).encode(TEXTS)
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    assert np.array_equal(together, alone)


def test_nothing_to_encode_gives_nothing(encoder):
    assert len(encoder.encode([])) == 0


@pytest.mark.parametrize("name", [GRAPH, "model.safetensors", "tokenizer.json", "sentence_bert_config.json"])
def test_a_broken_folder_is_named_with_what_to_do(tmp_path, name):
    folder = shutil.copytree(FOLDER, tmp_path / "m")
    assert has_graph(folder)
    (folder / name).write_bytes(b"no such thing")
    with pytest.raises(ModelError, match=f"cannot open {GRAPH}: .*make it again or remove it"):
        OnnxEncoder(folder)


def test_a_folder_without_a_graph_is_opened_the_other_way(tmp_path):
    assert not has_graph(tmp_path)


def printed_by(code):
    """Return what a Python of its own prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_a_start_on_a_processor_loads_no_torch():
    code = (
        "import sys\nfrom verifier.cli.main import app\n"
        "try: app(['check', 'Mongolia ratified the Rome Statute in 2002.', '--no-cache', '--as-of', '2024-08-30'])\n"
        "except SystemExit: pass\n"
        "print([n for n in ('torch', 'transformers', 'sentence_transformers') if n in sys.modules])"
    )
    told = printed_by(code)
    assert "supported" in told
    assert told.splitlines()[-1] == "[]"


def test_torch_stays_at_hand_for_who_asks_for_it():
    code = (
        "from verifier.process import prepare_process\n"
        "prepare_process()\n"
        "import spacy, torch\n"
        "print(spacy.blank('en')('It rained.')[1].text, torch.ones(2).sum().item())"
    )
    assert printed_by(code).split() == ["rained", "2.0"]
