"""Claims about several names, with several predicates, or about how many: taken apart, answered with their steps."""

from datetime import date

import pytest

from verifier.records import Claim, Kind, Stance
from verifier.verdict.exact import ExactChecker
from verifier.verdict.lists import contrasts, lists
from verifier.verdict.mentions import Linker
from verifier.verdict.parts import words_of
from verifier.verdict.predicates import predicates

YES, NO, OPEN = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL
SUMMER_2024 = date(2024, 8, 30)


@pytest.fixture(scope="module")
def find(icc):
    checker = ExactChecker(icc)
    return lambda text, day=SUMMER_2024: checker.check(Claim(id="c", text=text, kind=Kind.FACT, spans=()), day)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        # several names
        ("Colombia, Peru and Chile are members of the ICC.", YES),
        ("Colombia, Peru and China are members of the ICC.", NO),
        ("Both Spain and Italy are ICC members.", YES),
        ("Spain and Morocco are both ICC members.", NO),
        ("Neither China nor India is a member of the ICC.", YES),
        ("Neither Kenya nor India is a member of the ICC.", NO),
        ("None of China, India and Russia is a member of the ICC.", YES),
        ("China and India are not members of the ICC.", YES),
        ("China and India are not both members of the ICC.", None),
        ("France or Germany is a member of the ICC.", None),
        ("France and Germany signed the Rome Statute in 1998 and 1999 respectively.", None),
        ("Spain and Italy have 107 million inhabitants.", None),
        # one against the other
        ("Japan, unlike China, is a member of the ICC.", YES),
        ("Unlike Japan, China is a member of the ICC.", NO),
        ("Japan but not South Korea is a member of the ICC.", NO),
        ("The capital of Mongolia is Ulaanbaatar, not Astana.", YES),
        ("The capital of Mongolia is Astana, not Ulaanbaatar.", NO),
        # several predicates
        ("Russia signed but did not ratify the Rome Statute.", YES),
        ("Mongolia signed but did not ratify the Rome Statute.", NO),
        ("Mongolia signed the Rome Statute in 2000 and ratified it in 2002.", YES),
        ("Mongolia signed the Rome Statute in 2000 and ratified it in 2003.", NO),
        ("Russia signed the Rome Statute without ever ratifying it.", YES),
        ("Mongolia signed the Rome Statute without ratifying it.", NO),
        ("Angola is a signatory of the Rome Statute but not a member of the ICC.", YES),
        ("Burundi used to be a member of the ICC but is no longer one.", YES),
        ("Japan is a member of the ICC, but China is not.", YES),
        ("Japan is a member of the ICC, and so is China.", NO),
        ("Japan is a member of the ICC and China was.", None),
        ("China is not a member of the ICC, and neither is India.", YES),
        ("Mongolia is a member of the ICC and a friend of Russia.", None),
        ("China neither signed nor ratified the Rome Statute.", YES),
        ("Russia neither signed nor ratified the Rome Statute.", NO),
        ("China has never signed or ratified the Rome Statute.", YES),
        ("Russia has never signed or ratified the Rome Statute.", NO),
        ("Mongolia has not only signed but also ratified the Rome Statute.", YES),
        ("Russia has not only signed but also ratified the Rome Statute.", NO),
        ("Mongolia, which joined the ICC in 2002, signed the Rome Statute in 2000.", YES),
        ("Mongolia, which joined the ICC in 2004, signed the Rome Statute in 2000.", NO),
        ("China, a member of the ICC, borders Mongolia.", NO),
        ("Mongolia refused to leave the ICC.", None),
        # how long
        ("Mongolia has been a member of the ICC for 22 years.", YES),
        ("Mongolia has been a member of the ICC for 30 years.", NO),
        ("Mongolia has been a member of the ICC for more than two decades.", YES),
        ("Mongolia has belonged to the ICC for less than 20 years.", NO),
        ("Burundi was a member of the ICC for 12 years.", YES),
        ("Burundi was a member of the ICC for 20 years.", NO),
        ("Burundi has been a member of the ICC for 12 years.", NO),
        ("China has been a member of the ICC for 12 years.", NO),
        ("Mongolia was a member of the ICC for 10 years.", OPEN),
        ("Mongolia has not been a member of the ICC for 30 years.", None),
        # how many
        ("The ICC has 124 member states.", YES),
        ("The ICC has 142 member states.", NO),
        ("The ICC has about 120 members.", YES),
        ("More than 120 countries are members of the ICC.", YES),
        ("More than 150 countries are members of the ICC.", NO),
        ("There are 124 States parties to the Rome Statute.", YES),
        ("The Rome Statute was signed by 139 states.", YES),
        ("Two countries have left the ICC.", YES),
        ("Five countries have left the ICC.", NO),
        ("No country has left the ICC.", NO),
        ("The ICC issued arrest warrants against 40 people.", OPEN),
        # all, none, most of a group
        ("Every country in South America is a member of the ICC.", YES),
        ("All countries in Europe are members of the ICC.", NO),
        ("None of Mongolia's neighbours is a member of the ICC.", YES),
        ("All neighbours of Mongolia are members of the ICC.", NO),
        ("Most countries in Africa are members of the ICC.", YES),
        ("No Asian country has left the ICC.", NO),
        ("33 African countries are members of the ICC.", YES),
        ("35 countries in Africa are members of the ICC.", NO),
        # the first, the nth, the last, the only
        ("Senegal was the first country to ratify the Rome Statute.", YES),
        ("Ghana was the first country to ratify the Rome Statute.", NO),
        ("The first country to ratify the Rome Statute was Senegal.", YES),
        ("Armenia became the 124th member of the ICC.", YES),
        ("Armenia became the 120th member of the ICC.", NO),
        ("Armenia became the 124th member of the ICC in 2024.", YES),
        ("Armenia became the 124th member of the ICC in 2023.", NO),
        ("Armenia is the newest member of the ICC.", YES),
        ("Mongolia was the 60th country to ratify the Rome Statute.", OPEN),  # ten deposited that day
        ("Senegal was the first African country to ratify the Rome Statute.", YES),
        ("Mongolia was the first Asian country to ratify the Rome Statute.", NO),
        ("Burundi is the only country that has left the ICC.", NO),
        ("Burundi is the only African country that has left the ICC.", YES),
        ("Only Burundi and the Philippines have left the ICC.", YES),
        ("Vladimir Putin was the first person to visit Mongolia.", OPEN),  # visits are not listed completely
    ],
)
def test_claims_of_the_summer_of_2024(find, text, stance):
    finding = find(text)
    assert (finding.stance if finding else None) is stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ICC has 33 African members.", YES),
        ("The ICC has 124 African members.", NO),
        ("There are 40 African member states in the ICC.", NO),
        ("33 of the ICC's members are African.", YES),
        ("Half of the members of the ICC are African.", NO),
        ("About a quarter of the ICC's members are African.", YES),
        ("More than half of the ICC's members are African.", NO),
        ("Most of the ICC's members are African.", NO),
        ("Around 27 % of the members of the ICC are African countries.", YES),
        ("Tunisia is the only North African member of the ICC.", YES),
        ("Egypt is the only North African member of the ICC.", NO),
        ("Kenya is the only African member of the ICC.", NO),
        ("Armenia became the ICC's 124th member.", YES),
        ("Armenia became the court's 123rd member.", NO),
        ("Armenia was the 124th country to join the ICC.", OPEN),  # 126 had ever joined, 124 were members
        ("Armenia was the 100th country to join the ICC.", NO),
        ("Half of the members of BRICS are members of the ICC.", None),
        ("All members of BRICS are members of the ICC.", None),
        ("The ICC has 33 BRICS members.", None),
    ],
)
def test_groups_are_counted_and_ranked_within(find, text, stance):
    finding = find(text)
    assert (finding.stance if finding else None) is stance


@pytest.mark.parametrize(
    ("text", "day", "stance"),
    [
        ("The ICC has 123 members.", date(2024, 1, 31), YES),
        ("The ICC has 125 members.", date(2025, 1, 1), YES),
        ("The ICC has 125 members.", date(2024, 12, 31), NO),
        ("Burundi is the only country that has left the ICC.", date(2018, 1, 1), YES),
        ("No country has left the ICC.", date(2017, 10, 26), YES),
        ("Ukraine became the 125th member of the ICC.", date(2025, 2, 1), YES),
    ],
)
def test_counts_are_of_their_day(find, text, day, stance):
    assert find(text, day).stance is stance


def test_every_part_is_shown_with_its_own_steps(find):
    finding = find("Russia signed but never ratified the Rome Statute.")
    assert finding.check == "membership.signed + membership.ratified"
    assert [step.split(":")[0] for step in finding.derivation] == [
        "Russia signed the Rome Statute", "Russia never ratified the Rome Statute",
    ]  # fmt: skip


def test_a_count_shows_whom_it_counted(find):
    finding = find("Two countries have left the ICC.")
    assert "Burundi, Philippines" in finding.derivation
    assert "Burundi, Philippines" in finding.passages[0].text


@pytest.fixture(scope="module")
def linker(icc):
    return Linker(icc.entities.values())


def test_a_city_and_its_country_are_no_list(linker):
    assert list(lists(words_of("Ulaanbaatar, Mongolia is cold.", linker))) == []


def test_names_that_are_meant_together_stay_together(linker):
    assert list(lists(words_of("Burundi and the Philippines are the only ones.", linker))) == []


def test_names_that_the_corpus_does_not_know_make_lists_too(linker):
    parts = next(lists(words_of("Alvik and Brenna are ports.", linker)))
    assert [part.text for part in parts] == ["Alvik are ports", "Brenna are ports"]


def test_a_contrast_denies_the_second_name(linker):
    one, other = next(contrasts(words_of("Japan, not China, joined.", linker)))
    assert (one.text, one.negated) == ("Japan joined", False)
    assert (other.text, other.negated) == ("China joined", True)


def test_a_pronoun_stands_for_the_object_of_the_first_half(linker):
    halves = [right.text for _, right in predicates(words_of("Russia signed the Rome Statute and left it.", linker))]
    assert "Russia left the Rome Statute" in halves
