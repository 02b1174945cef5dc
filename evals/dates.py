"""Scores dates that need an anchor against the dates that the GUM treebank states for its news and interviews.

    python evals/dates.py gum-dev.conllu.gz gum-test.conllu.gz gum-train.conllu.gz [--show]

Counted are expressions without a year whose document tells its day of writing; an interval is right when both ends
are. Half of the documents may be tuned on (`--half dev`), by a hash of their names.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from treebank import Tree, trees

from verifier.claims.kinds import planned_for, tense_of
from verifier.dates import Tense, TimeMention, find_times, parse_partial
from verifier.errors import DateError
from verifier.evaluation.gold import half
from verifier.records import TimeSpan

_OPEN = re.compile(r'<date when:::"([\d-]+)"')
_HELPING = ("aux", "aux:pass", "cop", "mark")
_GENRES = ("GUM_news", "GUM_interview")


@dataclass(frozen=True)
class Gold:
    """A date expression [start, end) of a sentence, the days that it names, and the day of writing."""

    document: str
    text: str
    clause: str  # the verbs of the clause that it stands in
    tags: tuple[str, ...]  # of those verbs
    start: int
    end: int
    span: TimeSpan
    written: date


def golds(path: Path) -> Iterator[Gold]:
    """Yield the dates without a year of a treebank file."""
    document, written = "", None
    for tree in trees(path):
        if "newdoc id" in tree.comments:
            document = tree.comments["newdoc id"]
            written = _day(tree.comments.get("meta::dateCreated", ""))
        if document.startswith(_GENRES) and written is not None:
            yield from _of_sentence(tree, document, written)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _of_sentence(tree: Tree, document: str, written: date) -> Iterator[Gold]:
    at, begun, when = 0, None, ""
    for number, (word, space) in enumerate(zip(tree.words, tree.spaces, strict=True)):
        end = at + len(word[1])
        opened = _OPEN.search(word[9])
        if opened:
            begun, when = at, opened[1]
        if begun is not None and "</date>" in word[9]:
            stated = re.search(r"(?<!\d)(?:1\d|20)\d\d(?!\d)", tree.text[begun:end])
            span = None if stated else _span(when)
            if span is not None:
                verbs = [tree.words[i] for i in sorted(_verbs(tree, number))]
                clause = " ".join(verb[1] for verb in verbs)
                tags = tuple(verb[4] for verb in verbs)
                yield Gold(document, tree.text, clause, tags, begun, end, span, written)
            begun = None
        at = end + space


def _verbs(tree: Tree, at: int) -> set[int]:
    """Return the verb that a word hangs on, with its auxiliaries and what it is the complement of."""
    found: set[int] = set()
    while at >= 0:
        word = tree.words[at]
        if word[3] in ("VERB", "AUX") or found or any(w[6] == word[0] and w[7] == "cop" for w in tree.words):
            helping = (
                i for i, w in enumerate(tree.words) if w[6] == word[0] and w[7] in ("aux", "aux:pass", "cop", "mark")
            )
            found |= {at, *helping}
            if word[7] != "xcomp":
                break
        at = int(word[6]) - 1
    return found


def _span(when: str) -> TimeSpan | None:
    try:
        return parse_partial(when)
    except DateError:
        return None


def found(gold: Gold) -> TimeMention | None:
    """Return the time that the program reads where the gold names one."""
    tense = tense_of(gold.clause, list(gold.tags))
    mentions = find_times(gold.text, gold.written, tense)
    mention = next((m for m in mentions if m.start < gold.end and gold.start < m.end), None)
    if mention is not None and planned_for(gold.text[: mention.start]):
        ahead = find_times(gold.text, gold.written, Tense.FUTURE)
        return next((m for m in ahead if m.start == mention.start), mention)
    return mention


def main() -> None:
    """Print precision and recall."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path, nargs="+")
    parser.add_argument("--half", choices=("dev", "test"), default=None, help="default: both")
    parser.add_argument("--show", action="store_true", help="print what is not right")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for gold in (g for path in options.treebanks for g in golds(path)):
        if options.half in (None, half(gold.document)):
            mention = found(gold)
            span = mention.span if mention else None
            right = span is not None and (span.first, span.last) == (gold.span.first, gold.span.last)
            kind = "right" if right else "wrong" if span is not None else "open"
            counts[kind] += 1
            if options.show and not right:
                written = f"{gold.text[gold.start : gold.end]!r} = {gold.span.first}..{gold.span.last}"
                print(f"{kind}: {written}, written {gold.written}, read {span and (str(span.first), str(span.last))}")
                print(f"    {gold.text[:160]}")
    resolved = counts["right"] + counts["wrong"]
    print(f"{dict(counts)}: precision {100 * counts['right'] / max(resolved, 1):.1f}", end="  ")
    print(f"recall {100 * counts['right'] / max(counts.total(), 1):.1f}")


if __name__ == "__main__":
    main()
