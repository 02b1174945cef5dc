"""Answers superlatives: the numbers of all that is asked about are put in order.

Places that differ by less than what sources differ stay open.
"""

import re
from collections.abc import Mapping
from datetime import date

from verifier.dates import find_times
from verifier.facts import ColumnType, Corpus, Relation
from verifier.verdict.amounts import latest, plain
from verifier.verdict.cases import Truth
from verifier.verdict.counting import Counted, Counter
from verifier.verdict.rows import RowIndex
from verifier.verdict.strangers import name_of
from verifier.verdict.superlatives import Superlative, SuperlativeReader, measured_slot

NEAR_ESTIMATES, NEAR_MEASURES = 0.03, 0.005  # relative difference of two numbers that another source may turn round


class Ordering:
    """Puts the numbers of one kind of thing in order."""

    def __init__(self, corpus: Corpus, rows: RowIndex, counter: Counter, reader: SuperlativeReader) -> None:
        self._corpus, self._rows, self._counter, self._reader = corpus, rows, counter, reader

    def answer(self, text: str, as_of: date) -> tuple[Relation, Counted] | None:
        """Return the relation and whether the place is right; None where no superlative is read whole.

        Where an adjective may speak of another number too (area, population), the claim fails only if it fails by both.
        """
        times = find_times(text, as_of)
        if len(times) > 1 or any(time.span is None for time in times):
            return None
        for time in times:
            text = re.sub(r"\s{2,}", " ", f"{text[: time.start]} {text[time.end :]}").strip(" ,")
            as_of = min(as_of, time.span.last) if time.span else as_of
        read = next(self._reader.read(text.rstrip(" ."), as_of), None)
        if read is None:
            return None
        answers = [(relation, self._placed(read, relation, as_of)) for relation in read.relations]
        best = next((a for truth in (Truth.TRUE, Truth.OPEN) for a in answers if a[1].truth is truth), answers[0])
        others = [self._placed(read, relation, as_of) for relation in read.others]
        spared = next((o for o in others if o.truth is not Truth.FALSE), None)
        if best[1].truth is Truth.FALSE and spared is not None:
            return best[0], Counted(Truth.OPEN, (*best[1].steps, "but by another number:", *spared.steps))
        return best

    def _placed(self, read: Superlative, relation: Relation, as_of: date) -> Counted:
        group = [self._counter.extent(frame, as_of) for frame in read.among]
        values = self._values(relation, as_of)
        inside = {e: v for e, v in values.items() if all(e in extent.true for extent in group)}
        unknown = any(extent.open for extent in group) or not all(frame.relation.complete for frame in read.among)
        name = name_of(read.who, self._corpus)
        if read.who not in inside:
            return Counted(Truth.OPEN, (f"{name}: not among the {len(inside)} that {relation.id} puts in order",))
        margin = NEAR_ESTIMATES if self._estimated(relation) else NEAR_MEASURES
        before, low, high = _places(read, inside, margin)
        if unknown or not relation.complete:  # what is not known may come before it
            high = max(high, len(values) + 1)
        truth = Truth.FALSE if not low <= read.place <= high else Truth.TRUE if low == high else Truth.OPEN
        unit = f" {relation.unit}" if relation.unit else ""
        ahead = ", ".join(f"{name_of(e, self._corpus)} {plain(inside[e])}" for e in before[:3])
        steps = (
            f"{name}: {plain(inside[read.who])}{unit}",
            f"place {low if low == high else f'{low} to {high}'} of {len(inside)}, the {read.degree} first",
            *((f"before it: {ahead}",) if ahead else ()),
        )
        shown = [read.who, *before[:1]]
        rows = [row for e in shown for row in self._rows.about(relation, measured_slot(relation, self._rows), e)]
        return Counted(truth, steps, self._rows.passages(relation, rows))

    def _estimated(self, relation: Relation) -> bool:
        """Say whether numbers change from year to year."""
        return self._rows.tables[relation.table].columns[relation.value or ""] is ColumnType.SERIES

    def _values(self, relation: Relation, as_of: date) -> Mapping[str, float]:
        """Return the latest number of each thing that is ranked."""
        found: dict[str, float] = {}
        for row in self._rows.stating(relation):
            ranked = relation.ranked is None or row.cells[relation.ranked].flag
            for entity in self._rows.entities(row, relation, measured_slot(relation, self._rows)) if ranked else ():
                found[entity] = latest(row.cells[relation.value or ""], as_of.year)
        return found


def _places(read: Superlative, numbers: Mapping[str, float], margin: float) -> tuple[list[str], int, int]:
    """Return what comes before, utmost first, and the first and last place that other sources would give."""
    sign, own = -1 if read.most else 1, numbers[read.who]
    before = sorted((e for e, value in numbers.items() if sign * (value - own) < 0), key=lambda e: sign * numbers[e])
    near = [e for e, value in numbers.items() if e != read.who and abs(value - own) <= margin * abs(own)]
    return before, 1 + len(set(before) - set(near)), 1 + len(set(before) | set(near))
