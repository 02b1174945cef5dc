"""Dates, amounts and sentences as the generated pairs word them, true or false of a given day."""

import datetime
import random

import names
from wordings import DISTRACTORS

MONTHS = [datetime.date(2000, m, 1).strftime("%B") for m in range(1, 13)]


def a_date(rng: random.Random) -> datetime.date:
    return datetime.date(1950, 1, 1) + datetime.timedelta(days=rng.randrange(27700))


def day(d: datetime.date, rng: random.Random) -> str:
    return rng.choice((f"{d.day} {MONTHS[d.month - 1]} {d.year}", f"{MONTHS[d.month - 1]} {d.day}, {d.year}"))


def month(d: datetime.date) -> str:
    return f"{MONTHS[d.month - 1]} {d.year}"


def part(d: datetime.date) -> str:
    return ("early" if d.day <= 10 else "mid" if d.day <= 20 else "late") + rng_hyphen(d)


def rng_hyphen(d: datetime.date) -> str:
    return f"-{month(d)}" if 10 < d.day <= 20 else f" {month(d)}"


def sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."


def true_time(d: datetime.date, rng: random.Random) -> str:
    """Return a time phrase that holds of an event on day d."""
    return rng.choice((f"in {d.year}", f"in {d.year}", f"in {month(d)}", f"on {day(d, rng)}", f"in {part(d)}",
                       f"before {d.year + rng.randint(1, 9)}", f"after {d.year - rng.randint(1, 9)}", ""))  # fmt: skip


def false_time(d: datetime.date, rng: random.Random) -> str:
    """Return a time phrase that does not hold of an event on day d."""
    year = d.year + rng.choice((-10, -4, -3, -2, -1, 1, 2, 3, 4, 10))
    other = d.replace(month=(d.month + rng.randrange(1, 11)) % 12 + 1, day=min(d.day, 28))
    if other.month == d.month:
        other = other.replace(month=d.month % 12 + 1)
    shifted = d + datetime.timedelta(days=rng.choice((-9, -2, -1, 1, 2, 9)))
    return rng.choice((f"in {year}", f"in {year}", f"in {MONTHS[d.month - 1]} {year}", f"in {month(other)}",
                       f"on {day(shifted, rng)}", f"on {day(other, rng)}",
                       f"before {d.year - rng.randint(0, 9)}", f"after {d.year + rng.randint(1, 9)}"))  # fmt: skip


def distracted(premise: str, rng: random.Random) -> str:
    """Put a sentence about somebody else before or after, in two cases of five."""
    if rng.random() > 0.4:
        return premise
    d = a_date(rng)
    extra = rng.choice(DISTRACTORS).format(s=names.place(rng), y=d.year, d=day(d, rng), p=rng.randint(2, 60))
    return f"{extra} {premise}" if rng.random() < 0.5 else f"{premise} {extra}"


def timed(text: str, time: str, rng: random.Random) -> str:
    if not time:
        return sentence(text)
    return sentence(f"{time}, {text}" if rng.random() < 0.2 else f"{text} {time}")


def shown(value: float, rng: random.Random) -> str:
    if value >= 1e6 and rng.random() < 0.5:
        return f"{value / 1e6:.3g} million" if value < 1e9 else f"{value / 1e9:.3g} billion"
    return f"{value:,.0f}"
