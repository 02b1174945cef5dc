"""A sentence while its references are being resolved: its mentions so far, and what came before it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from verifier.claims.coordination import SUBJECTS, coordinated, subject_of
from verifier.claims.drafts import Parsed
from verifier.claims.lexicon import HOLDING, REPORTING
from verifier.claims.mentions import PEOPLE
from verifier.claims.story import Story, Told, distinct
from verifier.claims.things import Mention, Thing
from verifier.language import children, main_root


@dataclass(slots=True)
class Scene:
    """Mentions of one sentence; resolved pronouns join them from left to right."""

    parsed: Parsed
    story: Story
    mentions: list[Mention]

    def offset(self, token: Any) -> int:
        """Return where a token begins in the article."""
        start: int = self.parsed.virtual.origin[token.idx]
        return start

    def before(self, token: Any, keep: Callable[[Mention], bool]) -> list[Mention]:
        """Return what is mentioned before a token and passes a test, each thing once, in order of the text."""
        at = self.offset(token)
        return distinct(m for m in sorted(self.mentions, key=lambda m: m.start) if m.end <= at and keep(m))

    def at(self, head: int) -> Mention | None:
        """Return the mention with a head; of a list, the whole list."""
        found = [m for m in self.mentions if m.head == head]
        return max(found, key=lambda m: (m.end - m.start, m.pronoun)) if found else None

    def own_subject(self, token: Any) -> Mention | None:
        """Return the subject of the clause that a token stands in, when the token is not that subject."""
        for ancestor in token.ancestors:
            subject = subject_of(ancestor)
            if subject is not None:
                return self.at(subject.i) if subject.i != token.i else None
        return None

    def co_argument(self, token: Any) -> Thing | None:
        """Return whom a pronoun cannot mean: "Ann saw her" is not of one person."""
        if token.tag_ == "PRP$" or token.dep_ in ("nsubj", "nsubj:pass", "nsubj:outer"):
            return None
        own = self.own_subject(token)
        return own.thing if own else None

    def speaker(self, token: Any) -> Mention | None:
        """Return who said it, for the subject that opens what is said: "Acme said it would ..."."""
        clause = token.head
        cue = clause.head
        subject = subject_of(cue)
        if token.dep_ not in SUBJECTS or clause.dep_ not in ("ccomp", "parataxis") or subject is None:
            return None
        reports = cue.lemma_.lower() in REPORTING | HOLDING and subject.i < cue.i
        near = 0 < token.i - cue.i <= 2 and not self.parsed.doc[cue.i + 1].pos_.startswith("PUNCT")
        return self.at(subject.i) if reports and near else None

    def main_subject(self) -> Mention | None:
        """Return the subject of the main clause."""
        subject = subject_of(main_root(self.parsed.doc))
        return self.at(subject.i) if subject is not None else None

    def told(self) -> Told:
        """Return what the sentence leaves for the next."""
        ordered = sorted(self.mentions, key=lambda m: m.start)
        root = main_root(self.parsed.doc)
        heads = [root, *(head for head, _ in coordinated(self.parsed, root))]
        subjects = [s for head in heads if (s := subject_of(head)) is not None]
        opening = self.parsed.doc[0]
        if opening.tag_ == "PRP" and opening.dep_ in SUBJECTS and opening not in subjects:
            subjects = [opening]  # whatever the parser made of the verb
        nominal = root.pos_ in ("NOUN", "PROPN") and not any(children(root, "case"))  # no "is under way"
        defines = any(children(root, "cop")) and nominal and len(heads) == 1
        topic = len(heads) == 1 and any(children(root, "aux:pass", "cop")) and not any(children(root, "obl:agent"))
        stranger = any(self.at(s.i) is None and _somebody(s) for s in subjects)
        about = tuple(m for s in subjects if (m := self.at(s.i)))
        return Told(tuple(ordered), about, defines=defines, stranger=stranger, topic=topic)


def _somebody(subject: Any) -> bool:
    """Say whether a noun is a person: "the captain", "the 29-year-old"."""
    aged = subject.i > 3 and subject.lower_ == "old" and subject.nbor(-2).lower_ == "year"
    return aged or (subject.tag_ == "NN" and subject.lemma_.lower() in PEOPLE)
