"""Evidence for a day: what was known by then, and a little of what was known only later."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice

from verifier.protocols import Retriever
from verifier.records import Hit

_LATER = 3  # later passages that are shown; they decide nothing, so a few will do
_OWN = 24  # passages of the checked article that may stand before those of others


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


def search_outside(
    retriever: Retriever, asked: Sequence[tuple[str, date]], k: int, own: Callable[[int, Hit], bool]
) -> list[list[Hit]]:
    """Return what `search_as_of` returns, without hits that are a question's own text.

    Own text takes no place of others either: where it stands among the best k, more is asked for.

    Args:
        retriever: what searches.
        asked: queries, each with its day.
        k: most hits that were known by the day.
        own: says of the place of a question and a hit whether the hit is the text that is being checked.
    """
    found = search_as_of(retriever, asked, k)
    outside = [[hit for hit in hits if not own(n, hit)] for n, hits in enumerate(found)]
    crowded = [n for n, hits in enumerate(found) if len(outside[n]) < len(hits)]
    for n, hits in zip(crowded, search_as_of(retriever, [asked[n] for n in crowded], k + _OWN), strict=True):
        kept = [hit for hit in hits if not own(n, hit)]
        later = list(_later(kept, asked[n][1]))
        outside[n] = _ranked([*islice((hit for hit in kept if hit not in later), k), *later])
    return outside


def _searched(retriever: Retriever, queries: Sequence[str], k: int, day: date) -> Iterator[tuple[str, list[Hit]]]:
    yield from zip(queries, retriever.search(queries, k, day), strict=True)


def _later(hits: Sequence[Hit], day: date) -> Iterator[Hit]:
    return (hit for hit in hits if hit.passage.valid_from is not None and hit.passage.valid_from > day)


def _ranked(hits: Sequence[Hit]) -> list[Hit]:
    return [hit.model_copy(update={"rank": rank}) for rank, hit in enumerate(hits, 1)]
