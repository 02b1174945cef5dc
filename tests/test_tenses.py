"""The past perfect speaks of a time that only the article tells; what came later refutes nothing of it."""

from datetime import date

import pytest

from verifier.verdict.tenses import of_another_time

CLAIMS = ["Ukraine had not joined the ICC.", "60 states had ratified it.", "Peru had never left."]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_denial_or_a_count_of_an_unstated_time_is_of_another_time(claim):
    assert of_another_time(claim, date(2026, 1, 1))


@pytest.mark.parametrize(
    "claim", ["By 2024 Ukraine had not joined the ICC.", "Peru had joined the ICC.", "Ukraine has not joined the ICC."]
)
def test_a_stated_time_an_event_and_the_present_perfect_are_not(claim):
    assert not of_another_time(claim, date(2026, 1, 1))
