"""Claims as the splitter makes them, before they have ids and parents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.claims.pieces import Built
from verifier.records import Attribution, Claim, Flag, Kind, Modality, TimeSpan


@dataclass(frozen=True, slots=True)
class Made:
    """A claim without its id and parent."""

    built: Built
    kind: Kind
    modality: Modality
    sentence: int
    attribution: Attribution | None = None
    time: TimeSpan | None = None
    flags: tuple[Flag, ...] = ()


def numbered(made: Sequence[Made]) -> Iterator[Claim]:
    """Yield claims with ids; a repeated text is kept once; parts name their sentence's first claim."""
    seen: set[str] = set()
    parents: dict[int, str] = {}
    for item in made:
        if item.built.text in seen:
            continue
        seen.add(item.built.text)
        id_ = f"c{len(seen)}"
        yield Claim(
            id=id_,
            text=item.built.text,
            kind=item.kind,
            spans=item.built.spans,
            edits=item.built.edits,
            parent=parents.get(item.sentence),
            attribution=item.attribution,
            time=item.time,
            modality=item.modality,
            flags=item.flags,
        )
        parents.setdefault(item.sentence, id_)
