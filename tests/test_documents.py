"""Reference documents: every format gives passages with exact places; what cannot be read says how to mend it."""

import json
import zipfile
from datetime import date

import pytest

from verifier.copies import from_article
from verifier.corpus.documents import SUPPORTED, read_document
from verifier.corpus.duplicates import distinct
from verifier.corpus.load import load_corpus
from verifier.corpus.passages import cut
from verifier.errors import CorpusError
from verifier.records import Article, Passage

SENTENCE = "The Union was founded in Rome in 1957."
LONGER = f"{SENTENCE} It has grown since, as Mr. Smith of No. 10 said."


def pdf(path, pages, password=None, title=None):
    """Write a PDF with lines of text on each page."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream.set_data(f"BT /F1 11 Tf 50 800 Td {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    if title:
        writer.add_metadata({"/Title": title, "/CreationDate": "D:20240310120000Z"})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(path)
    return path


def docx(path, *paragraphs, table=()):
    from docx import Document

    document = Document()
    document.add_heading("A short history", 1)
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        made = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = text
    document.save(path)
    return path


def html(path):
    path.write_text(
        f"<html><head><title>A short history</title><meta name='date' content='2024-03-10'></head><body><nav>Menu</nav>"
        f"<article><h1>A short history</h1><p>{SENTENCE} It has grown since.</p><p>{'More is known of it. ' * 9}</p>"
        f"</article></body></html>"
    )
    return path


MAKERS = {
    "md": lambda folder: write(folder / "a.md", f"---\ndate: 2024-03-10\n---\n# A short history\n{SENTENCE} So.\n"),
    "txt": lambda folder: write(folder / "2024-03-10 a.txt", f"A short history\n\n{SENTENCE} It has grown.\n"),
    "html": lambda folder: html(folder / "a.html"),
    "pdf": lambda folder: pdf(folder / "a.pdf", [[SENTENCE, "It has grown."]], title="A short history"),
    "jsonl": lambda folder: write(
        folder / "a.jsonl",
        json.dumps({"text": SENTENCE, "title": "A short history", "published": "2024-03-10"}) + "\n",
    ),
}


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", MAKERS)
def test_every_format_gives_passages_with_title_and_date(tmp_path, kind):
    path = MAKERS[kind](tmp_path)
    passages = read_document(path, path.name)
    found = next(p for p in passages if SENTENCE in p.text)
    assert (found.title, found.source, found.valid_from) == ("A short history", "A short history", date(2024, 3, 10))
    assert found.id.startswith(f"{path.name}#")


def test_a_word_document_gives_paragraphs_and_table_rows(tmp_path):
    path = docx(tmp_path / "a.docx", LONGER, table=[("Estonia", "2004"), ("Croatia", "2013")])
    passages = read_document(path, "a.docx")
    assert [p.text for p in passages] == ["A short history", LONGER, "Estonia | 2004", "Croatia | 2013"]
    assert {p.title for p in passages} == {"A short history"}


@pytest.mark.parametrize(
    "text",
    [
        f"{LONGER}\n\nA second  paragraph,\nwrapped by hand. {SENTENCE * 12}",
        f"# Head\ntext right below\n\n* a [link](http://x.org/a_b) to **bold** `code`. And _more_.\n## Next\n{LONGER}",
        "one\n\n\n \ntwo\n\n" + "word " * 900,
        "",
        "\n\n",
        "a_b_c snake_case __init__ 2*3*4",
    ],
)
@pytest.mark.parametrize("markdown", [False, True])
def test_each_passage_stands_where_it_says(text, markdown):
    pieces = list(cut(text, markdown=markdown))
    for piece in pieces:
        rest = iter("".join(text[piece.start : piece.end].split()))
        assert all(character in rest for character in "".join(piece.text.split()))
        if not markdown:
            assert " ".join(text[piece.start : piece.end].split()) == piece.text
    assert all(a.end <= b.start for a, b in zip(pieces, pieces[1:], strict=False))
    if not markdown:
        assert "".join(p.text for p in pieces).replace(" ", "") == "".join(text.split())


def test_markdown_loses_its_marks_and_nothing_else():
    (piece,) = cut('Intro: *the* [Court](http://icc.int "ICC") ruled on `case_1`.', markdown=True)
    assert piece.text == "Intro: the Court ruled on case_1."


def test_text_right_below_a_heading_is_kept():
    assert [p.text for p in cut("# Head\nThe text.\n", markdown=True)] == ["The text."]


def test_running_heads_and_page_numbers_of_a_pdf_are_no_text(tmp_path):
    path = pdf(tmp_path / "a.pdf", [["ANNUAL REPORT", f"Fact number {n} holds.", f"Page {n}"] for n in range(1, 5)])
    assert "ANNUAL" not in " ".join(p.text for p in read_document(path, "a.pdf"))
    assert "Fact number 3 holds." in " ".join(p.text for p in read_document(path, "a.pdf"))


def bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * 210_000_000)
    return path


HOSTILE = {
    "a scanned PDF": (lambda folder: pdf(folder / "a.pdf", [[], []]), "ocrmypdf"),
    "a locked PDF": (lambda folder: pdf(folder / "a.pdf", [[SENTENCE]], password="secret"), "needs a password"),
    "a broken PDF": (lambda folder: write(folder / "a.pdf", "%PDF-1.4\nnothing"), "damaged"),
    "an empty PDF": (lambda folder: write(folder / "a.pdf", ""), "damaged"),
    "a zip bomb": (lambda folder: bomb(folder / "a.docx"), "unpacks to 210 MB"),
    "no Word document": (lambda folder: write(folder / "a.docx", "hello"), "not a Word document"),
    "a page without text": (lambda folder: write(folder / "a.html", "<html></html>"), "no main text"),
    "Latin-1": (lambda folder: (folder / "a.txt").write_bytes(b"caf\xe9") and folder / "a.txt", "not UTF-8"),
    "no JSON": (lambda folder: write(folder / "a.jsonl", "{"), "a.jsonl:1: not JSON"),
    "JSON without text": (lambda folder: write(folder / "a.jsonl", "[1]"), 'with a "text"'),
    "JSON with a wrong date": (
        lambda folder: write(folder / "a.jsonl", '{"text": "x", "published": "soon"}'),
        "YYYY-MM-DD",
    ),
    "JSON with a wrong title": (lambda folder: write(folder / "a.jsonl", '{"text": "x", "title": 3}'), '"title"'),
    "JSON with an id twice": (lambda folder: write(folder / "a.jsonl", '{"id": 1, "text": "x"}\n' * 2), "came before"),
    "a spreadsheet": (lambda folder: write(folder / "a.xlsx", ""), "cannot read .xlsx"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_says_how_to_mend_it(tmp_path, name):
    make, words = HOSTILE[name]
    path = make(tmp_path)
    with pytest.raises(CorpusError) as caught:
        read_document(path, path.name)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_all_broken_documents_are_told_at_once_and_can_be_left_out(union):
    write(union / "a.txt", SENTENCE)
    pdf(union / "b.pdf", [[]])
    write(union / "c.jsonl", "{")
    with pytest.raises(CorpusError) as caught:
        list(load_corpus(union).passages)
    assert len(str(caught.value).splitlines()) == 2
    toml = union / "corpus.toml"
    toml.write_text('ignore = ["b.pdf", "c.jsonl"]\n' + toml.read_text())
    assert SENTENCE in [p.text for p in load_corpus(union).passages]


def test_every_supported_ending_is_found_in_a_folder(union):
    docx(union / "a.DOCX", SENTENCE)
    assert any(p.id.startswith("a.DOCX#") for p in load_corpus(union).passages)
    assert {".md", ".txt", ".html", ".pdf", ".docx", ".jsonl"} <= set(SUPPORTED)


def passage(id_, text, known=None):
    return Passage(id=id_, text=text, source="s", valid_from=known)


def test_repeats_are_left_out_and_named():
    texts = ["The Court, issued it.", "the court issued it", "The Court issued it. It rained."]
    kept, repeats = distinct(passage(str(n), text) for n, text in enumerate(texts))
    assert [p.id for p in kept] == ["0", "2"]
    assert [(r.id, r.of) for r in repeats] == [("1", "0")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It fell by 5 %.", "It fell by 6 %."),
        ("It fell by 5 %.", "It fell by -5 %."),
        ("He signed it.", "He did not sign it."),
        ("He did sign it.", "He didn't sign it."),
        ("It cost $5.", "It cost €5."),
        ("Niger joined.", "Nigeria joined."),
    ],
)
def test_near_copies_that_say_another_thing_stay(one, other):
    kept, _ = distinct([passage("1", one), passage("2", other)])
    assert len(kept) == 2


def test_a_copy_that_was_known_earlier_stays():
    late, early = passage("1", SENTENCE, date(2024, 1, 1)), passage("2", SENTENCE, date(2020, 1, 1))
    assert len(distinct([late, early])[0]) == 2
    assert len(distinct([early, late])[0]) == 1


ARTICLE = Article(
    id="a", title="News", text=f"News\n\nBy Us\n\nThe Union was founded\nin Rome in 1957. {'It rained. ' * 9}"
)


@pytest.mark.parametrize(
    ("given", "own"),
    [
        (passage("1", SENTENCE), True),
        (passage("1", "The Union, it is said, was founded in Paris in 1958."), False),
        (passage("1", "It rained."), False),
        (passage("1", "It rained.").model_copy(update={"title": "NEWS"}), True),
        (passage("1", SENTENCE).model_copy(update={"table": "members"}), False),
    ],
)
def test_the_articles_own_text_is_no_evidence(given, own):
    assert from_article(given, ARTICLE) is own
    assert from_article(given, None) is False
