"""Descriptions that the corpus knows, where a sentence uses them: "the Russian leader", "the Asian country"."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from verifier.claims.descriptions import Descriptions
from verifier.claims.kinds_of_things import Kinds
from verifier.claims.scene import Scene
from verifier.claims.things import Mention, Reading, Thing
from verifier.claims.times import days_in
from verifier.text import fold


class KnownDescriptions:
    """Reads the descriptions of the corpus in one article."""

    def __init__(self, text: str, kinds: Kinds, descriptions: Descriptions, published: date | None) -> None:
        self._text = text
        self._kinds = kinds
        self._descriptions = descriptions
        self._published = published

    def find(self, scene: Scene) -> Iterator[tuple[Mention, Reading]]:
        """Yield described mentions with what they stand for on the days that their sentence names."""
        days = days_in(scene.parsed, self._published) or [self._published]
        for mention in list(scene.mentions):
            first = _first(scene, mention)
            for last in range(min(first + self._descriptions.longest + 1, len(scene.parsed.doc) - 1), first, -1):
                if mention.thing.parts or last < mention.head or _goes_on(scene.parsed.doc, last + 1):
                    continue
                words = scene.parsed.doc[first : last + 1].text
                name = self._referent(words, scene, mention, days)
                if name:
                    yield mention, self._reading(scene, first, last, name)
                    break

    def _reading(self, scene: Scene, first: int, last: int, name: str) -> Reading:
        start, end = scene.parsed.doc[first], scene.parsed.doc[last]
        where = scene.parsed.virtual.span(start.idx, end.idx + len(end.text))
        return Reading(*where, name, f"'{scene.parsed.doc[first : last + 1].text}'", self._thing(name), rule="corpus")

    def _referent(self, words: str, scene: Scene, mention: Mention, days: Sequence[date | None]) -> str | None:
        now = self._descriptions.referents(words, self._published, self._text)
        if len(now) > 1:
            now = self._nearest(now, scene, mention)
        if len(now) != 1:
            return None
        always = all(now[0] in self._descriptions.referents(words, day, self._text) for day in days)
        return now[0] if always else None

    def _nearest(self, names: list[str], scene: Scene, mention: Mention) -> list[str]:
        """Return those that the sentence names before the description, else those of the sentence before."""
        wanted = {self._kinds.identity(name): name for name in names}
        here = scene.before(scene.parsed.doc[mention.head], lambda m: m.thing.key in wanted and m.end <= mention.start)
        told = scene.story.told[-1].things(lambda m: m.thing.key in wanted) if scene.story.told else []
        return [wanted[m.thing.key] for m in here or told]

    def _thing(self, name: str) -> Thing:
        kinds = self._kinds.of(name)
        person = not kinds and not name.lower().startswith("the ")
        return Thing(fold(name) if person else self._kinds.identity(name), name, person, kinds=kinds)


def _first(scene: Scene, mention: Mention) -> int:
    """Return the first token of a mention."""
    origin = scene.parsed.virtual.origin
    return next((t.i for t in scene.parsed.doc if origin[t.idx] >= mention.start), mention.head)


def _goes_on(doc: Any, at: int) -> bool:
    """Say whether a name follows: "the Russian President Vladimir Putin" needs no help."""
    if at >= len(doc):
        return False
    follows = doc[at]
    comma = follows.text == "," and at + 1 < len(doc) and doc[at + 1].text[:1].isupper()
    return bool(follows.pos_ == "PROPN" or comma or follows.text == "-")
