"""Tells facts from statements, opinions, forecasts and the rest by their words."""

import re
from collections.abc import Set

from verifier.claims.checkable import checkable
from verifier.claims.lexicon import FUTURE_PHRASES, OPINION_WORDS, PLANNED, POSSIBLE
from verifier.claims.pasts import past_word
from verifier.dates import Tense
from verifier.records import Kind, Modality
from verifier.text import fold, tokenize

_LONGEST = 120  # words; more is no single statement, and no NLI model reads it whole
_CHECKABLE = 0.5  # probability from which "We have doubled the budget" is no opinion
FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "me", "ours", "myself", "ourselves"})
_MINDS = re.compile(
    r"\b(?:is|are|was|were|be|been|remains?|seems?)\s+(?:not\s+|n't\s+|very\s+|deeply\s+)?(?:afraid|worried|concerned|"
    r"confident|hopeful|optimistic|pessimistic|happy|glad|sad|angry|proud|sure|certain|convinced|disappointed|fearful|"
    r"keen|eager|willing|reluctant|sorry)\b"
)
_MEASURED = re.compile(
    r"\bbest known\b|\b(?:best|worst)\b(?: [-\w]+){0,3} (?:since|in (?:more than |over |at least |nearly |almost )?\w+ "
    r"(?:years|decades|months|quarters)|in \d{4}|on record|in history|of the (?:season|year|decade)|this (?:season|"
    r"year))\b|\b(?:best|worst)[ -](?:perform\w+|selling|sellers?|paid|hit|affected|placed)\b"
)  # what figures tell: "its worst quarter since 2009"
_MENTAL = frozenset(
    "think thought feel felt believe believed hope hoped wish wished want wanted need needed love loved like liked "
    "know knew trust trusted fear feared doubt doubted guess guessed suppose supposed mean meant wonder wondered "
    "prefer preferred hate hated enjoy enjoyed must ought should let".split()
)  # what goes on in a mind
_BE = frozenset("am is are was were been being had has have did done".split())
_SUBORDINATING = frozenset("that which who whom whose where when if whether how why what it he she they saying".split())
_HEDGES = frozenset({"likely", "unlikely", "probably", "perhaps"})
_NO_EVENTS = (
    _BE
    | _MENTAL
    | frozenset(
        "left set put cut hit let shut cost spread read rid bid bet split hurt saw found wound ground born proposed "
        "planned united given based expected likely limited used".split()
    )
)  # as often no verb in the past
_REFUSED = re.compile(
    r"\b(?:would|could) (?:not|n't|n’t|neither) (?:yet |\w+ly )?(?:say|comment|confirm|verify|discuss|name|"
    r"disclose|elaborate|speculate|give|answer|reveal|be drawn)\b|\bnor (?:would|could)\b"
)  # "would not say"
_SEVERAL = frozenset({"we", "us", "our", "ours", "ourselves", "you", "your"})  # speeches
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_NO_HEDGE = re.compile(
    r"\bappears?(?= (?:in|on|at) )|\bperhaps(?= (?:the |a |\d|two|three|four|five|six|seven|eight|nine|ten|a dozen))|"
    r"\bcould(?= not | never )"
)  # "appears in the journal", "perhaps 300 followers", "could not land"
_UNTOLD = re.compile(
    r"\b(?:said|say|decided|disclosed|announced|asked|revealed|confirmed) (?:yet )?(?:if|whether)\b"
)  # "has not said if it will renew"
_LEAST_OWN = 3  # words outside a quotation
_OF_A_NOUN = frozenset(
    "a an the its his her their our my your this that these those no any some new old earlier own previous current "
    "latest final of for with by on under about against over secret ambitious controversial such".split()
)  # before "plan to": a noun
_DENIED = re.compile(r"\b(is|are) not\b")  # "is not expected to" tells of a plan too
_SCHEDULED = re.compile(r"\b(?:scheduled|planned|slated|due|set|expected|upcoming|forthcoming)(?:\s+\w+)?\s*$")
_OPEN_END = re.compile(r"\b(?:could|may|might|must|can|should)\b.*\b(?:until|till|by)\b")  # "could last until Tuesday"
_SCHEDULED_VERBS = re.compile(
    r"\b(?:ends?|expires?|begins?|starts?|opens?|closes?|resumes?|runs? (?:out|until|till|through)|finish(?:es)?|"
    r"retires?|takes? place|takes? effect|comes? into force|meets?|goes on sale|go on sale)\b"
)  # in the present, with a time, said of what is to come
_ON_A_DAY = re.compile(
    r"\b(?:arrives?|departs?|leaves?|travels?|fl(?:y|ies)|returns?|visits?|hosts?|heads?|attends?|address(?:es)?|votes?|"
    r"plays?|faces?|goes|go)\b.* (?:on|this|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)  # in the present, on a day that the reader can count to
_TO_HAPPEN = re.compile(r"\b(?:is|are) to (?!date\b|blame\b)[a-z]")  # "is to travel"


def classify(text: str) -> tuple[Kind, Modality]:
    """Return what a claim is and in which voice it is put.

    >>> classify("Putin will visit Mongolia.")
    (<Kind.FORECAST: 'forecast'>, <Modality.PLANNED: 'planned'>)
    """
    own = _without_quotations(text)
    own = _NO_HEDGE.sub(" ", own)
    tokens = [token.text for token in tokenize(own) if token.text != "US"]
    names = {"great", "will"}  # Great Lakes, Will Smith
    words = {fold(word) for word in tokens} - names | names & {*tokens}
    folded = fold(own)
    if text.rstrip(' "”').endswith("?") or len(text.split()) > _LONGEST:
        return Kind.OTHER, Modality.ASSERTED
    if _MINDS.search(folded):
        return Kind.OPINION, Modality.ASSERTED
    untold = _UNTOLD.search(folded) is not None
    if (words & PLANNED and not untold) or any(_planned(folded, phrase) for phrase in FUTURE_PHRASES):
        return Kind.FORECAST, Modality.PLANNED
    possible = words & POSSIBLE - {"can", "may"} or re.search(r"\bmay (?!\d)", own)
    if possible and not _REFUSED.search(folded) and not _told_of(tokens, POSSIBLE):
        return Kind.OPINION, Modality.POSSIBLE
    words -= _HEDGES if _told_of(tokens, _HEDGES) else set()
    if (words & OPINION_WORDS and not (words & OPINION_WORDS <= {"best", "worst"} and _MEASURED.search(folded))) or (
        words & FIRST_PERSON and checkable(text) < _CHECKABLE and not _happened(words)
    ):
        return Kind.OPINION, Modality.ASSERTED
    return Kind.FACT, Modality.ASSERTED


def _told_of(tokens: list[str], vocabulary: Set[str]) -> bool:
    """Say whether what is possible is only part of what happened: "pointed to a draft under which it would rise"."""
    at = next((n for n, word in enumerate(tokens) if word in vocabulary), 0)
    opens = next((n for n in range(at - 1, 0, -1) if tokens[n] in _SUBORDINATING), 0)
    return any(past_word(word) for word in tokens[1:opens] if word.islower() and word not in _NO_EVENTS)


def _without_quotations(text: str) -> str:
    """Return a text without what it quotes, if enough is left to tell what kind of statement quotes it.

    >>> _without_quotations('The heat "would not be permitted for horses" in 1868.')
    'The heat  in 1868.'
    """
    rest = _QUOTED.sub("", text)
    return rest if len(tokenize(rest)) >= _LEAST_OWN else text


def _happened(words: set[str]) -> bool:
    """Say whether "I" tells what happened, not what goes on in a mind: "I worked on a ward for six years"."""
    return not words & (POSSIBLE | _MENTAL | _SEVERAL) and any(past_word(word) for word in words - _BE)


def _planned(folded: str, phrase: str) -> bool:
    """Say whether a phrase tells a plan; in "rejected a plan to close" somebody else's plan is spoken of."""
    before, found, _ = _DENIED.sub(r"\1", folded).partition(f" {phrase} ")
    last = before.rsplit(maxsplit=1)[-1] if before.strip() else ""
    return bool(found) and last not in _OF_A_NOUN and not last.endswith(("'s", "’s", "s'", "s’"))


_PUT_OFF = re.compile(
    r"(?<!\bhad )(?<!\bhad been )\b(?:postpon|delay|adjourn|extend|defer|reschedul|remand)\w*(?: [-\w]+){0,4}\s*$"
)


def put_off(before: str) -> bool:
    """Say whether the words before "until" put something off to a time that is still to come.

    >>> put_off("Leaders postponed the vote "), put_off("Leaders ruled ")
    (True, False)
    """
    return _PUT_OFF.search(fold(before)) is not None


def planned_for(before: str) -> bool:
    """Say whether the words before a time name a plan: "scheduled for".

    >>> planned_for("The visit scheduled ")
    True
    """
    return _SCHEDULED.search(fold(before)) is not None


def tense_of(text: str, tags: list[str]) -> Tense:
    """Return the tense that decides which May "in May" is; plans speak of the future."""
    folded = fold(text)
    if PLANNED & {token.text for token in tokenize(folded)} or any(_planned(folded, p) for p in FUTURE_PHRASES):
        return Tense.FUTURE
    if _TO_HAPPEN.search(folded) and "VBD" not in tags:
        return Tense.FUTURE
    scheduled = _ON_A_DAY.search(folded) or (_SCHEDULED_VERBS.search(folded) and {"VBZ", "VBP"} & set(tags))
    over = "VBD" in tags or ("VBN" in tags and re.search(r"\b(?:has|have|had|been|is|are)\b", folded))
    if (scheduled or _OPEN_END.search(folded)) and not over:  # "with six games left, visit Hearts on Wednesday"
        return Tense.FUTURE
    if re.search(r"\bwould\b(?! (?:not )?have\b)", folded) and not {"VBD", "VBZ", "VBP"} & set(tags):
        return Tense.FUTURE  # "that it would open on Monday"
    if "VBD" in tags or "VBN" in tags:
        return Tense.PAST
    return Tense.PRESENT if {"VBZ", "VBP"} & set(tags) else Tense.UNKNOWN
