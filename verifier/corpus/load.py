"""Loads a corpus folder whole, or says all that is wrong with it."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from rapidfuzz.process import extractOne

from verifier.corpus.documents import SUPPORTED, read_document
from verifier.corpus.registry import Registry
from verifier.corpus.settings import CorpusSettings, read_settings
from verifier.corpus.statements import Stater
from verifier.corpus.tables import TableReader
from verifier.errors import CorpusError
from verifier.facts import Corpus
from verifier.records import Passage
from verifier.text import fold

_MOST_PROBLEMS = 20


def find_corpus(name_or_folder: str, bundled: Mapping[str, Path]) -> Path:
    """Return the folder of a corpus given by name or path.

    Raises:
        CorpusError: it is neither a bundled corpus nor a folder.
    """
    if name_or_folder in bundled:
        return bundled[name_or_folder]
    if Path(name_or_folder).is_dir():
        return Path(name_or_folder)
    near = extractOne(name_or_folder, list(bundled), score_cutoff=60)
    hint = f"did you mean '{near[0]}'?" if near else f"bundled: {', '.join(bundled) or 'none'}; or give a folder"
    raise CorpusError(f"no corpus '{name_or_folder}'; {hint}")


def load_corpus(folder: Path) -> Corpus:
    """Read and check a corpus.

    Raises:
        CorpusError: with one line for each problem, as file:line: what is wrong.
    """
    settings = read_settings(folder)
    registry = Registry()
    constants = {
        slot: registry.add(kind, list(names))
        for kind, slots in settings.entities.items()
        for slot, names in slots.items()
    }
    readers = [TableReader(folder, table, registry) for table in settings.table]
    for reader in readers:
        reader.register()
    _refuse([problem for reader in readers for problem in reader.problems])
    tables = tuple(reader.read(constants) for reader in readers)
    _refuse([problem for reader in readers for problem in reader.problems])
    stater = Stater(registry.entities(), constants)
    stated = (passage for table in tables for passage in stater.passages(table))
    passages = tuple(_distinct([*stated, *_documents(folder, settings)]))
    if not passages:
        raise CorpusError(f"{folder} holds nothing: no row of a table and no document ({', '.join(SUPPORTED)})")
    return Corpus(
        name=settings.name,
        title=settings.title,
        as_of=settings.as_of,
        licence=settings.licence,
        hash=_hash(folder, settings),
        entities=registry.entities(),
        constants=constants,
        tables=tables,
        passages=passages,
    )


def _refuse(problems: list[str]) -> None:
    if problems:
        more = len(problems) - _MOST_PROBLEMS
        shown = [*problems[:_MOST_PROBLEMS], *([f"and {more} more"] if more > 0 else [])]
        raise CorpusError("\n".join(shown))


def _document_paths(folder: Path, settings: CorpusSettings) -> list[Path]:
    """Return the documents that the settings name, or else all in the folder that are no table and no README."""
    if settings.documents is None:
        tables = {folder / table.file for table in settings.table}
        files = (p for p in folder.rglob("*") if p.suffix in SUPPORTED and not p.name.startswith((".", "README")))
        return sorted(path for path in files if path not in tables and path.is_file())
    found: list[Path] = []
    for pattern in settings.documents:
        matches = sorted(path for path in folder.glob(pattern) if path.is_file())
        if not matches:
            raise CorpusError(f"{folder / 'corpus.toml'}: documents: nothing matches '{pattern}'")
        found += matches
    return list(dict.fromkeys(found))


def _documents(folder: Path, settings: CorpusSettings) -> Iterator[Passage]:
    for path in _document_paths(folder, settings):
        yield from read_document(path, path.relative_to(folder).as_posix())


def _distinct(passages: list[Passage]) -> Iterator[Passage]:
    """Drop passages that say the same in the same words; the first one stays."""
    seen: set[str] = set()
    for passage in passages:
        if (key := fold(passage.text)) not in seen:
            seen.add(key)
            yield passage


def _hash(folder: Path, settings: CorpusSettings) -> str:
    digest = hashlib.sha256()
    tables = [folder / table.file for table in settings.table]
    for path in [folder / "corpus.toml", *tables, *_document_paths(folder, settings)]:
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
