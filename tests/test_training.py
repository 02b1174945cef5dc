"""The recipe of the NLI model: a tiny encoder is trained, measured, taught and exported, on a processor."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import BertConfig, BertModel

NLI = Path(__file__).parents[1] / "models" / "nli"
WORDS = "rain fell on monday tuesday in oslo bergen snow never heavy light wind".split()
SETS = ("vitaminc", "fever", "wiki_nli_protocols", "healthver", "snli", "mnli")


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = tmp_path_factory.mktemp("base")
    vocabulary = {word: number for number, word in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS])}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    torch.manual_seed(3)
    BertModel(
        BertConfig(vocab_size=len(vocabulary), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
                   intermediate_size=64, max_position_embeddings=300),
        add_pooling_layer=False,
    ).save_pretrained(folder)  # fmt: skip
    return folder


def run(script, *options):
    return subprocess.run(
        [sys.executable, str(NLI / script), *map(str, options)], check=True, capture_output=True, text=True
    ).stdout


def write(path, rows):
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("".join(json.dumps(row) + "\n" for row in rows))
    return path


def pair(number, source):
    """A claim on weather with its own day entails, with another place it is open, with another day it is refuted."""
    word, day = WORDS[number % 2], ("monday", "tuesday")[number // 2 % 2]
    other = {"monday": "tuesday", "tuesday": "monday"}[day]
    kind = number % 3
    claim = (f"rain fell on {day}", f"rain fell in {('oslo', 'bergen')[number % 2]}", f"rain fell on {other}")[kind]
    return {"premise": f"{word} rain fell on {day} wind light", "hypothesis": claim,
            "label": ("entailment", "neutral", "contradiction")[kind], "source": f"{source}/train"}  # fmt: skip


@pytest.fixture(scope="module")
def mix(base, tmp_path_factory):
    folder = tmp_path_factory.mktemp("mix")
    rows = write(folder / "rows.jsonl.gz", [pair(n, source) for source in SETS for n in range(60)])
    made = write(folder / "made.jsonl.gz", [pair(n, "generated") for n in range(60)])
    split = {"text": "rain fell on monday in oslo and wind fell", "claims": [{"text": "rain fell on monday in oslo ."}]}
    sentences = write(folder / "split.jsonl.gz", [split] * 5)
    out = folder / "mix.npz"
    run("mix.py", "--nli", rows, "--generated", made, "--split", sentences, "--base", base, "--out", out,
        "--hard", 40, "--near", 40, "--composed", 40, "--altered", 10)  # fmt: skip
    return out


def test_the_mix_holds_each_kind_and_its_targets_are_probabilities(mix):
    data = np.load(mix)
    kinds = {str(data["names"][at]) for at in np.unique(data["sources"])}
    assert {"vitaminc", "generated", "split", "composed", "near"} <= kinds
    sums = data["targets"].astype(float).sum(1)
    near = data["sources"] == list(data["names"]).index("near")
    assert np.allclose(sums[~near], 1, atol=0.01)
    assert not sums[near].any()
    assert data["lengths"].sum() == len(data["ids"])


def test_training_learns_goes_on_from_its_checkpoint_and_teaches(base, mix, tmp_path):
    options = ("--mix", mix, "--base", base, "--depth", 2, "--tokens", 1024, "--rate", "3e-3", "--dev", mix)
    first = json.loads(run("train.py", *options, "--work", tmp_path / "a", "--pairs", 30000))
    assert first["mix.npz"]["vitaminc"] > 90
    longer = json.loads(run("train.py", *options, "--work", tmp_path / "a", "--pairs", 31000))
    assert longer["pairs"] >= 31000
    assert longer["step"] > first["step"]
    run("teach.py", "--mix", mix, "--teachers", tmp_path / "a" / "checkpoint.pt", "--depths", 2, "--base", base,
        "--out", tmp_path / "soft.npz")  # fmt: skip
    soft, hard = np.load(tmp_path / "soft.npz")["targets"].astype(float), np.load(mix)["targets"].astype(float)
    assert np.allclose(soft.sum(1), 1, atol=0.01)
    known = hard.sum(1) > 0
    assert (soft[known] >= 0.5 * hard[known] - 0.01).all()


def test_the_ideas_of_the_ablation_train_together(base, mix, tmp_path):
    ideas = ("--depth", 4, "--average", 0.99, "--agreement", 0.5, "--finish", 0.5, "--layer-decay", 0.9)
    result = json.loads(run("train.py", "--mix", mix, "--base", base, "--work", tmp_path, "--pairs", 6000,
                            "--rate", "3e-3", "--dev", mix, *ideas))  # fmt: skip
    assert result["mix.npz"]["all"] > 40


def test_a_depth_that_is_no_multiple_is_refused(base, mix, tmp_path):
    with pytest.raises(subprocess.CalledProcessError) as failed:
        run("train.py", "--mix", mix, "--base", base, "--work", tmp_path, "--pairs", 10, "--depth", 3)
    assert "no multiple" in failed.value.stderr
