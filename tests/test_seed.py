"""The user's article from end to end: what it must yield, and what an altered copy must yield instead."""

from datetime import date

import pytest

from verifier.records import Article, Kind, Label, reproduce

PUBLISHED = date(2024, 8, 30)

SUPPORTED = [
    "Mongolia is a member state of the International Criminal Court.",
    "Mongolia signed the Rome Statute in 2000.",
    "Mongolia ratified the Rome Statute in 2002.",
    "The ICC issued an arrest warrant against Vladimir Putin in 2023.",
    "Each member state of the ICC is obligated to arrest anyone on its territory who is subject to an ICC arrest "
    "warrant.",
    "Vladimir Putin visited China in May 2024.",
    "Vladimir Putin visited North Korea in June 2024.",
    "Vladimir Putin visited Azerbaijan in mid-August 2024.",
    "China is not a member of the ICC.",
    "North Korea is not a member of the ICC.",
    "Azerbaijan is not a member of the ICC.",
    "Vladimir Putin missed the BRICS summit in South Africa in August 2023.",
    "Vladimir Putin missed the G20 summit in India in September 2023.",
    "The last visit of Vladimir Putin to Mongolia dates back to September 2019.",
    "Russia’s invasion of Ukraine was launched in February 2022.",
    "Mongolia is landlocked between Russia and China.",
    "Mongolia is located in East Asia.",
    "Mongolia has only 3.4 million inhabitants.",
    "Mongolia is three times the size of France.",
    "In early August 2024, Antony Blinken visited Ulaanbaatar.",
    "Maria Lvova-Belova is the commissioner for children’s rights.",
]

ALTERED = [
    ("Mongolia signed the Rome Statute in 2000", "Mongolia signed the Rome Statute in 1999", "in 1999."),
    ("ratifying it in 2002", "ratifying it in 2004", "in 2004."),
    (
        "warrant against the Russian leader last year",
        "warrant against the Russian leader two years ago",
        "in 2022.",
    ),
    (
        "and Azerbaijan in mid-August, but none",
        "and Tajikistan in mid-August, but none",
        "Tajikistan is not a member",
    ),
    ("missing the BRICS", "attending the BRICS", "attended the BRICS summit in South Africa"),
    ("is located in East Asia", "is located in West Africa", "located in West Africa"),
    (
        "landlocked between Russia and China",
        "landlocked between Russia and Kazakhstan",
        "between Russia and Kazakhstan",
    ),
    ("only 3.4 million", "only 9.4 million", "9.4 million"),
    ("three times the size of France", "six times the size of France", "six times"),
    ("launched in February 2022", "launched in March 2023", "in March 2023."),
    ("dates back to September 2019", "dates back to September 2021", "September 2021"),
]


@pytest.fixture(scope="module")
def verify(pipeline):
    def run(text):
        return pipeline.verify([Article(id="seed", text=text, published=PUBLISHED)], date(2030, 1, 1))[0]

    return run


@pytest.fixture(scope="module")
def report(seed_report):
    return seed_report


def label_of(report, part):
    found = [c.verdict.label for c in report.claims if part in c.claim.text]
    assert found, f"no claim with '{part}'"
    return found[0]


@pytest.mark.parametrize("text", SUPPORTED)
def test_the_article_yields_its_true_claims(report, text):
    verdicts = {c.claim.text: c.verdict for c in report.claims}
    assert verdicts[text].label is Label.SUPPORTED
    assert verdicts[text].evidence
    assert verdicts[text].as_of == PUBLISHED


def test_nothing_of_the_true_article_is_refuted_or_conflicting(report):
    wrong = [c.claim.text for c in report.claims if c.verdict.label in (Label.REFUTED, Label.CONFLICTING)]
    assert wrong == []


def test_quotes_and_plans_are_kept_and_not_judged(report):
    kinds = {c.claim.kind for c in report.claims if c.verdict.label is Label.NOT_CHECKABLE}
    assert {Kind.STATEMENT, Kind.FORECAST} <= kinds
    assert all(c.verdict.label is Label.NOT_CHECKABLE for c in report.claims if c.claim.kind is not Kind.FACT)


def test_the_first_trip_keeps_its_since(report):
    trips = [c.claim.text for c in report.claims if "first trip" in c.claim.text]
    assert trips
    assert all("since" in text for text in trips)


def test_claims_point_at_the_article(report, seed_text):
    for checked in report.claims:
        assert reproduce(seed_text, checked.claim.spans, checked.claim.edits) == checked.claim.text


@pytest.mark.parametrize(("old", "new", "part"), ALTERED, ids=[new for _, new, _ in ALTERED])
def test_an_altered_fact_is_not_supported(verify, seed_text, old, new, part):
    assert old in seed_text
    paragraph = next(line for line in seed_text.splitlines() if old in line)
    context = "\n\n".join(line for line in seed_text.splitlines() if "Vladimir Putin will be arrested" in line)
    altered = f"{context}\n\n{paragraph.replace(old, new)}"
    if paragraph.startswith("On the other hand"):
        altered = f"Vladimir Putin travels little.\n\n{paragraph.replace(old, new)}"
    report = verify(altered)
    assert label_of(report, part) is not Label.SUPPORTED


def test_the_same_article_gets_the_same_verdicts_in_any_company(pipeline, report, seed_text):
    seed = Article(id="seed", text=seed_text, published=PUBLISHED)
    other = Article(id="other", text="Japan joined the ICC in 2007. France is landlocked.", published=PUBLISHED)
    together = pipeline.verify([other, seed], PUBLISHED)
    assert together[1].claims == report.claims
    assert [c.verdict.label for c in together[0].claims] == [Label.SUPPORTED, Label.REFUTED]


def test_articles_without_a_date_are_judged_for_the_given_day(pipeline):
    text = "Armenia is a member of the ICC."
    article = Article(id="a", text=text)
    labels = [pipeline.verify([article], day)[0].claims[0].verdict.label for day in (date(2023, 7, 1), PUBLISHED)]
    assert labels == [Label.REFUTED, Label.SUPPORTED]
