"""Predicates and wordings from which the generated pairs are made; some are held out for development."""

from dataclasses import dataclass


@dataclass(frozen=True)
class EventPredicate:
    """An event of a subject and an object on a date.

    `once` says that it happens once, so that another date contradicts; `other` is a near predicate that
    neither follows nor contradicts.
    """

    kind: str  # which names fill subject and object
    past: tuple[str, ...]  # "{s} signed {o}"
    denied: tuple[str, ...]
    noun: tuple[str, ...]  # "{s}'s signature of {o}"
    other: str
    once: bool
    held_out: bool = False


EVENTS = (
    EventPredicate("treaty", ("{s} signed {o}", "{o} was signed by {s}", "{s} put its signature to {o}"),
                   ("{s} did not sign {o}", "{s} has never signed {o}", "{s} is not a signatory of {o}"),
                   ("{s}'s signature of {o}",), "{s} ratified {o}", True),
    EventPredicate("treaty", ("{s} ratified {o}", "{o} was ratified by {s}", "{s} deposited its ratification of {o}"),
                   ("{s} did not ratify {o}", "{s} has never ratified {o}", "{s} failed to ratify {o}"),
                   ("{s}'s ratification of {o}",), "{s} signed {o}", True),
    EventPredicate("treaty", ("{s} withdrew from {o}", "{s} left {o}", "{s} quit {o}"),
                   ("{s} did not withdraw from {o}", "{s} never left {o}"),
                   ("{s}'s withdrawal from {o}",), "{s} joined {o}", True),
    EventPredicate("treaty", ("{s} acceded to {o}", "{s} became a party to {o}"),
                   ("{s} did not accede to {o}", "{s} never became a party to {o}"),
                   ("{s}'s accession to {o}",), "{s} criticised {o}", True, held_out=True),
    EventPredicate("club", ("{s} joined {o}", "{s} became a member of {o}", "{s} was admitted to {o}"),
                   ("{s} did not join {o}", "{s} has never joined {o}", "{s} never became a member of {o}"),
                   ("{s}'s admission to {o}",), "{s} applied to join {o}", True),
    EventPredicate("visit", ("{s} visited {o}", "{s} travelled to {o}", "{s} made an official visit to {o}",
                             "{s} paid a visit to {o}", "{s} went to {o}"),
                   ("{s} did not visit {o}", "{s} did not travel to {o}"),
                   ("{s}'s visit to {o}", "{s}'s trip to {o}"), "{s} spoke by telephone with the government of {o}", False),
    EventPredicate("summit", ("{s} missed {o}", "{s} did not attend {o}", "{s} skipped {o}", "{s} stayed away from {o}"),
                   ("{s} attended {o}", "{s} took part in {o}", "{s} was present at {o}"),
                   ("{s}'s absence from {o}",), "{s} hosted a dinner before {o}", True),
    EventPredicate("summit", ("{s} attended {o}", "{s} took part in {o}"),
                   ("{s} missed {o}", "{s} did not attend {o}", "{s} was absent from {o}"),
                   ("{s}'s presence at {o}",), "{s} paid for {o}", True),
    EventPredicate("warrant", ("{o} issued an arrest warrant against {s}", "{o} ordered the arrest of {s}",
                               "an arrest warrant for {s} was issued by {o}"),
                   ("{o} did not issue an arrest warrant against {s}", "{o} has never sought the arrest of {s}"),
                   ("the arrest warrant of {o} against {s}",), "{o} acquitted {s}", True),
    EventPredicate("war", ("{s} invaded {o}", "{s} launched an invasion of {o}", "{s} attacked {o}"),
                   ("{s} did not invade {o}", "{s} never invaded {o}"),
                   ("{s}'s invasion of {o}",), "{s} signed a trade agreement with {o}", True),
    EventPredicate("company", ("{s} acquired {o}", "{s} bought {o}", "{o} was taken over by {s}"),
                   ("{s} did not acquire {o}", "{s} never bought {o}"),
                   ("{s}'s acquisition of {o}",), "{s} supplied parts to {o}", True),
    EventPredicate("company", ("{s} released {o}", "{s} launched {o}", "{o} was released by {s}"),
                   ("{s} did not release {o}", "{s} never launched {o}"),
                   ("the launch of {o} by {s}",), "{s} announced the price of {o}", True, held_out=True),
    EventPredicate("person", ("{s} won {o}", "{s} was awarded {o}", "{o} went to {s}"),
                   ("{s} did not win {o}", "{s} never won {o}"),
                   ("{s}'s win of {o}",), "{s} was nominated for {o}", True),
    EventPredicate("person", ("{s} founded {o}", "{o} was founded by {s}", "{s} set up {o}"),
                   ("{s} did not found {o}",), ("the foundation of {o} by {s}",), "{s} invested in {o}", True),
    EventPredicate("person", ("{s} resigned from {o}", "{s} stepped down from {o}"),
                   ("{s} did not resign from {o}", "{s} never stepped down from {o}"),
                   ("{s}'s resignation from {o}",), "{s} praised the work of {o}", True, held_out=True),
)  # fmt: skip


@dataclass(frozen=True)
class StatePredicate:
    """A state that holds from a date on."""

    kind: str
    holds: tuple[str, ...]
    fails: tuple[str, ...]
    plural: str  # "The members of {o} are"
    held_out: bool = False


STATES = (
    StatePredicate("club", ("{s} is a member of {o}", "{s} belongs to {o}", "{s} is one of the members of {o}",
                            "{s} is a member state of {o}"),
                   ("{s} is not a member of {o}", "{s} does not belong to {o}", "{s} is no member of {o}"),
                   "The members of {o} are"),
    StatePredicate("treaty", ("{s} is a party to {o}", "{s} is a State party to {o}", "{s} is bound by {o}"),
                   ("{s} is not a party to {o}", "{s} is not bound by {o}", "{s} is not a State party to {o}"),
                   "The parties to {o} are"),
    StatePredicate("company", ("{s} supplies {o}", "{s} is a supplier of {o}"),
                   ("{s} does not supply {o}", "{s} is not a supplier of {o}"),
                   "The suppliers of {o} are", held_out=True),
)  # fmt: skip


@dataclass(frozen=True)
class Measure:
    """A number of a subject."""

    stated: tuple[str, ...]  # "{s} has a population of {n}"
    claimed: tuple[str, ...]
    low: float
    high: float
    larger: str | None  # "{s} is {n} times the size of {o}"
    unit: str
    held_out: bool = False


MEASURES = (
    Measure(("{s} has a population of {n}.", "The population of {s} is {n}.", "{s} has {n} inhabitants."),
            ("{s} has {n} inhabitants", "{n} people live in {s}", "The population of {s} is {n}"), 1e5, 3e8,
            "the population of", "inhabitants"),
    Measure(("{s} covers {n} square kilometres.", "The area of {s} is {n} km2.", "{s} has a land area of {n} km2."),
            ("{s} covers {n} square kilometres", "{s} has an area of {n} square kilometres"), 1e3, 9e6,
            "the size of", "square kilometres"),
    Measure(("{s} employs {n} people.", "{s} had a staff of {n} at the end of the year."),
            ("{s} employs {n} people", "{s} has {n} employees"), 50, 4e5, None, "people"),
    Measure(("{s} reported revenue of ${n}.", "Revenue at {s} came to ${n}."),
            ("{s} had revenue of ${n}", "{s}'s revenue was ${n}"), 1e6, 9e10, None, "dollars", held_out=True),
    Measure(("{s} produced {n} tonnes of grain.", "Grain output in {s} reached {n} tonnes."),
            ("{s} produced {n} tonnes of grain",), 1e4, 9e7, None, "tonnes"),
)  # fmt: skip

OFFICES = (
    "President", "Prime Minister", "Foreign Minister", "Minister of Defence", "chief executive", "spokesman",
    "ambassador", "commissioner for human rights", "commissioner for trade", "governor of the central bank",
    "chief prosecutor", "secretary-general", "head coach", "chief scientist", "finance minister",
)  # fmt: skip

RULES = (
    ("Every {m} must {act}.", ("Each {m} is obligated to {act}", "{M}s have a duty to {act}", "{M}s are required to {act}"),
     ("No {m} has to {act}", "{M}s are free not to {act}", "{M}s are not obliged to {act}"),
     ("{M}s are paid to {act}", "Most {m}s failed to {act} last year")),
    ("{M}s may not {act}.", ("A {m} is not allowed to {act}", "It is forbidden for a {m} to {act}"),
     ("{M}s are allowed to {act}", "Every {m} may {act}"), ("{M}s have often wanted to {act}",)),
)  # fmt: skip
ACTORS = (
    "member state",
    "contracting party",
    "licensed bank",
    "registered club",
    "supplier",
    "airline",
    "trustee",
)
ACTS = (
    "arrest anyone on its territory who is wanted by the tribunal", "publish its accounts every year",
    "report accidents within a day", "cooperate with investigators", "pay its contribution before March",
    "return passengers' deposits", "surrender a suspect whom the court requests", "keep records for ten years",
    "disclose gifts from lobbyists", "hand over evidence on request",
)  # fmt: skip

DISTRACTORS = (
    "{s} is known for its festivals.", "{s} held elections in {y}.", "Talks with {s} continued in {y}.",
    "{s} opened an embassy there in {y}.", "Trade with {s} grew by {p} percent in {y}.",
    "A delegation from {s} arrived on {d}.", "Observers from {s} were also present.",
)  # fmt: skip
