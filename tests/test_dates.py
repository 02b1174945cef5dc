from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.dates import (
    Tense,
    TimeRelation,
    absolute_text,
    claimed_interval,
    day_span,
    find_times,
    month_span,
    parse_partial,
    write_time,
    year_span,
)
from verifier.errors import DateError
from verifier.records import Granularity

FRIDAY = date(2024, 8, 30)


def only(text, tense=Tense.PAST, anchor=FRIDAY):
    mentions = find_times(text, anchor, tense)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It happened on 29 December 2000.", date(2000, 12, 29), date(2000, 12, 29)),
        ("It happened on December 29, 2000.", date(2000, 12, 29), date(2000, 12, 29)),
        ("It happened in May.", date(2024, 5, 1), date(2024, 5, 31)),
        ("It happened in November.", date(2023, 11, 1), date(2023, 11, 30)),
        ("It happened last year.", date(2023, 1, 1), date(2023, 12, 31)),
        ("It happened on Thursday.", date(2024, 8, 29), date(2024, 8, 29)),
        ("It happened yesterday.", date(2024, 8, 29), date(2024, 8, 29)),
        ("It happened in mid-August.", date(2024, 8, 11), date(2024, 8, 20)),
        ("It happened in early August.", date(2024, 8, 1), date(2024, 8, 10)),
        ("It happened in late February 2024.", date(2024, 2, 21), date(2024, 2, 29)),
        ("It happened two years ago.", date(2022, 1, 1), date(2022, 12, 31)),
        ("It happened two decades ago.", date(2004, 1, 1), date(2004, 12, 31)),
        ("It happened more than 20 years ago.", date.min, date(2004, 8, 30)),
        ("It happened less than two years ago.", date(2022, 8, 31), date(2024, 8, 30)),
        ("It happened about 20 years ago.", date(2002, 8, 31), date(2006, 8, 30)),
        ("It happened in the 1990s.", date(1990, 1, 1), date(1999, 12, 31)),
    ],
)
def test_times_of_the_past_are_read_from_the_anchor(text, first, last):
    span = only(text).span
    assert (span.first, span.last) == (first, last)


def test_the_third_of_a_plan_lies_ahead():
    assert only("It will happen on the 3rd.", Tense.FUTURE).span.first == date(2024, 9, 3)


def test_the_same_year_is_the_year_named_before():
    first, second = find_times("A in August 2021, B in September of the same year", FRIDAY, Tense.PAST)
    assert (first.span.first.year, second.span.first) == (2021, date(2021, 9, 1))


@pytest.mark.parametrize("text", ["He may go.", "It has 2000 people.", "Paragraph 3 of the text", "It marched on."])
def test_what_is_no_time_is_left_alone(text):
    assert find_times(text, FRIDAY) == []


def test_relative_times_without_an_anchor_stay_open():
    assert only("It happened last year.", anchor=None).span is None


@pytest.mark.parametrize("text", ["2024-13", "2023-02-29", "yesterday", "24-01-01", ""])
def test_impossible_dates_are_refused(text):
    with pytest.raises(DateError):
        parse_partial(text)


@pytest.mark.parametrize(
    ("text", "relation", "first", "last"),
    [
        ("a member since 2002", TimeRelation.SINCE, date(2002, 1, 1), date.max),
        ("before May 2003", TimeRelation.BEFORE, date.min, date(2003, 4, 30)),
        ("after May 2003", TimeRelation.AFTER, date(2003, 6, 1), date.max),
        ("until 2019", TimeRelation.UNTIL, date.min, date(2019, 12, 31)),
    ],
)
def test_prepositions_open_the_interval(text, relation, first, last):
    mention = only(text)
    interval = claimed_interval(mention)
    assert mention.relation is relation
    assert (interval.first, interval.last) == (first, last)


def test_absolute_texts_read_well():
    assert absolute_text(only("It happened last year.")) == "in 2023"
    assert absolute_text(only("It happened on Thursday.")) == "on 29 August 2024"
    assert absolute_text(only("the visit scheduled for the 3rd", Tense.FUTURE)) == "for 3 September 2024"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_written_days_are_read_back(day):
    span = find_times(f"on {write_time(day_span(day))}")[0].span
    assert span == day_span(day)


@given(st.integers(1000, 2099), st.integers(1, 12))
def test_written_months_are_read_back(year, month):
    span = find_times(f"in {write_time(month_span(year, month))}")[0].span
    assert span == month_span(year, month)


def test_partial_dates_keep_their_precision():
    assert parse_partial("2024").granularity is Granularity.YEAR
    assert parse_partial("2024") == year_span(2024)
    assert parse_partial("2024-02").last == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Chad signed in 1999 and ratified two years later", date(2001, 1, 1), date(2001, 12, 31)),
        ("Chad signed in August 2011 and joined three months later", date(2011, 11, 1), date(2011, 11, 30)),
        ("It met on 30 December 1999. The following day it left", date(1999, 12, 31), date(1999, 12, 31)),
        ("It met in 1999. Ten years later it left", date(2009, 1, 1), date(2009, 12, 31)),
    ],
)
def test_later_is_counted_from_the_time_named_last(text, first, last):
    span = find_times(text)[-1].span
    assert span is not None
    assert (span.first, span.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["Two years later it left.", "It met in 1999. Three months later it left.", "It met in 1999. About a year later"],
)
def test_later_than_nothing_or_than_something_vaguer_stays_open(text):
    assert find_times(text)[-1].span is None
