"""Pairs made from entailed pairs by altering one number or name of the claim: what differs by a word is not support.

A claim with another number than its evidence is refuted, unless it is worded as a bound. A claim about another name is
open or refuted, which no rule can tell, so its target is spread over both labels: it says only "not entailed".
"""

import random
import re
from collections.abc import Iterator, Sequence
from typing import Any

Row = dict[str, Any]
SOURCES = {"vitaminc", "fever", "wiki_nli_protocols", "infotabs", "split"}
NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w-])")
NAME = re.compile(r"(?<![\w-])(?!The\b|This\b|His\b|Her\b)[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*(?![\w-])")
MONTHS = "January February March April May June July August September October November December".split()
BOUNDS = re.compile(
    r"\b(more|less|fewer|over|under|above|below|least|most|about|around|near\w*|approximate\w*|almost|roughly|before|after"
    r"|since|until|between|up|within|exceed\w*|by|or|not|no|never|n't)\b|n't", re.IGNORECASE,
)  # fmt: skip
REFUTED, ANOTHER_SUBJECT, ANOTHER_NAME = [0.0, 0.1, 0.9], [0.0, 0.8, 0.2], [0.0, 0.5, 0.5]


def altered(rows: Sequence[Row], count: int, rng: random.Random) -> Iterator[Row]:
    """Yield at most `count` altered rows, numbers and names by turns as the claims allow."""
    entailed = [r for r in rows if r["label"] == "entailment" and r["source"].split("/")[0] in SOURCES]
    names = [name for row in rng.sample(entailed, min(40_000, len(entailed))) for name in names_of(row)]
    made = 0
    for row in rng.sample(entailed, len(entailed)):
        if made >= count:
            return
        new = other_number(row, rng) or other_name(row, names, rng)
        if new:
            made += 1
            yield {"premise": row["premise"], **new, "source": f"altered/{row['source']}"}


def names_of(row: Row) -> list[str]:
    """Return the names inside the claim; its first word is capitalised anyway."""
    return [m.group() for m in NAME.finditer(row["hypothesis"]) if m.start() and m.group() in row["premise"]]


def other_number(row: Row, rng: random.Random) -> Row | None:
    """Return the claim with another number or month, where the evidence holds the true one word for word."""
    claim = row["hypothesis"]
    if BOUNDS.search(claim):
        return None
    spots = [m for m in NUMBER.finditer(claim) if m.group() in row["premise"]]
    months = [m for m in re.finditer("|".join(MONTHS), claim) if m.group() in row["premise"]]
    if not spots + months:
        return None
    spot = rng.choice(spots + months)
    new = rng.choice(MONTHS) if spot in months else near_number(spot.group(), rng)
    if new is None or new in row["premise"]:
        return None
    return {"hypothesis": claim[: spot.start()] + new + claim[spot.end() :], "target": REFUTED}


def near_number(text: str, rng: random.Random) -> str | None:
    """Return a number of the same form: a year a few years off, else another size."""
    value = float(text.replace(",", ""))
    if re.fullmatch(r"1[5-9]\d\d|20\d\d", text):
        return str(int(value) + rng.choice((-20, -10, -5, -3, -2, -1, 1, 2, 3, 5, 10)))
    other = (
        value * rng.choice((0.5, 0.7, 0.9, 1.1, 1.3, 2, 3))
        if value >= 20
        else value + rng.choice((-3, -2, -1, 1, 2, 4))
    )
    if other < 0 or round(other, 1) == value:
        return None
    decimals = len(text.partition(".")[2])
    return f"{other:,.{decimals}f}" if "," in text else f"{other:.{decimals}f}"


def other_name(row: Row, names: Sequence[str], rng: random.Random) -> Row | None:
    """Return the claim with another name of as many words, where the evidence holds the true one word for word."""
    claim = row["hypothesis"]
    spots = [m for m in NAME.finditer(claim) if m.group() in row["premise"] and m.group() not in MONTHS]
    spots = [m for m in spots if m.start() or " " in m.group()]
    if not spots:
        return None
    spot = rng.choice(spots)
    words = spot.group().count(" ")
    new = next(
        (n for n in (rng.choice(names) for _ in range(50)) if n.count(" ") == words and n not in row["premise"]), None
    )
    if new is None:
        return None
    where = ANOTHER_NAME if spot.start() else ANOTHER_SUBJECT
    return {"hypothesis": claim[: spot.start()] + new + claim[spot.end() :], "target": where}
