"""NLI judges: label order, batches, long premises, and the bundled model."""

import pytest

from verifier import bundled
from verifier.errors import JudgementError, ModelError
from verifier.nli.calibration import Calibration, read_calibration
from verifier.nli.cross_encoder import CrossEncoderJudge
from verifier.nli.labels import label_order
from verifier.nli.lexical import LexicalJudge
from verifier.nli.on_torch import TorchScorer
from verifier.nli.windows import strongest, windows
from verifier.records import Judgement, Pair

PAIRS = [
    Pair(premise="Mongolia signed the Rome Statute in 2000.", hypothesis="Mongolia signed the Rome Statute."),
    Pair(premise="China has never signed the Rome Statute.", hypothesis="China signed the Rome Statute."),
    Pair(
        premise="France is in Europe.",
        hypothesis="The Court issued a warrant in the year 2023 against two people.",
    ),
    Pair(premise="The match was cancelled because of rain, snow and wind.", hypothesis="It rained."),
]


@pytest.fixture(scope="module")
def bundled_judge():
    return CrossEncoderJudge(TorchScorer(bundled.model_path("nli"), threads=1))


@pytest.fixture(params=["bundled", "lexical"])
def judge(request):
    return request.getfixturevalue("bundled_judge") if request.param == "bundled" else LexicalJudge()


def test_one_judgement_a_pair_in_order_and_summing_to_one(judge):
    judged = judge.judge(PAIRS)
    assert len(judged) == len(PAIRS)
    assert all(abs(j.entailment + j.neutral + j.contradiction - 1) < 1e-5 for j in judged)
    assert judge.judge([]) == []


def test_a_judgement_does_not_depend_on_its_batch(judge):
    alone = [judge.judge([pair])[0] for pair in PAIRS]
    assert judge.judge(PAIRS[::-1] + PAIRS[:2])[::-1][2:] == alone


def test_the_bundled_model_tells_the_three_apart(bundled_judge):
    judged = bundled_judge.judge(PAIRS)
    assert judged[0].entailment > 0.5
    assert judged[1].contradiction > 0.5
    assert judged[2].entailment < 0.5


def test_a_long_premise_is_read_to_its_end(bundled_judge):
    filler = "The weather was fine and nothing of note happened on that day in the capital. " * 60
    pairs = [Pair(premise=text, hypothesis=PAIRS[0].hypothesis) for text in (filler, filler + PAIRS[0].premise)]
    without, with_proof = bundled_judge.judge(pairs)
    assert with_proof.entailment > 2 * without.entailment


def test_premises_longer_than_those_learned_from_are_read_in_windows(bundled_judge):
    """Read at once, the shared words of many sentences pass for a proof."""
    sentences = [
        f"Minister number {n} of the cabinet met envoys of twenty States in Rome to talk of fish." for n in range(30)
    ]
    assert len(bundled_judge._windows(" ".join(sentences), "Ministers met.")) > 3
    assert bundled_judge._windows(sentences[0], "Ministers met.") == sentences[:1]


@pytest.mark.parametrize(
    "text", ["{}", "[1]", '{"temperature": 0}', '{"temperature": 1, "premise_tokens": 3}', "not json"]
)
def test_a_calibration_that_cannot_be_used_is_refused(tmp_path, text):
    (tmp_path / "calibration.json").write_text(text)
    with pytest.raises(ModelError, match=r"calibration\.json"):
        read_calibration(tmp_path)


def test_a_model_without_calibration_reads_as_much_as_fits(tmp_path):
    assert read_calibration(tmp_path) == Calibration(temperature=1.0, premise_tokens=None)


def test_a_hypothesis_that_cannot_be_read_whole_is_refused(bundled_judge):
    with pytest.raises(JudgementError, match="too long"):
        bundled_judge.judge([Pair(premise="x", hypothesis="word " * 400)])


@pytest.mark.parametrize(
    "names",
    [
        {0: "contradiction", 1: "entailment", 2: "neutral"},
        {0: "ENTAILMENT", 1: "NEUTRAL", 2: "CONTRADICTION"},
        {0: "refutes", 1: "supports", 2: "not_enough_info"},
    ],
)
def test_labels_are_read_by_name(names):
    order = label_order(names, "m")
    probabilities = [0.0, 0.0, 0.0]
    probabilities[order.entailment] = 1.0
    assert names[order.entailment].lower() in ("entailment", "supports")
    assert order.judgement(probabilities).entailment == 1.0


@pytest.mark.parametrize(
    "names",
    [
        {0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"},
        {0: "entailment"},
        {0: "entailment", 1: "neutral", 2: "entails"},
    ],
)
def test_labels_without_meaning_are_refused(names):
    with pytest.raises(ModelError, match="id2label"):
        label_order(names, "m")


def test_a_two_way_head_never_contradicts():
    order = label_order({0: "not_entailment", 1: "entailment"}, "m")
    assert order.judgement([0.7, 0.3]) == Judgement(entailment=0.3, neutral=0.7, contradiction=0.0)


def test_a_folder_without_a_model_is_named(tmp_path):
    with pytest.raises(ModelError, match="cannot open"):
        TorchScorer(tmp_path)


def test_windows_overlap_by_a_sentence_and_stay_below_the_limit():
    def size(text):
        return len(text.split())

    premise = " ".join(f"This is sentence number {n}." for n in range(20))
    made = windows(premise, 12, size)
    assert all(size(window) <= 12 for window in made)
    assert made[0].endswith("number 1.")
    assert made[1].startswith("This is sentence number 1.")
    assert made[-1].endswith("number 19.")


def test_one_endless_sentence_is_cut_between_words():
    made = windows("word " * 50 + "end.", 12, lambda text: len(text.split()))
    assert sum(len(w.split()) for w in made) >= 51
    assert all(len(w.split()) <= 12 for w in made)


def test_the_window_that_says_most_decides():
    quiet = Judgement(entailment=0.2, neutral=0.7, contradiction=0.1)
    loud = Judgement(entailment=0.05, neutral=0.05, contradiction=0.9)
    assert strongest([quiet, loud]) is loud
