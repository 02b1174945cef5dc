"""Speech that goes on behind its frame, and frames within frames."""

import pytest


def said(claims):
    return [(c.attribution.speaker, c.text) for c in claims if c.attribution and c.kind.value != "statement"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister said sales had risen, adding that prices would fall.",
            [("The minister", "Sales had risen."), ("The minister", "Prices would fall.")],
        ),
        (
            "Sales rose, the firm told the court, warning that profit fell by 3%.",
            [("the firm", "Sales rose."), ("the firm", "Profit fell by 3%.")],
        ),
        ('"Sales have risen," Ann Berg said, adding that prices fell.', [("Ann Berg", "Prices fell.")]),
        (
            "The Court held that the law was valid, finding that the law was old.",
            [("The Court", "The law was valid."), ("The Court", "The law was old.")],
        ),
        (
            "Mr Berg conceded early but complained that ballots had come late.",
            [("Mr Berg", "Ballots had come late.")],
        ),
        (
            "Dry ones, Berg noted, did not hold; two coated ones, pressed together, could hardly be parted.",
            [
                ("Berg", "Dry ones did not hold."),
                ("Berg", "Two coated ones, pressed together, could hardly be parted."),
            ],
        ),
        (
            "It was found behind a mill, said Lt. Renee Ostrow, who heads the office.",
            [("Lt. Renee Ostrow", "It was found behind a mill.")],
        ),
        ("Services will be diverted via Bern, adding up to two hours to journeys.", []),
        (
            "Of the trucks, 11 had come by nightfall; the rest were held at a gate, a U.N. official said.",
            [
                ("a U.N. official", "Of the trucks, 11 had come by nightfall."),
                ("a U.N. official", "The rest were held at a gate."),
            ],
        ),
        (
            "The truce was near its end, residents and two local officials said, after shelling killed 14 people.",
            [
                (
                    "residents and two local officials",
                    "The truce was near its end after shelling killed 14 people.",
                )
            ],
        ),
        (
            "Sales could fall, warned the manufacturers' association.",
            [("the manufacturers' association", "Sales could fall.")],
        ),
        ("My husband, who cooks, says that's the one good rule.", [("My husband", "That's the one good rule.")]),
        ("The shop holds two grand pianos that outlived a war and, Berg claims, a goat.", []),
        ("He was taken to a clinic where, according to a doctor there, nurses were on strike.", []),
        ("Nobody has said that it will rain.", []),
        (
            "It was of stone so weak that, according to the minutes, no prudent man would stand beneath it.",
            [],
        ),
        (
            "His lawyer argued that his client would wear a tag if Belgium, the only state to have offered, agreed.",
            [
                (
                    "His lawyer",
                    "His client would wear a tag if Belgium, the only state to have offered, agreed.",
                )
            ],
        ),
        ("A clerk stole 2 million pounds, a court heard on Tuesday.", [("a court", "A clerk stole 2 million pounds.")]),
        (
            "Ole Dahl said Ann Berg had called him, saying that the war was over.",
            [("Ole Dahl", "Ann Berg had called Ole Dahl."), ("Ann Berg", "The war was over.")],
        ),
        (
            'Ann Berg told reporters that the talks had failed, adding: "Enough."',
            [("Ann Berg", "The talks had failed.")],
        ),
        (
            "A survey had found that the park was half full, Ann Berg told the meeting.",
            [("A survey", "The park was half full.")],
        ),
        (
            "Berg told reporters that teams would meet in May, provided that a survey of the bridge, built in 1960, "
            "finds no faults.",
            [
                (
                    "Berg",
                    "Teams would meet in May, provided that a survey of the bridge, built in 1960, finds no faults.",
                )
            ],
        ),
        (
            "They did not discuss the ties, according to two officials, one of whom said Peru had asked for that.",
            [("two officials", "They did not discuss the ties.")],
        ),
        (
            "Ann Berg, a chemist who was not involved, points out that lead is toxic.",
            [("Ann Berg", "Lead is toxic.")],
        ),
    ],
)
def test_each_content_has_its_speaker(claims_of, text, expected):
    assert said(claims_of(text)) == expected


def test_who_tells_of_a_survey_is_the_speaker_of_the_sentence(claims_of):
    first = claims_of("A survey had found that the park was half full, Ann Berg told the meeting.")[0]
    assert first.attribution.speaker == "Ann Berg"


def test_a_name_behind_the_verb_speaks_before_its_quotation(claims_of):
    first = claims_of(
        'Unless trade picks up, said Thato Kgari, a scientist, "other safe seats may turn out not to be."'
    )[0]
    assert first.attribution.speaker == "Thato Kgari"


def test_a_statement_tells_when_it_was_made_and_flags_what_stays_open(claims_of):
    from datetime import date

    text = "Officials said Monday that the bridge would reopen on Friday."
    dated, content = claims_of(text, date(2026, 11, 25))
    assert dated.text == "Officials said on 23 November 2026 that the bridge would reopen on Friday."
    assert content.text == "The bridge would reopen on 27 November 2026."
    assert [f.value for f in dated.flags] == ["unresolved_date"]
    (denied,) = claims_of("She had not, counsel stressed, tried to blame anyone else.")[:1]
    assert "unresolved_pronoun" in [f.value for f in denied.flags]


def test_who_calls_it_something_by_the_way_is_no_speaker(claims_of):
    first = claims_of('The whip, Ann Berg, who called it "sad but not beyond repair", said it would end.')[0]
    assert first.attribution.speaker == "The whip"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('In April she said that the trains were "safer than they have ever been".', "she"),
        (
            'Janet Oduya of Larkin College said the test was "like being weighed again".',
            "Janet Oduya of Larkin College",
        ),
    ],
)
def test_a_speaker_is_the_whole_subject_and_nothing_before_it(claims_of, text, speaker):
    assert claims_of(text)[0].attribution.speaker == speaker


def test_what_a_claim_line_quotes_is_nobodys_fact(claims_of):
    found = claims_of('The claim: "Under Governor Brandt, spending has tripled to 900 million dollars."')
    assert [claim.kind.value for claim in found] == ["statement"]


def test_a_stock_that_is_held_is_no_speech(claims_of):
    found = claims_of("When news of the revolt reached Castelmonte, the granary held barely three weeks' supply.")
    assert all(claim.attribution is None for claim in found)


def test_the_cue_of_what_is_added_is_its_verb(claims_of):
    told = claims_of("The minister said sales had risen, adding that prices would fall.")
    assert [claim.attribution.cue for claim in told] == ["said", "said", "added"]
