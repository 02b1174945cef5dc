"""The backends of the NLI cross-encoder, on tiny models that are built here."""

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import onnx.numpy_helper
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sentence_transformers import CrossEncoder
from sentence_transformers.base.modules import Dense, Transformer
from sentence_transformers.sentence_transformer.modules import Pooling
from transformers import BertConfig, BertForSequenceClassification, BertModel, BertTokenizerFast

from verifier import bundled
from verifier.build import Workshop
from verifier.config import Settings
from verifier.device import Device, Placement, placement, resolved
from verifier.errors import ConfigError, ModelError
from verifier.nli import cross_encoder
from verifier.nli.cross_encoder import CrossEncoderJudge
from verifier.nli.on_onnx import OnnxScorer, has_graph
from verifier.nli.on_torch import TorchScorer
from verifier.records import Pair

RECIPE = Path(__file__).parent.parent / "models" / "nli"
THREE = {0: "entailment", 1: "neutral", 2: "contradiction"}
WORDS = "no country state has signed ratified the treaty in rome 2000 ten court of and".split()
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join)


def configured(labels):
    return BertConfig(
        vocab_size=30522, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
        id2label=labels, label2id={name: number for number, name in labels.items()}, hidden_dropout_prob=0.0,
    )  # fmt: skip


def tokenizer():
    return BertTokenizerFast(tokenizer_file=str(bundled.model_path("nli") / "tokenizer.json"), model_max_length=512)


def classifier(folder, labels, favourite=None):
    """A tiny transformers model; `favourite` is the label that it always gives."""
    torch.manual_seed(3)
    model = BertForSequenceClassification(configured(labels))
    if favourite:
        with torch.no_grad():
            model.classifier.bias[{name: number for number, name in labels.items()}[favourite]] = 20.0
    model.save_pretrained(folder)
    tokenizer().save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def recipe():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(RECIPE))
        import fast

        yield fast
        for name in ("fast", "graph"):
            sys.modules.pop(name, None)


PAIRS = [("the court of rome", "ten state signed"), ("no country", "the treaty has ratified 2000"), ("the", "rome")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory, recipe):
    """A tiny model of the bundled one's make, with the graph of its fast path."""
    torch.manual_seed(5)
    base, out = tmp_path_factory.mktemp("base"), tmp_path_factory.mktemp("weights")
    BertModel(configured(THREE)).save_pretrained(base)
    tokenizer().save_pretrained(base)
    head = Dense(32, 3, activation_function=torch.nn.Identity(), module_output_name="scores")
    modules = [Transformer(str(base), max_seq_length=512), Pooling(32, pooling_mode="mean"), head]
    CrossEncoder(modules=modules, device="cpu").save_pretrained(str(out), safe_serialization=True)
    recipe.make(out, PAIRS)
    return out


@pytest.fixture(scope="module")
def scorer(folder):
    return OnnxScorer(folder, threads=2)


def test_the_fast_path_gives_the_logits_of_the_weights(folder, scorer):
    expected = TorchScorer(folder, threads=1).logits(PAIRS)
    assert np.abs(scorer.logits(PAIRS) - expected).max() < 0.02 * np.abs(expected).max()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=6), st.randoms())
def test_logits_are_the_same_to_the_last_bit_alone_and_in_any_company(scorer, pairs, chance):
    alone = {pair: scorer.logits([pair])[0].tobytes() for pair in pairs}
    mixed = chance.sample(pairs, len(pairs)) + pairs
    assert [row.tobytes() for row in scorer.logits(mixed)] == [alone[pair] for pair in mixed]


def test_both_backends_count_tokens_alike(folder, scorer):
    slow = TorchScorer(folder, threads=1)
    for text in ("", "The treaty, signed in Rome (2000).", "naïve Øre — ten"):
        assert scorer.tokens(text) == slow.tokens(text)


def test_weights_are_rounded_once_only(folder, recipe, tmp_path):
    again = shutil.copytree(folder, tmp_path / "again")
    rounded = recipe.make(again, PAIRS)
    recipe.write_graph(again, rounded, recipe.DEEP[0])
    for name in ("model.safetensors", "fast.onnx"):
        assert (again / name).read_bytes() == (folder / name).read_bytes()
    (again / "fast.onnx").unlink()
    with pytest.raises(SystemExit, match="export the weights again"):
        recipe.make(again, PAIRS)


def test_no_sum_of_two_products_leaves_sixteen_bits(recipe):
    """Processors without VNNI add two products in 16 bits, and cut off what is more."""
    graph = bundled.model_path("nli") / "fast.onnx"
    constants = {c.name: c for c in onnx.load(str(graph), load_external_data=False).graph.initializer}
    middle, step = (onnx.numpy_helper.to_array(constants[name]).item() for name in ("zero", "step"))
    steepest = max(int(np.abs(weight.values.astype(int)).max()) for weight in recipe.read_back(graph).values())
    assert 2 * (middle + 1 / step) * steepest < 2**15


def test_a_gate_is_missed_by_flips_or_by_loss(recipe):
    gold = ["entailment", "neutral", "contradiction"] * 100
    right = np.tile(np.eye(3), (100, 1))
    wrong = np.roll(right, 1, axis=0)
    assert recipe.compare(right, right, right, gold, THREE)["passed"]
    assert not recipe.compare(right, right, wrong, gold, THREE)["passed"]
    assert not recipe.compare(right, wrong, wrong, gold, THREE)["passed"]


def test_the_default_judge_is_the_fast_one_only_where_a_graph_lies(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(cross_encoder, "_CANARIES", ())
    slow = classifier(tmp_path, THREE)
    assert has_graph(folder)
    assert not has_graph(slow)
    for path, judge, expected in (
        (folder, "cross-encoder", OnnxScorer), (folder, "torch", TorchScorer), (slow, "cross-encoder", TorchScorer)
    ):  # fmt: skip
        made = Workshop(Settings(nli=str(path), judge=judge, threads=1)).judge
        assert isinstance(made._scorer, expected)


def test_a_graph_that_cannot_be_opened_is_named(tmp_path):
    (tmp_path / "config.json").write_text(json.dumps({"id2label": THREE}))
    with pytest.raises(ModelError, match=r"fast\.onnx"):
        OnnxScorer(tmp_path)


@pytest.mark.parametrize(
    "labels",
    [THREE, {0: "contradiction", 1: "entailment", 2: "neutral"}, {0: "not_entailment", 1: "entailment"}],
    ids=["ours", "permuted", "two-way"],
)
def test_a_tiny_model_is_read_by_its_own_label_names(tmp_path, labels, monkeypatch):
    monkeypatch.setattr(cross_encoder, "_CANARIES", ())
    judge = CrossEncoderJudge(TorchScorer(classifier(tmp_path, labels, "entailment"), threads=1))
    (judged,) = judge.judge([Pair(premise="a", hypothesis="b")])
    assert judged.entailment > 0.99


def test_a_model_whose_labels_mean_nothing_is_refused(tmp_path):
    model = classifier(tmp_path, {0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"})
    with pytest.raises(ModelError, match="id2label"):
        CrossEncoderJudge(TorchScorer(model, threads=1))


@pytest.mark.parametrize("favourite", ["entailment", "contradiction"])
def test_a_model_that_always_says_the_same_fails_the_canaries(tmp_path, favourite):
    with pytest.raises(ModelError, match="not a usable NLI model"):
        CrossEncoderJudge(TorchScorer(classifier(tmp_path, THREE, favourite), threads=1))


def test_half_precision_in_batches_judges_as_single_precision_does(folder):
    exact = TorchScorer(folder, threads=1).logits(PAIRS)
    halves = TorchScorer(folder, threads=1, placement=Placement("cpu", "bfloat16", 4)).logits(PAIRS)
    assert halves.dtype == exact.dtype == np.float64
    assert np.abs(halves - exact).max() < 0.1


@pytest.mark.parametrize(
    ("there", "asked", "meant"),
    [
        (True, Device.AUTO, Device.CUDA), (False, Device.AUTO, Device.CPU), (True, Device.CPU, Device.CPU),
        (True, Device.CUDA, Device.CUDA), (False, Device.CUDA, None),
    ],
)  # fmt: skip
def test_models_run_where_they_are_told_to_or_not_at_all(monkeypatch, there, asked, meant):
    monkeypatch.setattr("verifier.device._has_driver", lambda: there)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: there)
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda: False)
    if meant is None:
        with pytest.raises(ConfigError, match="torch finds no cuda here"):
            resolved(asked)
        return
    assert resolved(asked) is meant
    assert placement(Device.CUDA) == Placement("cuda", "float16", 64)
    assert placement(Device.CPU) == Placement("cpu", "float32", 1)


def test_a_run_names_the_device_that_was_meant(monkeypatch):
    at_home = Workshop(Settings()).run_info()
    monkeypatch.setattr("verifier.device._has_driver", lambda: True)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    elsewhere = Workshop(Settings()).run_info()
    assert (at_home.config["device"], elsewhere.config["device"]) == ("cpu", "cuda")
    assert at_home.key != elsewhere.key
    assert Workshop(Settings(device="cpu")).run_info().key == at_home.key
