"""Direct speech: which verb introduces a quotation, and whose words it gives."""

from typing import Any

from verifier.claims.coordination import subject_of
from verifier.claims.drafts import Parsed
from verifier.claims.lexicon import QUOTING
from verifier.claims.noun_phrases import phrase
from verifier.claims.sentences import Sentence
from verifier.language import subtree

NAMING = ("PROPN", "NOUN", "PRON")
_CLOSING = ("”", '"', "»")
_SMALL = 4  # letters of words that a title may have without a capital: "with", "from"
_MARKS = ("“", *_CLOSING)
_WHEN = frozenset({"today", "yesterday", "tonight"})
_QUOTE_WORDS = 3  # shorter quotations are names or scare quotes


def quoting_verb(parsed: Parsed, sentence: Sentence) -> Any | None:
    """Return the reporting verb of a sentence that stands outside its quotation."""
    for token in parsed.doc:
        if token.lemma_.lower() not in QUOTING or sentence.quoted(parsed.virtual.origin[token.idx]):
            continue
        if token.dep_ == "acl:relcl":
            continue  # "N, who called it "a shame", said"
        after_quote = parsed.doc[: token.i].text.rstrip(", ").endswith(_CLOSING)
        if token.tag_ in ("VBD", "VBZ", "VBP") or (token.tag_ == "VBN" and after_quote):
            return token
    return None


def has_quotation(parsed: Parsed, sentence: Sentence) -> bool:
    """Say whether a sentence quotes somebody: more than a name, a title or single words."""
    inside = [t for t in parsed.doc if t.is_alpha and sentence.quoted(parsed.virtual.origin[t.idx])]
    return len(inside) >= _QUOTE_WORDS and not _title(inside)


def _title(words: list[Any]) -> bool:
    """Say whether quoted words are the title of a work: "The Salt Road", every long word with a capital letter."""
    long = next((w for least in (_SMALL, _SMALL - 1) if (w := [t for t in words if len(t.text) > least])), words)
    return all(t.text[0].isupper() for t in long) and not any(t.tag_ == "PRP" for t in words)


def speaker_of(cue: Any) -> tuple[int, ...]:
    """Return the subject of a reporting verb; after a quotation it may follow the verb."""
    before = [t for t in cue.doc[max(0, cue.i - 1) : cue.i] if t.pos_ in NAMING]
    own = subject_of(cue)
    of_it = own is not None and own.i < cue.i and bool(before) and before[-1].i in subtree(own)
    subject = before[-1] if before and not of_it else own
    if subject is not None and subject.i < cue.i and not _in_quotes(subject, cue):
        return up_to(subject, cue)
    if subject is None and cue.dep_.startswith("acl") and cue.head.i < cue.i:
        return up_to(cue.head, cue)  # "One broker, admitting relief, called it unfair"
    if not any(t.text in _CLOSING for t in cue.doc[: cue.i]):
        named = cue.i and cue.nbor(-1).text == "," and cue.i + 1 < len(cue.doc) and cue.nbor(1).pos_ == "PROPN"
        return tuple(noun_run(cue.doc, cue.i + 1)) if named else ()  # 'If it rains, said Ole Berg, "we lose"'
    if beside := _name_beside(cue):
        return beside
    after = next((t for t in cue.doc[cue.i + 1 :] if t.pos_ in NAMING), None)
    if after is None or after.i > cue.i + 4:
        return ()
    return tuple(noun_run(cue.doc, after.i))


def _name_beside(cue: Any) -> tuple[int, ...]:
    """Return the name that stands between commas before a verb: '"...," its founder, Ann Berg, told me'."""
    doc, end = cue.doc, cue.i - 1
    start = end
    while start > 0 and doc[start - 1].pos_ == "PROPN":
        start -= 1
    quote = max((t.i for t in doc[: cue.i] if t.text in _CLOSING), default=cue.i)
    flanked = end > 0 and doc[end].text == "," and start < end and doc[start - 1].text == ","
    return tuple(range(start, end)) if flanked and start > quote else ()


def _in_quotes(subject: Any, cue: Any) -> bool:
    """Say whether a quotation ends between a verb and what was taken for its subject."""
    of_it = subtree(subject)  # "N, who called it "sad", said"
    return any(t.text in _CLOSING and t.i not in of_it for t in cue.doc[subject.i + 1 : cue.i])


def _hyphen(doc: Any, at: int) -> bool:
    """Say whether a hyphen joins the parts of a name: "Han Ji-woo"."""
    joins = doc[at].text == "-" and not doc[at].whitespace_ and at > 0
    return joins and doc[at - 1].pos_ == "PROPN" and doc[at - 1].text.istitle()


def up_to(subject: Any, cue: Any) -> tuple[int, ...]:
    """Return the speaker's phrase, up to the verb where nothing but the rest of a name stands between."""
    named = [i for i in phrase(subject) if cue.doc[i].lower_ not in _WHEN and cue.doc[i].text not in _MARKS]
    named = named or [subject.i]
    while named[-1] + 1 < cue.i and cue.doc[named[-1] + 1].pos_ == "PROPN":
        named = [*named, named[-1] + 1]
    between = cue.doc[named[-1] + 1 : cue.i]
    while (
        named[0]
        and subject.pos_ != "PRON"
        and (cue.doc[named[0] - 1].pos_ == "PROPN" or _hyphen(cue.doc, named[0] - 1))
    ):
        named = [named[0] - 1, *named]
    return (*named, *(t.i for t in between)) if all(t.pos_ == "PROPN" for t in between) else tuple(named)


def _abbreviated(doc: Any, stop: int) -> bool:
    """Say whether a stop is that of a title before a name: "Lt. Renee Ostrow"."""
    inside = doc[stop].text == "." and 0 < stop < len(doc) - 1 and not doc[stop - 1].whitespace_
    return inside and doc[stop - 1].pos_ == doc[stop + 1].pos_ == "PROPN"


def noun_run(doc: Any, start: int) -> range:
    """Return the noun phrase that begins at a place: nouns, names and what joins them."""
    end = start
    while (
        end < len(doc)
        and doc[end].tag_ not in ("WP", "WDT")
        and (doc[end].pos_ in (*NAMING, "ADJ", "DET", "NUM") or doc[end].text in "-’'s" or _abbreviated(doc, end))
    ):
        end += 1
    while start > 0 and doc[start - 1].pos_ in ("DET", "ADJ"):
        start -= 1
    return range(start, end)
