"""Pairs on what was said, planned, possible or ranked first, none of which is the bare event."""

import random
from collections.abc import Iterator

import names
from events import EVENTS, EventPredicate
from phrases import a_date, day, distracted, sentence, timed
from rows import C, E, N, Row, pick

PARTICIPANTS = (
    "a lawyer for {p}",
    "a spokesperson for {p}",
    "{p}",
    "a friend of {p}",
    "a critic of the government",
    "the brother of {p}",
    "supporters of {p}",
)


def an_event(rng: random.Random, held_out: bool, willed: bool = True) -> tuple[EventPredicate, str, str]:
    p = pick([e for e in EVENTS if e.willed or not willed], held_out, rng)
    return p, *names.subject_and_object(p.kind, rng)


def reported_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """A party's word proves that it was said, and no more."""
    p, s, o = an_event(rng, held_out, willed=False)
    speaker = rng.choice(PARTICIPANTS).format(p=names.make("person", rng, s, o))
    other = rng.choice(PARTICIPANTS[:3]).format(p=names.make("person", rng, s, o, speaker))
    d = a_date(rng)
    event = timed(rng.choice(p.wordings()).format(s=s, o=o), rng.choice((f"in {d.year}", "")), rng)[:-1]
    event = (
        event
        if event.split(" ")[0] not in {"The", "In", "A", "An", "Police", "Border", "Members", "Voters", "Sanctions"}
        else event[0].lower() + event[1:]
    )
    denial = f"{s} {p.past}".format(s=s, o=o)
    verb, same = rng.choice(
        (
            ("said that", "stated that"),
            ("claimed that", "made the claim that"),
            ("insisted that", "maintained that"),
            ("alleged that", "made the allegation that"),
        )
    )
    said = distracted(
        sentence(
            rng.choice(
                (
                    f"{speaker} {verb} {event}",
                    f"{event}, {speaker} said" if verb == "said that" else f"{speaker} {verb} {event}",
                )
            )
        ),
        rng,
    )
    yield Row(said, sentence(event), N, "reported")
    yield Row(said, sentence(f"{speaker} {rng.choice((verb, same))} {event}"), E, "reported")
    yield Row(said, sentence(f"{speaker} never {verb} {event}"), C, "reported")
    yield Row(
        said, sentence(f"{other} {rng.choice((verb, same, f'never {verb}', 'denied that'))} {event}"), N, "reported"
    )
    silent = distracted(sentence(f"{speaker} never {verb} {event}"), rng)
    yield Row(silent, sentence(f"{speaker} {rng.choice((verb, same))} {event}"), C, "reported")
    yield Row(silent, sentence(f"{speaker} never {verb} {event}"), E, "reported")
    denied = distracted(sentence(f"{speaker} denied that {denial}"), rng)
    yield Row(denied, sentence(rng.choice((denial, rng.choice(p.denials()).format(s=s, o=o)))), N, "reported")
    yield Row(
        denied, sentence(f"{speaker} {rng.choice(('rejected the claim that', 'denied that'))} {denial}"), E, "reported"
    )
    yield Row(denied, sentence(f"{speaker} never denied that {denial}"), C, "reported")
    yield Row(
        denied,
        sentence(f"{other} {rng.choice(('rejected the claim that', 'never denied that'))} {denial}"),
        N,
        "reported",
    )
    confirmed = (
        f"{sentence(rng.choice(p.wordings()).format(s=s, o=o))} {sentence(f'{speaker} {verb} it was too early')}"
    )
    yield Row(confirmed, sentence(rng.choice(p.wordings()).format(s=s, o=o)), E, "reported")
    yield Row(confirmed, sentence(rng.choice(p.denials()).format(s=s, o=o)), C, "reported")


def plan_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """Plans, promises and attempts do not say that it came about."""
    p, s, o = an_event(rng, held_out)
    base = p.base.format(o=o)
    d = a_date(rng)
    when = rng.choice((f"in {d.year}", f"on {day(d, rng)}"))
    forms = ((f"{s} announced plans to {base}", f"{s} said that plans existed to {base}"), (f"{s} promised to {base}", f"{s} made a promise to {base}"),
             (f"{s} prepared to {base}", f"{s} made preparations to {base}"), (f"{s} intended to {base}", f"{s} had the intention to {base}"),
             (f"{s} was asked to {base}", f"there was a request to {s} to {base}"), (f"{s} threatened to {base}", f"{s} made a threat to {base}"))[: 6 if held_out else 4]  # fmt: skip
    plan, same = rng.choice(forms)
    premise = distracted(timed(plan, when, rng), rng)
    event = rng.choice(p.wordings()).format(s=s, o=o)
    yield Row(premise, timed(event, rng.choice(("", f"in {d.year}", when)), rng), N, "plan")
    yield Row(premise, sentence(rng.choice(p.denials()).format(s=s, o=o)), N, "plan")
    yield Row(premise, timed(rng.choice((same, plan)), f"in {d.year}", rng), E, "plan")
    dropped = distracted(sentence(f"{s} had announced plans to {base} but gave them up and never did so"), rng)
    yield Row(dropped, sentence(event), C, "plan")
    yield Row(dropped, sentence(f"{s} announced plans to {base}"), E, "plan")
    carried = distracted(sentence(f"{s} had announced plans to {base} and did so {when}"), rng)
    yield Row(carried, timed(event, f"in {d.year}", rng), E, "plan")
    yield Row(carried, sentence(rng.choice(p.denials()).format(s=s, o=o)), C, "plan")
    yield Row(carried, timed(event, f"in {d.year + rng.choice((-5, -3, 4, 6))}", rng), C if p.once else N, "plan")
    s2 = names.make(p.kind.split()[0], rng, s, o)
    yield Row(premise, timed(plan.replace(s, s2), f"in {d.year}", rng), N, "plan")
    yield Row(distracted(timed(event, when, rng), rng), sentence(f"{s2} announced plans to {base}"), N, "plan")


def modal_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """What may happen, could not be ruled out or nearly happened."""
    p, s, o = an_event(rng, held_out)
    base, event = p.base.format(o=o), rng.choice(p.wordings()).format(s=s, o=o)
    may, same = rng.choice(((f"{s} may {base} next year", f"it is possible that {s} will {base} next year"),
                            (f"{s} could {base} within months", f"it is possible that {s} will {base} within months"),
                            (f"{s} might {base} soon", f"it is possible that {s} will soon {base}")))  # fmt: skip
    premise = distracted(sentence(may), rng)
    yield Row(premise, sentence(event), N, "modal")
    yield Row(premise, sentence(same), E, "modal")
    yield Row(
        premise,
        sentence(may.replace(" may ", " will ").replace(" could ", " will ").replace(" might ", " will ")),
        N,
        "modal",
    )
    excluded = f"there is no possibility that {s} will {base}"
    yield Row(premise, sentence(excluded), C, "modal")
    yield Row(distracted(sentence(excluded), rng), sentence(rng.choice((may, same))), C, "modal")
    yield Row(distracted(sentence(excluded), rng), sentence(excluded), E, "modal")
    s2 = names.make(p.kind.split()[0], rng, s, o)
    yield Row(premise, sentence(rng.choice((may, same, excluded)).replace(s, s2)), N, "modal")
    nearly = distracted(
        sentence(
            rng.choice(
                (
                    f"{s} came close to a decision to {base}, but in the end did not do so",
                    f"{s} was about to {base}, but did not",
                )
            )
        ),
        rng,
    )
    yield Row(nearly, sentence(event), C, "modal")
    yield Row(nearly, sentence(rng.choice(p.denials()).format(s=s, o=o)), E, "modal")
    doubtful = distracted(sentence(rng.choice((f"reports that {s} {p.past.format(o=o)} could not be confirmed", f"it is unclear whether {s} {p.past.format(o=o)}",
                                               f"whether {s} {p.past.format(o=o)} is not known"))), rng)  # fmt: skip
    yield Row(doubtful, sentence(event), N, "modal")
    yield Row(doubtful, sentence(rng.choice(p.denials()).format(s=s, o=o)), N, "modal")
    certain = distracted(sentence(f"after months in which it was unclear whether it would happen, {event}"), rng)
    yield Row(certain, sentence(rng.choice(p.wordings()).format(s=s, o=o)), E, "modal")
    yield Row(certain, sentence(rng.choice(p.denials()).format(s=s, o=o)), C, "modal")


def restriction_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    """First, last and only: restrictions that a bare event does not state."""
    p = pick([e for e in EVENTS if not e.once and e.willed and e.rivals[0] == "N"], held_out, rng)
    s, o = names.subject_and_object(p.kind, rng)
    d = a_date(rng)
    act, base, y = p.past.format(o=o), p.base.format(o=o), d.year
    wrong = y + rng.choice((-4, -2, -1, 1, 2, 3))
    bare = distracted(timed(f"{s} {act}", f"on {day(d, rng)}", rng), rng)
    kind = rng.choice(("first", "last"))
    stated = distracted(timed(f"{s} {act} for the {kind} time", f"on {day(d, rng)}", rng), rng)
    beyond = y - rng.randint(2, 9) if kind == "first" else y + rng.randint(2, 9)
    # an earlier first time, or a later last one, agrees with a bare event
    yield Row(bare, f"The {kind} time that {s} {act} was in {rng.choice((y, beyond))}.", N, "restriction")
    yield Row(bare, sentence(f"{s} {act} for the {kind} time in {y}"), N, "restriction")
    yield Row(stated, f"The {kind} time that {s} {act} was in {y}.", E, "restriction")
    yield Row(stated, f"The {kind} time that {s} {act} was in {wrong}.", C, "restriction")
    yield Row(stated, sentence(f"{s} {act} in {y}"), E, "restriction")
    yield Row(stated, sentence(f"{s} {act} in {beyond}"), C, "restriction")
    yield Row(stated, sentence(f"{s} {act} in {2 * y - beyond}"), N, "restriction")
    nouns = {"person": "person", "state": "country", "company": "company"}
    q = pick(
        [e for e in EVENTS if e.once and e.willed and e.rivals[0] == "N" and e.kind.split()[0] in nouns],
        held_out,
        rng,
    )
    a, thing = names.subject_and_object(q.kind, rng)
    b = names.make(q.kind.split()[0], rng, a, thing)
    act, base, noun = q.past.format(o=thing), q.base.format(o=thing), nouns[q.kind.split()[0]]
    for word, label in (("first", N), ("only", C)):
        premise = distracted(sentence(f"{a} was the {word} {noun} to {base}"), rng)
        yield Row(premise, sentence(f"{a} {act}"), E, "restriction")
        yield Row(premise, sentence(f"{b} was the {word} {noun} to {base}"), C, "restriction")
        yield Row(premise, sentence(f"{b} {act}"), label, "restriction")
        yield Row(
            distracted(timed(f"{a} {act}", f"on {day(d, rng)}", rng), rng),
            sentence(f"{a} was the {word} {noun} to {base}"),
            N,
            "restriction",
        )
    yield Row(
        distracted(sentence(f"{a} was the only {noun} to {base}"), rng),
        sentence(f"{b} did not {base}"),
        E,
        "restriction",
    )
    yield Row(
        distracted(sentence(f"{a} was the first {noun} to {base}"), rng),
        sentence(f"no {noun} {act} before {a}"),
        E,
        "restriction",
    )
