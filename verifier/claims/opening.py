"""Opening words that join a sentence to the one before and state nothing: "However, ..."."""

import re

from verifier.claims.lexicon import DISCOURSE

_MARKER = re.compile(rf"(?:{'|'.join(sorted(map(re.escape, DISCOURSE), key=len, reverse=True))})(,?)\s+", re.IGNORECASE)
_REGION = r"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?\.?)?"
_DAY = r"(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+\.?)(?:,? \d{4})?"
_TOWN = r"[A-Z][A-Z .,’'-]{2,30}?"
_DATELINE = re.compile(  # capitals, or any spelling of a place before a date
    rf"(?:{_TOWN}{_REGION}(?: and {_TOWN}{_REGION})?(?:,? (?:[-–—] )?{_DAY})?|[A-Z][A-Za-z .’'-]{{2,30}}, {_DAY})"
    r" ?(?:\([A-Za-z ]{2,20}\) ?)?(?:--|[-–—])\s+(?=[\"“‘']?[A-Z0-9])"
    r"|[A-Z][A-Z .’'-]{4,30}: (?=[\"“‘']?[A-Z0-9][A-Za-z0-9’'-]* \S+ \S)"
)
_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?(?:[ap]\.?m\.?|GMT|BST|CET|CEST|EST|EDT|ET|UTC))*:? (?=[\"“‘']?[A-Z])"
)
_BULLET = re.compile(r"[•‣▪◦●*·–—-]\s+")
_NEEDS_NO_COMMA = frozenset({"and", "but", "or", "so", "yet"})
_GOES_ON = re.compile(
    r"(?:\w+ (?:is|are|was|were)|far|many|much|long|few|little|great|called|too|that|as|another|again|more|to|did|does|"
    r"do|has|have|had|is|are|was|were)\b",
    re.IGNORECASE,
)


_TURNED = re.compile(r"(?:came|come|comes|followed|went|arrived)\b")


def without_marker(text: str, start: int, end: int) -> int:
    """Return where a sentence begins after a dateline ("PARIS (Reuters) - "), a clock, a bullet and discourse markers.

    >>> "However, it rained."[without_marker("However, it rained.", 0, 19):]
    'it rained.'
    """
    dateline = _DATELINE.match(text, start, end) or _CLOCK.match(text, start, end) or _BULLET.match(text, start, end)
    if dateline:
        return without_marker(text, dateline.end(), end)
    match = _MARKER.match(text, start, end)
    word = match.group().strip().lower() if match else ""
    if not match or not (match[1] or word in _NEEDS_NO_COMMA):
        return start
    if word == "then" and _TURNED.match(text, match.end()):
        return start  # "Then came N"
    if not match[1] and word in ("so", "yet") and _GOES_ON.match(text, match.end()):
        return start  # "So far", "Yet another", "So exact is": no joining word
    return without_marker(text, match.end(), end)
