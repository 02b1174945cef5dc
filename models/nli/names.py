"""Made-up and common names for the generated pairs, one maker for each kind of thing."""

import random
from collections.abc import Callable

_PLACES = (
    "France Germany Spain Italy Poland Norway Sweden Finland Portugal Greece Kenya Ghana Nigeria Egypt Morocco Tunisia "
    "Brazil Peru Chile Argentina Bolivia Ecuador Canada Mexico Cuba Panama Japan Mongolia China India Nepal Pakistan "
    "Iran Iraq Jordan Israel Turkey Georgia Armenia Azerbaijan Kazakhstan Uzbekistan Russia Ukraine Belarus Moldova "
    "Hungary Serbia Croatia Albania Austria Belgium Denmark Estonia Latvia Lithuania Iceland Ireland Malta Cyprus "
    "Vietnam Thailand Laos Cambodia Malaysia Indonesia Singapore Australia Fiji Samoa Tonga Zambia Malawi Mali Niger "
    "Chad Sudan Uganda Rwanda Burundi Angola Namibia Botswana Lesotho Madagascar Senegal Togo Benin Gabon Cameroon "
    "Ethiopia Somalia Djibouti Eritrea Mozambique Zimbabwe Mauritius Liberia Guinea Colombia Venezuela Uruguay Paraguay "
    "Guatemala Honduras Nicaragua Jamaica Haiti Barbados Belize Suriname Guyana Slovenia Slovakia Bulgaria Romania "
    "Luxembourg Andorra Kuwait Qatar Bahrain Oman Yemen Lebanon Syria Bangladesh Bhutan Myanmar Brunei Tajikistan"
).split()
_CITIES = (
    "Lyon Marseille Hamburg Leipzig Seville Bilbao Turin Bologna Krakow Gdansk Bergen Malmo Tampere Porto Patras Mombasa "
    "Kumasi Kano Alexandria Fez Sfax Recife Salvador Arequipa Valparaiso Rosario Cordoba Toronto Halifax Puebla Santiago "
    "Osaka Sapporo Wuhan Chengdu Pune Jaipur Lahore Karachi Isfahan Basra Aqaba Haifa Izmir Bursa Batumi Gyumri Almaty "
    "Samarkand Kazan Perm Lviv Odesa Brest Debrecen Graz Ghent Aarhus Tartu Kaunas Cork Limassol Hue Melbourne Perth "
    "Ndola Kigali Lubango Durban Dakar Douala Medellin Maracaibo Salto Varna Cluj Maribor Kosice Penang Medan Chicago Boston"
).split()
_FIRST = (
    "Anna Boris Carla David Elena Farid Grace Hugo Irina Jamal Karen Liam Mina Nadia Omar Petra Ravi Sara Tomas Uma "
    "Viktor Wendy Yusuf Zoe Aisha Bjorn Chen Dmitri Emeka Fatima Giulia Hana Ingrid Joao Kwame Leila Mateo Ngozi Olga "
    "Pedro Rania Sven Thandi Ulrich Vera Wei Ximena Yuki Zainab Andrei Beatriz Callum Daniela Erik Francesca Gabor Helen "
    "Isabel Jonas Katarzyna Lucas Maria Nikos Oscar Pauline Rohan Sofia Tariq Valeria Arjun Chloe Esther Igor Judith"
).split()
_FAMILY = (
    "Novak Kowalski Petrov Ivanova Schmidt Weber Larsen Nilsson Virtanen Rossi Bianchi Garcia Fernandez Silva Pereira "
    "Dubois Moreau Janssen Murphy Walsh Campbell Okafor Mensah Mwangi Diallo Haddad Mansour Hosseini Demir Yilmaz Khan "
    "Sharma Patel Gupta Nguyen Tran Tanaka Sato Kim Park Wang Zhang Santos Rojas Vargas Castillo Mendoza Horvat Kovacs "
    "Popescu Dimitrov Papadopoulos Melnyk Bondarenko Abdullah Suzuki Batbayar Tesfaye Ndlovu Banda Keita Traore Johansson "
    "Hoffmann Becker Lindqvist Marino Conti Ortega Morales Quispe Sullivan Fraser Hughes Bennett Carter"
).split()
_ONSETS = "b br d f g gr h k kh l m n p r s sh st t tr v w z".split()
_VOWELS = "a e i o u ai ia ov or an el un ar".split()
_CODAS = ("", "n", "r", "l", "s", "m", "ev", "sk", "nd", "to")
_SUBJECTS = "Fisheries Energy Health Labour Migration Privacy Tax Transport Education Forestry Banking Media Water Housing".split()


def invented(rng: random.Random, syllables: int = 2) -> str:
    """Return a made-up capitalised word."""
    word = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables)) + rng.choice(_CODAS)
    return word.capitalize()


def place(rng: random.Random) -> str:
    """Return a country-like name, made up in one case of three."""
    return made_up_place(rng) if rng.random() < 0.33 else rng.choice(_PLACES)


def made_up_place(rng: random.Random) -> str:
    """Return the name of a country that does not exist."""
    return invented(rng) + rng.choice(("", "ia", "stan", "land"))


def city(rng: random.Random) -> str:
    """Return a city's name, made up in one case of three."""
    return invented(rng) + rng.choice(("", "burg", "ville", "grad")) if rng.random() < 0.33 else rng.choice(_CITIES)


def person(rng: random.Random) -> str:
    """Return a person's name."""
    family = rng.choice(_FAMILY) if rng.random() < 0.6 else invented(rng, rng.choice((2, 2, 3)))
    return f"{rng.choice(_FIRST)} {family}"


def company(rng: random.Random) -> str:
    """Return a company's name."""
    ends = (
        " Group",
        " Ltd",
        "",
        " Systems",
        " Motors",
        " Bank",
        " Airlines",
        " Foods",
        " Energy",
        " Holdings",
        " Steel",
    )
    return invented(rng, 2) + rng.choice(ends)


def form(*forms: str) -> Callable[[random.Random], str]:
    """Return a maker that fills a form's {i} with an invented word, {c} with a city, {n} with a country."""

    def make(rng: random.Random) -> str:
        return rng.choice(forms).format(
            i=invented(rng),
            j=invented(rng),
            c=city(rng),
            n=place(rng),
            f=rng.choice(_FAMILY),
            t=rng.choice(_SUBJECTS),
            y=rng.randint(4, 20),
        )

    return make


MAKERS: dict[str, Callable[[random.Random], str]] = {
    "state": place, "city": city, "person": person, "company": company,
    "treaty": form("the {i} Convention", "the {c} Convention", "the Treaty of {i}", "the Treaty of {c}", "the {i} Protocol",
                   "the {i} Statute", "the Convention on {t} Data", "the {c} Agreement"),
    "club": form("the {i} Union", "the {i} Council", "the League of {i}", "the {i} Pact", "the {n} Contact Group",
                 "the {t} Alliance", "the International {t} Organisation", "the {c} Association", "the {i} Bloc"),
    "court": form("the {i} Court", "the International {i} Court", "the High Court of {c}", "the {i} Tribunal",
                  "the Court of Appeal in {c}"),
    "society": form("the {i} Foundation", "the {f} Institute", "the {c} Academy", "the {i} Trust", "the {t} Society of {c}"),
    "summit": form("the {i} summit in {c}", "the {i} conference in {n}", "the {c} {t} Forum", "the {y}th {i} congress"),
    "product": form("the {i} One", "the {i} 2", "{i} 3.1", "the {i} Pro", "the {i} X{y}", "{i} Cloud"),
    "prize": form("the {i} Prize", "the {f} Medal", "the {f} Award", "the Grand Prix of {i}"),
    "team": form("{i} United", "FC {i}", "{c} Rovers", "Dynamo {i}", "{i} Athletic", "the {c} Hawks"),
    "book": form("“The {i} Letters”", "“A Winter in {c}”", "“The Road to {i}”", "“{i} and {j}”"),
    "law": form("the {t} Act", "the {t} Reform Act", "the {f} Bill on {t}", "the {t} and {i} Act"),
    "parliament": form("the parliament of {n}", "the Senate of {n}", "the {i} assembly", "the lower house of {n}"),
    "police": form("police in {c}", "the police of {n}", "border guards of {n}"),
    "union": form("the {i} Workers' Union", "the Dockers' Union of {c}", "the {t} Staff Union"),
    "plant": form("the {c} plant", "the factory in {c}", "the {i} steelworks", "the {i} mine", "the {c} shipyard"),
    "building": form("the {i} Bridge", "the {i} Museum", "the {c} Opera House", "the {i} Dam", "the {f} Library", "{i} Castle"),
    "comet": form("the comet {i}", "the asteroid {i}", "the moon {i}", "the galaxy {i} {y}"),
    "issue": form("a new constitution", "joining the {i} Union", "nuclear power", "term limits", "the {t} Act", "a {i} airport"),
    "disaster": form("a fire", "an earthquake", "a flood", "a storm", "an explosion"),
    "mountain": form("Mount {i}", "{i} Peak", "Mount {f}"),
    "satellite": form("the satellite {i}-{y}", "the {i} {y} satellite", "the {i} space probe"),
    "paper": form("the {c} Times", "the {i} Post", "the Daily {i}", "Radio {i}"),
    "party": form("the {i} Party", "the {n} People's Party", "the {i} Front", "the Liberal Union of {n}"),
    "painting": form("“Woman of {i}”", "“The Harbour at {c}”", "“Self-Portrait at {y}0”", "“The {i} Altar”"),
    "language": form("{i}ese", "{i}ish", "{i}ic"),
    "region": form("the province of {i}", "the {i} district", "{i} County", "the {i} Region"),
    "line": form("the {i} line", "the {c} tram", "the {c}–{i} railway"),
    "cup": form("the {i} Cup", "the {n} Games", "the {i} Championship"),
    "river": form("the River {i}", "the {i} River"),
    "road": form("the {i} Tunnel", "the {c} motorway", "the {i} Canal", "the {i} pipeline"),
}  # fmt: skip


def make(kind: str, rng: random.Random, *without: str) -> str:
    """Return a name of a kind that cannot be taken for one of `without`."""
    while True:
        name = MAKERS[kind](rng)
        if not any(clash(name, other) for other in without):
            return name


def clash(name: str, other: str) -> bool:
    """Say whether two names could be read as one."""
    return name in other or other in name


def several(kind: str, count: int, rng: random.Random, *without: str) -> list[str]:
    """Return `count` different names of a kind."""
    found: list[str] = []
    while len(found) < count:
        found.append(make(kind, rng, *without, *found))
    return found


def subject_and_object(kind: str, rng: random.Random) -> tuple[str, str]:
    """Return names that fit a predicate's kind, "subject object"."""
    first, second = kind.split()
    subject = make(first, rng)
    return subject, make(second, rng, subject)
