"""Sentences in one: "It has 61 members; 12 are in Africa", "A rose, while B fell", "Although A rose, B fell"."""

from typing import Any

from verifier.claims.coordination import NEGATIVES, has_finite, subject_of
from verifier.claims.drafts import Parsed
from verifier.claims.lexicon import ASKING, DENYING, HOLDING, KEEP_WHOLE_MARKS, REPORTING
from verifier.claims.unfolding import Unfolded, joined, quoted
from verifier.dates import find_times
from verifier.language import is_finite, subtree

_CONTRASTS = ("while", "whereas", "but", "yet", "although", "though")
_CONCEDING = ("while", "whereas", "although", "though")
_OPENING = ("DT", "PRP$", "NNP", "NN", "NNS")
_INDEPENDENT = ("conj", "parataxis")
_PRONOUNS = ("PRP", "PRP$")
_SUBORDINATING = frozenset(
    "that who whom whose which when where because although though while whereas since as after before than so what how "
    "why".split()
)
_TELLING = REPORTING | HOLDING | DENYING | ASKING
_NOMINAL = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART", "ADP", "ADV")


def apart(parsed: Parsed) -> Unfolded | None:
    """Part a sentence at the first mark with a whole sentence on both sides; None when there is none."""
    doc = parsed.doc
    conceded = _conceded(parsed)
    if conceded is not None:
        return conceded
    telling = [t.i for t in doc if t.lemma_.lower() in _TELLING and t.pos_ == "VERB" and _frames(t)]
    for token in doc:
        end = _mark_end(doc, token.i)
        if end is None or quoted(doc, token.i) or (token.text != ";" and _spans(doc, telling, end)):
            continue
        if token.text != ";" and _unscoped(doc, end):
            continue
        if token.text == ";" and any(_of_both(doc[at], token.i) for at in telling):
            continue
        if _sentence(doc[: token.i]) and _sentence(doc[end:]):
            return Unfolded((joined(parsed, range(token.i)), joined(parsed, range(end, len(doc)))))
    return None


def _of_both(verb: Any, semicolon: int) -> bool:
    """Say whether a frame covers both sides: "Dry ones, N noted, did not hold; wet ones did", "A; B, N said."."""
    subject = subject_of(verb)
    opens = subject is not None and subject.i < verb.i and verb.doc[max(min(subtree(subject)) - 1, 0)].text == ","
    after = verb.nbor(1).text if verb.i + 1 < len(verb.doc) else "."
    return opens and after == ("," if verb.i < semicolon else ".")


def _unscoped(doc: Any, second: int) -> bool:
    """Say whether a denial hangs on an opening place or time: "There, cases fell, and no new risks were found"."""
    return doc[second].lower_ in NEGATIVES and (doc[0].lower_ in ("there", "here", "then") or doc[0].tag_ == "IN")


def _frames(verb: Any) -> bool:
    """Say whether a verb of saying has something said below or beside it: "described the vote as fair" has not."""
    content = any(c.dep_ in ("ccomp", "parataxis", "xcomp") for c in verb.children)
    return content or not any(c.dep_ in ("obj", "obl") and c.i > verb.i for c in verb.children)


def _spans(doc: Any, telling: list[int], second: int) -> bool:
    """Say whether what is said may reach over a mark: not where the verb of the second sentence alone says it."""
    verb = next((t for t in doc[second:] if is_finite(t)), None)
    own = {verb.i, verb.head.i if verb.pos_ == "AUX" else verb.i} if verb is not None else set()
    return any(at < second or at not in own for at in telling)


def _conceded(parsed: Parsed) -> Unfolded | None:
    """Part "Although A rose, B fell"; what a pronoun in the first part looks ahead to is put before it."""
    doc = parsed.doc
    if len(doc) < 6 or doc[0].lower_ not in _CONCEDING:
        return None
    for comma in (t.i for t in doc[2:-2] if t.text == "," and not quoted(doc, t.i)):
        if _sentence(doc[1:comma]) and _sentence(doc[comma + 1 :]) and _subject_first(doc[comma + 1 :]):
            texts = joined(parsed, range(1, comma)), joined(parsed, range(comma + 1, len(doc)))
            ahead = doc[1].tag_ in _PRONOUNS and doc[comma + 1].tag_ not in _PRONOUNS
            return Unfolded(texts[::-1] if ahead else texts)
    return None


def _mark_end(doc: Any, at: int) -> int | None:
    """Return where the second sentence begins, if a semicolon, ", while" or ", and N did" stands here."""
    if doc[at].text == ";":
        return at + 1
    if doc[at].text != "," or at + 3 >= len(doc):
        return None
    opens = doc[at + 1].lower_ in _CONTRASTS or (doc[at + 1].lower_ == "and" and _subject_first(doc[at + 2 :]))
    return at + 2 if opens else None


def _subject_first(span: Any) -> bool:
    """Say whether nothing but a noun phrase stands before the finite verb."""
    verb = next((n for n, token in enumerate(span) if is_finite(token)), 0)
    before = span[:verb] if verb else []
    noun = any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in before)
    if not noun or before[-1].pos_ == "ADP" or span[0].pos_ == "ADP":
        return False
    return all(token.pos_ in _NOMINAL or token.text == "-" for token in before)


def _sentence(span: Any) -> bool:
    """Say whether a stretch has a main clause of its own, with a subject, and no condition that spans both sides."""
    verbs = [token.i for token in span if is_finite(token)]
    conditional = any(t.lower_ in KEEP_WHOLE_MARKS and not _until_a_time(span, t) for t in span)
    subject = any(t.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET") for t in span if verbs and t.i < verbs[0])
    return not conditional and (_heads(span) or (subject and len(verbs) > sum(_subordinates(t, verbs) for t in span)))


def _heads(span: Any) -> bool:
    """Say whether the tree has a clause with a subject here that depends on nothing here."""
    inside = range(span.start, span.end)
    tops = (t for t in span if t.head.i == t.i or (t.dep_ in _INDEPENDENT and t.head.i not in inside))
    closed = len(span) > 3 and span[0].tag_ in _OPENING  # "the hall, whose roof leaks, survived"
    closed = closed and any(t.text == "," and is_finite(t.nbor(1)) for t in span[1:-2])
    return closed or any(has_finite(t) and (s := subject_of(t)) is not None and s.i in inside for t in tops)


def _subordinates(token: Any, verbs: list[int]) -> bool:
    """Say whether a word opens a clause with one of the finite verbs: "as fair" and "before leaving" have none."""
    return token.lower_ in _SUBORDINATING and bool(verbs) and token.i < verbs[-1]


def _until_a_time(span: Any, mark: Any) -> bool:
    """Say whether "until" comes with a time alone, "until March 16", and makes no condition."""
    rest = span.doc[mark.i : span[-1].i + 1]
    return mark.lower_ == "until" and not any(is_finite(t) for t in rest) and bool(find_times(rest.text))
