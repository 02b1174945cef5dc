"""Ways to say two things in one sentence, and what each leaves as a claim of its own."""

from datetime import date

import pytest

from verifier.records import Article, Flag


@pytest.fixture(scope="module")
def split(claims_of):
    return lambda text: claims_of(text, published=date(2024, 10, 10))


@pytest.fixture(scope="module")
def texts(split):
    return lambda text: [claim.text for claim in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Neither Chad nor Peru signed the treaty.",
            ["Chad did not sign the treaty.", "Peru did not sign the treaty."],
        ),
        (
            "The company has neither money nor friends.",
            ["The company does not have money.", "The company does not have friends."],
        ),
        (
            "The river is neither navigable in winter nor used for drinking water.",
            ["The river is not navigable in winter.", "The river is not used for drinking water."],
        ),
        (
            "Neither the council nor the operator, Hydronor, had acted on the report.",
            ["The council had not acted on the report.", "The operator, Hydronor, had not acted on the report."],
        ),
        (
            "Chile has neither signed nor ratified the treaty.",
            ["Chile has not signed the treaty.", "Chile has not ratified the treaty."],
        ),
    ],
)
def test_neither_nor_denies_both_or_stays_whole(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Led by Noor Haddad, the team observed the planet in 2021.",
            {"The team observed the planet in 2021.", "The team was led by Noor Haddad."},
        ),
        (
            "The first woman to lead the bank, Anna Berg resigned in 2010.",
            {"Anna Berg resigned in 2010.", "Anna Berg is the first woman to lead the bank."},
        ),
        (
            "Using radar, the scientists mapped the lake.",
            {"The scientists mapped the lake.", "The scientists used radar."},
        ),
        ("Compared with 2019, sales rose by 4 percent.", {"Compared with 2019, sales rose by 4 percent."}),
        ("Given more time, Anna Berg would sell it.", {"Given more time, Anna Berg would sell it."}),
    ],
)
def test_an_opening_phrase_is_said_of_the_subject_unless_it_sets_a_condition(texts, text, expected):
    assert set(texts(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The treaty was signed in Rome, where 120 states had met.",
            ["The treaty was signed in Rome.", "120 states had met in Rome."],
        ),
        (
            "Ann Berg became the first winner since 1998, when Rita Gomes took the title.",
            ["Ann Berg became the first winner since 1998.", "Rita Gomes took the title in 1998."],
        ),
        (
            "Ann Berg lived in Accra, where she had worked since leaving London in 2015.",
            ["Ann Berg lived in Accra.", "Ann Berg had worked in Accra since leaving London in 2015."],
        ),
    ],
)
def test_a_clause_of_place_or_time_takes_the_place_or_time_along(texts, text, expected):
    assert texts(text) == expected


def test_a_comment_on_a_sentence_speaks_of_something_open(split):
    found = split("Berg left the treaty in 2016, a decision criticized by Moscow.")
    assert [claim.text for claim in found] == [
        "Berg left the treaty in 2016.",
        "This decision was criticized by Moscow.",
    ]
    assert Flag.UNRESOLVED_REFERENCE in found[1].flags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The attack killed 12 people, including two children.",
            ["The attack killed 12 people.", "The attack killed two children."],
        ),
        (
            "Ann Berg visited five countries, including Chad and Peru, in 2012.",
            [
                "Ann Berg visited five countries in 2012.",
                "Ann Berg visited Chad in 2012.",
                "Ann Berg visited Peru in 2012.",
            ],
        ),
        (
            "Leaders including Olaf Scholz and Emmanuel Macron met in Paris.",
            ["Leaders including Olaf Scholz and Emmanuel Macron met in Paris."],
        ),
        (
            "Ann Berg did not visit five countries, including Chad.",
            ["Ann Berg did not visit five countries, including Chad."],
        ),
    ],
)
def test_what_is_said_of_many_is_said_of_those_named_unless_together_or_denied(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pieter Maes, 46, who had pleaded guilty, showed no emotion.",
            {"Pieter Maes showed no emotion.", "Pieter Maes is 46 years old.", "Pieter Maes had pleaded guilty."},
        ),
        (
            "Kenyan runner Daniel Kiprono won the race.",
            {"Daniel Kiprono won the race.", "Daniel Kiprono is a Kenyan runner."},
        ),
        (
            "The prize went to sculptor Ann Bell and painter Tom Kay.",
            {
                "The prize went to Ann Bell.",
                "The prize went to Tom Kay.",
                "Ann Bell is a sculptor.",
                "Tom Kay is a painter.",
            },
        ),
        (
            "Strand joined the Royal Academy of Sculptors, which had rejected her.",
            {"Strand joined the Royal Academy of Sculptors.", "The Royal Academy of Sculptors had rejected Strand."},
        ),
        (
            "The treaty that ended the war, signed in Lubno in 1624, returned Morva to the crown.",
            {
                "The treaty that ended the war returned Morva to the crown.",
                "The treaty that ended the war was signed in Lubno in 1624.",
            },
        ),
    ],
)
def test_descriptions_stay_with_whom_they_describe(texts, text, expected):
    assert set(texts(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was her publisher, not Anna Berg, who chose the title.",
        "Anna Berg is the daughter of a fisherman and a teacher.",
    ],
)
def test_what_says_less_in_parts_stays_whole(texts, text):
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Although prices fell, sales rose in 2012.", ["Prices fell.", "Sales rose in 2012."]),
        (
            "The court acquitted Berg because the witness had lied in 2012.",
            [
                "The court acquitted Berg.",
                "The witness had lied in 2012.",
                "The court acquitted Berg because the witness had lied in 2012.",
            ],
        ),
        (
            "The court did not acquit Berg because the witness had lied in 2012.",
            ["The court did not acquit Berg because the witness had lied in 2012.", "The witness had lied in 2012."],
        ),
    ],
)
def test_concessions_and_plain_reasons_are_parted_from_what_they_stand_beside(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Today no mine may be opened in the park.", "Today no mine may be opened in the park."),
        ("The deal is not expected to close before the end of March.", "before the end of March 2025."),
        ("The siege lasted from March 1621 until the following January.", "until the following January."),
    ],
)
def test_a_time_is_not_made_more_precise_than_it_is(texts, text, expected):
    assert texts(text)[0].endswith(expected)


def test_a_first_name_tells_whom_he_cannot_mean(texts):
    found = texts("Judge Ilse Verhoeven said that he had lied. His brother was acquitted.")
    assert not any("Verhoeven had lied" in text or "Verhoeven’s brother" in text for text in found)


def test_a_title_that_was_taken_out_still_tells_whom_he_means(texts):
    found = texts("Thomas Cain's mother Orae Mae died in 1943, when he was just 13. No photographs of her survived.")
    assert "Thomas Cain was just 13 in 1943." in found
    assert "No photographs of Orae Mae survived." in found


def test_what_a_speaker_says_of_itself_names_the_speaker(texts):
    assert "The Rome Bank would close." in texts("The Rome Bank said it would close. Berg praised it.")


def test_a_tower_that_recalls_a_siege_says_nothing(split):
    found = split("Only the west tower, rebuilt in 1893, recalls the siege.")
    assert all(claim.attribution is None for claim in found)


@pytest.mark.parametrize(
    ("text", "left", "reason"),
    [
        ("However, the treaty was signed in Rome.", "However", "joins sentences"),
        ("The treaty (a long one) was signed in Rome.", "long one", "in brackets"),
    ],
)
def test_words_that_no_claim_has_are_told_with_the_reason(splitter, text, left, reason):
    found = splitter.split(Article(id="a", text=text)).skipped
    assert [(text[part.span.start : part.span.end], part.reason) for part in found] == [(left, reason)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Aldra is a river in Carania that rises in the hills and flows for 212 kilometres.",
            [
                "The Aldra is a river in Carania.",
                "The Aldra rises in the hills.",
                "The Aldra flows for 212 kilometres.",
            ],
        ),
        ("Chad is a country that has not ratified it.", ["Chad is a country.", "Chad has not ratified it."]),
        ("Berg is the only minister who voted against it.", ["Berg is the only minister who voted against it."]),
        ("Berg is not a minister who resigns.", ["Berg is not a minister who resigns."]),
    ],
)
def test_a_definition_says_its_clause_of_its_subject_unless_it_is_limited(texts, text, expected):
    assert texts(text) == expected


def test_a_letter_between_names_ends_no_sentence_but_one_before_it_does(texts):
    assert len(texts("The judge ruled in Berg v. Hodges in 2015.")) == 1
    assert len(texts("The boat served in World War I. It was sunk in 1918.")) == 2


def test_what_somebody_cites_is_told_apart_from_the_denial(texts):
    found = texts("The firm has denied the allegations, citing court rulings, an inquiry and a study as proof.")
    assert found[0] == "The firm has denied the allegations."
    assert texts("He was held on charges of theft, fleeing police and resisting arrest.") == [
        "He was held on charges of theft, fleeing police and resisting arrest."
    ]
