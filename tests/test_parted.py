"""Sentences that look as if they could be parted, and what must never come of them."""

import pytest


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
            "The bank also runs two funds.",
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
            "trained nurse was",
            "The song is performed by Kari Moe, herself a trained nurse.",
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
            "15 million",
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
            "Berg would not say whether the old baths might be sold.",
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
            "The pact binds Chad.",
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
        (
            "President Ana Berg conceded, telling aides she had phoned her rival, the civil rights lawyer Ole Dahl.",
            "Aides",
            "Ana Berg had phoned her rival, Ole Dahl.",
        ),
        (
            "Envoys for some of the towns most exposed to heavy storms walked out of the talks on 3 May 2011.",
            "The towns were",
            "Envoys for some of the towns most exposed to heavy storms walked out of the talks on 3 May 2011.",
        ),
        (
            "Parents hoping to save one of Norway's oldest schools cheered after members voted to keep it open.",
            "keep Norway",
            "Members voted to keep it open.",
        ),
        (
            "Guards found Clara Dahl, 29, beneath a parked lorry.",
            "Dahl,",
            "Guards found Clara Dahl beneath a parked lorry.",
        ),
        (
            "A crowded ferry ran into a cargo ship off Tarvo before dawn on 3 May 2011, killing nine people.",
            "dawned",
            "A crowded ferry killed nine people.",
        ),
        ("The court did, however, throw out one charge.", "did,", "The court did throw out one charge."),
        ("Then came Ana Berg.", "none", "Then came Ana Berg."),
        (
            "Young stars are born within clouds of ice and gas, which would hold too little dust.",
            "Gas would",
            "Young stars are born within clouds of ice and gas, which would hold too little dust.",
        ),
        (
            "Berg, a poet and former teacher, travelled by train to the coast while her brother, Ole, followed by car.",
            "Berg followed",
            "Berg is a poet and former teacher.",
        ),
        (
            "Among those invited was Ida Lund, the deputy prime minister of Sarn and a former judge in the capital.",
            "Ida Lund and",
            "Among those invited was Ida Lund.",
        ),
        (
            "Crews were digging through snow after an avalanche tore through the camp, killing nine people.",
            "Crews killed",
            "Crews were digging through snow after an avalanche tore through the camp, killing nine people.",
        ),
        (
            "Six people were still missing, the harbour office said, adding that more would be found.",
            "missing adding",
            "Six people were still missing.",
        ),
        (
            "Guests waited on the roof as the River Sarn, swollen by melting snow, spilled into the hall.",
            "snow spilled",
            "Guests waited on the roof as the River Sarn spilled into the hall.",
        ),
        (
            "There is a scene when a widow, sorting her husband's letters, finds a photograph.",
            "There sorts",
            "There is a scene when a widow, sorting her husband's letters, finds a photograph.",
        ),
        (
            "Guards searched a hut after a call from a member of the public, who had seen a red canoe.",
            "The public had",
            "Guards searched a hut after a call from a member of the public, who had seen a red canoe.",
        ),
        (
            "Acme says a tool, which lets the phone process sound, is coming next month.",
            "Acme is",
            "Acme says a tool is coming next month.",
        ),
        ("Sales peaked in May, and so did the number of visitors.", "Sales so", "Sales peaked in May."),
        ("The court declined, however, to rule on the fine.", "declined,", "The court declined to rule on the fine."),
        (
            "She was a Kenyan activist, academic and minister.",
            "was academic",
            "She was a Kenyan activist, academic and minister.",
        ),
        (
            "It has two peaks: Great Sarn, which is the highest point in the land, and Little Sarn, which has a hut.",
            "peaks: Great Sarn.",
            "Great Sarn is the highest point in the land.",
        ),
        (
            "The Soča is a river of Slovenia and Italy, noted for the colour of its water.",
            "The Soča noted",
            "The Soča is a river of Slovenia and Italy, noted for the colour of its water.",
        ),
        (
            "Some 900 cases were found in May 2011, according to the ministry, and at least 20 people have died.",
            "2011 at least",
            "At least 20 people have died.",
        ),
        (
            "Others are doubtful: a single well, they point out, may not stand for a whole valley.",
            "Others they",
            "Others are doubtful: a single well, they point out, may not stand for a whole valley.",
        ),
        (
            "Sales to Peru have been held up by a strike at the port, leaving growers with little choice but to wait.",
            "Sales to Peru left",
            "Sales to Peru have been held up by a strike at the port, leaving growers with little choice but to wait.",
        ),
        ('"My knees are gone," Lund said, laughing.', "gone, laughing", '"My knees are gone," Lund said, laughing.'),
    ],
)
def test_a_sentence_is_not_parted_where_a_part_would_say_something_else(texts, text, never, there):
    found = texts(text)
    assert not [claim for claim in found if never in claim]
    assert there in found
