"""Evidence for a day: what was known by then, and a little of what was known only later."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from verifier.protocols import Retriever
from verifier.records import Hit

_LATER = 3  # later passages that are shown; they decide nothing, so a few will do


def search_as_of(retriever: Retriever, asked: Sequence[tuple[str, date]], k: int) -> list[list[Hit]]:
    """Return, for each query and its day, up to k hits known by the day, then up to 3 known only later.

    Later passages take no place of earlier ones: where some stand among the best k, the search is made again
    without them.
    """
    best = retriever.search([query for query, _ in asked], k)
    crowded = [(query, day) for (query, day), hits in zip(asked, best, strict=True) if any(_later(hits, day))]
    dated = {
        (query, day): hits
        for day in sorted({day for _, day in crowded})
        for query, hits in _searched(retriever, [query for query, other in crowded if other == day], k, day)
    }
    return [
        _ranked([*dated[question], *islice(_later(hits, question[1]), _LATER)]) if question in dated else hits
        for question, hits in zip(asked, best, strict=True)
    ]


def _searched(retriever: Retriever, queries: Sequence[str], k: int, day: date) -> Iterator[tuple[str, list[Hit]]]:
    yield from zip(queries, retriever.search(queries, k, day), strict=True)


def _later(hits: Sequence[Hit], day: date) -> Iterator[Hit]:
    return (hit for hit in hits if hit.passage.valid_from is not None and hit.passage.valid_from > day)


def _ranked(hits: Sequence[Hit]) -> list[Hit]:
    return [hit.model_copy(update={"rank": rank}) for rank, hit in enumerate(hits, 1)]
