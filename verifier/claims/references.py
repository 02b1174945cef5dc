"""Reads an article's pronouns, short names and descriptions; what has two readings is left as it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import Any

from verifier.claims import definites, groups, neuters
from verifier.claims.aliases import aliases
from verifier.claims.belonging import Belonging
from verifier.claims.descriptions import Descriptions
from verifier.claims.drafts import Parsed
from verifier.claims.elided import Elided, elided
from verifier.claims.ellipsis import left_open, left_out
from verifier.claims.fronting import OPENING
from verifier.claims.kinds_of_things import Kinds
from verifier.claims.known_descriptions import KnownDescriptions
from verifier.claims.mentions import MentionFinder, role_of, together
from verifier.claims.name_runs import name_runs
from verifier.claims.names import PersonName
from verifier.claims.narrowed import Narrowed
from verifier.claims.pronouns import antecedent, nobody, not_meant, possesses
from verifier.claims.scene import Scene
from verifier.claims.sentences import Sentence
from verifier.claims.story import Story, Told
from verifier.claims.things import NEUTER, PRONOUNS, Mention, Reading
from verifier.language import is_finite


@dataclass(slots=True)
class Found:
    """What the reading of an article found, by place."""

    readings: dict[int, Reading] = field(default_factory=dict)
    mentions: dict[int, list[Mention]] = field(default_factory=dict)  # names and descriptions by their first letter
    idle: set[int] = field(default_factory=set)  # where "it" stands for nothing
    whole: dict[int, Reading] = field(default_factory=dict)  # what to add to "a member", by its place
    open: set[int] = field(default_factory=set)  # where "a member" does not say of what, "the firm" not which
    own: dict[int, frozenset[str]] = field(default_factory=dict)  # by the place of a pronoun, what it cannot mean
    genders: dict[str, str] = field(default_factory=dict)  # of persons, as far as the article tells
    elided: dict[int, Elided] = field(default_factory=dict)  # what "Vietnam is not" leaves out, by its last word
    groups: dict[int, tuple[tuple[int, int], ...]] = field(
        default_factory=dict
    )  # names that "both" takes up, by its place


class Reader:
    """Reads sentence after sentence."""

    def __init__(
        self,
        text: str,
        persons: Sequence[PersonName],
        kinds: Kinds,
        known: Descriptions,
        published: date | None,
        docs: Iterable[Any],
    ) -> None:
        runs = [doc[first:last].text for doc in docs for first, last in name_runs(doc, kinds)]
        self._text = text
        self._finder = MentionFinder(persons, kinds.knowing(aliases(text, runs)))
        self._known = KnownDescriptions(text, kinds, known, published)
        self._story = Story()
        self._before: list[Parsed] = []
        self.found = Found(genders=self._story.genders)
        self._belonging = Belonging(open=self.found.open)
        self._narrowed = Narrowed()

    def read(self, sentence: Sentence, group: Sequence[Parsed]) -> None:
        """Read one sentence, part after part; the next sentence sees it as one."""
        parts: list[tuple[Parsed, Told]] = []
        before, short = len(self._story.told), False
        self._belonging.number += 1
        self._narrowed.number += 1
        for parsed in group:
            if len(parsed.doc):
                part = self._part(sentence, parsed)
                known = [*self._before, *(earlier for earlier, _ in parts)]
                short |= self._filled(left_out(parsed, known, self._words))
                self.found.open |= set(left_open(parsed)) - self.found.readings.keys() - self.found.whole.keys()
                parts.append((parsed, part))
                self._story.tell(part)
        for parsed, _ in parts:
            found = dict(elided(parsed, [*self._before, *(part for part, _ in parts)], self._words))
            self.found.elided.update(found)
            short |= bool(found)
        del self._story.told[before:]
        if parts:
            self._story.tell(_merged(parts))
            self._before = [*(self._before if short else ()), *(parsed for parsed, _ in parts)]

    def _filled(self, readings: Iterable[Reading]) -> bool:
        """Add readings and say whether there were any."""
        count = len(self.found.readings)
        for reading in readings:
            self._add(reading)
        return len(self.found.readings) > count

    def _words(self, parsed: Parsed, tokens: Sequence[int]) -> str:
        """Return the words of some tokens, their references read."""
        words, after = "", 0
        for token in (parsed.doc[i] for i in tokens):
            start = parsed.virtual.origin[token.idx]
            if start >= after:
                reading = self.found.readings.get(start)
                words += (reading.text if reading else token.text) + (" " if token.whitespace_ or reading else "")
                after = reading.end if reading else start + 1
                whole = self.found.whole.get(start)
                words += f" {whole.text} " if whole and whole.thing and not reading else ""
        return " ".join(words.split())

    def _part(self, sentence: Sentence, parsed: Parsed) -> Told:
        scene = Scene(parsed, self._story, self._finder.find(parsed))
        scene.mentions += self._taken_out(parsed, scene.mentions)
        for mention in scene.mentions:
            self._story.note(mention.thing)
            self.found.mentions.setdefault(mention.start, []).append(mention)
            if not sentence.quoted(mention.start):
                self._full_name(scene, mention)
        for own, reading in self._known.find(scene):
            self._stand_for(scene, own, reading)
        for token in parsed.doc:
            if sentence.quoted(scene.offset(token)):
                continue
            if token.lower_ in PRONOUNS and token.tag_ in ("PRP", "PRP$"):
                self._pronoun(scene, token)
            elif definites.described(token, self._story.defined):
                self._description(scene, token)
            elif (first := definites.aged(token)) is not None:
                self._aged(scene, first, token)
            elif definites.one_of_several(token):
                self.found.open.add(scene.offset(token if token.i == 0 or token.lower_ == "one" else token.nbor(-1)))
            elif groups.takes_up(token):
                self._group(scene, token)
        quoted = frozenset(t.i for t in parsed.doc if sentence.quoted(scene.offset(t)))
        for reading in self._narrowed.read(parsed, quoted):
            self._add(reading)
        self._pronouns_taken_out(sentence, parsed)
        for part in (*(Scene(fuller, self._story, self._finder.find(fuller)) for fuller, _ in parsed.asides), scene):
            self.found.whole.update({reading.start: reading for reading in self._belonging.read(part)})
        return scene.told()

    def _pronouns_taken_out(self, sentence: Sentence, parsed: Parsed) -> None:
        """Read the pronouns of what was taken out before parsing: "Her husband, the composer Jens Falk, left"."""
        known = {parsed.virtual.origin[token.idx] for token in parsed.doc}
        for fuller, _ in parsed.asides:
            scene = Scene(fuller, self._story, self._finder.find(fuller))
            for token in fuller.doc:
                at = scene.offset(token)
                read = at in known or at in self.found.own or sentence.quoted(at)
                if token.lower_ in PRONOUNS and token.tag_ in ("PRP", "PRP$") and not read:
                    self._pronoun(scene, token)

    def _taken_out(self, parsed: Parsed, known: Sequence[Mention]) -> list[Mention]:
        """Return whom a title names that was taken out: "Cain" in "Cain’s mother Orae", of whom "he" may speak."""
        places = {m.start for m in known}
        found = []
        apart = _opening(parsed)
        for fuller, _ in parsed.asides:
            for mention in self._finder.find(fuller):
                self._story.note(mention.thing)
                if (
                    mention.start not in places
                    and mention.start not in apart
                    and mention.thing.proper
                    and not mention.thing.parts
                ):
                    places.add(mention.start)
                    found.append(replace(mention, head=-1, role="other"))
        return found

    def _firm(self, scene: Scene, mention: Mention) -> bool:
        """Say whether a name with "'s" owns nothing, so that it is a shop's: "Harrod's grew"."""
        end = scene.parsed.doc[mention.head : mention.head + 3] if mention.head >= 0 else []
        return any(t.tag_ == "POS" and (is_finite(u) or u.is_punct) for t, u in pairwise(end))

    def _full_name(self, scene: Scene, mention: Mention) -> None:
        said = self._text[mention.start : mention.end]
        if (
            mention.thing.person
            and mention.thing.name
            and said != mention.thing.name
            and mention.thing.name.endswith(said)
            and not self._firm(scene, mention)
        ):
            where = (mention.start, mention.end)
            self._add(Reading(*where, mention.thing.name, "full name", mention.thing))

    def _pronoun(self, scene: Scene, token: Any) -> None:
        start, end = scene.parsed.virtual.span(token.idx, token.idx + len(token.text))
        mention, rule = antecedent(scene, token)
        if token.lower_ in NEUTER and neuters.pleonastic(token):
            self.found.idle.add(start)
            return
        self.found.own[start] = not_meant(scene, token)
        thing = mention.thing if mention else nobody(token, start)
        self._story.learn(thing, [token.text] if thing.person is not False else [])
        scene.mentions.append(Mention(thing, start, end, token.i, role_of(token), pronoun=True))
        if mention and thing.name:
            text = thing.possessive() if possesses(token) else thing.name
            where = (mention.start, mention.end)
            self._add(Reading(start, end, text, f"'{token.text}': {rule}", thing, where, rule))

    def _description(self, scene: Scene, token: Any) -> None:
        mention, rule = definites.which(scene, token)
        own = next((m for m in scene.mentions if m.head == token.i and not m.thing.parts), None)
        if mention is None and own is not None and not own.thing.proper and definites.several(scene, token):
            self.found.open.add(own.start)
        if mention is None or own is None or own.start == mention.start or own.start in self.found.readings:
            return
        where = (mention.start, mention.end)
        reason = f"'{self._text[own.start : own.end]}': {rule}"
        reading = Reading(own.start, own.end, mention.thing.name, reason, mention.thing, where, rule.split()[-1])
        self._stand_for(scene, own, reading)

    def _aged(self, scene: Scene, first: Any, last: Any) -> None:
        """Read "the 29-year-old" as the one person of the sentence before, where nobody else is named since."""
        start, end = scene.offset(first), scene.offset(last) + len(last.text)
        people = scene.before(first, definites.may_be_a_person)
        people += self._story.told[-1].things(definites.may_be_a_person) if self._story.told else []
        one = people[0] if len({m.thing.key for m in people}) == 1 else None
        if one is None or not one.thing.person or not one.thing.name:
            self.found.open.add(start)
            return
        reason, where = f"'{self._text[start:end]}': only person of the sentence before", (one.start, one.end)
        self._add(Reading(start, end, one.thing.name, reason, one.thing, where, "only person"))
        scene.mentions.append(Mention(one.thing, start, end, last.i, role_of(last)))

    def _group(self, scene: Scene, token: Any) -> None:
        members = groups.group(scene, token)
        if not members:
            both = token.lower_ in ("both", "neither", "none") or any(c.lower_ == "both" for c in token.children)
            self.found.open |= {scene.offset(token)} if both else set()
            return
        self.found.groups[scene.offset(token)] = tuple((m.start, m.end) for m in members if not m.pronoun)
        thing = together([m.thing for m in members])
        first = min([token.i, *(c.i for c in token.children if c.i < token.i and c.dep_ != "case")])
        start, end = scene.offset(scene.parsed.doc[first]), scene.offset(token) + len(token.text)
        scene.mentions = [m for m in scene.mentions if m.head != token.i or m.thing.parts]
        scene.mentions.append(Mention(thing, start, end, token.i, role_of(token)))
        if not groups.denied(token):
            self._add(Reading(start, end, thing.name, f"'{self._text[start:end]}'", thing, rule="group"))

    def _stand_for(self, scene: Scene, own: Mention, reading: Reading) -> None:
        """Let a described mention be the thing that it was read as."""
        if reading.thing is not None:
            scene.mentions.remove(own)
            scene.mentions.append(replace(own, thing=reading.thing))
            self._add(reading)

    def _add(self, reading: Reading) -> None:
        self.found.readings.setdefault(reading.start, reading)


def _opening(parsed: Parsed) -> range:
    """Return where a sentence opens before its pronoun: in "The child of Ann, she studied" she is no Ann."""
    opened = any(draft.rule == OPENING for _, draft in parsed.asides)
    if not opened or not len(parsed.doc) or parsed.doc[0].tag_ != "PRP":
        return range(0)
    start = min(fuller.virtual.origin[0] for fuller, _ in parsed.asides)
    return range(start, parsed.virtual.origin[0])


def _merged(parts: Sequence[tuple[Parsed, Told]]) -> Told:
    """Return a sentence as one; what was written within its first part makes no subjects."""
    mentions = tuple({(m.start, m.end): m for _, told in parts for m in told.mentions}.values())
    end = -1
    subjects: list[Mention] = []
    for parsed, told in parts:
        if parsed.virtual.origin[0] > end:
            subjects += told.subjects
        end = max(end, *parsed.virtual.origin)
    host = parts[0][1]
    return Told(mentions, tuple(subjects), defines=host.defines, stranger=host.stranger, topic=host.topic)
