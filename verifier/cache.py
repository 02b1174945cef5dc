"""Judgements of NLI models, kept in one SQLite file that several processes may use at once.

What is kept is what a model says of a pair of texts, not a verdict: which passages count depends on the checked
article, on the day and on the corpus, and is decided anew each time. So no answer can be taken over wrongly.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from verifier.errors import ConfigError
from verifier.records import Judgement

_LOG = logging.getLogger(__name__)
_SCHEMA = 1
_CREATE = (
    "CREATE TABLE IF NOT EXISTS judgements (key BLOB PRIMARY KEY, entailment REAL NOT NULL, neutral REAL NOT NULL, "
    "contradiction REAL NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID"
)
_AT_ONCE = 500  # keys of one question
_PATIENCE = 30.0  # seconds to wait for another process
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class CacheFacts:
    """What a cache holds."""

    entries: int
    size: int  # bytes
    oldest: date | None  # last use of the entry that was not used for longest


class JudgementCache:
    """A cache that never fails a run: one that is damaged is moved aside, one that cannot be used is told of once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._usable = True
        self._put(lambda connection: None)

    def find(self, keys: Sequence[bytes]) -> dict[bytes, Judgement]:
        """Return the judgements that are known, by key."""
        return self._put(lambda connection: dict(_found(connection, keys))) or {}

    def keep(self, judgements: Mapping[bytes, Judgement]) -> None:
        """Add judgements; all of them or none."""
        day = date.today().toordinal()
        rows = [(key, j.entailment, j.neutral, j.contradiction, day) for key, j in judgements.items()]
        if rows:
            self._put(lambda known: known.executemany("INSERT OR REPLACE INTO judgements VALUES (?, ?, ?, ?, ?)", rows))

    def facts(self) -> CacheFacts:
        """Return what the cache holds."""
        asked = "SELECT count(*), min(used) FROM judgements"
        count, oldest = self._put(lambda known: known.execute(asked).fetchone()) or (0, None)
        size = sum(part.stat().st_size for part in _parts(self.path) if part.exists())
        return CacheFacts(count, size, date.fromordinal(oldest) if oldest else None)

    def prune(self, days: int) -> int:
        """Forget what was not used for so many days, give the room back, and return how many entries went."""
        before = (date.today() - timedelta(days=days)).toordinal()
        gone = self._put(lambda known: known.execute("DELETE FROM judgements WHERE used <= ?", (before,)).rowcount) or 0
        self._put(lambda known: known.execute("VACUUM"), alone=True)
        return gone

    def _put(self, question: Callable[[sqlite3.Connection], Answer], *, alone: bool = False) -> Answer | None:
        """Ask the file; one that is damaged is moved aside and begun anew. `alone`: outside a transaction."""
        for _ in range(2):
            if not self._usable:
                return None
            try:
                with closing(_opened(self.path, alone)) as connection, connection:
                    return question(connection)
            except (sqlite3.OperationalError, OSError) as error:
                self._give_up(f"{error}; judgements are not kept in this run")
            except sqlite3.DatabaseError as error:
                self._move_aside(error)
        return None

    def _give_up(self, why: str) -> None:
        self._usable = False
        _LOG.warning("cache %s: %s", self.path, why)

    def _move_aside(self, error: sqlite3.DatabaseError) -> None:
        aside = self.path.with_name(f"{self.path.name}.damaged")
        try:
            for part, name in zip(_parts(self.path), _parts(aside), strict=True):
                if part.exists():
                    part.replace(name)
        except OSError as second:
            self._give_up(f"damaged ({error}), and cannot be moved ({second.strerror}); delete it")
            return
        _LOG.warning("cache %s: damaged (%s); moved to %s and begun anew", self.path, error, aside)


def _opened(path: Path, alone: bool) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None if alone else "DEFERRED")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # a power cut may lose the last entries, never the file
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != _SCHEMA:
            if version:
                connection.execute("DROP TABLE IF EXISTS judgements")
            connection.execute(_CREATE)
            connection.execute(f"PRAGMA user_version = {_SCHEMA}")
            connection.commit()
    except BaseException:
        connection.close()
        raise
    return connection


def _found(connection: sqlite3.Connection, keys: Sequence[bytes]) -> Iterator[tuple[bytes, Judgement]]:
    today = date.today().toordinal()
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        rows = connection.execute(f"SELECT * FROM judgements WHERE key IN ({marks})", some).fetchall()
        stale = [(today, row[0]) for row in rows if row[4] != today]
        connection.executemany("UPDATE judgements SET used = ? WHERE key = ?", stale)
        for key, entailment, neutral, contradiction, _ in rows:
            yield key, Judgement(entailment=entailment, neutral=neutral, contradiction=contradiction)


def _parts(path: Path) -> list[Path]:
    """Return the file and those that SQLite keeps beside it."""
    return [path.with_name(path.name + end) for end in ("", "-wal", "-shm")]


def checked_place(path: Path) -> Path:
    """Return where a user wants the cache.

    Raises:
        ConfigError: a folder is there.
    """
    if path.is_dir():
        raise ConfigError(f"{path}: a folder; name a file for the cache, for example {path / 'judgements.sqlite'}")
    return path
