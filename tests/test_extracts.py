"""A build reads again only the documents that changed, and never serves what no longer stands in the file."""

import pytest

from verifier.corpus import extracts
from verifier.corpus.load import load_corpus
from verifier.errors import CorpusError


@pytest.fixture
def reads(monkeypatch):
    """Names of the documents that were read."""
    names = []

    def read(path, name):
        names.append(name)
        return extracts_read(path, name)

    extracts_read = extracts.read_document
    monkeypatch.setattr(extracts, "read_document", read)
    return names


@pytest.fixture
def kept(union, tmp_path):
    """Write two documents; return what loads the corpus and gives the texts of its documents."""
    (union / "a.md").write_text("Estonia has many islands.", encoding="utf-8")
    (union / "b.txt").write_text("Croatia has a long coast.", encoding="utf-8")
    place = tmp_path / "cache" / "extracts.sqlite"
    return lambda: [p.text for p in load_corpus(union, place).passages if p.table is None]


def test_only_changed_and_new_documents_are_read(union, kept, reads):
    assert kept() == ["Estonia has many islands.", "Croatia has a long coast."]
    assert kept() == ["Estonia has many islands.", "Croatia has a long coast."]
    assert reads == ["a.md", "b.txt"]
    (union / "b.txt").write_text("Croatia has a longer coast.", encoding="utf-8")
    (union / "c.md").write_text("Hungary has no coast.", encoding="utf-8")
    assert kept() == ["Estonia has many islands.", "Croatia has a longer coast.", "Hungary has no coast."]
    assert reads == ["a.md", "b.txt", "b.txt", "c.md"]


def test_passages_come_back_as_they_were_read(union, kept, tmp_path):
    (union / "rows-2024-05-01.jsonl").write_text('{"text": "It’s so.", "url": "http://x.org"}\n', encoding="utf-8")
    kept()
    again = list(load_corpus(union, tmp_path / "cache" / "extracts.sqlite").passages)
    assert again == list(load_corpus(union).passages)


def test_a_renamed_document_is_read_again_and_a_removed_one_is_forgotten(union, kept, reads):
    kept()
    (union / "a.md").rename(union / "d.md")
    assert kept() == ["Croatia has a long coast.", "Estonia has many islands."]
    (union / "d.md").rename(union / "a.md")
    kept()
    assert reads == ["a.md", "b.txt", "d.md", "a.md"]


def test_other_readers_read_all_again(kept, reads, monkeypatch):
    kept()
    monkeypatch.setattr(extracts, "_readers", lambda: "another version")
    kept()
    assert reads == ["a.md", "b.txt"] * 2


def test_what_cannot_be_read_is_told_each_time_and_the_rest_is_kept(union, kept, reads):
    (union / "c.docx").write_text("hello", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(CorpusError, match="not a Word document"):
            kept()
    assert reads == ["a.md", "b.txt", "c.docx", "c.docx"]


def test_a_repeat_comes_back_when_the_passage_that_it_repeats_is_gone(union, kept, reads):
    (union / "c.md").write_text("Estonia has many islands.", encoding="utf-8")
    assert kept() == ["Estonia has many islands.", "Croatia has a long coast."]
    (union / "a.md").unlink()
    assert kept() == ["Croatia has a long coast.", "Estonia has many islands."]
    assert reads == ["a.md", "b.txt", "c.md"]


def test_a_damaged_file_of_extracts_is_named(kept, tmp_path):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "extracts.sqlite").write_bytes(b"junk" * 500)
    with pytest.raises(CorpusError, match="delete it"):
        kept()
