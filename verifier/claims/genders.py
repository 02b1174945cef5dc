"""Words and first names that tell whether a person is called he or she."""

import json
from functools import cache

from verifier.bundled import model_path
from verifier.claims.things import FEMININE, MASCULINE

_MALE = MASCULINE | frozenset(
    "mr sir king prince emperor sultan sheikh pope lord spokesman chairman businessman congressman alderman fisherman "
    "policeman fireman salesman sportsman actor father husband son brother uncle nephew grandfather grandson widower "
    "man boy gentleman monk priest imam waiter duke count baron".split()
)
_FEMALE = FEMININE | frozenset(
    "mrs ms miss madam queen princess empress lady spokeswoman chairwoman businesswoman congresswoman policewoman "
    "sportswoman actress mother wife daughter sister aunt niece grandmother granddaughter widow woman girl nun "
    "waitress duchess countess baroness".split()
)


def gender_of(word: str) -> str | None:
    """Return "m" or "f" for words that tell.

    >>> gender_of("spokeswoman"), gender_of("minister")
    ('f', None)
    """
    lower = word.lower()
    return "m" if lower in _MALE else "f" if lower in _FEMALE else None


@cache
def _first_names() -> dict[str, str]:
    listed = json.loads((model_path("genders") / "first_names.json").read_text(encoding="utf-8"))
    return {name: gender for gender, names in listed.items() for name in names}


def gender_of_name(name: str) -> str | None:
    """Return "m" or "f" for a full name whose first name only men or only women bear.

    >>> gender_of_name("Petra Vogel"), gender_of_name("Andrea Rossi"), gender_of_name("Petra")
    ('f', None, None)
    """
    words = name.lower().split()
    return _first_names().get(words[0]) if len(words) > 1 else None
