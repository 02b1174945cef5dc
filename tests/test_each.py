"""What is said of several is said of each: examples, lists of years, choices, descriptions."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dr. Arts has worked on topics related to law, such as water rights, asylum, and exposure to lead.",
            [
                "Dr. Arts has worked on topics related to law.",
                "Dr. Arts has worked on water rights.",
                "Dr. Arts has worked on asylum.",
                "Dr. Arts has worked on exposure to lead.",
            ],
        ),
        (
            "The flowers are found in a variety of places, including fields, meadows, and along roads.",
            [
                "The flowers are found in a variety of places.",
                "The flowers are found in fields.",
                "The flowers are found in meadows.",
                "The flowers are found along roads.",
            ],
        ),
        (
            "The museum's treasures, among them a gold mask, were moved to a vault.",
            [
                "The museum's treasures were moved to a vault.",
                "A gold mask was moved to a vault.",
                "A gold mask is one of the museum's treasures.",
            ],
        ),
        ("You can pay with cards such as Visa or Amex.", ["cards.", "Visa.", "Amex."]),
        ("Animals such as lions, tigers and wolves eat meat.", ["wolves eat meat."]),
        ("He should eat fruits such as pears and plums.", ["pears and plums."]),
        ("The clinic treats ills such as asthma, angina or gout.", ["gout."]),
    ],
)
def test_examples_are_told_apart_where_what_is_told_holds_of_each(texts, text, expected):
    found = texts(text)
    assert len(found) == len(expected)
    assert all(claim.endswith(wanted) for claim, wanted in zip(found, expected, strict=True))


def test_what_citizens_of_some_states_need_is_not_said_of_the_states(texts):
    found = texts("A visa is needed by citizens of several states, including Chad, Peru and Chile.")
    assert all("citizens of several states, including" in claim for claim in found)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Chelsea won in 2010, 2012 and 2014.", ["2010.", "2012.", "2014."]),
        ("Sales rose 5% in 2010 and 2011.", ["2011."]),
        ("Guests can reach the island by ferry, helicopter or seaplane.", ["ferry.", "helicopter.", "seaplane."]),
        ("He could have seen Rome, Oslo or Paris.", ["Rome, Oslo or Paris."]),
        ("The army did not attack Kyiv, Lviv or Odesa.", ["attack Kyiv.", "attack Lviv.", "attack Odesa."]),
        (
            "His work covers trees, public finance, arts and crafts, and old maps.",
            ["trees.", "public finance.", "arts and crafts.", "old maps."],
        ),
        ("The shops sell snacks, drinks, and other daily goods.", ["snacks.", "drinks.", "sell daily goods."]),
        ("It is due to its speed, reach, and safety.", ["its speed.", "its reach.", "its safety."]),
        ("He did not resign because of debt, illness or scandal.", ["debt, illness or scandal."]),
    ],
)
def test_years_choices_and_denials_are_told_apart(texts, text, parts):
    found = texts(text)
    assert len(found) == len(parts)
    assert all(claim.endswith(part) for claim, part in zip(found, parts, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Road is a 2011 film directed by Todd Rohal.",
            ["The Road is a 2011 film.", "The Road was directed by Todd Rohal."],
        ),
        (
            "Resin is a substance commonly used in paint.",
            ["Resin is a substance.", "Resin is commonly used in paint."],
        ),
        ("Smith is not a lawyer known for patience.", ["Smith is not a lawyer known for patience."]),
        (
            "Lima is a city founded in 1535 by Spaniards, who named it after a river.",
            ["Lima is a city founded in 1535 by Spaniards.", "Spaniards named it after a river."],
        ),
    ],
)
def test_a_description_says_what_was_done_of_its_subject(texts, text, expected):
    assert texts(text) == expected


def test_when_without_a_verb_opens_no_clause(texts):
    found = texts("The boat was built in 1914, and had a weight of 662 tons when surfaced and 834 tons when submerged.")
    assert found[0] == "The boat was built in 1914."
