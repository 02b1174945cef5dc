"""Whether a draft is a statement of its own: what fails stays in its host."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from verifier.claims.coordination import SUBJECTS
from verifier.claims.drafts import Added, Draft, Parsed, Part
from verifier.claims.lexicon import HOLDING, REPORTING
from verifier.language import children, is_finite, subtree
from verifier.records import EditKind

_LEAST_WORDS = 3
_TIMES = frozenset(
    {"before", "after", "since", "until", "till", "when", "while", "as", "once"}
)  # open a clause of time
_NEVER_LAST = frozenset("a an the as than and or but because although if whether of".split())
WHOLE = "whole sentence"


def well_formed(parsed: Parsed, draft: Draft) -> bool:
    """Say whether a draft has a subject before a finite verb and cuts through no quotation or bracket."""
    if len(draft.parts) < _LEAST_WORDS or not _balanced(parsed.doc[i].text for i in draft.tokens()):
        return False
    verbs = [n for n, part in enumerate(draft.parts) if _finite(parsed, part)]
    if draft.rule != WHOLE and _counts_anew(parsed, draft):
        return False
    if draft.rule != WHOLE and _subject_of_what_was_cut(parsed, draft):
        return False
    if verbs and not _is_be(parsed, draft.parts[verbs[0]]) and _within_a_phrase(parsed, draft.parts[: verbs[0]]):
        return False
    subordinate = sum(_opens_clause(parsed.doc[i]) for i in draft.tokens())
    if draft.rule != WHOLE and (_breaks_off(parsed, draft.tokens()) or _dangles(parsed, draft)):
        return False
    if draft.rule != WHOLE and _without_its_verb(parsed, set(draft.tokens())):
        return False
    return len(verbs) > subordinate and verbs[0] > 0 and _nominal(parsed, draft.parts[: verbs[0]])


def _counts_anew(parsed: Parsed, draft: Draft) -> bool:
    """Say whether a number stands for others than the subject: "were five wounded" of "three were killed and five"."""
    said = [("be", "") if isinstance(p, Added) else (parsed.doc[p].lemma_, parsed.doc[p].tag_) for p in draft.parts]
    runs = zip(said, said[1:], said[2:], strict=False)
    return any(be[0] == "be" and n[1] == "CD" and done[1] in ("VBN", "VBD") for be, n, done in runs)


def _subject_of_what_was_cut(parsed: Parsed, draft: Draft) -> bool:
    """Say whether a draft ends with the subject of a clause left out: "The books were ruined and the council"."""
    kept = {*draft.tokens()}
    last = max(kept, default=0)
    for i in kept:
        token = parsed.doc[i]
        below = subtree(token) & kept if token.dep_ in SUBJECTS and token.i > token.head.i else set()
        if below and max(below) == last and parsed.doc[min(below)].lower_ == "and":
            return True
    return False


def _is_be(parsed: Parsed, part: Part) -> bool:
    """Say whether a subject may stand behind a verb: "Among them was N"."""
    return isinstance(part, int) and bool(parsed.doc[part].lemma_ == "be")


def _within_a_phrase(parsed: Parsed, before: tuple[Part, ...]) -> bool:
    """Say whether all that stands before a verb is a phrase of place or time: "At the inn lets me try"."""
    tokens = [parsed.doc[part] for part in before if isinstance(part, int)]
    if len(tokens) != len(before) or not tokens or tokens[0].pos_ != "ADP" or any(t.is_punct for t in tokens):
        return False
    return not any(t.dep_ in (*SUBJECTS, "expl") and not any(children(t, "case")) for t in tokens)


def _breaks_off(parsed: Parsed, tokens: list[int]) -> bool:
    """Say whether a list of verbs lacks its "and": "she wed Falk, wrote plays" of "... and sang"."""
    doc = parsed.doc
    commas = [n for n, i in enumerate(tokens) if doc[i].text == ","]
    if not commas or commas[-1] + 1 >= len(tokens) or doc[tokens[commas[-1] + 1]].tag_ != "VBD":
        return False
    told = [doc[i] for i in tokens[: commas[0]] if is_finite(doc[i])]
    closed = any(doc[i].lower_ in ("and", "but", "or") for i in tokens[commas[-1] :])
    return bool(told) and not closed and not any(t.lemma_.lower() in REPORTING | HOLDING for t in told)


def _dangles(parsed: Parsed, draft: Draft) -> bool:
    """Say whether a draft ends with a word that something must follow: "She was as kind as"."""
    last = draft.parts[-1]
    if not isinstance(last, int):
        return False
    case = parsed.doc[last]
    stranded = case.dep_ == "case" and case.head.i > last and case.head.i not in draft.tokens()
    return bool(stranded or case.lower_ in _NEVER_LAST)


def _without_its_verb(parsed: Parsed, tokens: set[int]) -> bool:
    """Say whether a clause is opened whose verb is left out: "argued that the witness, a clerk"."""
    opening = (parsed.doc[i] for i in tokens if parsed.doc[i].dep_ == "mark" or parsed.doc[i].tag_ == "WRB")
    return any(t.head.i not in tokens and t.head.i > t.i and t.head.pos_ in ("VERB", "AUX") for t in opening)


def _opens_clause(token: Any) -> bool:
    """Say whether a word opens a clause with a verb of its own: "the claim that Peru signed" is no sentence."""
    verbless = token.i + 1 < len(token.doc) and token.doc[token.i + 1].tag_ in ("TO", "VBN")  # "when submerged"
    wh_word = token.tag_ in ("WDT", "WP", "WP$", "WRB") and not verbless
    if token.dep_ == "mark" and token.lower_ in _TIMES and any(is_finite(t) for t in token.head.subtree):
        return True
    return wh_word or (token.lower_ in ("that", "because", "although", "if", "unless") and token.tag_ == "IN")


def _balanced(words: Iterable[str]) -> bool:
    """Say whether every quotation mark and bracket has its partner."""
    count = Counter(character for word in words for character in word)
    paired = all(count[opening] == count[closing] for opening, closing in ("“”", "()", "[]"))
    return paired and count['"'] % 2 == 0


def _finite(parsed: Parsed, part: Part) -> bool:
    if isinstance(part, Added):
        return part.kind is EditKind.INFLECTION or part.text in (
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
        )
    return is_finite(parsed.doc[part])


def _nominal(parsed: Parsed, parts: tuple[Part, ...]) -> bool:
    tokens = [parsed.doc[part] for part in parts if isinstance(part, int)]
    subject = any(token.dep_ in SUBJECTS for token in tokens)
    noun = any(token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET") for token in tokens)
    return subject or noun
