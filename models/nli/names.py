"""Made-up and common names for the generated pairs."""

import random

_PLACES = (
    "France Germany Spain Italy Poland Norway Sweden Finland Portugal Greece Kenya Ghana Nigeria Egypt Morocco Tunisia "
    "Brazil Peru Chile Argentina Bolivia Ecuador Canada Mexico Cuba Panama Japan Mongolia China India Nepal Pakistan "
    "Iran Iraq Jordan Israel Turkey Georgia Armenia Azerbaijan Kazakhstan Uzbekistan Russia Ukraine Belarus Moldova "
    "Hungary Serbia Croatia Albania Austria Belgium Denmark Estonia Latvia Lithuania Iceland Ireland Malta Cyprus "
    "Vietnam Thailand Laos Cambodia Malaysia Indonesia Philippines Australia Fiji Samoa Tonga Zambia Malawi Mali Niger "
    "Chad Sudan Uganda Rwanda Burundi Angola Namibia Botswana Lesotho Madagascar"
).split()
_FIRST = "Anna Boris Carla David Elena Farid Grace Hugo Irina Jamal Karen Liam Mina Nadia Omar Petra Ravi Sara Tomas Uma Viktor Wendy Yusuf Zoe".split()
_ONSETS = "b br d f g gr h k kh l m n p r s sh st t tr v w z".split()
_VOWELS = "a e i o u ai ia ov or an el un ar".split()
_CODAS = ("", "n", "r", "l", "s", "m", "ev", "sk", "nd", "to")


def invented(rng: random.Random, syllables: int = 2) -> str:
    """Return a made-up capitalised word."""
    word = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables)) + rng.choice(_CODAS)
    return word.capitalize()


def place(rng: random.Random) -> str:
    """Return a country-like name, made up in one case of three."""
    return invented(rng) + rng.choice(("", "ia", "stan", "land")) if rng.random() < 0.33 else rng.choice(_PLACES)


def person(rng: random.Random) -> str:
    """Return a person's name."""
    return f"{rng.choice(_FIRST)} {invented(rng, rng.choice((1, 2, 3)))}"


def company(rng: random.Random) -> str:
    """Return a company's name."""
    return invented(rng, rng.choice((1, 2))) + rng.choice((" Group", " Ltd", "", " Systems", " Motors", " Bank"))


def treaty(rng: random.Random) -> str:
    """Return a treaty's name."""
    form = rng.choice(
        ("the {} Convention", "the {} Statute", "the Treaty of {}", "the {} Protocol", "the Rome Statute")
    )
    return form.format(invented(rng))


def club(rng: random.Random) -> str:
    """Return an organisation's name."""
    form = rng.choice(
        ("the {} Union", "the {} Court", "the League of {}", "the {} Council", "the International {} Court")
    )
    return form.format(invented(rng))


def summit(rng: random.Random) -> str:
    """Return a meeting's name."""
    return rng.choice(("the {} summit in {}", "the {} conference in {}")).format(invented(rng), place(rng))


def product(rng: random.Random) -> str:
    """Return a product's name."""
    return f"{invented(rng)} {rng.choice(('One', '2', '3.1', 'Pro', 'X'))}"


def subject_and_object(kind: str, rng: random.Random) -> tuple[str, str]:
    """Return names that fit a predicate's kind."""
    makers = {
        "treaty": (place, treaty), "club": (place, club), "visit": (person, place), "summit": (person, summit),
        "warrant": (person, club), "war": (place, place), "company": (company, product), "person": (person, club),
    }  # fmt: skip
    first, second = makers[kind]
    subject = first(rng)
    while (other := second(rng)) == subject:
        pass
    return subject, other
