"""The exact checker on claims about the bundled corpus: true ones, altered ones, and those it must leave alone."""

from datetime import date

import pytest

from verifier.records import Claim, Kind, Stance
from verifier.verdict.exact import ExactChecker

YES, NO, OPEN = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL
SUMMER_2024 = date(2024, 8, 30)


@pytest.fixture(scope="module")
def check(icc):
    checker = ExactChecker(icc)

    def ask(text, day=SUMMER_2024):
        finding = checker.check(Claim(id="c", text=text, kind=Kind.FACT, spans=()), day)
        return finding.stance if finding else None

    return ask


CLAIMS = [
    # membership, true and altered
    ("Japan is a member of the International Criminal Court.", YES),
    ("Japan is not a member of the International Criminal Court.", NO),
    ("India is a member of the ICC.", NO),
    ("India isn't a member of the ICC.", YES),
    ("The United States is a State party to the Rome Statute.", NO),
    ("The U.S. is not a party to the Rome Statute.", YES),
    ("Türkiye is a member state of the International Criminal Court (ICC).", NO),
    ("Turkey is not a member of the ICC.", YES),
    ("Palestine is a member of the ICC.", YES),
    ("Israel is a member of the ICC.", NO),
    ("Kazakhstan has been a member of the ICC since 2005.", NO),
    ("Mongolia has been a member of the ICC since 2002.", YES),
    ("Mongolia has been a member of the ICC since 2003.", NO),
    # status at dates
    ("Burundi is a member of the ICC.", NO),
    ("Burundi was a member of the ICC in 2015.", YES),
    ("The Philippines is a member of the ICC.", NO),
    ("The Philippines left the ICC in 2019.", YES),
    ("The Philippines left the ICC in 2018.", NO),
    ("The Gambia is a member of the ICC.", YES),
    ("South Africa has withdrawn from the ICC.", NO),
    ("Ukraine is a member of the ICC.", NO),
    # signatures and ratifications
    ("Mongolia signed the Rome Statute in December 2000.", YES),
    ("Mongolia signed the Rome Statute in November 2000.", NO),
    ("Mongolia ratified the Rome Statute on 11 April 2002.", YES),
    ("Mongolia ratified the Rome Statute on 12 April 2002.", NO),
    ("Mongolia did not ratify the Rome Statute.", NO),
    ("Russia signed the Rome Statute in 2000.", YES),
    ("Russia ratified the Rome Statute.", NO),
    ("Russia never ratified the Rome Statute.", YES),
    ("China signed the Rome Statute.", NO),
    ("China has never signed the Rome Statute.", YES),
    ("Slovakia never joined the ICC.", NO),
    # warrants
    ("The ICC issued an arrest warrant against Vladimir Putin on 17 March 2023.", YES),
    ("The ICC issued an arrest warrant against Vladimir Putin on 17 May 2023.", NO),
    ("The International Criminal Court issued an arrest warrant for Maria Lvova-Belova in 2023.", YES),
    ("The International Criminal Court issued an arrest warrant for Maria Lvova-Belova in 2021.", NO),
    # travel: another date of a visit is not refuted, since visits are not listed completely
    ("Vladimir Putin visited China in May 2024.", YES),
    ("Vladimir Putin visited China in May 2022.", OPEN),
    ("Vladimir Putin visited Brazil in May 2024.", OPEN),
    ("Antony Blinken visited Mongolia in August 2024.", YES),
    ("Vladimir Putin skipped the G20 summit in India in September 2023.", YES),
    ("Vladimir Putin attended the G20 summit in India in September 2023.", NO),
    ("Vladimir Putin attended the BRICS summit in South Africa.", NO),
    # offices
    ("Vladimir Putin is the President of Russia.", YES),
    ("Antony Blinken is the U.S. Secretary of State.", YES),
    ("Ukhnaa Khurelsukh is the President of Mongolia.", YES),
    # countries
    ("Mongolia is a landlocked country.", YES),
    ("Japan is landlocked.", NO),
    ("Mongolia borders Russia.", YES),
    ("Mongolia borders Kazakhstan.", NO),
    ("Mongolia lies between Russia and China.", YES),
    ("Mongolia lies between Russia and Japan.", NO),
    ("Mongolia is located in East Asia.", YES),
    ("Mongolia is located in Africa.", NO),
    ("The capital of Mongolia is Ulaanbaatar.", YES),
    ("Ulaanbaatar is the capital of Mongolia.", YES),
    ("Astana is the capital of Mongolia.", NO),
    ("Mongolia has about 3.4 million inhabitants.", YES),
    ("Mongolia has about 34 million inhabitants.", NO),
    ("Mongolia has 4 million inhabitants.", OPEN),
    ("Mongolia is larger than France.", YES),
    ("Mongolia is smaller than France.", NO),
    ("Mongolia has more inhabitants than France.", NO),
    ("France has a far larger population than Mongolia.", YES),
    ("Mongolia is less populous than France.", YES),
    ("Mongolia has twice as many people as France.", NO),
    ("Mongolia is about three times the size of France.", YES),
    ("Mongolia is about eight times the size of France.", NO),
    ("France is three times the size of Mongolia.", NO),
    ("Russia invaded Ukraine in February 2022.", YES),
    # half-read, hedged, ambiguous: nothing may be decided
    ("Mongolia may leave the ICC.", None),
    ("Mongolia is the first Asian member of the ICC.", OPEN),
    ("Mongolia's neighbour is a member of the ICC.", None),
    ("Mongolia is a member of the ICC and a friend of Russia.", None),
    ("Experts say Mongolia is a member of the ICC.", None),
    ("If Mongolia is a member of the ICC, it must arrest Putin.", None),
    ("Congo is a member of the ICC.", OPEN),
    ("Korea is a member of the ICC.", OPEN),
    ("Mongolia signed the Rome Statute in 2000 and 2002.", None),
    ("It is not true that Mongolia is not a member of the ICC.", None),
    # names that look alike
    ("Niger is a member of the ICC.", YES),
    ("Nigeria is a member of the ICC.", YES),
    ("North Korea is a member of the ICC.", NO),
    ("South Korea is a member of the ICC.", YES),
    ("Guinea is a member of the ICC.", YES),
    ("Guinea-Bissau is a member of the ICC.", NO),
    ("Equatorial Guinea is a member of the ICC.", NO),
    ("Dominica is a member of the ICC.", YES),
    ("The Dominican Republic is a member of the ICC.", YES),
    ("The Democratic Republic of the Congo is a member of the ICC.", YES),
]


@pytest.mark.parametrize(("text", "stance"), CLAIMS, ids=[text for text, _ in CLAIMS])
def test_claims_of_the_summer_of_2024(check, text, stance):
    assert check(text) is stance


@pytest.mark.parametrize(
    ("text", "day", "stance"),
    [
        ("Armenia is a member of the ICC.", date(2023, 7, 1), NO),
        ("Armenia is a member of the ICC.", date(2024, 8, 1), YES),
        ("Ukraine is a member of the ICC.", date(2025, 2, 1), YES),
        ("Burundi is a member of the ICC.", date(2017, 10, 26), YES),
        ("Burundi is a member of the ICC.", date(2017, 10, 27), NO),
        ("Hungary is a member of the ICC.", date(2025, 12, 31), YES),
        ("Malaysia is a member of the ICC.", date(2019, 7, 1), NO),
        ("The ICC issued an arrest warrant against Vladimir Putin.", date(2023, 3, 16), OPEN),  # no complete list
        ("The ICC issued an arrest warrant against Vladimir Putin.", date(2023, 3, 17), YES),
        ("Vladimir Putin visited Mongolia in September 2024.", date(2024, 8, 30), OPEN),
    ],
)
def test_the_same_claim_on_other_days(check, text, day, stance):
    assert check(text, day) is stance


def test_findings_show_their_steps_and_rows(icc):
    finding = ExactChecker(icc).check(
        Claim(id="c", text="China is a member of the ICC.", kind=Kind.FACT, spans=()), SUMMER_2024
    )
    assert any("199 entries" in step for step in finding.derivation)
    assert any("complete" in step for step in finding.derivation)
    assert "China is not a State party" in finding.passages[0].text


def test_the_corpus_horizon_is_told(icc):
    claim = Claim(id="c", text="Japan is a member of the ICC.", kind=Kind.FACT, spans=())
    finding = ExactChecker(icc).check(claim, date(2030, 1, 1))
    assert any(str(icc.as_of) in step for step in finding.derivation)


def test_opening_words_change_nothing(check):
    assert check("So far, only Burundi and the Philippines have left the International Criminal Court.") is YES
    assert check("To date only Burundi has left the International Criminal Court.") is NO


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("France is one of the ICC's 124 members.", YES),
        ("France is one of the International Criminal Court’s 120 members.", NO),
        ("China is one of the 124 members of the ICC.", NO),
        ("Kenya is among the Court’s 124 member states.", YES),
    ],
)
def test_one_of_so_many_is_a_membership_and_a_count(check, text, stance):
    assert check(text) is stance
