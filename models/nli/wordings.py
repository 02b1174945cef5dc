"""States, measures, offices, rules and side remarks of the generated pairs; some are held out for development."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StatePredicate:
    """A state that holds of some subjects, and how a list or a count of them reads."""

    kind: str  # which names fill subject and object
    holds: tuple[str, ...]
    fails: tuple[str, ...]
    one: str  # "member"
    many: str  # "members of {o}"
    has: str  # "{o} has {n} members"
    held_out: bool = False


STATES = (
    StatePredicate("state club", ("{s} is a member of {o}", "{s} belongs to {o}", "{s} is one of the members of {o}", "{s} is a member state of {o}"),
                   ("{s} is not a member of {o}", "{s} does not belong to {o}", "{s} is no member of {o}", "{s} is not among the members of {o}"),
                   "member", "members of {o}", "{o} has {n} members"),
    StatePredicate("state treaty", ("{s} is a party to {o}", "{s} is a State party to {o}", "{s} is bound by {o}", "{s} is among the parties to {o}"),
                   ("{s} is not a party to {o}", "{s} is not bound by {o}", "{s} is not a State party to {o}", "{s} is no party to {o}"),
                   "party", "parties to {o}", "{o} has {n} parties"),
    StatePredicate("company company", ("{s} supplies {o}", "{s} is a supplier of {o}", "{s} is one of the suppliers of {o}"),
                   ("{s} does not supply {o}", "{s} is not a supplier of {o}"), "supplier", "suppliers of {o}", "{o} has {n} suppliers", held_out=True),
    StatePredicate("person company", ("{s} owns shares in {o}", "{s} is a shareholder of {o}", "{s} holds shares in {o}"),
                   ("{s} owns no shares in {o}", "{s} is not a shareholder of {o}", "{s} does not hold shares in {o}"),
                   "shareholder", "shareholders of {o}", "{o} has {n} shareholders"),
    StatePredicate("language state", ("{s} is an official language of {o}", "{s} has official status in {o}", "{s} is one of the official languages of {o}"),
                   ("{s} is not an official language of {o}", "{s} has no official status in {o}"),
                   "official language", "official languages of {o}", "{o} has {n} official languages"),
    StatePredicate("company company", ("{s} is a subsidiary of {o}", "{s} is owned by {o}", "{s} belongs to {o}"),
                   ("{s} is not a subsidiary of {o}", "{s} is not owned by {o}", "{s} does not belong to {o}"),
                   "subsidiary", "subsidiaries of {o}", "{o} has {n} subsidiaries"),
    StatePredicate("state state", ("{s} borders {o}", "{s} shares a border with {o}", "{s} is a neighbour of {o}", "{s} has a land border with {o}"),
                   ("{s} does not border {o}", "{s} has no land border with {o}", "{s} is not a neighbour of {o}"),
                   "neighbour", "neighbours of {o}", "{o} has {n} neighbours"),
    StatePredicate("company team", ("{s} sponsors {o}", "{s} is a sponsor of {o}", "{s} is one of the sponsors of {o}"),
                   ("{s} does not sponsor {o}", "{s} is not a sponsor of {o}", "{s} is not among the sponsors of {o}"),
                   "sponsor", "sponsors of {o}", "{o} has {n} sponsors"),
    StatePredicate("person court", ("{s} is a judge at {o}", "{s} sits on the bench of {o}", "{s} serves as a judge of {o}"),
                   ("{s} is not a judge at {o}", "{s} does not sit on the bench of {o}", "{s} does not serve as a judge of {o}"),
                   "judge", "judges of {o}", "{o} has {n} judges", held_out=True),
    StatePredicate("person company", ("{s} is on the board of {o}", "{s} sits on the board of {o}", "{s} is a member of the board of {o}", "{s} is a director of {o}"),
                   ("{s} is not on the board of {o}", "{s} does not sit on the board of {o}", "{s} is not a director of {o}"),
                   "director", "directors of {o}", "{o} has {n} directors"),
    StatePredicate("state club", ("{s} has observer status at {o}", "{s} is an observer at {o}", "{s} takes part in {o} as an observer"),
                   ("{s} does not have observer status at {o}", "{s} is not an observer at {o}"),
                   "observer", "observers at {o}", "{o} has {n} observers"),
    StatePredicate("person team", ("{s} plays for {o}", "{s} is a player of {o}", "{s} is in the squad of {o}"),
                   ("{s} does not play for {o}", "{s} is not a player of {o}", "{s} is not in the squad of {o}"),
                   "player", "players of {o}", "{o} has {n} players"),
    StatePredicate("city line", ("{s} is a stop on {o}", "{o} serves {s}", "{s} is served by {o}"),
                   ("{s} is not a stop on {o}", "{o} does not serve {s}", "{s} is not served by {o}"),
                   "stop", "stops on {o}", "{o} has {n} stops"),
    StatePredicate("city region", ("{s} lies in {o}", "{s} is a town in {o}", "{s} is situated in {o}"),
                   ("{s} does not lie in {o}", "{s} is not a town in {o}", "{s} is not situated in {o}"),
                   "town", "towns in {o}", "{o} has {n} towns"),
    StatePredicate("state court", ("{s} accepts the jurisdiction of {o}", "{s} recognises the jurisdiction of {o}", "{o} has jurisdiction over {s}"),
                   ("{s} does not accept the jurisdiction of {o}", "{s} does not recognise the jurisdiction of {o}", "{o} has no jurisdiction over {s}"),
                   "country", "countries under the jurisdiction of {o}", "{n} countries are under the jurisdiction of {o}"),
    StatePredicate("party parliament", ("{s} has seats in {o}", "{s} is represented in {o}", "{s} holds seats in {o}"),
                   ("{s} has no seats in {o}", "{s} is not represented in {o}"),
                   "party", "parties in {o}", "{n} parties are represented in {o}", held_out=True),
)  # fmt: skip


@dataclass(frozen=True)
class Measure:
    """A number of a subject; `ratio` compares two subjects, "{s} has {t} the population of {o}"."""

    kind: str
    stated: tuple[str, ...]
    claimed: tuple[str, ...]
    low: float
    high: float
    ratio: str = ""
    more: str = ""
    countable: bool = False
    held_out: bool = False


MEASURES = (
    Measure("state", ("{s} has a population of {n}", "The population of {s} is {n}", "{s} has {n} inhabitants", "{s} is home to {n} people"),
            ("{s} has {n} inhabitants", "{n} people live in {s}", "{s} is home to {n} people"), 1e5, 3e8, "{s} has {t} the population of {o}", "more populous than", True),
    Measure("city", ("{s} counts {n} residents", "The city of {s} has {n} residents", "The census counted {n} people in {s}"),
            ("{s} has {n} residents", "the city of {s} has {n} residents", "{n} people live in {s}"), 2e3, 9e6, "{s} has {t} the population of {o}", "more populous than", True),
    Measure("state", ("{s} covers {n} square kilometres", "The area of {s} is {n} km2", "{s} has a land area of {n} km2"),
            ("{s} covers {n} square kilometres", "{s} has an area of {n} square kilometres", "{s} extends over {n} square kilometres"), 1e3, 9e6, "{s} has {t} the area of {o}", "larger than"),
    Measure("company", ("{s} employs {n} people", "{s} has a staff of {n}", "{s} has {n} employees", "The workforce of {s} numbers {n}"),
            ("{s} employs {n} people", "{s} has {n} employees", "{n} people work for {s}"), 50, 4e5, "{s} has {t} the staff of {o}", "a larger employer than", True),
    Measure("company", ("{s} reported revenue of {n} dollars", "Revenue at {s} came to {n} dollars", "{s} had sales of {n} dollars"),
            ("{s} had revenue of {n} dollars", "{s} took in {n} dollars"), 1e6, 9e10, "{s} has {t} the revenue of {o}", "larger by revenue than", held_out=True),
    Measure("state", ("{s} produced {n} tonnes of grain", "Grain output in {s} reached {n} tonnes", "Farmers in {s} harvested {n} tonnes of grain"),
            ("{s} produced {n} tonnes of grain", "{s} harvested {n} tonnes of grain"), 1e4, 9e7, "", "a larger grain producer than"),
    Measure("river", ("{s} is {n} metres long", "{s} has a length of {n} metres", "The length of {s} is {n} metres"),
            ("{s} is {n} metres long", "{s} has a length of {n} metres", "{s} runs for {n} metres"), 3e4, 4e6, "{s} is {t} as long as {o}", "longer than"),
    Measure("mountain", ("{s} rises to {n} metres", "{s} is {n} metres high", "The summit of {s} lies at {n} metres"),
            ("{s} is {n} metres high", "{s} reaches a height of {n} metres"), 800, 8500, "", "higher than"),
    Measure("team", ("{s} drew {n} spectators", "{n} spectators came to see {s}", "The match of {s} was watched by {n} spectators"),
            ("{s} drew {n} spectators", "{n} spectators watched {s}"), 300, 9e4, countable=True),
    Measure("road", ("{s} cost {n} euros", "The cost of {s} came to {n} euros", "{n} euros were spent on {s}"),
            ("{s} cost {n} euros", "building {s} cost {n} euros"), 1e6, 3e10, "{s} cost {t} as much as {o}", "more expensive than"),
    Measure("plant", ("{s} makes {n} cars a year", "The output of {s} is {n} cars a year", "Each year {n} cars leave {s}"),
            ("{s} makes {n} cars a year", "{s} produces {n} cars a year"), 3e3, 9e5, "{s} makes {t} as many cars as {o}", "more productive than", True),
    Measure("paper", ("{s} has {n} subscribers", "{n} people subscribe to {s}", "The number of subscribers of {s} is {n}"),
            ("{s} has {n} subscribers", "{n} people subscribe to {s}"), 1e3, 5e6, "{s} has {t} as many subscribers as {o}", "more widely subscribed than", True, held_out=True),
    Measure("state", ("{s} exported goods worth {n} dollars", "Exports of {s} were worth {n} dollars", "The value of exports from {s} was {n} dollars"),
            ("{s} exported goods worth {n} dollars", "the exports of {s} were worth {n} dollars"), 1e8, 9e11, "", "a larger exporter than"),
    Measure("society", ("{s} received {n} visitors", "{n} people visited {s}", "{s} counted {n} visitors"),
            ("{s} received {n} visitors", "{s} had {n} visitors", "{n} people visited {s}"), 1e3, 5e6, "{s} had {t} as many visitors as {o}", "more visited than", True),
    Measure("disaster city", ("{s} in {o} killed {n} people", "{n} people died in {s} in {o}", "The death toll of {s} in {o} is {n}"),
            ("{s} in {o} killed {n} people", "{n} people died in {s} in {o}"), 12, 9e4, countable=True),
    Measure("party", ("{s} won {n} votes", "{n} votes went to {s}", "{s} received {n} votes"),
            ("{s} won {n} votes", "{s} got {n} votes", "{n} people voted for {s}"), 1e3, 5e7, "{s} won {t} as many votes as {o}", "", True),
)  # fmt: skip

OFFICES = {
    "state": ("President", "Prime Minister", "Foreign Minister", "Minister of Defence", "finance minister", "interior minister", "health minister",
              "governor of the central bank", "chief prosecutor", "chief of the general staff", "head of the intelligence service",
              "speaker of parliament", "chief justice", "ombudsman", "trade minister", "labour minister", "environment minister", "vice president"),
    "company": ("chief executive", "chief scientist", "finance director", "head of research", "chair of the board", "general counsel", "spokesperson",
                "technical director", "personnel director"),
    "club": ("secretary-general", "commissioner for human rights", "commissioner for trade", "treasurer", "legal adviser", "press officer", "chief economist"),
    "team": ("head coach", "captain", "sporting director", "team doctor", "goalkeeping coach"),
    "society": ("curator", "rector", "head of the library", "archivist"),
}  # fmt: skip
HELD_OUT_OFFICES = {
    "interior minister",
    "chief justice",
    "finance director",
    "spokesperson",
    "treasurer",
    "team doctor",
    "rector",
}

# stated, the same, the opposite, and what neither follows nor contradicts; the last field says what is held out
RULES = (
    ("Every {m} must {act}.", ("Each {m} is obligated to {act}", "{M}s have a duty to {act}", "{M}s are required to {act}"),
     ("No {m} has to {act}", "{M}s are free not to {act}", "{M}s are not obliged to {act}"), ("{M}s are paid to {act}", "Most {m}s failed to {act} last year"), False),
    ("{M}s shall {act}.", ("{M}s must {act}", "A {m} is obliged to {act}"), ("{M}s may decide not to {act}", "{M}s need not {act}"), ("{M}s refused to {act}", "{M}s agreed to {act} long ago"), False),
    ("{M}s may not {act}.", ("A {m} is not allowed to {act}", "It is forbidden for a {m} to {act}"), ("{M}s are allowed to {act}", "Every {m} may {act}"), ("{M}s have often wanted to {act}",), False),
    ("It is prohibited for any {m} to {act}.", ("No {m} may {act}", "{M}s must not {act}"), ("{M}s may {act}", "A {m} is permitted to {act}"), ("A {m} was caught trying to {act}",), False),
    ("A {m} may {act}, but does not have to.", ("{M}s are allowed to {act}", "{M}s are not obliged to {act}"), ("{M}s must {act}", "{M}s are forbidden to {act}"), ("Most {m}s {act}",), False),
    ("{M}s are free to {act}.", ("{M}s may {act}", "A {m} is allowed to {act}"), ("{M}s may not {act}", "It is forbidden for a {m} to {act}"), ("{M}s usually {act}",), False),
    ("{M}s are exempt from the duty to {act}.", ("{M}s do not have to {act}", "A {m} is not obliged to {act}"), ("{M}s have a duty to {act}", "{M}s must {act}"), ("{M}s never {act}",), False),
    ("A {m} that fails to {act} breaks the law.", ("The law requires a {m} to {act}", "{M}s must {act}"), ("The law leaves {m}s free not to {act}", "{M}s need not {act}"), ("Many {m}s fail to {act}",), False),
    ("{M}s are entitled to {act}.", ("{M}s have the right to {act}", "A {m} may {act}"), ("{M}s have no right to {act}", "{M}s may not {act}"), ("{M}s have a duty to {act}",), False),
    ("{M}s have no right to {act}.", ("{M}s are not entitled to {act}",), ("{M}s are entitled to {act}", "{M}s have the right to {act}"), ("{M}s have asked to {act}",), False),
    ("Under the rules {m}s need the consent of the board to {act}.", ("{M}s may not {act} without the consent of the board",), ("{M}s may {act} without the consent of the board",),
     ("The board gave a {m} its consent to {act}", "The board lets every {m} {act}"), True),
    ("The rules oblige every {m} to {act}.", ("Each {m} has to {act}", "{M}s are bound to {act}"), ("{M}s have no duty to {act}", "The rules leave it to each {m} whether to {act}"),
     ("{M}s complained that they had to {act} twice", "A {m} was fined last year for failing to {act}"), True),
    ("The rules bar {m}s from any attempt to {act}.", ("{M}s are not permitted to {act}",), ("The rules permit {m}s to {act}",), ("A {m} has asked the court to let it {act}",), True),
)  # fmt: skip
ACTORS = ("member state", "contracting party", "licensed bank", "registered club", "supplier", "airline", "trustee", "hospital", "broadcaster", "political party",
          "port operator", "insurer", "landlord", "school")  # fmt: skip
ACTS = (
    "arrest anyone on its territory who is wanted by the tribunal", "publish its accounts every year", "report accidents within a day", "cooperate with investigators",
    "pay its contribution before March", "return deposits", "surrender a suspect whom the court requests", "keep records for ten years", "disclose gifts from lobbyists",
    "hand over evidence on request", "hire workers from abroad", "close on public holidays", "raise fees once a year", "share data with third parties", "open a branch in another country",
    "appoint a deputy", "accept donations from abroad", "use the emblem of the union", "refuse entry to inspectors", "transfer funds to another fund", "vote by letter", "store waste on the site",
)  # fmt: skip

DISTRACTORS = (
    "{s} is known for its festivals.", "{s} held elections in {y}.", "Talks with {s} continued in {y}.", "{s} introduced a new currency in {y}.",
    "Trade with {s} grew by {p} percent in {y}.", "A delegation from {s} arrived on {d}.", "Observers from {s} were also present.", "The harvest in {s} was poor in {y}.",
    "{w} was born in {y}.", "{w} called the decision overdue.", "{w} told reporters that more details would follow.", "{w} declined to comment.",
    "Earlier that week, {w} had met journalists in {c}.", "The weather in {c} was cold that week.", "Some {p} journalists followed the event from {c}.",
    "A concert in {c} drew {n} people.", "Unemployment in {s} stood at {p} percent in {y}.", "The road from {c} was closed for repairs.", "{c} lies {n} kilometres to the north.",
    "{k} reported a profit for {y}.", "{k} hired {n} workers in {y}.", "Shares in {k} fell by {p} percent on {d}.", "The story was first reported by {j}.", "{j} ran a long article about it.",
    "{w} and {v} have worked together since {y}.", "{w}, a lawyer from {c}, followed the events closely.", "A museum in {c} is preparing an exhibition.", "{s} changed its constitution in {y}.",
)  # fmt: skip
