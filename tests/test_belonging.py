"""Belonging: "a member" and "joined" say of what, as the article said before; else the claim is flagged."""

import pytest

from verifier.records import Flag
from verifier.verdict.naming import Naming


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The Andean Community has four members. Chile and Brazil are not members.",
            "Chile is not a member of the Andean Community.",
        ),
        (
            "Peru joined the Lima Group in 2017. Kenya is the twelfth member.",
            "Kenya is the twelfth member of the Lima Group.",
        ),
        ("The African Union has 55 members. Morocco joined in 2017.", "Morocco joined the African Union in 2017."),
        (
            "Kenya signed the Nairobi Convention in 1999. Chad acceded in 2004.",
            "Chad acceded to the Nairobi Convention in 2004.",
        ),
        (
            "The African Union admitted Chad as a member. Morocco’s membership took effect in 2017.",
            "The African Union admitted Chad as a member.",
        ),
        (
            "Norway belongs to the Nordic Council as one of its members. Iceland, another member, has three seats.",
            "Iceland is another member of the Nordic Council.",
        ),
    ],
)
def test_what_the_article_said_before_completes_the_claim(claims_of, text, claim):
    assert claim in [c.text for c in claims_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The African Union has 55 members. The European Union praised Chad. Peru is not a member.",
        "Peru is not a member.",
    ],
)
def test_a_member_of_nothing_in_particular_is_flagged(claims_of, text):
    claim = claims_of(text)[-1]
    assert claim.text == "Peru is not a member."
    assert Flag.UNRESOLVED_REFERENCE in claim.flags


def test_what_somebody_did_so_is_flagged_where_nothing_says_it(claims_of):
    assert (
        Flag.UNRESOLVED_REFERENCE in claims_of("It was a long day in Oslo. Burundi did so in October 2017.")[-1].flags
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Andean Community has four members. The party was held on Sunday.",
        "The African Union has 55 members. Ann Berg is a board member.",
        "The African Union has 55 members. Chad’s army withdrew to the border.",
        "The African Union has 55 members. Ann Berg left Chad in 2017.",
    ],
)
def test_other_parties_members_and_withdrawals_are_left_alone(claims_of, text):
    assert claims_of(text)[-1].text == text.partition(". ")[2]


def test_a_model_reads_the_name_that_the_passage_uses(linker_of):
    naming = Naming(linker_of({"ICC": ("International Criminal Court", "ICC")}))
    premise = "Each member of the ICC must arrest him."
    assert naming.as_in(premise, "The International Criminal Court has members.") == "The ICC has members."
    assert naming.as_in("It has members.", "The ICC has members.") == "The ICC has members."


def test_an_ambiguous_name_stays_as_it_is(linker_of):
    naming = Naming(linker_of({"a": ("Congo", "Zaire"), "b": ("Congo", "Brazzaville")}))
    assert naming.as_in("Zaire is large.", "Congo is large.") == "Congo is large."


@pytest.fixture
def linker_of():
    from verifier.facts import Entity
    from verifier.verdict.mentions import Linker

    return lambda names: Linker([Entity(id_, "body", given) for id_, given in names.items()])
