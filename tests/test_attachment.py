"""Where words hang: what is said of whom, when a parser's tree has it otherwise."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "never", "there"),
    [
        (
            "Berg conceded that several of the invoices were false but denied stealing any money.",
            "invoices denied",
            "Several of the invoices were false.",
        ),
        (
            "The alliance collapsed in May after its smaller member, the Farmers' League, was all but destroyed.",
            "was all.",
            "The alliance collapsed in May after its smaller member, the Farmers' League, was all but destroyed.",
        ),
        ("The village was all but empty by noon.", "was all.", "The village was all but empty by noon."),
        (
            "Over 200 workers fell ill in March, most of them women in their twenties, prompting the plant to close.",
            "Most of them",
            "Over 200 workers fell ill in March, most of them women in their twenties, prompting the plant to close.",
        ),
        (
            "A tunnel was blocked by snow on Monday, leaving hundreds of drivers to sleep in their cars.",
            "A tunnel left",
            "A tunnel was blocked by snow on Monday, leaving hundreds of drivers to sleep in their cars.",
        ),
        (
            "A footbridge across the old canal opened in 2015.",
            "canal was opened",
            "A footbridge across the old canal opened in 2015.",
        ),
        (
            "Sarn will trade under its present name, led by its founder, Ole Berg.",
            "name was led",
            "Sarn will trade under its present name, led by Ole Berg.",
        ),
        (
            "A motion may be carried by a simple majority. Members may, in urgent cases, vote by post.",
            "may carry",
            "Members may, in urgent cases, vote by post.",
        ),
        (
            "Had Dahl not saved a penalty near the end, the match would have been beyond Sarn. Sarn won the match.",
            "Sarn would have been",
            "Sarn won the match.",
        ),
    ],
)
def test_nothing_is_said_of_the_wrong_subject(texts, text, never, there):
    found = texts(text)
    assert not [claim for claim in found if never in claim]
    assert there in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In its lower part the valley is wide and fertile.", "In its lower part the valley is fertile."),
        ("During the war the works was closed and empty.", "During the war the works was empty."),
        ("In 1990 Peru left the bank and joined the fund.", "In 1990 Peru joined the fund."),
        ("In 1990 Peru left the bank and later joined the fund.", "Peru later joined the fund."),
        ("In 1990 Peru left the bank and in 1995 joined the fund.", "Peru in 1995 joined the fund."),
        ("Despite protests Peru left the bank and joined the fund.", "Peru joined the fund."),
    ],
)
def test_an_opening_place_or_time_holds_for_all_that_is_said_after_it(texts, text, expected):
    assert expected in texts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bank kept its rate at 4 percent and hinted that cuts were far off, further than it had suggested in May.",
        "Looking down from the tower, you can see why Berg decided to stay.",
    ],
)
def test_a_clause_behind_a_comma_is_no_speaker(claims_of, text):
    speakers = {claim.attribution.speaker for claim in claims_of(text) if claim.attribution}
    assert not speakers & {"further than it", "than it", "you see Berg", "you can see why Berg"}


def test_a_party_may_be_one_whose_name_does_not_say_so(texts):
    text = (
        "The opposition National Party won 49 seats, while the Greens won 14. Whether they will join a cabinet "
        "is open. The party has rejected new coal mines."
    )
    assert not [claim for claim in texts(text) if "National Party has rejected" in claim]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The dam broke at noon, with its lake near the town of Sarn, the water board said.", "the water board"),
        ("Chad will join the talks, the ministry said on Monday, adding 12 towns to its list.", "the ministry"),
        ('"What they lacked was not money but friends," said museum director Ida Lund.', "Ida Lund"),
        ('One trader, sighing, called them "the worst in years".', "One trader"),
    ],
)
def test_who_spoke_is_told_wherever_the_frame_stands(claims_of, text, speaker):
    assert {claim.attribution.speaker for claim in claims_of(text) if claim.attribution} == {speaker}


def test_he_is_nobody_when_the_one_who_acted_has_no_name(texts):
    text = "The 29-year-old from Sarn went past the favourite, Wout Declerck. He won by nine seconds."
    assert texts(text)[-1] == "He won by nine seconds."


def test_a_holiday_is_nobody(texts):
    text = "Three men accused of stealing copper from at least 20 churches since Easter were held on Monday."
    assert texts(text) == [text]


def test_she_is_not_the_rival_where_a_surname_may_be_meant(texts):
    text = (
        "Qualifier Petra Marušić beat third seed Camille Roussel. Roussel looked to be cruising when she led by a set, "
        "but her serve deserted her."
    )
    assert not [claim for claim in texts(text)[1:] if "Petra" in claim and "qualifier" not in claim.lower()]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Tickets are sold out until August.", date(2016, 6, 18), "Tickets are sold out until August 2016."),
        (
            "The firm expects a loss for the year ending in September.",
            date(2019, 2, 7),
            "The firm expects a loss for the year ending in September 2019.",
        ),
        ("Its value has fallen over the past year.", date(2019, 2, 7), "Its value has fallen over the past year."),
        ("It would weigh on earnings into next year.", date(2022, 10, 26), "It would weigh on earnings into 2023."),
        ("Shares have doubled since January.", date(2022, 10, 26), "Shares have doubled since January 2022."),
    ],
)
def test_a_time_lies_where_the_sentence_puts_it(claims_of, text, published, expected):
    assert [claim.text for claim in claims_of(text, published=published)] == [expected]


def test_an_hour_may_end_a_sentence(texts):
    assert texts("A vote was held at 4 a.m. Its backers cheered.")[0] == "A vote was held at 4 a.m."


@pytest.mark.parametrize(
    "text",
    [
        "Halina Berg-Thorne Halina Berg-Thorne (14 September 1903 – 2 March 1979) was a Polish-born British.",
        "(1 April 1940 – 25 September 2011) was a Kenyan environmental activist, academic and politician..",
        "Rebecca Tait, whose twins are in Year 2, Left with a small annuity, she devoted herself to botany,",
        "Gareth Thorne, who led the firm, left. Left with little, she devoted herself to botany,",
    ],
)
def test_broken_sentences_are_taken_apart_all_the_same(claims_of, text):
    assert isinstance(claims_of(text), tuple)  # a circle in a mended tree would hang here for ever
