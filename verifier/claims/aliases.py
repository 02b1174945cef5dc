"""Short forms of names that an article explains by brackets, by initials or by writing both."""

from collections.abc import Iterable

from verifier.claims.kinds_of_things import is_company
from verifier.text import fold

_FORMS = frozenset(  # what companies add to their names
    "inc inc. ltd ltd. limited group corp corp. corporation company co co. holding holdings ag se plc sa nv gmbh llc "
    "industries airlines airways motors bank technologies systems international".split()
)


def aliases(text: str, names: Iterable[str]) -> dict[str, str]:
    """Return the full name of each short one that has exactly one.

    >>> aliases("the African Union (AU)", ["African Union", "AU"])
    {'AU': 'African Union'}
    """
    known = list(dict.fromkeys(names))
    found: dict[str, str] = {}
    for short in known:
        if " " in short:
            continue
        bracketed = [n for n in known if f"{n} ({short})" in text]
        spelt = [n for n in known if short.isupper() and len(short) > 1 and _initials(n) == short]
        longer = [n for n in known if n.startswith(f"{short} ")]
        begun = [n for n in longer if is_company(n) or set(fold(n).split()[1:]) <= _FORMS]
        full = bracketed or spelt or begun
        if len(full) == 1:
            found[short] = full[0]
    return found


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper()) if " " in name else ""
