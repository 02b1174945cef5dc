"""Pairs on numbers, bounds, ratios and rankings."""

import math
import random
from collections.abc import Iterator

import names
from phrases import distracted, number, remark, sentence, shown
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
    k, wrong = rng.sample(range(size), 2)
    order = ("first", "second", "third", "fourth")
    yield Row(premise, sentence(f"{ranked[i]} is {m.more} {ranked[j]}"), E, "ranking")
    yield Row(premise, sentence(f"{ranked[j]} is {m.more} {ranked[i]}"), C, "ranking")
    yield Row(premise, sentence(f"{rng.choice(ranked)} is {m.more} {outsider}"), N, "ranking")
    yield Row(premise, sentence(f"{outsider} is {m.more} {rng.choice(ranked)}"), N, "ranking")
    yield Row(premise, f"Of the {count}, the highest figure is that of {ranked[0]}.", E, "ranking")
    yield Row(premise, f"Of the {count}, the highest figure is that of {rng.choice(ranked[1:])}.", C, "ranking")
    yield Row(premise, f"Of the {count}, the lowest figure is that of {ranked[-1]}.", E, "ranking")
    yield Row(premise, f"Of the {count}, the lowest figure is that of {rng.choice(ranked[:-1])}.", C, "ranking")
    yield Row(premise, f"In a ranking of the {count} by this figure, {ranked[k]} comes {order[k]}.", E, "ranking")
    yield Row(premise, f"In a ranking of the {count} by this figure, {ranked[k]} comes {order[wrong]}.", C, "ranking")
    yield Row(facts[0], sentence(f"{ranked[i]} is {m.more} {ranked[j]}"), N, "ranking")
