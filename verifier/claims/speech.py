"""Who says what: direct and reported speech, what people hold and find, "according to", in any word order."""

from collections.abc import Callable, Sequence
from typing import Any

from verifier.claims.according import according
from verifier.claims.attachment import INVERTED, TELLING
from verifier.claims.coordination import NEGATIVES, has_finite, subject_of
from verifier.claims.drafts import Parsed, Part, trimmed
from verifier.claims.going_on import with_more
from verifier.claims.lexicon import (
    HOLDING,
    KEEP_WHOLE_MARKS,
    OCCUPATIONS,
    ORGANISATIONS,
    REPORTING,
    ROLES,
)
from verifier.claims.mentions import PEOPLE
from verifier.claims.pasts import past_form
from verifier.claims.quotations import NAMING, has_quotation, noun_run, quoting_verb, speaker_of, up_to
from verifier.claims.reporting import Speech, reports, stated
from verifier.claims.said import condition, opens_a_clause, proviso, to_its_end
from verifier.claims.sentences import Sentence
from verifier.language import children, is_finite, subtree

_SPEAKER_WORDS = 9  # at most, between the comma and the reporting verb or after it
_DESCRIBING = ("a", "an", "the", "who", "whose", "another", "its", "his", "her", "their", "one")
_SPEAKERS_OWN = REPORTING | HOLDING | frozenset("cite blame quote refer give attribute speak use point warn".split())
_SUBORDINATING = frozenset("if as after although because while since before".split())


_LATER = ("conj", "advcl", "acl:relcl")
_NOBODY = NEGATIVES | {"few", "neither"}  # "few believe that" states nothing
_HEARERS = frozenset({"me", "him", "them", "us", "whom"})  # "my host warned me to go" is not said by me


def find_speech(parsed: Parsed, sentence: Sentence, root: Any) -> Speech | None:
    """Return the reporting frame of a sentence, or None when the writer speaks."""
    cue = quoting_verb(parsed, sentence)
    if cue is not None and has_quotation(parsed, sentence):
        return with_more(parsed, sentence, Speech(speaker_of(cue), cue.text, True))
    readers: tuple[Callable[[], Speech | None], ...] = (
        lambda: _indirect(parsed, root),
        lambda: _inserted(parsed),
        lambda: _afterwards(parsed),
        lambda: according(parsed),
    )
    speech = next((speech for read in readers if (speech := read())), None)
    mute = speech is not None and len(speech.speaker) == 1 and parsed.doc[speech.speaker[0]].lower_ in _HEARERS
    return None if mute or speech is None else with_more(parsed, sentence, speech)


def tells_in_turn(parsed: Parsed, parts: Sequence[Part]) -> bool:
    """Say whether a part of a sentence is a later one with a verb of saying: "conceded but said that it was late"."""
    tokens = {part for part in parts if isinstance(part, int)}
    verbs = [parsed.doc[i] for i in tokens if parsed.doc[i].dep_ in _LATER and parsed.doc[i].head.i not in tokens]
    verbs = [v for v in verbs if v.lemma_.lower() in REPORTING]  # what is believed is said by who says so
    told = any(reports(v) and any(min(subtree(c)) > v.i for c in children(v, "ccomp")) for v in verbs)
    return told and len(tokens) == len(parts) < len(parsed.doc) - 1


def second_that(token: Any) -> bool:
    """Say whether a word is the second "that" of "said that A and that B"."""
    return bool(token.lower_ == "that" and token.tag_ == "IN" and token.i and token.nbor(-1).lower_ in ("and", "but"))


def _indirect(parsed: Parsed, root: Any) -> Speech | None:
    """Read "N said that ...", "N told reporters ...", "N expects sales to slow"."""
    known = root.lemma_ == "make" and any(child.lower_ in ("known", "clear", "public") for child in root.children)
    subject = subject_of(root)
    if subject is not None and subject.lower_ in _NOBODY:
        return None  # "Neither has said it will."
    if subject is None or subject.i > root.i or not (known or reports(root)) or _writers_own(subject, root):
        return None
    told = any(children(root, "aux:pass")) and root.lemma_.lower() in TELLING
    start = max(min(subtree(subject)) - 1, 0)
    if told or any(t.lower_ == "not" for t in subject.doc[start : subject.i]) or _told_in_turn(root):
        return None  # "have been told that", "Not all of them agree"
    if any(c.lower_ in NEGATIVES for c in children(root, "advmod")) and any(
        c.lower_ == "whether" for c in root.subtree
    ):
        return None  # "has not said whether"
    clause = next((c for c in children(root, "ccomp") if c.i > root.i), None)
    if clause is not None and min(subtree(clause)) < subject.i and parsed.doc[root.i + 1].text == ",":
        return None  # "Bacteria, N says, should be found": read where it is inserted
    if clause is not None and _finite_clause(clause) and not _written_thing(root, clause):
        source = next((t.i for t in parsed.doc[clause.i : -2] if t.lower_ == "according"), len(parsed.doc))
        content = trimmed(parsed, {i for i in to_its_end(parsed.doc, subtree(clause)) if i < source})
        content = content[1:] if len(content) > 1 and opens_a_clause(parsed.doc[content[0]]) else content
        content = [*condition(subject, root), *content, *proviso(parsed, content, source)]
        return Speech(up_to(subject, root), root.text, False, stated(root, content))
    that = next((t.i for t in parsed.doc[root.i + 1 : root.i + 6] if t.lower_ == "that" and t.tag_ != "DT"), None)
    if that is not None and (root.i + 1 == that or any(children(root, "obj", "iobj", "obl"))) and _open(root, that):
        content = trimmed(parsed, range(that + 1, len(parsed.doc)))
        return Speech(up_to(subject, root), root.text, False, stated(root, content))
    expected = root.lemma_.lower() in ("expect", "predict", "forecast") and any(children(root, "xcomp", "ccomp"))
    expected = expected and subject.lower_ not in NEGATIVES  # "none of them expects"
    return Speech(up_to(subject, root), root.text, False) if expected else None


def _told_in_turn(root: Any) -> bool:
    """Say whether somebody else tells what is found: "A survey found that it was full, she told the meeting"."""
    return any(reports(c) and subject_of(c) is not None and c.i > root.i for c in children(root, "parataxis"))


def _written_thing(root: Any, clause: Any) -> bool:
    """Say whether the verb has an object of its own: "wrote a book that a friend liked" reports nothing."""
    start = min(subtree(clause))
    return any(c.i < start for c in children(root, "obj")) and root.lemma_.lower() not in (*TELLING, "make")


def _writers_own(subject: Any, root: Any) -> bool:
    """Say whether the writer tells an opinion: "I think" is no report."""
    return subject.lower_ in ("i", "we") and root.lemma_.lower() in HOLDING


def _open(root: Any, that: int) -> bool:
    """Say whether "that" may open what is said: right behind the verb, or behind a person who is told."""
    told = root.doc[that - 1].pos_ in NAMING and root.lemma_.lower() in TELLING
    return that == root.i + 1 or told


def _finite_clause(clause: Any) -> bool:
    wh_word = any(child.tag_ in ("WP", "WRB", "WDT") for child in clause.children)
    return subject_of(clause) is not None and not wh_word and has_finite(clause)


def _inserted(parsed: Parsed) -> Speech | None:
    """Read "Sales, the company said, rose"."""
    doc = parsed.doc
    for cue in doc[2:-2]:
        opening = next((i for i in range(cue.i - 1, 0, -1) if doc[i].text == ","), None)
        if opening is None or doc[cue.i + 1].text != "," or not reports(cue) or cue.lemma_ == "hold":
            continue  # "a seat he held, with"
        speaker = range(opening + 1, cue.i)
        if doc[opening - 1].dep_ == "cc":
            continue  # "two bombings and, he claims, a goat": no more than the goat
        nominal = all(doc[i].pos_ in (*NAMING, "DET", "ADJ", "PART", "AUX", "CCONJ", "NUM") for i in speaker)
        linked = doc[opening + 1].lower_ in ("who", "which", "that") if speaker else True
        if nominal and not linked and len(speaker) <= _SPEAKER_WORDS:
            condition = doc[0].lower_ in KEEP_WHOLE_MARKS | INVERTED
            own = doc[cue.i + 2].tag_ == "VBG" and doc[cue.i + 2].lemma_.lower() in _SPEAKERS_OWN  # ", adding that"
            own = own or _says_more(doc, cue.i + 2)
            content = [
                *trimmed(parsed, range(opening)),
                *([opening] if condition else ()),
                *(() if own else _rest(parsed, cue.i + 1)),
            ]
            return Speech(tuple(i for i in speaker if doc[i].pos_ != "AUX"), cue.text, False, stated(cue, content))
    return None


def _rest(parsed: Parsed, comma: int) -> list[int]:
    """Return what is said behind an inserted frame, with the "and" that joins it on: ", he said, and found nothing"."""
    joint = parsed.doc[comma + 1]
    rest = trimmed(parsed, range(comma + 2 if joint.dep_ == "cc" else comma + 1, len(parsed.doc)))
    if joint.dep_ != "cc" or not rest:
        return rest
    return [*(() if is_finite(parsed.doc[rest[0]]) else (comma,)), joint.i, *rest]


def _says_more(doc: Any, at: int) -> bool:
    """Say whether more is told of the speaker here: "the office said, but it warned", "N said, but she would not"."""
    more = doc[at : at + 3]
    joined = len(more) == 3 and more[0].lower_ in ("but", "and") and more[1].pos_ == "PRON"
    return joined and (reports(more[2]) or more[1].lower_ in ("he", "she"))


def _afterwards(parsed: Parsed) -> Speech | None:
    """Read "It rained, the ministry said on Monday" and "It rained, said the ministry"."""
    doc = parsed.doc
    for cue in doc:
        comma = next((i for i in range(cue.i - 1, 0, -1) if doc[i].text == ","), None)
        near = comma is not None and cue.i - comma <= _SPEAKER_WORDS
        if (
            comma is None
            or not near
            or doc[comma - 1].dep_ == "cc"
            or (cue.dep_.startswith("acl") and cue.lemma_ != "hear")
            or (cue.lemma_ == "hold" and any(children(cue, "obj")))
            or not (reports(cue) or _taken_for_a_participle(cue, comma))
        ):
            continue
        speaker = range(comma + 1, cue.i) if cue.i > comma + 1 else noun_run(doc, cue.i + 1)
        if beside := _described_speaker(doc, comma, cue):
            comma, speaker = beside  # "It was so, his daughter, Ann Berg, said"
        if cue.i == comma + 1 and (not any(_speaks(doc[i]) for i in speaker) or _wrote_it(cue, speaker)):
            continue  # "the tower, rebuilt in 1893, recalls the siege"
        trailing = _trailing(doc, cue.i, speaker)
        if _told(doc, comma, cue.i, trailing) and any(doc[i].pos_ in NAMING for i in speaker):
            named = tuple(i for i in speaker if doc[i].pos_ not in ("AUX", "ADV") or doc[i + 1].text == "-")
            going_on = range(trailing, len(doc)) if _goes_on(doc, trailing) else ()
            return Speech(named, cue.text, False, stated(cue, trimmed(parsed, [*range(comma), *going_on])))
    return None


def _described_speaker(doc: Any, comma: int, cue: Any) -> tuple[int, range] | None:
    """Return the comma before a described speaker whose name stands between commas, and the name."""
    start = comma
    while start > 0 and doc[start - 1].pos_ == "PROPN":
        start -= 1
    if comma + 1 != cue.i or start == comma or doc[start - 1].text != ",":
        return None
    first = next((i for i in range(start - 2, max(start - _SPEAKER_WORDS, 0), -1) if doc[i].text == ","), None)
    opens = first is not None and (doc[first + 1].lower_ in _DESCRIBING or doc[first + 1].pos_ in NAMING)
    return (first, range(start, comma)) if first is not None and opens else None


def _trailing(doc: Any, cue: int, speaker: range) -> int:
    """Return the comma of a phrase behind the frame: ", said N, the mayor of ...", ", N said, ending ..."."""
    after = max(cue, speaker[-1] if speaker else cue)
    for comma in range(after + 1, len(doc) - 2):
        if doc[comma].text != ",":
            continue
        described = comma == after + 1 and after > cue and doc[comma + 1].lower_ in _DESCRIBING
        manner = doc[comma + 1].tag_ == "RB" and doc[comma + 2].tag_ == "VBG"  # ", potentially exposing"
        if described or manner or doc[comma + 1].tag_ == "VBG":
            return comma
    return len(doc)


def _goes_on(doc: Any, comma: int) -> bool:
    """Say whether what is said goes on behind its frame: ", N said on Monday, ending years of talks"."""
    verb = doc[comma + 1] if comma + 1 < len(doc) else None
    return verb is not None and verb.tag_ == "VBG" and verb.lemma_.lower() not in _SPEAKERS_OWN


def _taken_for_a_participle(cue: Any, comma: int) -> bool:
    """Say whether "decided" in ", the council decided on Monday" was read as what was done to the council."""
    speaks = cue.head.i > comma and cue.head.i < cue.i and _speaks(cue.head)
    reports = cue.lemma_.lower() in REPORTING | HOLDING and not any(children(cue, "obj", "obl:agent"))
    return cue.tag_ == "VBN" and cue.dep_ in ("acl", "amod") and speaks and reports


def _wrote_it(cue: Any, after: range) -> bool:
    """Say whether the noun behind a verb is what was told or written: "where she met Falk, wrote plays and sang"."""
    doc = cue.doc
    joined = any(t.lower_ in ("and", "but") and t.nbor(1).tag_ in ("VBD", "VBN") for t in doc[cue.i : -1])
    things = (doc[i] for i in after if doc[i].pos_ == "NOUN" and doc[i].lemma_.lower() not in PEOPLE | ORGANISATIONS)
    return joined or any(thing.head.i == cue.i and thing.dep_ == "obj" for thing in things)


def _speaks(token: Any) -> bool:
    """Say whether a noun may be a speaker's."""
    known = token.lemma_.lower() in ROLES | OCCUPATIONS | ORGANISATIONS or token.tag_ in ("NNS", "PRP")
    return token.pos_ == "PROPN" or known


def _told(doc: Any, comma: int, cue: int, end: int) -> bool:
    """Say whether a statement stands before the comma, and nothing but time and place between the verb and `end`."""
    after = doc[cue + 1 : end]
    linked = any(_links(token) or token.tag_ in ("VB", "VBD", "VBZ", "VBP") for token in doc[comma + 1 : cue])
    short = len(after) <= _SPEAKER_WORDS and not any(is_finite(token) for token in after)
    return short and not linked and _main_clause(doc, comma)


def _links(token: Any) -> bool:
    """Say whether a word opens a clause or joins one on: "longer than it had said", "you see why she decided"."""
    return token.tag_ in ("WRB", "WP", "WDT") or token.dep_ == "mark" or token.lower_ in ("that", "and", "but", "than")


def _main_clause(doc: Any, end: int) -> bool:
    """Say whether a main clause stands before a place: after "When it rained" one is still to come."""
    start = 0
    if doc[0].tag_ == "WRB" or doc[0].lower_ in _SUBORDINATING:
        start = next((i for i in range(end) if doc[i].text == ","), end)
    told = any(is_finite(token) for token in doc[start:end])
    return told or (doc[0].tag_ != "VBN" and any(t.tag_ == "VBN" and past_form(t) for t in doc[2:end]))
