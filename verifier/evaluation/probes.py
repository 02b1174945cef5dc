"""Generated probes: claims about every row of a table, true and altered, labelled from the table itself.

A probe is one TOML file with wordings of its own and the names of the columns that it asks about. Labels are
computed here from the CSV, by date arithmetic on the cells and by nothing that the program uses, so that an
error of the program cannot hide in its own gold.
"""

import csv
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from pydantic import Field

from verifier.errors import InputError
from verifier.evaluation.gold import GoldClaim, typed
from verifier.records import Label, Record

_MONTHS = (
    "January February March April May June July August September October November December".split()
)  # written out here: the gold must not lean on the program's own calendar words


class EventProbe(Record):
    """Something that happens to a subject once, on the day of a column."""

    name: str
    at: str
    or_at: str = Field(default="", description="a second day that may as well be called the day of the event")
    complete: bool = Field(default=True, description="who has no day is known not to have it")
    wordings: tuple[str, ...] = Field(description="with {name} and {when}, {When}, {on_date} or {date}")
    denials: tuple[str, ...] = ()


class StateProbe(Record):
    """Something that holds of a subject from one day until another."""

    name: str
    begins: str
    ends: str = ""
    complete: bool = True
    now: tuple[str, ...]
    denials: tuple[str, ...] = ()
    then: tuple[str, ...] = Field(default=(), description="with {When} or {when}: held at some time of it")
    since: tuple[str, ...] = Field(default=(), description="with {date}: began then and holds still")
    swap: str = Field(default="", description="column that a wording names, to be swapped for another row's")
    over: tuple[str, ...] = Field(default=(), description="held once and holds no longer")
    never: tuple[str, ...] = ()


class Probe(Record):
    """One probe file."""

    table: str = Field(description="CSV in the corpus folder")
    subject: str = Field(description="column of the subjects' names")
    the: tuple[str, ...] = Field(default=(), description="subjects that are written with an article")
    days: tuple[date, ...] = Field(description="the as-of days")
    until: date = Field(description="the table is right up to this day")
    event: tuple[EventProbe, ...] = ()
    state: tuple[StateProbe, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """One row."""

    name: str
    cells: dict[str, str]

    def day(self, column: str) -> date | None:
        """Return the day of a column."""
        text = self.cells.get(column, "") if column else ""
        return date.fromisoformat(text) if text else None


@dataclass(frozen=True, slots=True)
class When:
    """A time as a claim gives it: a day, a month or a year."""

    first: date
    last: date
    text: str
    lead: str  # "on" or "in"

    def has(self, day: date | None) -> bool:
        """Say whether a day lies in it."""
        return day is not None and self.first <= day <= self.last


def read_probe(path: Path, folder: Path) -> tuple[Probe, list[Subject]]:
    """Return a probe and the rows of the table in the corpus folder that it asks about.

    Raises:
        InputError: the probe or the table cannot be read.
    """
    try:
        probe = typed(Probe, tomllib.loads(path.read_text(encoding="utf-8")), str(path))
        with (folder / probe.table).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: {error}") from error
    return probe, [Subject(_called(row[probe.subject], probe), row) for row in rows]


def _called(name: str, probe: Probe) -> str:
    if name.startswith("The "):
        return f"the {name[4:]}"
    return f"the {name}" if name in probe.the else name


def claims(probe: Probe, subjects: list[Subject]) -> Iterator[GoldClaim]:
    """Yield the claims: every subject in every cell of the probe, wording and as-of day drawn by the cell's name."""
    for subject in subjects:
        drawn = partial(_Draw, probe, subject, subjects)
        made = [_of_event(drawn(event.name), event) for event in probe.event]
        made += [_of_state(drawn(state.name), state) for state in probe.state]
        yield from (claim for cells in made for claim in cells if claim is not None)


@dataclass(frozen=True, slots=True)
class _Draw:
    """Makes the claims of one subject, each drawn from a generator that is seeded by its cell."""

    probe: Probe
    subject: Subject
    others: list[Subject]
    asked: str

    def random(self, cell: str) -> random.Random:
        """Return the cell's own generator, the same in every run and on every machine."""
        return random.Random(f"{self.probe.table}/{self.subject.name}/{self.asked}/{cell}")

    def as_of(self, cell: str, least: date | None = None) -> date | None:
        """Return a day to judge for, not before `least`."""
        days = [day for day in self.probe.days if least is None or day >= least]
        return self.random(cell).choice(days) if days else None

    def claim(
        self, cell: str, templates: tuple[str, ...], label: Label | None, as_of: date | None, when: When | None = None
    ) -> GoldClaim | None:
        """Return the claim in one of the wordings that suit, None where there is none or the label is open."""
        fit = [template for template in templates if _suits(template, when)]
        if label is None or as_of is None or not fit:
            return None
        text = _fill(self.random(cell + "/wording").choice(fit), self.subject, when)
        return GoldClaim(
            claim=text,
            label=label,
            id=f"{self.asked}/{cell}/{self.subject.name}",
            as_of=as_of,
            phenomenon=self.asked,
            group=self.subject.name,
        )


def _suits(template: str, when: When | None) -> bool:
    dated = any(slot in template for slot in ("{When}", "{date}", "{on_date}"))
    return not dated if when is None else dated or "{when}" in template


def _fill(template: str, subject: Subject, when: When | None) -> str:
    lead = f"{when.lead} {when.text}" if when else ""
    text = template.replace("{name}", subject.name).replace("{when}", f" {lead}" if when else "")
    text = text.replace("{When}", lead[:1].upper() + lead[1:]).replace("{date}", when.text if when else "")
    text = text.replace("{on_date}", lead)
    for column, cell in subject.cells.items():
        text = text.replace(f"{{{column}}}", cell)
    return text[:1].upper() + text[1:]


def on_day(day: date) -> When:
    """Return a day as claims write it."""
    return When(day, day, f"{day.day} {_MONTHS[day.month - 1]} {day.year}", "on")


def in_month(day: date) -> When:
    """Return the month of a day."""
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return When(first, last, f"{_MONTHS[day.month - 1]} {day.year}", "in")


def in_year(year: int) -> When:
    """Return a year."""
    return When(date(year, 1, 1), date(year, 12, 31), str(year), "in")


def _of_event(draw: _Draw, event: EventProbe) -> Iterator[GoldClaim | None]:
    day, second = draw.subject.day(event.at), draw.subject.day(event.or_at)
    for cell, templates, denied in (("undated", event.wordings, False), ("denied", event.denials, True)):
        as_of = draw.as_of(cell)
        if as_of is not None and not _between(as_of, day, second):
            happened = day is not None and max(day, second or day) <= as_of
            yield draw.claim(cell, templates, _label(happened, event.complete, denied), as_of)
    for cell, when in _times(draw, event, day):
        least = max(when.last, day or when.last, second or when.last)
        right = when.has(day) or when.has(second)
        label = Label.SUPPORTED if right else Label.REFUTED if day or event.complete else Label.NOT_ENOUGH_INFO
        yield draw.claim(cell, event.wordings, label, draw.as_of(cell, least), when)


def _times(draw: _Draw, event: EventProbe, day: date | None) -> Iterator[tuple[str, When]]:
    """Yield right times at three grains and wrong ones, each off by one thing: year, month, day, subject or verb."""
    roll = draw.random("times")
    if day is None:
        made_up = date(roll.randint(draw.probe.days[0].year, draw.probe.until.year - 1), roll.randint(1, 12), 9)
        yield from (("no day", on_day(made_up)), ("no month", in_month(made_up)), ("no year", in_year(made_up.year)))
    else:
        yield from (("day", on_day(day)), ("month", in_month(day)), ("year", in_year(day.year)))
        yield "wrong day", on_day(day + timedelta(days=roll.choice((-3, -1, 1, 9))))
        yield "wrong month", in_month(day + timedelta(days=roll.choice((-70, -35, 35, 70))))
        yield "wrong year", in_year(day.year + roll.choice((-4, -2, -1, 1, 3)))
        yield "wrong year of the day", on_day(_moved(day, roll.choice((-2, -1, 1, 2))))
    if other := roll.choice(draw.others).day(event.at):
        yield "another subject's day", on_day(other)
    columns = [asked.at for asked in draw.probe.event if asked.at != event.at]
    if columns and (other := draw.subject.day(roll.choice(columns))):
        yield "another event's day", on_day(other)


def _moved(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))


def _between(as_of: date, day: date | None, second: date | None) -> bool:
    """Say whether one of two days that both count has come and the other has not."""
    return day is not None and second is not None and min(day, second) <= as_of < max(day, second)


def _label(holds: bool, complete: bool, denied: bool) -> Label:
    if not holds and not complete:
        return Label.NOT_ENOUGH_INFO
    return Label.SUPPORTED if holds != denied else Label.REFUTED


def _of_state(draw: _Draw, state: StateProbe) -> Iterator[GoldClaim | None]:
    begin, end = draw.subject.day(state.begins), draw.subject.day(state.ends)
    yield from _present(draw, state, begin, end)
    roll = draw.random("times")
    year = roll.randint(draw.probe.days[0].year, draw.probe.until.year)
    near = [day + timedelta(days=shift) for day in (begin, end) if day for shift in (-40, 40)]
    days = [when for when in (in_year(year), *(on_day(day) for day in near)) if when.last <= draw.probe.until]
    for number, when in enumerate(days):
        held = begin is not None and begin <= when.last and (end is None or when.first < end)
        cell = f"then {number}"
        yield draw.claim(cell, state.then, _label(held, state.complete, False), draw.as_of(cell, when.last), when)


def _present(draw: _Draw, state: StateProbe, begin: date | None, end: date | None) -> Iterator[GoldClaim | None]:
    def now(cell: str) -> tuple[date, bool, bool]:
        as_of = draw.as_of(cell) or draw.probe.until
        begun = begin is not None and begin <= as_of
        return as_of, begun and (end is None or as_of < end), begun

    for cell, templates in (("now", state.now), ("denied", state.denials), ("never", state.never)):
        as_of, holds, begun = now(cell)
        affirmed = begun if cell == "never" else holds
        yield draw.claim(cell, templates, _label(affirmed, state.complete, cell != "now"), as_of)
    if state.swap:
        yield _swapped(draw, state, now("swapped")[0])
    as_of, holds, begun = now("over")
    yield draw.claim("over", state.over, _label(not holds, True, False) if begun else None, as_of)
    if begin is not None:
        roll = draw.random("since")
        wrong = in_year(begin.year + roll.choice((-3, -1, 1, 2)))
        for cell, when in (("since day", on_day(begin)), ("since year", in_year(begin.year)), ("since wrong", wrong)):
            least = max(when.last, begin)
            as_of = draw.as_of(cell, least) or draw.probe.until
            holds = end is None or as_of < end
            label = Label.SUPPORTED if holds and when.has(begin) else Label.REFUTED
            yield draw.claim(cell, state.since, label, as_of if as_of >= least else None, when)


def _swapped(draw: _Draw, state: StateProbe, as_of: date) -> GoldClaim | None:
    """Return a claim with another row's value in one place: true of nobody whose own value differs."""
    values = [other.cells[state.swap] for other in draw.others]
    wrong = [value for value in dict.fromkeys(values) if value != draw.subject.cells[state.swap]]
    if not wrong or not state.complete:
        return None
    value = draw.random("swapped").choice(wrong)
    subject = Subject(draw.subject.name, {**draw.subject.cells, state.swap: value})
    return replace(draw, subject=subject).claim("swapped", state.now, Label.REFUTED, as_of)
