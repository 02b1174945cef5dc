"""What stands between commas after a subject: "Vogt, the former director, left", "The Court, which ..., sits".

Parsers lose the verb behind such an insertion; it is therefore taken out on the surface and the rest parsed anew.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from verifier.claims.drafts import Added, Draft, Parsed, copula, trimmed
from verifier.claims.lexicon import ROLES
from verifier.claims.unfolding import Unfolded, cut, joined, quoted
from verifier.claims.virtual import Virtual
from verifier.dates import find_times
from verifier.language import children, is_finite, verb_at
from verifier.records import EditKind

_PHRASE_STARTS = ("DT", "PRP$", "VBG", "NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "JJR", "CD", "``")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_SPAN_OF_TIME = re.compile(
    r"(?:\w+[ -]){0,3}?(?:second|minute|hour|day|week|month|year|decade)s? (?:after|before|since|into) ", re.IGNORECASE
)  # "hours after N, who ..., left"
_QUANTIFIERS = frozenset("no any each every neither none few most many several some both all either not only".split())
STATES = frozenset(
    "known called named located situated based headquartered owned considered regarded made aged rated listed".split()
)  # participles of what still holds
OVER = frozenset("earlier ago previously".split())  # in a description that no longer holds
_DESCRIBES = ("a", "an", "who", "which")


@dataclass(frozen=True, slots=True)
class _Inserted:
    """A subject [start, comma), and what stands between the comma and its partner at `close`."""

    start: int
    comma: int
    close: int

    @property
    def subject(self) -> range:
        return range(self.start, self.comma)

    @property
    def inside(self) -> range:
        return range(self.comma + 1, self.close)


_Reader = Callable[[Parsed, _Inserted], Unfolded | None]


def interrupted(parsed: Parsed) -> Unfolded | None:
    """Take the first insertion out that can stand alone; None when there is none."""
    for found in _insertions(parsed.doc):
        for read in _READERS:
            unfolded = read(parsed, found)
            if unfolded:
                return unfolded
    embedded = (_relative(parsed, found) for found in _embedded(parsed.doc))
    return next((unfolded for unfolded in embedded if unfolded), None)


def _insertions(doc: Any) -> Iterator[_Inserted]:
    commas = [token.i for token in doc if token.text == "," and not quoted(doc, token.i)]
    for n, comma in enumerate(commas):
        start = _subject_start(doc, commas[n - 1] + 1 if n else 0, comma)
        if start is None:
            continue
        for close in commas[n + 1 :]:
            end = _name_follows(doc, comma, close + 1)
            if end and end in commas and doc[end + 1].lower_ in _DESCRIBES:
                break  # "Chad, which signed in 2001, and Peru, which ..., are": the last name's clause is its own
            if _verb_follows(doc, close + 1, start, comma) or (end and verb_at(doc, end)):
                yield _Inserted(start, comma, close)
                break


def _embedded(doc: Any) -> Iterator[_Inserted]:
    """Yield relative clauses behind a name that is no subject: "borders Peru, which ..., and Chile"."""
    for comma in (t.i for t in doc[1:-2] if t.text == "," and doc[t.i + 1].lower_ in ("who", "which", "whose")):
        close = next((t.i for t in doc[comma + 2 :] if t.text == ","), None)
        start = comma
        while start and (doc[start - 1].pos_ == "PROPN" or doc[start - 1].lower_ == "the" or _within(doc, start - 1)):
            start -= 1
        if close is None or close + 1 >= len(doc) or start == comma or quoted(doc, comma):
            continue
        after = doc[close + 1]
        listed = after.lower_ in ("and", "or") and doc[min(close + 2, len(doc) - 1)].pos_ == "PROPN"
        if (after.pos_ == "ADP" and after.tag_ == "IN") or listed:
            yield _Inserted(start, comma, close)


def _within(doc: Any, of: int) -> bool:
    """Say whether "of" joins the words of one name: "the Academy of Arts, which", not "President of Peru, which"."""
    named = 0 < of < len(doc) - 1 and doc[of - 1].pos_ == doc[of + 1].pos_ == "PROPN"
    return named and doc[of].lower_ == "of" and doc[of - 1].lower_ not in ROLES


def _subject_start(doc: Any, start: int, comma: int) -> int | None:
    """Return where the noun phrase before a comma begins, if nothing but a time or "and" stands before it."""
    if start < comma and doc[start].lower_ in ("and", "but", "while"):
        start += 1
    text = doc[start:comma].text
    mention = next(iter(find_times(text)), None)
    span = _SPAN_OF_TIME.match(text)
    if span or (mention is not None and mention.start == 0):
        offset = doc[start].idx + (span.end() if span else mention.end if mention else 0)
        start = next((t.i for t in doc[start:comma] if t.idx >= offset), comma)
    if start >= comma or doc[start].tag_ not in _PHRASE_STARTS or doc[start].lower_ in _QUANTIFIERS:
        return None
    plain = not any(is_finite(t) or t.tag_ in ("WDT", "WP", "WRB", "PRP", "VB") for t in doc[start:comma])
    plain = plain or _restricted(doc, start, comma)
    plain = plain and any(t.pos_ in ("NOUN", "PROPN") for t in doc[start:comma])  # no "aged 47", no "1998"
    return start if plain and doc[comma - 1].pos_ in ("NOUN", "PROPN", "NUM") else None


def _restricted(doc: Any, start: int, comma: int) -> bool:
    """Say whether a subject has one relative clause without a comma: "The treaty that ended the war"."""
    linked = [t.i for t in doc[start + 1 : comma] if t.tag_ in ("WDT", "WP")]
    verbs = [t.i for t in doc[start:comma] if is_finite(t)]
    nominal = len(linked) == 1 and doc[linked[0] - 1].pos_ == "NOUN"
    return nominal and len(verbs) == 1 and verbs[0] > linked[0] and doc[start].tag_ == "DT"


def _verb_follows(doc: Any, at: int, start: int, comma: int) -> bool:
    """Say whether the host's verb stands here; a past form taken for a participle counts when there is no other."""
    if verb_at(doc, at):
        return True
    while at < len(doc) and doc[at].tag_ == "RB":
        at += 1
    mark = next((t.i for t in doc[at + 1 :] if t.dep_ == "mark"), len(doc))  # "travelled, while his wife followed"
    rest = [*doc[start:comma], *doc[at:mark]]
    others = (
        t for t in rest if is_finite(t) and not (t.dep_ == "conj" and not any(children(t, "nsubj", "nsubj:pass")))
    )
    return at < len(doc) and doc[at].tag_ == "VBN" and not any(others)


def _name_follows(doc: Any, comma: int, at: int) -> int | None:
    """Return the end of one more name that the subject goes on with: "Chad, a country in Africa, and Peru are"."""
    if at >= len(doc) or doc[at].lower_ != "and" or doc[comma + 1].lower_ not in _DESCRIBES:
        return None
    end = at + 1
    while end < len(doc) and (doc[end].pos_ == "PROPN" or doc[end].lower_ == "the"):
        end += 1
    return end if at + 1 < end < len(doc) - 1 else None


def _relative(parsed: Parsed, found: _Inserted) -> Unfolded | None:
    """Read "N, who led it and which we saw, left" as "N led it" and "We saw N"."""
    doc, inside = parsed.doc, found.inside
    pronouns = [i for i in inside if doc[i].lower_ in ("who", "which", "whose", "whom")]
    if not pronouns or pronouns[0] != inside.start or _two_things(doc, found, doc[pronouns[0]]):
        return None
    apposed = found.start > 1 and doc[found.start - 1].text == "," and doc[found.start - 2].pos_ == "NOUN"
    stop = found.close if apposed else found.close + 1  # "The commander, N, who ..., left": the second comma stays
    host, texts, drafts = cut(parsed, (found.comma, stop)), list[Virtual](), list[Draft]()
    for pronoun, end in zip(pronouns, [*pronouns[1:], inside.stop], strict=True):
        body = trimmed(parsed, range(pronoun + 1, end))
        if not body or (pronoun > inside.start and doc[pronoun - 1].lower_ not in ("and", "but", ",")):
            return None
        if doc[pronoun].lower_ == "whose" and _somebodys(doc, body):
            return None
        if doc[pronoun].lower_ == "whose":
            drafts.append(Draft((*found.subject, _possessive(), *body), "relative clause"))
        elif verb_at(doc, body[0]) or is_finite(doc[body[0]]):
            texts.append(joined(parsed, found.subject, body))
        elif verb := _taking(doc, body):
            parts = (*(i for i in body if i <= verb), *found.subject, *(i for i in body if i > verb))
            drafts.append(Draft(parts, "relative clause"))
        else:
            return None
    return Unfolded((host, *texts), tuple(drafts))


def _somebodys(doc: Any, body: list[int]) -> bool:
    """Say whether "whose votes the cabinet needs" has a subject of its own behind the noun."""
    verb = next((i for i in body[2:] if is_finite(doc[i])), body[0])
    return any(doc[i].tag_ in ("PRP", "PRP$", "DT") for i in body if body[0] < i < verb)


def _two_things(doc: Any, found: _Inserted, pronoun: Any) -> bool:
    """Say whether "which" may speak of two nouns: "Data from the attack, which began in August"."""
    subject = doc[found.start : found.comma]
    nouns = [t for t in subject if t.pos_ == "NOUN" and (t.i + 1 == found.comma or doc[t.i + 1].tag_ not in _NOUNS)]
    joined = any(t.pos_ == "ADP" for t in subject)
    verb = next((t for t in doc[pronoun.i + 1 : found.close] if is_finite(t)), pronoun)
    if joined and nouns and verb.tag_ in ("VBZ", "VBP") and (verb.tag_ == "VBZ") == (nouns[0].tag_ == "NNS"):
        return True  # "Shares in the firm, which owns"
    return pronoun.lower_ == "which" and joined and len(nouns) > 1 and len({t.tag_ for t in nouns}) == 1


def _of_either(doc: Any, found: _Inserted) -> bool:
    """Say whether a participle may speak of two nouns: "Shares in the firm, founded in 1994"."""
    subject = doc[found.start : found.comma]
    joined = [t for t in subject if t.pos_ == "ADP" or t.tag_ == "TO"]
    heads = [t for t in subject if t.pos_ == "NOUN" and (t.i + 1 == found.comma or doc[t.i + 1].tag_ not in _NOUNS)]
    last = doc[found.comma - 1]
    return bool(joined) and bool(heads) and heads[0].i < joined[0].i and last.i > joined[-1].i and last.tag_ in _NOUNS


def _of_the_last(doc: Any, found: _Inserted) -> bool:
    """Say whether one thing is told of a plural with a name in it: "Sales in Peru, its largest market, fell"."""
    heads = [t for t in doc[found.start : found.comma] if t.tag_ in _NOUNS]
    noun = next((doc[i] for i in found.inside if doc[i].tag_ in ("NN", "NNS")), None)
    one = noun is not None and noun.tag_ == "NN" and heads[:1] != [] and heads[0].tag_ == "NNS"
    return one and any(t.pos_ == "ADP" for t in doc[heads[0].i : found.comma])


def _part_of_it(doc: Any, found: _Inserted) -> bool:
    """Say whether a part is named and no description: "spent £3,000, a good part of it on food, won"."""
    return any(doc[i].lower_ == "of" and doc[i + 1].tag_ == "PRP" for i in found.inside[:6])


def _possessive() -> Added:
    return Added("’s", EditKind.FUNCTION_WORD, "'whose'")


def _taking(doc: Any, body: list[int]) -> int | None:
    """Return the verb that takes what "which" stands for: a plain one, without an object of its own behind it."""
    verb = next((i for i in body if is_finite(doc[i])), None) or next((i for i in body if doc[i].tag_ == "VBN"), None)
    if verb is None or verb == body[0] or doc[verb].pos_ != "VERB" or doc[verb - 1].pos_ == "AUX":
        return None
    after = doc[verb + 1] if verb < body[-1] else None
    return verb if after is None or after.pos_ == "ADP" or after.tag_ in ("IN", "RB") else None


def _participle(parsed: Parsed, found: _Inserted) -> Unfolded | None:
    """Read "N, founded in 1974, left" as "N was founded in 1974"."""
    doc, inside = parsed.doc, found.inside
    first = next((i for i in inside if doc[i].tag_ != "RB"), inside.start)
    if doc[first].tag_ not in ("VBN", "VBD") or any(is_finite(doc[i]) for i in inside if i != first):
        return None
    if _of_either(doc, found):
        return None
    past = doc[first].lower_ not in STATES
    draft = Draft((*found.subject, copula(_plural(doc, found), past), *inside), "participle after a comma")
    return Unfolded((cut(parsed, (found.comma, found.close + 1)),), (draft,))


def _name(parsed: Parsed, found: _Inserted) -> Unfolded | None:
    """Read "The prosecutor, Fatou Bensouda, left" as "Fatou Bensouda is the prosecutor"; the host keeps the name."""
    doc, inside = parsed.doc, found.inside
    named = all(doc[i].text[:1].isupper() or doc[i].text == "-" for i in inside)
    role = any(doc[i].lower_ in ROLES for i in found.subject) and doc[found.start].lower_ != "a"
    if not named or not role or (doc[found.comma - 1].pos_ == "PROPN" and doc[found.start].pos_ == "PROPN"):
        return None
    draft = Draft((*inside, copula(False, False), *found.subject), "apposition")
    return Unfolded((cut(parsed, (found.start, found.comma + 1), (found.close, found.close + 1)),), (draft,))


def _description(parsed: Parsed, found: _Inserted) -> Unfolded | None:
    """Read "N, the former director, left" as "N is the former director"."""
    doc, inside = parsed.doc, found.inside
    verbs = [i for i in inside if is_finite(doc[i])]
    restricted = bool(verbs) and any(
        doc[i].lower_ in ("who", "that", "which", "whose") for i in range(inside.start, verbs[0])
    )
    if (
        (verbs and not restricted)
        or not _nominal(doc, inside)
        or find_times(f"in {doc[found.start : found.comma].text}")
    ):
        return None
    if _of_the_last(doc, found) or _part_of_it(doc, found):
        return None
    if sum(doc[i].lower_ in ("one", "another", "other") for i in inside) > 1:
        return None  # "Two plants, one in Ghent and one in Lyon, will close"
    past = any(doc[i].lower_ in OVER for i in inside)
    draft = Draft((*found.subject, copula(_plural(doc, found), past), *inside), "apposition")
    return Unfolded((cut(parsed, (found.comma, found.close + 1)),), (draft,))


def _nominal(doc: Any, inside: range) -> bool:
    """Say whether a description opens with an article, a possessive or "former", and comes to a noun."""
    first = doc[inside.start]
    possessive = any(doc[i].tag_ == "POS" for i in inside[1:4])
    opens = first.lower_ in ("a", "an", "the", "one", "former") or first.tag_ == "PRP$" or possessive
    return opens and any(doc[i].tag_ in ("NN", "NNS", "CD") or doc[i].lower_ in ROLES for i in inside)


def _plural(doc: Any, found: _Inserted) -> bool:
    """Say whether the subject is plural, by the host's verb where that shows it, else by its last noun."""
    if doc[found.close + 1].tag_ == "NNS":
        return False  # its verb, taken for a noun: "worries that"
    alone = doc[found.close + 1].lower_ != "and"
    verb = next((t for t in doc[found.close + 1 :] if is_finite(t)), None) if alone else None
    if verb is not None and (verb.lower_ in ("are", "were", "have") or verb.tag_ == "VBP"):
        return True
    if verb is not None and (verb.lower_ in ("is", "was", "has") or verb.tag_ == "VBZ"):
        return False
    heads = [t for t in doc[found.start : found.comma] if t.head.i not in found.subject]
    return (bool(heads) and heads[0].tag_ in ("NNS", "NNPS")) or any(
        t.lower_ == "and" for t in doc[found.start : found.comma]
    )


_READERS: tuple[_Reader, ...] = (_relative, _name, _participle, _description)
