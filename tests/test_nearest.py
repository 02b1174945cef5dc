"""What stands nearest is not always what a clause, a list or a number belongs to: the tree tells."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ole Dahl denied a charge of tax evasion, which was dropped in May 2020.",
            ["Ole Dahl denied a charge of tax evasion, which was dropped in May 2020."],
        ),
        (
            "The firm employs 900 people in Lima, Quito and Oslo.",
            ["The firm employs 900 people in Lima, Quito and Oslo."],
        ),
        (
            "Envoys from Chad and Niger signed the pact, ending a war.",
            ["Envoys from Chad and Niger signed the pact.", "Envoys from Chad and Niger ended a war."],
        ),
        (
            "The patients were sorted into five wards according to the stage of their illness.",
            ["The patients were sorted into five wards according to the stage of their illness."],
        ),
        (
            "The inn closed in 1988, when the council bought and demolished the old mill.",
            ["The inn closed in 1988.", "The council bought and demolished the old mill in 1988."],
        ),
        (
            "The board rejected the plan, cut fees for parents, and named Ida Lund as its chair.",
            [
                "The board rejected the plan.",
                "The board cut fees for parents.",
                "The board named Ida Lund as its chair.",
            ],
        ),
        (
            "The lab, due to open in 2027, will employ 90 people and will be led by Ida Lund.",
            ["The lab, due to open in 2027, will employ 90 people.", "The lab will be led by Ida Lund."],
        ),
        (
            "Vice-President Ida Lund opened the library in 2019.",
            ["Ida Lund opened the library in 2019.", "Ida Lund was the Vice-President."],
        ),
        (
            "Friends called her witty and, according to her agent Bo Dahl, vain.",
            ["Friends called her witty and, according to her agent Bo Dahl, vain."],
        ),
        (
            "The village is situated in Bavaria, surrounded by woods.",
            ["The village is situated in Bavaria.", "The village is surrounded by woods."],
        ),
        (
            "The bay is a part of Peru and Chile, known for its gulls.",
            ["The bay is a part of Peru and Chile, known for its gulls."],
        ),
    ],
)
def test_nothing_is_said_of_what_merely_stands_nearest(texts, text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Chad and Peru met in Lima. Under the pact, each side must warn the other.", "Chad must"),
        ("The fog lifted, and we stood outside, watching the boats.", "The fog watched"),
        ("The war ended his studies: called up in 1915, he served in Italy and lost an arm.", "The war lost"),
        (
            "If all goes well, Orbiter 3 will fly past Venus in 2026, using its gravity to gain speed.",
            "Orbiter 3 will use",
        ),
        ("It cut its forecast to 1.2 percent, down from the 1.4 percent it predicted in May.", "It predicted"),
        ("In 1990 Finance Minister Jan Orlec was dismissed.", "Jan Orlec is the"),
        ("Lund Paper has agreed to buy its rival, creating the largest mill in Peru.", "Lund Paper created"),
        ("A magnitude 5.8 tremor shook Lima, killing two people.", "magnitude 5.8 killed"),
        ("Holding a map and guided by his son, he walked to Lima.", "He held a map and guided"),
        ("Without the grant, officials said, the museum could have closed.", "The museum could have closed."),
        ("Some 900 people fled, the mayor said, but she warned that more were missing.", "fled she"),
        ("Dahl joined the crew in 1990 and there met Ida Lund.", "There met Ida Lund."),
        ("The hill is so steep that a bus stands, rusting, on its side.", "The hill rusts"),
        ("Ida Lund leads the board. If she or he stays, the plan will pass.", "Ida Lund or he"),
    ],
)
def test_nobody_does_what_another_does(texts, text, never):
    assert not any(claim.startswith(never) or f" {never}" in claim for claim in texts(text))
