"""The claims of a text against those that people drew from it."""

import time
from collections.abc import Callable, Iterator, Sequence

from verifier.claims.sentences import find_sentences
from verifier.evaluation.gold import GoldSplit
from verifier.evaluation.intervals import Measure, ratio, scored
from verifier.evaluation.matching import matched
from verifier.evaluation.records import Result, Score
from verifier.evaluation.setting import Setting
from verifier.evaluation.sources import splits
from verifier.evaluation.suites import Suite
from verifier.evaluation.systems import PROGRAM
from verifier.records import Article


def run(suite: Suite, setting: Setting) -> Iterator[Result]:
    """Yield the results of the splitter, and of sentences alone."""
    everything = splits(suite, setting.data(suite))
    golds = setting.chosen(everything, [gold.id for gold in everything])
    nli = setting.models[0]
    splitter = setting.workshop(suite, nli).splitter

    def claims(text: str) -> list[str]:
        return [claim.text for claim in splitter.split(Article(id="text", text=text)).claims]

    start = time.perf_counter()
    scores = scored_split(golds, claims)
    yield setting.result(suite, PROGRAM, nli, (), scores, time.perf_counter() - start)
    if setting.baselines:
        yield setting.result(suite, "sentences", nli, (), scored_split(golds, _sentences))


def _sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_sentences(text)[0]]


def scored_split(golds: Sequence[GoldSplit], split: Callable[[str], list[str]]) -> list[Score]:
    """Return hitF, hitP, hitR and softF; claims too many and claims too few both cost."""
    soft, hits, made, wanted = [], [], [], []
    for gold in golds:
        found = split(gold.text)
        matches = matched(found, gold.claims)
        soft.append(2 * sum(match.score for match in matches))
        hits.append(2.0 * sum(match.hit for match in matches))
        made.append(float(len(found)))
        wanted.append(float(len(gold.claims)))
    both = [m + w for m, w in zip(made, wanted, strict=True)]
    clusters = [gold.id for gold in golds]
    named: list[Measure] = [
        ratio("hit_f1", hits, both),
        ratio("hit_precision", [h / 2 for h in hits], made),
        ratio("hit_recall", [h / 2 for h in hits], wanted),
        ratio("soft_f1", soft, both),
        ratio("claims_per_gold_claim", made, wanted),
    ]
    return [scored(measure, clusters) for measure in named] if golds else []
