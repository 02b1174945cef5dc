"""Names that a corpus does not know: in a list of everything, they are known to be absent."""

from collections.abc import Mapping

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from verifier.facts import ColumnType, Corpus, Relation
from verifier.text import STOP_WORDS, fold
from verifier.verdict.reading import Reading

MARK = "?"  # first character of the made-up id of a name that the corpus does not know
_LONGEST = 5  # words
_TOO_NEAR = 80.0  # likeness in percent from which a strange name may be a misspelt known one
_NO_NAMES = STOP_WORDS | set(
    "every everyone everybody nobody somebody someone anyone anybody many few several half one two three neither "
    "none most nothing something president minister government country state court".split()
)


class Strangers:
    """Reads unknown names, for lists that are complete and bound to no universe."""

    def __init__(self, corpus: Corpus) -> None:
        self._keys = {table.name: _key(table.columns) for table in corpus.tables}
        self._known = [fold(name) for entity in corpus.entities.values() for name in entity.names]

    def at(self, relation: Relation, slot: str, reading: Reading, token: int) -> tuple[int, str] | None:
        """Return the end of the unknown name at a token and its made-up id, None when there is none.

        A name that resembles a known one is none: it may be misspelt.
        """
        if not relation.complete or relation.universe or slot != self._keys[relation.table]:
            return None
        end = token
        while end < len(reading.tokens) and end - token < _LONGEST and self._part(reading, end):
            end += 1
        if end == token:
            return None
        words = reading.folded[token:end]
        if (len(words) == 1 and words[0] in _NO_NAMES) or self._near(" ".join(words)):
            return None
        return end, MARK + " ".join(t.text for t in reading.tokens[token:end])

    def _part(self, reading: Reading, at: int) -> bool:
        inside = any(m.first <= at < m.last for m in reading.mentions.values())
        return not inside and reading.tokens[at].text[:1].isupper()

    def _near(self, name: str) -> bool:
        return extractOne(name, self._known, scorer=ratio, score_cutoff=_TOO_NEAR) is not None


def _key(columns: Mapping[str, ColumnType]) -> str | None:
    return next((name for name, type_ in columns.items() if type_ is ColumnType.NAME), None)


def name_of(entity: str, corpus: Corpus) -> str:
    """Return how reports call an entity, known or not."""
    return entity.removeprefix(MARK) if entity.startswith(MARK) else corpus.entities[entity].names[0]
