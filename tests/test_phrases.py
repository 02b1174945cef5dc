"""The shipped lexicon reads what a corpus did not declare, and never turns one meaning into another."""

from datetime import date

import pytest

from verifier.corpus.load import load_corpus
from verifier.records import Claim, Kind, Stance
from verifier.verdict.exact import ExactChecker
from verifier.verdict.patterns import Slot, elements_of
from verifier.verdict.phrases import choices, unify

YES, NO, OPEN = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL
DAY = date(2024, 1, 1)
TOML = """\
name = "pact"
as_of = 2025-01-01
[entities.treaty]
pact = ["the Harbour Pact"]
[[table]]
name = "ports"
key = "name"
columns = { signed = "date", joined = "date", left = "date" }
[[table.relation]]
name = "signed"
nature = "functional"
at = "signed"
complete = true
sentence = "{name} signed the Harbour Pact on {signed}."
wordings = ["{name} signed {pact}"]
[[table.relation]]
name = "member"
nature = "state"
begins = "joined"
ends = "left"
requires = ["joined"]
complete = true
sentence = "{name} has been a member of the Harbour Pact since {joined}."
ended_sentence = "{name} was a member of the Harbour Pact from {joined} until {left}."
wordings = ["{name} is a member of {pact}"]
"""


@pytest.fixture(scope="module")
def check(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pact")
    (folder / "corpus.toml").write_text(TOML)
    rows = "Alvik,1990-05-01,1991-01-01,\nBrenna,1990-06-10,1992-03-01,2010-01-01\nCarlow,1990-07-01,,\n"
    (folder / "ports.csv").write_text("name,signed,joined,left\n" + rows)
    checker = ExactChecker(load_corpus(folder))

    def ask(text, day=DAY):
        finding = checker.check(Claim(id="c", text=text, kind=Kind.FACT, spans=()), day)
        return finding.stance if finding else None

    return ask


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        # one meaning, many wordings
        ("Alvik put its signature under the Harbour Pact.", YES),
        ("Alvik's signature of the Harbour Pact dates from 1990.", YES),
        ("Alvik's signature of the Harbour Pact dates from 1989.", NO),
        ("Alvik counts among the signatories to the Harbour Pact.", YES),
        ("The Harbour Pact counts Alvik among its members.", YES),
        ("The Harbour Pact counts Brenna among its members.", NO),
        ("Alvik is one of the Harbour Pact's member states.", YES),
        ("Alvik remains outside the Harbour Pact.", NO),
        ("Alvik acceded to the Harbour Pact in 1991.", YES),
        ("Brenna walked out of the Harbour Pact in 2010.", YES),
        ("Brenna walked out of the Harbour Pact in 2011.", NO),
        ("Brenna gave up its membership of the Harbour Pact.", YES),
        # denial without "not"
        ("Carlow has yet to join the Harbour Pact.", YES),
        ("Alvik has yet to join the Harbour Pact.", NO),
        ("Carlow failed to join the Harbour Pact.", YES),
        ("Alvik is no member of the Harbour Pact.", NO),
        ("Carlow has at no time been a member of the Harbour Pact.", YES),
        # what is over
        ("Brenna is a former member of the Harbour Pact.", YES),
        ("Brenna used to be a member of the Harbour Pact.", YES),
        ("Brenna is not a member of the Harbour Pact any more.", YES),
        ("Alvik is a former member of the Harbour Pact.", NO),
        ("Carlow is no longer a member of the Harbour Pact.", OPEN),
        ("Brenna was a member of the Harbour Pact until 2010.", YES),
        ("Alvik was a member of the Harbour Pact until 2010.", NO),
        ("Brenna has been a member of the Harbour Pact since 1992.", NO),
        # words around it
        ("It was in 1991 that Alvik joined the Harbour Pact.", YES),
        ("Alvik is among the ports that have signed the Harbour Pact.", YES),
        ("Carlow is one of the ports that have joined the Harbour Pact.", NO),
        ("Alvik is among the ships that have signed the Harbour Pact.", None),
        ("Alvik is also a member of the Harbour Pact as well.", YES),
        ("Carlow is not a member of the Harbour Pact either.", YES),
        ("Alvik has never joined the Harbour Pact, either.", NO),
        ("Either Alvik is not a member of the Harbour Pact or Carlow is.", None),
        # two negations, or one that does not fit, decide nothing
        ("Alvik has not failed to join the Harbour Pact.", None),
        ("Alvik no longer signed the Harbour Pact.", None),
        ("Alvik nearly joined the Harbour Pact.", None),
    ],
)
def test_wordings_that_were_not_declared(check, text, stance):
    assert check(text) is stance


PARKS = """\
name = "parks"
as_of = 2025-06-30
[[table]]
name = "parks"
key = "name"
kind = "park"
columns = { opened = "date", closed = "date", area = "number", warden = "name person" }
[[table.relation]]
name = "open"
nature = "state"
begins = "opened"
ends = "closed"
complete = true
universe = ["park"]
sentence = "{name} has been open since {opened}."
wordings = ["{name} is open"]
[[table.relation]]
name = "area"
nature = "quantity"
value = "area"
unit = "hectares"
sentence = "{name} covers {area} hectares."
wordings = ["{name} covers {area} hectares"]
[[table.relation]]
name = "warden"
nature = "attribute"
sentence = "The warden of {name} is {warden}."
wordings = ["the warden of {name} is {warden}"]
"""


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Alder Park is open.", YES),
        ("Alder Park was open in 1995.", YES),
        ("Alder Park was opened in 1995.", NO),  # how it was, and what was done to it, are two things
        ("Alder Park was opened in 1990.", YES),
        ("Birch Park closed in 2010.", YES),
        ("Birch Park closed in 2011.", NO),
        ("Alder Park is 12 square kilometres in size.", YES),
        ("Alder Park covers about 3,000 acres.", YES),
        ("Alder Park covers 12 hectares.", NO),
        ("Mara Quill is the warden of Alder Park.", YES),
        ("Alder Park's warden is Mara Quill.", YES),
        ("Alder Park has been open for 33 years.", YES),
        ("Alder Park has been open for 30 years.", OPEN),  # a round number, near
        ("Alder Park has been open for 20 years.", NO),
    ],
)
def test_states_measures_and_inversions_of_another_subject(tmp_path, text, stance):
    (tmp_path / "corpus.toml").write_text(PARKS)
    rows = "Alder Park,1990-05-01,,1200,Mara Quill\nBirch Park,1985-04-10,2010-09-30,350,Olin Tate\n"
    (tmp_path / "parks.csv").write_text("name,opened,closed,area,warden\n" + rows)
    checker = ExactChecker(load_corpus(tmp_path))
    finding = checker.check(Claim(id="c", text=text, kind=Kind.FACT, spans=()), DAY)
    assert (finding.stance if finding else None) is stance


def test_choices_multiply():
    assert list(choices("{s} (is|was) (a|)member", {})) == [
        "{s} is amember", "{s} is member", "{s} was amember", "{s} was member",
    ]  # fmt: skip


def test_an_anchor_takes_what_stands_at_its_place():
    found = unify(elements_of("{s} is a member of {o}"), elements_of("{name} is a member of the Union of {city}"))
    assert found is not None
    assert found["s"] == (Slot("name"),)
    assert len(found["o"]) == 3


def test_another_wording_is_no_anchor():
    assert unify(elements_of("{s} left {o}"), elements_of("{name} joined {club}")) is None
