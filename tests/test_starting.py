"""`corpus init` drafts a corpus.toml that loads and states rows, from tables of many shapes."""

import pytest

from verifier.corpus.guesses import guess
from verifier.corpus.load import load_corpus
from verifier.corpus.starting import start_corpus
from verifier.errors import InputError
from verifier.records import Claim, Kind, Stance
from verifier.verdict.exact import ExactChecker

SHAPES = {
    "members with a date": ("members.csv", "name,joined\nEstonia,2004-05-01\nCroatia,2013-07-01\n"),
    "a beginning and an end": ("members.csv", "country,joined,left\nEstonia,2004-05-01,\nBritain,1973,2020-02-01\n"),
    "names only": ("list.csv", "name\nEstonia\nCroatia\n"),
    "headers with spaces": ("c.csv", "Country Name,Date Joined,Population (2020)\nEstonia,2004-05-01,1329000\n"),
    "semicolons": ("c.csv", "name;founded;population\nRome;-753;2800000\nOslo;1040;700000\n"),
    "tabs": ("c.csv", "name\tcapital\nNorway\tOslo\nSweden\tStockholm\n"),
    "an id first": ("c.csv", "id,name,url\n1,Estonia,http://e.org\n2,Croatia,http://h.org\n"),
    "several rows a name": (
        "v.csv",
        "person,place,date\nAnn,Rome,2020-01-02\nAnn,Oslo,2021-01-02\nBob,Oslo,2020-05-01\n",
    ),
    "years and numbers": ("p.csv", "year,members\n1999,2013\n2000,2014\n"),
    "flags": ("c.csv", "name,landlocked,un member\nChad,yes,yes\nCuba,no,yes\n"),
    "long texts": (
        "facts.csv",
        f"id,statement\n1,{'The Court sits in The Hague. ' * 4}\n2,{'It has 18 judges. ' * 6}\n",
    ),
    "quotes and umlauts": ("m.csv", '"the ""name""",größe\n"A, ""B""",1\nC\\D,2\n'),
    "a repeated header": ("c.csv", "name,value,value\nA,1,2\nB,3,4\n"),
    "an empty header": ("c.csv", ",name,founded\n0,A,1990\n1,B,1991\n"),
    "gaps": ("c.csv", "name,founded,note\nA,,\n,1990,x\nB,1991,\n"),
    "mixed dates": ("c.csv", "name,opened\nA,1990\nB,c. 1991\nC,1992-03\n"),
    "dates of another kind": ("c.csv", "name,opened\nA,01/02/1990\nB,3 May 1991\n"),
    "decimal commas": ("c.csv", 'name,size\nA,"1,5"\nB,"2,25"\n'),
    "a table's own words": ("listed.csv", "listed,name,table\nyes,A,x\nno,B,y\n"),
    "a mark at the start": ("c.csv", "\ufeffname,joined\nA,2001\nB,2002\n"),
    "windows lines": ("c.csv", "name,joined\r\nA,2001\r\nB,2002\r\n"),
    "a name in braces": ("c.csv", "name,{x}\nA,1\nB,2\n"),
    "numbers only": ("c.csv", "a,b\n1,2\n3,4\n"),
}


def started(folder, **files):
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    draft = start_corpus(folder)
    (folder / "corpus.toml").write_text(draft.text, encoding="utf-8")
    return draft, load_corpus(folder)


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_drafted_loads_and_states_the_rows(tmp_path, shape):
    name, text = SHAPES[shape]
    draft, corpus = started(tmp_path / "tables", **{name: text})
    assert not draft.left_out
    assert corpus.stated
    assert len({p.id for p in corpus.stated}) == len(corpus.stated)
    assert not any("{" in p.text for p in corpus.stated if "{" not in text)


def texts(corpus):
    return [p.text for p in corpus.stated]


def test_states_events_numbers_and_flags_are_told_apart(tmp_path):
    _, corpus = started(
        tmp_path / "t",
        **{
            "members.csv": "name,joined,left,founded,population,landlocked\n"
            "Estonia,2004-05-01,,1918-02-24,1300000,no\nBritain,1973-01-01,2020-02-01,1707-05-01,67000000,no\n"
        },
    )
    assert "Estonia has been among the members since 1 May 2004." in texts(corpus)
    assert "Britain was among the members from 1 January 1973 until 1 February 2020." in texts(corpus)
    assert "Estonia was founded on 24 February 1918." in texts(corpus)
    assert "The population of Estonia is 1,300,000." in texts(corpus)
    assert "Estonia is not landlocked." in texts(corpus)


def test_exact_checks_answer_from_a_draft(tmp_path):
    _, corpus = started(tmp_path / "t", **{"members.csv": SHAPES["a beginning and an end"][1]})
    checker = ExactChecker(corpus)

    def stance(text):
        finding = checker.check(Claim(id="c", text=text, kind=Kind.FACT, spans=()), corpus.as_of)
        return finding.stance if finding else None

    assert stance("Estonia is a member.") is Stance.SUPPORTS
    assert stance("Britain is a member.") is not Stance.SUPPORTS
    assert stance("Norway is a member.") is not Stance.REFUTES


def test_a_column_of_another_tables_names_refers_to_it(tmp_path):
    draft, corpus = started(
        tmp_path / "t",
        **{
            "towns.csv": "name,founded\nOslo,1040\nRome,1000\n",
            "mayors.csv": "person,town\nAnn,Oslo\nBob,Rome\nCy,Oslo\n",
        },
    )
    assert '"town" = "ref towns"' in draft.text
    assert "The town of Ann is Oslo." in texts(corpus)


def test_broken_tables_are_left_out_and_told(tmp_path):
    draft, corpus = started(
        tmp_path / "t", **{"good.csv": "name\nA\n", "bad.csv": "name,x\nA,1,2\n", "none.csv": "", "head.csv": "name\n"}
    )
    assert [table.name for table in corpus.tables] == ["good"]
    assert len(draft.left_out) == 3
    assert any("bad.csv:2" in reason for reason in draft.left_out)


def test_a_folder_of_documents_needs_no_table(tmp_path):
    _, corpus = started(tmp_path / "t", **{"a.md": "# T\n\nThe Union was founded in Rome.\n"})
    assert [p.text for p in corpus.passages] == ["The Union was founded in Rome."]


@pytest.mark.parametrize("reason", ["exists already", "neither a CSV file", "no such folder"])
def test_what_cannot_be_drafted_is_told(tmp_path, union, reason):
    (tmp_path / "empty").mkdir()
    folder = {"e": union, "n": tmp_path / "empty"}.get(reason[0]) if reason != "no such folder" else tmp_path / "none"
    with pytest.raises(InputError, match=reason):
        start_corpus(folder)


@pytest.mark.parametrize(
    ("header", "values", "type_"),
    [
        ("joined", ["2004", "2013-07"], "date"),
        ("year", ["2004"], "date"),
        ("members", ["2004"], "number"),
        ("size", ["1,300", "2.5"], "number"),
        ("size", ["1,5"], "text"),
        ("un member", ["yes", "No"], "flag"),
        ("population", ["2019:5 2020:6"], "series"),
        ("joined", ["2004-02-30"], "text"),
        ("value", ["nan", "inf"], "text"),
    ],
)
def test_types_are_guessed_only_where_every_cell_fits(header, values, type_):
    assert guess(header, values)[0] == type_
