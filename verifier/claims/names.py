"""The persons that an article names, by full name and where."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from verifier.claims.genders import gender_of
from verifier.claims.lexicon import ROLES
from verifier.text import STOP_WORDS, is_plural

_PARTICLES = frozenset(
    {"al", "bin", "de", "der", "di", "la", "van", "von", "el", "da", "dos", "du", "ben", "ibn", "le"}
)
_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV", "V", "VI", "VII", "XVI"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name at [start, end) of the article."""

    start: int
    end: int
    name: str  # the fullest form that the article has


def find_names(text: str, docs: Iterable[Any], known_persons: Iterable[str]) -> list[PersonName]:
    """Return the persons named, by the recogniser or known to the corpus, in order of the text."""
    docs = list(docs)
    full = dict.fromkeys(name for name in known_persons if re.search(rf"\b{re.escape(name)}\b", text))
    full |= dict.fromkeys(name for name in _recognised(docs, "PER") if _personal(name))
    others = {word for label in ("ORG", "LOC") for name in _recognised(docs, label) for word in name.split()}
    places = {e.text for doc in docs for e in doc.ents if e.label_ == "LOC"}
    alone = {name for name in _single(docs) if name not in places | others}
    return sorted(_persons(text, list(full), alone), key=lambda m: m.start)


def _recognised(docs: Iterable[Any], label: str) -> Iterator[str]:
    for doc in docs:
        for text in _whole(doc, label):
            if len(text.split()) >= 2:
                yield text.removesuffix("’s").removesuffix("'s")


def _whole(doc: Any, label: str) -> Iterator[str]:
    """Yield the entities of a label; a first and a last name that the recogniser took for two persons are one."""
    first: int | None = None
    spans = [e for e in doc.ents if e.label_ == label]
    for entity, following in zip(spans, [*spans[1:], None], strict=False):
        start = entity.start if first is None else first
        joined = following is not None and following.start == entity.end and label == "PER"
        first = start if joined else None
        if not joined:
            yield doc[start : entity.end].text


def _single(docs: Iterable[Any]) -> Iterator[str]:
    """Yield names of one word; a word of the dictionary is only capital because it opens the sentence ("Tickets")."""
    for entity in (entity for doc in docs for entity in doc.ents if entity.label_ == "PER"):
        common = entity.start == 0 and is_plural(entity.text.lower())
        if len(entity.text.split()) == 1 and not common:
            yield entity.text


def _personal(name: str) -> bool:
    """Say whether every word of a name is one: the recogniser may take a verb or adverb along."""
    if name.split()[-1].lower() in _PARTICLES | {"of", "the"}:
        return False
    return all(word[:1].isupper() or word.lower() in _PARTICLES | {"of", "the"} or "-" in word for word in name.split())


def _persons(text: str, full: list[str], alone: set[str]) -> Iterator[PersonName]:
    """Yield full names, and short ones: by the full name where only one full name has it."""
    called = _canonical(full)
    owners: dict[str, set[str]] = {}
    for name in full:
        for short in (*_short(name), *({name.split()[0]} & alone)):
            owners.setdefault(short, set()).add(called[name])
    ambiguous = {short for short in owners if len({called[n] for n in full if short in n.split()}) > 1}
    taken: list[PersonName] = []
    for name in sorted({*full, *owners, *alone}, key=len, reverse=True):
        known = owners.get(name, {name})
        meant = called.get(name) or (name if len(known) > 1 or name in ambiguous else next(iter(known)))
        for mention in _located(text, {name}):
            overlaps = any(t.start < mention.end and mention.start < t.end for t in taken)
            if not overlaps and (name in full or not _within_a_name(text, mention.start)):
                taken.append(PersonName(mention.start, mention.end, meant))
    yield from taken


def _within_a_name(text: str, start: int) -> bool:
    """Say whether a capitalised word that is no title stands right before: "Ho" in "Cyd Ho" is not "Junius Ho"."""
    before = re.search(r"([^\W\d_][\w’'-]*)(\.?) $", text[max(0, start - 30) : start])
    if before is None or not before[1][:1].isupper():
        return False
    word = before[1].lower()
    return word not in ROLES | STOP_WORDS and gender_of(word) is None and not before[2]


def _canonical(full: list[str]) -> dict[str, str]:
    """Return how each full name is called: "Eugene A. Nida" and "Eugene Nida" are one person."""
    first: dict[tuple[str, str], str] = {}
    return {name: first.setdefault((name.split()[0], name.split()[-1]), name) for name in full}


def _short(name: str) -> Iterator[str]:
    """Yield the family name, alone and with its particle: "bin Salman", "Salman"; "al-Bashir", "Bashir"."""
    words = name.split(" of ")[0].split()
    words = words[:-1] if words[-1].rstrip(".") in _SUFFIXES and len(words) > 2 else words
    family = words[-1]
    if len(words) < 2 or family.lower() in _PARTICLES or family.rstrip(".") in _SUFFIXES:
        return
    yield family
    if "-" in family and family.split("-")[0].lower() in _PARTICLES:
        yield family.split("-", 1)[1]
    if len(words) > 2 and words[-2].lower() in _PARTICLES:
        yield f"{words[-2]} {family}"


def _located(text: str, names: Iterable[str]) -> Iterator[PersonName]:
    for name in names:
        for match in re.finditer(rf"(?<![\w-])(?<!& ){re.escape(name)}(?![\w-])(?! &)", text):
            yield PersonName(match.start(), match.end(), name)
