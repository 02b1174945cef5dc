"""The tree encoder: the best tree, texts of any length, and files that are none of its own."""

import shutil
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import bundled
from verifier.errors import ModelError
from verifier.language import load_parser
from verifier.parsing.heads import best_heads
from verifier.parsing.pieces import SHAPES, shape_of

ENCODER = "tree_encoder"


@pytest.fixture(scope="module")
def parse():
    return load_parser(bundled.model_path("parser"))


def is_tree(heads):
    above = dict(enumerate(heads, 1))
    for word in above:
        for _ in heads:
            word = above.get(word, 0)
        if word:
            return False
    return True


@given(st.integers(0, 2**32 - 1), st.integers(1, 4))
def test_the_heads_are_the_best_of_all_trees(seed, words):
    scores = np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)
    np.fill_diagonal(scores[:, 1:], -1e4)

    trees = [heads for heads in product(range(words + 1), repeat=words) if is_tree(heads)]

    assert best_heads(scores) == list(max(trees, key=lambda t: sum(scores[w, h] for w, h in enumerate(t))))


def test_long_texts_close_no_circle():
    scores = np.random.default_rng(3).normal(size=(150, 151)).astype(np.float32)
    np.fill_diagonal(scores[:, 1:], -1e4)

    assert is_tree(best_heads(scores))


@given(st.text(min_size=1), st.booleans())
def test_every_word_has_a_shape(word, spaced):
    assert 0 <= shape_of(word, spaced) < SHAPES


def test_capitals_and_digits_have_shapes_of_their_own():
    words = ["peru", "Peru", "PERU", "P", "McKay", "2024", "G20", "—"]

    assert len({shape_of(word, True) for word in words}) == len(words)


def test_a_sentence_gets_tags_tree_and_names(parse):
    doc = parse("Dina Boluarte leads Peru.")

    assert [t.dep_ for t in doc] == ["nsubj", "flat", "ROOT", "obj", "punct"]
    assert [t.head.i for t in doc] == [2, 0, 2, 2, 2]
    assert [t.tag_ for t in doc] == ["NNP", "NNP", "VBZ", "NNP", "."]
    assert [(e.text, e.label_) for e in doc.ents] == [("Dina Boluarte", "PER"), ("Peru", "LOC")]
    assert doc[2].lemma_ == "lead"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "😀😀", "a\u0301" * 50, "x" * 5000, "...", "\x00"])
def test_no_text_breaks_it(parse, text):
    doc = parse(text)

    assert doc.text == text
    assert all(token.dep_ for token in doc)


def test_a_row_of_words_without_end_is_read_in_parts(parse):
    text = "The council met in Bergen. " * 200
    doc = parse(text)

    assert doc.text == text
    assert sum(t.head.i == t.i for t in doc) >= 5
    assert max(abs(t.head.i - t.i) for t in doc) < 200


def test_a_copy_on_disk_parses_alike(parse, tmp_path):
    parse.to_disk(tmp_path / "copy")
    again = load_parser(tmp_path / "copy")("The mayor, who resigned in May, opened the bridge.")

    assert [(t.tag_, t.head.i, t.dep_) for t in again] == [
        (t.tag_, t.head.i, t.dep_) for t in parse("The mayor, who resigned in May, opened the bridge.")
    ]


@pytest.mark.parametrize("broken", ["trees.onnx", "kinds.json", "tokenizer.json"])
def test_a_broken_or_missing_file_is_named(tmp_path, broken):
    for name, spoil in (("torn", lambda p: p.write_bytes(p.read_bytes()[:100])), ("gone", lambda p: p.unlink())):
        folder = tmp_path / name
        shutil.copytree(bundled.model_path("parser"), folder)
        spoil(folder / ENCODER / broken)

        with pytest.raises(ModelError, match=str(folder)):
            load_parser(folder)
