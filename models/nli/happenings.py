"""Pairs on events: dates, denial, other names, near predicates, order, direction; news, borders and duties."""

import datetime
import random
import re
from collections.abc import Callable, Iterator

import names
from events import EVENTS, EventPredicate
from phrases import a_date, day, distracted, false_time, month, other_month, remark, sentence, timed, true_time
from rows import C, E, N, Row, pick
from wordings import ACTORS, ACTS, RULES

# nouns of things that last or are issued: they date from a year, but do not take place
UNDATED = re.compile(
    "warrant|sanctions|fine |independence|absence|lawsuit|presence|participation|move |recall|award|win of|nomination|ceasefire"
)


def write(wordings: tuple[str, ...], s: str, o: str, rng: random.Random) -> str:
    return rng.choice(wordings).format(s=s, o=o)


def premise_time(d: datetime.date, rng: random.Random) -> str:
    return rng.choice((f"on {day(d, rng)}", f"on {day(d, rng)}", f"in {month(d)}", f"in {d.year}"))


def good_time(d: datetime.date, when: str, rng: random.Random) -> str:
    """Return a time that follows from the stated one."""
    if when.startswith("on"):
        return true_time(d, rng)
    return rng.choice(
        (f"in {d.year}", when, f"before {d.year + rng.randint(1, 9)}", f"after {d.year - rng.randint(1, 9)}", "")
    )


def bad_time(d: datetime.date, when: str, rng: random.Random) -> str:
    """Return a time that the stated one excludes."""
    if when.startswith("on"):
        return false_time(d, rng)
    year = d.year + rng.choice((-5, -2, -1, 1, 2, 4))
    choices = [
        f"in {year}",
        f"in {month(d.replace(year=year, day=1))}",
        f"before {d.year - rng.randint(0, 6)}",
        f"after {d.year + rng.randint(0, 6)}",
    ]
    if when != f"in {d.year}":
        choices.append(f"in {month(other_month(d, rng))}")
    return rng.choice(choices)


def event_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    p = pick(EVENTS, held_out, rng)
    s, o = names.subject_and_object(p.kind, rng)
    yield from about_event(p, s, o, lambda text: distracted(text, rng), rng)


def precision_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """A day follows from no month and a month from no year, while the reverse holds."""
    p = pick([e for e in EVENTS if e.once], held_out, rng)
    s, o = names.subject_and_object(p.kind, rng)
    d = a_date(rng)
    exact, coarse, year = f"on {day(d, rng)}", f"in {month(d)}", f"in {d.year}"
    another = d.replace(day=d.day % 28 + 1)

    def say(when: str) -> str:
        return timed(write(p.wordings(), s, o, rng), when, rng)

    by_day, by_month, by_year = (distracted(say(when), rng) for when in (exact, coarse, year))
    yield Row(by_day, say(f"on {day(d, rng)}"), E, "precision")
    yield Row(by_day, say(f"on {day(another, rng)}"), C, "precision")
    yield Row(by_day, say(coarse), E, "precision")
    yield Row(by_day, say(f"in {month(other_month(d, rng))}"), C, "precision")
    yield Row(by_month, say(exact), N, "precision")
    yield Row(by_month, say(f"on {day(other_month(d, rng), rng)}"), C, "precision")
    yield Row(by_month, say(coarse), E, "precision")
    yield Row(by_year, say(rng.choice((exact, coarse))), N, "precision")
    yield Row(by_year, say(f"in {month(d.replace(year=d.year + rng.choice((-1, 1)), day=1))}"), C, "precision")
    yield Row(
        distracted(sentence(write(p.wordings(), s, o, rng)), rng),
        say(rng.choice((exact, coarse, year))),
        N,
        "precision",
    )


def news_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """The same claims, of which one sentence in three to five speaks; others share names, predicate or both."""
    p = pick(EVENTS, held_out, rng)
    s, o = names.subject_and_object(p.kind, rng)
    first, second = p.kind.split()
    s3, o3 = names.make(first, rng, s, o), names.make(second, rng, s, o)

    def among_others(text: str) -> str:
        others = [timed(f"{s3} {p.past}".format(o=o3), premise_time(a_date(rng), rng), rng)]
        if p.rivals[0] == "N":
            others.append(timed(f"{s3} {p.past}".format(o=o), premise_time(a_date(rng), rng), rng))
        if p.rivals[1] == "N":
            others.append(timed(f"{s} {p.past}".format(o=o3), premise_time(a_date(rng), rng), rng))
        if p.short and rng.random() < 0.3:
            others = [timed(write(p.short, s3, o3, rng), premise_time(a_date(rng), rng), rng)]
        about = (f"The news about {s} and {o} was read with interest in {names.place(rng)}.", f"A report of {rng.randint(9, 90)} pages deals with {s} and {o}.",
                 f"{names.person(rng)} has written a book about {o}.")  # fmt: skip
        near = rng.sample(others, min(len(others), rng.randint(1, 2) if p.rivals[0] == "N" else 1))
        extra = [*near, *rng.sample((rng.choice(about), remark(rng), remark(rng)), rng.randint(1, 2))]
        passage = [text, *extra]
        rng.shuffle(passage)
        return " ".join(passage)

    for row in about_event(p, s, o, among_others, rng, avoid=(s3, o3)):
        yield row._replace(phenomenon=f"news_{row.phenomenon}")


def about_event(
    p: EventPredicate, s: str, o: str, set_in: Callable[[str], str], rng: random.Random, avoid: tuple[str, ...] = ()
) -> Iterator[Row]:
    """Yield pairs on one event; `set_in` puts its sentence among others."""
    d = a_date(rng)
    when = premise_time(d, rng)
    premise = set_in(timed(write(p.wordings(), s, o, rng), when, rng))
    good, bad = good_time(d, when, rng), bad_time(d, when, rng)
    yield Row(premise, timed(write(p.wordings(), s, o, rng), good, rng), E, "date")
    if p.once or rng.random() < 0.8:
        yield Row(
            premise,
            timed(write(p.wordings(), s, o, rng), bad, rng),
            C if p.once else N,
            "date" if p.once else "other_occasion",
        )
    if not when.startswith("on"):
        precise = f"on {day(d, rng)}" if rng.random() < 0.5 or when.startswith(f"in {month(d)}") else f"in {month(d)}"
        yield Row(premise, timed(write(p.wordings(), s, o, rng), precise, rng), N, "too_precise")
    denial = set_in(sentence(write(p.denials(), s, o, rng)))
    yield Row(premise, sentence(write(p.denials(), s, o, rng)), C, "negation")
    yield Row(denial, timed(write(p.wordings(), s, o, rng), rng.choice(("", good)), rng), C, "negation")
    yield Row(denial, sentence(write(p.denials(), s, o, rng)), E, "negation")
    if p.opposite:
        stated = write(p.opposite, s, o, rng)
        against = set_in(sentence(stated))
        yield Row(premise, sentence(stated), C, "opposite")
        yield Row(against, sentence(write(p.wordings(), s, o, rng)), C, "opposite")
        yield Row(against, sentence(write(p.denials(), s, o, rng)), E, "opposite")
        yield Row(against, sentence(stated), E, "opposite")
        yield Row(denial, sentence(write(p.opposite, s, o, rng)), N, "opposite")
    first, second = p.kind.split()
    s2, o2 = names.make(first, rng, s, o, *avoid), names.make(second, rng, s, o, *avoid)
    if p.rivals[0] == "N":
        yield Row(premise, timed(write(p.wordings(), s2, o, rng), good, rng), N, "other_subject")
        yield Row(rng.choice((premise, denial)), sentence(write(p.denials(), s2, o, rng)), N, "other_subject")
    if p.rivals[1] == "N":
        yield Row(premise, timed(write(p.wordings(), s, o2, rng), good, rng), N, "other_object")
        yield Row(rng.choice((premise, denial)), sentence(write(p.denials(), s, o2, rng)), N, "other_object")
    if p.rivals[1] == "C":
        yield Row(premise, timed(write(p.wordings(), s, o2, rng), rng.choice((good, "")), rng), C, "other_object")
    beside = p.near + p.short
    if p.near + p.further:
        yield Row(premise, timed(write(p.near + p.further, s, o, rng), good, rng), N, "other_relation")
    if beside:
        thing = rng.choice(beside)
        aside = set_in(timed(write((thing,), s, o, rng), when, rng))
        yield Row(aside, timed(write(p.wordings(), s, o, rng), good, rng), N, "other_relation")
        yield Row(aside, sentence(write(p.denials(), s, o, rng)), N, "other_relation")
        yield Row(aside, timed(write((thing,), s, o, rng), good, rng), E, "other_relation")
    if p.noun and rng.random() < 0.5:
        noun = write(p.noun, s, o, rng)
        verb = rng.choice(
            ("dates back to", "dates from", *(() if UNDATED.search(noun) else ("took place in", "happened in")))
        )
        if p.once:
            yield Row(premise, sentence(f"{noun} {verb} {d.year}"), E, "noun")
            yield Row(premise, sentence(f"{noun} {verb} {d.year + rng.choice((-3, -1, 1, 2))}"), C, "noun")
        took = (
            f"dates from {when.split(' ', 1)[1]}"
            if UNDATED.search(noun) or rng.random() < 0.3
            else f"took place {when}"
        )
        stated = set_in(sentence(f"{noun} {took}"))
        yield Row(stated, timed(write(p.wordings(), s, o, rng), good, rng), E, "noun")
        if p.once:
            yield Row(stated, timed(write(p.wordings(), s, o, rng), bad, rng), C, "noun")
        yield Row(stated, sentence(write(p.denials(), s, o, rng)), C, "noun")
        if p.rivals[0] == "N":
            yield Row(premise, sentence(f"{write(p.noun, s2, o, rng)} {verb} {d.year}"), N, "noun")


def swap_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """Subject and object change places."""
    swaps = [p for p in EVENTS if p.rivals[2] != "-" and p.held_out == held_out]
    label = rng.choice(sorted({p.rivals[2] for p in swaps}))
    p = rng.choice([p for p in swaps if p.rivals[2] == label])
    s, o = names.subject_and_object(p.kind, rng)
    d = a_date(rng)
    premise = distracted(timed(write(p.wordings(), s, o, rng), f"on {day(d, rng)}", rng), rng)
    yield Row(
        premise,
        timed(write(p.wordings(), o, s, rng), rng.choice((f"on {day(d, rng)}", f"in {d.year}")), rng),
        {"N": N, "E": E, "C": C}[p.rivals[2]],
        "swap",
    )
    yield Row(premise, timed(write(p.wordings(), s, o, rng), f"in {d.year}", rng), E, "swap")
    yield Row(premise, sentence(write(p.denials(), s, o, rng)), C, "swap")
    if p.rivals[2] == "N":
        yield Row(premise, sentence(write(p.denials(), o, s, rng)), N, "swap")
        both = f"{premise} {timed(write(p.wordings(), o, s, rng), f'in {d.year}', rng)}"
        yield Row(both, timed(write(p.wordings(), o, s, rng), f"in {d.year}", rng), E, "swap")


def order_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """Which of two dated events came first."""
    p = pick([e for e in EVENTS if e.once and e.rivals[0] == "N"], held_out, rng)
    q = p if rng.random() < 0.5 else pick([e for e in EVENTS if e.once and e.kind != p.kind], held_out, rng)
    s, o = names.subject_and_object(p.kind, rng)
    s2, o2 = names.subject_and_object(q.kind, rng)
    if q is p:
        s2, o2 = names.make(p.kind.split()[0], rng, s, o), o
    early = a_date(rng, room=5000)
    late = early + datetime.timedelta(days=rng.randint(40, 5000))
    first, second = f"{s} {p.past}".format(o=o), f"{s2} {q.past}".format(o=o2)
    facts = [
        timed(write(p.wordings(), s, o, rng), f"on {day(early, rng)}", rng),
        timed(write(q.wordings(), s2, o2, rng), f"on {day(late, rng)}", rng),
    ]
    if rng.random() < 0.5:
        facts.append(remark(rng))
    rng.shuffle(facts)
    premise = " ".join(facts)
    yield Row(premise, sentence(f"{first} before {second}"), E, "order")
    yield Row(premise, sentence(f"{second} before {first}"), C, "order")
    yield Row(premise, sentence(f"{second} after {first}"), E, "order")
    yield Row(premise, sentence(f"{first} after {second}"), C, "order")
    open_facts = [sentence(first), timed(second, f"on {day(late, rng)}", rng)]
    if rng.random() < 0.5:
        open_facts = [timed(first, f"in {early.year}", rng), timed(second, f"in {early.year}", rng)]
    rng.shuffle(open_facts)
    a, b = rng.sample((first, second), 2)
    yield Row(" ".join(open_facts), sentence(f"{a} {rng.choice(('before', 'after'))} {b}"), N, "order")
    third = names.make(p.kind.split()[0], rng, s, o, s2, o2)
    yield Row(premise, sentence(f"{third} {p.past.format(o=o)} {rng.choice(('before', 'after'))} {second}"), N, "order")
    yield Row(
        distracted(sentence(f"{first} {rng.choice(('before', 'after'))} {second}"), rng),
        timed(first, f"in {early.year}", rng),
        N,
        "order",
    )


def rule_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    stated, same, opposite, unrelated, _ = rng.choice([r for r in RULES if r[4] == held_out])
    actor, other = rng.sample(ACTORS, 2)
    act, act2 = rng.sample(ACTS, 2)

    def say(text: str, what: str = act, who: str = actor) -> str:
        plural = who[:-1] + "ies" if who.endswith("y") and who[-2] not in "aeiou" else who + "s"
        text = text.replace("A {m}", "An {m}").replace(" a {m}", " an {m}") if who[0] in "aeiou" else text
        text = text.replace("{m}s", plural).replace("{M}s", plural.capitalize())
        several = plural.lower() in text.lower()
        return text.format(m=who, act=what.replace("its ", "their ") if several else what).rstrip(".") + "."

    premise = distracted(say(stated), rng)
    yield Row(premise, say(rng.choice(same)), E, "duty")
    yield Row(premise, say(rng.choice(opposite)), C, "duty")
    yield Row(premise, say(rng.choice(unrelated)), N, "duty")
    yield Row(premise, say(rng.choice((*same, *opposite)), act2), N, "duty")
    yield Row(premise, say(rng.choice((*same, *opposite)), act, other), N, "duty")
    yield Row(premise, say(stated), E, "duty")
    yield Row(distracted(say(rng.choice(opposite)), rng), say(stated), C, "duty")


def place_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    s, a, b, c = names.several("state", 4, rng)
    s = names.made_up_place(rng)
    inland = rng.random() < 0.5
    border = rng.choice(("{s} has land borders with {a} and {b}, among others", "the neighbours of {s} include {a} and {b}") if held_out
                        else ("{s} borders {a} and {b}, among others", "{s} shares borders with {a} and {b} and other countries", "{s} lies next to {a} and {b}"))  # fmt: skip
    coast = rng.choice(
        ("{s} is landlocked", "{s} has no coast")
        if inland
        else ("{s} has a coast on the ocean", "{s} has sea ports on its coast")
    )
    premise = distracted(" ".join(sentence(x.format(s=s, a=a, b=b)) for x in (border, coast)), rng)
    claims = (
        ("{s} is landlocked", "{s} has no access to the sea")
        if not held_out
        else ("{s} is a landlocked country", "{s} has no coastline")
    )
    coastal = ("{s} has a coastline", "{s} lies by the sea")
    yield Row(premise, sentence(rng.choice(claims).format(s=s)), E if inland else C, "place")
    yield Row(premise, sentence(rng.choice(coastal).format(s=s)), C if inland else E, "place")
    yield Row(premise, sentence(rng.choice((*claims, *coastal)).format(s=rng.choice((a, b)))), N, "place")
    yield Row(premise, f"{s} shares a border with {rng.choice((a, b))}.", E, "place")
    yield Row(premise, f"{s} does not border {rng.choice((a, b))}.", C, "place")
    yield Row(premise, f"{s} {rng.choice(('borders', 'does not border'))} {c}.", N, "place")
