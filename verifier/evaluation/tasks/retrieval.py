"""The documents that a claim needs: recall and nDCG of each retriever (ir-measures)."""

import time
from collections.abc import Iterator, Sequence

from verifier.build import RETRIEVERS
from verifier.errors import InputError
from verifier.evaluation.blame import document_of
from verifier.evaluation.gold import GoldClaim
from verifier.evaluation.intervals import ratio, scored
from verifier.evaluation.records import Result, Score
from verifier.evaluation.setting import Setting
from verifier.evaluation.suites import Suite
from verifier.evaluation.tasks.claims import gold_claims
from verifier.records import Hit, Label

DEPTH = 50  # passages read; several may be of one document
CUTS = (1, 5, 10)


def run(suite: Suite, setting: Setting) -> Iterator[Result]:
    """Yield the results of the chosen retriever, and of the others where baselines are asked for."""
    golds = [gold for gold in gold_claims(suite, setting) if gold.evidence]
    nli = setting.models[0]
    workshop = setting.workshop(suite, nli)
    own = setting.settings.retriever
    for name in [own, *(other for other in RETRIEVERS if other != own)] if setting.baselines else [own]:
        retriever = workshop.retriever if name == own else RETRIEVERS[name](workshop)
        start = time.perf_counter()
        found = retriever.search([gold.claim for gold in golds], DEPTH)
        seconds = time.perf_counter() - start
        scores = [*ranked(golds, found), *settled(golds, found)]
        yield setting.result(suite, f"{name} retrieval", nli, (), scores, seconds)


def settled(golds: Sequence[GoldClaim], found: Sequence[Sequence[Hit]]) -> list[Score]:
    """Return the scores of claims that their documents settle; some sets also name documents that leave a claim open.

    Nothing is returned where that is all of them.
    """
    kept = [(g, hits) for g, hits in zip(golds, found, strict=True) if g.label is not Label.NOT_ENOUGH_INFO]
    if not kept or len(kept) == len(golds):
        return []
    scores = ranked([gold for gold, _ in kept], [hits for _, hits in kept])
    return [score.model_copy(update={"name": f"{score.name}:settled"}) for score in scores]


def ranked(golds: Sequence[GoldClaim], found: Sequence[Sequence[Hit]]) -> list[Score]:
    """Return recall and nDCG at several depths, of documents (or of table rows).

    Raises:
        InputError: the extra with ir-measures is not installed.
    """
    try:
        import ir_measures
    except ImportError as error:
        raise InputError('retrieval suites need ir-measures: pip install "verifier[eval]"') from error
    measures = [kind @ cut for kind in (ir_measures.R, ir_measures.nDCG) for cut in CUTS]
    qrels = [ir_measures.Qrel(gold.id, name, 1) for gold in golds for name in gold.evidence]
    run = [
        ir_measures.ScoredDoc(gold.id, document, float(-place))
        for gold, hits in zip(golds, found, strict=True)
        for place, document in enumerate(dict.fromkeys(document_of(hit.passage.id) for hit in hits))
    ]
    values = {(str(m.measure), m.query_id): m.value for m in ir_measures.iter_calc(measures, qrels, run)}
    clusters = [gold.group for gold in golds]
    return [
        scored(ratio(name, [values.get((name, gold.id), 0.0) for gold in golds], [1.0] * len(golds)), clusters)
        for name in map(str, measures)
    ]
