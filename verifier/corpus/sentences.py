"""Drafts how the rows of a table are stated, from what its columns seem to be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from verifier.corpus.guesses import Column
from verifier.dates import parse_partial
from verifier.records import Granularity
from verifier.text import lemmas

_BEGINS = frozenset("since join start begin enter appoint elect accede accession entry from".split())
_ENDS = frozenset("leave end until withdraw exit finish resign to".split())
_ACTIVE = frozenset("join leave die accede ratify sign withdraw resign retire enter quit exit begin start end".split())


@dataclass(frozen=True, slots=True)
class Draft:
    """One relation for corpus.toml."""

    name: str
    nature: str
    sentence: str
    wordings: tuple[str, ...] = ()
    entries: dict[str, str] = field(default_factory=dict)  # further keys, e.g. at = a column


def drafts(table: str, key: Column, unique: bool, columns: Sequence[Column]) -> list[Draft]:
    """Return what each row states: states from a beginning to an end, events, numbers, flags, texts."""
    rest = [column for column in columns if column is not key and column.values]
    dates = [column for column in rest if column.type == "date"]
    begins = next((column for column in dates if _has(column, _BEGINS)), None)
    ends = next((column for column in dates if column is not begins and _has(column, _ENDS)), None)
    found = [_state(table, key, begins, ends)] if begins else []
    when = "" if unique or not dates else f" ({dates[0].words}: {{{dates[0].name}}})"
    for column in rest:
        if column not in (begins, ends):
            found += _one(key, unique, column, "" if column in dates else when)
    made = found or [_listed(table, key)]
    return [
        made[0],
        *(replace(draft, name=f"{draft.name}_is") if draft.name == made[0].name else draft for draft in made[1:]),
    ]


def _one(key: Column, unique: bool, column: Column, when: str) -> Iterator[Draft]:
    subject, words, slot = f"{{{key.name}}}", column.words, f"{{{column.name}}}"
    of = f"The {words} of {subject}{when} {'are' if _singular(words) else 'is'} {slot}."
    if column.type == "date":
        yield _event(subject, unique, column)
    elif column.type in ("number", "series") and unique:
        wordings = (f"the {words} of {subject} is {slot}", f"{subject} has a {words} of {slot}")
        yield Draft(column.name, "quantity", of, wordings, {"value": column.name})
    elif column.type == "flag":
        noun = _with_article(words)
        denied = f"{subject} is not {noun}{when}."
        entries = {"holds": column.name, "denied_sentence": denied}
        yield Draft(column.name, "attribute", f"{subject} is {noun}{when}.", (f"{subject} is {noun}",), entries)
    elif column.long:
        yield Draft(column.name, "attribute", slot)
    else:
        yield Draft(column.name, "attribute" if unique else "repeatable", of)


def _state(table: str, key: Column, begins: Column, ends: Column | None) -> Draft:
    subject, words = f"{{{key.name}}}", _plain(table)
    entries = {"begins": begins.name}
    if ends:
        last = f"{subject} was among the {words} from {{{begins.name}}} until {{{ends.name}}}."
        entries |= {"ends": ends.name, "ended_sentence": last}
    wordings = [f"{subject} is among the {words}"]
    if one := _singular(words):
        wordings.append(f"{subject} is {_with_article(one)}")
    since = f"{subject} has been among the {words} since {{{begins.name}}}."
    return Draft("listed", "state", since, tuple(wordings), entries)


def _listed(table: str, key: Column) -> Draft:
    subject, words = f"{{{key.name}}}", _plain(table)
    return Draft("listed", "attribute", f"{subject} is among the {words}.", (f"{subject} is among the {words}",))


def _event(subject: str, unique: bool, column: Column) -> Draft:
    """State an event: "{name} joined on {joined}." for a verb, "The opening of {name}: {opening}." for a noun."""
    words = re.sub(r" (?:date|on|at|year|day)$|^(?:date|year) (?:of )?", "", column.words)
    nature, slot = "functional" if unique else "repeatable", f"{{{column.name}}}"
    entries = {"at": column.name}
    verb = words.split()[0] if words.split() else ""
    if not _participle(verb):
        return Draft(column.name, nature, f"The {column.words} of {subject} is {slot}.", (), entries)
    said = f"{subject} {words}" if lemmas(verb) & _ACTIVE else f"{subject} was {words}"
    return Draft(column.name, nature, f"{said} {_preposition(column)}{slot}.", (said,), entries)


def _preposition(column: Column) -> str:
    """Return what goes before all the dates of a column; dates of several precisions allow none."""
    precisions = {parse_partial(value).granularity for value in column.values}
    if precisions == {Granularity.DAY}:
        return "on "
    return ": " if Granularity.DAY in precisions else "in "


def _has(column: Column, verbs: frozenset[str]) -> bool:
    return any(lemmas(word) & verbs for word in column.words.split())


def _participle(word: str) -> bool:
    """Say whether a word is the past of a verb."""
    from lemminflect import getAllLemmas, getInflection

    verbs = getAllLemmas(word, upos="VERB").get("VERB", ())
    return any(word in getInflection(verb, tag=tag) for verb in verbs for tag in ("VBD", "VBN") if verb != word)


def _singular(words: str) -> str | None:
    from lemminflect import getAllLemmas

    *before, last = words.split() or [""]
    forms = [form for form in getAllLemmas(last, upos="NOUN").get("NOUN", ()) if form != last]
    return " ".join([*before, forms[0]]) if forms else None


def _with_article(words: str) -> str:
    """Put an article before a noun: "a member", but "landlocked"."""
    from lemminflect import getAllLemmas

    last = words.split()[-1] if words.split() else ""
    kinds = getAllLemmas(last)
    if "NOUN" not in kinds or "ADJ" in kinds or _participle(last):
        return words
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _plain(table: str) -> str:
    return re.sub(r"[_\W]+", " ", table).strip().lower()
