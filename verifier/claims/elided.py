"""What a clause that ends with its auxiliary leaves out: "Vietnam is not", "Neither have China and India".

Read from the nearest clause before it, and only where that one has an auxiliary of the same kind.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from verifier.claims.coordination import AUXILIARIES, SUBJECTS, auxiliaries, coordinated
from verifier.claims.drafts import Parsed
from verifier.claims.ellipsis import particle
from verifier.claims.inverted import inverted
from verifier.claims.quantified import inflected, singular
from verifier.dates import find_times
from verifier.language import children, is_finite, main_root, subtree

Words = Callable[[Parsed, Sequence[int]], str]  # the words of some tokens, references read

_BE = frozenset("is are was were".split())
_HAVE = frozenset("has have had".split())
_DO = frozenset("do does did".split())
_MODAL = frozenset("will would can could may might must should".split())
_NOT = frozenset({"not", "n't", "n’t"})
_AFTER = frozenset({"either", "too", "also", "yet"})
_BEFORE = frozenset({",", ";", "and", "but", "while", "whereas"})
_CONCEDING = frozenset("though although if when because since".split())
_ENDS = frozenset({",", ".", ";", "and", "but"})
_ARGUMENTS = ("obj", "iobj", "obl", "xcomp", "ccomp", "compound:prt", "obl:agent")
_SINGLE = frozenset("only first last sole one other another same".split())  # of one, which no second can be


@dataclass(frozen=True, slots=True)
class Elided:
    """The predicate that is understood after a word, as it is said of one thing and of several."""

    one: str
    many: str
    reason: str
    head: int  # place in the article of the predicate that it repeats


def elided(parsed: Parsed, known: Sequence[Parsed], words: Words) -> Iterator[tuple[int, Elided]]:
    """Yield (place in the article of the word that it follows, predicate) for the clauses that leave theirs out."""
    for auxiliary, last, start in _bare(parsed):
        clause = _nearest(parsed, known, start)
        found = _predicate(*clause, auxiliary.lower_, words) if clause else None
        if found:
            yield parsed.virtual.origin[parsed.doc[last].idx], found


def _bare(parsed: Parsed) -> Iterator[tuple[Any, int, int]]:
    """Yield an auxiliary that ends its clause, the last word of it, and where its subject begins."""
    doc = parsed.doc
    if inverted(parsed):
        yield doc[1], 1, 0
        return
    for token in doc[1:]:
        if token.lower_ not in _BE | _HAVE | _MODAL or not is_finite(token):
            continue
        last = token.i + (token.i + 1 < len(doc) and doc[token.i + 1].lower_ in _NOT)
        after = next((t for t in doc[last + 1 :] if t.lower_ not in _AFTER), None)
        subject = _subject(doc, token)
        if (after is None or after.lower_ in _ENDS) and subject is not None and not _goes_on(after):
            yield token, last, subject


def _goes_on(comma: Any | None) -> bool:
    """Say whether a clause goes on behind an aside: "States may, on certain grounds, opt out"."""
    if comma is None or comma.text != "," or comma.i + 2 >= len(comma.doc) or comma.nbor(1).pos_ not in ("ADP", "ADV"):
        return False
    closing = next((t.i for t in comma.doc[comma.i + 1 : -1] if t.text == ","), None)
    after = comma.doc[closing + 1] if closing else None
    return after is not None and (after.pos_ in ("VERB", "AUX", "NOUN") or after.lower_ == "not")


def _subject(doc: Any, auxiliary: Any) -> int | None:
    """Return where the noun phrase before an auxiliary begins."""
    at: int = auxiliary.i
    if any(t.lower_ in _CONCEDING for t in doc[:at]):
        return None  # "Though they are not meant to be hurt, they are"
    if doc[at - 1].text == "," and doc[0].pos_ in ("PROPN", "NOUN", "DET", "PRON"):
        return 0  # "Vietnam, where ..., is not"
    while at and doc[at - 1].pos_ in ("PROPN", "NOUN", "PRON", "DET", "NUM", "ADJ", "ADP", "PART"):
        at -= 1
    run = doc[at : auxiliary.i]
    opens = at == 0 or doc[at - 1].lower_ in _BEFORE
    plain = not any(t.tag_[0] == "W" or (t.tag_ == "PRP" and t.i > at) for t in run)  # no "all that they have"
    return at if opens and plain and any(t.pos_ in ("PROPN", "NOUN", "PRON") for t in run) else None


def _nearest(parsed: Parsed, known: Sequence[Parsed], start: int) -> tuple[Parsed, Any] | None:
    """Return the last clause that begins before the subject of an elliptic one."""
    place = parsed.virtual.origin[parsed.doc[start].idx]
    clauses = [
        (p.virtual.origin[head.idx], p, head)
        for p in known
        if len(p.doc)
        for head in _heads(p)
        if p.virtual.origin[head.idx] < place
    ]
    last = max(clauses, key=lambda clause: clause[0], default=None)
    return last[1:] if last else None


def _heads(parsed: Parsed) -> list[Any]:
    """Return the clauses of a sentence that have their predicate, and what "Unlike N, which ..., " says of N."""
    doc = parsed.doc
    root = main_root(doc)
    heads = [root, *(clause for clause, _ in coordinated(parsed, root))]
    bare = {auxiliary.i for auxiliary, *_ in _bare(parsed)}
    bare |= {head.i for head in heads if head.lower_ in _DO and not any(children(head, "obj", "obl"))}
    contrasted = [t for t in doc if t.dep_ == "acl:relcl"] if doc[0].lower_ == "unlike" else []
    return [*(head for head in heads if not bare & {head.i, *(t.i for t in auxiliaries(head))}), *contrasted]


def _predicate(parsed: Parsed, head: Any, auxiliary: str, words: Words) -> Elided | None:
    helpers = {token.lower_ for token in auxiliaries(head)}
    copular = any(children(head, "cop"))
    said: tuple[str, str] | None = None
    if auxiliary in _BE and copular and helpers & _BE:
        said = _complement(parsed, head, words)
    elif auxiliary in _BE and helpers & _BE and head.tag_ in ("VBN", "VBG", "VBD"):
        said = _verb(parsed, head, head.text, words)
    elif auxiliary in _HAVE and not copular and head.lemma_ != "have" and (helpers & _HAVE or head.tag_ == "VBD"):
        form = inflected(head.lemma_, "VBN") if head.tag_ == "VBD" else head.text
        said = _verb(parsed, head, form, words) if not helpers & _BE else None
    elif _plain_verb(head, auxiliary, helpers) and not copular:
        said = _verb(parsed, head, head.lemma_, words)
    place = parsed.virtual.origin[head.idx]
    return Elided(*said, f"'{auxiliary}': said in the clause before", place) if said else None


def _plain_verb(head: Any, auxiliary: str, helpers: set[str]) -> bool:
    """Say whether "will" and "did" stand for the bare form of a verb."""
    planned = auxiliary in _MODAL and bool(helpers & _MODAL)
    return head.pos_ == "VERB" and (planned or (auxiliary in _DO and is_finite(head) and not helpers))


def _verb(parsed: Parsed, head: Any, form: str, words: Words) -> tuple[str, str] | None:
    """Return a verb with its arguments, less the times; None where it is somebody’s own."""
    after = [c for c in children(head, *_ARGUMENTS) if c.i > head.i]
    late = {i for c in after for t in children(c, "nmod", "obl") if _timed(t) and not _of(t) for i in subtree(t)}
    inside = sorted(i for c in after if not _only_time(c) for i in subtree(c) - late)
    if any(find_times(words(parsed, sorted(subtree(c) - late))) for c in after if not c.dep_.startswith("obl")):
        return None  # "the arsenal left there in 1991": whose it was then
    if any(parsed.doc[i].pos_ == "VERB" for i in inside) or any(children(head, "xcomp")):
        return None  # "are not meant to be hurt. They are": meant to be, or hurt
    if any(parsed.doc[i].tag_ == "PRP$" or parsed.doc[i].lower_ in ("there", "here") for i in inside) or (
        inside and inside != [*range(inside[0], inside[-1] + 1)]
    ):
        return None
    rest = words(parsed, inside) if inside else words(parsed, [head.i]).partition(" ")[2]
    text = f"{form}{particle(head)} {rest}".strip()
    return text, text


def _of(token: Any) -> bool:
    """Say whether a noun belongs to the one before it: "the treaty of 1991"."""
    return any(c.lower_ == "of" for c in children(token, "case"))


def _only_time(token: Any) -> bool:
    return token.dep_.startswith("obl") and _timed(token)


def _complement(parsed: Parsed, head: Any, words: Words) -> tuple[str, str] | None:
    """Return what a clause with "be" says of its subject, for one and for several."""
    leave = (*SUBJECTS, *AUXILIARIES, "punct", "advmod", "cc", "conj", "advcl", "parataxis", "mark")
    own = [c for c in head.children if c.dep_ not in leave and not _timed(c)]
    own = [c for c in own if c.lower_ not in ("both", "all")]
    before = sorted(i for c in own if c.i < head.i for i in subtree(c))
    after = sorted(i for c in own if c.i > head.i for i in subtree(c))
    inside = [parsed.doc[i] for i in (*before, head.i, *after)]
    if any(t.tag_ in ("PRP$", "JJS", "RBS") or t.lower_ in _SINGLE or is_finite(t) for t in inside):
        return None
    lead, tail = words(parsed, before), words(parsed, after)
    tail = tail or words(parsed, [head.i]).partition(" ")[2]  # "a member" of what, the article said before
    article = next((c for c in own if c.dep_ == "det"), None)
    if head.tag_ == "NNS" and any(c.dep_ in ("det", "nummod") for c in own):
        return None
    if head.tag_ == "NNS":
        noun = singular(head.lower_)
        return _joined("an" if noun[:1] in "aeiou" else "a", lead, noun, tail), _joined(lead, head.text, tail)
    if head.tag_ == "NN" and article is not None and article.lower_ in ("a", "an"):
        rest = words(parsed, [i for i in before if i != article.i])
        plural = str(_plural(head.lower_))
        return _joined(lead, head.text, tail), _joined(rest, plural, tail)
    text = _joined(lead, head.text, tail)
    return text, text


def _plural(noun: str) -> str:
    from lemminflect import getInflection

    return str((getInflection(noun, tag="NNS") or (noun,))[0])


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _timed(token: Any) -> bool:
    tokens = sorted(subtree(token))
    return bool(find_times(token.doc[tokens[0] : tokens[-1] + 1].text))
