"""Pairs on membership, lists, counts, days of record, quantifiers and rows of tables."""

import datetime
import random
from collections.abc import Iterator

import names
from events import EVENTS
from phrases import a_date, capital, day, distracted, false_time, listed, month, number, past, sentence
from rows import C, E, N, Row, pick
from wordings import STATES, StatePredicate

GROUPS = {"state": "countries", "person": "people", "company": "companies", "union": "unions", "club": "organisations",
          "society": "institutions", "paper": "media", "party": "parties", "police": "forces", "court": "courts"}  # fmt: skip


def state_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    p = pick(STATES, held_out, rng)
    s, o = names.subject_and_object(p.kind, rng)
    first, second = p.kind.split()
    s2, o2 = names.make(first, rng, s, o), names.make(second, rng, s, o)

    def say(wordings: tuple[str, ...], subject: str = s, thing: str = o) -> str:
        return sentence(rng.choice(wordings).format(s=subject, o=thing))

    def state(wordings: tuple[str, ...]) -> str:
        return distracted(sentence(rng.choice(("at present, ", "", "")) + rng.choice(wordings).format(s=s, o=o)), rng)

    true, false = state(p.holds), state(p.fails)
    yield from (Row(true, say(p.holds), E, "state"), Row(true, say(p.fails), C, "state"))
    yield from (Row(false, say(p.fails), E, "state"), Row(false, say(p.holds), C, "state"))
    yield Row(true, say(rng.choice((p.holds, p.fails)), s2), N, "other_subject")
    yield Row(false, say(rng.choice((p.holds, p.fails)), s2), N, "other_subject")
    yield Row(true, say(rng.choice((p.holds, p.fails)), s, o2), N, "other_object")


def members_of(p: StatePredicate, rng: random.Random, least: int = 2) -> tuple[str, list[str], str]:
    """Return an object, its members, and one who is none."""
    first, second = p.kind.split()
    o = names.make(second, rng)
    group = names.several(first, rng.randint(least, 9) + 1, rng, o)
    return o, group[:-1], group[-1]


def full_list(p: StatePredicate, o: str, members: list[str], rng: random.Random) -> str:
    """Return a passage that lists all members and says so."""
    many, d = p.many.format(o=o), a_date(rng)
    title = many[0].upper() + many[1:]
    when = rng.choice((f" (as of {d.isoformat()})", f" ({day(d, rng)})", "", ""))
    end = rng.choice(
        ("The list is complete.", "This list is complete.", "There are no others.", "No others are on the list.")
    )
    return rng.choice((
        f"{title}{when}: {'; '.join(members)}. {end}",
        f"{title}{when}: {', '.join(members)}. {end}",
        f"The {many} are {listed(members)}. {end}",
        f"Complete list of the {many}{when}: {listed(members)}.",
        f"{title}{when}\n" + "\n".join(f"- {m}" for m in members) + f"\n{end}",
        f"{title}{when}. Total: {len(members)}. " + " ".join(f"{i}. {m}" for i, m in enumerate(members, 1)) + f". {end}",
    ))  # fmt: skip


def open_list(p: StatePredicate, o: str, members: list[str], rng: random.Random) -> str:
    """Return a passage that names some members only."""
    many = p.many.format(o=o)
    return rng.choice((f"The {many} include {listed(members)}.", f"Among the {many} are {listed(members)}.",
                       f"{capital(listed(members))} are among the {many}.", f"Some of the {many}: {'; '.join(members)}; and others."))  # fmt: skip


def list_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    p = pick(STATES, held_out, rng)
    o, members, outsider = members_of(p, rng)
    full, some = full_list(p, o, members, rng), open_list(p, o, members, rng)
    member, second = rng.choice(members), names.make(p.kind.split()[1], rng, o, outsider)

    def say(wordings: tuple[str, ...], subject: str, thing: str = o) -> str:
        return sentence(rng.choice(wordings).format(s=subject, o=thing))

    yield Row(full, say(p.holds, member), E, "list")
    yield Row(full, say(p.fails, member), C, "list")
    yield Row(full, say(p.holds, outsider), C, "closed_list")
    yield Row(full, say(p.fails, outsider), E, "closed_list")
    yield Row(some, say(rng.choice((p.holds, p.fails)), outsider), N, "open_list")
    yield Row(some, say(p.holds, member), E, "open_list")
    yield Row(full, say(rng.choice((p.holds, p.fails)), rng.choice((member, outsider)), second), N, "other_object")


def count_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """Counts of a list; of an open list only lower bounds are known."""
    p = pick(STATES, held_out, rng)
    o, members, _ = members_of(p, rng, 3)
    n = len(members)
    full, some = full_list(p, o, members, rng), open_list(p, o, members, rng)

    def has(count: int, bound: str = "") -> str:
        return sentence(p.has.format(o=o, n=f"{bound}{number(count, rng)}"))

    wrong = n + rng.choice((-1, 1, 2))
    low, high = rng.randint(2, n), n + rng.randint(1, 3)
    exactly = rng.choice(("", "", "exactly "))
    yield Row(full, has(n, exactly), E, "count")
    yield Row(full, has(wrong, exactly), C, "count")
    yield Row(full, has(low, "at least "), E, "count")
    yield Row(full, has(high, "at least "), C, "count")
    yield Row(full, has(high, "fewer than "), E, "count")
    yield Row(full, has(low, "fewer than "), C, "count")
    yield Row(some, has(low, "at least "), E, "count")
    yield Row(some, has(low, "fewer than "), C, "count")
    yield Row(some, has(rng.choice((n, high)), exactly), N, "count")
    yield Row(some, has(high, rng.choice(("at least ", "fewer than ", "more than "))), N, "count")
    yield Row(some, has(high), N, "count")
    yield Row(
        full,
        sentence(p.has.format(o=names.make(p.kind.split()[1], rng, o), n=number(rng.choice((n, wrong)), rng))),
        N,
        "count",
    )


def as_of_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """A state on a day of record says nothing of later years."""
    p = pick(STATES, held_out, rng)
    s, o = names.subject_and_object(p.kind, rng)
    d = a_date(rng, room=4000)
    later = f"{rng.choice(('on', 'as of'))} {day(d + datetime.timedelta(days=rng.randint(200, 4000)), rng)}"
    same = f"{rng.choice(('on', 'as of'))} {day(d, rng)}"
    stated, denied = (p.holds, p.fails) if rng.random() < 0.5 else (p.fails, p.holds)

    def say(wordings: tuple[str, ...], when: str) -> str:
        text = past(rng.choice([w for w in wordings if w.startswith("{")])).format(s=s, o=o)
        return sentence(f"{when}, {text}" if rng.random() < 0.5 else f"{text} {when}")

    premise = distracted(say(stated, rng.choice((f"as of {day(d, rng)}", f"on {day(d, rng)}"))), rng)
    yield Row(premise, say(stated, same), E, "as_of")
    yield Row(premise, say(denied, same), C, "as_of")
    yield Row(premise, say(rng.choice((stated, denied)), later), N, "as_of")


def quantifier_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """All, most, some and none of a group of four to six of which some did something."""
    p = pick(
        [e for e in EVENTS if e.rivals[0] == "N" and e.kind.split()[0] in GROUPS and e.once and " its " not in e.past],
        held_out,
        rng,
    )
    kind, second = p.kind.split()
    o = names.make(second, rng)
    size = rng.randint(4, 6)
    group = names.several(kind, size, rng, o)
    noun = f"{number(size, rng)} {GROUPS[kind]}"
    did = rng.choice((size, size, size, size - 1, 1, 0, 0))
    doers, others = group[:did], group[did:]
    act, base = p.past.format(o=o), p.base.format(o=o)
    deeds = ([f"{capital(listed(doers))} {act}."] if doers else []) + (
        [f"{capital(listed(others))} did not {base}."] if others else []
    )
    rng.shuffle(deeds)
    opening = f"{GROUPS[kind].capitalize()} in the study: {', '.join(rng.sample(group, size))}."
    premise = " ".join((opening, *deeds))
    truths = {"all": did == size, "most": did > size / 2, "some": did > 0, "none": did == 0}
    for word, holds in truths.items():
        if word == "some" and did == size:
            continue  # "some" of all is true to a logician and misleading to an editor
        claim = {"all": f"All {noun} in the study {act}.", "most": f"Most of the {noun} in the study {act}.",
                 "some": f"At least one of the {noun} in the study {act}.", "none": f"None of the {noun} in the study {act}."}[word]  # fmt: skip
        yield Row(premise, claim, E if holds else C, "quantifier")
    if doers and others:
        known = f"{opening} {capital(listed(doers))} {act}."
        rest = f"It is not known whether {listed(others)} did." if rng.random() < 0.5 else ""
        yield Row(f"{known} {rest}".strip(), f"All {noun} in the study {act}.", N, "quantifier")
        yield Row(f"{known} {rest}".strip(), f"None of the {noun} in the study {act}.", C, "quantifier")
        yield Row(
            f"{known} {rest}".strip(), f"Only {number(did, rng)} of the {noun} in the study {act}.", N, "quantifier"
        )
        if did <= size / 2:
            yield Row(f"{known} {rest}".strip(), f"Most of the {noun} in the study {act}.", N, "quantifier")
    other = names.make(second, rng, o, *group)
    yield Row(
        premise,
        f"{rng.choice(('All', 'Most of the', 'None of the', 'At least one of the', 'At least one of the'))} {noun} in the study {p.past.format(o=other)}.",
        N,
        "quantifier",
    )


# title, key column, kind of the key, columns with the claims that they settle
TABLES = (
    ("Status of {o}", "treaty", "State", "state", (("Signed", "{s} signed {o}", "{s} did not sign {o}"), ("Ratified", "{s} ratified {o}", "{s} did not ratify {o}"),
                                                   ("Withdrew", "{s} withdrew from {o}", "{s} did not withdraw from {o}")), False),
    ("Membership of {o}", "club", "Country", "state", (("Applied", "{s} applied to join {o}", "{s} did not apply to join {o}"), ("Joined", "{s} joined {o}", "{s} did not join {o}"),
                                                       ("Left", "{s} left {o}", "{s} did not leave {o}")), False),
    ("Plants of {o}", "company", "Plant", "plant", (("Opened", "{s} was opened", "{s} was not opened"), ("Sold", "{s} was sold", "{s} was not sold"),
                                                    ("Closed", "{s} was closed", "{s} was not closed")), False),
    ("Staff of {o}", "society", "Name", "person", (("Hired", "{s} was hired by {o}", "{s} was not hired by {o}"), ("Promoted", "{s} was promoted", "{s} was not promoted"),
                                                   ("Retired", "{s} retired from {o}", "{s} did not retire from {o}")), False),
    ("Laws of {o}", "parliament", "Law", "law", (("Introduced", "{s} was introduced", "{s} was not introduced"), ("Passed", "{s} was passed", "{s} was not passed"),
                                                 ("Repealed", "{s} was repealed", "{s} was not repealed")), False),
    ("Products of {o}", "company", "Product", "product", (("Announced", "{o} announced {s}", "{o} did not announce {s}"), ("Released", "{o} released {s}", "{o} did not release {s}"),
                                                          ("Discontinued", "{o} discontinued {s}", "{o} did not discontinue {s}")), True),
    ("Cases before {o}", "court", "Accused", "person", (("Charged", "{s} was charged", "{s} was not charged"), ("Convicted", "{s} was convicted", "{s} was not convicted"),
                                                        ("Released", "{s} was released", "{s} was not released")), True),
)  # fmt: skip


def table_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """Rows of a table with dates; a cell may say no, and a column may be missing."""
    title, kind, key, row_kind, columns, _ = rng.choice([t for t in TABLES if t[5] == held_out])
    o = names.make(kind, rng)
    s, s2 = names.several(row_kind, 2, rng, o)
    first = a_date(rng, room=9200)
    days = [
        first,
        first + datetime.timedelta(days=rng.randint(400, 2000)),
        first + datetime.timedelta(days=rng.randint(2500, 6000)),
    ]
    filled = rng.randint(1, 3)
    shown = rng.choice((3, 3, 3, 2))
    style = rng.choice(("iso", "long", "long"))

    def cells(name: str, dates: list[datetime.date], full: int) -> list[tuple[str, str]]:
        cell = [
            (d.isoformat() if style == "iso" else f"{d:%-d %B %Y}") if i < full else "no" for i, d in enumerate(dates)
        ]
        return [(key, name), *((columns[i][0], cell[i]) for i in range(shown))]

    rows = [cells(s, days, filled)]
    if rng.random() < 0.5:
        later = datetime.timedelta(days=rng.randint(30, 3000))
        shift = [d + later for d in days]
        rows.insert(rng.randint(0, 1), cells(s2, shift, rng.randint(1, 3)))
    premise = laid_out(title.format(o=o), rows, rng)
    for at, (_, did, not_done) in enumerate(columns):
        yes, no = did.format(s=s, o=o), not_done.format(s=s, o=o)
        d = days[at]
        good = rng.choice((f" in {d.year}", f" in {month(d)}", f" on {day(d, rng)}", ""))
        if at >= shown:
            yield Row(premise, sentence(rng.choice((yes, yes + good, no))), N, "table")
        elif at < filled:
            yield Row(premise, sentence(yes + good), E, "table")
            yield Row(premise, sentence(f"{yes} {false_time(d, rng)}"), C, "table")
            yield Row(premise, sentence(no), C, "table")
        else:
            yield Row(premise, sentence(yes), C, "table")
            yield Row(premise, sentence(no), E, "table")
    absent = names.make(row_kind, rng, s, s2, o)
    at = rng.randrange(3)
    yield Row(
        premise,
        sentence(rng.choice((columns[at][1] + f" in {days[at].year}", *columns[at][1:])).format(s=absent, o=o)),
        N,
        "table",
    )


def laid_out(title: str, rows: list[list[tuple[str, str]]], rng: random.Random) -> str:
    """Return one or two rows of a table in one of several layouts."""
    layout = rng.randrange(5)
    if layout == 0:
        return f"{title}. " + " ".join(" | ".join(f"{k}: {v}" for k, v in row) + "." for row in rows)
    if layout == 1:
        return f"{title}\n" + "\n".join(
            " | ".join(f"{k.lower() if i else k}: {v}" for i, (k, v) in enumerate(row)) for row in rows
        )
    if layout == 2:
        return f"{title}: " + " ".join(
            f"{capital(row[0][1])} ({'; '.join(f'{k.lower()}: {v}' for k, v in row[1:])})." for row in rows
        )
    if layout == 3:
        return f"{title}\n" + "\n".join(
            (",".join(k for k, _ in rows[0]), *(",".join(v for _, v in row) for row in rows))
        )
    return f"{title}\n" + "\n".join(
        (" | ".join(k for k, _ in rows[0]), *(" | ".join(v for _, v in row) for row in rows))
    )
