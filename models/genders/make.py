"""Collects first names that only men or only women bear, from the name lists of Faker (MIT).

    pip install faker && python models/genders/make.py

A name that any country's list has for the other sex is left out: "Andrea" is a man in Italy.
"""

import json
import pkgutil
import re
import unicodedata
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from faker.providers import person

_NAME = re.compile(r"[^\W\d_][\w’'-]+")
_OUT = Path(__file__).parent / "weights" / "first_names.json"


def names(listed: Iterable[str]) -> set[str]:
    """Return the first words of names in Latin letters, lower case."""
    words = (name.split()[0] for name in listed if name.strip())
    return {w.lower() for w in words if _NAME.fullmatch(w) and w[0].isupper() and "LATIN" in unicodedata.name(w[0], "")}


def main() -> None:
    """Write the names."""
    male: set[str] = set()
    female: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        own = import_module(f"{person.__name__}.{module.name}").Provider.__dict__
        male |= names(own.get("first_names_male", ()))
        female |= names(own.get("first_names_female", ()))
    sure = {"m": sorted(male - female), "f": sorted(female - male)}
    _OUT.write_text(json.dumps(sure, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{_OUT}: {len(sure['m'])} men's names, {len(sure['f'])} women's, {len(male & female)} of both left out")


if __name__ == "__main__":
    main()
