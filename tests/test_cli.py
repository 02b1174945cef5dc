"""The command line as scripts see it: output, files, exit status, and one line for each mistake."""

import io
import json
import subprocess
import sys
import time

import pytest

from verifier.cli import main
from verifier.cli.main import app

ARTICLE = "Mongolia signed the Rome Statute in 2000. China is a member of the ICC. It rained in Ulaanbaatar.\n"


@pytest.fixture
def light(tmp_path):
    """Settings with parts that open at once; the exact checks decide all the same."""
    path = tmp_path / "light.toml"
    path.write_text('retriever = "lexical"\njudge = "lexical"\n')
    return ["--config", str(path)]


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["verifier", *map(str, arguments)])
        with pytest.raises(SystemExit) as caught:
            main()
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return caught.value.code or 0, out, err

    return call


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(ARTICLE)
    return path


def test_verify_prints_a_table_and_writes_the_files(run, light, article, tmp_path):
    code, out, _ = run("verify", article, "--published", "2024-08-30", "--format", "jsonl,html,md", *light)
    assert code == 0
    assert "✓ supported" in out
    assert "✗ refuted" in out
    folder = tmp_path / "verifier-out" / "news"
    assert {p.name for p in folder.iterdir()} == {"reports.jsonl", "report.html", "report.md", "run.json", ".lock"}
    line = json.loads((folder / "reports.jsonl").read_text())
    assert [c["verdict"] for c in line["claims"]][:2] == ["supported", "refuted"]
    assert all(c["as_of"] == "2024-08-30" for c in line["claims"])


def test_the_same_command_goes_on_where_it_stopped(run, light, article, tmp_path):
    first = run("verify", article, "--published", "2024-08-30", "--out", "o", *light)
    path = tmp_path / "o" / "reports.jsonl"
    before = path.read_text()
    second = run("verify", article, "--published", "2024-08-30", "--out", "o", *light)
    assert path.read_text() == before
    assert "finished by an earlier run" in second[2]
    assert first[1] == second[1]
    run("verify", article, "--published", "2023-08-30", "--out", "o", *light)
    assert len(path.read_text().splitlines()) == 1
    assert path.read_text() != before


def test_a_bad_article_fails_alone(run, light, article, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    code, out, err = run("verify", article, "empty.txt", "--published", "2024-08-30", *light)
    assert code == 1
    assert "✓ supported" in out
    assert "empty.txt: empty" in err


def test_fail_on_a_verdict(run, light, article):
    assert run("verify", article, "--published", "2024-08-30", "--fail-on", "refuted", *light)[0] == 3
    assert run("verify", article, "--published", "2024-08-30", "--fail-on", "conflicting", *light)[0] == 0


def test_an_article_from_stdin(run, light, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    code, out, _ = run("verify", "-", "--published", "2024-08-30", *light)
    assert code == 0
    assert "✓ supported" in out


def test_missing_publication_dates_are_pointed_out(run, light, tmp_path):
    (tmp_path / "a.txt").write_text("Mongolia signed the Rome Statute last year.")
    code, _, err = run("verify", "a.txt", *light)
    assert code == 0
    assert "--published" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["verify", "none.txt"], "no such file"),
        (["verify", "news.txt", "--published", "yesterday"], "YYYY-MM-DD"),
        (["verify", "news.txt", "--as-of", "2024-02-30"], "YYYY-MM-DD"),
        (["verify", "news.txt", "--corpus", "iccc"], "did you mean 'icc'"),
        (["verify", "news.txt", "--format", "docx"], "unknown format"),
        (["verify", "news.txt", "--config", "none.toml"], "none.toml"),
        (["verify", "news.txt", "--nli", "no/such-folder/model"], "cannot open the NLI model"),
        (["check", "none.jsonl"], "no such file"),
        (["report", "none"], "no saved run"),
        (["corpus", "info", "none"], "no corpus"),
        (["corpus", "build", "none"], "no corpus"),
    ],
)
def test_mistakes_are_one_line_and_exit_2(run, article, monkeypatch, arguments, words):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    code, out, err = run(*arguments)
    assert code == 2
    assert words in err
    assert len(err.strip().splitlines()) == 1
    assert out == ""


def test_unknown_options_exit_2(run):
    assert run("verify", "--nonsense")[0] == 2


def test_check_answers_claims_in_order(run, light):
    code, out, _ = run(
        "check", "China is a member of the ICC.", "Japan is a member of the ICC.",
        "--as-of", "2024-08-30", "--format", "jsonl", *light,
    )  # fmt: skip
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row["verdict"] for row in rows] == ["refuted", "supported"]


def test_check_reads_rows_with_ids_and_dates(run, light, tmp_path):
    (tmp_path / "claims.jsonl").write_text(
        '{"id": "x", "claim": "Armenia is a member of the ICC.", "as_of": "2023-07-01"}\n'
        '{"id": "y", "claim": "Armenia is a member of the ICC.", "as_of": "2024-08-01"}\n'
    )
    _, out, _ = run("check", "claims.jsonl", "--format", "jsonl", *light)
    rows = {row["id"]: row["verdict"] for row in map(json.loads, out.splitlines())}
    assert rows == {"x": "refuted", "y": "supported"}


def test_check_reads_lines_of_stdin(run, light, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("Japan is a member of the ICC.\n\n"))
    _, out, _ = run("check", "--as-of", "2024-08-30", *light)
    assert "✓ supported" in out


def test_check_names_bad_rows(run, tmp_path):
    (tmp_path / "claims.jsonl").write_text('{"id": "x"}\n')
    code, _, err = run("check", "claims.jsonl")
    assert code == 2
    assert "claims.jsonl:1" in err


def test_split_shows_claims_and_what_is_left_out(run, tmp_path):
    (tmp_path / "a.txt").write_text(
        "A Headline Here\n\nMongolia signed the Rome Statute in 2000, before ratifying it in 2002."
    )
    code, out, _ = run("split", "a.txt")
    assert code == 0
    assert "Mongolia ratified the Rome Statute in 2002." in " ".join(out.split())
    assert "headline" in out
    _, lines, _ = run("split", "a.txt", "--format", "jsonl")
    assert len(json.loads(lines)["split"]["claims"]) == 2


def test_corpus_commands(run, light, union):
    assert "icc\t" in run("corpus", "list")[1]
    assert "complete" in run("corpus", "info", "icc")[1]
    assert "Ulaanbaatar" in run("corpus", "search", "icc", "capital of Mongolia", "-k", "3", *light)[1]
    assert "2 passages" in run("corpus", "build", union)[1]
    assert (union / "index").is_dir()


def test_a_wrong_column_is_told_with_file_and_line(run, union):
    path = union / "corpus.toml"
    path.write_text(path.read_text().replace("joined =", "joind ="))
    code, _, err = run("corpus", "build", union)
    assert code == 2
    assert "corpus.toml:6" in err


def test_a_saved_run_is_shown_and_decided_again_without_models(run, light, article, tmp_path):
    run("verify", article, "--published", "2024-08-30", "--out", "o", *light)
    code, out, _ = run("report", "o")
    assert code == 0
    assert "✗ refuted" in out
    assert run("report", "o", "--format", "md", "--out", "p")[0] == 0
    assert "Mongolia signed the Rome Statute" in (tmp_path / "p" / "report.md").read_text()
    assert run("report", "o", "--support", "0.99")[0] == 0


def test_doctor_finds_all_parts(run):
    code, out, _ = run("doctor")
    assert code == 0
    assert "self-test: 2 of 2" in out


@pytest.mark.parametrize(("option", "needs"), [("--address", "--engine ray"), ("--patience", "--workers")])
def test_options_of_workers_are_not_taken_in_silence_without_them(run, light, article, option, needs):
    code, _, err = run("verify", article, option, "2", *light)
    assert code == 2
    assert f"add {needs}" in err or f"{needs}; add it" in err


def test_every_command_shows_an_example(run):
    names = [command.name or command.callback.__name__ for command in app.registered_commands]
    commands = [[name] for name in names] + [["corpus", name] for name in ("build", "info", "search", "list")]
    commands += [["review", name] for name in ("import", "stats", "export", "serve")]
    for command in commands:
        code, out, _ = run(*command, "--help")
        assert code == 0
        assert "Example:" in out, command


def test_help_opens_no_heavy_package():
    heavy = "torch", "transformers", "spacy", "sentence_transformers", "sklearn", "jinja2", "numpy"
    code = f"import sys, verifier.cli.main; print([name for name in {heavy!r} if name in sys.modules])"
    start = time.perf_counter()
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]", f"{out} after {time.perf_counter() - start:.1f} s"


def test_a_corpus_is_drafted_built_and_searched(run, tmp_path):
    (tmp_path / "members.csv").write_text("country,joined\nEstonia,2004-05-01\nCroatia,2013-07-01\n")
    code, out, _ = run("corpus", "init", tmp_path)
    assert code == 0
    assert "members.csv: 2 rows about country; joined (date)" in out
    assert run("corpus", "build", tmp_path)[0] == 0
    assert "Croatia has been among the members since 1 July 2013." in run("corpus", "search", tmp_path, "Croatia")[1]
    assert run("corpus", "init", tmp_path)[0] == 2


def test_what_is_kept_is_shown_and_forgotten(run, tmp_path):
    place = tmp_path / "c.sqlite"
    assert "nothing is kept" in run("cache", "info", "--cache", place)[1]
    arguments = "check", "It rained in Ulaanbaatar.", "--as-of", "2024-08-30", "--format", "jsonl", "--cache", place
    first = run(*arguments)
    assert "0 judgements" not in run("cache", "info", "--cache", place)[1]
    assert run(*arguments)[1] == first[1]
    assert "0 judgements" not in run("cache", "prune", "--older-than", "0", "--cache", place)[1]
    assert " 0 judgements" in run("cache", "info", "--cache", place)[1]
    assert run("check", "x", "--cache", tmp_path)[0] == 2
    assert run("check", "x", "--cache", place, "--no-cache")[0] == 2


def test_many_articles_are_summed_up(run, light, tmp_path):
    lines = [{"text": f"China is a member of the ICC. It rained {n} times.", "id": f"n{n}"} for n in range(7)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    code, out, err = run("verify", "many.jsonl", "--published", "2024-08-30", "--quiet", *light)
    assert code == 0
    assert "14 claims of 7 articles" in out
    assert "It rained" not in out
    assert err == ""
