"""Resolves pronouns and descriptions where only one reading is left; otherwise they stay, flagged."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from verifier.claims.coordination import subject_of
from verifier.claims.descriptions import Descriptions
from verifier.claims.drafts import Draft, Parsed, Replacement
from verifier.claims.lexicon import GENERIC_ORGANISATIONS, ORGANISATIONS
from verifier.claims.names import Names
from verifier.claims.noun_phrases import phrase
from verifier.claims.sentences import Sentence
from verifier.language import children, main_root
from verifier.records import Flag

_PERSONAL = frozenset({"he", "she", "him", "his", "her"})
_THINGS = frozenset({"it", "its"})
_UNRESOLVED = frozenset(
    {"he", "she", "they", "it", "this", "these", "those", "him", "them", "her", "his", "their", "its"}
)
_WITH_HOST = ("participle clause", "relative clause", "clause")  # "it" may be the object of the clause before
_NARROWING = frozenset({"amod", "compound", "nmod", "nmod:poss", "flat", "acl:relcl"})
_DEMONSTRATIVES = frozenset({"this", "these", "that", "those"})


@dataclass(frozen=True, slots=True)
class Before:
    """What came before a sentence: where, and its subject when that names a thing."""

    starts: tuple[int, ...] = ()  # starts of the sentences before, nearest last
    thing: str | None = None
    listed: tuple[tuple[int, int], ...] = ()  # names enumerated in the sentence before


class Resolver:
    """Knows the names of one article and the descriptions of the corpus."""

    def __init__(self, text: str, names: Names, descriptions: Descriptions, published: date | None) -> None:
        self._text = text
        self._names = names
        self._descriptions = descriptions
        self._published = published

    def resolve(
        self, parsed: Parsed, draft: Draft, sentence: Sentence, before: Before, event: date | None
    ) -> list[Replacement]:
        """Return the replacements for one draft, not overlapping, in order."""
        found = [
            *self._described(parsed, draft, sentence, event),
            *self._pronouns(parsed, draft, sentence, before),
            *self._full_names(parsed, draft),
            *self._entities(parsed, draft, sentence, before),
        ]
        taken: set[int] = set()
        kept = []
        for item in found:
            if not taken & set(range(item.first, item.last)):
                taken |= set(range(item.first, item.last))
                kept.append(item)
        return sorted(kept, key=lambda item: item.first)

    def _described(self, parsed: Parsed, draft: Draft, sentence: Sentence, event: date | None) -> Iterator[Replacement]:
        tokens = draft.tokens()
        said = parsed.text(tokens)
        for at, first in enumerate(tokens):
            for length in range(min(self._descriptions.longest + 2, len(tokens) - at), 1, -1):
                run = tokens[at : at + length]
                if run != list(range(first, first + length)) or _goes_on(parsed, run[-1] + 1):
                    continue
                name = self._referent(parsed.doc[run[0] : run[-1] + 1].text, parsed, run[0], sentence, event)
                if name and name not in said and name.split()[-1] not in said:
                    yield Replacement(first, run[-1] + 1, name, f"'{parsed.doc[run[0] : run[-1] + 1].text}'")
                    break

    def _referent(self, words: str, parsed: Parsed, first: int, sentence: Sentence, event: date | None) -> str | None:
        now = self._descriptions.referents(words, self._published, self._text)
        if len(now) > 1:
            here = self._text[sentence.start : parsed.virtual.origin[parsed.doc[first].idx]]
            now = [name for name in now if name in here]
        if len(now) != 1:
            return None
        then = self._descriptions.referents(words, event or self._published, self._text)
        return now[0] if now[0] in then else None

    def _pronouns(self, parsed: Parsed, draft: Draft, sentence: Sentence, before: Before) -> Iterator[Replacement]:
        tokens = draft.tokens()
        for n, i in enumerate(tokens):
            token = parsed.doc[i]
            word = token.lower_
            if word in _PERSONAL and not self._bound(parsed, tokens[:n]):
                name = self._person(parsed, i, sentence, before)
                if name:
                    possessive = "’s" if token.tag_ == "PRP$" else ""
                    yield Replacement(i, i + 1, name + possessive, f"'{token.text}': the only person it can be")
            elif word in _THINGS:
                thing = self._thing(parsed, token, draft, before)
                if thing:
                    possessive = "’s" if token.tag_ == "PRP$" else ""
                    yield Replacement(i, i + 1, thing + possessive, f"'{token.text}'")

    def _bound(self, parsed: Parsed, earlier: list[int]) -> bool:
        """Say whether a person named earlier in the same claim can own the pronoun."""
        offsets = {parsed.virtual.origin[parsed.doc[i].idx] for i in earlier}
        return any(mention.start in offsets for mention in self._names.persons)

    def _person(self, parsed: Parsed, token: int, sentence: Sentence, before: Before) -> str | None:
        """Return the one person of the nearest sentence that names any."""
        here = parsed.virtual.origin[parsed.doc[token].idx]
        edges = [*before.starts[-2:], sentence.start, here]
        for start, end in zip(reversed(edges[:-1]), reversed(edges[1:]), strict=True):
            named = {mention.name for mention in self._names.persons_in(start, end)}
            if named:
                return named.pop() if len(named) == 1 else None
        return None

    def _thing(self, parsed: Parsed, token: Any, draft: Draft, before: Before) -> str | None:
        first = draft.tokens()[0] >= token.i
        if first and (token.dep_ in ("nsubj", "nsubj:pass") or token.tag_ == "PRP$"):
            inner = draft.rule in ("presupposed clause", "reported content")
            return subject_thing(parsed, main_root(parsed.doc)) if inner else before.thing
        if token.lower_ == "it" and token.dep_ in ("obj", "obl", "nmod") and draft.rule in _WITH_HOST:
            return _host_object(parsed, token)
        return None

    def _full_names(self, parsed: Parsed, draft: Draft) -> Iterator[Replacement]:
        """Yield full names for family names, where the article gives the full name."""
        kept = set(draft.tokens())
        for mention in self._names.persons:
            at = next((i for i in kept if parsed.virtual.origin[parsed.doc[i].idx] == mention.start), None)
            if at is None or self._text[mention.start : mention.end] == mention.name:
                continue
            last = at
            while last + 1 in kept and parsed.virtual.origin[parsed.doc[last + 1].idx] < mention.end:
                last += 1
            yield Replacement(at, last + 1, mention.name, "full name")

    def _entities(self, parsed: Parsed, draft: Draft, sentence: Sentence, before: Before) -> Iterator[Replacement]:
        """Yield the one organisation named before "the Court", "the entity"."""
        for i in draft.tokens()[1:]:
            token = parsed.doc[i]
            if i - 1 not in draft.tokens():
                continue
            generic = token.lower_ in ORGANISATIONS and parsed.doc[i - 1].lower_ == "the"
            kept = set(draft.tokens())
            if not generic or any(c.dep_ in _NARROWING and c.i in kept for c in token.children):
                continue
            name = self._organisation(parsed.virtual.origin[token.idx], token.lower_, sentence, before)
            if name:
                yield Replacement(i - 1, i + 1, f"the {name}", f"'the {token.text}'")

    def _organisation(self, here: int, noun: str, sentence: Sentence, before: Before) -> str | None:
        """Return the one name before that has the noun, else, for words such as "entity", the nearest name."""
        alike = {m.name for m in self._names.organisations_in(0, here) if noun in m.name.lower().split()}
        if alike or noun not in GENERIC_ORGANISATIONS:
            return alike.pop() if len(alike) == 1 else None
        start = before.starts[-1] if before.starts else sentence.start
        for begin, end in ((sentence.start, here), (start, sentence.start)):
            named = {m.name for m in self._names.organisations_in(begin, end)}
            if named:
                return named.pop() if len(named) == 1 else None
        return None


def _goes_on(parsed: Parsed, at: int) -> bool:
    """Say whether a name follows: "the Russian President Vladimir Putin" needs no help."""
    if at >= len(parsed.doc):
        return False
    follows = parsed.doc[at]
    comma = follows.text == "," and at + 1 < len(parsed.doc) and parsed.doc[at + 1].text[:1].isupper()
    return bool(follows.pos_ == "PROPN" or comma or follows.text == "-")


def _host_object(parsed: Parsed, token: Any) -> str | None:
    """Return the object of the clause that a participle hangs on, when it is a thing."""
    for ancestor in token.head.ancestors:
        found = next(children(ancestor, "obj"), None)
        if found is not None and found.i < token.i and found.ent_type_ != "PER":
            return str(parsed.doc[min(phrase(found)) : max(phrase(found)) + 1].text)
    return None


def subject_thing(parsed: Parsed, root: Any) -> str | None:
    """Return the subject of a sentence when it is one named thing, for "it" in the next."""
    subject = subject_of(root)
    if subject is None or subject.pos_ != "PROPN" or any(children(subject, "conj")):
        return None
    tokens = phrase(subject)
    return parsed.doc[min(tokens) : max(tokens) + 1].text if tokens else None


def unresolved(text: str, tokens: list[str]) -> list[Flag]:
    """Return the flags for words that still point outside the claim."""
    words = [word.lower() for word in tokens]
    flags = []
    if (
        words
        and words[0] in _UNRESOLVED - {"his", "her", "its", "their"}
        and (words[0] not in _DEMONSTRATIVES or (len(words) > 1 and words[1] in ("is", "was", "has", "had", "will")))
    ) or (words and words[0] in ("he", "she", "his", "her", "its", "their")):
        flags.append(Flag.UNRESOLVED_PRONOUN)
    elif any(word in _DEMONSTRATIVES - {"that"} for word in words):
        flags.append(Flag.UNRESOLVED_REFERENCE)
    return flags
