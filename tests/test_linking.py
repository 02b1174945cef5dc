"""Which names are which: aliases, slips, and names that several things bear; what is unclear is left open and told."""

from datetime import date

import pytest

from verifier.corpus.load import load_corpus
from verifier.facts import Entity
from verifier.records import Claim, Kind, Stance
from verifier.text import tokenize
from verifier.verdict.exact import ExactChecker
from verifier.verdict.mentions import Linker

YES, NO, OPEN = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL
SUMMER_2024 = date(2024, 8, 30)


@pytest.fixture(scope="module")
def find(icc):
    checker = ExactChecker(icc)
    return lambda text: checker.check(Claim(id="c", text=text, kind=Kind.FACT, spans=()), SUMMER_2024)


def stance(finding):
    return finding.stance if finding else None


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("The Democratic Republic of the Congo", YES), ("DR Congo", YES), ("Congo-Brazzaville", YES),
        ("The Republic of the Congo", YES), ("Guinea", YES), ("Guinea-Bissau", NO), ("Guinea Bissau", NO),
        ("Equatorial Guinea", NO), ("North Korea", NO), ("South Korea", YES), ("The Republic of Korea", YES),
        ("Niger", YES), ("Nigeria", YES), ("Dominica", YES), ("The Dominican Republic", YES), ("Georgia", YES),
        ("Sudan", NO), ("South Sudan", NO), ("Samoa", YES), ("American Samoa", NO),
    ],
)  # fmt: skip
def test_names_that_look_alike_are_kept_apart(find, name, member):
    assert stance(find(f"{name} is a member of the ICC.")) is member


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("Congo", ("Democratic Republic of the Congo", "Republic of the Congo")),
        ("Korea", ("North Korea", "South Korea")),
        ("Nigera", ("Niger", "Nigeria")),
        ("Slovania", ("Slovakia", "Slovenia")),
    ],
)
def test_an_unclear_name_is_left_open_and_told(find, name, choices):
    finding = find(f"{name} is a member of the ICC.")
    assert finding.stance is OPEN
    assert all(choice in finding.derivation[0] for choice in choices)


@pytest.mark.parametrize(
    ("name", "meant"), [("Mongola", "Mongolia"), ("Phillipines", "Philippines"), ("Azerbaidjan", "Azerbaijan")]
)
def test_a_slip_is_read_and_told(find, name, meant):
    finding = find(f"{name} signed the Rome Statute.")
    assert finding.stance is not OPEN
    assert finding.derivation[0] == f"'{name}' read as {meant}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Mongolian ratification of the Rome Statute took place in 2002.", YES),
        ("The Mongolian ratification of the Rome Statute took place in 2003.", NO),
        ("The Mongolian capital is Ulaanbaatar.", YES),
        ("The Congolese ratification of the Rome Statute took place in 2002.", OPEN),  # two countries
        ("Mongolians ratified the Rome Statute.", None),  # people are no State
        ("The Mongolian signed the Rome Statute.", None),
    ],
)
def test_a_demonym_stands_for_its_country_before_a_noun_only(find, text, expected):
    assert stance(find(text)) is expected


@pytest.mark.parametrize(
    "name", ["Malo", "Wakanda", "Germans", "Croatians", "New Mongolia", "Mongolia Airlines", "Seoul"]
)
def test_other_names_are_not_bent_into_known_ones(find, name):
    assert find(f"{name} is a member of the ICC.") is None


STATES = """\
name = "states"
as_of = 2025-01-01
[[table]]
name = "places"
key = "name"
aliases = ["aliases"]
columns = { joined = "date" }
[[table.relation]]
name = "member"
nature = "state"
begins = "joined"
complete = true
universe = ["places"]
sentence = "{name} has been a member of the Bureau since {joined}."
wordings = ["{name} is a member of the Bureau"]
"""


def test_a_name_that_two_rows_bear_is_unclear_and_a_declared_capital_is_a_name(tmp_path):
    (tmp_path / "corpus.toml").write_text(STATES)
    rows = "Republic of Georgia,Georgia; Tbilisi,2001-01-01\nState of Georgia,Georgia,\nKorea,,2002-02-02\n"
    (tmp_path / "places.csv").write_text("name,aliases,joined\n" + rows)
    checker = ExactChecker(load_corpus(tmp_path))

    def ask(text):
        return stance(checker.check(Claim(id="c", text=text, kind=Kind.FACT, spans=()), SUMMER_2024))

    assert ask("Georgia is a member of the Bureau.") is OPEN
    assert ask("The Republic of Georgia is a member of the Bureau.") is YES
    assert ask("The State of Georgia is a member of the Bureau.") is NO
    assert ask("Tbilisi is a member of the Bureau.") is YES
    assert ask("Seoul is a member of the Bureau.") is None


def test_a_misspelt_run_is_read_whole_or_not_at_all():
    linker = Linker(
        [Entity("country:mongolia", "country", ("Mongolia",)), Entity("country:peru", "country", ("Peru",))]
    )
    assert [m.misspelt for m in linker.link(tokenize("Mongola and Peru"))] == [True, False]
    assert linker.link(tokenize("Mongola Airlines")) == []


def test_a_thing_that_a_corpus_is_about_is_named_by_its_noun_alone():
    entities = [Entity("b:l", "b", ("the Coast League",)), Entity("b:o", "b", ("the River Board",))]
    tokens = tokenize("Alvik joined the league, a league of towns, not the board.")
    linker = Linker(entities, constants={"b:l"})
    assert [(m.first, m.entities) for m in linker.definite(tokens)] == [(3, frozenset({"b:l"}))]


def test_a_noun_that_ends_two_names_stands_for_neither():
    entities = [Entity("b:l", "b", ("the Coast League",)), Entity("b:o", "b", ("the River League",))]
    assert not Linker(entities, constants={"b:l"}).definite(tokenize("Alvik joined the league."))
