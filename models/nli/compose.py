"""Composes pairs of several facts: claims of two parts, and premises with passages that are beside the point.

A claim is entailed only where every part is, contradicted where one part is, else open (the logic of conjunction).
A small model reads a long passage that shares most words with a claim as its proof; these pairs say otherwise.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

Row = Mapping[str, str]
SOURCES = ("fever", "vitaminc", "wiki_nli_protocols", "healthver", "snli", "mnli")
JOINTS = (", and ", "; ", " and ", ". ", ", while ")
MOST_CHARACTERS = 560  # premise and claim together: what the tokeniser would cut must not hold the proof


def composed(rows: Sequence[Row], count: int, rng: random.Random) -> Iterator[dict[str, str]]:
    """Yield `count` pairs, a quarter of each kind: two parts, one unproven, one among other passages, others alone."""
    by_source = defaultdict(list)
    for row in rows:
        if len(row["premise"]) <= MOST_CHARACTERS // 2 and row["source"].split("/")[0] in SOURCES:
            by_source[row["source"].split("/")[0]].append(row)
    makers = (two_parts, unproven_part, among_others, beside_the_point)
    sources = [source for source in SOURCES if by_source[source]]
    for number in range(count):
        source = sources[number % len(sources)]
        make, members = makers[number % len(makers)], by_source[source]
        made = next(row for row in iter(lambda m=make, r=members: m(r, rng), None) if fits(row))
        yield {**made, "source": f"composed/{source}"}


def fits(row: Row) -> bool:
    """Say whether the tokeniser will read the pair whole."""
    return len(row["premise"]) + len(row["hypothesis"]) <= MOST_CHARACTERS


def two_parts(rows: Sequence[Row], rng: random.Random) -> dict[str, str]:
    """Return both premises and both claims; half of the time both are entailed."""
    first, second = rng.choice(rows), rng.choice(rows)
    if rng.random() < 0.5:
        first, second = entailed(rows, rng), entailed(rows, rng)
    labels = {first["label"], second["label"]}
    label = next((x for x in ("contradiction", "neutral") if x in labels), "entailment")
    return pair(rng, [first["premise"], second["premise"]], joined(first, second, rng), label)


def unproven_part(rows: Sequence[Row], rng: random.Random) -> dict[str, str]:
    """Return both claims and the premise of the first only, with another passage half of the time."""
    first, second = entailed(rows, rng) if rng.random() < 0.7 else rng.choice(rows), rng.choice(rows)
    premises = [first["premise"]] + ([rng.choice(rows)["premise"]] if rng.random() < 0.5 else [])
    label = "contradiction" if first["label"] == "contradiction" else "neutral"
    return pair(rng, premises, joined(first, second, rng), label)


def among_others(rows: Sequence[Row], rng: random.Random) -> dict[str, str]:
    """Return a pair whose premise stands among one to three other passages; its label stays."""
    row = rng.choice(rows)
    premises = [row["premise"], *(rng.choice(rows)["premise"] for _ in range(rng.randint(1, 3)))]
    return pair(rng, premises, row["hypothesis"], row["label"])


def beside_the_point(rows: Sequence[Row], rng: random.Random) -> dict[str, str]:
    """Return a claim with one to three passages about other things, one of them perhaps twice: all is open."""
    premises = [rng.choice(rows)["premise"] for _ in range(rng.randint(1, 3))]
    return pair(rng, premises * rng.choice((1, 1, 2)), rng.choice(rows)["hypothesis"], "neutral")


def entailed(rows: Sequence[Row], rng: random.Random) -> Row:
    """Return a random entailed row."""
    return next(row for row in iter(lambda: rng.choice(rows), None) if row["label"] == "entailment")


def joined(first: Row, second: Row, rng: random.Random) -> str:
    """Return both claims as one, in either order."""
    parts = [first["hypothesis"], second["hypothesis"]]
    rng.shuffle(parts)
    return parts[0].rstrip(" .") + rng.choice(JOINTS) + parts[1]


def pair(rng: random.Random, premises: list[str], hypothesis: str, label: str) -> dict[str, str]:
    """Return a row with the premises in random order."""
    rng.shuffle(premises)
    return {"premise": " ".join(premises), "hypothesis": hypothesis, "label": label}
