"""Generated probes: labels follow from the table's cells alone, and the same probe is made on every machine."""

from datetime import date

import pytest

from verifier.evaluation.probes import Probe, Subject, claims, in_month, in_year, on_day
from verifier.records import Label

PROBE = Probe.model_validate(
    {
        "table": "t.csv",
        "subject": "name",
        "days": ["2000-01-01", "2010-01-01", "2020-01-01"],
        "until": "2020-12-31",
        "event": [{"name": "joined", "at": "joined", "wordings": ["{name} joined{when}."],
                   "denials": ["{name} stayed out."]}],
        "state": [
            {
                "name": "member",
                "begins": "joined",
                "ends": "left",
                "now": ["{name} is in."],
                "then": ["{When}, {name} was in."],
                "since": ["{name} has been in since {date}."],
                "over": ["{name} is no longer in."],
                "never": ["{name} was never in."],
            }
        ],
    }
)  # fmt: skip
ROWS = [
    Subject("Anna", {"joined": "2005-05-01", "left": "2015-03-01"}),
    Subject("the Bees", {"joined": "", "left": ""}),
]


@pytest.fixture(scope="module")
def made():
    return {claim.id: claim for claim in claims(PROBE, ROWS)}


def test_the_same_probe_is_made_every_time(made):
    assert list(made.values()) == list(claims(PROBE, ROWS))


def test_a_right_day_is_supported_and_only_asked_after_it(made):
    right = made["joined/day/Anna"]
    assert (right.claim, right.label) == ("Anna joined on 1 May 2005.", Label.SUPPORTED)
    assert right.as_of > date(2005, 5, 1)


@pytest.mark.parametrize("cell", ["wrong day", "wrong month", "wrong year", "wrong year of the day"])
def test_an_altered_time_is_refuted(made, cell):
    assert made[f"joined/{cell}/Anna"].label is Label.REFUTED


def test_labels_follow_the_day_that_is_judged_for(made):
    for claim in made.values():
        if claim.id == "member/now/Anna":
            inside = date(2005, 5, 1) <= claim.as_of < date(2015, 3, 1)
            assert claim.label is (Label.SUPPORTED if inside else Label.REFUTED)


def test_who_has_no_day_never_did_it(made):
    assert made["joined/undated/the Bees"].label is Label.REFUTED
    assert made["joined/denied/the Bees"].label is Label.SUPPORTED
    assert made["member/never/the Bees"].claim == "The Bees was never in."


def test_who_never_was_in_is_not_asked_whether_it_is_over(made):
    assert "member/over/the Bees" not in made


def test_months_and_years_are_whole():
    assert in_month(date(2024, 2, 9)).last == date(2024, 2, 29)
    assert in_year(2024).has(date(2024, 12, 31))
    assert not on_day(date(2024, 1, 1)).has(date(2024, 1, 2))
    assert not on_day(date(2024, 1, 1)).has(None)
