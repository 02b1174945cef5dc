"""Who says what: the frame is a statement, what was said is a claim of its own that names the speaker."""

import pytest

from verifier.records import Kind, Modality


@pytest.fixture(scope="module")
def split(claims_of):
    return lambda text: claims_of(text)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Mongolia failed to comply, judges found last week.", "judges", "Mongolia failed to comply."),
        ("The judges found that Chad had failed to pay.", "The judges", "Chad had failed to pay."),
        ("Critics say the firm relies on subsidies.", "Critics", "The firm relies on subsidies."),
        ("Not all members came, the clerk noted.", "the clerk", "Not all members came."),
        ("Sales, the company said, rose by 5 percent.", "the company", "Sales rose by 5 percent."),
        ("Peru, according to the ministry, signed in 2000.", "the ministry", "Peru signed in 2000."),
        ("Not a single vote was bought, insisted the mayor.", "the mayor", "Not a single vote was bought."),
        ("The minister told reporters that taxes had fallen.", "The minister", "Taxes had fallen."),
        ("Mayor Ellen Brandt said the work had begun.", "Ellen Brandt", "The work had begun."),
        ("The museum refused, saying the statue had been sold.", "The museum", "The statue had been sold."),
    ],
)
def test_what_is_reported_is_a_claim_that_names_its_speaker(split, text, speaker, content):
    reported = [claim for claim in split(text) if claim.modality is Modality.REPORTED]
    assert [(claim.text, claim.attribution.speaker) for claim in reported] == [(content, speaker)]
    assert [claim for claim in split(text) if claim.kind is Kind.STATEMENT]


def test_each_part_of_what_was_said_is_reported(split):
    found = split(
        "Revenue rose to 4 billion euros in 2020, while profit fell to 310 million euros, the company reported."
    )
    assert [claim.text for claim in found if claim.kind is Kind.FACT] == [
        "Revenue rose to 4 billion euros in 2020.",
        "Profit fell to 310 million euros.",
    ]
    assert all(claim.attribution for claim in found)


@pytest.mark.parametrize(
    "text",
    [
        "Sudan denies that it owes anything.",
        "The minister did not say that Peru had signed.",
        "He asked whether Peru had signed.",
        "Analysts expect sales to slow in the second half.",
    ],
)
def test_what_is_denied_asked_or_expected_is_no_claim_of_its_own(split, text):
    assert [(claim.text, claim.kind) for claim in split(text)] == [(text, Kind.STATEMENT)]


@pytest.mark.parametrize("text", ["The team found a wreck off the coast.", "When the court opened, it said nothing."])
def test_verbs_that_report_nothing_make_no_frame(split, text):
    assert [claim.kind for claim in split(text)] == [Kind.FACT]


def test_what_the_writer_says_of_a_speaker_is_a_fact(split):
    found = split('"We deserved this," said the manager, Helen Pryce, who took charge in July 2022.')
    assert "Helen Pryce took charge in July 2022." in [claim.text for claim in found if claim.kind is Kind.FACT]


def test_what_goes_on_behind_the_frame_is_said_of_the_subject_before_it(split):
    found = split("Anna Berg won the vote, the commission said on Monday, ending 16 years of rule by the Greens.")
    assert [claim.text for claim in found][1:] == [
        "Anna Berg won the vote.",
        "Anna Berg ended 16 years of rule by the Greens.",
    ]


def test_the_title_of_a_work_is_no_quotation(split):
    (claim,) = [c for c in split('Lind wrote a book called "The Salt Road of Asia" in 1990.') if "wrote" in c.text]
    assert claim.kind is Kind.FACT
