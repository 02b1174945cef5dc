"""Pairs on offices: who holds them, held them, or stands in."""

import random
from collections.abc import Iterator

import names
from phrases import a_date, day, distracted, sentence
from rows import C, E, N, Row
from wordings import HELD_OUT_OFFICES, OFFICES


def office_pairs(rng: random.Random, held_out: bool) -> Iterator[Row]:
    kind = rng.choice(sorted(OFFICES))
    jobs = [job for job in OFFICES[kind] if (job in HELD_OUT_OFFICES) == held_out]
    others = [job for job in OFFICES[kind] if job not in HELD_OUT_OFFICES]
    s, s2, s3 = names.several("person", 3, rng)
    o = names.make(kind, rng, s, s2)
    o2 = names.make(kind, rng, o, s, s2)
    job = rng.choice(jobs)
    job2 = rng.choice([j for j in others if j not in job and job not in j])
    d = a_date(rng)

    def known() -> str:
        return distracted(rng.choice((f"{s} has been {job} of {o} since {day(d, rng)}.", f"{s} is the {job} of {o}.", f"The {job} of {o} is {s}.",
                                      f"{s}, the {job} of {o}, took office in {d.year}.", f"The {job} of {o}, {s}, gave a speech on {day(d, rng)}.",
                                      f"{s} is the {job} and {s3} the {job2} of {o}.")), rng)  # fmt: skip

    def claim(who: str = s, what: str = job, where: str = o) -> str:
        return sentence(
            rng.choice(
                (
                    f"{who} is the {what} of {where}",
                    f"the {what} of {where} is {who}",
                    f"{who} serves as the {what} of {where}",
                )
            )
        )

    def denied(who: str = s, what: str = job, where: str = o) -> str:
        return sentence(
            rng.choice(
                (
                    f"{who} is not the {what} of {where}",
                    f"the {what} of {where} is not {who}",
                    f"{who} does not serve as the {what} of {where}",
                )
            )
        )

    yield Row(known(), claim(), E, "office")
    yield Row(known(), denied(), C, "office")
    yield Row(distracted(denied(), rng), denied(), E, "office")
    yield Row(distracted(denied(), rng), claim(), C, "office")
    yield Row(distracted(denied(), rng), rng.choice((claim, denied))(s2), N, "other_subject")
    yield Row(distracted(claim(s, job2), rng), rng.choice((claim, denied))(), N, "other_relation")
    yield Row(known(), rng.choice((claim, denied))(s, job, o2), N, "other_object")
    start, end = d.year, d.year + rng.randint(3, 8)
    term = distracted(
        rng.choice(
            (
                f"{s} was {job} of {o} from {start} until {end}.",
                f"{s} was {job} of {o} in only one term, which lasted from {start} to {end}.",
            )
        ),
        rng,
    )
    yield Row(
        term,
        sentence(
            rng.choice(
                (
                    f"{s} was {job} of {o} in {rng.randint(start + 1, end - 1)}",
                    f"in {rng.randint(start + 1, end - 1)}, {s} was {job} of {o}",
                )
            )
        ),
        E,
        "term",
    )
    yield Row(term, sentence(f"{s} was not {job} of {o} in {rng.randint(start + 1, end - 1)}"), C, "term")
    single = f"{s} held office as {job} of {o} only once, from {start} until {end}."
    yield Row(
        single,
        f"{s} was {job} of {o} in {rng.choice((start - rng.randint(2, 9), end + rng.randint(2, 9)))}.",
        C,
        "term",
    )
    yield Row(
        term, f"{s2} was {job} of {o} in {rng.choice((start - rng.randint(2, 9), end + rng.randint(2, 9)))}.", N, "term"
    )
    outside = rng.choice((start - rng.randint(2, 9), end + rng.randint(2, 9)))
    yield Row(single, f"{s} was not {job} of {o} in {outside}.", E, "term")
    yield Row(single, f"{s2} was {rng.choice(('', 'not '))}{job} of {o} in {outside}.", N, "term")
    yield from former_pairs(s, s2, job, o, rng)


def former_pairs(s: str, s2: str, job: str, o: str, rng: random.Random) -> Iterator[Row]:
    """Former, acting and present holders of an office."""
    once = (f"once served as {job} of {o}", f"used to be {job} of {o}", f"was {job} of {o} in the past")
    gone = (f"is no longer {job} of {o}", f"has ceased to be {job} of {o}")
    still = (f"is still {job} of {o}", f"remains {job} of {o}")
    acting, permanent = f"is acting {job} of {o}", f"is the permanent {job} of {o}"
    never = f"has never been {job} of {o}"
    settled = {  # what is stated: what follows, what is excluded
        gone: ((*once, *gone), (*still, never)),
        still: (still, gone),
        once: (once, (never,)),
        (never,): ((never,), (*once, *still)),
        (acting, f"is the acting {job} of {o} until a permanent one is found"): ((acting,), (permanent,)),
        (permanent,): ((permanent, f"is {job} of {o} on a permanent basis"), (acting,)),
    }
    stated, (follows, excluded) = rng.choice(list(settled.items()))
    premise = distracted(sentence(f"{s} {rng.choice(stated)}"), rng)
    yield Row(premise, sentence(f"{s} {rng.choice(follows)}"), E, "former")
    yield Row(premise, sentence(f"{s} {rng.choice(excluded)}"), C, "former")
    yield Row(premise, sentence(f"{s2} {rng.choice((*once, *gone, never))}"), N, "former")
    d = a_date(rng)
    aside = distracted(f"{s}, a former {job} of {o}, spoke on {day(d, rng)}.", rng)
    yield Row(aside, sentence(f"{s} {rng.choice(once)}"), E, "former")
    yield Row(aside, sentence(f"{s} {never}"), C, "former")
    yield Row(aside, f"{s} was {job} of {o} in {d.year - rng.randint(2, 12)}.", N, "former")
