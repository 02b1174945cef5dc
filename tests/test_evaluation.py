"""The harness itself: its figures against scikit-learn and by hand, its intervals, gate, tuning and outputs."""

import json
import random

import numpy as np
import pytest
from sklearn.metrics import brier_score_loss, f1_score, precision_recall_fscore_support
from typer.testing import CliRunner

from verifier import bundled
from verifier.cli.main import app
from verifier.errors import ConfigError, InputError
from verifier.evaluation import scifact
from verifier.evaluation.blame import document_of
from verifier.evaluation.comparing import compared
from verifier.evaluation.gate import Floor, Gates, broken, read_baseline, write_baseline
from verifier.evaluation.gold import GoldClaim, GoldPair, half, read_articles, read_claims
from verifier.evaluation.intervals import compare, ratio, scored
from verifier.evaluation.leaderboard import markdown
from verifier.evaluation.matching import matched
from verifier.evaluation.metrics import classification, risk_coverage
from verifier.evaluation.records import Outcome, Result, Status
from verifier.evaluation.saved import read_results, write_results
from verifier.evaluation.sources import pairs
from verifier.evaluation.suites import Task, own, suites
from verifier.evaluation.systems import Answer
from verifier.evaluation.tasks.articles import Taken, recovered
from verifier.evaluation.tasks.pairs import judged
from verifier.evaluation.tasks.retrieval import ranked, settled
from verifier.evaluation.tuning import loosest, temperature, upper_bound
from verifier.records import Claim, Hit, Kind, Label, Passage

LABELS = ["supported", "refuted", "not_enough_info"]


def outcome(number, gold, predicted, **more):
    return Outcome(id=str(number), cluster=more.pop("cluster", str(number)), gold=gold, predicted=predicted, **more)


@pytest.fixture(scope="module")
def mixed():
    chance = random.Random(3)
    rows = []
    for number in range(300):
        gold = chance.choice(LABELS)
        predicted = gold if chance.random() < 0.6 else chance.choice(LABELS)
        rows.append(outcome(number, gold, predicted, cluster=f"page {number // 7}", confidence=chance.random()))
    return rows


def figures(outcomes):
    return {score.name: score for score in classification(outcomes)}


def test_scores_agree_with_scikit_learn(mixed):
    gold, predicted = [o.gold for o in mixed], [o.predicted for o in mixed]
    found = figures(mixed)
    assert found["macro_f1"].value == pytest.approx(f1_score(gold, predicted, average="macro"))
    precision, recall, f1, _ = precision_recall_fscore_support(gold, predicted, labels=LABELS)
    for at, label in enumerate(LABELS):
        assert found[f"precision:{label}"].value == pytest.approx(precision[at])
        assert found[f"recall:{label}"].value == pytest.approx(recall[at])
        assert found[f"f1:{label}"].value == pytest.approx(f1[at])
    answered = [o for o in mixed if o.predicted != "not_enough_info"]
    expected = brier_score_loss([o.right for o in answered], [o.confidence for o in answered])
    assert found["brier"].value == pytest.approx(expected)


def test_scores_by_hand():
    rows = [
        outcome(1, "supported", "supported", confidence=0.9),
        outcome(2, "supported", "", confidence=None),
        outcome(3, "refuted", "supported", confidence=0.9),
        outcome(4, "not_enough_info", "not_enough_info", confidence=0.4),
    ]
    found = figures(rows)
    assert found["accuracy"].value == pytest.approx(2 / 4)
    assert found["false_supported"].value == pytest.approx(1 / 2)
    assert found["wrong_among_supported"].value == pytest.approx(1 / 2)
    assert found["answered"].value == pytest.approx(2 / 4)
    assert found["ece"].value == pytest.approx(0.4)  # one bin: confidence 0.9, accuracy 0.5
    assert risk_coverage(rows) == ([0.25, 0.5], [0.0, 0.5])


def test_no_answer_counts_as_wrong_in_every_score():
    rows = [outcome(n, "refuted", "refuted" if n else "") for n in range(4)]
    found = figures(rows)
    assert found["accuracy"].value == found["recall:refuted"].value == pytest.approx(3 / 4)


PAIRS = [
    outcome(1, "supported", "supported", pair="a", phenomenon="date"),
    outcome(2, "refuted", "refuted", pair="a", phenomenon="date"),
    outcome(3, "supported", "supported", pair="b", phenomenon="number"),
    outcome(4, "refuted", "supported", pair="b", phenomenon="number"),
]


def test_a_pair_is_right_only_with_both_sides():
    assert figures(PAIRS)["pairs_right"].value == pytest.approx(1 / 2)


def test_minimal_pairs_are_scored_by_phenomenon():
    found = figures(PAIRS)
    assert (found["pairs_right:date"].value, found["pairs_right:date"].n) == (1.0, 1)
    assert found["pairs_right:number"].value == 0.0


def test_intervals_cover_the_truth_at_the_stated_rate():
    chance = np.random.default_rng(11)
    covered = 0
    for trial in range(200):
        shift = chance.normal(0, 0.1, 60)  # items of a cluster resemble each other
        clusters = np.repeat(np.arange(60), 5)
        right = chance.random(300) < np.clip(0.7 + shift[clusters], 0, 1)
        score = scored(ratio("accuracy", right.astype(float), [1.0] * 300), clusters.astype(str), seed=trial)
        covered += score.low <= 0.7 <= score.high
    assert 0.90 <= covered / 200 <= 0.985


def test_one_cluster_has_no_interval():
    score = scored(ratio("accuracy", [1.0, 0.0], [1.0, 1.0]), ["a", "a"])
    assert (score.value, score.low, score.high) == (0.5, None, None)


def result(outcomes, suite="s"):
    return Result(suite=suite, task="claims", system="verifier", status=Status.RUN, outcomes=tuple(outcomes),
                  scores=tuple(classification(outcomes)))  # fmt: skip


def test_a_planted_regression_trips_the_gate_and_an_improvement_does_not(tmp_path):
    before = [outcome(n, "supported", "supported" if n < 80 else "refuted") for n in range(100)]
    worse = [outcome(n, "supported", "supported" if 12 <= n < 80 else "refuted") for n in range(100)]
    better = [outcome(n, "supported", "supported" if n < 95 else "refuted") for n in range(100)]
    noise = [outcome(n, "supported", "supported" if 2 <= n < 81 else "refuted") for n in range(100)]
    path = tmp_path / "baseline.json"
    write_baseline(path, [result(before)])
    baseline = read_baseline(path)
    assert any("worse than the baseline" in line for line in broken(Gates(), [result(worse)], baseline))
    assert broken(Gates(), [result(better)], baseline) == []
    assert broken(Gates(), [result(noise)], baseline) == []


def test_floors_name_the_score_and_what_was_not_run():
    run = result([outcome(1, "supported", "refuted")])
    low = Floor(suite="s", score="accuracy", min=0.5)
    assert "below the floor 0.5" in broken(Gates(floor=(low,)), [run], {})[0]
    assert "not run" in broken(Gates(floor=(Floor(suite="t", score="accuracy", min=0.5),)), [run], {})[0]
    assert "no such score" in broken(Gates(floor=(Floor(suite="s", score="acuracy", min=0.5),)), [run], {})[0]


def test_mcnemar_is_exact():
    before = [outcome(n, "a", "a" if n < 6 else "b") for n in range(6)]
    after = [outcome(n, "a", "b") for n in range(6)]
    found = compare(before, after)
    assert found.p == pytest.approx(2 / 2**6)
    assert found.difference.value == -1.0


def test_the_bound_is_clopper_pearson():
    assert upper_bound(0, 59) == pytest.approx(1 - 0.05 ** (1 / 59))
    assert upper_bound(0, 0) == 1.0


def test_the_loosest_threshold_that_keeps_the_bound_is_chosen():
    # 300 answers are right above 0.7; below it errors come in
    found = loosest(lambda t: (0, 300) if t >= 0.7 else (60, 400), 500, 0.02)
    assert found.threshold == pytest.approx(0.7)
    assert found.coverage == pytest.approx(0.6)
    assert loosest(lambda t: (0, 10), 500, 0.01) is None


def test_the_bound_holds_on_new_data_as_often_as_stated():
    chance = np.random.default_rng(5)
    broke = chosen = 0
    for _ in range(150):
        scores = chance.random(400)
        wrong = chance.random(400) < 0.4 * (1 - scores)
        found = loosest(lambda t, s=scores, w=wrong: (int(w[s >= t].sum()), int((s >= t).sum())), 400, 0.1)
        if found:
            chosen += 1
            broke += 0.4 * (1 - found.threshold) / 2 > 0.1  # true error above a threshold: mean over [t, 1]
    assert chosen > 60
    assert broke / chosen <= 0.08


def test_temperature_undoes_sharpening():
    chance = np.random.default_rng(2)
    logits = chance.normal(0, 1.5, (4000, 3))
    honest = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    gold = [int(chance.choice(3, p=row)) for row in honest]
    sharp = honest**2 / (honest**2).sum(1, keepdims=True)
    assert temperature(sharp, gold) == pytest.approx(2.0, abs=0.15)


def test_claims_are_matched_one_to_one():
    made = ["Mongolia ratified the treaty in 2002.", "Mongolia signed the treaty in 2000."]
    gold = ["Mongolia signed the treaty in 2000.", "Mongolia ratified the treaty in 2002.", "France signed it."]
    assert {(m.made, m.gold) for m in matched(made, gold) if m.hit} == {(0, 1), (1, 0)}


def test_halves_are_stable_and_both_are_used():
    names = [article.id for article in read_articles(bundled.evals() / "data" / "articles")]
    assert {half(name) for name in names} == {"dev", "test"}
    assert [half(name) for name in names] == [half(name) for name in names]


def test_the_bundled_gold_is_whole(icc):
    articles = read_articles(bundled.evals() / "data" / "articles")
    known = {document_of(passage.id) for passage in icc.passages}
    named = {name for article in articles for claim in article.claim for name in claim.evidence}
    named |= {name for claim in read_claims(bundled.evals() / "data" / "icc-probe.jsonl") for name in claim.evidence}
    assert len(articles) >= 13
    assert sum(len(article.claim) for article in articles) >= 250
    assert named <= known


def test_contrast_pairs_have_two_sides_that_differ():
    claims = read_claims(bundled.evals() / "data" / "contrast.jsonl")
    pairs = {}
    for claim in claims:
        pairs.setdefault(claim.pair, []).append(claim)
    assert all(len(sides) == 2 for sides in pairs.values())
    for first, second in pairs.values():
        assert (first.claim, first.as_of) != (second.claim, second.as_of)
        assert first.label != second.label or first.phenomenon == "paraphrase"


def test_every_suite_is_read():
    found = suites()
    assert {suite.task for suite in found.values()} == set(Task)
    assert all(suite.title for suite in found.values())


def test_scifact_rows():
    row = {"id": 3, "claim": "x", "evidence": {"9": [{"label": "CONTRADICT", "sentences": [1]}]}, "cited_doc_ids": [9]}
    assert scifact.claim(row) == {"id": "3", "claim": "x", "label": "refuted", "evidence": ("9",)}
    assert scifact.claim({"id": 4, "claim": "x", "evidence": {}, "cited_doc_ids": [7]})["label"] == "not_enough_info"


def test_own_gold_says_what_is_wrong_with_its_rows(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"claim": "x", "label": "true"}\n')
    with pytest.raises(InputError, match=r"gold.jsonl:1: label"):
        read_claims(path)
    path.write_text('{"text": "x"}\n')
    with pytest.raises(InputError, match="premise"):
        own(path)
    path.write_text("")
    with pytest.raises(InputError, match="empty"):
        own(path)


def run(*arguments):
    return CliRunner().invoke(app, ["eval", *map(str, arguments)], catch_exceptions=True)


def test_own_gold_on_own_corpus(tmp_path, union):
    gold = tmp_path / "mine.jsonl"
    rows = [
        {"claim": "Croatia joined the Union in 2013.", "label": "supported"},
        {"claim": "Norway is a member of the Union.", "label": "refuted"},
        {"claim": "Croatia joined the Union in 2014.", "label": "supported"},
    ]
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = run(gold, "--corpus", union, "--baselines", "--out", tmp_path / "out")
    assert done.exit_code == 0, done.output
    saved = json.loads((tmp_path / "out" / "results.json").read_text())
    own_result = next(r for r in saved if r["system"] == "verifier")
    assert [o["predicted"] for o in own_result["outcomes"]] == ["supported", "refuted", "refuted"]
    assert {"majority", "nli over top k", "claim only", "shared words"} <= {r["system"] for r in saved}
    page = (tmp_path / "out" / "index.html").read_text()
    assert "<svg" in page
    assert "Croatia joined the Union in 2014." in page
    assert "| verifier |" in (tmp_path / "out" / "RESULTS.md").read_text()


def test_a_suite_without_its_data_is_not_run(tmp_path):
    done = run("vitaminc", "--data", tmp_path, "--out", tmp_path / "out")
    assert done.exit_code == 0
    assert "not run" in done.output
    assert json.loads((tmp_path / "out" / "results.json").read_text())[0]["status"] == "not run"


def test_the_gate_fails_with_exit_one(tmp_path):
    gates = tmp_path / "gates.toml"
    gates.write_text('[[floor]]\nsuite = "conflict"\nscore = "accuracy"\nmin = 1.01\n')
    done = run("conflict", "--gate", "--gates", gates)
    assert done.exit_code == 1
    assert "below the floor" in done.output


@pytest.mark.parametrize(("share", "fits"), [("1%", True), ("0.01", True), ("x", False), ("0", False), ("200%", False)])
def test_the_share_of_wrong_answers_is_read(share, fits):
    from verifier.cli.evaluate import share as read

    if fits:
        assert read(share) == pytest.approx(0.01)
    else:
        with pytest.raises(ConfigError):
            read(share)


def test_calibration_prints_settings_with_what_they_do():
    done = run("--calibrate", "other-corpora", "--max-false-supported", "20%")
    assert done.exit_code == 0, done.output
    assert "exact_confidence = " in done.output
    assert "95 % bound" in done.output


def test_answers_are_scored_by_what_decided():
    rows = [
        outcome(1, "supported", "supported", decider="exact:t.r"),
        outcome(2, "refuted", "supported", decider="nli"),
        outcome(3, "refuted", "not_enough_info", decider="none"),
        outcome(4, "refuted", "refuted", decider="exact:t.s"),
    ]
    found = figures(rows)
    assert (found["precision_by:exact"].value, found["precision_by:exact"].n) == (1.0, 2)
    assert (found["precision_by:nli"].value, found["precision_by:nli"].n) == (0.0, 1)


def test_two_runs_are_compared_item_by_item(tmp_path):
    before = result([outcome(n, "supported", "supported") for n in range(20)])
    after = result([outcome(n, "supported", "supported" if n else "refuted", text=f"claim {n}") for n in range(20)])
    write_results([before], {}, tmp_path)
    lines = list(compared(read_results(tmp_path / "results.json"), [after]))
    assert lines[0].startswith("s: verifier: accuracy -5.0 [")
    assert lines[0].endswith("p = 1.000; 20 items in both")
    assert lines[1] == "  - 0: supported -> refuted: claim 0"
    assert list(compared([], [after])) == []


def test_a_file_that_holds_no_results_is_refused(tmp_path):
    path = tmp_path / "results.json"
    for text in ("{}", "nonsense", '[{"suite": 1}]'):
        path.write_text(text)
        with pytest.raises(InputError, match=r"results\.json"):
            read_results(path)


def test_articles_tell_claims_off_the_gold():
    golds = read_articles(bundled.evals() / "data" / "articles")[:1]
    made = tuple(Claim(id=f"c{n}", text=f"x {n}.", kind=Kind.FACT, spans=()) for n in range(4))
    places = (0, 1, *[None] * (len(golds[0].claim) - 2))
    taken = [Taken(golds[0], made, places)]
    answers = [[Answer("supported", 0.9, "nli")] * 3 + [Answer("refuted", 0.9, "nli")]]
    rows = [outcome(n, "supported", "supported" if n < 2 else "") for n in range(len(places))]
    found = {score.name: score.value for score in recovered(taken, answers, rows)}
    assert found["claim_precision"] == pytest.approx(2 / 4)
    assert found["claim_recall"] == pytest.approx(2 / len(places))
    assert found["supported_off_gold"] == pytest.approx(1 / 3)


def test_a_public_set_is_read_from_a_file_and_from_the_hub_alike(tmp_path, monkeypatch):
    ours = {
        "premise": "A was born in 1970.",
        "hypothesis": "A was born in 1971.",
        "label": "contradiction",
        "title": "A",
    }
    theirs = {"evidence": ours["premise"], "claim": ours["hypothesis"], "label": "REFUTES", "page": "A"}
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(ours) + "\n")
    monkeypatch.setattr("datasets.load_dataset", lambda *_, **__: [theirs])
    suite = suites()["vitaminc"]
    from_file, from_hub = pairs(suite, path)[0], pairs(suite, None)[0]
    for name in ("premise", "hypothesis", "label", "title", "cluster"):
        assert getattr(from_file, name) == getattr(from_hub, name)


def test_two_way_gold_knows_two_answers(fixed_judge):
    labels = ("entailment", "not_entailment")
    golds = [GoldPair(premise="p", hypothesis="h", label=label, id=label, cluster=label) for label in labels]
    judge = fixed_judge(entailment=0.3, neutral=0.5, contradiction=0.2)
    found = judged(golds, judge, ["p", "p"])
    assert [o.predicted for o in found] == ["not_entailment", "not_entailment"]
    assert found[0].confidence == pytest.approx(0.7)
    three = judged(golds[:1], judge, ["p"])
    assert three[0].predicted == "neutral"


def test_the_leaderboard_counts_gold_items():
    run = result([outcome(n, "supported", "supported") for n in range(3)])
    made = scored(ratio("claim_precision", [1.0] * 9, [1.0] * 9), ["a"] * 9)  # more claims made than gold has
    more = run.model_copy(update={"scores": (*run.scores, made)})
    assert "| verifier | 3 |" in markdown([more], {})


def test_the_calibration_error_of_nli_labels_is_told_by_source_and_counts_neutral():
    right = [outcome(n, "neutral", "neutral", confidence=0.9, phenomenon="a") for n in range(5)]
    wrong = [outcome(n, "entailment", "neutral", confidence=0.8, phenomenon="b") for n in range(5, 10)]
    found = figures([*right, *wrong])
    assert found["ece:a"].value == pytest.approx(0.1)
    assert found["ece:b"].value == pytest.approx(0.8)
    assert found["ece_neutral_too"].value == pytest.approx(0.45)
    assert "ece" not in found


def test_recall_of_claims_that_are_settled_stands_beside_recall_of_all():
    def hit(name):
        return Hit(passage=Passage(id=f"{name}#1", text="x", source="s"), score=1.0, rank=1)

    golds = [
        GoldClaim(id="1", claim="a", label=Label.SUPPORTED, evidence=("d1",)),
        GoldClaim(id="2", claim="b", label=Label.NOT_ENOUGH_INFO, evidence=("d2",)),
    ]
    found = [[hit("d1")], [hit("d3")]]
    scores = {s.name: s.value for s in (*ranked(golds, found), *settled(golds, found))}
    assert (scores["R@10"], scores["R@10:settled"]) == (0.5, 1.0)
    assert settled(golds[:1], found[:1]) == settled(golds[1:], found[1:]) == []
