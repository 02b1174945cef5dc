"""Persons and things that an article speaks of, and where a sentence mentions them."""

from dataclasses import dataclass, field

MASCULINE = frozenset({"he", "him", "his"})
FEMININE = frozenset({"she", "her"})
NEUTER = frozenset({"it", "its"})
PLURAL = frozenset({"they", "them", "their"})
PRONOUNS = MASCULINE | FEMININE | NEUTER | PLURAL


@dataclass(frozen=True, slots=True)
class Thing:
    """A person or thing, as it can be named in a claim; without a name where none is known."""

    key: str  # equal for all mentions of one thing
    name: str  # with its article: "the Rome Statute"; empty when it cannot be named
    person: bool | None = False  # None: a name of which nothing tells what it stands for
    plural: bool = False
    kinds: frozenset[str] = field(default=frozenset(), compare=False)
    parts: tuple["Thing", ...] = ()  # of "Chad and Kenya"

    @property
    def proper(self) -> bool:
        """Whether it has a name of its own; "the library" has none."""
        return not self.key.startswith("the ")

    def possessive(self) -> str:
        """Return the name with its ending.

        >>> Thing("chad", "Chad").possessive()
        'Chad’s'
        """
        return self.name + ("’" if self.name.endswith("s") and self.plural else "’s")


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters [start, end) of the article, and the token that heads them, stand for a thing."""

    thing: Thing
    start: int
    end: int
    head: int  # token of the parsed sentence
    role: str  # "subject", "object", "modifier" or "other"
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Characters [start, end) of the article read as `text`."""

    start: int
    end: int
    text: str
    reason: str
    thing: Thing | None = None
    evidence: tuple[int, int] | None = None  # where the article names the thing
    rule: str = ""
