"""Times with two ends, how long something lasted, and which of two events came first: read over four corpora."""

from datetime import date
from pathlib import Path

import pytest

from verifier import bundled
from verifier.corpus.load import load_corpus
from verifier.records import Claim, Kind, Stance
from verifier.verdict.exact import ExactChecker
from verifier.verdict.lengths import spelt_out

YES, NO, OPEN = Stance.SUPPORTS, Stance.REFUTES, Stance.NEUTRAL
PROBES = Path(bundled.evals()) / "data" / "probes"
DAY = date(2025, 1, 15)


@pytest.fixture(scope="module")
def checkers(icc):
    named = {name: load_corpus(PROBES / name) for name in ("league", "releases", "leaders")}
    return {name: ExactChecker(corpus) for name, corpus in {**named, "icc": icc}.items()}


@pytest.fixture(scope="module")
def stance(checkers):
    def run(corpus, text, day=DAY):
        found = checkers[corpus].check(Claim(id="c", text=text, kind=Kind.FACT, spans=()), day)
        return found and found.stance

    return run


@pytest.mark.parametrize(
    ("corpus", "text", "expected"),
    [
        # two ends
        ("icc", "Burundi was a member of the ICC from 2004 to 2017.", YES),
        ("icc", "Burundi belonged to the ICC between December 2004 and October 2017.", YES),
        ("icc", "Burundi was a member of the ICC from 2002 to 2010.", NO),
        ("icc", "Mongolia was a member of the ICC between 2005 and 2010.", OPEN),
        ("icc", "Mongolia ratified the Rome Statute between 2000 and 2003.", YES),
        ("icc", "Mongolia ratified the Rome Statute between 2005 and 2010.", NO),
        ("league", "Harrowby Albion was a member of the Northern League from 2001 to 2005.", YES),
        ("league", "Harrowby Albion was a member of the league from June 2001 until May 2006.", NO),
        ("releases", "Tideline 12.0 was supported from 2019 to 2022.", YES),
        ("leaders", "Lorenz Ivers was prime minister of Borovia from 2003 to 2015.", NO),
        # since then no more
        ("icc", "Burundi has not been a member of the ICC since 2017.", YES),
        ("icc", "Burundi has not been a member of the ICC since 2012.", NO),
        ("icc", "Mongolia has not been a member of the ICC since 2010.", NO),
        # how long
        ("icc", "Armenia has been a member of the ICC for less than a year.", YES),
        ("icc", "Mongolia has belonged to the court for more than two decades.", YES),
        ("leaders", "Hugo Nyman has been prime minister of Borovia for more than a decade.", NO),
        # from one event to another
        ("icc", "Armenia joined the ICC 24 years after signing the Rome Statute.", YES),
        ("icc", "Armenia joined the ICC four years after signing the Rome Statute.", NO),
        ("icc", "Ukraine ratified the Rome Statute within a year of signing it.", NO),
        ("icc", "The Philippines left the ICC less than a decade after becoming a member.", YES),
        ("league", "Harrowby Albion left the Northern League less than five years after joining it.", YES),
        ("league", "Harrowby Albion left the league within a year of joining.", NO),
        (
            "league",
            "Tarbrax Rovers won its first title in the Northern League more than a decade after joining it.",
            YES,
        ),
        ("releases", "Tideline 12.0 reached end of life exactly three years after its release.", YES),
        ("releases", "Tideline 12.0 reached end of life two years after being released.", NO),
        # one before the other
        ("icc", "Tajikistan ratified the Rome Statute before Mongolia.", YES),
        ("icc", "Ukraine joined the ICC before Armenia did.", NO),
        ("icc", "Mongolia and Jordan ratified the Rome Statute on the same day.", YES),
        ("icc", "Mongolia and Armenia joined the ICC in the same year.", NO),
        ("league", "Tarbrax Rovers joined the league in the same year as Kelmscott City.", YES),
        ("releases", "Tideline 6.0 came out before Tideline 5.0.", NO),
        ("releases", "Tideline 5.2 was released less than a year after Tideline 5.0.", YES),
        ("leaders", "Elsbet Wendt was prime minister of Lakeland before Carin Eklund.", NO),
        # one after the other in an office
        ("leaders", "Dorota Dalca succeeded Lorenz Ivers as prime minister of Borovia.", YES),
        ("leaders", "Lorenz Ivers was replaced by Dorota Dalca.", YES),
        ("leaders", "The predecessor of Dorota Dalca was Marta Bartos.", NO),
        ("leaders", "Dorota Dalca took over from Lorenz Ivers in 2013.", NO),
        ("leaders", "Dorota Dalca succeeded Lorenz Ivers as king of Borovia.", None),
        ("icc", "Fatou Bensouda's predecessor was Luis Moreno Ocampo.", YES),
        ("icc", "Karim Khan succeeded Luis Moreno Ocampo as prosecutor of the ICC.", NO),
        # once more
        ("icc", "Burundi rejoined the ICC.", NO),
        ("league", "Dunwick Athletic is a member of the Northern League again.", NO),
        # what came later is not since then
        ("icc", "Vladimir Putin has been wanted by the ICC since March 2022.", NO),
        ("icc", "Vladimir Putin has been wanted by the ICC since March 2023.", YES),
        # what no relation reads
        ("icc", "Mongolia joined the ICC two years after the war.", None),
        ("releases", "Tideline 12.0 was released before the conference.", None),
    ],
)
def test_times_of_two_events_and_of_two_ends_are_compared(stance, corpus, text, expected):
    assert stance(corpus, text) is expected


def test_an_event_that_has_not_happened_yet_has_no_distance_from_another(stance):
    assert stance("icc", "Armenia joined the ICC 24 years after signing the Rome Statute.", date(2020, 1, 1)) is OPEN


def test_lengths_without_a_figure_get_one():
    assert spelt_out("It took half a century, a year and a half more than a decade.") == (
        "It took 50 years, 1.5 years more than one decade."
    )
