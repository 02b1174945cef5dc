"""The entities of a corpus: the same name and kind is the same thing, in whatever table it stands."""

import re

from verifier.facts import Entity
from verifier.text import fold


class Registry:
    """Collects entities and their names while tables are read."""

    def __init__(self) -> None:
        self._names: dict[str, list[str]] = {}
        self._kinds: dict[str, str] = {}
        self._by_name: dict[tuple[str, str], str] = {}

    def add(self, kind: str, names: list[str]) -> str:
        """Return the id of the entity that bears the first name, made known by all the names."""
        known = self.find(kind, names[0])
        entity = known or self._new_id(kind, names[0])
        own = self._names.setdefault(entity, [])
        self._kinds[entity] = kind
        for name in names:
            if name not in own:
                own.append(name)
            self._by_name.setdefault((kind, _key(name)), entity)
        return entity

    def find(self, kind: str, name: str) -> str | None:
        """Return the id of the entity of a kind that bears a name."""
        return self._by_name.get((kind, _key(name)))

    def name(self, entity: str) -> str:
        """Return the canonical name of an entity."""
        return self._names[entity][0]

    def entities(self) -> dict[str, Entity]:
        """Return all entities by id."""
        return {id_: Entity(id_, self._kinds[id_], tuple(names)) for id_, names in self._names.items()}

    def _new_id(self, kind: str, name: str) -> str:
        return f"{kind}:{slug(_key(name))}"


def _key(name: str) -> str:
    return fold(name).removeprefix("the ")


def slug(text: str) -> str:
    """Return a short readable id: lower case, hyphens for all else.

    >>> slug("Côte d'Ivoire")
    'cote-d-ivoire'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
