"""Passages of documents as they were read before: read again when the bytes, the name or the readers changed."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter

from verifier.corpus.documents import read_document
from verifier.errors import CorpusError
from verifier.records import Passage

_PASSAGES = TypeAdapter(list[Passage])
_CODE = ("extract/*.py", "corpus/documents.py", "corpus/passages.py", "blocks.py", "text.py", "records.py")
_LIBRARIES = ("lxml", "pypdf", "python-docx", "trafilatura")


@dataclass(frozen=True, slots=True)
class Document:
    """A file of a corpus, not read yet."""

    path: Path
    name: str  # its path within the corpus
    digest: bytes  # SHA-256 of its content

    @classmethod
    def of(cls, path: Path, folder: Path) -> "Document":
        """Return a file with the hash of its content."""
        with path.open("rb") as file:
            return cls(path, path.relative_to(folder).as_posix(), hashlib.file_digest(file, "sha256").digest())


def read_documents(documents: Sequence[Document], extracts: Path | None, problems: list[str]) -> Iterator[Passage]:
    """Yield the passages of documents in order.

    Each is kept as soon as it is read, so that a build that dies can go on; those of other documents are forgotten.

    Args:
        documents: all of the corpus.
        extracts: file with what was read before; None to read all.
        problems: gets a line for each document that cannot be read.

    Raises:
        CorpusError: the file of extracts is damaged, or cannot be written.
    """
    with _opened(extracts if documents else None) as known:
        for document in documents:
            try:
                yield from _passages(known, document)
            except CorpusError as error:
                problems.append(str(error))
        known.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
        known.executemany("INSERT OR IGNORE INTO used VALUES (?)", [(_key(document),) for document in documents])
        known.execute("DELETE FROM extracts WHERE key NOT IN (SELECT key FROM used)")
        known.commit()


@contextmanager
def _opened(path: Path | None) -> Iterator[sqlite3.Connection]:
    try:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path or ":memory:", timeout=60)) as known:
            known.execute("CREATE TABLE IF NOT EXISTS extracts (key TEXT PRIMARY KEY, passages TEXT)")
            yield known
    except (sqlite3.Error, OSError) as error:
        raise CorpusError(f"{path}: {error}; delete it, and see that its folder can be written") from error


def _key(document: Document) -> str:
    return hashlib.sha256(f"{_readers()} {document.digest.hex()} {document.name}".encode()).hexdigest()


def _passages(known: sqlite3.Connection, document: Document) -> list[Passage]:
    key = _key(document)
    row = known.execute("SELECT passages FROM extracts WHERE key = ?", (key,)).fetchone()
    if row is not None:
        return _PASSAGES.validate_json(row[0])
    found = read_document(document.path, document.name)
    known.execute("INSERT OR REPLACE INTO extracts VALUES (?, ?)", (key, _PASSAGES.dump_json(found).decode()))
    known.commit()
    return found


@cache
def _readers() -> str:
    """Return a hash of all that makes passages of a file."""
    home = Path(__file__).parent.parent
    digest = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    for path in sorted(path for pattern in _CODE for path in home.glob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()
