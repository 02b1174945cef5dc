"""Names that are almost one of the corpus': read as it only when no other name is nearly as near."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from verifier.text import known_word

_SHORTEST = 6  # letters from which a name may be misspelt; "Mali" and "Malo" are other names, not slips
_LONG = 9  # letters from which a name may hold two slips
_ENDINGS = ("s", "n", "ese", "ish")  # of plurals and demonyms
_MARGIN = 1  # how many slips farther every other entity must be


@dataclass(frozen=True, slots=True)
class Speller:
    """Known names by their folded text, with the entities that bear them.

    >>> speller = Speller({"niger": frozenset({"ne"}), "nigeria": frozenset({"ng"}), "kazakhstan": frozenset({"kz"})})
    >>> sorted(speller.nearest("kazakstan")), sorted(speller.nearest("nigera"))
    (['kz'], ['ne', 'ng'])
    """

    names: Mapping[str, frozenset[str]]
    _found: dict[str, frozenset[str]] = field(default_factory=dict)  # answers so far

    def nearest(self, text: str) -> frozenset[str]:
        """Return the entities that a folded text may be a misspelling of: none, one, or several in a near-tie."""
        if text not in self._found:
            self._found[text] = self._nearest(text)
        return self._found[text]

    def _nearest(self, text: str) -> frozenset[str]:
        if len(text) < _SHORTEST or known_word(text):
            return frozenset()
        allowed = 2 if len(text) >= _LONG else 1
        found = extract(
            text, self.names.keys(), scorer=DamerauLevenshtein.distance, score_cutoff=allowed + _MARGIN, limit=None
        )
        if any(_inflected(name, text) for name, *_ in found):
            return frozenset()
        near = {name: slips for name, slips, _ in found if name[:1] == text[:1]}
        best = min(near.values(), default=allowed + 1)
        if best > allowed:
            return frozenset()
        return _union(self.names[name] for name, slips in near.items() if slips <= best + _MARGIN)


def _inflected(name: str, text: str) -> bool:
    """Say whether only an ending differs: "Croatians" and "Germans" are people, and no slips for their countries."""
    ending = text.endswith(_ENDINGS) and not name.endswith(_ENDINGS)
    return ending and text.startswith(name[:-1])


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(entity for one in sets for entity in one)
