"""Claims with the nearest premises of other pages: what retrieval hands to the model, mostly neutral.

`hard_neutrals` keeps those that cannot settle the claim; `near_pairs` takes them all and leaves the label to a teacher.
"""

import random
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

Row = dict[str, Any]
SOURCES = ("fever", "vitaminc", "wiki_nli_protocols", "healthver")
NEAREST = 12
UNKNOWN = [0.0, 0.0, 0.0]


def hard_neutrals(rows: Sequence[Row], count: int, rng: random.Random) -> Iterator[Row]:
    """Yield claims with a near premise that settles nothing, nearer ones more often."""
    for row, near, source in neighbours(rows, count, rng):
        fitting = [premise for premise in near if settles_nothing(row, premise)]
        if fitting:
            yield {"premise": fitting[min(len(fitting) - 1, int(rng.expovariate(0.7)))],
                   "hypothesis": row["hypothesis"], "label": "neutral", "source": f"hard/{source}"}  # fmt: skip


def near_pairs(rows: Sequence[Row], count: int, rng: random.Random) -> Iterator[Row]:
    """Yield claims with one of their three nearest premises, whatever that says, without a label."""
    for row, near, source in neighbours(rows, count, rng):
        others = [premise for premise in near if premise != row["premise"]][:3]
        if others:
            yield {"premise": rng.choice(others), "hypothesis": row["hypothesis"], "target": UNKNOWN,
                   "source": f"near/{source}"}  # fmt: skip


def neighbours(rows: Sequence[Row], count: int, rng: random.Random) -> Iterator[tuple[Row, list[str], str]]:
    """Yield rows with the nearest premises of their source by weighted words, nearest first."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    for source in SOURCES:
        members = [r for r in rows if r["source"].split("/")[0] == source and 20 < len(r["premise"]) < 600]
        rng.shuffle(members)
        premises = list(dict.fromkeys(r["premise"] for r in members))
        vectors = TfidfVectorizer(min_df=2, sublinear_tf=True).fit(premises)
        matrix = vectors.transform(premises).T.tocsr()
        claims = [r for r in members if r["label"] != "neutral"][: count // len(SOURCES)]
        scores = vectors.transform([r["hypothesis"] for r in claims]) @ matrix
        for at, row in enumerate(claims):
            ranked = scores[at].indices[np.argsort(-scores[at].data)[:NEAREST]]
            yield row, [premises[i] for i in ranked], source


def settles_nothing(row: Row, premise: str) -> bool:
    """Leave out the claim's own evidence and whatever holds nearly all of the claim's words."""
    if premise == row["premise"]:
        return False
    title = row.get("title", "")
    if title and title in premise:
        return False
    claim = {w.lower().strip(".,'\"") for w in row["hypothesis"].split() if len(w) > 3}
    words = {w.lower().strip(".,'\"") for w in premise.split()}
    own = {w.lower().strip(".,'\"") for w in row["premise"].split()}
    return len(claim & words) <= 0.7 * len(claim) and len(words & own) < 0.6 * len(words)
