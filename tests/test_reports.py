"""Reports: nothing lost on the way, nothing executed, nothing fetched."""

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from rich.console import Console

from verifier.build import RENDERERS, renderers
from verifier.errors import ReportError
from verifier.records import (
    Article,
    Attribution,
    CheckedClaim,
    Claim,
    Edit,
    EditKind,
    Evidence,
    Failure,
    Finding,
    Flag,
    Hit,
    Judgement,
    Kind,
    Label,
    Passage,
    Report,
    RunInfo,
    Skipped,
    Span,
    Stance,
    Verdict,
)
from verifier.reports import assets
from verifier.reports import jsonl as jsonl_module
from verifier.reports.highlight import paragraphs, pieces
from verifier.reports.html import HtmlRenderer
from verifier.reports.jsonl import JsonlRenderer, SavedReports, claim_line, json_schema, load_reports, report_line
from verifier.reports.markdown import MarkdownRenderer
from verifier.reports.terminal import print_report

EVIL = '<script>alert("x")</script>'
TEXT = f"It joined in 2002. {EVIL} | *bold* “quoted” ümlaut 🙂\n\nSecond paragraph."
DAY = date(2024, 8, 30)


def checked(id_, start, end, label, kind=Kind.FACT):
    passage = Passage(
        id="t/1/member",
        text=f"Evidence {EVIL}",
        source=f"source {EVIL}",
        url="javascript:alert(1)",
        table="t",
        row=3,
    )
    evidence = Evidence(
        hit=Hit(passage=passage, score=0.5, rank=1),
        judgement=Judgement(entailment=0.9, neutral=0.06, contradiction=0.04),
        stance=Stance.SUPPORTS,
        notes=("a note",),
    )
    finding = Finding(stance=Stance.SUPPORTS, check="t.member", derivation=("step one",), passages=(passage,))
    return CheckedClaim(
        claim=Claim(
            id=id_,
            text=f"Mongolia joined in 2002 {EVIL}",
            kind=kind,
            spans=(Span(start=start, end=end),),
            edits=(Edit(kind=EditKind.REFERENCE, start=0, end=2, replacement="Mongolia", reason="'It'"),),
            attribution=Attribution(speaker="A", cue="said", quoted=False),
            flags=(Flag.UNRESOLVED_DATE,),
        ),
        verdict=Verdict(
            label=label,
            confidence=0.9,
            as_of=DAY,
            evidence=(evidence,),
            finding=finding,
            decider="exact:t.member",
            reason="because",
        ),
    )


@pytest.fixture
def report():
    return Report(
        article=Article(id="a1", title=f"Title {EVIL}", text=TEXT, source="https://example.org/a", published=DAY),
        claims=(
            checked("c1", 0, 18, Label.SUPPORTED),
            checked("c2", 10, 30, Label.REFUTED),
            checked("c3", 0, 18, Label.NOT_CHECKABLE, Kind.STATEMENT),
        ),
        skipped=(Skipped(span=Span(start=19, end=30), reason="headline"),),
        failures=(Failure(stage="judge", item="c9", error="ModelError", message=f"broken {EVIL}"),),
        run=RunInfo(version="0", config={"k": 1}, models={"nli": "m"}, corpus="icc", key="abc"),
        seconds={"split": 0.1},
    )


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.links, self.ids, self.text, self.code = [], [], [], "", []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append(tag)
        self.links += [values[name] for name in ("href", "src") if name in values]
        self.ids += [values["id"]] if "id" in values else []

    def handle_data(self, data):
        if self.tags[-1:] in (["script"], ["style"]):
            self.code.append(data.strip())
        else:
            self.text += data


def test_reports_survive_the_round_trip(report, tmp_path):
    path = tmp_path / "reports.jsonl"
    path.write_text(JsonlRenderer().render([report, report]), encoding="utf-8")
    assert list(load_reports(path)) == [report, report]


def test_saved_reports_are_read_one_by_one_and_say_what_all_of_them_say_at_once(report, tmp_path):
    path = tmp_path / "reports.jsonl"
    reports = [report.model_copy(update={"article": report.article.model_copy(update={"id": f"a{n}"})}) for n in "123"]
    path.write_text(JsonlRenderer().render(reports), encoding="utf-8")
    for renderer in renderers(RENDERERS).values():
        assert "".join(renderer.pieces(SavedReports(path))) == renderer.render(reports)
    changed = SavedReports(path, lambda item: item.model_copy(update={"claims": ()}))
    assert [len(item.claims) for item in changed] == [0, 0, 0]


@pytest.mark.parametrize("name", RENDERERS)
def test_an_article_is_written_before_the_next_but_one_is_read(report, name):
    read = 0

    class Counting:
        def __iter__(self):
            nonlocal read
            read = 0
            for n in range(10):
                read += 1
                yield report.model_copy(update={"article": report.article.model_copy(update={"id": f"a{n}"})})

    (renderer,) = renderers([name]).values()
    made = renderer.pieces(Counting())
    while "joined in 2002" not in next(made):
        pass
    assert read <= 2


def test_lines_have_the_contracts_keys(report):
    line = json.loads(report_line(report))
    assert line["schema"] == 1
    assert set(line) >= {"article", "claims", "failures", "run", "seconds"}
    claim = line["claims"][0]
    assert claim["spans"] == [[0, 18]]
    assert (claim["verdict"], claim["as_of"]) == ("supported", "2024-08-30")
    assert set(claim["evidence"][0]) >= set("id text source url stance entailment neutral contradiction score".split())


def test_lines_fit_the_shipped_schema(report):
    schema = json.loads(json_schema())
    jsonschema.validate(json.loads(report_line(report)), schema["report"])
    jsonschema.validate(json.loads(claim_line(report.claims[0])), schema["claim"])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": 1}, schema["report"])


def test_the_shipped_schema_is_the_generated_one():
    """After a change of the records: python -m verifier.reports.jsonl."""
    shipped = Path(jsonl_module.__file__).with_name("schema.json").read_text(encoding="utf-8")
    assert shipped == json_schema()


@pytest.mark.parametrize("line", ["no json", '{"schema": 2}', "{}"])
def test_broken_lines_are_named(tmp_path, line):
    path = tmp_path / "reports.jsonl"
    path.write_text(line + "\n")
    with pytest.raises(ReportError, match=r"reports\.jsonl:1"):
        list(load_reports(path))


def test_a_missing_run_is_named(tmp_path):
    with pytest.raises(ReportError, match="no saved run"):
        list(load_reports(tmp_path / "reports.jsonl"))


def test_html_runs_its_own_script_alone_and_asks_for_nothing(report):
    html = HtmlRenderer().render([report])
    page = Page(html)
    assert page.tags.count("script") == 3  # what is known and what was decided, as JSON, and the program
    assert page.tags.count("style") == 1
    assert not {"img", "iframe", "link", "object", "embed"} & set(page.tags)
    assert all(link.startswith(("#", "https://example.org")) for link in page.links)
    assert "default-src &#39;none&#39;" in html
    assert all(assets.source_hash(text) in html for text in (assets.style(), assets.script()))
    assert EVIL in page.text


def test_html_links_every_highlight_to_a_card(report):
    page = Page(HtmlRenderer().render([report, report]))
    targets = {link[1:] for link in page.links if link.startswith("#")}
    assert targets <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_html_says_verdicts_in_words_and_shows_the_evidence(report):
    text = " ".join(Page(HtmlRenderer().render([report])).text.split())
    for words in (
        "✓ supported",
        "✗ refuted",
        "not judged: statement",
        "The exact check t.member confirms it: step one.",
        "a note",
        "2024-08-30",
        "90 %",
    ):
        assert words in text
    assert "broken" in text
    assert "headline" in text


def test_highlights_cut_at_every_edge_and_keep_the_text(report):
    found = list(pieces(TEXT, report.claims))
    assert "".join(piece.text for piece in found) == TEXT
    overlap = next(piece for piece in found if set(piece.claims) == {"c1", "c2", "c3"})
    assert overlap.text == TEXT[10:18]
    assert overlap.label is Label.REFUTED
    assert len(paragraphs(TEXT, report.claims)) == 2


def test_a_blank_between_two_claims_is_nothing_to_click_on(report):
    text = "One. Two."
    claims = [
        checked("c1", 0, 4, Label.SUPPORTED),
        checked("c2", 5, 9, Label.REFUTED),
        checked("c3", 0, 9, Label.REFUTED),
    ]
    (paragraph,) = paragraphs(text, claims)
    assert [(piece.text, piece.claims) for piece in paragraph] == [
        ("One.", ("c1", "c3")),
        (" ", ()),
        ("Two.", ("c2", "c3")),
    ]


def test_markdown_escapes_markup_and_keeps_tables_whole(report):
    text = MarkdownRenderer().render([report])
    assert "<script>" not in text
    rows = [line for line in text.splitlines() if line.startswith("| c")]
    assert len(rows) == 3
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows)
    assert "javascript:" not in text


@pytest.mark.parametrize("width", [80, 200])
def test_the_terminal_table_shows_every_claim_at_any_width(report, width):
    console = Console(width=width, record=True, file=open("/dev/null", "w"), color_system=None)  # noqa: SIM115, PTH123
    print_report(console, report)
    text = console.export_text()
    assert "✗ refuted" in text
    assert "3 claims: 1 supported, 1 refuted, 1 not judged, 1 failed" in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= width


def test_an_article_without_claims_renders_everywhere(report, capsys):
    empty = report.model_copy(update={"claims": (), "failures": (), "skipped": ()})
    assert "No claims were found" in HtmlRenderer().render([empty])
    assert "0 claims" in MarkdownRenderer().render([empty])
    print_report(Console(), empty)
    assert "0 claims" in capsys.readouterr().out
