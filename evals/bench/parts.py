"""Parts without models, for benchmarks and fault tests of what lies around them: named in a config by module:Class."""

import hashlib
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from verifier.facts import Corpus
from verifier.records import Article, Claim, Hit, Judgement, Kind, Pair, Span, Split
from verifier.text import split_sentences

CONFIG = """\
splitter = "parts:Sentences"
retriever = "parts:Some"
judge = "parts:Coin"
"""
SLOW = 0.001  # seconds that the judge takes for a pair, so that a kill finds it at work


class Sentences:
    """Takes each sentence for a claim."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def split(self, article: Article) -> Split:
        """Return the sentences; an article that says CRASH is one that a part chokes on."""
        if "CRASH" in article.text:
            raise ValueError("choked")
        return Split(
            claims=tuple(
                Claim(
                    id=f"c{n}",
                    text=article.text[start:end],
                    kind=Kind.FACT,
                    spans=(Span(start=start, end=end),),
                )
                for n, (start, end) in enumerate(split_sentences(article.text), 1)
            )
        )


class Some:
    """Finds passages by a hash of the query."""

    def __init__(self, corpus: Corpus) -> None:
        self._passages = corpus.passages

    def search(self, queries: Sequence[str], k: int, known_by: date | None = None) -> list[list[Hit]]:
        """Return k passages of the corpus that depend on the query alone."""
        return [
            [
                Hit(passage=self._passages[(_number(query) + n) % len(self._passages)], score=1 / (n + 1), rank=n + 1)
                for n in range(min(k, 2))
            ]
            for query in queries
        ]


class Coin:
    """Judges by a hash of the pair, after a short while."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return judgements that depend on the pair alone."""
        time.sleep(SLOW * len(pairs))
        return [_tossed(_number(pair.premise + pair.hypothesis) % 3) for pair in pairs]


def _tossed(side: int) -> Judgement:
    values = [0.02, 0.02, 0.02]
    values[side] = 0.96
    return Judgement(entailment=values[0], neutral=values[1], contradiction=values[2])


def _number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4).digest(), "big")


def write_config(folder: Path) -> Path:
    """Write a config that names these parts, and a corpus of two rows; return the config's path."""
    corpus = folder / "union"
    corpus.mkdir(parents=True)
    (corpus / "members.csv").write_text("name,joined\nEstonia,2004-05-01\nCroatia,2013-07-01\n", encoding="utf-8")
    (corpus / "corpus.toml").write_text(_CORPUS, encoding="utf-8")
    path = folder / "config.toml"
    path.write_text(f'corpus = "{corpus}"\n{CONFIG}', encoding="utf-8")
    return path


_CORPUS = """\
name = "union"
as_of = 2025-01-01
[[table]]
name = "members"
key = "name"
columns = { joined = "date" }
[[table.relation]]
name = "member"
nature = "state"
begins = "joined"
sentence = "{name} has been a member of the Union since {joined}."
wordings = ["{name} is a member of the Union"]
"""
