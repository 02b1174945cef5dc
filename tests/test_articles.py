"""Reading what users have: formats, encodings, and broken files among good ones."""

import io
import sys
from datetime import date

import pytest

from verifier.articles.files import find_files
from verifier.articles.read import read_articles
from verifier.errors import InputError
from verifier.records import Article, Failure

SENTENCE = "Mongolia joined the Court in 2002. "


def read(*paths, published=None):
    return list(read_articles(find_files([str(path) for path in paths]), published))


def only(path, **options):
    found = read(path, **options)
    assert len(found) == 1
    return found[0]


def test_text_keeps_every_character_and_its_headline_is_the_title(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"A Headline\r\n\r\n" + SENTENCE.encode())
    article = only(path, published=date(2024, 8, 30))
    assert article.text == f"A Headline\n\n{SENTENCE}"
    assert article.title == "A Headline"
    assert article.published == date(2024, 8, 30)
    assert article.id.startswith("a-")


def test_ids_follow_the_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE)
    first = only(path).id
    path.write_text(SENTENCE + "More.")
    assert only(path).id != first


def test_front_matter_states_title_and_date(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(f'---\ntitle: "T"\ndate: 2024-01-02\n---\n# Heading\n\n{SENTENCE}')
    article = only(path, published=date(2030, 1, 1))
    assert (article.title, article.published) == ("T", date(2024, 1, 2))
    assert "title:" not in article.text


def test_the_marks_of_markdown_are_no_words(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        '# The *Court*\n\n**Mongolia** joined the [Court](http://icc.int "ICC") in _2002_.\n\n'
        "- Kenya is a member.\n- Norway is *not* a member.\n\n> It began in `2002`, snake_case and all.\n"
    )
    article = only(path)
    assert article.title == "The Court"
    assert article.text.split("\n") == [
        "The Court", "", "Mongolia joined the Court in 2002.", "", "Kenya is a member.", "Norway is not a member.", "",
        "It began in 2002, snake_case and all.", "",
    ]  # fmt: skip


def test_web_pages_give_their_main_text(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(
        "<html><head><title>Page</title><meta property='article:published_time' content='2024-08-01T10:00:00Z'></head>"
        f"<body><nav>Menu Home About</nav><article><h1>Page</h1><p>{SENTENCE * 5}</p></article></body></html>"
    )
    article = only(path)
    assert SENTENCE.strip() in article.text
    assert "Menu" not in article.text
    assert article.published == date(2024, 8, 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_real_files(tmp_path, encoding):
    path = tmp_path / "a.txt"
    text = "The café’s owner, Zoë Müller, visited Mongolia last year. " * 3
    path.write_bytes(text.encode(encoding))
    assert only(path).text == text


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "empty"), (b" \n\t", "empty"), (bytes(range(256)) * 8, "binary"), (b"\x00\x01abc", "binary")],
)
def test_files_without_text_are_failures_that_say_so(tmp_path, data, words):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    failure = only(path)
    assert isinstance(failure, Failure)
    assert words in failure.message
    assert str(path) in failure.message


def test_one_bad_line_does_not_stop_the_others(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"text": "One.", "id": "x", "published": "2024-01-02"}\n{"txt": "?"}\nnot json\n{"text": "Two."}\n'
    )
    found = read(path)
    assert [type(item) for item in found] == [Article, Failure, Failure, Article]
    assert found[0].id == "x"
    assert "a.jsonl:2" in found[1].message


def test_an_id_that_comes_twice_is_told(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One.", "id": "x"}\n{"text": "Two.", "id": "x"}\n')
    assert isinstance(read(path)[1], Failure)


def test_folders_are_read_in_order_without_hidden_files(tmp_path):
    for name in ("b.txt", "a.md", ".hidden.txt", "image.png", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{SENTENCE}{name}")
    assert [article.id.split("-")[0] for article in read(tmp_path)] == ["a", "b", "c"]


def test_a_dash_is_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SENTENCE.encode())))
    assert only("-").text == SENTENCE


def test_missing_paths_are_told_before_anything_is_read(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        find_files([str(tmp_path / "none.txt")])
    with pytest.raises(InputError, match="no articles"):
        find_files([str(tmp_path)])


def test_a_wrong_date_in_a_file_is_a_failure(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(f"---\ndate: next week\n---\n{SENTENCE}")
    assert "YYYY-MM-DD" in only(path).message
