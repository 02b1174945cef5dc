from datetime import date

import pytest
from pydantic import ValidationError

from verifier.records import Edit, EditKind, Granularity, Judgement, Span, TimeSpan, reproduce


def span(first, last):
    return TimeSpan(first=first, last=last, granularity=Granularity.OPEN)


def test_spans_are_joined_by_one_space_and_edits_applied_in_order():
    text = "Mongolia signed it in 2000, before ratifying it in 2002."
    spans = [Span(start=0, end=8), Span(start=35, end=55)]
    edits = [
        Edit(kind=EditKind.INFLECTION, start=9, end=18, replacement="ratified", reason="own subject"),
        Edit(kind=EditKind.REFERENCE, start=19, end=21, replacement="the Statute", reason="object"),
    ]
    assert reproduce(text, spans, edits) == "Mongolia ratified the Statute in 2002"


def test_time_spans_contain_and_overlap_by_whole_days():
    year = span(date(2024, 1, 1), date(2024, 12, 31))
    edge = span(date(2024, 12, 31), date(2025, 1, 1))
    assert year.overlaps(edge)
    assert not year.contains(edge)
    assert year.contains(span(date(2024, 12, 31), date(2024, 12, 31)))


def test_records_refuse_unknown_fields_and_impossible_probabilities():
    with pytest.raises(ValidationError):
        Judgement(entailment=1.2, neutral=0, contradiction=0)
    with pytest.raises(ValidationError):
        Span(start=0, end=1, length=1)


def test_records_are_frozen():
    with pytest.raises(ValidationError):
        Span(start=0, end=1).start = 2
