import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.text import content_words, fold, lemmas, split_sentences, tokenize


@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_tokens_are_the_text_at_their_offsets_in_order(text):
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in zip(tokens, tokens[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He met Mr. Li on Jan. 3. Then he left.", 2),
        ("The U.S. Secretary of State came. He left.", 2),
        ("“It is over.” He left.", 2),
        ("It cost 3.4 million. That was a lot!", 2),
        ("One line without a stop", 1),
        ("What? No!", 2),
    ],
)
def test_sentences_end_where_readers_end_them(text, count):
    assert len(split_sentences(text)) == count


@given(st.text(alphabet="aB. !?\"”'\n1", max_size=60))
def test_sentences_cover_all_that_is_not_space(text):
    kept = "".join(text[a:b] for a, b in split_sentences(text))
    assert "".join(kept.split()) == "".join(text.split())


def test_content_words_leave_out_function_words():
    assert content_words("Mongolia has not signed the Statute") == ["mongolia", "signed", "statute"]


def test_lemmas_join_inflected_forms():
    assert lemmas("ratified") & lemmas("ratifies")
    assert not lemmas("ratified") & lemmas("rotated")
