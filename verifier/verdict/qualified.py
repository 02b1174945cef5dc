"""A noun with several qualifiers is each of them: "a landlocked country of 20 million people between A and B"."""

import re
from collections.abc import Iterator
from itertools import product

from verifier.text import lemmas
from verifier.verdict.lexicon import SORTS
from verifier.verdict.parts import Part, Words

_NOUNS = frozenset().union(*SORTS)
_WHOLE = re.compile(r"^(?P<who>.+?) (?P<be>is|was|remains) (?P<article>an?) (?P<phrase>[^,]+)$")
_QUALIFIER = re.compile(r"\s+(?=(?:of|between|in|with|on|bordering|bordered by)\b)")
_OF_OWNER = re.compile(r"^Of (?P<owner>.+?)['’]s? (?P<noun>[a-z]+), (?P<rest>.+)$")
_MOST = 4  # qualifiers


def qualified(words: Words) -> Iterator[tuple[Part, ...]]:
    """Yield a part for what stands before the noun and for each qualifier behind it."""
    match = _WHOLE.match(words.text.rstrip(" ."))
    if match is None:
        return
    head, *qualifiers = _QUALIFIER.split(match["phrase"])
    *before, noun = head.split()
    if not lemmas(noun) & _NOUNS or not 0 < len(qualifiers) <= _MOST or len(qualifiers) + bool(before) < 2:
        return
    lead, article = f"{match['who']} {match['be']}", "an" if noun[0] in "aeiou" else "a"
    first = [Part(f"{lead} {match['article']} {head}")] if before else []
    ways = [(f"{lead} {article} {noun} {qualifier}", f"{lead} {qualifier}") for qualifier in qualifiers]
    for way in product(*ways):
        yield (*first, *(Part(text) for text in way))


def of_its(words: Words) -> Iterator[tuple[Part, ...]]:
    """Yield what "of Chad's neighbours, Libya and Sudan are no members" says: who they are, and the rest."""
    match = _OF_OWNER.match(words.text.rstrip(" ."))
    if match is None:
        return
    begin = next(n for n, token in enumerate(words.tokens) if token.start >= match.start("rest"))
    named = list(words.listed(begin))
    noun = _singular(match["noun"])
    if named and noun:
        kin = (Part(f"{words.name(atom)} is a {noun} of {match['owner']}") for atom in named)
        yield (*kin, Part(match["rest"]))


def _singular(noun: str) -> str | None:
    from lemminflect import getLemma

    lemma = next(iter(getLemma(noun, upos="NOUN")), noun)
    return None if lemma == noun else str(lemma)
