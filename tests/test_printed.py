"""Articles from PDF and Word files: whole paragraphs, exact places, and failures that say how to go on."""

from datetime import date

import pytest
from docx import Document
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from verifier.articles.files import find_files
from verifier.articles.read import read_articles
from verifier.extract.paragraphs import flowing
from verifier.records import Article, Failure, reproduce

LINES = [
    "Court Opens a New Hall",
    "The International Criminal Court opened a new hall in The Hague on",
    "Friday. Mongolia joined the Court in 2002, and the President of Mon-",
    "golia came.",
    "Armenia joined it in 2024.",
]


def pdf(path, *pages):
    """Write pages of lines; its properties say that it was made in 2030."""
    writer = PdfWriter()
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = writer._add_object(DictionaryObject({NameObject(a): NameObject(b) for a, b in names.items()}))
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream.set_data(f"BT /F1 11 Tf 50 800 Td {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({"/CreationDate": "D:20300310120000Z"})
    writer.write(path)
    return path


def docx(path):
    document = Document()
    document.add_heading("Court Opens a New Hall", 1)
    document.add_paragraph("Mongolia joined the Court in 2002.")
    document.save(path)
    return path


def read(path, published=None):
    return list(read_articles(find_files([str(path)]), published))


def test_lines_of_a_pdf_become_paragraphs_across_pages(tmp_path):
    (article,) = read(pdf(tmp_path / "a.pdf", LINES[:3], LINES[3:]))
    assert article.title == "Court Opens a New Hall"
    assert article.text.split("\n\n") == [
        "Court Opens a New Hall",
        "The International Criminal Court opened a new hall in The Hague on Friday. Mongolia joined the Court in 2002, "
        "and the President of Mongolia came.",
        "Armenia joined it in 2024.",
    ]


@pytest.mark.parametrize("make", [lambda folder: pdf(folder / "a.pdf", LINES), lambda folder: docx(folder / "a.docx")])
def test_the_day_on_which_a_file_was_made_is_not_the_day_of_publication(tmp_path, make):
    path = make(tmp_path)
    assert read(path)[0].published is None
    assert read(path, date(2024, 8, 30))[0].published == date(2024, 8, 30)
    assert read(path)[0].title == "Court Opens a New Hall"


def test_claims_of_a_pdf_point_into_its_text(tmp_path, splitter):
    (article,) = read(pdf(tmp_path / "a.pdf", LINES))
    claims = splitter.split(article).claims
    assert "Armenia joined it in 2024" in {article.text[c.spans[0].start : c.spans[-1].end] for c in claims}
    assert all(reproduce(article.text, claim.spans, claim.edits) == claim.text for claim in claims)


def test_files_that_cannot_be_read_are_failures_and_the_others_go_on(tmp_path):
    pdf(tmp_path / "scan.pdf", [], [])
    (tmp_path / "broken.DOCX").write_text("hello")
    (tmp_path / "~$open.docx").write_text("what Word leaves there while a document is open")
    docx(tmp_path / "good.docx")
    found = {item.item if isinstance(item, Failure) else item.id: item for item in read(tmp_path)}
    assert len(found) == 3
    assert "ocrmypdf" in found[str(tmp_path / "scan.pdf")].message
    assert "not a Word document" in found[str(tmp_path / "broken.DOCX")].message
    assert [item.title for item in found.values() if isinstance(item, Article)] == ["Court Opens a New Hall"]


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ([], []),
        (["", " "], []),
        (["One.", "", "Two."], ["One.", "Two."]),
        (["It is", "", "so."], ["It is so."]),
        (
            ["Members of the Union are:", "• Estonia", "• Croatia"],
            ["Members of the Union are:", "• Estonia", "• Croatia"],
        ),
    ],
)
def test_paragraphs_of_lines(lines, paragraphs):
    assert list(flowing(lines)) == paragraphs
