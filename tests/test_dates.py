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


THURSDAY = date(2024, 8, 29)


@pytest.mark.parametrize(
    ("text", "tense", "words"),
    [
        ("It burned last night.", Tense.PAST, "on the night of 28 August 2024"),
        ("It burned this morning.", Tense.PAST, "on the morning of 29 August 2024"),
        ("It burned on Monday evening.", Tense.PAST, "on the evening of 26 August 2024"),
        ("It burned last Tuesday.", Tense.PAST, "on 27 August 2024"),
        ("It reopens next Tuesday.", Tense.PRESENT, "on 3 September 2024"),
        ("It closed last weekend.", Tense.PAST, "on the weekend of 24 August 2024"),
        ("It opens this weekend.", Tense.FUTURE, "on the weekend of 31 August 2024"),
        ("It closed in June last year.", Tense.PAST, "in June 2023"),
        ("It closed on 3 May of last year.", Tense.PAST, "on 3 May 2023"),
        ("It closed in early June last year.", Tense.PAST, "in early June 2023"),
        ("It grew in the second quarter of last year.", Tense.PAST, "in the second quarter of 2023"),
        ("It closed the day before yesterday.", Tense.PAST, "on 27 August 2024"),
        ("It closed earlier this month.", Tense.PAST, "in August 2024"),
        ("It will close by the end of the year.", Tense.FUTURE, "by 31 December 2024"),
        ("It closed this summer.", Tense.PAST, "in the summer of 2024"),
        ("It closed in '08.", Tense.PAST, "in 2008"),
        ("It closed in ’97.", Tense.PAST, "in 1997"),
        ("It closed twenty-five years ago.", Tense.PAST, "in 1999"),
    ],
)
def test_times_near_the_day_of_writing_are_read_whole(text, tense, words):
    assert absolute_text(only(text, tense, THURSDAY)) == words


@pytest.mark.parametrize(
    "text",
    [
        "It closed last summer.",
        "It closed half a year ago.",
        "It closed a year and a half ago.",
        "It closed a few weeks ago.",
        "It closed by the end of the year.",
        "It opens next Saturday.",
        "It closed the following Monday.",
        "It closed the previous day.",
        "It closed the year before.",
        "It was built about 7,400 years ago.",
        "It was built 600 years ago.",
    ],
)
def test_what_two_readings_fit_stays_open(text):
    assert only(text, Tense.PAST, THURSDAY).span is None


def test_the_first_end_of_a_range_has_the_year_of_the_second():
    first, second = find_times("It ran from December 28 to January 3, 2019.", THURSDAY, Tense.PAST)
    assert (first.span.first, second.span.first) == (date(2018, 12, 28), date(2019, 1, 3))


def test_the_year_before_is_counted_from_the_year_named():
    assert find_times("It sold 40 in 2011. It had sold 30 the year before.", THURSDAY)[-1].span == year_span(2010)


def test_years_of_two_digits_stand_in_a_row_with_a_whole_one():
    row = find_times("Lind won in 92, Berg in 96, Holm in 2000.", THURSDAY, Tense.PAST)
    assert [m.span.first.year for m in row] == [1992, 1996, 2000]
    assert find_times("It played in 12 towns and in 30.", THURSDAY, Tense.PAST) == []


def test_after_a_time_ahead_the_next_months_lie_ahead_too():
    times = find_times("Oslo next month, Rome in November, Lima in February", THURSDAY, Tense.PRESENT)
    assert [m.span.first for m in times] == [date(2024, 9, 1), date(2024, 11, 1), date(2025, 2, 1)]


def test_what_is_put_off_until_a_month_lies_ahead(claims_of):
    (claim,) = claims_of("Leaders postponed the vote until July.", published=date(2024, 2, 18))
    assert claim.text == "Leaders postponed the vote until July 2024."


def test_the_year_before_counts_from_no_sentence_with_times_of_several_years(claims_of):
    text = "A work lost in 1941 will be returned, the council said on 22 May 2024. Stern fled the year before."
    assert claims_of(text, published=date(2024, 5, 22))[-1].text == "Stern fled the year before."


def test_what_was_done_before_a_plan_lies_in_the_past(claims_of):
    first, *_ = claims_of(
        "They will meet Dundee, who won on Saturday and whose coach, Maria Lind, left.", published=date(2024, 4, 14)
    )
    assert "won on 13 April 2024" in first.text
