"""Pairs on units, shares, ages and terms of years."""

import datetime
import random
from collections.abc import Iterator
from typing import NamedTuple

import names
from phrases import day, distracted, number, sentence
from rows import C, E, N, Row, pick


class Unit(NamedTuple):
    """A quantity in two units; the factor leads from the larger to the smaller."""

    kind: str
    wordings: tuple[str, ...]
    other: str  # another quantity, which is no part of the first
    large: str
    small: str
    factor: int
    held_out: bool = False


UNITS = (
    Unit("road", ("{s} is {n} long", "{s} has a length of {n}", "the length of {s} is {n}"), "the cable beside {s} is {n} long", "kilometres", "metres", 1000),
    Unit("mountain", ("the trail up {s} is {n} long", "the length of the trail up {s} is {n}"), "the ski run on {s} is {n} long", "km", "m", 1000),
    Unit("comet", ("{s} moves {n} every second", "every second {s} covers {n}"), "the dust of {s} moves {n} every second", "kilometres", "metres", 1000),
    Unit("plant", ("{s} produces {n} of copper a day", "each day {s} turns out {n} of copper"), "{s} burns {n} of coal a day", "tonnes", "kilograms", 1000),
    Unit("product", ("the battery of {s} lasts {n}", "with a full battery {s} runs for {n}"), "{s} charges in {n}", "hours", "minutes", 60),
    Unit("summit", ("{s} lasted {n}", "the duration of {s} was {n}", "{s} went on for {n}"), "the preparation of {s} took {n}", "days", "hours", 24),
    Unit("person", ("{s} spent {n} abroad", "{s} lived abroad for {n}"), "{s} spent {n} in hospital", "years", "months", 12),
    Unit("painting", ("{s} is {n} wide", "the width of {s} is {n}"), "{s} is {n} high", "metres", "centimetres", 100),
    Unit("company", ("{s} sold {n} of milk", "{n} of milk were sold by {s}"), "{s} bought {n} of milk", "litres", "millilitres", 1000),
    Unit("building", ("the renovation of {s} took {n}", "{s} was renovated in {n}"), "{s} was closed for {n}", "weeks", "days", 7),
    Unit("satellite", ("{s} weighs {n}", "the weight of {s} is {n}", "{s} has a mass of {n}"), "the crane for {s} weighs {n}", "tonnes", "kilograms", 1000, True),
    Unit("region", ("the forest of {s} covers {n}", "{n} of {s} are forest"), "the lakes of {s} cover {n}", "square kilometres", "hectares", 100, True),
    Unit("plant", ("{s} has a capacity of {n}", "the capacity of {s} is {n}"), "the plant next to {s} has a capacity of {n}", "gigawatts", "megawatts", 1000, True),
)  # fmt: skip


def unit_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """The same quantity in another unit, and numerals in words."""
    u = pick(UNITS, held_out, rng)
    s, other = names.several(u.kind, 2, rng)
    value = rng.choice((rng.randint(2, 60), rng.randint(2, 19) + (0 if u.factor % 2 else 0.5)))
    amounts = [f"{value:g} {u.large}", f"{value * u.factor:,.0f} {u.small}"]
    rng.shuffle(amounts)
    given, asked = amounts
    if asked.endswith(u.small):
        wrong = [
            f"{value * u.factor * f:,.0f} {u.small}"
            for f in ((10, 0.5, 2, 1.5) if u.factor < 100 else (0.1, 10, 2, 1.5))
        ]
    else:
        wrong = [f"{value * f:g} {u.large}" for f in (10, 2, 100, 3)]

    stated, other_wordings = rng.sample((u.wordings, (u.other,)), 2)

    def say(amount: str, subject: str = s, wordings: tuple[str, ...] = stated) -> str:
        return sentence(rng.choice(wordings).format(s=subject, n=amount))

    premise = distracted(say(given), rng)
    false = rng.choice(wrong)
    yield Row(premise, say(asked), E, "unit")
    yield Row(premise, say(false), C, "unit")
    yield Row(premise, say(rng.choice((asked, false)), other if rng.random() < 0.5 else s, other_wordings), N, "unit")
    if rng.random() < 0.5:
        yield Row(premise, say(rng.choice((asked, false)), other), N, "unit")


SHARES = (("a quarter", 25), ("half", 50), ("one in five", 20), ("three quarters", 75), ("a tenth", 10), ("one in ten", 10), ("a fifth", 20),
          ("two fifths", 40), ("one in four", 25), ("four out of five", 80), ("one in two", 50), ("three in ten", 30), ("one in twenty", 5))  # fmt: skip
BOUNDS = (3, 8, 15, 18, 22, 28, 35, 45, 55, 65, 78, 85)
# what is counted, two things that are true of a part of it, the kind of its name, held out
PARTS = (
    ("households in {o}", "own a car", "have a garden", "city", False), ("voters in {o}", "back the plan", "read a newspaper", "state", False),
    ("employees of {o}", "work from home", "cycle to work", "company", False), ("pupils in {o}", "learn a second language", "play an instrument", "city", False),
    ("farms in {o}", "grow wheat", "keep sheep", "region", False), ("shops in {o}", "open on Sundays", "sell books", "city", False),
    ("patients in {o}", "wait longer than a month", "have no insurance", "state", False), ("passengers of {o}", "travel on business", "book online", "company", False),
    ("hospitals in {o}", "have a blood bank", "train nurses", "state", True), ("members of {o}", "pay a reduced fee", "live abroad", "society", True),
)  # fmt: skip


def share_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """Percentages against fractions in words."""
    people, does, also, kind, _ = rng.choice([p for p in PARTS if p[4] == held_out])
    o, o2 = names.several(kind, 2, rng)
    words, percent = rng.choice(SHARES)
    false_words, _ = rng.choice([x for x in SHARES if x[1] != percent])

    def say(share: str, what: str = does, where: str = o) -> str:
        link = " " if share.split()[-1] in {"five", "ten", "four", "two", "twenty"} and " " in share else " of the "
        return sentence(f"{share}{link}{people.format(o=where)} {what}")

    def percents(value: int) -> str:
        return f"{value} {rng.choice(('percent', 'per cent'))}"

    if rng.random() < 0.5:
        given, asked, wrong = percents(percent), words, false_words
    else:
        given, asked, wrong = words, percents(percent), percents(rng.choice([x for _, x in SHARES if x != percent]))
    premise = distracted(say(given), rng)
    more, less = min(x for x in BOUNDS if x > percent), max(x for x in BOUNDS if x < percent)
    yield Row(premise, say(asked), E, "share")
    yield Row(premise, say(wrong), C, "share")
    yield Row(premise, say(rng.choice((asked, wrong)), also), N, "share")
    yield Row(premise, say(rng.choice((asked, wrong)), does, o2), N, "share")
    yield Row(premise, say(f"more than {less} percent"), E, "share")
    yield Row(premise, say(f"more than {more} percent"), C, "share")
    yield Row(premise, say(f"more than {rng.choice((less, more))} percent", also), N, "share")
    if percent != 50:
        yield Row(
            premise, say(rng.choice(("most", "the majority", "more than half"))), E if percent > 50 else C, "share"
        )
        yield Row(premise, say(rng.choice(("most", "the majority", "more than half")), also), N, "share")


# start and end of something, its length in years, kind of the subject, held out
SPANS = (
    ("{s} was born on {a} and died on {b}", "{s} was born in {x} and died in {y}", "{s} lived to the age of {n}", "person", False),
    ("{s} ({a} – {b}) was a painter", "{s} ({x}–{y}) was a painter", "{s} died aged {n}", "person", False),
    ("{s}, who was born on {a}, died on {b}", "{s}, born in {x}, died in {y}", "{s} was {n} years old at the time of death", "person", True),
)  # fmt: skip
TERMS = (
    ("{s} was {j} of {o} from {x} to {y}", "{s} was {j} of {o} for about {n} years", "director", "society", False),
    ("{s} became {j} of {o} in {x} and left the post in {y}", "{s} held the post of {j} of {o} for some {n} years", "mayor", "city", False),
    ("{s} entered {o} as a member in {x} and lost the seat in {y}", "{s} sat in {o} for about {n} years", "", "parliament", False),
    ("{s} played for {o} from {x} until {y}", "{s} played for {o} for about {n} years", "", "team", False),
    ("{s} joined {o} in {x} and retired in {y}", "{s} worked for {o} for around {n} years", "", "company", True),
)  # fmt: skip


def age(born: datetime.date, on: datetime.date) -> int:
    """Return full years of life."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def span_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """Ages from days and from years of birth, and terms of office."""
    by_day, by_year, aged, kind, _ = rng.choice([x for x in SPANS if x[4] == held_out])
    s, s2 = names.several(kind, 2, rng)
    born = datetime.date(1850, 1, 1) + datetime.timedelta(days=rng.randrange(36000))
    died = born + datetime.timedelta(days=rng.randint(9000, 34000))
    years, apart = age(born, died), died.year - born.year
    texts = {"s": s, "a": day(born, rng), "b": day(died, rng), "x": born.year, "y": died.year}
    exactly, roughly = (
        distracted(sentence(by_day.format(**texts)), rng),
        distracted(sentence(by_year.format(**texts)), rng),
    )

    def say(count: object, subject: str = s) -> str:
        return sentence(aged.format(s=subject, n=count))

    yield Row(exactly, say(years), E, "age")
    yield Row(exactly, say(years + rng.choice((-10, -5, -2, 2, 3, 10))), C, "age")
    yield Row(exactly, say(years + rng.choice((-1, 1))), C, "age")
    yield Row(roughly, say(f"{apart - 1} or {apart}"), E, "age")
    yield Row(roughly, say(f"{apart + 4} or {apart + 5}"), C, "age")
    yield Row(roughly, say(rng.choice((apart, apart - 1))), N, "age")
    yield Row(exactly, say(rng.choice((years, f"{apart - 1} or {apart}")), s2), N, "age")
    held, claim, job, second, _ = rng.choice([x for x in TERMS if x[4] == held_out])
    o, o2 = names.several(second, 2, rng, s)
    start, length = born.year + 30, rng.randint(2, 12)
    premise = distracted(sentence(held.format(s=s, o=o, j=job, x=start, y=start + length)), rng)
    wrong = length + rng.choice((-3, 3, 4, 10)) if length > 5 else length + rng.choice((3, 4, 10))
    yield Row(premise, sentence(claim.format(s=s, o=o, j=job, n=number(length, rng))), E, "duration")
    yield Row(premise, sentence(claim.format(s=s, o=o, j=job, n=number(wrong, rng))), C, "duration")
    yield Row(
        premise, sentence(claim.format(s=s, o=o2, j=job, n=number(rng.choice((length, wrong)), rng))), N, "duration"
    )
