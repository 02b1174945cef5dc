"""The labels of generated training pairs, computed once more from the printed text alone."""

import datetime
import gzip
import importlib.util
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from pint import UnitRegistry

NLI = Path(__file__).parents[1] / "models" / "nli"
WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
DENIAL = re.compile(r"\b(not|no|never|none)\b")
DAY = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})|([A-Z][a-z]+) (\d{1,2}), (\d{4})")
SHARES = {
    "a quarter": 25, "half": 50, "one in five": 20, "three quarters": 75, "a tenth": 10, "one in ten": 10,
    "a fifth": 20, "two fifths": 40, "one in four": 25, "four out of five": 80, "one in two": 50, "three in ten": 30,
    "one in twenty": 5,
}  # fmt: skip


@pytest.fixture(scope="module", params=(7, 20))
def files(request, tmp_path_factory):
    out = tmp_path_factory.mktemp("pairs")
    command = [sys.executable, "generate.py", "--out", str(out), "--pairs", "8000", "--seed", str(request.param)]
    subprocess.run(command, cwd=NLI, check=True)
    return {part: rows(out / f"generated-{part}.jsonl.gz") for part in ("train", "dev")}


def rows(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@pytest.fixture(scope="module")
def pairs(files):
    by_phenomenon = defaultdict(list)
    for row in files["train"] + files["dev"]:
        by_phenomenon[row["phenomenon"]].append(row)
    return by_phenomenon


def days(text):
    found = []
    for d, month, y, month2, d2, y2 in DAY.findall(text):
        found.append(datetime.datetime.strptime(f"{d or d2} {month or month2} {y or y2}", "%d %B %Y").date())
    return found


def number(text):
    text = text.lower()
    factor = next((f for w, f in (("thousand", 1e3), ("million", 1e6), ("billion", 1e9)) if w in text), 1)
    return round(float(re.search(r"[\d,.]*\d", text)[0].replace(",", "")) * factor, 3)


def expected(holds):
    return "entailment" if holds else "contradiction"


def settled(pairs, phenomenon):
    chosen = [row for row in pairs[phenomenon] if row["label"] != "neutral"]
    assert len(chosen) > 10
    return chosen


def test_labels_are_even_and_no_pair_has_two(files):
    for part in files.values():
        labels = Counter(row["label"] for row in part)
        assert labels["entailment"] / len(part) == pytest.approx(0.36, abs=0.02)
        assert labels["neutral"] / len(part) == pytest.approx(0.32, abs=0.02)
        once = defaultdict(set)
        for row in part:
            once[row["premise"], row["hypothesis"]].add(row["label"])
        assert [pair for pair, found in once.items() if len(found) > 1] == []
    assert len(files["dev"]) == 6_000


def test_development_predicates_are_not_trained_on(files):
    spec = importlib.util.spec_from_file_location("nli_events", NLI / "events.py")
    events = importlib.util.module_from_spec(spec)
    sys.modules["nli_events"] = events  # a dataclass looks its module up
    spec.loader.exec_module(events)
    trained = {re.sub(r"\{.\}", "", w).strip() for p in events.EVENTS if not p.held_out for w in p.wordings()}
    held = {re.sub(r"\{.\}", "", w).strip() for p in events.EVENTS if p.held_out for w in p.wordings()}
    assert held
    assert held - trained == held
    text = "\n".join(row["hypothesis"] for row in files["train"])
    assert not re.search(r"acceded|nationalised|declared war|pardoned|asylum|divorced", text)


def test_days_of_record_bind_that_day_only(pairs):
    for row in pairs["as_of"]:
        stated = [d for d in days(row["premise"]) if d in days(row["hypothesis"])]
        if row["label"] == "neutral":
            assert not stated, row
        else:
            assert stated, row


def test_lists_settle_who_is_on_them(pairs):
    for row in settled(pairs, "closed_list") + settled(pairs, "list"):
        listed = re.split(r"[;:,.] | and | are |\n(?:- )?", re.sub(r"\d\. ", "; ", row["premise"]))[1:]
        named = any(len(name) > 2 and name.strip(" .-").lower() in row["hypothesis"].lower() for name in listed)
        denied = bool(DENIAL.search(row["hypothesis"]))
        assert named == (row["phenomenon"] == "list"), row
        assert row["label"] == expected(named != denied), row


def test_counts_of_complete_lists(pairs):
    checked = 0
    for row in pairs["count"]:
        listed = re.search(r": ([^.]*; [^.]*)\. (?:The list is|This list is|There are no|No others)", row["premise"])
        if not listed or row["label"] == "neutral":
            continue
        count = len(listed[1].split("; "))
        claim = re.search(
            rf"(at least |fewer than |exactly |)\b({'|'.join(WORDS)}|\d+)\b (?!\w*th\b)", row["hypothesis"].lower()
        )
        claimed = WORDS.index(claim[2]) if claim[2] in WORDS else int(claim[2])
        holds = {"at least ": count >= claimed, "fewer than ": count < claimed}.get(claim[1], count == claimed)
        assert row["label"] == expected(holds), row
        checked += 1
    assert checked > 10


def test_units_are_converted(pairs):
    registry = UnitRegistry()
    units = (
        "kilometres|metres|km|m|tonnes|kilograms|hours|minutes|days|years|months|weeks|centimetres|litres|millilitres"
    )
    areas = "square kilometres|hectares|gigawatts|megawatts"
    amount = re.compile(rf"([\d,.]*\d) ({units}|{areas})\b(?! to the north)")
    spelled = {"tonnes": "metric_ton", "square kilometres": "km**2", "years": "year", "months": "month"}
    for row in settled(pairs, "unit"):
        (a,), (b,) = amount.findall(row["premise"])[:1], amount.findall(row["hypothesis"])[:1]
        first, second = (float(n.replace(",", "")) * registry(spelled.get(u, u)) for n, u in (a, b))
        assert row["label"] == expected(first.to(second.units).magnitude == pytest.approx(second.magnitude)), row


def test_ages_follow_from_days(pairs):
    checked = 0
    for row in settled(pairs, "age"):
        found = days(row["premise"])
        if len(found) < 2 or " or " in row["hypothesis"] or not re.search("born|painter", row["premise"]):
            continue
        born, died = min(found[:2]), max(found[:2])
        if len(found) > 2:
            continue  # a remark has a day as well
        years = died.year - born.year - ((died.month, died.day) < (born.month, born.day))
        assert row["label"] == expected(years == int(re.search(r"\b\d+\b", row["hypothesis"])[0])), row
        checked += 1
    assert checked > 10


def test_shares_compare(pairs):
    def share(text):
        percent = re.search(r"(\d+) (?:percent|per cent) of the \w+ (?:in|of)", text)
        return (
            int(percent[1]) if percent else next(v for k, v in SHARES.items() if re.search(rf"\b{k}\b", text.lower()))
        )

    for row in settled(pairs, "share"):
        said, claim = share(row["premise"]), row["hypothesis"].lower()
        if re.match("most|the majority|more than half", claim):
            holds = said > 50
        elif claim.startswith("more than"):
            holds = said > share(claim)
        else:
            holds = said == share(claim)
        assert row["label"] == expected(holds), row


def test_bounds_and_numerals_compare(pairs):
    tests = {"more than": float.__gt__, "over": float.__gt__, "fewer than": float.__lt__, "less than": float.__lt__,
             "at least": float.__ge__, "at most": float.__le__}  # fmt: skip
    amount = r"(\d[\d,.]*\d(?: (?:thousand|million|billion))?|\d (?:thousand|million|billion)|\d+)"
    checked = 0
    for row in settled(pairs, "bound"):
        word, text = re.search(rf"({'|'.join(tests)}) {amount}", row["hypothesis"], re.IGNORECASE).groups()
        stated = {number(n) for n in re.findall(amount, row["premise"])}
        outcomes = {tests[word.lower()](n, number(text)) for n in stated}
        if len(outcomes) == 1:  # other numbers of a remark agree
            assert row["label"] == expected(outcomes.pop()), row
            checked += 1
    assert checked > 10
    for row in settled(pairs, "numeral"):
        stated = {number(n) for n in re.findall(amount, row["premise"])}
        if len(stated) == 1:  # a remark has no number of its own
            assert row["label"] == expected(number(re.search(amount, row["hypothesis"])[0]) in stated), row
