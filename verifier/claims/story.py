"""What an article has spoken of so far: which things, how recently, and who was the subject."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from verifier.claims.genders import gender_of, gender_of_name
from verifier.claims.things import Mention, Thing


@dataclass(frozen=True, slots=True)
class Told:
    """The mentions of one sentence, pronouns resolved, and which are subjects of its main clauses."""

    mentions: tuple[Mention, ...]
    subjects: tuple[Mention, ...]
    defines: bool = False  # "N is a ...": says what its subject is
    stranger: bool = False  # "The 29-year-old won": somebody whom nothing names is its subject
    topic: bool = False  # "Ferns are found in ...": nothing but its subject acts or is acted on

    def things(self, keep: Callable[[Mention], bool]) -> list[Mention]:
        """Return the latest mention of each thing that passes a test, in order of first mention."""
        return distinct(m for m in self.mentions if keep(m))


@dataclass(slots=True)
class Story:
    """Grows by one sentence at a time."""

    told: list[Told] = field(default_factory=list)
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    defined: set[str] = field(default_factory=set)  # nouns of which a name was said to be one

    def tell(self, sentence: Told) -> None:
        """Add a sentence."""
        for mention in sentence.mentions:
            self.note(mention.thing)
        self.told.append(sentence)

    def note(self, thing: Thing) -> None:
        """Remember what a mention tells of its thing."""
        self.kinds[thing.key] = self.kinds.get(thing.key, frozenset()) | thing.kinds
        if thing.proper and thing.name and thing.person is not True and not thing.plural:
            self.defined |= thing.kinds
        if thing.person is not False:
            self.learn(thing, thing.kinds)

    def learn(self, person: Thing, words: Iterable[str]) -> None:
        """Remember whether a person is called he or she."""
        gender = next((g for w in words if (g := gender_of(w))), None)
        if gender:
            self.genders.setdefault(person.key, gender)

    def gender(self, person: Thing) -> str | None:
        """Return what the article tells of a person's gender, else what the first name does."""
        return self.genders.get(person.key) or gender_of_name(person.name)

    def full(self, thing: Thing) -> Thing:
        """Return a thing with all kinds that the article has told of it."""
        return replace(thing, kinds=thing.kinds | self.kinds.get(thing.key, frozenset()))

    def back(self, number: int) -> Sequence[Told]:
        """Return the last sentences, newest first."""
        return self.told[: -number - 1 : -1]

    def lasting(self, mention: Mention) -> bool:
        """Say whether the subject of the last sentence already was what the sentence before is about."""
        before = self.told[-2].subjects if len(self.told) > 1 else ()
        return mention.pronoun or any(m.thing.key == mention.thing.key for m in before)


def distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the latest mention of each thing, in order of first mention."""
    return list({mention.thing.key: mention for mention in mentions}.values())
