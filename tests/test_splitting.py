"""How sentences become claims: what is taken out, what stays whole, and nothing that the text does not say."""

from datetime import date

import pytest

from verifier.records import Flag, Kind


@pytest.fixture(scope="module")
def split(claims_of):
    return lambda text: claims_of(text, published=date(2024, 8, 30))


@pytest.fixture(scope="module")
def texts(split):
    return lambda text: [claim.text for claim in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vogt, the company's former finance director, left after refusing to sign the accounts.",
            [
                "Vogt left after refusing to sign the accounts.",
                "Vogt refused to sign the accounts.",
                "Vogt is the company's former finance director.",
            ],
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad ratified the Rome Statute in 2006, Kenya in 2005 and Jordan in 2002.",
            [
                "Chad ratified the Rome Statute in 2006.",
                "Kenya ratified the Rome Statute in 2005.",
                "Jordan ratified the Rome Statute in 2002.",
            ],
        ),
        (
            "Rovers finished third in the league in 2021, fifth in 2022 and ninth in 2023.",
            [
                "Rovers finished third in the league in 2021.",
                "Rovers finished fifth in the league in 2022.",
                "Rovers finished ninth in the league in 2023.",
            ],
        ),
        (
            "The tribunal issued a first ruling against Chad on 4 March 2009 and a second one in July 2010.",
            [
                "The tribunal issued a first ruling against Chad on 4 March 2009.",
                "The tribunal issued a second ruling against Chad in July 2010.",
            ],
        ),
        (
            "The team collected 40 samples in 2016 and another 25 in 2018.",
            ["The team collected 40 samples in 2016.", "The team collected another 25 samples in 2018."],
        ),
        (
            "The company opened a plant in Spain in 2010 and a second one in Italy in 2012.",
            [
                "The company opened a plant in Spain in 2010.",
                "The company opened a second plant in Italy in 2012.",
            ],
        ),
    ],
)
def test_a_list_without_its_verb_gets_it_back(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Merkel met Macron in 2009 and Obama in 2010.",
        "Anna Berg did not visit Chile in 2009 or Peru in 2010.",
        "Two companies merged: Alpha and Beta.",
    ],
)
def test_a_list_that_can_be_read_in_two_ways_stays_whole(texts, text):
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three states have left: Malta in 2013, Laos in 2015 and Fiji in 2016.",
            [
                "Three states have left.",
                "Malta left in 2013.",
                "Laos left in 2015.",
                "Fiji left in 2016.",
            ],
        ),
        (
            "The court issued warrants against two commanders, Ivan Petrov and Viktor Orlov.",
            [
                "The court issued warrants against two commanders.",
                "The court issued warrants against Ivan Petrov.",
                "The court issued warrants against Viktor Orlov.",
            ],
        ),
        (
            "The group employs 38,000 people: 14,000 in Britain, 11,000 in Spain and 13,000 in Mexico.",
            [
                "The group employs 38,000 people.",
                "The group employs 14,000 people in Britain.",
                "The group employs 11,000 people in Spain.",
                "The group employs 13,000 people in Mexico.",
            ],
        ),
    ],
)
def test_counted_things_that_are_named_become_claims_each(texts, text, expected):
    assert texts(text) == expected


def test_both_sides_of_a_semicolon_are_claims_and_both_means_the_names_before(texts):
    assert texts(
        "Berg visited Chad in July 2010 and Kenya in August 2010; both countries are members of the court."
    ) == [
        "Berg visited Chad in July 2010.",
        "Berg visited Kenya in August 2010.",
        "Chad is a member of the court.",
        "Kenya is a member of the court.",
    ]


def test_a_relative_clause_within_a_list_leaves_the_list_whole(texts):
    assert texts("Tajikistan borders Afghanistan, which joined the court in 2003, and China.") == [
        "Tajikistan borders Afghanistan and China.",
        "Afghanistan joined the court in 2003.",
    ]


def test_a_contrast_gives_two_claims(texts):
    assert texts("Revenue rose to 4 billion euros in 2020, while profit fell to 310 million euros.") == [
        "Revenue rose to 4 billion euros in 2020.",
        "Profit fell to 310 million euros.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Since taking office in 2010, Orban has visited Moscow.",
            ["Since taking office in 2010, Orban has visited Moscow.", "Orban took office in 2010."],
        ),
        (
            "The convention entered into force after being ratified by 30 states.",
            [
                "The convention entered into force after being ratified by 30 states.",
                "The convention was ratified by 30 states.",
            ],
        ),
        (
            "Rovers beat City 2-1 in the final, ending a 23-year wait.",
            ["Rovers beat City 2-1 in the final.", "Rovers ended a 23-year wait."],
        ),
    ],
)
def test_clauses_without_a_subject_get_the_hosts(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Northgate bought Solenta in 2018, making it the third-largest supplier in Europe.",
        "The authors trained models with fewer parameters, ranging from 110 million to 2 billion parameters.",
        "Sand becomes liquid when it is disturbed.",
        "Berg will lift the ban after Iran signs the deal.",
    ],
)
def test_what_the_subject_does_not_do_is_not_said_of_it(texts, text):
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru's former president Luis Ortega died in 2015.",
            ["Luis Ortega died in 2015.", "Luis Ortega is Peru's former president."],
        ),
        ("Mayor Ellen Brandt resigned in 2015.", ["Ellen Brandt resigned in 2015.", "Ellen Brandt was the mayor."]),
        ("Striker Daniel Okafor scored in 2015.", ["Daniel Okafor scored in 2015.", "Daniel Okafor was a striker."]),
        (
            "Former England captain Ray Dutton left in 2015.",
            ["Ray Dutton left in 2015.", "Ray Dutton is a former England captain."],
        ),
        (
            "President Joaquim Alves of Santora left in 2015.",
            ["Joaquim Alves of Santora left in 2015.", "Joaquim Alves was the president of Santora."],
        ),
        ("King Charles visited Kenya in 2015.", ["King Charles visited Kenya in 2015."]),
        ("General Electric Company bought it in 2015.", ["General Electric Company bought it in 2015."]),
    ],
)
def test_titles_before_names_are_claims(texts, text, expected):
    assert texts(text) == expected


def test_a_question_is_no_claim(split):
    assert [(claim.text, claim.kind) for claim in split("Who will try him?")] == [("Who will try him?", Kind.OTHER)]


def test_a_plan_that_was_rejected_is_no_forecast(split):
    assert [claim.kind for claim in split("The company rejected a plan to close a second factory.")] == [Kind.FACT]
    assert [claim.kind for claim in split("The company plans to close a second factory.")] == [Kind.FORECAST]


def test_a_quotation_that_goes_on_has_the_speaker_before(split):
    found = split("“This is a historic day,” Samuel Adeyo said. “Our ancestors are watching us.”")
    assert [claim.kind for claim in found] == [Kind.STATEMENT, Kind.STATEMENT]
    assert "Adeyo" in found[1].attribution.speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The flower is found in the temperate regions of Europe, Asia and North America.",
            [
                "The flower is found in the temperate regions of Europe.",
                "The flower is found in the temperate regions of Asia.",
                "The flower is found in the temperate regions of North America.",
            ],
        ),
        (
            "The court issued warrants against Ivan Petrov and Viktor Orlov.",
            ["The court issued warrants against Ivan Petrov.", "The court issued warrants against Viktor Orlov."],
        ),
        (
            "The program supports line charts, bar charts and pie charts.",
            [
                "The program supports line charts.",
                "The program supports bar charts.",
                "The program supports pie charts.",
            ],
        ),
    ],
)
def test_a_list_of_things_becomes_a_claim_for_each(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Berg did not visit Chile and Peru.",
        "The treaty between Chile and Peru was signed in 1999.",
        "Chile borders Peru or Bolivia.",
        "He visited Bosnia and Herzegovina.",
        "Parliament passed new laws and regulations.",
        "The only members in Asia are Japan and Mongolia.",
        "Its neighbours are Chile and Peru.",
        "A surfboard is made of foam, fiberglass, and resin.",
        "If Berg visits Chile and Peru, the talks will end.",
    ],
)
def test_a_list_that_is_meant_together_stays_whole(texts, text):
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Berg went to South Africa for a summit, and the authorities let the minister leave.",
            ["Berg went to South Africa for a summit.", "The authorities let the minister leave."],
        ),
        (
            "The court did not rule on Peru, and Chile did not pay.",
            ["The court did not rule on Peru.", "Chile did not pay."],
        ),
    ],
)
def test_two_sentences_in_one_are_two_claims(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The claim that Peru signed, but Chile did not, is false.",
        "The man who won the race, and the woman who lost it, met.",
        "If it rains, and the river rises, the town will be cut off.",
    ],
)
def test_clauses_within_a_clause_are_not_cut_out_of_it(texts, text):
    assert texts(text) == [text]


def test_what_happened_to_it_is_not_said_of_the_nearest_subject(texts):
    text = "The museum returned a statue to Benwa in 2019, more than a century after it was looted."
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Azerbaijan, Turkey and Iran have not left, but Georgia has been a partner since 2003.",
            {"Azerbaijan has not left.", "Iran has not left.", "Georgia has been a partner since 2003."},
        ),
        ("Samoa, Fiji and Vanuatu are all parties to the treaty.", {"Samoa is a party to the treaty."}),
        (
            "Samoa and Fiji signed the Island Treaty but have not ratified it.",
            {
                "Fiji signed the Island Treaty.",
                "Samoa has not ratified it.",
                "Fiji has not ratified it.",
            },
        ),
        ("Samoa and Fiji joined the fund and left the bank.", {"Samoa left the bank.", "Fiji joined the fund."}),
        ("Germany's minister, Ann Berg, called it a bad day.", {"Ann Berg called it a bad day."}),
        (
            "The African Union has 55 members, including Chad and all Arab states.",
            {
                "The African Union has 55 members.",
                "Chad is one of the African Union’s 55 members.",
                "All Arab states are among the African Union’s 55 members.",
            },
        ),
    ],
)
def test_each_of_a_list_is_said_what_the_list_is_said(claims_of, text, claims):
    assert claims <= {claim.text for claim in claims_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The mayors of Oslo, Rome and Lima left the city.",
    ],
)
def test_a_list_that_is_said_of_the_whole_stays_whole(claims_of, text):
    assert [claim.text for claim in claims_of(text)] == [text]


def test_hours_after_a_name_are_no_part_of_the_name(claims_of):
    texts = [c.text for c in claims_of("Peru left the club, hours after Ann Berg, who is wanted by Chad, came.")]
    assert "Ann Berg is wanted by Chad." in texts


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The pier was opened in 1901 and destroyed by a storm in 1930.",
         ["The pier was opened in 1901.", "The pier was destroyed by a storm in 1930."]),
        ("Samoa was admitted in 1990 and expelled in 1995.",
         ["Samoa was admitted in 1990.", "Samoa was expelled in 1995."]),
        ("The bank was founded in 1990 and moved to Apia in 1995.",
         ["The bank was founded in 1990.", "The bank moved to Apia in 1995."]),
        ("The bank was founded in 1990 and employed 300 people.",
         ["The bank was founded in 1990.", "The bank employed 300 people."]),
    ],
)  # fmt: skip
def test_what_was_done_to_it_twice_is_no_deed_of_its_own(claims_of, text, claims):
    assert [claim.text for claim in claims_of(text)] == claims


@pytest.mark.parametrize(
    "text", ["Samoa and Fiji are.", "Samoa has not.", "Samoa hasn't.", "Samoa has signed it, while Fiji is not."]
)
def test_what_ends_with_its_auxiliary_is_flagged(claims_of, text):
    assert Flag.UNRESOLVED_REFERENCE in claims_of(text)[-1].flags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Aldane said it would build a plant in Umea, investing 12 billion crowns.",
            ["It would build a plant in Umea.", "It would invest 12 billion crowns."],
        ),
        (
            "The deal will close in May 2025, giving Berg a stake of 12 percent.",
            ["The deal will close in May 2025.", "The deal will give Berg a stake of 12 percent."],
        ),
        ("The mine shut, possibly after a tunnel collapsed.", ["The mine shut, possibly after a tunnel collapsed."]),
        (
            "The valley was settled by monks who kept bees, grew vines and traded wine.",
            ["The valley was settled by monks who kept bees, grew vines and traded wine."],
        ),
        (
            "Peru had sold the last of its rifles, inherited from Chile, in 1922.",
            ["Peru had sold the last of its rifles, inherited from Chile, in 1922."],
        ),
        (
            "Like its rivals Berg Motor and Traton, Aldane has struggled with weak demand.",
            ["Like its rivals Berg Motor and Traton, Aldane has struggled with weak demand."],
        ),
        (
            "The flood swept through the villages of Arna, Sund and Kolby.",
            [
                "The flood swept through the village of Arna.",
                "The flood swept through the village of Sund.",
                "The flood swept through the village of Kolby.",
            ],
        ),
        ("He saw the two towns of Arna and Sund.", ["He saw the two towns of Arna and Sund."]),
        (
            "Lind, the novelist whose books made her one of the most admired writers of Norway, has died.",
            [
                "Lind has died.",
                "Lind is the novelist whose books made her one of the most admired writers of Norway.",
            ],
        ),
    ],
)
def test_what_a_clause_says_is_said_of_nothing_else(split, text, expected):
    assert [claim.text for claim in split(text) if claim.kind is not Kind.STATEMENT] == expected


def test_a_list_of_verbs_in_a_relative_clause_says_nothing_of_the_place(texts):
    assert texts("Lind moved to Rome, where she met Falk, wrote plays and taught at a school.") == [
        "Lind moved to Rome.",
        "Lind wrote plays.",
        "Lind taught at a school.",
        "Lind met Falk in Rome.",
    ]


def test_a_contrast_is_parted_whatever_its_verb_was_taken_for(texts):
    assert texts("Sales slipped 4 percent to 78 crowns, while order intake rose for the first time.") == [
        "Sales slipped 4 percent to 78 crowns.",
        "Order intake rose for the first time.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mongolia has ratified the Rome Statute. Neither have China and India.",
            ["China has not ratified the Rome Statute.", "India has not ratified the Rome Statute."],
        ),
        (
            "Neither Russia nor Peru has signed the convention. Nor have Chad and Chile.",
            ["Chad has not signed the convention.", "Chile has not signed the convention."],
        ),
        (
            "Kenya is a member of the ICC. Niger, Nigeria and Chad are.",
            [f"{name} is a member of the ICC." for name in ("Niger", "Nigeria", "Chad")],
        ),
        (
            "Kenya and Peru are members of the ICC. Vietnam, where millions of mines remain, is not.",
            ["Vietnam is not a member of the ICC.", "Millions of mines remain in Vietnam."],
        ),
        ("Mongolia ratified the treaty in 2002. China has not.", ["China has not ratified the treaty."]),
        ("Mongolia ratified the treaty in 2002. So did Chad.", ["Chad did ratify the treaty."]),
        ("Peru was invited to the talks. Chile was not.", ["Chile was not invited to the talks."]),
        ("Tuvalu will join the pact. Nauru will not.", ["Nauru will not join the pact."]),
        (
            "China has not ratified the treaty. Neither has its neighbour, Mongolia.",
            ["China’s neighbour, Mongolia, has not ratified the treaty."],
        ),
    ],
)
def test_a_predicate_that_is_left_out_is_that_of_the_clause_before(split, text, expected):
    *_, last = text.split(". ")
    found = [claim for claim in split(text) if claim.spans[-1].end > len(text) - len(last)]
    assert [claim.text for claim in found] == expected
    assert not any(claim.flags for claim in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Unlike Mongolia, which is a member of the ICC, Chile is not.",
            ["Unlike Mongolia, Chile is not a member of the ICC.", "Mongolia is a member of the ICC."],
        ),
        (
            "Armenia is a party to the treaty, but Chad is not.",
            ["Armenia is a party to the treaty.", "Chad is not a party to the treaty."],
        ),
        (
            "Peru has not signed the treaty, nor has Chile.",
            ["Peru has not signed the treaty.", "Chile has not signed the treaty."],
        ),
    ],
)
def test_a_predicate_that_is_left_out_may_stand_in_the_same_sentence(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "France is the largest member of the bloc. Malta is not.",
        "Peru sold its gold. So did Chile.",
        "Peru sold the gold found in 1990. So did Chile.",
        "Peru signed the treaty. Chile is not.",
        "Soldiers are not meant to be hurt. They are.",
    ],
)
def test_a_predicate_that_fits_one_alone_is_not_read_into_the_next_clause(split, text):
    assert Flag.UNRESOLVED_REFERENCE in split(text)[-1].flags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The host countries, Chad and Peru, are both members.",
            ["Chad is a member.", "Peru is a member.", "Chad and Peru are the host countries."],
        ),
        (
            "Two of the members, Chad and Peru, left in 2019.",
            ["Chad left in 2019.", "Peru left in 2019.", "Chad and Peru are two of the members."],
        ),
        ("Three of the members, Chad and Peru, left.", ["Three of the members, Chad and Peru, left."]),
        (
            "The finalists, Ole Berg and Anna Lind, met twice.",
            ["Ole Berg and Anna Lind met twice.", "Ole Berg and Anna Lind are the finalists."],
        ),
    ],
)
def test_names_behind_a_plural_are_what_it_says(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad, Peru and Chile have neither signed nor ratified the pact.",
            ["Chad, Peru and Chile have not signed the pact.", "Chad, Peru and Chile have not ratified the pact."],
        ),
        (
            "Observers described the vote as fair, although the mission criticised the delays.",
            ["Observers described the vote as fair.", "The mission criticised the delays."],
        ),
        (
            "The country is a member of the union, and President Ole Berg has called for an end to the tests.",
            [
                "The country is a member of the union.",
                "Ole Berg has called for an end to the tests.",
                "Ole Berg is the president.",
            ],
        ),
        (
            "The ministry said that sales rose, and exports fell.",
            ["The ministry said that sales rose, and exports fell.", "Sales rose.", "Exports fell."],
        ),
    ],
)
def test_sentences_in_one_are_parted_unless_one_speaker_says_both(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lind took 41 percent and conceded defeat before the results were announced.",
            ["Lind took 41 percent.", "Lind conceded defeat before the results were announced."],
        ),
        (
            "The floods have hit 19 regions, killing 97 people and destroying 2,300 homes.",
            [
                "The floods have hit 19 regions.",
                "The floods killed 97 people.",
                "The floods destroyed 2,300 homes.",
            ],
        ),
        (
            "Lind equalised in the 82nd minute and struck again in stoppage time.",
            ["Lind equalised in the 82nd minute.", "Lind struck again in stoppage time."],
        ),
        (
            "Lind flew to the area, where she was jeered by residents who accused the army of looting.",
            ["Lind flew to the area.", "In the area Lind was jeered by residents who accused the army of looting."],
        ),
    ],
)
def test_each_verb_has_what_stands_beside_it(texts, text, expected):
    assert texts(text) == expected


def test_a_list_within_a_list_stays_whole(texts):
    whole = "He paid for holidays in Rome and Oslo, a car and a boat."
    assert texts(whole) == [whole]


def test_a_member_that_does_not_say_of_what_is_flagged_however_it_was_inflected(split):
    found = split("Laos and Iraq are both members. Vietnam is not.")
    assert [claim.text for claim in found] == ["Laos is a member.", "Iraq is a member.", "Vietnam is not a member."]
    assert all(Flag.UNRESOLVED_REFERENCE in claim.flags for claim in found)


@pytest.mark.parametrize("text", ["It was the best of every sport we had.", "They survive all that they have."])
def test_a_relative_clause_that_ends_with_have_leaves_nothing_out(texts, text):
    assert texts("Lind met Falk. " + text)[-1] == text


def test_a_counted_list_parts_with_what_describes_its_last_name(texts):
    assert texts("Two women are in the running: Anna Berg and Maria Lind, a former mayor of Oslo.") == [
        "Two women are in the running.",
        "Anna Berg is in the running.",
        "Maria Lind is in the running.",
        "Maria Lind is a former mayor of Oslo.",
    ]


def test_some_of_them_with_a_participle_are_no_clause(texts):
    text = "The report makes nine proposals, seven of them addressed to the European Union."
    assert texts(text) == [text]


def test_what_is_said_of_each_of_a_list_has_its_date(split):
    found = split("Chad and Peru joined the pact last year.")
    assert [claim.text for claim in found] == ["Chad joined the pact in 2023.", "Peru joined the pact in 2023."]
    assert all(claim.time and claim.time.first == date(2023, 1, 1) for claim in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lind praised Peru, which was long opposed to the pact but signed it in 2022.",
            ["Lind praised Peru.", "Peru was long opposed to the pact but signed it in 2022."],
        ),
        (
            "Lind joined the club, which won the cup, and left in 1990.",
            ["Lind joined the club and left in 1990.", "The club won the cup."],
        ),
        (
            "Looting has declined since the 1990s, when 1,500 digs were found, thanks to tougher laws.",
            ["Looting has declined since the 1990s thanks to tougher laws.", "1,500 digs were found in the 1990s."],
        ),
        (
            "A plan to buy it, put forward by Peru, was rejected in 2019.",
            ["A plan to buy it was rejected in 2019.", "A plan to buy it was put forward by Peru."],
        ),
        (
            "Peru and Chad joined the pact, bringing the number of its parties to 88.",
            ["Peru and Chad joined the pact, bringing the number of its parties to 88."],
        ),
        (
            "Grain prices rose 2.3 percent, their biggest gain since 2019, while shares in oil climbed to a record.",
            [
                "Grain prices rose 2.3 percent, their biggest gain since 2019.",
                "Shares in oil climbed to a record.",
            ],
        ),
    ],
)
def test_a_relative_clause_reaches_as_far_as_its_commas(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lind kept the reef on the list after lobbying by Canberra.",
            ["Lind kept the reef on the list after lobbying by Canberra."],
        ),
        (
            "The Greens, whose votes his cabinet needs, left.",
            ["The Greens, whose votes his cabinet needs, left."],
        ),
        (
            "Lind began a visit to Peru, the first by a king of the Nordic realm, accompanied by Anna Berg.",
            ["Lind began a visit to Peru, the first by a king of the Nordic realm, accompanied by Anna Berg."],
        ),
        (
            "Trade has grown since a pact with the European Union, of which Peru is a part, entered into force.",
            [
                "Trade has grown since a pact with the European Union entered into force.",
                "Peru is a part of the European Union.",
            ],
        ),
        (
            "Two plants, one in Ghent and one in Lyon, were closed.",
            ["Two plants, one in Ghent and one in Lyon, were closed."],
        ),
    ],
)
def test_what_has_another_subject_is_not_said_of_the_nearest_noun(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Studios stayed away, as did most of the networks.",
            ["Studios stayed away.", "Most of the networks stayed away."],
        ),
        (
            "Chad sued in 2019 after Peruvian troops had landed, raised a flag and held four men.",
            [
                "Chad sued in 2019 after Peruvian troops had landed, raised a flag and held four men.",
                "Peruvian troops had landed.",
            ],
        ),
        (
            "The cabinet plans to spend 3 trillion yen on free nurseries and paid leave for fathers.",
            ["The cabinet plans to spend 3 trillion yen on free nurseries and paid leave for fathers."],
        ),
        (
            "Peru is not a member, having left in 1986 after losing a case.",
            ["Peru is not a member, having left in 1986 after losing a case.", "Peru lost a case."],
        ),
        (
            'The first award went to Peru’s Ole Lind, who plays a king in "Coda", and the second to the leads of it.',
            [
                "The first award went to Peru’s Ole Lind and the second to the leads of it.",
                'Peru’s Ole Lind plays a king in "Coda".',
            ],
        ),
    ],
)
def test_a_verb_is_said_of_its_own_subject_in_its_own_tense(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lind has apologised for remarks, but not for having called the premier, Ole Berg, a traitor.",
            [
                "Lind has apologised for remarks, but not for having called Ole Berg a traitor.",
                "Ole Berg is the premier.",
            ],
        ),
        ("The cabinet has 29 members, 15 of them ministers.", ["The cabinet has 29 members, 15 of them ministers."]),
        (
            "They met Dundee, who beat Hearts and whose coach, Maria Lind, is a judge.",
            ["They met Dundee, who beat Hearts.", "Dundee’s coach, Maria Lind, is a judge."],
        ),
        ("Finalists play in the league, which neither can.", ["Finalists play in the league, which neither can."]),
    ],
)
def test_what_cannot_stand_alone_stays_with_its_host(texts, text, expected):
    assert sorted(texts(text)) == sorted(expected)


def test_who_plays_on_wednesday_has_not_played(split):
    (claim,) = split("Albion, still top with six matches left, visit Hearts on Wednesday.")
    assert claim.text.endswith("visit Hearts on 4 September 2024.")


def test_what_is_never_done_to_something_is_no_passive(texts):
    found = texts("The treaty was adopted in Oslo on 3 May 1998 and entered into force on 1 July 2002.")
    assert "The treaty entered into force on 1 July 2002." in found


def test_each_of_two_names_keeps_the_clause_behind_it(texts):
    found = texts(
        "Chad, which signed the treaty in 2001, and Peru, which signed the treaty in 2003, have joined the league."
    )
    assert {"Chad signed the treaty in 2001.", "Peru signed the treaty in 2003."} <= set(found)
    assert not any(claim.startswith("Chad") and "2003" in claim for claim in found)
