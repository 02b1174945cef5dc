"""Dates, amounts and sentences as the generated pairs word them, true or false of a given day."""

import datetime
import random
from collections.abc import Sequence

import names
from wordings import DISTRACTORS

MONTHS = [datetime.date(2000, m, 1).strftime("%B") for m in range(1, 13)]
NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_PAST = {
    "is": "was", "has": "had", "does": "did", "belongs": "belonged", "supplies": "supplied", "owns": "owned", "holds": "held",
    "borders": "bordered", "shares": "shared", "sponsors": "sponsored", "sits": "sat", "serves": "served", "takes": "took",
    "plays": "played", "lies": "lay", "accepts": "accepted", "recognises": "recognised",
}  # fmt: skip


def a_date(rng: random.Random, room: int = 0) -> datetime.date:
    """Return a day from 1950 to 2025 that leaves `room` days after it."""
    return datetime.date(1950, 1, 1) + datetime.timedelta(days=rng.randrange(27700 - room))


def day(d: datetime.date, rng: random.Random) -> str:
    return rng.choice((f"{d.day} {MONTHS[d.month - 1]} {d.year}", f"{MONTHS[d.month - 1]} {d.day}, {d.year}"))


def month(d: datetime.date) -> str:
    return f"{MONTHS[d.month - 1]} {d.year}"


def part(d: datetime.date) -> str:
    if 10 < d.day <= 20:
        return f"mid-{month(d)}"
    return f"{'early' if d.day <= 10 else 'late'} {month(d)}"


def sentence(text: str) -> str:
    return capital(text).replace("s's ", "s' ") + "."


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


def true_time(d: datetime.date, rng: random.Random) -> str:
    """Return a time phrase that holds of an event on day d."""
    return rng.choice((f"in {d.year}", f"in {d.year}", f"in {month(d)}", f"on {day(d, rng)}", f"in {part(d)}",
                       f"before {d.year + rng.randint(1, 9)}", f"after {d.year - rng.randint(1, 9)}", ""))  # fmt: skip


def other_month(d: datetime.date, rng: random.Random) -> datetime.date:
    """Return a day of another month of the same year."""
    return d.replace(month=(d.month - 1 + rng.randrange(1, 12)) % 12 + 1, day=min(d.day, 28))


def false_time(d: datetime.date, rng: random.Random) -> str:
    """Return a time phrase that does not hold of an event on day d."""
    year = d.year + rng.choice((-10, -4, -3, -2, -1, 1, 2, 3, 4, 10))
    other = other_month(d, rng)
    shifted = d + datetime.timedelta(days=rng.choice((-9, -2, -1, 1, 2, 9)))
    return rng.choice((f"in {year}", f"in {year}", f"in {MONTHS[d.month - 1]} {year}", f"in {month(other)}",
                       f"on {day(shifted, rng)}", f"on {day(other, rng)}",
                       f"before {d.year - rng.randint(0, 9)}", f"after {d.year + rng.randint(1, 9)}"))  # fmt: skip


def remark(rng: random.Random) -> str:
    """Return a sentence about somebody else."""
    d = a_date(rng)
    text = rng.choice(DISTRACTORS).format(
        s=names.place(rng), c=names.city(rng), w=names.person(rng), v=names.person(rng), k=names.company(rng),
        j=names.make("paper", rng), y=d.year, d=day(d, rng), p=rng.randint(2, 60), n=rng.randint(3, 900))  # fmt: skip
    return capital(text)


def distracted(premise: str, rng: random.Random) -> str:
    """Put a sentence about somebody else before or after, in two cases of five."""
    if rng.random() > 0.4:
        return premise
    return f"{remark(rng)} {premise}" if rng.random() < 0.5 else f"{premise} {remark(rng)}"


def timed(text: str, time: str, rng: random.Random) -> str:
    if not time:
        return sentence(text)
    return sentence(f"{time}, {text}" if rng.random() < 0.2 else f"{text} {time}")


def past(text: str) -> str:
    """Return a state's wording in the past tense: its verb stands right after the first name."""
    name, verb, *rest = text.split(" ")
    return " ".join((name, _PAST[verb], *rest))


def shown(value: float, rng: random.Random) -> str:
    if value >= 1e6 and rng.random() < 0.5:
        return (
            f"{value / 1e6:.3g} million"
            if value < 9.99e8
            else f"{value / 1e9:,.0f} billion"
            if value >= 1e11
            else f"{value / 1e9:.3g} billion"
        )
    return f"{value:,.0f}"


def number(count: int, rng: random.Random) -> str:
    """Return a small number in words, or in digits in one case of three."""
    return NUMBERS[count] if count < len(NUMBERS) and rng.random() < 0.67 else str(count)


def listed(members: Sequence[str]) -> str:
    """Return "A, B and C"."""
    return f"{', '.join(members[:-1])} and {members[-1]}" if len(members) > 1 else members[0]
