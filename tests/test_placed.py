"""Superlatives, anniversaries, the first to do so, only some of those named, and nouns with several qualifiers."""

from datetime import date

import pytest

from verifier.corpus.load import load_corpus
from verifier.records import Claim, Kind, Stance
from verifier.verdict.exact import ExactChecker

YES, NO, OPEN = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL
DAY = date(2024, 8, 30)
TOML = """\
name = "peaks"
as_of = 2025-01-01
[[table]]
name = "ranges"
key = "name"
kind = "range"
[[table]]
name = "peaks"
key = "name"
kind = "mountain"
columns = { height = "number", range = "ref range", climbed = "date", listed = "flag", guests = "series" }
[[table.relation]]
name = "height"
nature = "quantity"
value = "height"
unit = "m"
sizes = ["the height"]
ranked = "listed"
complete = true
sentence = "{name} is {height} metres high."
wordings = ["{name} is {height} metres high"]
[[table.relation]]
name = "guests"
nature = "quantity"
value = "guests"
unit = "people"
sizes = ["the population"]
sentence = "{name} has about {guests} guests a year."
wordings = ["{name} has {guests} guests"]
[[table.relation]]
name = "lies_in"
nature = "attribute"
complete = true
sentence = "{name} is in the {range}."
wordings = ["{name} is in {range}", "{name} is a mountain in {range}"]
[[table.relation]]
name = "climbed"
nature = "functional"
at = "climbed"
requires = ["climbed"]
complete = true
sentence = "{name} was climbed on {climbed}."
wordings = ["{name} was climbed", "the climbing of {name} took place"]
"""
ROWS = """\
name,height,range,climbed,listed,guests
Harn Peak,3950,Ostra Range,1871-08-14,yes,2022:900
Mount Keld,3400,Ostra Range,1850-07-01,yes,2022:910
Mount Vell,3410,Ostra Range,1861-07-02,yes,2022:100
Sorrow Point,3990,Ostra Range,,no,2022:50
Tarn Peak,2100,Low Hills,1801-09-09,yes,2022:5000
"""


@pytest.fixture(scope="module")
def peaks(tmp_path_factory):
    folder = tmp_path_factory.mktemp("peaks")
    (folder / "corpus.toml").write_text(TOML)
    (folder / "ranges.csv").write_text("name\nOstra Range\nLow Hills\n")
    (folder / "peaks.csv").write_text(ROWS)
    return asking(load_corpus(folder))


@pytest.fixture(scope="module")
def icc_says(icc):
    return asking(icc)


def asking(corpus):
    checker = ExactChecker(corpus)

    def ask(text):
        finding = checker.check(Claim(id="c", text=text, kind=Kind.FACT, spans=()), DAY)
        return finding.stance if finding else None

    return ask


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Harn Peak is the highest mountain in the Ostra Range.", YES),
        ("The highest mountain in the Ostra Range is Harn Peak.", YES),
        ("The Ostra Range's highest mountain is Harn Peak.", YES),
        ("Tarn Peak is the highest mountain in the Low Hills.", YES),
        ("Tarn Peak is the highest mountain.", NO),
        ("Tarn Peak is the lowest mountain.", YES),
        ("Harn Peak is the second-highest mountain in the Ostra Range.", NO),
        ("Mount Vell is the second-highest mountain in the Ostra Range.", OPEN),  # 10 metres: surveys differ by as much
        ("Mount Vell is the 4th highest mountain in the Ostra Range.", NO),
        ("Sorrow Point is the highest mountain in the Ostra Range.", OPEN),  # is not among those that are ranked
        ("Harn Peak is the most populous mountain in the Ostra Range.", OPEN),  # a list that may lack some
        ("Harn Peak is the most populous mountain.", NO),  # and one that is known to have more
        ("Harn Peak is the finest mountain in the Ostra Range.", None),
        ("Harn Peak is one of the highest mountains in the Ostra Range.", None),
        ("In 1971 Harn Peak marked the 100th anniversary of being climbed.", YES),
        ("1971 marked the 100th anniversary of the climbing of Harn Peak.", YES),
        ("The 150th anniversary of the climbing of Mount Keld fell on 1 July 2000.", YES),
        ("The 150th anniversary of the climbing of Mount Keld fell on 2 July 2000.", NO),
        ("The fiftieth anniversary of the climbing of Mount Keld was in 1901.", NO),
        ("2001 marked 200 years since Tarn Peak was climbed.", YES),
        ("2001 marked 100 years since Tarn Peak was climbed.", NO),
        ("Mount Keld was climbed in 1850, the first mountain to be climbed.", None),
    ],
)
def test_places_among_mountains(peaks, text, stance):
    assert peaks(text) is stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Nigeria is Africa's most populous country.", YES),
        ("Egypt is Africa's most populous country.", NO),
        ("Algeria is the largest country in Africa.", YES),
        ("Nigeria is the largest country in Africa.", OPEN),  # by people, not by area
        ("Angola is the largest country in Africa.", NO),
        ("The world's largest landlocked country is Kazakhstan.", YES),
        ("Mongolia is the largest landlocked country.", NO),
        ("Algeria is Africa's largest country by area, followed by the Democratic Republic of the Congo.", YES),
        ("Algeria is Africa's largest country by area, followed by Sudan.", NO),
        ("Sudan is Africa's largest country by area, followed by Algeria.", NO),
        ("Kazakhstan is the largest landlocked country, followed by Mongolia.", YES),
        ("Canada is the largest country in North America.", YES),  # Greenland is no country of its own
        ("Canada is the ICC's largest member by area.", YES),
        ("Brazil is the largest member of the ICC by population.", NO),
        ("India is the most populous country in the world.", OPEN),  # the two first are near each other
        ("In April 2012 Mongolia marked the tenth anniversary of its ratification of the Rome Statute.", YES),
        ("In April 2013 Mongolia marked the tenth anniversary of its ratification of the Rome Statute.", NO),
        ("In 2022 Mongolia marked 20 years as a member of the ICC.", YES),
        ("In 2021 Mongolia marked 20 years as a member of the ICC.", NO),
        ("On 27 October 2022, Burundi marked five years since leaving the ICC.", YES),
        ("This year marks the 24th anniversary of Russia's signature of the Rome Statute.", YES),
        ("Mongolia celebrated the 20th anniversary of joining the ICC in 2022.", OPEN),  # who keeps it is in no table
        ("Mongolia celebrated the 20th anniversary of joining the ICC in 2020.", NO),
        ("Russia withdrew its signature from the Rome Statute on 16 November 2016.", YES),
        ("Russia withdrew its signature from the Rome Statute in 2014.", NO),
        ("Sudan told the United Nations in 2008 that it did not intend to become a party to the Rome Statute.", YES),
        ("Sudan told the United Nations in 2008 that it intended to become a party to the Rome Statute.", NO),
        ("Armenia announced that it would ratify the Rome Statute.", OPEN),
        ("Burundi left the ICC in 2017, the first country to do so.", YES),
        ("Burundi left the ICC in October 2017, becoming the second country to do so.", NO),
        ("The Philippines left the ICC in 2019, the first country to do so.", NO),
        ("The Philippines left the ICC in 2018, the second country to do so.", NO),
        ("Of China, Russia and Mongolia, only Mongolia is a member of the ICC.", YES),
        ("Among China, Japan and Mongolia, only Japan and Mongolia are members of the ICC.", YES),
        ("Of China, Japan and Mongolia, only Mongolia is a member of the ICC.", NO),
        ("Mongolia is a landlocked country of 3.4 million people between Russia and China.", YES),
        ("Mongolia is a landlocked country of 3.4 million people between Russia and Kazakhstan.", NO),
        ("Mongolia is a landlocked country of 30 million people between Russia and China.", NO),
        ("San Marino, with about 34,000 people, has been a member of the ICC since 2002.", YES),
        ("San Marino, with about 340,000 people, has been a member of the ICC since 2002.", NO),
        ("Of Chad's neighbours, Libya and Sudan are not members of the ICC.", YES),
        ("Of Chad's neighbours, Libya and Niger are not members of the ICC.", NO),
        ("Of Chad's neighbours, Libya and China are not members of the ICC.", NO),  # China is none
        ("Of the three countries China, Japan and India, only Japan is a member of the ICC.", YES),
        ("Of the three nuclear powers China, Russia and France, only France is a member of the ICC.", None),
        ("Of the four countries China, Japan and Mongolia, only Japan is a member of the ICC.", None),
    ],
)
def test_places_among_states(icc_says, text, stance):
    assert icc_says(text) is stance
