"""Prints the table of the splitter: agreement with human claims, form, coverage, rewrites, speed.

    python evals/splitter.py FOLDER [--limit N] [--trees pud-news.conllu.gz]

FOLDER holds the public sets (rose_acu_a, factcheck_bench and desse_test, .jsonl.gz). Floors: whole sentences, and a
splitter that cuts at commas and conjunctions by a regular expression. Figures are percent, but for words a second.
"""

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from treebank import read_trees

from verifier import bundled
from verifier.build import Workshop
from verifier.claims.coordination import has_finite, subject_of
from verifier.claims.plain import PlainSentences
from verifier.claims.sentences import find_sentences
from verifier.claims.splitter import RuleSplitter
from verifier.config import Settings
from verifier.evaluation.gold import half, lines
from verifier.evaluation.matching import bag, matched
from verifier.language import load_parser, main_root
from verifier.process import prepare_process
from verifier.records import Article, EditKind, Split, reproduce
from verifier.text import STOP_WORDS, tokenize

SETS = ("rose_acu_a", "factcheck_bench", "desse_test")
_CUT = re.compile(r";\s+|,\s+(?:and|but|which|who|while)\s+|\s+(?:and|but)\s+(?=(?:he|she|it|they|the|a)\s)")
Splits = Callable[[str], list[str]]


def sentences(text: str) -> list[str]:
    """Return whole sentences, the first floor."""
    return [text[s.start : s.end] for s in find_sentences(text)[0]]


def clauses(text: str) -> list[str]:
    """Return pieces of sentences cut by a pattern, the second floor."""
    return [piece.strip() for sentence in sentences(text) for piece in _CUT.split(sentence) if piece.strip()]


def agreement(rows: Sequence[dict[str, Any]], split: Splits) -> str:
    """Return hitF, its precision and recall, and softF over all claims of a set."""
    made = wanted = hits = 0
    soft = 0.0
    for row in rows:
        found, gold = split(row["text"]), [claim["text"] for claim in row["claims"]]
        matches = matched(found, gold)
        made, wanted = made + len(found), wanted + len(gold)
        hits, soft = hits + sum(m.hit for m in matches), soft + sum(m.score for m in matches)
    both = max(made + wanted, 1)
    shares = (200 * hits / both, 100 * hits / max(made, 1), 100 * hits / max(wanted, 1), 200 * soft / both)
    return "hitF {:5.1f}  hitP {:5.1f}  hitR {:5.1f}  softF {:5.1f}".format(*shares)


def well_formed(claims: Iterable[str], parse: Any) -> float:
    """Return the share of claims that parse as one clause with a subject and a finite verb."""
    good = [_is_clause(parse(claim)) for claim in claims]
    return 100 * sum(good) / max(len(good), 1)


def _is_clause(doc: Any) -> bool:
    if not len(doc) or sum(token.head.i == token.i for token in doc) > 1:
        return False
    root = main_root(doc)
    return subject_of(root) is not None and has_finite(root)


def coverage(articles: Sequence[tuple[str, Split]]) -> tuple[float, float, int]:
    """Return the share of content words that stand in a claim, of those neither there nor left out, bad origins."""
    words = covered = silent = broken = 0
    for text, split in articles:
        claimed = {i for claim in split.claims for s in claim.spans for i in range(s.start, s.end)}
        skipped = {i for part in split.skipped for i in range(part.span.start, part.span.end)}
        broken += sum(reproduce(text, c.spans, c.edits) != c.text for c in split.claims)
        for token in tokenize(text):
            if token.text[:1].isalnum() and token.text.lower() not in STOP_WORDS:
                words += 1
                covered += token.start in claimed
                silent += token.start not in claimed and token.start not in skipped
    return 100 * covered / max(words, 1), 100 * silent / max(words, 1), broken


def in_context(row: dict[str, Any], split: Callable[[str], Split]) -> list[str]:
    """Return the claims of a row that is split within its context, where it stands there."""
    text, context = row["text"], row.get("context") or ""
    at = context.find(text)
    if at < 0:
        return [claim.text for claim in split(text).claims]
    end = at + len(text)
    return [c.text for c in split(context).claims if c.spans and at <= c.spans[0].start < end]


def rewrites(rows: Sequence[dict[str, Any]], split: Callable[[str], Split]) -> tuple[float, float, int]:
    """Return precision and recall of words put into sentences, against a human rewrite in their context."""
    right = made = found = wanted = items = 0
    for row in rows:
        at = row["context"].find(row["text"]) if row.get("context") and row.get("decontext") else -1
        if at < 0 or row["decontext"] == row["text"]:
            continue
        source, human = bag(row["text"]), bag(row["decontext"])
        put = set(_named(split(row["context"]), at, at + len(row["text"]))) - set(source)
        asked = set(human) - set(source)
        items += bool(asked)
        right, made = right + len(put & set(human)), made + len(put)
        found, wanted = found + len(put & asked), wanted + len(asked)
    return 100 * right / max(made, 1), 100 * found / max(wanted, 1), items


def _named(split: Split, start: int, end: int) -> Iterator[str]:
    """Yield the words that references became in the claims of a stretch."""
    for claim in split.claims:
        if any(start <= span.start < end for span in claim.spans):
            for edit in claim.edits:
                if edit.kind is EditKind.REFERENCE:
                    yield from bag(edit.replacement)


def robustness(path: Path, splitter: RuleSplitter, parse: Any) -> tuple[float, int]:
    """Return the F1 between the claims of predicted trees and those of gold trees."""
    trees = {doc.text: doc for doc in read_trees(path, parse)}
    gold = splitter.reading(PlainSentences(lambda text: trees[text].copy() if text in trees else parse(text)))
    same = total = 0.0
    for text in trees:
        mine, theirs = ([c.text for c in s.split(Article(id="t", text=text)).claims] for s in (splitter, gold))
        same += 2 * sum(_equal(mine, theirs))
        total += len(mine) + len(theirs)
    return 100 * same / max(total, 1), len(trees)


def _equal(mine: list[str], theirs: list[str]) -> Iterator[int]:
    rest = Counter(theirs)
    for text in mine:
        if rest[text]:
            rest[text] -= 1
            yield 1


def main() -> None:
    """Print the table."""
    options = _options()
    prepare_process()
    splitter = Workshop(Settings()).splitter
    parse = load_parser(bundled.model_path("parser"))
    articles: list[tuple[str, Split]] = []

    @cache
    def split(text: str) -> Split:
        return splitter.split(Article(id="t", text=text))

    seconds = words = 0.0
    for name in SETS:
        rows = [row for _, row in lines(options.folder / f"{name}.jsonl.gz") if options.half in (None, half(row["id"]))]
        rows = rows[: options.limit]
        start = time.process_time()
        done = {row["text"]: split(row["text"]) for row in rows}
        seconds, words = seconds + time.process_time() - start, words + sum(len(row["text"].split()) for row in rows)
        articles += done.items()
        systems: dict[str, Splits] = {"sentences": sentences, "regex": clauses}
        systems["verifier"] = lambda text, done=done: [c.text for c in done[text].claims]  # type: ignore[misc]
        for system, run in systems.items():
            form = well_formed([c for row in rows for c in run(row["text"])], parse)
            print(f"{name:16} {system:10} {agreement(rows, run)}  well-formed {form:5.1f}  ({len(rows)} texts)")
        if name == "factcheck_bench":
            told = {row["text"]: in_context(row, split) for row in rows}
            print(f"{name:16} {'in context':10} {agreement(rows, told.__getitem__)}")
            precision, recall, items = rewrites(rows, split)
            print(f"rewrites: precision {precision:.1f}  recall {recall:.1f}  ({items} sentences that people rewrote)")
    covered, silent, broken = coverage(articles)
    print(
        f"content words in a claim {covered:.2f}, neither there nor left out {silent:.2f}; origins that fail: {broken}"
    )
    print(f"speed of the whole splitter: {words / max(seconds, 1e-9):.0f} words a second of one core")
    if options.trees:
        same, number = robustness(options.trees, splitter, parse)
        print(f"claims of predicted and of gold trees, F1: {same:.1f} ({number} sentences)")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=None, help="texts of each set; default: all")
    parser.add_argument("--half", choices=("dev", "test"), default=None, help="default: both")
    parser.add_argument("--trees", type=Path, default=None, help="CoNLL-U file of sentences with gold trees")
    return parser.parse_args()


if __name__ == "__main__":
    main()
