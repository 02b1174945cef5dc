"""Where the seconds of one run go, as shares and ratios: absolute times belong to one machine."""

import time
from collections.abc import Iterator

from verifier.evaluation.gold import read_articles
from verifier.evaluation.records import Result, Score
from verifier.evaluation.setting import Setting
from verifier.evaluation.suites import Suite
from verifier.evaluation.systems import PROGRAM
from verifier.records import Article


def run(suite: Suite, setting: Setting) -> Iterator[Result]:
    """Yield the share of each stage, and words and claims a second."""
    path = setting.data(suite)
    golds = read_articles(path) if path else []
    articles = [Article(id=gold.id, text=gold.text, published=gold.published) for gold in golds]
    for nli in setting.models:
        pipeline = setting.workshop(suite, nli).pipeline()
        pipeline.verify(articles[:1], golds[0].published)  # opens every part
        start = time.perf_counter()
        reports = pipeline.verify(articles, golds[0].published)
        seconds = time.perf_counter() - start
        stages: dict[str, float] = {}
        for report in reports:
            for stage, spent in report.seconds.items():
                stages[stage] = stages.get(stage, 0.0) + spent
        claims = sum(len(report.claims) for report in reports)
        words = sum(len(article.text.split()) for article in articles)
        scores = [Score(name=f"share:{stage}", value=spent / seconds, n=claims) for stage, spent in stages.items()]
        scores += [
            Score(name="words_per_second", value=words / seconds, n=words),
            Score(name="claims_per_second", value=claims / seconds, n=claims),
        ]
        yield setting.result(suite, PROGRAM, nli, (), scores, seconds)
