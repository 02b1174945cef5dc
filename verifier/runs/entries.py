"""What a run remembers of each saved report: where it lies, what it was made from, and how its claims came out."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from sys import intern
from typing import Any

from pydantic import ValidationError

from verifier.records import Article, Flag, Label, RunInfo


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of reports.jsonl; small, since a run holds one for each article."""

    start: int  # byte offset of the line
    length: int  # bytes, line end included
    key: str  # of the configuration that made it
    made_of: bytes  # digest of the article
    judged: str  # day that it was judged for; empty where it has no claim
    labels: tuple[int, ...]  # claims by label, in the order of Label
    failures: int
    undated: int  # claims with dates that need the publication date, which the article does not state

    @property
    def claims(self) -> int:
        """How many claims have a verdict."""
        return sum(self.labels)

    def count(self, label: Label) -> int:
        """Say how many claims have a verdict."""
        return self.labels[_PLACES[label]]


_PLACES = {label: place for place, label in enumerate(Label)}


def read_entry(line: bytes, start: int, runs: dict[str, RunInfo]) -> tuple[str, Entry] | None:
    """Return the article's id and the entry of a line, or None where the line is no report.

    Args:
        line: with its line end.
        start: its offset in the file, bytes.
        runs: gets the configuration that made the report, by key.
    """
    try:
        record = json.loads(line)
        article, run, claims = Article.model_validate(record["article"]), record["run"], record["claims"]
        found = Counter(claim["verdict"] for claim in claims)
        if run["key"] not in runs:
            runs[run["key"]] = RunInfo.model_validate(run)
        return article.id, Entry(
            start=start,
            length=len(line),
            key=intern(run["key"]),
            made_of=digest(article),
            judged=intern(_judged(claims)),
            labels=tuple(found[label] for label in Label),
            failures=len(record["failures"]),
            undated=0 if article.published else sum(Flag.UNRESOLVED_DATE in claim["flags"] for claim in claims),
        )
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError):
        return None


def digest(article: Article) -> bytes:
    """Return what must be equal for a report to be used again: the article, with its title, source and date."""
    content = json.dumps(article.model_dump(mode="json"), sort_keys=True)
    return hashlib.blake2b(content.encode(), digest_size=16).digest()


def _judged(claims: list[Mapping[str, Any]]) -> str:
    return str(claims[0]["as_of"]) if claims else ""


def why_again(entry: Entry, article: Article, as_of: date, run: RunInfo, runs: Mapping[str, RunInfo]) -> str | None:
    """Say why a saved report cannot be used again, or None where it can."""
    if entry.key != run.key:
        return changed(runs[entry.key], run)
    if entry.made_of != digest(article):
        return "the article changed"
    if entry.judged not in ("", str(article.published or as_of)):
        return "judged for another day"
    return "parts of it failed before" if entry.failures else None


def changed(before: RunInfo, now: RunInfo) -> str:
    """Say in what two configurations differ.

    Examples: "the corpus changed", "settings changed: support, top_k".
    """
    if before.corpus != now.corpus:
        return "the corpus changed"
    names = sorted(n for n in {*before.models, *now.models} if before.models.get(n) != now.models.get(n))
    if names:
        return f"models changed: {', '.join(names)}"
    names = sorted(n for n in {*before.config, *now.config} if before.config.get(n) != now.config.get(n))
    if names:
        return f"settings changed: {', '.join(names)}"
    return f"made by version {before.version}"
