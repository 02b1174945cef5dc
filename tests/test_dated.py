"""As-of in retrieval: what came later takes no place of what was known, is shown, and decides nothing."""

from dataclasses import replace
from datetime import date

from typer.testing import CliRunner

from verifier.cli.main import app
from verifier.pipeline import Question
from verifier.records import Claim, Hit, Kind, Label, Passage, Stance
from verifier.retrieval.dated import search_as_of, search_outside

DAY = date(2024, 1, 1)
BEFORE, AFTER = date(2023, 1, 1), date(2025, 1, 1)


class Listed:
    """A retriever that returns a list in its order, and counts its searches."""

    def __init__(self, *passages):
        self.passages, self.asked = passages, []

    def search(self, queries, k, known_by=None):
        self.asked.append((list(queries), known_by))
        kept = [p for p in self.passages if known_by is None or p.valid_from is None or p.valid_from <= known_by]
        hits = [Hit(passage=p, score=1 / n, rank=n) for n, p in enumerate(kept[:k], 1)]
        return [hits for _ in queries]


def passage(id_, known=None):
    return Passage(id=id_, text=f"Passage {id_}.", source="s", valid_from=known)


def ids(hits):
    return [hit.passage.id for hit in hits]


def test_later_passages_take_no_place_of_earlier_ones_and_a_few_are_shown_last():
    later = [passage(f"later{n}", AFTER) for n in range(5)]
    retriever = Listed(*later, passage("a", BEFORE), passage("b"), passage("c", DAY))
    (hits,) = search_as_of(retriever, [("q", DAY)], 5)
    assert ids(hits) == ["a", "b", "c", "later0", "later1", "later2"]
    assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5, 6]


def test_only_what_stands_among_the_best_is_shown_as_later():
    retriever = Listed(passage("a", BEFORE), passage("b", BEFORE), passage("later", AFTER))
    assert [ids(hits) for hits in search_as_of(retriever, [("q", DAY)], 2)] == [["a", "b"]]


def test_where_nothing_is_later_one_search_is_enough():
    retriever = Listed(passage("a", BEFORE), passage("b"))
    assert ids(search_as_of(retriever, [("q", DAY)], 2)[0]) == ["a", "b"]
    assert len(retriever.asked) == 1


def test_each_question_keeps_its_own_day_in_a_batch():
    retriever = Listed(passage("new", AFTER), passage("old", BEFORE))
    found = search_as_of(retriever, [("q", DAY), ("q", AFTER), ("q", date(2000, 1, 1)), ("r", DAY)], 2)
    assert [ids(hits) for hits in found] == [["old", "new"], ["new", "old"], ["new", "old"], ["old", "new"]]
    assert search_as_of(retriever, [], 2) == []


def test_the_articles_own_text_takes_no_place_of_other_evidence():
    own = [passage(f"own{n}") for n in range(6)]
    retriever = Listed(*own, passage("later", AFTER), passage("a", BEFORE), passage("b"), passage("c"))
    asked = [("q", DAY), ("q", DAY)]
    found = search_outside(retriever, asked, 2, lambda n, hit: n == 0 and hit.passage.id.startswith("own"))
    assert ids(found[0]) == ["a", "b", "later"]
    assert [hit.rank for hit in found[0]] == [1, 2, 3]
    assert ids(found[1]) == ["own0", "own1"]


def test_later_evidence_is_shown_and_does_not_decide_even_where_it_fills_the_best_places(pipeline, fixed_judge):
    crowd = [Passage(id=f"n{n}", text="Mongolia left the club.", source="s", valid_from=AFTER) for n in range(20)]
    known = Passage(id="known", text="Mongolia is a member of the club.", source="s", valid_from=BEFORE)
    judge = fixed_judge(entailment=0.99, neutral=0.0, contradiction=0.01)
    program = replace(pipeline, checker=NoChecks(), retriever=Listed(*crowd, known), judge=judge, top_k=4)
    claim = Claim(id="c", text="Mongolia is a member of the club.", kind=Kind.FACT, spans=())
    (checked,) = program.check([Question(claim, DAY)])
    assert checked.verdict.label is Label.SUPPORTED
    stances = {item.hit.passage.id: item.stance for item in checked.verdict.evidence}
    assert stances == {"known": Stance.SUPPORTS, "n0": Stance.LATER, "n1": Stance.LATER, "n2": Stance.LATER}


class NoChecks:
    def check(self, claim, as_of):
        return None


def test_corpus_search_marks_what_came_later(union):
    (union / "note-2024-05-01.txt").write_text("Croatia hosted the summit of the Union.", encoding="utf-8")
    (union / "note-2010-05-01.txt").write_text("Croatia asked for a summit of the Union.", encoding="utf-8")
    (union / "lexical.toml").write_text('retriever = "lexical"', encoding="utf-8")
    command = ["corpus", "search", str(union), "Croatia summit", "--config", str(union / "lexical.toml")]
    lines = CliRunner().invoke(app, [*command, "--as-of", "2012-01-01"]).stdout.splitlines()
    assert "asked for a summit" in lines[0]
    assert [line for line in lines if "later, known from" in line] == [
        line for line in lines if "hosted the summit" in line or "since" in line
    ]
    assert "later, known from 2024-05-01" in "".join(lines)
    assert "later" not in CliRunner().invoke(app, command).stdout
