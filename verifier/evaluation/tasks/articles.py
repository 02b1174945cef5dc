"""Whole articles: are the gold claims produced, and are their verdicts right?"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.evaluation.baselines import majority
from verifier.evaluation.blame import Blamer, Stage
from verifier.evaluation.gold import GoldArticle, GoldClaim, read_articles
from verifier.evaluation.intervals import ratio, scored
from verifier.evaluation.matching import matched
from verifier.evaluation.records import Outcome, Result, Score
from verifier.evaluation.setting import Setting
from verifier.evaluation.suites import Suite
from verifier.evaluation.systems import MAJORITY, PROGRAM, SYSTEMS, Answer, System, remembering
from verifier.evaluation.tasks.claims import question
from verifier.pipeline import Question
from verifier.protocols import Splitter
from verifier.records import Article, Claim, Kind, Label

_UNJUDGED = Answer(Label.NOT_CHECKABLE.value, 1.0, "kind", "not judged as a fact")


@dataclass(frozen=True, slots=True)
class Taken:
    """A gold article with the claims that the splitter made of it."""

    gold: GoldArticle
    made: tuple[Claim, ...]
    places: tuple[int | None, ...]  # for each gold claim the made claim that matches, None where none does

    def questions(self) -> list[Question]:
        """Return the made claims as questions for the day of publication."""
        article = Article(id=self.gold.id, text=self.gold.text, published=self.gold.published)
        return [Question(claim, self.gold.published, article) for claim in self.made]


def take(gold: GoldArticle, splitter: Splitter) -> Taken:
    """Split an article and match its claims with the gold claims, one to one."""
    article = Article(id=gold.id, text=gold.text, published=gold.published)
    made = splitter.split(article).claims
    matches = matched([claim.text for claim in made], [claim.claim for claim in gold.claim])
    places = {match.gold: match.made for match in matches if match.hit}
    return Taken(gold, made, tuple(places.get(at) for at in range(len(gold.claim))))


def run(suite: Suite, setting: Setting) -> Iterator[Result]:
    """Yield the results of the program, then of what it is compared with, on the same split."""
    path = setting.data(suite)
    everything = read_articles(path) if path else []
    golds = setting.chosen(everything, [gold.id for gold in everything])
    for nli in setting.models:
        workshop = setting.workshop(suite, nli)
        whole = remembering(workshop)
        start = time.perf_counter()
        taken = [take(gold, whole.splitter) for gold in golds]
        for name in list(SYSTEMS) if setting.baselines else [PROGRAM]:
            answers = answered(taken, SYSTEMS[name](whole, workshop))
            blamer = Blamer(whole, workshop.corpus) if name == PROGRAM else None
            found = [o for t, a in zip(taken, answers, strict=True) for o in _outcomes(t, a, blamer)]
            seconds = time.perf_counter() - start if name == PROGRAM else 0.0
            yield setting.result(suite, name, nli, found, recovered(taken, answers, found), seconds)
    if setting.baselines:
        yield setting.result(suite, MAJORITY, setting.models[0], majority(found))


def answered(taken: Sequence[Taken], system: System) -> list[list[Answer]]:
    """Return an answer for each made claim of each article; what is no fact is not judged."""
    facts = [q for t in taken for q in t.questions() if q.claim.kind is Kind.FACT]
    answers = iter(system(facts))
    return [[next(answers) if c.kind is Kind.FACT else _UNJUDGED for c in t.made] for t in taken]


def _outcomes(taken: Taken, answers: Sequence[Answer], blamer: Blamer | None) -> Iterator[Outcome]:
    for gold, place in zip(taken.gold.claim, taken.places, strict=True):
        answer = answers[place] if place is not None else None
        wrong = answer is None or answer.label != gold.label
        yield Outcome(
            id=gold.id,
            cluster=gold.group,
            gold=gold.label.value,
            predicted=answer.label if answer else "",
            confidence=answer.confidence if answer else None,
            decider=answer.decider if answer else "",
            phenomenon=gold.phenomenon,
            text=gold.claim,
            note=_note(taken, place, answer),
            blame=_blame(taken, gold, answer, blamer) if blamer and wrong else "",
        )


def _note(taken: Taken, place: int | None, answer: Answer | None) -> str:
    if place is None or answer is None:
        return "no claim of the article matches"
    return f"read as: {taken.made[place].text} | {answer.note}"


def _blame(taken: Taken, gold: GoldClaim, answer: Answer | None, blamer: Blamer) -> str:
    """Blame the splitter where the gold wording gets the right verdict, else the stage that fails on it too."""
    asked = question(gold, taken.gold.published)
    if answer is None:
        return Stage.CLAIMS
    direct = blamer.ask(asked)
    return Stage.CLAIMS if direct.label == gold.label else blamer.stage(gold, asked, direct)


def recovered(taken: Sequence[Taken], answers: Sequence[Sequence[Answer]], outcomes: Sequence[Outcome]) -> list[Score]:
    """Return claim recall and precision, accuracy on the claims that were produced, and "supported" off the gold.

    Precision counts a claim that matches no gold claim as wrong, though it may be a true part of the article;
    "supported_off_gold" is the share of "supported" answers that the gold does not judge: read those by hand.
    """
    if not outcomes:
        return []
    clusters = [outcome.cluster for outcome in outcomes]
    found = [float(place is not None) for t in taken for place in t.places]
    right = [float(outcome.right) * there for outcome, there in zip(outcomes, found, strict=True)]
    made = [(t.gold.id, place in t.places, answer.label == Label.SUPPORTED)
            for t, given in zip(taken, answers, strict=True) for place, answer in enumerate(given)]  # fmt: skip
    scores = [
        scored(ratio("claim_recall", found, [1.0] * len(found)), clusters),
        scored(ratio("accuracy_on_recovered", right, found), clusters),
    ]
    if made:
        articles = [article for article, _, _ in made]
        hits = [float(match) for _, match, _ in made]
        supported = [float(support) for _, _, support in made]
        off = [float(support and not match) for _, match, support in made]
        scores += [
            scored(ratio("claim_precision", hits, [1.0] * len(made)), articles),
            scored(ratio("supported_off_gold", off, supported), articles),
        ]
    return scores
