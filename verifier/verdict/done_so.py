"""Who did something as the first "to do so" is claimed to have done it, and to have been first."""

import re
from collections.abc import Iterator
from datetime import date

from verifier.dates import find_times
from verifier.verdict.lexicon import AUXILIARIES
from verifier.verdict.parts import Part, Words

_RANKED = re.compile(
    r"^(?P<main>.+?),? (?:becoming |thereby becoming |as |making it |which made it )?"
    r"(?P<rank>(?:the|its) (?:(?:very )?first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|only|"
    r"latest|\d+(?:st|nd|rd|th)) [^,]*?)to (?:do so|do that|have done so|do it)\.?$",
    re.IGNORECASE,
)
_ANY_DAY = date(2000, 1, 1)  # times are only left out here


def done_so(words: Words) -> Iterator[tuple[Part, ...]]:
    """Yield what somebody did, and the place that the claim gives them among those who did it."""
    match = _RANKED.match(words.text)
    if match is None or not words.atoms or words.begin(words.atoms[0]) != 0:
        return
    subject, main = words.name(words.atoms[0]), match["main"]
    deed = main[words.tokens[words.atoms[0].last - 1].end :]
    for time in reversed(find_times(deed, _ANY_DAY)):
        deed = deed[: time.start] + deed[time.end :]
    verbs = [word for word in re.sub(r"\s+", " ", deed).strip(" ,.").split(" ") if word]
    while verbs and verbs[0].lower() in AUXILIARIES:
        verbs = verbs[1:]
    if verbs:
        first = f"{subject} was {match['rank']}to {_base(verbs[0])} {' '.join(verbs[1:])}".rstrip()
        yield Part(main), Part(first)


def _base(verb: str) -> str:
    from lemminflect import getLemma

    return next(iter(getLemma(verb.lower(), upos="VERB")), verb)
