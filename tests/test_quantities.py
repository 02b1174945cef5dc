import pytest

from verifier.quantities import agrees, find_quantities, units_match


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
