"""Sources named by "according to"."""

from typing import Any

from verifier.claims.drafts import Parsed, trimmed
from verifier.claims.lexicon import ORGANISATIONS
from verifier.claims.mentions import PEOPLE
from verifier.claims.quotations import noun_run
from verifier.claims.reporting import LEAST_CONTENT, Speech, verbal

_DOCUMENTS = frozenset(
    "report data figure study survey poll statement document record estimate census article file filing source witness "
    "account analysis research paper letter email post transcript indictment complaint".split()
)


def according(parsed: Parsed) -> Speech | None:
    """Read "According to N, ..." and "..., according to N"."""
    words = [token.lower_ for token in parsed.doc]
    at = next((i for i in range(len(words) - 2) if words[i : i + 2] == ["according", "to"]), None)
    if at is None or words[at + 2] in ("which", "whom"):
        return None
    if at > 1 and words[at - 1] == "," and (words[at - 2] in ("and", "but", "or") or _within(parsed.doc[at - 2])):
        return None  # "witty and, according to N, vain", "who, according to N, ran": the rest is not N's
    if at and words[at - 1] != "," and not _source(parsed.doc, at):
        return None
    comma = next((i for i in range(at + 2, len(words)) if words[i] == ","), len(words))
    speaker = trimmed(parsed, range(at + 2, comma))
    after = range(comma + 1, len(words))
    if not at and words[comma + 1 : comma + 2] and words[comma + 1] in ("who", "which", "whose"):
        comma = next((i for i in range(comma + 1, len(words)) if words[i] == ","), comma)
        after = range(comma + 1, len(words))
    if at and words[comma + 1 : comma + 2] and words[comma + 1] in ("who", "which", "whose"):
        after = range(0)  # who said it, told by the way
    if at and words[comma + 2 : comma + 4] in (["of", "whom"], ["of", "which"]):
        after = range(0)  # ", according to two people, one of whom said"
    named = noun_run(parsed.doc, comma + 1) if comma + 1 < len(words) else range(0)
    if at and named and words[named.stop : named.stop + 1] in ([], ["."]) and parsed.doc[named.start].pos_ == "PROPN":
        speaker, after = [*named], range(0)  # "according to its chairwoman, Marleen Oostra."
    if not at and named and words[named.stop : named.stop + 1] == [","] and parsed.doc[named.stop - 1].pos_ == "PROPN":
        comma = next(i for i in range(comma + 1, len(words)) if words[i] == ",")
        speaker, after = trimmed(parsed, range(named.start, comma)), range(comma + 1, len(words))
    if at and after and words[after[0]] in ("and", "but"):
        after = range(comma, len(words))  # ", according to N, and 30 died"
    rest = trimmed(parsed, range(at)) + (trimmed(parsed, after) if after[:1] != range(comma, comma + 1) else [*after])
    content = tuple(rest) if len(rest) >= LEAST_CONTENT and verbal(parsed.doc, rest) else ()
    return Speech(tuple(speaker), "according to", False, content)


def _within(word: Any) -> bool:
    """Say whether a word opens a clause within a sentence: "where", "who"."""
    return bool((word.tag_ in ("WDT", "WP", "WP$", "WRB") or word.lower_ == "that") and word.i)


def _source(doc: Any, at: int) -> bool:
    """Say whether "according to" without a comma names who says it: not "divided according to their length"."""
    noun = doc[at].head if doc[at].head.i > at else doc[at + 2]
    named = noun.pos_ in ("PROPN", "PRON") or noun.ent_type_ != ""
    return named or noun.lemma_.lower() in PEOPLE | ORGANISATIONS | _DOCUMENTS
