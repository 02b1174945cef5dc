"""Patterns, feeds, and what is hostile, huge or many: the batch goes on, and each failure says how to mend it."""

import json
import time
import tracemalloc
import zipfile
from datetime import date

import pytest
from pypdf import PdfWriter

from verifier.articles import lines as lines_module
from verifier.articles import sizes
from verifier.articles.expected import expected
from verifier.articles.files import find_files
from verifier.articles.mojibake import mended
from verifier.articles.read import read_articles
from verifier.errors import InputError
from verifier.records import Article, Failure

SENTENCE = "Mongolia joined the Court in 2002. "


def read(*paths, published=None):
    return list(read_articles(find_files([str(path) for path in paths]), published))


def refused(path):
    """Return the one failure's message, after a good article went on."""
    good = path.with_name("zz-good.txt")
    good.write_text(SENTENCE)
    failure, article = read(path, good)
    assert isinstance(failure, Failure)
    assert isinstance(article, Article)
    return failure.message


RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:media="http://search.yahoo.com/mrss/"><channel><title>News</title>
<item><media:title>A picture</media:title><title>Court &amp; state</title>
<link>http://e.org/1</link><pubDate>Fri, 30 Aug 2024 10:00:00 +0200</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>Mongolia joined the <b>Court</b>.</p><script>x()</script>
<p>It rained &amp; snowed.<br>So it was.</p>]]>
</content:encoded></item>
<item><title>Plain</title><description>Only words.</description></item>
<item><title>Empty</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>One</title>
<link rel="self" href="http://e.org/self"/><link href="http://e.org/one"/><updated>2024-08-31T00:00:00Z</updated>
<published>2024-08-30T12:00:00Z</published><summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First.</p><p>Second.</p></div></content>
</entry></feed>"""


def test_entries_of_rss_are_articles(tmp_path):
    path = tmp_path / "news.rss"
    path.write_text(RSS)
    first, second, third = read(path, published=date(2020, 1, 1))
    assert (first.title, first.source, first.published) == ("Court & state", "http://e.org/1", date(2024, 8, 30))
    assert first.text == "Mongolia joined the Court.\n\nIt rained & snowed.\n\nSo it was."
    assert (second.text, second.published) == ("Only words.", date(2020, 1, 1))
    assert "empty" in third.message


def test_entries_of_atom_are_articles(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(ATOM)
    (article,) = read(path)
    assert (article.title, article.source, article.published) == ("One", "http://e.org/one", date(2024, 8, 30))
    assert article.text == "First.\n\nSecond."


BOMB = '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
) + "]><rss><item><description>&i;</description></item></rss>"  # fmt: skip
SECRET = '<!DOCTYPE l [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><item><description>&f;</description></item></rss>'


@pytest.mark.parametrize(
    ("text", "words"),
    [("<rss><item>", "not well-formed"), ("<a/>", "no entries"), ("", "not well-formed"), (BOMB, ""), (SECRET, "")],
    ids=["torn", "no feed", "empty", "entities", "a file of the machine"],
)
def test_bad_feeds_are_failures_and_expand_nothing(tmp_path, text, words):
    path = tmp_path / "bad.xml"
    path.write_text(text)
    start = time.monotonic()
    message = refused(path)
    assert words in message
    assert "root:" not in message
    assert time.monotonic() - start < 5


def test_patterns_name_files_in_order_and_each_once(tmp_path):
    for name in ("b.txt", "a.md", "deep/er/c.txt", "x.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(SENTENCE + name)
    names = [path.rsplit("/", 1)[1] for path in find_files([f"{tmp_path}/**/*.txt", f"{tmp_path}/b.txt"])]
    assert sorted(names) == ["b.txt", "c.txt"]
    with pytest.raises(InputError, match="fits this pattern"):
        find_files([f"{tmp_path}/*.docx"])


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path):
    path = tmp_path / "a[1].txt"
    path.write_text(SENTENCE)
    assert find_files([str(path)]) == [str(path)]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md"])
def test_an_article_of_20_megabytes_is_refused_before_it_is_read(tmp_path, name):
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(21_000_000)
    assert "split it" in refused(path)


def test_an_article_of_a_million_words_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE * 100_000)
    assert "split it into chapters" in refused(path)


def test_lines_too_long_are_failures_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(lines_module, "MOST_BYTES", 1000)
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in ("One.", "x" * 5000, "Two.")))
    assert [type(item) for item in read(path)] == [Article, Failure, Article]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_lines_in_other_encodings(tmp_path, encoding):
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        "".join(json.dumps({"text": f"Zoë {n}."}, ensure_ascii=False) + "\n" for n in range(3)).encode(encoding)
    )
    assert [article.text for article in read(path)] == ["Zoë 0.", "Zoë 1.", "Zoë 2."]


def test_ten_thousand_tiny_articles_are_never_held_together(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("w") as file:
        for n in range(10_000):
            file.write(json.dumps({"text": f"It rained {n} times. " + "So it was. " * 50, "id": str(n)}) + "\n")
    files = find_files([str(path)])
    assert expected(files) == 10_000
    tracemalloc.start()
    assert sum(isinstance(item, Article) for item in read_articles(files, None)) == 10_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4_000_000 < path.stat().st_size


DEEP = "<div>" * 50_000 + "<p>" + SENTENCE * 5
HOSTILE = {
    "deep": DEEP,
    "unclosed": "<table><tr><td><b><i><a href='" + "x" * 100_000,
    "null bytes in entities": "<html><body><p>&#0;&#x110000;&bogus;</p></body></html>",
    "many attributes": "<p " + " ".join(f"a{n}='1'" for n in range(5_000)) + ">x</p>",
    "scripts only": "<script>" + "while(1);" * 1000 + "</script>",
    "no page": "<" * 10_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_pages_end_in_an_article_or_a_failure(tmp_path, kind):
    path = tmp_path / "a.html"
    path.write_text(HOSTILE[kind])
    (item,) = read(path)
    assert isinstance(item, Article | Failure)
    assert isinstance(item, Article) or item.message.startswith(str(path))


def test_a_scan_is_told_from_a_text(tmp_path):
    path = tmp_path / "a.pdf"
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(path)
    assert "scan" in refused(path)


def test_a_document_that_unpacks_to_gigabytes_is_refused_unread(tmp_path):
    path = tmp_path / "a.docx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(300):
            part.write(b" " * 1_000_000)
    assert path.stat().st_size < 1_000_000
    assert "unpacks to" in refused(path)


def test_a_fault_of_a_library_is_a_failure_of_that_file(tmp_path, monkeypatch):
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: 1 / 0)
    path = tmp_path / "a.html"
    path.write_text("<p>x</p>")
    assert "ZeroDivisionError" in refused(path)


def test_broken_encodings_are_mended_and_offsets_refer_to_the_mended_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("The court’s café — “naïve” — cost €5.".encode().decode("cp1252", errors="replace").encode())
    assert "café" in read(path)[0].text
    assert mended("It’s the café.") == "It’s the café."
    assert mended("“AMANHÃ” and Â") == "“AMANHÃ” and Â"


def test_size_limits_are_stated_in_one_place():
    assert sizes.MOST_CHARACTERS < sizes.MOST_BYTES
