"""Where words hang: what is said of whom, when a parser's tree has it otherwise."""

import pytest


@pytest.fixture(scope="module")
def texts(claims_of):
    return lambda text: [claim.text for claim in claims_of(text)]


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
            "Sarn will trade under its present name, led by its founder, Ole Berg.",
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
    ("text", "never", "there"),
    [
        (
            'Her manager, Ida Lund, called the ruling "wholly unfair" but said she would read it before commenting.',
            "decided",
            'Ida Lund called the ruling "wholly unfair".',
        ),
        (
            "A quickly drawn map reached the camp on Friday, showing two wells.",
            "A showed",
            "A quickly drawn map reached the camp on Friday, showing two wells.",
        ),
        (
            "Costs fell 2 percent, though sales in South Africa, its oldest market, rose for a second straight year.",
            "are its oldest market",
            "Costs fell 2 percent.",
        ),
        (
            "Bonds of the bank, which also runs two funds, were up 3 percent by noon.",
            "Bonds of the bank also",
            "Bonds of the bank, which also runs two funds, were up 3 percent by noon.",
        ),
        (
            "Ola Vik, the winner in Bergen two weeks earlier, fell twice.",
            "is the winner",
            "Ola Vik was the winner in Bergen two weeks earlier.",
        ),
        (
            "Over 300 people were saved and 80 taken to hospital, according to Ove Dahl, who said all would live.",
            "hospital who",
            "Over 300 people were saved and 80 taken to hospital.",
        ),
        (
            "Written by Eva Holm, a former nurse who had never published before, the novel was sold in 12 countries.",
            "who was written",
            "The novel was sold in 12 countries.",
        ),
        (
            "The song is performed by Kari Moe, herself a trained nurse, who was found in a choir.",
            "A trained nurse was",
            "The song is performed by Kari Moe, herself a trained nurse, who was found in a choir.",
        ),
        (
            "It was a truce made in 1920 between the councils of Sarn and Tarvo, by which the two towns shared a mill.",
            "by Tarvo",
            "It was a truce made in 1920 between the councils of Sarn and Tarvo, by which the two towns shared a mill.",
        ),
        (
            "Land in the north would go to Peru and land in the south to Chile.",
            "Land in the south to Chile",
            "Land in the north would go to Peru and land in the south to Chile.",
        ),
        (
            "They were convicted on counts of arson, threatening a witness and perjury.",
            "They threatened",
            "They were convicted on counts of arson, threatening a witness and perjury.",
        ),
        (
            "Had the bridge been open, Berg said, many more would have died.",
            "Berg was had",
            "Had the bridge been open, many more would have died.",
        ),
        (
            "Nobody expects a verdict before 2030, by which time, clerks joked, two of the judges may have retired.",
            "before 2030.",
            "Nobody expects a verdict before 2030, by which time, clerks joked, two of the judges may have retired.",
        ),
        (
            "Only salt and spices, which together make up a tenth of sales, grew.",
            "Spices together",
            "Only salt and spices, which together make up a tenth of sales, grew.",
        ),
        (
            "He said that he was being as frank as the law permitted.",
            "as frank as.",
            "He was being as frank as the law permitted.",
        ),
        (
            "Her archive of letters, begun in 1960 with a box from an attic, grew to 900 items.",
            "Letters were begun",
            "Her archive of letters, begun in 1960 with a box from an attic, grew to 900 items.",
        ),
        (
            "A retired sailor who spent 2,000 euros on his campaign, a large part of it on posters, won the seat.",
            "is a large part",
            "A retired sailor who spent 2,000 euros on his campaign, a large part of it on posters, won the seat.",
        ),
        (
            "A third of Dutch homes lie below sea level, and the sea, unlike the rivers, rises every year.",
            "Dutch homes rises",
            "The sea, unlike the rivers, rises every year.",
        ),
        (
            "The organ was moved from the nave of St Anne's, Sarnfield, on the night of 3 May 2011.",
            "is the nave",
            "The organ was moved from the nave of St Anne's, Sarnfield, on the night of 3 May 2011.",
        ),
        ("But so clear is the water that divers come.", "Clear is", "So clear is the water that divers come."),
        (
            "The firm, Delta Rail Services, had claimed that the tone of his letters amounted to a threat.",
            "Services’s letters",
            "The tone of his letters amounted to a threat.",
        ),
        (
            "Sarn is a small port in the province of Bahia, Brazil, situated on a lagoon.",
            "Brazil ",
            "Sarn is a small port in the province of Bahia, Brazil, situated on a lagoon.",
        ),
        (
            "As many as 40 miners were thought to be trapped.",
            "none",
            "As many as 40 miners were thought to be trapped.",
        ),
        (
            "Nine wounded sailors, including a cook found asleep in his bunk, were flown to a clinic in Oslo.",
            "sailors found asleep",
            "Nine wounded sailors, including a cook found asleep in his bunk, were flown to a clinic in Oslo.",
        ),
        (
            "The files were shown to nobody, least of all to Clara Dahl, who keeps the archive.",
            "to Clara Dahl keeps",
            "Clara Dahl keeps the archive.",
        ),
        (
            "Berg would not say whether the old baths, closed for repairs in 2012, might be sold.",
            "Berg might",
            "Berg would not say whether the old baths, closed for repairs in 2012, might be sold.",
        ),
        (
            "They saw a shot saved by the left hand of the visiting keeper, whose side had by then lost two men.",
            "They whose",
            "They saw a shot saved by the left hand of the visiting keeper, whose side had by then lost two men.",
        ),
        (
            "He listed 50 kinds of moss, of which 30 are still recognised.",
            "30 are still recognised of",
            "He listed 50 kinds of moss, of which 30 are still recognised.",
        ),
        (
            "In 1916 he worked as a cook in Lyon and caught measles, which left him partly blind.",
            "Lyon, which",
            "Measles left him partly blind.",
        ),
        (
            "She went on working on her catalogue, comprising some 9,000 cards, until 1980.",
            "She comprised",
            "She went on working on her catalogue, comprising some 9,000 cards, until 1980.",
        ),
        (
            "The pact binds Chad, Mali and Peru. Rather than rule on these complaints, the court froze them.",
            "rule on Chad",
            "The pact binds Chad, Mali and Peru.",
        ),
        (
            "There, severe cases fell by a third, and no new risks were found.",
            "No new risks were found.",
            "There, severe cases fell by a third, and no new risks were found.",
        ),
        (
            "She moved to Lima at 20, knowing nobody.",
            "She knew",
            "She moved to Lima at 20, knowing nobody.",
        ),
    ],
)
def test_a_sentence_is_not_parted_where_a_part_would_say_something_else(texts, text, never, there):
    found = texts(text)
    assert not [claim for claim in found if never in claim]
    assert there in found


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
