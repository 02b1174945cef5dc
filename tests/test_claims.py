"""The splitter: exact origins on any text, and what becomes of the constructions that news is made of."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.claims.kinds import classify
from verifier.claims.opening import without_marker
from verifier.claims.pieces import Insert, Source, Swap, build
from verifier.records import Article, EditKind, Flag, Kind, reproduce

PUBLISHED = date(2024, 8, 30)


@pytest.fixture(scope="module")
def split(splitter):
    def run(text, published=PUBLISHED):
        found = splitter.split(Article(id="a", text=text, published=published))
        for claim in found.claims:
            assert reproduce(text, claim.spans, claim.edits) == claim.text
            assert all(text[s.start : s.end].strip() for s in claim.spans)
        return found

    return run


@pytest.fixture(scope="module")
def texts(split):
    return lambda text: [claim.text for claim in split(text).claims]


SENTENCES = [
    "Kenya signed the treaty in 1999, before ratifying it in 2005.",
    "However, Anna Berg, who leads the party, won the vote and became minister.",
    "“We will win,” said Anna Berg.",
    "He visited Chile in May, Peru in June and Bolivia in July, but none of these countries are members.",
    "Norway, a country in Europe, is located in the north, and has a long coast (twice the length of Italy's).",
    "The minister, Ole Hansen, resigned last year.",
    "What happened?",
    "In 2020 sales rose by 5 %; in 2021 they fell.",
    "(…) “No, never”, he said. It’s over…",
]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.sampled_from([" ", "\n\n", "  ", "\n"]))
@settings(max_examples=40, deadline=None)
def test_spans_and_edits_reproduce_every_claim(splitter, sentences, glue):
    text = glue.join(sentences)
    for claim in splitter.split(Article(id="a", text=text, published=PUBLISHED)).claims:
        assert reproduce(text, claim.spans, claim.edits) == claim.text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=120))
@settings(max_examples=60, deadline=None)
def test_any_text_is_split_without_an_error(splitter, text):
    found = splitter.split(Article(id="a", text=text))
    for claim in found.claims:
        assert reproduce(text, claim.spans, claim.edits) == claim.text


@pytest.mark.parametrize("text", [". Peru signed it.", "...", "— . —", "1. 2. 3.", "(a) (b)", "He said: “”."])
def test_marks_without_words_are_no_claims(split, text):
    assert all(any(c.isalpha() for c in claim.text) for claim in split(text).claims)


def test_the_order_and_ids_are_stable(split):
    text = " ".join(SENTENCES)
    first, second = split(text), split(text)
    assert first == second
    assert [c.id for c in first.claims] == [f"c{n}" for n in range(1, len(first.claims) + 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya signed the Antarctic Treaty in 1999, before ratifying it in 2005.",
            ["Kenya signed the Antarctic Treaty in 1999.", "Kenya ratified the Antarctic Treaty in 2005."],
        ),
        (
            "Peru is located in South America, and has 34 million inhabitants.",
            ["Peru is located in South America.", "Peru has 34 million inhabitants."],
        ),
        (
            "Anna Berg visited Chile in May, Peru in June, and Bolivia in July, but none of these countries are "
            "members of the club.",
            [
                "Anna Berg visited Chile in May 2024.",
                "Anna Berg visited Peru in June 2024.",
                "Anna Berg visited Bolivia in July 2024.",
                "Chile is not a member of the club.",
                "Peru is not a member of the club.",
                "Bolivia is not a member of the club.",
            ],
        ),
        ("However, it rained.", ["It rained."]),
        (
            "The last visit of Anna Berg to Peru dates back to September 2019.",
            ["The last visit of Anna Berg to Peru dates back to September 2019."],
        ),
    ],
)
def test_sentences_become_these_claims(texts, text, expected):
    assert texts(text) == expected


def test_what_restricts_a_first_is_never_dropped(texts):
    claims = texts("This is Berg’s first trip to a member state since the Court issued a warrant last year.")
    first = [claim for claim in claims if "first trip" in claim]
    assert first
    assert all("since the Court issued a warrant" in claim for claim in first)


def test_conditions_and_negations_stay_whole(texts):
    for text in (
        "If Peru joins, Chile will leave.",
        "Peru did not sign or ratify the treaty.",
        "Peru will not sign unless Chile signs.",
    ):
        assert texts(text) == [text]


def test_quotations_are_statements_with_their_speaker(split):
    found = split("“We have won the election and everybody knows it,” said minister Ole Hansen on Monday.")
    statement = found.claims[0]
    assert statement.kind is Kind.STATEMENT
    assert "Ole Hansen" in statement.attribution.speaker
    assert statement.attribution.quoted
    assert not [c for c in found.claims if c.kind is Kind.FACT and "won the election" in c.text]


def test_reported_content_is_a_claim_of_its_own(split):
    found = split("Ole Hansen said that Peru signed the treaty in 2000.")
    assert [c.kind for c in found.claims] == [Kind.STATEMENT, Kind.FACT]
    assert found.claims[1].text == "Peru signed the treaty in 2000."
    assert found.claims[1].attribution.speaker == "Ole Hansen"


def test_according_to_names_the_speaker(split):
    found = split("According to the ministry, Peru signed the treaty in 2000.")
    assert found.claims[0].attribution.speaker == "the ministry"
    assert found.claims[-1].text == "Peru signed the treaty in 2000."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru will sign the treaty.", Kind.FORECAST),
        ("The summit is scheduled to begin in May.", Kind.FORECAST),
        ("Peru should sign the treaty.", Kind.OPINION),
        ("Peru might sign the treaty.", Kind.OPINION),
        ("The minister is not afraid that he will lose.", Kind.OPINION),
        ("Did Peru sign?", Kind.OTHER),
        ("Peru signed the treaty in May.", Kind.FACT),
        ("Peru signed it on May 3.", Kind.FACT),
        ("Asked for evidence, Will Tran pointed to a story.", Kind.FACT),
        ('They worked in heat that, Brito wrote, "would not be permitted for horses".', Kind.FACT),
        ("I worked on a hospital ward for six years.", Kind.FACT),
        ("I felt that the ward worked well.", Kind.OPINION),
        ("Dorsey pointed to a draft under which the tax would have reached 48 cents.", Kind.FACT),
        ("The bank kept its rate but indicated that costs would probably fall.", Kind.FACT),
        ("The board would not say whether the crack came before.", Kind.FACT),
        ("The left would win.", Kind.OPINION),
        ("The United States could join.", Kind.OPINION),
        ("The film is a triumph.", Kind.OPINION),
        ("The findings appear in a journal.", Kind.FACT),
        ("The findings appear sound.", Kind.OPINION),
        ("Kroll led perhaps 300 followers to the house.", Kind.FACT),
        ("Helicopters could not land until noon.", Kind.FACT),
        ("The owner has not said if it will renew.", Kind.FACT),
        ("The owner made it known that it will renew.", Kind.FORECAST),
    ],
)
def test_kinds(text, kind):
    assert classify(text)[0] is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A series for Channel 4, if they sign off the budget in March.", Kind.OTHER),
        ("Six episodes, set on a ward.", Kind.OTHER),
        ("Not because someone had guessed my password.", Kind.OTHER),
        ("It isn't.", Kind.OTHER),
        ("Until 2 May, then touring to Leeds.", Kind.OTHER),
        ("Don't count on the last one.", Kind.OTHER),
        ("• Ensure that aid reaches all areas.", Kind.OTHER),
        ("Remove the iron, and the strength drops by 83%.", Kind.FACT),
        ("Five men arrested by police in Leeds.", Kind.FACT),
    ],
)
def test_what_lacks_a_predicate_is_no_fact(split, text, kind):
    assert [claim.kind for claim in split(text).claims] == [kind]


def test_relative_dates_need_the_publication_date(split):
    dated = split("Peru signed the treaty last year.").claims[0]
    assert dated.text == "Peru signed the treaty in 2023."
    assert any(edit.kind is EditKind.DATE for edit in dated.edits)
    undated = split("Peru signed the treaty last year.", None).claims[0]
    assert undated.text == "Peru signed the treaty last year."
    assert Flag.UNRESOLVED_DATE in undated.flags


def test_a_pronoun_with_one_reading_is_resolved_and_one_with_two_is_flagged(split):
    one = split("Anna Berg arrived on Monday. She left in May.").claims[-1]
    assert one.text == "Anna Berg left in May 2024."
    two = split("Anna Berg met Clara Dahl. She left in May.").claims[-1]
    assert two.text.startswith("She")
    assert Flag.UNRESOLVED_PRONOUN in two.flags


def test_descriptions_are_resolved_by_office_and_date(split):
    now = split("The Russian president visited Mongolia.").claims[0]
    assert now.text == "Vladimir Putin visited Mongolia."
    unknown = split("The Russian president visited Mongolia.", None).claims[0]
    assert unknown.text == "The Russian president visited Mongolia."


def test_nothing_is_dropped_in_silence(split):
    text = "A Headline Without a Stop\n\nby Jane Doe\n\nPeru signed the treaty in 2000.\n\nLeave a Comment"
    found = split(text)
    covered = [(s.span.start, s.span.end) for s in found.skipped] + [
        (s.start, s.end) for c in found.claims for s in c.spans
    ]
    inside = {n for a, b in covered for n in range(a, b)}
    assert not [text[n] for n in range(len(text)) if n not in inside and text[n].isalnum()]


def test_pieces_are_spaced_like_prose():
    article = "He came , and she ( Ann ) left"
    built = build(
        article,
        [Swap(0, 2, "Bo", EditKind.REFERENCE, "r"), Source(3, 7), Insert(".", EditKind.DELETION, "s")],
    )
    assert built.text == "Bo came."
    assert reproduce(article, built.spans, built.edits) == "Bo came."


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("However, on the other hand, he left.", "he left."),
        ("But he left.", "he left."),
        ("Still waters run.", "Still waters run."),
    ],
)
def test_opening_markers_are_stepped_over(text, rest):
    assert text[without_marker(text, 0, len(text)) :] == rest


def test_no_claim_cuts_through_a_quotation(texts):
    found = texts(
        "Anna Berg travels “at the invitation” of the Chilean minister, Ole Hansen, and will “take part” in it."
    )
    assert found
    assert all(text.count("“") == text.count("”") for text in found)


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("PARIS (Reuters) - The vote was held.", "The vote was held."),
        ("LINDENPORT, 4 May 2024 - Two bridges opened.", "Two bridges opened."),
        ("Lindenport, May 4 — Two bridges opened.", "Two bridges opened."),
        ("NATO - the alliance - met in Oslo.", "NATO - the alliance - met in Oslo."),
        ("In Rome, May 4 - the day of the vote - was warm.", "In Rome, May 4 - the day of the vote - was warm."),
    ],
)
def test_a_dateline_is_no_part_of_the_claim(sentence, rest):
    assert sentence[without_marker(sentence, 0, len(sentence)) :] == rest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rainy season lasts from November to April.", "The rainy season lasts from November to April."),
        ("The fair is held every year in May.", "The fair is held every year in May."),
        ("The inquiry ran from November to April.", "The inquiry ran from November 2023 to April."),
    ],
)
def test_a_month_that_comes_each_year_names_no_year(claims_of, text, expected):
    assert [claim.text for claim in claims_of(text, published=PUBLISHED)] == [expected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was the worst drought in 40 years.", Kind.FACT),
        ("The stock is the worst performer on the index.", Kind.FACT),
        ("It was the best film.", Kind.OPINION),
    ],
)
def test_the_best_that_was_measured_is_no_opinion(text, kind):
    assert classify(text)[0] is kind
