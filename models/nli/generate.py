"""Generates labelled pairs on dates, numbers, membership, negation, lists, offices and duties.

Usage: python generate.py --out DIR [--pairs 80000] [--seed 7]
writes generated-train.jsonl.gz and generated-dev.jsonl.gz (predicates that training never sees).
"""

import argparse
import gzip
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import names
from phrases import a_date, day, distracted, false_time, month, sentence, shown, timed, true_time
from wordings import ACTORS, ACTS, EVENTS, MEASURES, OFFICES, RULES, STATES, EventPredicate

E, N, C = "entailment", "neutral", "contradiction"


class Row(NamedTuple):
    """One labelled pair and the phenomenon that it shows."""

    premise: str
    hypothesis: str
    label: str
    phenomenon: str


def event_pairs(p: EventPredicate, rng: random.Random) -> Iterator[Row]:
    s, o = names.subject_and_object(p.kind, rng)
    d = a_date(rng)
    when = rng.choice((f"on {day(d, rng)}", f"on {day(d, rng)}", f"in {month(d)}"))
    premise = distracted(timed(rng.choice(p.past).format(s=s, o=o), when, rng), rng)
    known_day = when.startswith("on")
    claim = rng.choice(p.past).format(s=s, o=o)
    good = true_time(d, rng) if known_day else rng.choice((f"in {d.year}", f"in {month(d)}", ""))
    yield Row(premise, timed(claim, good, rng), E, "date")
    yield Row(premise, timed(claim, false_time(d, rng) if known_day else f"in {d.year + rng.choice((-2, -1, 1, 2))}", rng),
              C if p.once else N, "date" if p.once else "other_occasion")  # fmt: skip
    if not known_day:
        yield Row(premise, timed(claim, f"on {day(d, rng)}", rng), N, "too_precise")
    yield Row(premise, sentence(rng.choice(p.denied).format(s=s, o=o)), C, "negation")
    denial = sentence(rng.choice(p.denied).format(s=s, o=o))
    yield Row(distracted(denial, rng), timed(claim, "", rng), C, "negation")
    yield Row(distracted(denial, rng), sentence(rng.choice(p.denied).format(s=s, o=o)), E, "negation")
    s2, o2 = names.subject_and_object(p.kind, rng)
    yield Row(premise, timed(rng.choice(p.past).format(s=s2, o=o), good, rng), N, "other_subject")
    yield Row(premise, timed(rng.choice(p.past).format(s=s, o=o2), good, rng), N, "other_object")
    yield Row(premise, timed(p.other.format(s=s, o=o), good, rng), N, "other_relation")
    yield Row(timed(p.other.format(s=s, o=o), when, rng), timed(claim, good, rng), N, "other_relation")
    if p.noun and p.once:
        noun = rng.choice(p.noun).format(s=s, o=o)
        yield Row(premise, sentence(f"{noun} dates back to {d.year}"), E, "noun")
        yield Row(premise, sentence(f"{noun} dates back to {d.year + rng.choice((-3, -1, 1, 2))}"), C, "noun")


def visit_order(rng: random.Random) -> Iterator[Row]:
    """First, last and since: restrictions that a bare event does not state."""
    s, o = names.subject_and_object("visit", rng)
    d = a_date(rng)
    premise = f"{s} visited {o} on {day(d, rng)}."
    kind = rng.choice(("last", "first", "only"))
    yield Row(premise, f"{s}'s {kind} visit to {o} was in {d.year}.", N, "restriction")
    stated = f"{s}'s {kind} visit to {o} took place on {day(d, rng)}."
    yield Row(stated, f"The {kind} visit of {s} to {o} dates back to {month(d)}.", E, "restriction")
    yield Row(stated, f"{s}'s {kind} visit to {o} was in {d.year + rng.choice((-2, -1, 1, 3))}.", C, "restriction")
    yield Row(stated, f"{s} visited {o} in {d.year}.", E, "restriction")


def state_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    p = rng.choice([p for p in STATES if p.held_out == held_out])
    s, o = names.subject_and_object(p.kind, rng)
    d = a_date(rng)
    intro = rng.choice((f"As of {day(d, rng)}, ", f"Since {d.year}, ", ""))
    true = distracted(sentence(intro + rng.choice(p.holds).format(s=s, o=o)), rng)
    false = distracted(sentence(intro + rng.choice(p.fails).format(s=s, o=o)), rng)
    held, failed = (sentence(rng.choice(w).format(s=s, o=o)) for w in (p.holds, p.fails))
    yield from (Row(true, held, E, "state"), Row(true, failed, C, "state"))
    yield from (Row(false, failed, E, "state"), Row(false, held, C, "state"))
    s2, o2 = names.subject_and_object(p.kind, rng)
    yield Row(true, sentence(rng.choice(p.holds).format(s=s2, o=o)), N, "other_subject")
    yield Row(false, sentence(rng.choice(p.fails).format(s=s2, o=o)), N, "other_subject")
    yield Row(true, sentence(rng.choice(p.holds).format(s=s, o=o2)), N, "other_object")
    others = sorted({names.place(rng) for _ in range(rng.randint(2, 9))} - {s, s2})
    members = rng.sample([*others, s], len(others) + 1)
    listed = f"{p.plural.format(o=o)} {', '.join(members[:-1])} and {members[-1]}."
    complete = rng.choice((f"{listed} There are no others.", f"{listed} This list is complete."))
    yield Row(listed, held, E, "list")
    yield Row(complete, failed, C, "list")
    if s2 not in members and s2 != s:
        yield Row(complete, sentence(rng.choice(p.holds).format(s=s2, o=o)), C, "closed_list")
        yield Row(complete, sentence(rng.choice(p.fails).format(s=s2, o=o)), E, "closed_list")
        some = listed.replace(" are ", " include ", 1)
        yield Row(some, sentence(rng.choice(p.holds).format(s=s2, o=o)), N, "open_list")


def measure_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    m = rng.choice([m for m in MEASURES if m.held_out == held_out])
    s = names.company(rng) if "employ" in m.stated[0] or "evenue" in m.stated[0] else names.place(rng)
    value = float(f"{10 ** rng.uniform(*(__import__('math').log10(x) for x in (m.low, m.high))):.5g}")
    premise = distracted(rng.choice(m.stated).format(s=s, n=f"{value:,.0f}"), rng)

    def claim(text: str, subject: str = s) -> str:
        return sentence(rng.choice(m.claimed).format(s=subject, n=text).replace("$about ", "about $"))

    rounded = float(f"{value:.2g}")
    factor = rng.choice((0.4, 0.5, 0.7, 1.4, 2, 3, 10))
    yield Row(premise, claim(f"{value:,.0f}"), E, "number")
    if "$" not in m.claimed[0]:
        yield Row(
            premise,
            claim(f"{rng.choice(('about', 'roughly', 'some', 'around'))} {shown(rounded, rng)}"),
            E,
            "approximation",
        )
        yield Row(premise, claim(f"more than {shown(value * rng.uniform(0.5, 0.95), rng)}"), E, "approximation")
        yield Row(premise, claim(f"more than {shown(value * rng.uniform(1.1, 3), rng)}"), C, "approximation")
        yield Row(premise, claim(f"fewer than {shown(value * rng.uniform(0.3, 0.9), rng)}"), C, "approximation")
        yield Row(premise, claim(f"only {shown(rounded, rng)}"), E, "approximation")
    yield Row(premise, claim(shown(value * factor, rng)), C, "number")
    yield Row(premise, claim(f"{value:,.0f}", names.place(rng) + "ville"), N, "other_subject")
    if m.larger:
        other, times = names.place(rng) + "burg", rng.randint(2, 9)
        both = f"{premise} {rng.choice(m.stated).format(s=other, n=f'{value / (times + rng.uniform(-0.3, 0.3)):,.0f}')}"
        word = (
            "twice",
            "three times",
            "four times",
            "five times",
            "six times",
            "seven times",
            "eight times",
            "nine times",
        )
        yield Row(both, f"{s} is {word[times - 2]} {m.larger} {other}.", E, "ratio")
        yield Row(both, f"{s} is {word[(times + rng.randint(1, 6)) % 8]} {m.larger} {other}.", C, "ratio") if times < 9 else Row(
            both, f"{other} is larger than {s}.", C, "ratio")  # fmt: skip


def office_pairs(rng: random.Random) -> Iterator[Row]:
    s, s2, o = names.person(rng), names.person(rng), rng.choice((names.place, names.company))(rng)
    job, job2 = rng.sample(OFFICES, 2)
    d = a_date(rng)
    premise = rng.choice((f"{s} has been {job} of {o} since {day(d, rng)}.", f"{s} is the {job} of {o}.",
                          f"{o}'s {job} is {s}.", f"{s}, {o}'s {job}, took office in {d.year}."))  # fmt: skip
    premise = distracted(premise, rng)
    yield Row(
        premise,
        rng.choice((f"{s} is the {job} of {o}.", f"{s} is {o}'s {job}.", f"The {job} of {o} is {s}.")),
        E,
        "office",
    )
    yield Row(premise, f"{s} is not the {job} of {o}.", C, "office")
    yield Row(
        premise,
        f"{s2} is the {job} of {o}.",
        C if "is" in premise and rng.random() < 0 else N,
        "other_subject",
    )
    yield Row(premise, f"{s} is the {job2} of {o}.", N, "other_relation")
    yield Row(premise, f"{s} is the {job} of {names.place(rng)}ville.", N, "other_object")
    past = f"{s} was {job} of {o} from {d.year} until {d.year + 4}."
    yield Row(past, f"{s} was the {job} of {o} in {d.year + rng.randint(1, 3)}.", E, "office")
    yield Row(past, f"{s} was the {job} of {o} in {d.year + rng.randint(6, 12)}.", C, "office")


def rule_pairs(rng: random.Random) -> Iterator[Row]:
    stated, same, opposite, unrelated = rng.choice(RULES)
    actor, act, act2 = rng.choice(ACTORS), *rng.sample(ACTS, 2)
    plural = actor[:-1] + "ie" if actor.endswith("y") else actor

    def write(text: str, what: str = act) -> str:
        return text.format(m=actor, M=plural.capitalize(), act=what).rstrip(".") + "."

    yield Row(write(stated), write(rng.choice(same)), E, "duty")
    yield Row(write(stated), write(rng.choice(opposite)), C, "duty")
    yield Row(write(stated), write(rng.choice(unrelated)), N, "duty")
    yield Row(write(stated), write(rng.choice(same), act2), N, "duty")


def place_pairs(rng: random.Random) -> Iterator[Row]:
    s, a, b, c = rng.sample(sorted({names.place(rng) for _ in range(12)}), 4)
    sea = rng.random() < 0.5
    premise = (
        f"{s} is a landlocked country bordered by {a} and {b}." if sea else f"{s} borders {a} and {b} and has a coast."
    )
    yield Row(premise, f"{s} lies between {a} and {b}.", E if sea else N, "place")
    yield Row(premise, f"{s} is landlocked.", E if sea else C, "place")
    yield Row(premise, f"{s} shares a border with {rng.choice((a, b))}.", E, "place")
    yield Row(premise, f"{s} borders {c}.", N, "place")


def generate(rng: random.Random, count: int, held_out: bool) -> Iterator[Row]:
    """Yield pairs of all families; held-out predicates only, or none of them."""
    events = [p for p in EVENTS if p.held_out == held_out]
    families: list[Callable[[], Iterator[Row]]] = [
        *[lambda: event_pairs(rng.choice(events), rng)] * 4,
        *[lambda: state_pairs(rng, held_out)] * 2,
        lambda: measure_pairs(rng, held_out),
        lambda: office_pairs(rng),
        lambda: visit_order(rng),
        lambda: rule_pairs(rng),
        lambda: place_pairs(rng),
    ]
    made = 0
    while made < count:
        for row in rng.choice(families)():
            made += 1
            yield row


def write(path: Path, rows: Iterator[Row]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({**row._asdict(), "source": f"generated/{row.phenomenon}"}) + "\n")


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=80_000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    write(
        options.out / "generated-train.jsonl.gz",
        generate(random.Random(options.seed), options.pairs, held_out=False),
    )
    write(
        options.out / "generated-dev.jsonl.gz",
        generate(random.Random(options.seed + 1), 3_000, held_out=True),
    )


if __name__ == "__main__":
    main()
