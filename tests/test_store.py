from verifier.store import append_line, read_lines, replace_text


def test_a_torn_last_line_is_left_out_and_mended(tmp_path):
    path = tmp_path / "log.jsonl"
    append_line(path, "one")
    with path.open("a") as file:
        file.write("tor")
    assert list(read_lines(path)) == ["one"]
    append_line(path, "two")
    assert list(read_lines(path)) == ["one", "two"]


def test_lines_keep_unusual_separators(tmp_path):
    path = tmp_path / "log.jsonl"
    append_line(path, "a\u2028b\x85c")
    assert list(read_lines(path)) == ["a\u2028b\x85c"]


def test_replacing_leaves_no_other_file(tmp_path):
    path = tmp_path / "report.html"
    replace_text(path, "old")
    replace_text(path, "new")
    assert path.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


def test_a_missing_file_has_no_lines(tmp_path):
    assert list(read_lines(tmp_path / "none")) == []
