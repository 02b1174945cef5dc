from verifier.blocks import blocks

PAGE = """A Headline Without a Stop

by Jane Doe

Mongolia joined the Court in 2002. It is a party.

You may also like

Leave a Comment
"""


def test_furniture_is_told_from_prose():
    reasons = [block.reason for block in blocks(PAGE)]
    assert reasons == ["headline", "byline", None, "site furniture", "site furniture"]


def test_hard_wrapped_paragraphs_are_one_block():
    text = (
        "Mongolia signed the Rome Statute of the International Criminal Court in\n"
        "the year 2000 and ratified it two years later, in April of the year 2002.\n\nIt is a party."
    )
    prose = [text[b.start : b.end] for b in blocks(text) if b.reason is None]
    assert len(prose) == 2
    assert prose[0].startswith("Mongolia signed")
    assert prose[0].endswith("2002.")


def test_a_headline_above_long_paragraphs_is_not_joined():
    text = (
        "Court issues a warrant against the president\nThe Court in The Hague has issued a warrant. "
        + "It said so. " * 20
    )
    assert [b.reason for b in blocks(text)] == ["headline", None]


def test_blocks_do_not_overlap_and_lose_no_line():
    found = list(blocks(PAGE))
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert "".join(PAGE[b.start : b.end] for b in found).replace(" ", "") == PAGE.replace("\n", "").replace(" ", "")
