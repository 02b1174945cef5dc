import pytest

from verifier.agreement import agrees, comparable, in_unit, matches, units_match
from verifier.quantities import Role, find_quantities


def only(text):
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.4 million inhabitants", 3_400_000),
        ("890M people", 890_000_000),
        ("890,000,000 people", 890_000_000),
    ],
)
def test_values_are_read_whatever_their_form(text, value):
    assert only(text).value == value


@pytest.mark.parametrize(
    ("claimed", "actual", "expected"),
    [
        ("3.4 million people", 3_433_748, True),
        ("3.4 million people", 3_524_788, False),
        ("5.4 million people", 3_433_748, False),
        ("only 3.4 million people", 3_524_788, False),
        ("4 million people", 3_524_788, False),
        ("nearly 120 members", 124, False),
        ("up to 120 members", 124, False),
        ("about 3.5 million people", 3_433_748, True),
        ("more than 3 million people", 3_433_748, True),
        ("more than 4 million people", 3_433_748, False),
        ("125 members", 125, True),
        ("125 members", 124, False),
    ],
)
def test_numbers_agree_within_the_precision_of_the_wording(claimed, actual, expected):
    assert agrees(only(claimed), actual) is expected


def test_a_share_is_never_an_amount():
    share, amount = only("35%"), only("$35M")
    assert not units_match(share.unit, amount.unit)


@pytest.mark.parametrize(
    ("text", "unit", "role"),
    [
        ("35 % of them", "%", Role.SHARE),
        ("$35M", "$", Role.MONEY),
        ("35 million dollars", "dollars", Role.MONEY),
        ("three times as many", "times", Role.RATIO),
        ("600 square miles", "mile ** 2", Role.MEASURE),
        ("600 km²", "kilometer ** 2", Role.MEASURE),
        ("18 elected judges", "elected", Role.COUNT),
    ],
)
def test_numbers_know_what_they_say(text, unit, role):
    assert (only(text).unit, only(text).role) == (unit, role)


@pytest.mark.parametrize(
    ("claimed", "given", "expected"),
    [
        ("18 judges", "18 elected judges", True),
        ("18 judges", "18 prosecutors", False),
        ("18 judges", "81 judges", False),
        ("35 %", "$35M", False),
        ("35 %", "35 percent", True),
        ("35 million people", "$35M", False),
        ("600,000 square miles", "1,560,000 km2", True),
        ("600,000 square miles", "600,000 square kilometres", False),
        ("10 hectares", "10 kilograms", False),
        ("890M people", "890,000,000 inhabitants", True),
        ("more than 120 members", "124 members", True),
        ("more than 124 members", "124 members", False),
        ("at least 124 members", "124 members", True),
        ("nearly 130 members", "124 members", True),
        ("nearly 120 members", "124 members", False),
    ],
)
def test_numbers_are_compared_by_role_unit_and_value(claimed, given, expected):
    assert matches(only(claimed), only(given)) is expected


def test_five_m_may_be_metres():
    assert only("It is 5 m tall.").value == 5


def test_a_measure_converts_with_its_precision():
    miles = in_unit(only("600,000 square miles"), "kilometer ** 2")
    assert round(miles.value) == 1_553_993
    assert round(miles.step) == 258_999


def test_what_has_no_unit_is_not_converted():
    assert in_unit(only("18 judges"), "kilometer") is None
    assert comparable(only("18"), only("18 judges"))
