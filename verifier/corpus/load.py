"""Loads a corpus folder whole, or says all that is wrong with it."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from rapidfuzz.process import extractOne

from verifier.corpus.documents import SUPPORTED
from verifier.corpus.duplicates import distinct
from verifier.corpus.extracts import Document, read_documents
from verifier.corpus.registry import Registry
from verifier.corpus.settings import CorpusSettings, read_settings
from verifier.corpus.statements import Stater
from verifier.corpus.tables import TableReader
from verifier.errors import CorpusError
from verifier.facts import Corpus, Library
from verifier.records import Passage

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


def load_corpus(folder: Path, extracts: Path | None = None) -> Corpus:
    """Read and check a corpus; its documents are read when the first passage is asked for.

    Args:
        folder: with corpus.toml.
        extracts: file that keeps what documents said, so that only changed ones are read again.

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
    stated, _ = distinct(passage for table in tables for passage in stater.passages(table))
    paths = document_paths(folder, settings)
    if not stated and not paths:
        raise CorpusError(f"{folder} holds nothing: no row of a table and no document ({', '.join(SUPPORTED)})")
    documents = [Document.of(path, folder) for path in paths]
    return Corpus(
        name=settings.name,
        title=settings.title,
        as_of=settings.as_of,
        licence=settings.licence,
        hash=_hash(folder, settings, documents),
        entities=registry.entities(),
        constants=constants,
        tables=tables,
        stated=tuple(stated),
        passages=Library(lambda: _all(stated, folder, documents, extracts)),
        store=settings.store,
    )


def _refuse(problems: list[str]) -> None:
    if problems:
        more = len(problems) - _MOST_PROBLEMS
        shown = [*problems[:_MOST_PROBLEMS], *([f"and {more} more"] if more > 0 else [])]
        raise CorpusError("\n".join(shown))


def document_paths(folder: Path, settings: CorpusSettings) -> list[Path]:
    """Return the documents that the settings name, or else all in the folder that are no table and no README.

    Raises:
        CorpusError: a pattern of the settings matches no file.
    """
    ignored = {path for pattern in settings.ignore for path in folder.glob(pattern)}
    if settings.documents is None:
        skipped = ignored | {folder / table.file for table in settings.table}
        files = (p for p in folder.rglob("*") if p.suffix.lower() in SUPPORTED and not _aside(p.relative_to(folder)))
        return sorted(path for path in files if path not in skipped and path.is_file())
    found: list[Path] = []
    for pattern in settings.documents:
        matches = sorted(path for path in folder.glob(pattern) if path.is_file())
        if not matches:
            raise CorpusError(f"{folder / 'corpus.toml'}: documents: nothing matches '{pattern}'")
        found += matches
    return [path for path in dict.fromkeys(found) if path not in ignored]


def _aside(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return hidden or path.name.startswith(("README", "~$"))


def _all(
    stated: Sequence[Passage], folder: Path, documents: Sequence[Document], extracts: Path | None
) -> tuple[Sequence[Passage], dict[str, str]]:
    """Read the documents; all that cannot be read are told at once."""
    problems: list[str] = []
    found = list(read_documents(documents, extracts, problems))
    _refuse(problems)
    kept, repeats = distinct([*stated, *found])
    if not kept:
        raise CorpusError(f"{folder} holds nothing: its documents have no text")
    return kept, {repeat.id: repeat.of for repeat in repeats}


def _hash(folder: Path, settings: CorpusSettings, documents: Sequence[Document]) -> str:
    digest = hashlib.sha256()
    tables = [folder / table.file for table in settings.table]
    parts = [Document.of(path, folder) for path in (folder / "corpus.toml", *tables)]
    for part in (*parts, *documents):
        digest.update(part.name.encode() + b"\0" + part.digest)
    return digest.hexdigest()[:16]
