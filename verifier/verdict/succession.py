"""Who came after whom: "A succeeded B as mayor", "B was replaced by A", "A's predecessor was B".

A state that one holds after another (an office, a title) gives it: the day on which one row ends is about the day on
which the other begins, and what else the relation speaks of is the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verifier.dates import TimeMention, claimed_interval, find_times, write_time
from verifier.facts import Corpus, Nature, Relation, Row
from verifier.text import STOP_WORDS, fold, lemmas, tokenize
from verifier.verdict.cases import Truth
from verifier.verdict.counting import Counted
from verifier.verdict.mentions import Linker
from verifier.verdict.rows import RowIndex
from verifier.verdict.slots import column_of
from verifier.verdict.spans import begin_of, begin_span, end_of

_GAP = 45  # days that an office may stand empty, or be held by two, between one holder and the next
_SLOT = re.compile(r"\{(\w+)\}")
_AS = r"(?:\s+(?:as|in the (?:office|post|position|role) of)\s+(?P<role>[^,]+?))?"
_AFTER = r"(?:immediate(?:ly)?\s+)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"^(?P<new>@\d)\s+(?:has\s+|had\s+)?(?:succeeded|replaced|followed|took over from|taken over from){_AS}\s+"
        rf"(?P<old>@\d){_AS.replace('role', 'what')}$",
        rf"^(?P<old>@\d)\s+(?:was|is|has been)\s+{_AFTER}(?:succeeded|replaced|followed)\s+by\s+(?P<new>@\d){_AS}$",
        rf"^(?:the\s+)?{_AFTER}predecessor\s+of\s+(?P<new>@\d){_AS}\s+(?:is|was)\s+(?P<old>@\d)$",
        rf"^(?P<new>@\d)['’]s?\s+{_AFTER}predecessor{_AS}\s+(?:is|was)\s+(?P<old>@\d)$",
        rf"^(?P<old>@\d)\s+(?:is|was)\s+(?:the\s+)?{_AFTER}predecessor\s+of\s+(?P<new>@\d){_AS}$",
        rf"^(?P<old>@\d)\s+(?:is|was)\s+(?P<new>@\d)['’]s?\s+{_AFTER}predecessor{_AS}$",
        rf"^(?:the\s+)?{_AFTER}successor\s+(?:of|to)\s+(?P<old>@\d){_AS}\s+(?:is|was)\s+(?P<new>@\d)$",
        rf"^(?P<old>@\d)['’]s?\s+{_AFTER}successor{_AS}\s+(?:is|was)\s+(?P<new>@\d)$",
        rf"^(?P<new>@\d)\s+(?:is|was)\s+(?:the\s+)?{_AFTER}successor\s+(?:of|to)\s+(?P<old>@\d){_AS}$",
        rf"^(?P<new>@\d)\s+(?:is|was)\s+(?P<old>@\d)['’]s?\s+{_AFTER}successor{_AS}$",
    )
)


@dataclass(frozen=True, slots=True)
class _Claimed:
    """Who is said to have come after whom, as what, and when."""

    new: str
    old: str
    role: str
    time: TimeMention | None


class Successions:
    """Looks the holders of a state up and compares when one ended and the other began."""

    def __init__(self, corpus: Corpus, rows: RowIndex, linker: Linker) -> None:
        self._rows, self._linker = rows, linker
        relations = (relation for table in corpus.tables for relation in table.relations)
        self._held = [r for r in relations if r.nature is Nature.STATE and r.begins and r.ends and self._others(r)]

    def answer(self, text: str, as_of: date) -> tuple[Relation, Counted] | None:
        """Return the relation and whether one came right after the other; None where the claim says something else."""
        claimed = self._read(text, as_of)
        for relation in self._held if claimed else ():
            if claimed and (counted := self._compared(relation, claimed, as_of)) is not None:
                return relation, counted
        return None

    def _read(self, text: str, as_of: date) -> _Claimed | None:
        times = find_times(text, as_of)
        if len(times) > 1 or any(time.span is None for time in times):
            return None
        plain = text[: times[0].start] + text[times[0].end :] if times else text
        tokens, marked = tokenize(plain), plain
        people = [(m, who) for m in self._linker.link(tokens) if not m.misspelt and (who := self._holder(m.entities))]
        if len(people) != 2:
            return None
        for number, (mention, _) in reversed(list(enumerate(people))):
            start, end = tokens[mention.first].start, tokens[mention.last - 1].end
            marked = f"{marked[:start]}@{number}{marked[end:]}"
        marked = " ".join(marked.strip(" .,").split())
        match = next((found for form in _FORMS if (found := form.match(marked))), None)
        if match is None:
            return None
        new, old = (people[int(match[side][1:])][1] for side in ("new", "old"))
        role = " ".join(filter(None, (match["role"], match.groupdict().get("what"))))
        return _Claimed(new, old, role, times[0] if times else None)

    def _compared(self, relation: Relation, claimed: _Claimed, as_of: date) -> Counted | None:
        """Return whether one followed the other; None where the relation does not speak of both."""
        news = [row for row in self._key_rows(relation, claimed.new) if self._is_said(relation, row, claimed.role)]
        olds = [row for row in self._key_rows(relation, claimed.old) if self._is_said(relation, row, claimed.role)]
        pairs = [(new, old) for new in news for old in olds if self._same(relation, new, old)]
        begun = [(new, old) for new, old in pairs if (day := begin_of(new, relation)) is not None and day <= as_of]
        if not begun:
            return None
        held = next((pair for pair in begun if self._right_after(relation, *pair)), None)
        new, old = held or begun[0]
        begin = write_time(begin_span(new, relation))
        steps: tuple[str, ...] = (f"{old.key}: until {end_of(old, relation)}", f"{new.key}: from {begin}")
        passages = self._rows.passages(relation, [old, new])
        if held is None:
            between = [row for row in self._rows.stating(relation) if _follows(relation, new, row)]
            other = next((row for row in between if self._same(relation, new, row)), None)
            steps = (*steps, f"{new.key} came after {other.key}") if other else steps
            return Counted(Truth.FALSE if other or relation.complete else Truth.OPEN, steps, passages)
        if claimed.time and not claimed_interval(claimed.time).overlaps(begin_span(new, relation)):
            return Counted(Truth.FALSE, (*steps, f"claimed: {claimed.time.text.strip()}"), passages)
        return Counted(Truth.TRUE, steps, passages)

    def _holder(self, entities: frozenset[str]) -> str | None:
        """Return the one of several entities of a name that holds anything, None where several do or none."""
        holders = [e for e in sorted(entities) if any(self._key_rows(relation, e) for relation in self._held)]
        return holders[0] if len(holders) == 1 else None

    def _key_rows(self, relation: Relation, entity: str) -> Sequence[Row]:
        key = _slots(relation)[0]
        return self._rows.about(relation, key, entity)

    def _others(self, relation: Relation) -> tuple[str, ...]:
        """Return the slots of a relation's sentence that name what is held, such as an office and its country."""
        table = self._rows.tables[relation.table]
        return tuple(s for s in _slots(relation)[1:] if table.references.get(column_of(s, table)))

    def _same(self, relation: Relation, one: Row, other: Row) -> bool:
        slots = self._others(relation)
        return all(self._rows.entities(one, relation, s) == self._rows.entities(other, relation, s) for s in slots)

    def _right_after(self, relation: Relation, new: Row, old: Row) -> bool:
        """Say whether one began about when the other ended, and nobody else came between."""
        days = [begin_of(row, relation) for row in (old, new)]
        if not _follows(relation, new, old) or days[0] is None or days[1] is None:
            return False
        others = [row for row in self._rows.stating(relation) if self._same(relation, new, row)]
        return not any((day := begin_of(row, relation)) is not None and days[0] < day < days[1] for row in others)

    def _is_said(self, relation: Relation, row: Row, role: str) -> bool:
        """Say whether every word of a role is a name of the row or a word of the relation's own wordings."""
        own = {entity for cell in row.cells.values() for entity in cell.entities}
        words = frozenset(form for wording in relation.wordings for token in tokenize(wording)
                          for form in lemmas(token.text))  # fmt: skip
        tokens = tokenize(role)
        mentions = self._linker.link(tokens)
        named = {at for m in mentions if m.entities & own for at in range(m.first, m.last)}
        return all(
            at in named or fold(token.text) in STOP_WORDS or bool(lemmas(token.text) & words)
            for at, token in enumerate(tokens)
        )


def _slots(relation: Relation) -> list[str]:
    return list(dict.fromkeys(_SLOT.findall(relation.sentence)))


def _follows(relation: Relation, new: Row, old: Row) -> bool:
    begin, end = begin_of(new, relation), end_of(old, relation)
    return begin is not None and end is not None and new is not old and abs((begin - end).days) <= _GAP
