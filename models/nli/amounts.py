"""Pairs on numbers, units, shares, ages, durations and rankings."""

import datetime
import math
import random
from collections.abc import Iterator
from typing import NamedTuple

import names
from phrases import day, distracted, number, remark, sentence, shown
from rows import C, E, N, Row, pick
from wordings import MEASURES, Measure

TIMES = ("twice", "three times", "four times", "five times", "six times", "seven times", "eight times", "nine times")


def measured(m: Measure, rng: random.Random, *without: str) -> str:
    """Return a subject of a measure; {s} and {o} are filled where the measure needs two names."""
    return names.make(m.kind.split()[-1], rng, *without)


def write(m: Measure, wordings: tuple[str, ...], subject: str, amount: str, cause: str, rng: random.Random) -> str:
    names_of = {"s": cause, "o": subject} if cause else {"s": subject}
    return sentence(rng.choice(wordings).format(**names_of, n=amount))


def exact(value: float) -> float:
    """Return a value of five digits."""
    return float(f"{value:.5g}")


def measure_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    m = pick(MEASURES, held_out, rng)
    s = measured(m, rng)
    cause = names.make("disaster", rng) if " " in m.kind else ""
    value = exact(math.floor(10 ** rng.uniform(math.log10(m.low), math.log10(m.high))))
    premise = distracted(write(m, m.stated, s, f"{value:,.0f}", cause, rng), rng)

    def claim(text: str, subject: str = s) -> str:
        return write(m, m.claimed, subject, text, cause, rng)

    def loose() -> str:
        return rng.choice(("about", "roughly", "some", "around", "approximately"))

    below = "fewer than" if m.countable else "less than"
    above = rng.choice(("more than", "over"))
    less, greater = value * rng.uniform(0.4, 0.9), value * rng.uniform(1.15, 3)
    lower, higher = (float(f"{v:.2g}") for v in (less, greater))
    rounded = float(f"{value:.2g}")
    off = exact(value * rng.choice((0.1, 0.5, 0.7, 0.9, 1.1, 1.4, 2, 10)))
    yield Row(premise, claim(f"{value:,.0f}"), E, "number")
    yield Row(premise, claim(shown(off, rng)), C, "number")
    yield Row(premise, claim(f"{loose()} {shown(rounded, rng)}"), E, "approximation")
    yield Row(
        premise, claim(f"{loose()} {shown(rounded * rng.choice((0.25, 0.5, 2, 4, 10)), rng)}"), C, "approximation"
    )
    for word, true, false in (
        (above, lower, higher),
        (below, higher, lower),
        ("at least", lower, higher),
        ("at most", higher, lower),
    ):
        yield Row(premise, claim(f"{word} {shown(true, rng)}"), E, "bound")
        yield Row(premise, claim(f"{word} {shown(false, rng)}"), C, "bound")
    yield Row(distracted(claim(f"{above} {shown(lower, rng)}"), rng), claim(f"{value:,.0f}"), N, "bound")
    yield Row(
        distracted(claim(f"{below} {shown(higher, rng)}"), rng),
        claim(f"{rng.choice((above, below))} {shown(rounded * 0.9, rng)}"),
        N,
        "bound",
    )
    other = measured(m, rng, s)
    text = rng.choice(
        (
            f"{value:,.0f}",
            f"{loose()} {shown(rounded, rng)}",
            f"{above} {shown(lower, rng)}",
            f"{below} {shown(higher, rng)}",
        )
    )
    yield Row(premise, claim(text, other), N, "other_subject")
    if m.ratio:
        times = rng.randint(2, 9)
        both = f"{premise} {write(m, m.stated, other, f'{value / times:,.0f}', '', rng)}"
        wrong = rng.choice([t for t in range(2, 10) if abs(t - times) > 1])
        yield Row(both, sentence(m.ratio.format(s=s, o=other, t=f"about {TIMES[times - 2]}")), E, "ratio")
        yield Row(both, sentence(m.ratio.format(s=s, o=other, t=f"about {TIMES[wrong - 2]}")), C, "ratio")
        yield Row(premise, sentence(m.ratio.format(s=s, o=other, t=f"about {TIMES[times - 2]}")), N, "ratio")


class Unit(NamedTuple):
    """A quantity in two units; the factor leads from the larger to the smaller."""

    kind: str
    wordings: tuple[str, ...]
    other: str  # another quantity of the same subject
    large: str
    small: str
    factor: int
    held_out: bool = False


UNITS = (
    Unit("road", ("{s} is {n} long", "{s} has a length of {n}", "the length of {s} is {n}"), "a stretch of {s} that is {n} long is lit at night", "kilometres", "metres", 1000),
    Unit("mountain", ("the trail up {s} is {n} long", "the length of the trail up {s} is {n}"), "the first stage of the trail up {s} is {n} long", "km", "m", 1000),
    Unit("comet", ("{s} moves {n} every second", "every second {s} covers {n}"), "the dust of {s} moves {n} every second", "kilometres", "metres", 1000),
    Unit("plant", ("{s} produces {n} of copper a day", "each day {s} turns out {n} of copper"), "{s} loses {n} of copper a day", "tonnes", "kilograms", 1000),
    Unit("product", ("the battery of {s} lasts {n}", "with a full battery {s} runs for {n}"), "{s} charges in {n}", "hours", "minutes", 60),
    Unit("summit", ("{s} lasted {n}", "the duration of {s} was {n}", "{s} went on for {n}"), "the first session of {s} lasted {n}", "days", "hours", 24),
    Unit("person", ("{s} spent {n} abroad", "{s} lived abroad for {n}"), "{s} spent {n} in hospital", "years", "months", 12),
    Unit("painting", ("{s} is {n} wide", "the width of {s} is {n}"), "{s} is {n} high", "metres", "centimetres", 100),
    Unit("company", ("{s} sold {n} of milk", "{n} of milk were sold by {s}"), "{s} bought {n} of milk", "litres", "millilitres", 1000),
    Unit("building", ("the renovation of {s} took {n}", "{s} was renovated in {n}"), "{s} was closed for {n}", "weeks", "days", 7),
    Unit("satellite", ("{s} weighs {n}", "the weight of {s} is {n}", "{s} has a mass of {n}"), "the fuel of {s} weighs {n}", "tonnes", "kilograms", 1000, True),
    Unit("region", ("the forest of {s} covers {n}", "{n} of {s} are forest"), "the lakes of {s} cover {n}", "square kilometres", "hectares", 100, True),
    Unit("plant", ("{s} has a capacity of {n}", "the capacity of {s} is {n}"), "an extension of {s} has a capacity of {n}", "gigawatts", "megawatts", 1000, True),
)  # fmt: skip


def unit_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """The same quantity in another unit, and numerals in words."""
    u = pick(UNITS, held_out, rng)
    s, other = names.several(u.kind, 2, rng)
    value = rng.choice((rng.randint(2, 60), rng.randint(2, 19) + 0.5))
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

    def say(amount: str, subject: str = s) -> str:
        return sentence(rng.choice(u.wordings).format(s=subject, n=amount))

    premise = distracted(say(given), rng)
    yield Row(premise, say(asked), E, "unit")
    yield Row(premise, say(rng.choice(wrong)), C, "unit")
    yield Row(premise, say(asked, other), N, "unit")
    yield Row(premise, sentence(u.other.format(s=s, n=asked)), N, "unit")
    yield Row(distracted(sentence(u.other.format(s=s, n=given)), rng), say(asked), N, "unit")


def numeral_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """Numbers in digits against "2.5 million" and "40 thousand"."""
    m = pick(MEASURES, held_out, rng)
    cause = names.make("disaster", rng) if " " in m.kind else ""
    s = measured(m, rng)
    other = measured(m, rng, s)
    word, factor = rng.choice(
        [(w, f) for w, f in (("thousand", 1e3), ("million", 1e6), ("billion", 1e9)) if m.low / 30 < f < m.high / 2]
    )
    top = min(999, int(m.high / factor))
    value = rng.randint(2, max(3, top)) + (rng.randint(1, 9) / 10 if top < 100 and rng.random() < 0.5 else 0)
    texts = [f"{value:g} {word}", f"{value * factor:,.0f}"]
    rng.shuffle(texts)
    slips = {"thousand": "million", "million": "billion", "billion": "million"}
    wrong = rng.choice(
        (
            f"{value:g} {slips[word]}",
            f"{value * factor * 10:,.0f}",
            f"{value * factor / 10:,.0f}",
            f"{value + 1:g} {word}",
        )
    )
    premise = distracted(write(m, m.stated, s, texts[0], cause, rng), rng)
    yield Row(premise, write(m, m.claimed, s, texts[1], cause, rng), E, "numeral")
    yield Row(premise, write(m, m.claimed, s, wrong, cause, rng), C, "numeral")
    yield Row(premise, write(m, m.claimed, other, rng.choice((texts[1], wrong)), cause, rng), N, "numeral")


SHARES = (("a quarter", 25), ("half", 50), ("one in five", 20), ("three quarters", 75), ("a tenth", 10), ("one in ten", 10), ("a fifth", 20),
          ("two fifths", 40), ("one in four", 25), ("four out of five", 80), ("one in two", 50), ("three in ten", 30), ("one in twenty", 5))  # fmt: skip
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
        given, asked, wrong = words, percents(percent), percents(percent + rng.choice((-4, 6, 12, 15)))
    premise = distracted(say(given), rng)
    more, less = (5, 10, 15)[rng.randrange(3)], (2, 3, 4)[rng.randrange(3)]
    yield Row(premise, say(asked), E, "share")
    yield Row(premise, say(wrong), C, "share")
    yield Row(premise, say(rng.choice((asked, wrong)), also), N, "share")
    yield Row(premise, say(rng.choice((asked, wrong)), does, o2), N, "share")
    yield Row(premise, say(f"more than {percent - less} percent"), E, "share")
    yield Row(premise, say(f"more than {percent + more} percent"), C, "share")
    yield Row(premise, say(f"more than {percent + rng.choice((-less, more))} percent", also), N, "share")
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


def ranking_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """Comparisons within a short list of figures."""
    m = pick([m for m in MEASURES if m.more and " " not in m.kind], held_out, rng)
    group = names.several(m.kind, 5, rng)
    size = rng.randint(3, 4)
    ranked, outsider = group[:size], group[4]
    top = 10 ** rng.uniform(math.log10(m.low * 20), math.log10(m.high)) if m.high / m.low > 40 else m.high
    values = [exact(top * rng.uniform(0.93, 1.0) / 1.25**i) for i in range(size)]
    facts = [write(m, m.stated, s, f"{v:,.0f}", "", rng) for s, v in zip(ranked, values, strict=True)]
    rng.shuffle(facts)
    premise = " ".join([*facts, *([remark(rng)] if rng.random() < 0.2 else [])])
    i, j = sorted(rng.sample(range(size), 2))
    count = number(size, rng)
    order = ("first", "second", "third", "fourth")
    yield Row(premise, sentence(f"{ranked[i]} is {m.more} {ranked[j]}"), E, "ranking")
    yield Row(premise, sentence(f"{ranked[j]} is {m.more} {ranked[i]}"), C, "ranking")
    yield Row(premise, sentence(f"{rng.choice(ranked)} is {m.more} {outsider}"), N, "ranking")
    yield Row(premise, sentence(f"{outsider} is {m.more} {rng.choice(ranked)}"), N, "ranking")
    yield Row(premise, f"Of the {count}, the highest figure is that of {ranked[0]}.", E, "ranking")
    yield Row(premise, f"Of the {count}, the highest figure is that of {rng.choice(ranked[1:])}.", C, "ranking")
    yield Row(premise, f"Of the {count}, the lowest figure is that of {ranked[-1]}.", E, "ranking")
    yield Row(premise, f"Of the {count}, the lowest figure is that of {rng.choice(ranked[:-1])}.", C, "ranking")
    yield Row(premise, f"In a ranking of the {count} by this figure, {ranked[i]} comes {order[i]}.", E, "ranking")
    yield Row(premise, f"In a ranking of the {count} by this figure, {ranked[i]} comes {order[j]}.", C, "ranking")
    yield Row(premise, sentence(f"{ranked[0]} is {m.more} any other in the region"), N, "ranking")
    yield Row(f"{premise.split('. ')[0].rstrip('.')}.", sentence(f"{ranked[i]} is {m.more} {ranked[j]}"), N, "ranking")
