"""`verifier eval --calibrate`: fits what a suite allows on its dev half, and shows it on the test half."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from verifier.errors import ConfigError
from verifier.evaluation.gold import GoldClaim, half, read_articles
from verifier.evaluation.intervals import Array
from verifier.evaluation.setting import Setting
from verifier.evaluation.sources import pairs
from verifier.evaluation.suites import Suite, Task
from verifier.evaluation.systems import remembering
from verifier.evaluation.tasks.articles import take
from verifier.evaluation.tasks.claims import gold_claims, question
from verifier.evaluation.tuning import Tried, loosest, temperature
from verifier.pipeline import Pipeline, Question
from verifier.records import CheckedClaim, Kind, Label, Pair
from verifier.verdict.decide import Decider
from verifier.verdict.guards import Aligner
from verifier.verdict.mentions import Linker
from verifier.verdict.policy import Policy
from verifier.verdict.weighing import Judged

LABELS = ("entailment", "neutral", "contradiction")


@dataclass(frozen=True, slots=True)
class Fitted:
    """One setting, fitted; None where no threshold keeps the bound."""

    name: str  # of the setting in a --config file
    value: float | None
    dev: str  # what it does on the half that it was fitted on
    test: str  # and on the other half


@dataclass(frozen=True, slots=True)
class _Asked:
    """A gold label with what the program's witnesses say."""

    gold: Label
    cluster: str
    question: Question
    checked: CheckedClaim


def calibrate(suite: Suite, setting: Setting, most_wrong: float) -> list[Fitted]:
    """Fit temperature (pairs) or thresholds by decider (claims and articles).

    Raises:
        ConfigError: the suite has no verdicts to calibrate on.
    """
    if suite.task is Task.PAIRS:
        return [_temperature(suite, setting)]
    if suite.task not in (Task.CLAIMS, Task.ARTICLES):
        raise ConfigError(f"'{suite.name}' is a {suite.task} suite; calibrate on pairs, claims or articles")
    workshop = setting.workshop(suite, setting.models[0])
    whole = remembering(workshop)
    asked = _asked(suite, setting, whole)
    dev = [item for item in asked if half(item.cluster) == "dev"]
    test = [item for item in asked if half(item.cluster) == "test"]
    rule = _Rule(Aligner(Linker(workshop.corpus.entities.values())), workshop.policy)
    return [
        _threshold(rule, "support", Label.SUPPORTED, dev, test, most_wrong),
        _threshold(rule, "contradiction", Label.REFUTED, dev, test, most_wrong),
        _exact(dev, test),
    ]


def _asked(suite: Suite, setting: Setting, whole: Pipeline) -> list[_Asked]:
    """Return all items of both halves, checked once."""
    items: list[tuple[GoldClaim, Question]] = []
    if suite.task is Task.CLAIMS:
        items = [(gold, question(gold, setting.workshop(suite, setting.models[0]).corpus.as_of))
                 for gold in gold_claims(suite, replace(setting, half=None))]  # fmt: skip
    else:
        path = setting.data(suite)
        for article in read_articles(path) if path else []:
            taken = take(article, whole.splitter)
            questions = taken.questions()
            items += [(gold, questions[at]) for gold, at in zip(article.claim, taken.places, strict=True)
                      if at is not None and questions[at].claim.kind is Kind.FACT]  # fmt: skip
    checked = whole.check([q for _, q in items])
    return [_Asked(gold.label, gold.group, q, c) for (gold, q), c in zip(items, checked, strict=True)]


@dataclass(frozen=True, slots=True)
class _Rule:
    """The decision rule under other thresholds, over saved judgements."""

    aligner: Aligner
    policy: Policy

    def given(self, items: Sequence[_Asked], setting: str, label: Label, threshold: float) -> tuple[int, int]:
        """Return (wrong, given) of the NLI verdicts with a label at a threshold."""
        changed = {setting: threshold}
        decider = Decider(self.aligner, replace(self.policy, **changed))
        wrong = given = 0
        for item in items:
            verdict = item.checked.verdict
            if verdict.decider.startswith("exact"):
                continue
            judged = [Judged(e.hit, e.judgement) for e in verdict.evidence if e.judgement is not None]
            again = decider.decide(item.checked.claim, verdict.as_of, verdict.finding, judged)
            given += again.label is label
            wrong += again.label is label is not item.gold
        return wrong, given


def _threshold(
    rule: _Rule, name: str, label: Label, dev: Sequence[_Asked], test: Sequence[_Asked], most_wrong: float
) -> Fitted:
    best = loosest(lambda t: rule.given(dev, name, label, t), len(dev), most_wrong)
    if best is None:
        strict = Tried(0.99, *rule.given(dev, name, label, 0.5), len(dev))
        reason = f"no threshold shows at most {most_wrong:.1%} wrong: {strict.given} '{label.value}' answers by NLI"
        return Fitted(name, None, reason, "")
    other = Tried(best.threshold, *rule.given(test, name, label, best.threshold), len(test))
    return Fitted(name, best.threshold, _words(best), _words(other))


def _words(tried: Tried) -> str:
    return (
        f"{tried.wrong} of {tried.given} wrong (95 % bound {tried.bound:.1%}), "
        f"coverage {tried.coverage:.1%} of {tried.items}"
    )


def _exact(dev: Sequence[_Asked], test: Sequence[_Asked]) -> Fitted:
    """Return the confidence of exact checks: their accuracy with one wrong and one right answer added (Laplace)."""

    def counted(items: Sequence[_Asked]) -> tuple[int, int]:
        exact = [item for item in items if item.checked.verdict.decider.startswith("exact")]
        return sum(item.checked.verdict.label is not item.gold for item in exact), len(exact)

    wrong, given = counted(dev)
    value = round((given - wrong + 1) / (given + 2), 3)
    words = [_words(Tried(0.0, *counted(items), len(items))) for items in (dev, test)]
    return Fitted("exact_confidence", value, *words)


def _temperature(suite: Suite, setting: Setting) -> Fitted:
    golds = [gold for gold in pairs(suite, setting.data(suite)) if gold.label in LABELS]
    golds = replace(setting, half=None).chosen(golds, [gold.cluster for gold in golds])
    judge = setting.workshop(suite, setting.models[0]).judge
    asked = [Pair(premise=f"{g.title}: {g.premise}" if g.title else g.premise, hypothesis=g.hypothesis) for g in golds]
    table = np.array([[j.entailment, j.neutral, j.contradiction] for j in judge.judge(asked)])
    on_dev = np.array([half(gold.cluster) == "dev" for gold in golds])
    right = np.array([LABELS.index(gold.label) for gold in golds])
    value = temperature(table[on_dev], right[on_dev].tolist())
    dev, test = (
        f"log loss {_log_loss(table[part], right[part], 1.0):.4f} -> {_log_loss(table[part], right[part], value):.4f}"
        f" on {int(part.sum())} pairs"
        for part in (on_dev, ~on_dev)
    )
    return Fitted("temperature", round(value, 3), dev, test)


def _log_loss(table: Array, right: npt.NDArray[np.int64], value: float) -> float:
    powered = np.clip(table, 1e-9, 1.0) ** (1 / value)
    powered /= powered.sum(1, keepdims=True)
    return float(-np.mean(np.log(powered[np.arange(len(right)), right])))
