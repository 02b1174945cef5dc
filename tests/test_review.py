"""Decisions of people: kept for ever beside the run, counted, and turned into gold and published reviews."""

import ast
import csv
import io
import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from made_reports import report_of
from pydantic import ValidationError
from sklearn.metrics import cohen_kappa_score
from typer.testing import CliRunner

from verifier.cli.main import app
from verifier.errors import ReviewError
from verifier.evaluation.gold import read_claims
from verifier.records import Attribution, Label
from verifier.reports.delimited import CsvRenderer
from verifier.reports.jsonl import JsonlRenderer
from verifier.review.claimreview import claim_reviews
from verifier.review.decisions import Action, Decision, read_decisions
from verifier.review.gold import gold
from verifier.review.kappa import agreement
from verifier.review.ledger import Ledger
from verifier.review.sheets import review_csv, review_markdown
from verifier.review.standing import reviewed
from verifier.review.stats import stats
from verifier.review.tasks import argilla, label_studio

START = datetime(2024, 9, 1, 12, tzinfo=UTC)


@pytest.fixture
def report():
    return report_of(5)  # c1 refuted, c2 conflicting, c3 not enough info, c4 not checkable, c5 supported


@pytest.fixture
def decided(report):
    """Make a decision on a claim of the report; a verdict that is the machine's accepts it."""

    def make(claim, verdict, reviewer="Ann", minutes=0, **more):
        checked = next(c for c in report.claims if c.claim.id == claim)
        machine, action = checked.verdict.label, Action.ACCEPT
        if verdict is not machine:
            action, more = Action.OVERRIDE, {"reason": "the register says so", **more}
        values = {"run": "key1", "article": "a1", "claim": claim, "text": checked.claim.text, "machine": machine,
                  "action": action, "verdict": verdict, "reviewer": reviewer,
                  "time": START + timedelta(minutes=minutes), **more}  # fmt: skip
        return Decision(**values)

    return make


def exported(*decisions):
    rows = [decision.model_dump(mode="json") for decision in decisions]
    return json.dumps({"schema": 1, "exported": START.isoformat(), "decisions": rows})


@pytest.mark.parametrize(
    "wrong",
    [
        {"verdict": Label.SUPPORTED},
        {"action": Action.OVERRIDE, "verdict": Label.SUPPORTED},
        {"action": Action.OVERRIDE, "verdict": Label.REFUTED, "reason": "r"},
        {"action": Action.COMMENT},
        {"reviewer": ""},
        {"time": datetime(2024, 9, 1)},
    ],
    ids=["accepts another verdict", "no reason", "overrides nothing", "comment with verdict", "nobody", "no zone"],
)
def test_a_decision_that_says_two_things_is_refused(decided, wrong):
    with pytest.raises(ValidationError):
        Decision.model_validate({**decided("c1", Label.REFUTED).model_dump(), **wrong})


@pytest.mark.parametrize("text", ["no json", "{}", '{"schema": 2, "exported": "2024-09-01", "decisions": []}'])
def test_a_file_of_another_form_is_named(text):
    with pytest.raises(ReviewError, match=r"d\.json: "):
        read_decisions(text, "d.json")


def test_imports_add_up_and_the_same_file_twice_changes_nothing(tmp_path, report, decided):
    ledger = Ledger(tmp_path)
    one, other = decided("c1", Label.REFUTED), decided("c1", Label.SUPPORTED, "Bob", 5)
    assert ledger.add([one, one], [report]).added == 1
    assert ledger.add(read_decisions(exported(one, other), "d"), [report]).added == 1
    assert ledger.all() == [one, other]
    assert (ledger.all()[1].machine, ledger.all()[1].verdict) == (Label.REFUTED, Label.SUPPORTED)


@pytest.mark.parametrize("change", [{"run": "x"}, {"article": "x"}, {"claim": "c99"}, {"text": "Other words."}])
def test_decisions_on_other_claims_are_refused_whole(tmp_path, report, decided, change):
    right = decided("c1", Label.REFUTED)
    with pytest.raises(ReviewError, match="1 of 2 decisions are not on claims of this run"):
        Ledger(tmp_path).add([right, right.model_copy(update=change)], [report])
    assert Ledger(tmp_path).all() == []


def test_the_latest_verdict_of_each_reviewer_counts_and_comments_leave_it(report, decided):
    first, later = decided("c1", Label.SUPPORTED), decided("c1", Label.REFUTED, minutes=1)
    comment = later.model_copy(update={"action": Action.COMMENT, "verdict": None, "time": START + timedelta(hours=1)})
    taken_back = decided("c5", Label.SUPPORTED)
    withdrawal = comment.model_copy(update={"action": Action.WITHDRAW, "claim": "c5"})
    found = reviewed([report], [comment, later, first, taken_back, withdrawal])
    assert [(item.checked.claim.id, item.verdict) for item in found] == [("c1", Label.REFUTED)]


def test_gold_is_read_by_the_harness_and_leaves_disputes_out(tmp_path, report, decided):
    items = reviewed([report], [
        decided("c5", Label.SUPPORTED), decided("c1", Label.SUPPORTED), decided("c4", Label.NOT_CHECKABLE),
        decided("c2", Label.SUPPORTED), decided("c2", Label.REFUTED, "Bob"),
    ])  # fmt: skip
    path = tmp_path / "gold.jsonl"
    path.write_text(gold(items), encoding="utf-8")
    rows = read_claims(path)
    assert [(row.id, row.label, row.phenomenon, row.evidence, row.group) for row in rows] == [
        ("a1-c1", Label.SUPPORTED, "overridden:refuted", (), "a1"),
        ("a1-c5", Label.SUPPORTED, "accepted", ("t/5",), "a1"),
    ]
    assert str(rows[0].as_of) == "2024-08-30"


@pytest.mark.parametrize("seed", range(5))
def test_kappa_is_that_of_scikit_learn(seed):
    labels = list(Label)
    pairs = [(labels[(n * 7 + seed) % 5], labels[(n * n + seed * n) % 5]) for n in range(40)]
    first, second = zip(*pairs, strict=True)
    assert agreement("a", "b", pairs).kappa == pytest.approx(cohen_kappa_score(first, second))


def test_kappa_is_not_defined_where_chance_alone_agrees():
    assert agreement("a", "b", []).kappa is None
    assert agreement("a", "b", [(Label.REFUTED, Label.REFUTED)]).kappa is None


def test_stats_count_disputes_and_what_people_changed(report, decided):
    made = [decided("c1", Label.REFUTED), decided("c5", Label.REFUTED), decided("c1", Label.REFUTED, "Bob"),
            decided("c5", Label.SUPPORTED, "Bob")]  # fmt: skip
    found = stats([report], made)
    assert (found.claims, found.reviewed, found.disputed) == (5, 2, 1)
    assert [(a.second, a.same, a.both) for a in found.machine] == [("Ann", 1, 2), ("Bob", 2, 2)]
    assert [(a.first, a.second, a.same, a.both, a.kappa) for a in found.people] == [("Ann", "Bob", 1, 2, 0.0)]
    assert found.changed == ((Label.SUPPORTED, Label.REFUTED, 1),)


def test_claim_reviews_hold_approved_claims_only_with_the_vocabularys_properties(report, decided):
    said = Attribution(speaker="Dana Roe", cue="said", quoted=False)
    claims = [c.model_copy(update={"claim": c.claim.model_copy(update={"attribution": said})}) for c in report.claims]
    spoken = report.model_copy(update={"claims": tuple(claims)})
    items = reviewed([spoken], [
        decided("c1", Label.REFUTED), decided("c5", Label.REFUTED), decided("c3", Label.NOT_ENOUGH_INFO),
        decided("c2", Label.SUPPORTED), decided("c2", Label.REFUTED, "Bob"),
    ])  # fmt: skip
    made = json.loads(claim_reviews(items, "https://example.org/checks", "The Desk"))
    assert [review["claimReviewed"] for review in made] == [report.claims[0].claim.text, report.claims[4].claim.text]
    for review in made:
        assert {"@context", "@type", "url", "claimReviewed", "datePublished", "author", "reviewRating",
                "itemReviewed"} <= set(review)  # fmt: skip
        assert (review["@context"], review["@type"]) == ("https://schema.org", "ClaimReview")
        rating = review["reviewRating"]
        assert set(rating) == {"@type", "ratingValue", "bestRating", "worstRating", "alternateName"}
        assert (rating["ratingValue"], rating["alternateName"]) == (1, "Refuted")
        assert review["itemReviewed"]["author"] == {"name": "Dana Roe"}
        assert review["author"] == {"@type": "Organization", "name": "The Desk"}
    assert made[0]["url"] == "https://example.org/checks#a1-c1"
    assert made[1]["reviewBody"] == "the register says so"
    assert made[1]["isBasedOn"] == []


def test_a_claim_review_without_an_address_is_refused(report, decided):
    with pytest.raises(ReviewError, match="url"):
        claim_reviews(reviewed([report], [decided("c1", Label.REFUTED)]), "nowhere", "The Desk")


def test_labelling_tools_get_every_claim_with_what_machine_and_each_person_say(report, decided):
    items = reviewed([report], [
        decided("c1", Label.SUPPORTED), decided("c5", Label.SUPPORTED, comment="seen twice"),
        decided("c2", Label.SUPPORTED), decided("c2", Label.REFUTED, "Bob", 1),
    ])  # fmt: skip
    tasks = json.loads(label_studio([report], items))
    assert [task["data"]["id"] for task in tasks] == [f"a1-c{n}" for n in range(1, 6)]
    guess = tasks[0]["predictions"][0]
    assert (guess["model_version"], guess["score"]) == ("verifier 0 key1", 0.1)
    assert guess["result"][0]["value"] == {"choices": ["refuted"]}
    said = [[(a["ground_truth"], *(r["value"] for r in a["result"])) for a in task["annotations"]] for task in tasks]
    assert said == [
        [(True, {"choices": ["supported"]}, {"text": ["Ann: the register says so"]})],
        [(False, {"choices": ["supported"]}, {"text": ["Ann: the register says so"]}),
         (False, {"choices": ["refuted"]}, {"text": ["Bob: the register says so"]})],
        [], [], [(True, {"choices": ["supported"]}, {"text": ["Ann: seen twice"]})],
    ]  # fmt: skip
    rows = [json.loads(line) for line in argilla([report], items).splitlines()]
    assert [(row["suggestion"], row["response"]) for row in rows[:3]] == [
        ("refuted", "supported"), ("conflicting", None), ("not_enough_info", None),
    ]  # fmt: skip


def test_the_settings_in_the_docs_are_those_of_the_labelling_files(report, decided):
    docs = (Path(__file__).parents[1] / "docs/review.md").read_text(encoding="utf-8")
    config = ElementTree.fromstring(re.search(r"<View>.*</View>", docs, re.DOTALL)[0])
    tools = {tag.get("name"): (tag.tag.lower(), tag.get("toName")) for tag in config.iter() if tag.get("name")}
    [task, *_] = json.loads(label_studio([report], reviewed([report], [decided("c1", Label.SUPPORTED)])))
    for region in task["predictions"][0]["result"] + task["annotations"][0]["result"]:
        assert tools[region["from_name"]] == (region["type"], region["to_name"])
    assert set(re.findall(r"\$(\w+)", ElementTree.tostring(config, "unicode"))) <= set(task["data"])
    assert [choice.get("value") for choice in config.iter("Choice")] == [str(label) for label in Label]
    [code] = re.findall(r"```python\n(.*?)```", docs, re.DOTALL)
    names = {node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant)}
    assert {str(label) for label in Label} <= names
    row = json.loads(argilla([report], []).splitlines()[0])
    assert set(row) - {"id"} <= names


def test_tables_stay_whole_and_compute_nothing(report, decided):
    items = reviewed([report], [decided("c1", Label.SUPPORTED, reason='=HYPERLINK("x")\n| a')])
    rows = list(csv.reader(io.StringIO(review_csv(items))))
    assert rows[1][7] == '\'=HYPERLINK("x")\n| a'
    assert len(rows) == 2
    assert len(review_markdown(items).splitlines()) == 3
    claims = list(csv.DictReader(io.StringIO(CsvRenderer().render([report]))))
    assert [row["verdict"] for row in claims][:2] == ["refuted", "conflicting"]
    assert claims[0]["text"] == report.claims[0].claim.text


def test_the_commands_carry_decisions_from_the_page_to_gold(tmp_path, report, decided):
    (tmp_path / "reports.jsonl").write_text(JsonlRenderer().render([report]), encoding="utf-8")
    path = tmp_path / "decisions.json"
    path.write_text(exported(decided("c1", Label.REFUTED), decided("c5", Label.REFUTED)), encoding="utf-8")
    run = CliRunner().invoke
    assert "2 decision(s) kept" in run(app, ["review", "import", str(path), str(tmp_path)]).output
    assert "0 decision(s) kept" in run(app, ["review", "import", str(path), str(tmp_path)]).output
    told = run(app, ["review", "stats", str(tmp_path)]).output
    assert "2 of 5 claims reviewed, 0 disputed" in told
    drawn = run(app, ["report", str(tmp_path), "--format", "html"]).output
    assert "decisions drawn into report.html: 2" in drawn
    assert '"reviewer": "Ann"' in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "machine and Ann: the same on 1 of 2 claims" in told
    assert (
        run(app, ["review", "export", "--gold", "--format", "csv,md,labelstudio,argilla", str(tmp_path)]).exit_code == 0
    )
    assert len(read_claims(tmp_path / "gold.jsonl")) == 2
    assert {p.name for p in tmp_path.iterdir()} >= {"review.csv", "review.md", "labelstudio.json", "argilla.jsonl"}
    lost = run(app, ["review", "export", "--format", "claimreview", str(tmp_path)])
    assert isinstance(lost.exception, ReviewError)
    assert "unknown format 'x'" in str(run(app, ["review", "export", "--format", "x", str(tmp_path)]).exception)
