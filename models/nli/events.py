"""Predicates of events from which the generated pairs are made; some are held out for development."""

from dataclasses import dataclass


@dataclass(frozen=True)
class EventPredicate:
    """An event of a subject and an object on a date, in wordings that say the same.

    `near` neither follows nor contradicts, in either direction; `further` does not follow, but may imply the event;
    `short` is implied, or usual before, and does not imply it. `rivals` gives the label of the same event with another
    subject and with another object, "-" where editors could disagree, and of subject and object swapped.
    """

    kind: str  # which names fill subject and object
    base: str  # "sign {o}"
    past: str  # "signed {o}"
    passive: str = ""  # "{o} was signed by {s}"
    more: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    never: tuple[str, ...] = ()  # other wordings of the denial, no stronger than it
    opposite: tuple[str, ...] = ()  # rules the event out, and says more than the denial
    rivals: str = "NN-"
    once: bool = True  # it happens once, so that another date contradicts
    willed: bool = True  # one can plan it
    held_out: bool = False

    def wordings(self) -> tuple[str, ...]:
        """Return all wordings of the event."""
        return (f"{{s}} {self.past}", *((self.passive,) if self.passive else ()), *self.more)

    def denials(self) -> tuple[str, ...]:
        """Return all wordings of its denial."""
        first = (
            f"{{s}} {self.past.replace('was ', 'was not ', 1)}"
            if self.base.startswith("be ")
            else f"{{s}} did not {self.base}"
        )
        passive = (self.passive.replace(" was ", " was not ", 1),) if " was " in self.passive else ()
        never = () if self.base.startswith("be ") or not self.willed else (f"{{s}} never {self.past}",)
        return (first, first, *never, *passive, *self.never)


def ev(
    kind: str, base: str, past: str, passive: str = "", *more: str, held_out: bool = False, **rest: object
) -> EventPredicate:
    return EventPredicate(kind, base, past, passive, more, held_out=held_out, **rest)  # type: ignore[arg-type]


EVENTS = (
    ev("state treaty", "sign {o}", "signed {o}", "{o} was signed by {s}", "{s} put its signature to {o}", "{s} became a signatory of {o}",
       noun=("{s}'s signature of {o}", "the signing of {o} by {s}"), near=("{s} published a translation of {o}",),
       further=("{s} ratified {o}",), short=("{s} negotiated {o}",), never=("{s} is not a signatory of {o}",)),
    ev("state treaty", "ratify {o}", "ratified {o}", "{o} was ratified by {s}", "{s} deposited its ratification of {o}", "{s} completed its ratification of {o}",
       noun=("{s}'s ratification of {o}", "the ratification of {o} by {s}"), near=("{s} published a translation of {o}",),
       short=("{s} signed {o}", "{s} debated the ratification of {o}")),
    ev("state treaty", "withdraw from {o}", "withdrew from {o}", "", "{s} left {o}", "{s} quit {o}", "{s} pulled out of {o}",
       noun=("{s}'s withdrawal from {o}", "the withdrawal of {s} from {o}"), near=("{s} criticised {o}",), short=("{s} threatened to leave {o}",)),
    ev("state treaty", "accede to {o}", "acceded to {o}", "", "{s} became a party to {o}", "{s} completed its accession to {o}",
       noun=("{s}'s accession to {o}", "the accession of {s} to {o}"), near=("{s} criticised {o}",), short=("{s} studied {o}",), held_out=True),
    ev("state club", "join {o}", "joined {o}", "", "{s} became a member of {o}", "{s} was admitted to {o}", "{o} admitted {s}",
       noun=("{s}'s admission to {o}", "the entry of {s} into {o}"), near=("{s} sent money to {o}",), short=("{s} applied to join {o}",),
       never=("{s} never became a member of {o}", "{s} was not admitted to {o}")),
    ev("club state", "suspend {o}", "suspended {o}", "{o} was suspended by {s}", "{s} suspended the membership of {o}",
       noun=("{o}'s suspension from {s}", "the suspension of {o} by {s}"), further=("{s} expelled {o}",), short=("{s} warned {o}",)),
    ev("club state", "expel {o}", "expelled {o}", "{o} was expelled by {s}", "{o} was expelled from {s}", "{s} threw {o} out",
       noun=("{o}'s expulsion from {s}", "the expulsion of {o} from {s}"), short=("{s} criticised {o}",), held_out=True),
    ev("person state", "visit {o}", "visited {o}", "{o} was visited by {s}", "{s} travelled to {o}", "{s} made an official visit to {o}", "{s} paid a visit to {o}", "{s} went to {o}",
       noun=("{s}'s visit to {o}", "{s}'s trip to {o}"), near=("{s} spoke by telephone with the government of {o}",),
       further=("{s} died in {o}",), short=("{s} was invited to {o}",), once=False),
    ev("person summit", "miss {o}", "missed {o}", "", "{s} did not attend {o}", "{s} skipped {o}", "{s} stayed away from {o}", "{s} was absent from {o}",
       noun=("{s}'s absence from {o}",), near=("{s} hosted a dinner before {o}",), short=("{s} criticised the agenda of {o}",),
       never=("{s} attended {o}", "{s} took part in {o}", "{s} was present at {o}"), willed=False),
    ev("person summit", "attend {o}", "attended {o}", "", "{s} took part in {o}", "{s} was among those present at {o}", "{s} was present at {o}",
       noun=("{s}'s presence at {o}", "{s}'s participation in {o}"), near=("{s} paid for {o}",), further=("{s} spoke at {o}",),
       short=("{s} was invited to {o}", "{s} registered for {o}"), never=("{s} missed {o}", "{s} was absent from {o}", "{s} stayed away from {o}")),
    ev("court person", "issue an arrest warrant for {o}", "issued an arrest warrant for {o}", "an arrest warrant for {o} was issued by {s}", "{s} issued a warrant for the arrest of {o}",
       "{s} issued a warrant for {o}'s arrest", noun=("{s}'s arrest warrant for {o}", "the arrest warrant of {s} against {o}"),
       further=("{s} convicted {o}",), short=("{s} opened an investigation of {o}",)),
    ev("court person", "convict {o}", "convicted {o}", "{o} was convicted by {s}", "{s} found {o} guilty", "{o} was found guilty by {s}",
       noun=("{o}'s conviction by {s}", "the conviction of {o} by {s}"), further=("{s} sentenced {o} to prison",), short=("{s} heard the case against {o}",),
       opposite=("{s} acquitted {o}", "{s} found {o} not guilty")),
    ev("court person", "acquit {o}", "acquitted {o}", "{o} was acquitted by {s}", "{s} cleared {o} of all charges", "{s} found {o} not guilty",
       noun=("{o}'s acquittal by {s}", "the acquittal of {o} by {s}"), near=("{s} published the statement of {o}",), short=("{s} heard the case against {o}",),
       opposite=("{s} convicted {o}", "{s} found {o} guilty")),
    ev("court company", "order {o} to pay damages", "ordered {o} to pay damages", "{o} was ordered by {s} to pay damages", "{s} awarded damages against {o}",
       near=("{s} asked {o} for documents",), short=("{s} heard a case against {o}",), once=False),
    ev("police person", "arrest {o}", "arrested {o}", "{o} was arrested by {s}", "{s} took {o} into custody", "{s} detained {o}",
       noun=("{o}'s arrest by {s}", "the arrest of {o} by {s}"), further=("{s} arrested and charged {o}",), short=("{s} looked for {o}", "{s} warned {o}"), once=False),
    ev("state person", "grant asylum to {o}", "granted asylum to {o}", "{o} was granted asylum by {s}", "{s} gave {o} asylum", "{o} received asylum in {s}",
       near=("{s} published a letter from {o}",), short=("{o} applied for asylum in {s}",), noun=("the grant of asylum to {o} by {s}",), held_out=True),
    ev("state person", "pardon {o}", "pardoned {o}", "{o} was pardoned by {s}", "{s} granted {o} a pardon",
       noun=("{s}'s pardon of {o}", "the pardon of {o} by {s}"), short=("{s} considered a pardon for {o}",), held_out=True),
    ev("state state", "invade {o}", "invaded {o}", "{o} was invaded by {s}", "{s} launched an invasion of {o}", "{s} sent its army into {o} to conquer it",
       noun=("{s}'s invasion of {o}", "the invasion of {o} by {s}"), near=("{s} signed a trade agreement with {o}",), short=("{s} threatened {o} with war",)),
    ev("state state", "declare war on {o}", "declared war on {o}", "", "{s} issued a declaration of war against {o}", "{s} announced that it was at war with {o}",
       noun=("{s}'s declaration of war on {o}",), near=("{s} signed a trade agreement with {o}",), short=("{s} accused {o} of spying",), held_out=True),
    ev("state state", "agree a ceasefire with {o}", "agreed a ceasefire with {o}", "a ceasefire was agreed by {s} and {o}", "{s} and {o} agreed a ceasefire", "{s} and {o} concluded a ceasefire",
       noun=("the ceasefire between {s} and {o}",), near=("{s} exchanged prisoners with {o}",), short=("{s} offered {o} a ceasefire", "{s} held talks with {o} about a ceasefire"), rivals="NNE"),
    ev("state state", "recognise {o}", "recognised {o}", "{o} was recognised by {s}", "{s} granted {o} diplomatic recognition", "{o} won recognition from {s}",
       noun=("{s}'s recognition of {o}", "the recognition of {o} by {s}"), near=("{s} bought oil from {o}",), short=("{s} considered the recognition of {o}",), rivals="NNN"),
    ev("state state", "open an embassy in {o}", "opened an embassy in {o}", "", "{s} inaugurated an embassy in {o}", "{s} set up an embassy in {o}",
       noun=("the opening of {s}'s embassy in {o}",), near=("{s} bought oil from {o}",), short=("{s} announced that it would open an embassy in {o}",), rivals="NNN"),
    ev("state state", "close its embassy in {o}", "closed its embassy in {o}", "", "{s} shut its embassy in {o}", "{s} shut down its embassy in {o}",
       noun=("the closure of {s}'s embassy in {o}",), near=("{s} sold wheat to {o}",), short=("{s} reduced the staff of its embassy in {o}",), rivals="NNN", held_out=True),
    ev("state state", "impose sanctions on {o}", "imposed sanctions on {o}", "sanctions against {o} were imposed by {s}", "{s} placed {o} under sanctions", "{s} adopted sanctions against {o}",
       noun=("{s}'s sanctions against {o}",), near=("{s} lent money to {o}",), short=("{s} threatened {o} with sanctions",), rivals="NNN", once=False),
    ev("state state", "reopen its border with {o}", "reopened its border with {o}", "", "{s} opened its border with {o} again", "{s} lifted the closure of its border with {o}",
       near=("{s} drew new maps of its border with {o}",), short=("{s} announced that it would reopen its border with {o}",), rivals="NNN", once=False),
    ev("state state", "gain independence from {o}", "gained independence from {o}", "", "{s} became independent from {o}", "{s} won its independence from {o}",
       noun=("{s}'s independence from {o}",), near=("{s} exported timber to {o}",), short=("{s} demanded independence from {o}",), rivals="N--"),
    ev("club city", "hold a congress in {o}", "held a congress in {o}", "a congress was held in {o} by {s}", "{s} met for a congress in {o}", "{s} staged a congress in {o}",
       near=("{s} rented offices in {o}",), short=("{s} discussed holding a congress in {o}",), once=False),
    ev("state issue", "hold a referendum on {o}", "held a referendum on {o}", "a referendum on {o} was held in {s}", "{s} held a popular vote on {o}", "voters in {s} went to the polls in a referendum on {o}",
       noun=("{s}'s referendum on {o}",), near=("newspapers in {s} wrote about {o}",), further=("a majority of voters in {s} backed {o} in a referendum",),
       short=("{s} announced a referendum on {o}",), once=False),
    ev("state company", "fine {o}", "fined {o}", "{o} was fined by {s}", "{s} imposed a fine on {o}", "{o} was given a fine by {s}",
       noun=("{s}'s fine against {o}",), near=("{s} bought trucks from {o}",), short=("{s} investigated {o}", "{s} threatened to fine {o}"), once=False),
    ev("state company", "nationalise {o}", "nationalised {o}", "{o} was nationalised by {s}", "{s} took {o} into public ownership", "{s} took {o} into state ownership",
       noun=("{s}'s nationalisation of {o}", "the nationalisation of {o} by {s}"), near=("{s} granted a loan to {o}",), short=("{s} debated the nationalisation of {o}",), rivals="-N-", held_out=True),
    ev("state satellite", "send {o} into orbit", "sent {o} into orbit", "{o} was sent into orbit by {s}", "{s} put {o} into space", "{s} sent {o} into space",
       short=("{s} built {o}", "{s} tested {o}"), rivals="-N-"),
    ev("parliament law", "pass {o}", "passed {o}", "{o} was passed by {s}", "{s} adopted {o}", "{s} voted {o} into law", "{o} was adopted by {s}", "{s} approved {o}",
       noun=("the passage of {o} by {s}",), short=("{s} debated {o}", "{s} received a draft of {o}"), opposite=("{s} rejected {o}", "{s} voted {o} down")),
    ev("parliament law", "repeal {o}", "repealed {o}", "{o} was repealed by {s}", "{s} abolished {o}", "{o} was struck from the books by {s}",
       noun=("the repeal of {o} by {s}",), near=("{s} published {o}",), short=("{s} debated {o}", "{s} amended {o}")),
    ev("company company", "acquire {o}", "acquired {o}", "{o} was taken over by {s}", "{s} bought {o}", "{s} took over {o}", "{o} was bought by {s}",
       noun=("{s}'s acquisition of {o}", "the takeover of {o} by {s}"), near=("{s} supplied parts to {o}",), short=("{s} made an offer for {o}", "{s} bid for {o}"), rivals="-N-"),
    ev("company company", "merge with {o}", "merged with {o}", "", "{s} and {o} merged", "{s} and {o} joined to form one company", "{s} completed its merger with {o}",
       noun=("the merger of {s} and {o}", "{s}'s merger with {o}"), near=("{s} rented offices from {o}",), short=("{s} discussed a merger with {o}",), rivals="--E"),
    ev("company company", "sue {o}", "sued {o}", "{o} was sued by {s}", "{s} filed a lawsuit against {o}", "{s} took {o} to court", "{s} brought an action against {o}",
       noun=("{s}'s lawsuit against {o}",), near=("{s} delivered steel to {o}",), further=("{s} won its lawsuit against {o}",), short=("{s} threatened to sue {o}",), rivals="NNN", once=False),
    ev("company company", "sell its stake in {o}", "sold its stake in {o}", "", "{s} sold its shares in {o}", "{s} disposed of its stake in {o}",
       noun=("{s}'s sale of its stake in {o}",), near=("{s} lent money to {o}",), short=("{s} sought a buyer for its stake in {o}",), rivals="NNN"),
    ev("company product", "release {o}", "released {o}", "{o} was released by {s}", "{s} launched {o}", "{s} brought {o} to market",
       noun=("the launch of {o} by {s}", "{s}'s release of {o}"), short=("{s} announced the price of {o}", "{s} announced {o}"), rivals="-N-", held_out=True),
    ev("company product", "recall {o}", "recalled {o}", "{o} was recalled by {s}", "{s} called {o} back", "{s} issued a recall of {o}",
       noun=("{s}'s recall of {o}", "the recall of {o} by {s}"), near=("{s} advertised {o}",), short=("{s} received complaints about {o}",), rivals="-N-"),
    ev("company product", "stop selling {o}", "stopped selling {o}", "", "{s} discontinued {o}", "{s} withdrew {o} from sale", "{s} took {o} off the market",
       short=("{s} advertised {o}", "{s} raised the price of {o}"), rivals="-N-"),
    ev("company plant", "close {o}", "closed {o}", "{o} was closed by {s}", "{s} shut {o}", "{s} shut down {o}",
       noun=("{s}'s closure of {o}", "the closure of {o} by {s}"), short=("{s} cut jobs at {o}",), rivals="-N-"),
    ev("company plant", "open {o}", "opened {o}", "{o} was opened by {s}", "{s} inaugurated {o}", "{s} put {o} into operation",
       noun=("the opening of {o} by {s}",), short=("{s} chose the site of {o}", "{s} obtained a permit for {o}"), rivals="-N-"),
    ev("union company", "go on strike at {o}", "went on strike at {o}", "", "{s} walked out at {o}", "members of {s} at {o} went on strike", "{s} staged a strike at {o}",
       noun=("the strike of {s} at {o}",), near=("{s} held a meeting with {o}",), short=("{s} threatened to strike at {o}",), once=False),
    ev("company person", "appoint {o} as its chairman", "appointed {o} as its chairman", "{o} was appointed chairman by {s}", "{s} named {o} chairman", "{o} was made chairman of {s}",
       noun=("{o}'s appointment as chairman of {s}",), short=("{s} interviewed {o} for the post of chairman",), rivals="N--"),
    ev("company person", "dismiss {o}", "dismissed {o}", "{o} was dismissed by {s}", "{s} fired {o}", "{s} sacked {o}", "{o} was fired by {s}",
       noun=("{s}'s dismissal of {o}", "the dismissal of {o} by {s}"), near=("{s} published a photograph of {o}",), short=("{s} gave {o} a warning",)),
    ev("company city", "move its headquarters to {o}", "moved its headquarters to {o}", "", "{s} relocated its headquarters to {o}", "{s} transferred its head office to {o}",
       noun=("the move of {s}'s headquarters to {o}",), near=("{s} sponsored a festival in {o}",), short=("{s} considered moving its headquarters to {o}",), rivals="N--"),
    ev("person prize", "win {o}", "won {o}", "{o} was won by {s}", "{s} was awarded {o}", "{o} went to {s}", "{s} received {o}",
       noun=("{s}'s win of {o}", "the award of {o} to {s}"), short=("{s} was nominated for {o}", "{s} was on the shortlist for {o}"), rivals="-N-"),
    ev("person society", "found {o}", "founded {o}", "{o} was founded by {s}", "{s} set up {o}", "{s} established {o}",
       noun=("the foundation of {o} by {s}",), near=("{s} gave a lecture at {o}",), short=("{s} called for the creation of {o}",), rivals="-N-"),
    ev("person society", "resign from {o}", "resigned from {o}", "", "{s} stepped down from {o}", "{s} handed in a resignation at {o}",
       noun=("{s}'s resignation from {o}",), near=("{s} praised the work of {o}",), short=("{s} criticised {o}",), held_out=True),
    ev("person city", "be born in {o}", "was born in {o}", "", near=("{s} went to school in {o}", "{s} married in {o}"), rivals="NC-", willed=False),
    ev("person city", "die in {o}", "died in {o}", "", "{s} passed away in {o}", "{s}'s life ended in {o}", noun=("{s}'s death in {o}",),
       near=("{s} owned a house in {o}",), short=("{s} fell ill in {o}",), rivals="NC-", willed=False),
    ev("person city", "become mayor of {o}", "became mayor of {o}", "", "{s} took office as mayor of {o}", "{s} was sworn in as mayor of {o}",
       near=("{s} wrote a history of {o}",), short=("{s} ran for mayor of {o}",), rivals="-N-", once=False),
    ev("person city", "leave {o}", "left {o}", "", "{s} departed from {o}", near=("{s} gave a speech in {o}",), short=("{s} packed for the journey from {o}",), once=False),
    ev("person book", "publish {o}", "published {o}", "{o} was published by {s}", "{s} brought out {o}",
       noun=("{s}'s publication of {o}",), near=("{s} gave a reading from {o}",), short=("{s} finished the manuscript of {o}",), rivals="-N-"),
    ev("person comet", "discover {o}", "discovered {o}", "{o} was discovered by {s}", "{s} was the first to observe {o}",
       noun=("{s}'s discovery of {o}", "the discovery of {o} by {s}"), near=("{s} gave a lecture on {o}",), short=("{s} searched for {o}",), rivals="-N-"),
    ev("person mountain", "climb {o}", "climbed {o}", "{o} was climbed by {s}", "{s} reached the summit of {o}", "{s} stood on the top of {o}",
       noun=("{s}'s ascent of {o}",), near=("{s} photographed {o}",), short=("{s} set out to climb {o}",), once=False),
    ev("person person", "marry {o}", "married {o}", "", "{s} and {o} married", "{s} and {o} were married",
       noun=("the marriage of {s} and {o}",), near=("{s} wrote a play with {o}",), short=("{s} became engaged to {o}",), rivals="--E"),
    ev("person team", "sign for {o}", "signed for {o}", "", "{o} signed {s}", "{s} joined {o} as a player", "{s} signed a contract with {o}",
       noun=("{s}'s move to {o}",), near=("{s} praised the supporters of {o}",), short=("{s} trained with {o}",), once=False),
    ev("team team", "beat {o} in the cup final", "beat {o} in the cup final", "", "{s} defeated {o} in the cup final", "{o} lost the cup final to {s}", "{o} were defeated by {s} in the cup final",
       noun=("{s}'s victory over {o} in the cup final",), short=("{s} met {o} in the cup final",), opposite=("{o} beat {s} in the cup final",), rivals="--C", willed=False),
    ev("disaster building", "destroy {o}", "destroyed {o}", "{o} was destroyed by {s}", "{s} completely destroyed {o}", noun=("the destruction of {o} by {s}",),
       short=("{s} damaged {o}",), rivals="-N-", willed=False),
    ev("person building", "open {o}", "opened {o}", "{o} was opened by {s}", "{s} inaugurated {o}", "{o} was inaugurated by {s}",
       near=("{s} gave money for {o}",), noun=("{s}'s opening of {o}",), rivals="-N-"),
    ev("paper person", "interview {o}", "interviewed {o}", "{o} was interviewed by {s}", "{s} carried an interview with {o}", "{o} gave {s} an interview",
       noun=("{s}'s interview with {o}",), near=("{s} printed a cartoon of {o}",), short=("{s} asked {o} for an interview",), once=False, held_out=True),
    ev("party person", "choose {o} as its candidate", "chose {o} as its candidate", "{o} was chosen by {s} as its candidate", "{s} nominated {o}", "{o} became the candidate of {s}",
       near=("{s} thanked {o}",), noun=("{o}'s nomination by {s}",), once=False),
    ev("society painting", "buy {o}", "bought {o}", "{o} was bought by {s}", "{s} purchased {o}", "{s} acquired {o}",
       noun=("{s}'s purchase of {o}", "the purchase of {o} by {s}"), near=("{s} published a study of {o}",), short=("{s} bid for {o}",), rivals="-N-"),
    ev("club company", "award a contract to {o}", "awarded a contract to {o}", "{o} was awarded a contract by {s}", "{s} gave {o} a contract", "{o} won a contract from {s}",
       near=("{s} audited {o}",), short=("{s} invited {o} to bid for a contract",), once=False),
    ev("person person", "divorce {o}", "divorced {o}", "", "{s} and {o} divorced", "{s} and {o} were divorced", "the marriage of {s} and {o} ended in divorce",
       noun=("the divorce of {s} and {o}",), near=("{s} sold a house to {o}",), short=("{s} separated from {o}",), rivals="--E", held_out=True),
    ev("team team", "knock {o} out of the cup", "knocked {o} out of the cup", "{o} was knocked out of the cup by {s}", "{s} eliminated {o} from the cup", "{o} went out of the cup against {s}",
       noun=("{s}'s cup victory over {o}",), short=("{s} met {o} in the cup",), opposite=("{o} knocked {s} out of the cup",), rivals="--C", willed=False, held_out=True),
)  # fmt: skip
