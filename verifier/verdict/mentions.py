"""Entity linking: which tokens of a claim name which entities of the corpus."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from verifier.facts import Entity
from verifier.text import STOP_WORDS, Token, fold, is_plural, known_word, lemmas, tokenize
from verifier.verdict.lexicon import ANY_SORT, SORTS
from verifier.verdict.misspelling import Speller

SHORT_NAME_KINDS = frozenset({"person"})  # kinds whose members are also called by their last name
VARIABLE = "\ue000"  # stands in a text for anything of a kind: "how many \ue000 are members"
ANYTHING = "*"  # the id that it is linked to
_LONGEST_CODE = 4  # "US", "ICC", "MNG": short capitals are names only in capitals


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens [first, last) that name one of `entities`; more than one means ambiguous."""

    first: int
    last: int
    entities: frozenset[str]
    misspelt: bool = False  # read by likeness; its spelling is no name of the corpus


class Linker:
    """Finds the longest names, never part of a longer name; by likeness only what has no other near it.

    >>> linker = Linker([Entity("niger", "country", ("Niger",)), Entity("nigeria", "country", ("Nigeria",))])
    >>> [m.entities for m in linker.link(tokenize("Niger borders Nigeria"))]
    [frozenset({'niger'}), frozenset({'nigeria'})]
    """

    def __init__(self, entities: Iterable[Entity], constants: Collection[str] = ()) -> None:
        """Read the names of entities; `constants` are the ids of things that a corpus is about, one of a kind."""
        entities = list(entities)
        self._names: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._codes: dict[str, set[str]] = defaultdict(set)
        self._common: set[tuple[str, ...]] = set()  # names that the corpus itself writes in lower case
        short: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for entity in entities:
            for name in entity.names:
                self._add(name, entity.id)
                if "-" in name:
                    self._add(name.replace("-", " "), entity.id)
            if entity.kind in SHORT_NAME_KINDS:
                short[_key(entity.names[0])[-1:]].add(entity.id)
        self._speller = Speller({" ".join(key): frozenset(ids) for key, ids in self._names.items()})
        for key, ids in short.items():
            self._names[key] |= ids
        self._tails = _tails(self._names)
        self._constants = frozenset(constants)
        self._heads = _heads(entities, constants)
        self._full = {e.id: _key_text(e.names[0]) for e in entities if e.id in constants or _has_code(e)}
        self.kinds = frozenset(entity.kind for entity in entities)
        self.sorts = _sorts({entity.kind for entity in entities})
        self._reach = _reach(self._names)

    def _add(self, name: str, entity_id: str) -> None:
        if _is_code(name):
            self._codes[name].add(entity_id)
        elif key := _key(name):
            self._names[key].add(entity_id)
            if name == name.lower():
                self._common.add(key)

    def link(self, tokens: Sequence[Token]) -> list[Mention]:
        """Return the mentions from left to right, not overlapping."""
        folded = [fold(token.text) for token in tokens]
        mentions, at = [], 0
        while at < len(tokens):
            mention = self._longest_at(tokens, folded, at) or self._misspelt_at(tokens, folded, at)
            if mention:
                mentions.append(mention)
            at = mention.last if mention else at + 1
        return mentions

    def _longest_at(self, tokens: Sequence[Token], folded: Sequence[str], at: int) -> Mention | None:
        for length in range(min(self._reach.get(folded[at], 0), len(tokens) - at), 0, -1):
            key = tuple(folded[at : at + length])
            ids = self._names.get(key)
            if ids and (key in self._common or any(token.text[:1].isupper() for token in tokens[at : at + length])):
                return Mention(at, at + length, frozenset(ids))
        if tokens[at].text == VARIABLE:
            return Mention(at, at + 1, frozenset({ANYTHING}))
        codes = self._codes.get(tokens[at].text.replace(".", ""))
        return Mention(at, at + 1, frozenset(codes)) if codes else None

    def partial(self, tokens: Sequence[Token]) -> list[Mention]:
        """Return mentions by the last word that several names share: "Korea" may be either; one alone is no name."""
        named = {at for mention in self.link(tokens) for at in range(mention.first, mention.last)}
        found = []
        for at, token in enumerate(tokens):
            beside = [n for n in (at - 1, at + 1) if 0 <= n < len(tokens) and tokens[n].text[:1].isupper()]
            alone = all(fold(tokens[n].text) in STOP_WORDS for n in beside)
            if at not in named and token.text[:1].isupper() and alone:
                ids = self._tails.get(fold(token.text), frozenset())
                found += [Mention(at, at + 1, ids)] if len(ids) > 1 else []
        return found

    def definite(self, tokens: Sequence[Token]) -> list[Mention]:
        """Return mentions of a constant by its noun alone, as in "the court"."""
        named = {at for mention in self.link(tokens) for at in range(mention.first, mention.last)}
        found = []
        for at, token in enumerate(tokens):
            entity = self._heads.get(fold(token.text))
            if entity and at not in named and at and fold(tokens[at - 1].text) == "the":
                found.append(Mention(at, at + 1, frozenset({entity})))
        return found

    def canonical(self, text: str) -> str:
        """Write out abbreviations and other names of what a corpus is about: models and indexes know one name best.

        >>> court = Entity("body:c", "body", ("the Court of Alvik", "CoA", "COA"))
        >>> Linker([court], {"body:c"}).canonical("The COA has nine judges.")
        'The Court of Alvik has nine judges.'
        """
        tokens = tokenize(text)
        for mention in reversed(self.link(tokens)):
            start, end = tokens[mention.first].start, tokens[mention.last - 1].end
            name = self._full.get(next(iter(mention.entities)), "") if len(mention.entities) == 1 else ""
            short = mention.entities <= self._constants or _is_code(text[start:end])
            if name and short and not mention.misspelt:
                text = f"{text[:start]}{name}{text[end:]}"
        return text

    def _misspelt_at(self, tokens: Sequence[Token], folded: Sequence[str], at: int) -> Mention | None:
        """Return the whole run of unknown capitalised words as one misspelt name, if it is near one."""
        end = at
        while end < len(tokens) and tokens[end].text[:1].isupper() and folded[end] not in STOP_WORDS:
            if end > at and self._longest_at(tokens, folded, end):
                return None
            end += 1
        inside = at > 0 and tokens[at - 1].text[:1].isupper() and folded[at - 1] not in STOP_WORDS
        ids = frozenset[str]() if inside or end == at else self._speller.nearest(" ".join(folded[at:end]))
        return Mention(at, end, ids, misspelt=True) if ids else None


def _key(name: str) -> tuple[str, ...]:
    words = [fold(token.text) for token in tokenize(name)]
    return tuple(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _reach(names: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """Return by first word how many words the longest name has: most words of a text begin none."""
    reach: dict[str, int] = {}
    for key in filter(None, names):
        reach[key[0]] = max(len(key), reach.get(key[0], 0))
    return reach


def _tails(names: Mapping[tuple[str, ...], set[str]]) -> dict[str, frozenset[str]]:
    """Return the entities of names of several words by their last word."""
    tails: dict[str, set[str]] = defaultdict(set)
    for key, ids in names.items():
        if len(key) > 1:
            tails[key[-1]] |= ids
    return {word: frozenset(ids) for word, ids in tails.items()}


def _heads(entities: Sequence[Entity], constants: Collection[str]) -> dict[str, str]:
    """Return the constants by the noun that ends their name, where no other entity's name ends with it."""
    heads: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        if len(key := _key(entity.names[0])) > 1:
            heads[key[-1]].add(entity.id)
    alone = {word: next(iter(ids)) for word, ids in heads.items() if len(ids) == 1 and known_word(word)}
    return {word: entity for word, entity in alone.items() if entity in constants and not is_plural(word)}


def _sorts(kinds: set[str]) -> frozenset[str]:
    """Return the nouns by which texts call things of these kinds: "state" for a country."""
    groups = [group for group in SORTS if any(group & lemmas(kind) for kind in kinds)]
    return frozenset(lemma for kind in kinds for lemma in lemmas(kind)).union(*groups, ANY_SORT)


def _has_code(entity: Entity) -> bool:
    return any(_is_code(name) for name in entity.names)


def _is_code(name: str) -> bool:
    return name.isupper() and len(name) <= _LONGEST_CODE


def _key_text(name: str) -> str:
    """Return a name without its article."""
    return name[4:] if name[:4].lower() == "the " else name
