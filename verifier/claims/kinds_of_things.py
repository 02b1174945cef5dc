"""What sort of thing a name stands for: told by the corpus, by its own words, or by what the article calls it."""

from collections.abc import Iterable, Mapping
from functools import cache

from verifier.facts import Corpus
from verifier.text import fold

_GROUPS = (
    frozenset({"country", "nation", "state"}),
    frozenset({"city", "town", "capital", "municipality"}),
    frozenset({"court", "tribunal"}),
    frozenset({"treaty", "statute", "convention", "agreement", "pact", "accord", "protocol", "charter"}),
    frozenset({"law", "act", "bill"}),
    frozenset({"company", "firm", "corporation", "manufacturer", "maker", "carmaker", "airline", "retailer", "startup",
               "bank", "insurer", "group", "operator", "supplier", "producer", "developer", "publisher"}),
    frozenset({"club", "team", "side"}),
    frozenset({"organization", "organisation", "body", "institution", "agency", "bloc", "alliance", "union"}),
    frozenset({"newspaper", "paper", "daily", "magazine", "journal"}),
    frozenset({"vessel", "ship", "ferry", "boat", "tanker"}),
    frozenset({"aircraft", "plane", "jet"}),
)  # fmt: skip
_ITSELF = frozenset(
    "republic kingdom island continent province county district village river lake mountain peninsula party "
    "university college school hospital museum church stadium airport station bridge tunnel line committee commission "
    "council parliament ministry department association federation foundation band orchestra festival film movie book "
    "novel album song telescope satellite spacecraft rocket probe star planet asteroid comet galaxy vaccine drug virus "
    "storm hurricane typhoon war battle tournament league cup programme program project museum theatre theater".split()
)
_SITES = frozenset(
    "library hotel restaurant cafe pub castle palace tower fort fortress garden park forest reserve farm mine "
    "quarry road street route trail canal dam reservoir factory mill plant refinery shipyard dock harbour "
    "harbor port gallery temple mosque cathedral chapel monastery abbey convent shrine cemetery prison jail "
    "zoo cinema market square valley desert bay gulf strait volcano glacier waterfall beach monument memorial "
    "statue lighthouse observatory laboratory".split()
)
_BODIES = frozenset(
    "trust charity choir orchestra academy institute centre center archive society syndicate cooperative co-operative "
    "tribe clan regiment brigade battalion navy congregation".split()
)
_HEADS = frozenset().union(*_GROUPS) | _ITSELF | _SITES | _BODIES
_COMPANY_FORMS = frozenset(
    "Inc Inc. Ltd Ltd. Limited PLC plc Plc AG NV N.V. BV B.V. GmbH LLC LLP Corp Corp. SE AB ASA Oyj SpA S.p.A. KG "
    "S.A. SA A/S Pty Bhd".split()
)
_TRADES = frozenset(
    "Air Airlines Airways Holding Holdings Motor Motors Pharma Pharmaceuticals Therapeutics Biosciences Energy Capital "
    "Partners Records Industries Systems Technologies Telecom Foods Hotels Shipping Logistics Surgical Studios "
    "Petroleum Chemicals Electronics Semiconductor Semiconductors Securities Ventures Aerospace Robotics Software "
    "Networks Solutions Communications Minerals Trucks Freight Railways Broadcasting Entertainment".split()
)  # no family names
_BROAD = {"body": frozenset({"organization", "organisation", "body", "institution", "entity"})}
_COUNTRY = frozenset({"country"})
_PLACE_WORDS = frozenset({"republic", "kingdom"})


def nameable(noun: str) -> bool:
    """Say whether things of this sort bear names that "the NOUN" can stand for."""
    return noun in _HEADS or noun == "entity"


def is_company(name: str) -> bool:
    """Say whether a name ends as those of companies do.

    >>> is_company("Norvia AG"), is_company("Lake AG Norvia"), is_company("Department of Energy")
    (True, False, False)
    """
    named, _, last = name.rpartition(" ")
    return bool(named) and (last in _COMPANY_FORMS or (last in _TRADES and " of" not in named and "the" not in named))


def alike(noun: str, kinds: Iterable[str]) -> bool:
    """Say whether a noun can be said of a thing that is of some kinds.

    >>> alike("pact", {"treaty"}), alike("court", {"treaty"})
    (True, False)
    """
    kinds = set(kinds)
    groups = [group for group in _GROUPS if noun in group]
    return noun in kinds or any(group & kinds for group in groups) or bool(_BROAD.get(noun, frozenset()) & kinds)


def agents() -> frozenset[str]:
    """Return kinds of things that act: they sign, accuse and decide."""
    return _HEADS - _GROUPS[3] - _GROUPS[4] - _SITES


def documents() -> frozenset[str]:
    """Return kinds of things that are signed, ratified and voted on."""
    return _GROUPS[3] | _GROUPS[4]


class Kinds:
    """Kinds of names: what the corpus declares, CLDR's countries, and words within the name."""

    def __init__(self, corpus: Corpus | None) -> None:
        self._declared: dict[str, tuple[str, frozenset[str]]] = {}
        self._aliases: Mapping[str, str] = {}
        for entity in corpus.entities.values() if corpus is not None else ():
            if nameable(entity.kind):
                for name in entity.names:
                    self._declared.setdefault(_bare(name), (entity.id, frozenset({entity.kind})))

    def knowing(self, aliases: Mapping[str, str]) -> "Kinds":
        """Return the same kinds for an article that uses some short names."""
        mine = Kinds(None)
        mine._declared, mine._aliases = self._declared, aliases
        return mine

    def identity(self, name: str) -> str:
        """Return what two names of one thing share."""
        name = self._aliases.get(name, name)
        known = self._declared.get(_bare(name))
        return known[0] if known else _bare(name)

    def declared(self, name: str) -> bool:
        """Say whether the corpus knows the name as that of a thing."""
        return _bare(name) in self._declared

    def of(self, name: str) -> frozenset[str]:
        """Return the kinds of a name; empty when nothing tells."""
        name = self._aliases.get(name, name)
        known = self._declared.get(_bare(name))
        kinds = known[1] if known else frozenset[str]()
        if not kinds and is_country(name):
            return _COUNTRY
        if kinds & {"country", "city", "region"}:
            return kinds
        if is_company(name):
            return kinds | {"company"}
        words = fold(name).replace(",", "").split()
        stem = words[: words.index("of")] if "of" in words else words
        first = [word for word in stem[:1] if word != "bill"]  # Bill Thompson is no law
        own = {word for word in (stem[-1:] + first) if word in _HEADS - _GROUPS[0]}
        return kinds | (_COUNTRY if own & _PLACE_WORDS else own)


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ").replace("&", "and").strip(" .,")


def is_country(name: str) -> bool:
    """Say whether a name is a country's in English."""
    return _bare(name) in _countries()


@cache
def _countries() -> frozenset[str]:
    """Return the names of countries in English (Unicode CLDR, by Babel)."""
    from babel import Locale

    no_countries = ("EU", "EZ", "UN", "ZZ", "XA", "XB", "QO")
    named = Locale("en").territories.items()
    listed = {_bare(name) for code, name in named if len(code) == 2 and code not in no_countries}
    return frozenset(listed | {"united states of america", "turkey", "czech republic", "ivory coast", "burma"})
