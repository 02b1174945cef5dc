"""Datelines: an article's own date counts as its publication date; a date that it only speaks of does not."""

from datetime import date

import pytest

from verifier.articles.datelines import stated_day
from verifier.articles.read import read_articles
from verifier.claims.opening import without_marker


@pytest.mark.parametrize(
    "text",
    [
        "Headline\n\nOSLO, May 3, 2021 - The council met.",
        "OSLO, 3 May 2021 (Reuters) — The council met.",
        "Headline\n\nOslo (3 May 2021) – The council met.",
        "Headline\n\nBy Ann Berg\n\nPublished: 3 May 2021, 10:15 AM GMT\n\nThe council met.",
        "By Ann Berg | May 3, 2021 | 5 min read\n\nThe council met.",
        "Monday 3 May 2021 18.30 BST\n\nThe council met.",
        "Headline\n\nOSLO, 3 May 2021\n\nThe council met.",
        "Headline\n\nSÃO PAULO, Brazil, 3 May 2021\n\nThe council met.",
    ],
)
def test_the_day_of_a_dateline_or_a_line_of_its_own_is_found(text):
    assert stated_day(text) == date(2021, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "The council met on 3 May 2021.",
        "The treaty, signed in Rome on 3 May 2021 - a milestone - holds.",
        "The attacks of 3 May 2021 remembered\n\nIt rained.",
        "OSLO, May 2021 - The council met.",
        "OSLO, Monday - The council met.",
        "The Treaty of Oslo, 3 May 2021\n\nThe council met.",
        "Treaty of Oslo of 3 May 2021\n\nThe council met.",
    ],
)
def test_a_day_that_the_text_only_speaks_of_is_not_taken(text):
    assert stated_day(text) is None


def test_what_the_user_says_goes_before_a_dateline(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("OSLO, May 3, 2021 - The council met.")
    (stated,) = read_articles([str(path)], None)
    (given,) = read_articles([str(path)], date(2021, 5, 4))
    assert (stated.published, given.published) == (date(2021, 5, 3), date(2021, 5, 4))


@pytest.mark.parametrize("text", ["So far two have left.", "Yet another has left.", "So many have left."])
def test_so_and_yet_stay_where_they_join_nothing(text):
    assert without_marker(text, 0, len(text)) == 0
