"""The bundled tables obey the rules of the treaty that they speak of."""

import csv
from datetime import date, timedelta

import pytest

from verifier.corpus_store import retriever_model, store_place
from verifier.retrieval.compiling import is_current

STATUTE_IN_FORCE = date(2002, 7, 1)
SUCCESSION = {"MNE"}  # Montenegro: in force from its independence


@pytest.fixture(scope="module")
def states(icc_folder):
    with (icc_folder / "membership.csv").open(encoding="utf-8", newline="") as file:
        return {row["iso3"]: row for row in csv.DictReader(file)}


def day(text):
    return date.fromisoformat(text) if text else None


def members_on(states, when):
    return [
        iso
        for iso, row in states.items()
        if row["entry_into_force_date"]
        and day(row["entry_into_force_date"]) <= when
        and not (row["withdrawal_effective"] and day(row["withdrawal_effective"]) <= when)
    ]


def test_every_state_has_one_row(states, icc_folder):
    with (icc_folder / "membership.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(states) == 199


def test_the_statute_enters_into_force_after_sixty_days_on_the_first_of_a_month(states):
    checked = 0
    for iso, row in states.items():
        deposit, force = day(row["deposit_date"]), day(row["entry_into_force_date"])
        if not deposit or not force or iso in SUCCESSION:
            continue
        sixtieth = deposit + timedelta(days=60)
        first = date(sixtieth.year + sixtieth.month // 12, sixtieth.month % 12 + 1, 1)
        assert force == max(first, STATUTE_IN_FORCE), iso
        checked += 1
    assert checked > 120


def test_sixty_deposits_brought_the_statute_into_force(states):
    deposits = [day(row["deposit_date"]) for row in states.values() if row["deposit_date"]]
    ceremony = date(2002, 4, 11)
    assert sum(d < ceremony for d in deposits) == 56
    assert sum(d <= ceremony for d in deposits) == 66


@pytest.mark.parametrize(
    ("when", "count"), [(date(2025, 1, 1), 125), (date(2024, 8, 30), 124), (date(2024, 1, 31), 123)]
)
def test_members_are_counted_by_date(states, when, count):
    assert len(members_on(states, when)) == count


def test_a_withdrawal_takes_effect_one_year_after_notice(states):
    left = {iso: row for iso, row in states.items() if row["withdrawal_effective"]}
    assert {"BDI", "PHL"} <= set(left)
    for iso, row in left.items():
        notice, effect = day(row["withdrawal_notified"]), day(row["withdrawal_effective"])
        assert (effect.year, effect.month, effect.day) == (notice.year + 1, notice.month, notice.day), iso


def test_notices_taken_back_in_time_ended_nothing(states):
    for iso in ("ZAF", "GMB"):
        assert states[iso]["withdrawal_rescinded"]
        assert not states[iso]["withdrawal_effective"]
        assert iso in members_on(states, date(2025, 12, 31))


def test_hungary_was_still_a_member_at_the_end_of_2025(states):
    assert states["HUN"]["withdrawal_notified"] == "2025-06-02"
    assert "HUN" in members_on(states, date(2025, 12, 31))


def test_malaysia_never_became_a_member(states):
    assert not states["MYS"]["entry_into_force_date"]


def test_signatures_were_possible_until_the_end_of_2000(states):
    signed = [day(row["signature_date"]) for row in states.values() if row["signature_date"]]
    assert all(date(1998, 7, 17) <= d <= date(2000, 12, 31) for d in signed)
    assert len(signed) == 139


def test_every_row_names_its_source(icc):
    for table in icc.tables:
        assert all(row.source.strip() for row in table.rows), table.name


def test_passages_have_unique_ids_and_end_their_sentences(icc):
    ids = [p.id for p in icc.passages]
    assert len(ids) == len(set(ids))
    assert all(p.text.rstrip('”"').endswith(".") for p in icc.passages)


def test_no_template_slot_is_left_open(icc):
    assert not [p.id for p in icc.passages if "{" in p.text or "  " in p.text]


def test_the_shipped_store_is_of_this_state_of_the_corpus(icc, icc_folder):
    """After a change of the corpus: verifier corpus build seeds/corpora/icc."""
    assert is_current(store_place(icc, icc_folder), icc.hash, retriever_model(), encoded=True)
