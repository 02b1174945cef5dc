"""Corpora of users: what works, and what is said of the broken ones."""

from datetime import date

import pytest

from verifier.corpus.load import find_corpus, load_corpus
from verifier.errors import CorpusError
from verifier.records import Claim, Kind, Stance
from verifier.verdict.exact import ExactChecker

DAY = date(2024, 1, 1)


def check(folder, text, day=DAY):
    finding = ExactChecker(load_corpus(folder)).check(Claim(id="c", text=text, kind=Kind.FACT, spans=()), day)
    return finding.stance if finding else None


def broken(folder, old, new, file="corpus.toml"):
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    with pytest.raises(CorpusError) as caught:
        load_corpus(folder)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Croatia is a member of the Union.", Stance.SUPPORTS),
        ("Croatia joined the Union in 2013.", Stance.SUPPORTS),
        ("Croatia joined the Union on 1 July 2013.", Stance.SUPPORTS),
        ("Croatia joined the Union in 2014.", Stance.REFUTES),
        ("Croatia joined the Union in May 2013.", Stance.REFUTES),
        ("Croatia was a member of the Union in 2010.", Stance.REFUTES),
        ("Croatia became a member of the Union in 2013.", Stance.SUPPORTS),
        ("Norway is a member of the Union.", Stance.REFUTES),
        ("Norway is not a member of the Union.", Stance.SUPPORTS),
        ("Norway never joined the Union.", Stance.SUPPORTS),
        ("Esstonia is a member of the Union.", Stance.SUPPORTS),  # one slip, and no other name near
        ("Everyone is a member of the Union.", None),
        ("Croatia is a member of the Union of Poets.", None),
        ("Croatia may be a member of the Union.", None),
        ("Croatia left the Union.", None),
    ],
)
def test_two_columns_and_thirteen_lines_answer(union, text, stance):
    assert check(union, text) is stance


def test_the_newcomers_toml_is_short(union):
    assert len((union / "corpus.toml").read_text().splitlines()) < 15


def test_a_list_that_is_not_declared_complete_says_nothing_of_the_rest(union):
    path = union / "corpus.toml"
    path.write_text(path.read_text().replace("complete = true\n", ""))
    assert check(union, "Norway is a member of the Union.") is not Stance.REFUTES
    assert check(union, "Croatia is a member of the Union.") is Stance.SUPPORTS


def test_an_end_column_makes_leaving_checkable(union):
    (union / "members.csv").write_text("name,joined,left\nEstonia,2004-05-01,\nBritain,1973-01-01,2020-02-01\n")
    path = union / "corpus.toml"
    path.write_text(
        path.read_text()
        .replace('{ joined = "date" }', '{ joined = "date", left = "date" }')
        .replace('begins = "joined"', 'begins = "joined"\nends = "left"')
    )
    assert check(union, "Britain left the Union in 2020.") is Stance.SUPPORTS
    assert check(union, "Britain left the Union in 2021.") is Stance.REFUTES
    assert check(union, "Britain is a member of the Union.") is Stance.REFUTES
    assert check(union, "Britain is a member of the Union.", date(2019, 1, 1)) is Stance.SUPPORTS
    assert check(union, "Estonia left the Union.") is Stance.REFUTES


def test_a_wrong_column_is_named_with_file_line_and_likely_name(union):
    message = broken(union, "joined =", "joind =")
    assert "corpus.toml:6" in message
    assert "did you mean 'joined'" in message


def test_an_impossible_date_is_named_with_file_and_line(union):
    message = broken(union, "2013-07-01", "2013-02-30", "members.csv")
    assert "members.csv:3" in message
    assert "2013-02-30" in message


def test_all_problems_are_told_at_once(union):
    (union / "members.csv").write_text("name,joined\nA,2001-99-01\nB,x\n")
    with pytest.raises(CorpusError) as caught:
        load_corpus(union)
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('nature = "state"', 'nature = "sate"', "nature"),
        ("as_of = 2025-01-01", 'as_of = "soon"', "as_of"),
        ('key = "name"', 'key = "nam"', "did you mean 'name'"),
        ("complete", "compleat", "compleat"),
        ('joined = "date"', 'joined = "dat"', "did you mean 'date'"),
        ("[[table]]", "[[table]", "TOML"),
        ("since {joined}", "since {jined}", "did you mean 'joined'"),
    ],
)
def test_wrong_declarations_are_named(union, old, new, words):
    assert words in broken(union, old, new)


def test_rows_of_the_wrong_length_are_named(union):
    assert "members.csv:3" in broken(union, "Croatia,2013-07-01", "Croatia,2013-07-01,x", "members.csv")


def test_a_folder_without_a_corpus_is_refused(tmp_path):
    with pytest.raises(CorpusError, match=r"corpus\.toml"):
        load_corpus(tmp_path)


def test_an_unknown_name_gets_a_suggestion(tmp_path):
    with pytest.raises(CorpusError, match="did you mean 'icc'"):
        find_corpus("iccc", {"icc": tmp_path})


def test_documents_become_passages_with_their_title(union):
    (union / "history.md").write_text("# A short history\n\nThe Union was founded in Rome. It has grown since.\n")
    passages = [p for p in load_corpus(union).passages if p.table is None]
    assert [p.title for p in passages] == ["A short history"]
    assert passages[0].id == "history.md#1"


def test_the_hash_follows_the_content(union):
    before = load_corpus(union).hash
    (union / "members.csv").write_text("name,joined\nEstonia,2004-05-01\n")
    assert load_corpus(union).hash != before
