"""Varies the names of a training set, so that the recogniser learns contexts and shapes, not a few thousand names.

    python models/parser/vary.py names.spacy varied.spacy --copies 3

Persons come from Faker's name lists of many locales (MIT), places from the territories of CLDR (Unicode
licence) and Faker's cities; organisations keep their words.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import spacy
from babel import Locale
from faker import Faker
from spacy.tokens import Doc, DocBin

LOCALES = ("en_US", "en_GB", "fr_FR", "de_DE", "es_ES", "it_IT", "pl_PL", "tr_TR", "nl_NL", "pt_BR", "cs_CZ",
           "hr_HR", "hu_HU", "ro_RO", "sv_SE", "fi_FI", "no_NO", "en_IN", "id_ID", "es_MX", "en_NZ", "da_DK",
           "sl_SI", "sk_SK", "lv_LV", "lt_LT", "et_EE", "az_AZ", "fr_CH", "yo_NG", "zu_ZA", "en_KE", "vi_VN")  # fmt: skip
ROMANISED = (
    "Vladimir Dmitri Sergei Ivan Olga Maria Natalia Volodymyr Oleksandr Yulia Xi Li Wang Zhang Chen Kim Park Jae Hyun "
    "Min Shinzo Yuki Haruto Ukhnaa Bat Nguyen Mohammed Ahmed Abdullah Omar Hassan Fatima Benjamin Yoav Amir Narendra "
    "Rahul Priya Imran Aung Min Rodrigo Ferdinand Uhuru Kofi Fatou Karim Bosco Thomas Joseph Emmerson Cyril Mahmoud"
).split()
ENDINGS = "ov ova enko ski sky ich yan dze shvili oglu zadeh bayev ev eva insky uk".split()
STEMS = (
    "Petr Ivan Sidor Kuzn Lav Bel Lvov Shoig Medved Zelen Porosh Kash Markar Gamkre Alij Naz Tok Kur Rahm Vol".split()
)


class Namer:
    """Makes names of a kind."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        Faker.seed(seed)
        self.fakers = [Faker(locale) for locale in LOCALES]
        self.places = [n for code, n in Locale("en").territories.items() if len(code) == 2 and "&" not in n]

    def person(self, words: list[str]) -> list[str]:
        """Return a person's name of about the length of the old one."""
        faker = self.random.choice(self.fakers)
        if self.random.random() < 0.35:
            given = self.random.choice(ROMANISED)
            family = self.random.choice(STEMS) + self.random.choice(ENDINGS)
        else:
            given, family = faker.first_name(), faker.last_name()
        if not (given + family).isascii() and self.random.random() < 0.5:
            return words
        if self.random.random() < 0.06:
            family = f"{family}-{self.random.choice(STEMS)}{self.random.choice(ENDINGS)}"
        return (family if len(words) == 1 else f"{given} {family}").split()

    def place(self, words: list[str]) -> list[str]:
        """Return a country's or a city's name."""
        if self.random.random() < 0.6:
            return self.random.choice(self.places).split()
        return self.random.choice(self.fakers).city().split()


def varied(doc: Doc, namer: Namer, tokenizer: object) -> Doc:
    """Return a copy with other names, cut into tokens as the tokenizer would cut running text."""
    words: list[str] = []
    tags: list[str] = []
    named = {entity.start: entity for entity in doc.ents}
    at = 0
    while at < len(doc):
        entity = named.get(at)
        old = [token.text for token in entity] if entity else [doc[at].text]
        make = {"PER": namer.person, "LOC": namer.place}.get(entity.label_) if entity else None
        new = make(old) if make and namer.random.random() < 0.8 else old
        pieces = [t.text for t in tokenizer(" ".join(new))] if new != old else old
        words += pieces
        tags += [f"{'I' if n else 'B'}-{entity.label_}" if entity else "O" for n in range(len(pieces))]
        at += len(old)
    return Doc(doc.vocab, words=words, ents=tags)


def all_docs(docs: list[Doc], copies: int, namer: Namer, tokenizer: object) -> Iterator[Doc]:
    """Yield each document and its variations."""
    for doc in docs:
        yield doc
        if doc.ents:
            yield from (varied(doc, namer, tokenizer) for _ in range(copies))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--copies", type=int, default=3)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    blank = spacy.blank("en")
    docs = list(DocBin().from_disk(options.source).get_docs(blank.vocab))
    made = list(all_docs(docs, options.copies, Namer(options.seed), blank.tokenizer))
    random.Random(options.seed).shuffle(made)
    DocBin(docs=made, attrs=["ENT_IOB", "ENT_TYPE", "SPACY"]).to_disk(options.target)
    print(f"{options.target}: {len(made)} documents")


if __name__ == "__main__":
    main()
