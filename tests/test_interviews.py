"""Interviews: who speaks is told by layout alone."""

import pytest

QA = """Ann Berg, 51, leads the institute in Oslo.

Q: You nearly became a dentist. What happened?

A: I studied it for two years. A friend offered me a place on her ship.

Q: And then?

A: The surgeon said I would walk again. I lost three toenails in Spitsbergen, and I never went back.
"""
NAMED = """The composer Ann Berg spoke to Ole Dahl in Rome.

DAHL: You wrote the opera in 2012.

BERG: I wrote it in a month. It was staged in Leeds.

DAHL: Was it a success?

BERG: The critics hated it.
"""
RECIPE = """The dish is simple to make at home.

Method: Boil the rice for ten minutes in salted water.

Note: The rice must be rinsed first.
"""


def speakers(claims):
    return [(c.attribution.speaker if c.attribution else None, c.text) for c in claims]


def test_answers_are_the_interviewees(claims_of):
    found = speakers(claims_of(QA))
    assert ("the interviewer", "You nearly became a dentist.") in found
    assert ("the interviewee", "I studied it for two years.") in found
    assert ("the interviewee", "I lost three toenails in Spitsbergen.") in found
    assert found[0][0] is None


def test_names_before_a_colon_speak(claims_of):
    found = speakers(claims_of(NAMED))
    assert ("BERG", "I wrote it in a month.") in found
    assert ("DAHL", "You wrote the opera in 2012.") in found


def test_labels_of_a_recipe_do_not_speak(claims_of):
    assert all(speaker is None for speaker, _ in speakers(claims_of(RECIPE)))


@pytest.mark.parametrize("text", [QA, NAMED])
def test_the_label_is_left_out_and_named(splitter, text):
    from verifier.records import Article

    split = splitter.split(Article(id="a", text=text))
    labels = [s for s in split.skipped if s.reason == "whose turn it is"]
    assert len(labels) == 4
    assert not any(claim.text.startswith(("A:", "Q:", "BERG:", "DAHL:")) for claim in split.claims)


def test_the_i_of_a_turn_is_open_where_somebody_else_is_said_to_speak(claims_of):
    told = next(c for c in claims_of(QA) if c.text == "I would walk again.")
    assert told.attribution.speaker == "The surgeon"
    assert [flag.value for flag in told.flags] == ["unresolved_pronoun"]
