"""A claim that something is one of so many says two things: that it is one of them, and how many there are."""

import re
from collections.abc import Iterator

from verifier.verdict.parts import Part, Words

_WHO = r"^(?P<who>.+?) (?P<be>is|was|are|were|remains?) (?:among|one of) "
_NUMBER = r"(?P<number>\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_FORMS = (
    re.compile(rf"{_WHO}(?P<owner>.+?)['’]s? {_NUMBER} (?P<what>[^,]+?)\.?$"),
    re.compile(rf"{_WHO}the {_NUMBER} (?P<what>[^,]+?) (?:of|in) (?P<owner>[^,]+?)\.?$"),
)


def one_of(words: Words) -> Iterator[tuple[Part, ...]]:
    """Yield the membership and the count of such a claim."""
    for form in _FORMS:
        match = form.match(words.text)
        if match and not re.search(r"\b(?:not|only|first|last)\b", match[0]):
            owner = match["owner"]
            of = f"one of the {match['what']} of {owner}"
            yield Part(f"{match['who']} {match['be']} {of}"), Part(f"{owner} has {match['number']} {match['what']}")
