"""How sentences become claims: what is taken out, what stays whole, and nothing that the text does not say."""

from datetime import date

import pytest

from verifier.records import Article, Kind, reproduce


@pytest.fixture(scope="module")
def split(splitter):
    def run(text):
        found = splitter.split(Article(id="a", text=text, published=date(2024, 8, 30)))
        assert all(reproduce(text, claim.spans, claim.edits) == claim.text for claim in found.claims)
        return found.claims

    return run


@pytest.fixture(scope="module")
def texts(split):
    return lambda text: [claim.text for claim in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vogt, the company's former finance director, left after refusing to sign the accounts.",
            ["Vogt left after refusing to sign the accounts.", "Vogt is the company's former finance director."],
        ),
        (
            "The prosecutor, Fatou Diallo, called on Sudan to hand him over.",
            ["Fatou Diallo called on Sudan to hand him over.", "Fatou Diallo is the prosecutor."],
        ),
        (
            "The group, founded in 1974 by two brothers, employs 38,000 people.",
            ["The group employs 38,000 people.", "The group was founded in 1974 by two brothers."],
        ),
        (
            "Daniel Okafor, 24, has scored in five games.",
            ["Daniel Okafor has scored in five games.", "Daniel Okafor is 24 years old."],
        ),
        (
            "Marsh, whose brother plays for Rovers, missed a penalty.",
            ["Marsh missed a penalty.", "Marsh’s brother plays for Rovers."],
        ),
        (
            "The statue, which shows a queen and which the museum bought in 1912, will be displayed in the gallery.",
            [
                "The statue will be displayed in the gallery.",
                "The museum bought the statue in 1912.",
                "The statue shows a queen.",
            ],
        ),
    ],
)
def test_an_insertion_after_the_subject_becomes_a_claim_and_leaves_its_host(texts, text, expected):
    assert sorted(texts(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Paris, France, is a city.",
        "No member, however small, is exempt.",
        "Software that controls the brakes is used by eleven carmakers.",
        "Sponges that live in shallow water rarely survive for more than 20 years.",
    ],
)
def test_what_restricts_a_subject_stays(texts, text):
    assert texts(text) == [text]


def test_a_relative_clause_speaks_of_the_name_alone_not_of_its_clause(texts):
    assert texts("The chief executive is Laura Chen, who replaced Peter Vogt in 2021.") == [
        "The chief executive is Laura Chen.",
        "Laura Chen replaced Peter Vogt in 2021.",
    ]


def test_insertions_of_a_speaker_are_the_writers_words(split):
    found = split("Ken Ito, a biologist at Kyoto University, said the method had not been tested.")
    kinds = {claim.text: claim.kind for claim in found}
    assert kinds["Ken Ito is a biologist at Kyoto University."] is Kind.FACT
    assert kinds["The method had not been tested."] is Kind.FACT
