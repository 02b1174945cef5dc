"""States what a complete list does not hold, so that an absence can be read like any evidence."""

import re
from datetime import date

from verifier.dates import write_time
from verifier.facts import Corpus, Table
from verifier.records import Granularity, Passage, TimeSpan
from verifier.verdict.frames import Frame
from verifier.verdict.strangers import MARK, name_of

_SLOT = re.compile(r"\{(\w+\*?)\}")


def state_absence(frame: Frame, corpus: Corpus, table: Table, as_of: date) -> Passage:
    """Return a sentence such as "As of 30 August 2024, China is not a State party ..." as evidence."""
    relation = frame.relation
    names = {slot: name_of(entity, corpus) for slot, entity in frame.slots.items()}
    names |= {slot: corpus.entities[entity].names[0] for slot, entity in corpus.constants.items()}
    template = relation.denied_sentence
    if template is None or not all(slot in names for slot in _SLOT.findall(template)):
        template = f"no entry for {', '.join(names[s] for s in frame.slots)} in '{table.title}'."
    day = write_time(TimeSpan(first=as_of, last=as_of, granularity=Granularity.DAY))
    subject = "-".join(frame.slots.values()).replace(MARK, "")
    return Passage(
        id=f"{table.name}/{subject}/not-{relation.name}",
        text=f"As of {day}: {_SLOT.sub(lambda slot: names[slot[1]], template)}",
        source=f"{table.title} ({table.file}), complete list of {len(table.rows)} entries",
        table=table.name,
    )
