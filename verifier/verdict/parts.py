"""What compound claims are taken apart into, and the words and names of their text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.text import STOP_WORDS, Token, fold, tokenize
from verifier.verdict.lexicon import ARTICLES
from verifier.verdict.mentions import Linker


@dataclass(frozen=True, slots=True)
class Part:
    """A simpler claim; a negated one must be false for the whole to be true."""

    text: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Atom:
    """Tokens [first, last) that name something, the article before them left out."""

    first: int
    last: int
    kinds: frozenset[str]  # of what it may name; empty for names that the corpus does not know


@dataclass(frozen=True, slots=True)
class Words:
    """A claim's text with its tokens and names."""

    text: str
    tokens: tuple[Token, ...]
    folded: tuple[str, ...]
    atoms: tuple[Atom, ...]

    def name(self, atom: Atom) -> str:
        """Return a name as it is written, with its article."""
        first = atom.first - 1 if atom.first and self.folded[atom.first - 1] in ARTICLES else atom.first
        return self.text[self.tokens[first].start : self.tokens[atom.last - 1].end]

    def begin(self, atom: Atom) -> int:
        """Return where a name begins, its article included, as a token."""
        return atom.first - 1 if atom.first and self.folded[atom.first - 1] in ARTICLES else atom.first

    def listed(self, at: int) -> Iterator[Atom]:
        """Yield the names of the list that begins at a token, up to where something else is said."""
        for atom in self.atoms:
            if atom.first >= at:
                if set(self.folded[at : self.begin(atom)]) - {",", "and"}:
                    return
                yield atom
                at = atom.last

    def piece(self, first: int, last: int) -> str:
        """Return the text of tokens [first, last)."""
        if first >= last:
            return ""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]


def words_of(text: str, linker: Linker) -> Words:
    """Return a text's tokens, final stop left out, and its names: those of the corpus, and capitals beside them."""
    tokens = tokenize(text.rstrip().rstrip("."))
    folded = tuple(fold(token.text) for token in tokens)
    mentions = (*linker.definite(tokens), *linker.link(tokens))
    known = [Atom(m.first, m.last, frozenset(e.split(":")[0] for e in m.entities)) for m in mentions]
    inside = {at for atom in known for at in range(atom.first, atom.last)}
    atoms = sorted([*known, *_strange(tokens, folded, inside)], key=lambda atom: atom.first)
    return Words(text, tuple(tokens), folded, tuple(atoms))


def _strange(tokens: Sequence[Token], folded: Sequence[str], inside: set[int]) -> Iterator[Atom]:
    """Yield runs of capitalised words that are no names of the corpus."""
    at = 0
    while at < len(tokens):
        end = at
        while (
            end < len(tokens) and end not in inside and tokens[end].text[:1].isupper() and folded[end] not in _NO_NAME
        ):
            end += 1
        if end > at:
            yield Atom(at, end, frozenset())
        at = max(end, at + 1)


_NO_NAME = STOP_WORDS | set("neither none either unlike like since while although though unless".split())
