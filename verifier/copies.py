"""Tells the checked article's own text among the evidence: it proves nothing about itself."""

from functools import lru_cache

from verifier.records import Article, Passage
from verifier.text import fold, tokenize

_RUN = 5  # words in a row that two independent texts seldom share
_LEAST_WORDS = 8  # a shorter sentence may be the same by chance
_MOST_SHARED = 0.8  # share of a passage's runs from which it is taken from the article


def from_article(passage: Passage, article: Article | None) -> bool:
    """Say whether a passage of a document is text of the article: its file, a copy, or a lightly edited copy.

    White space, marks, case and line breaks do not count. Rows of tables are never the article's text.
    """
    if article is None or passage.table is not None:
        return False
    if article.source is not None and article.source in (passage.source, passage.url):
        return True
    words = _words(passage.text)
    same_title = bool(passage.title and article.title and fold(passage.title) == fold(article.title))
    if len(words) < _LEAST_WORDS and not same_title:
        return False
    length = min(_RUN, len(words))
    runs = _runs(words, length)
    return bool(runs) and len(runs & _runs_of(article.text, length)) >= _MOST_SHARED * len(runs)


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(token.text) for token in tokenize(text) if token.text[:1].isalnum())


def _runs(words: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    return frozenset(words[n : n + length] for n in range(len(words) - length + 1)) if length else frozenset()


@lru_cache(maxsize=256)
def _runs_of(text: str, length: int) -> frozenset[tuple[str, ...]]:
    return _runs(_words(text), length)
