"""From paths to files: what a user names on the command line, folders and patterns among it."""

import glob
from collections.abc import Sequence
from pathlib import Path

from verifier.articles.feeds import FEEDS
from verifier.articles.formats import SUPPORTED
from verifier.errors import InputError

STDIN = "-"
_IN_FOLDERS = (*SUPPORTED, *FEEDS, ".jsonl")  # .xml may be anything, so that it must be named


def find_files(paths: Sequence[str]) -> list[str]:
    """Return the files that paths, folders and patterns name, and "-" for standard input, in order, each once.

    Raises:
        InputError: a path does not exist, a folder holds no article, or a pattern fits nothing.
    """
    return list(dict.fromkeys(file for path in paths for file in _files(path)))


def _files(path: str) -> list[str]:
    place = Path(path)
    if path == STDIN or place.is_file():
        return [path]
    if place.is_dir():
        return _within(place)
    if glob.has_magic(path):
        names = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        found = [file for name in names for file in _found(Path(name))]
        if not found:
            raise InputError(f"{path}: no file fits this pattern; ** stands for folders, * for any part of a name")
        return found
    raise InputError(f"{path}: no such file or folder; give an article, a folder of articles, or - for stdin")


def _found(place: Path) -> list[str]:
    """Return a file that a pattern fits, or the articles of a folder that it fits, which may hold none."""
    if not place.is_dir():
        return [str(place)]
    try:
        return _within(place)
    except InputError:
        return []


def _within(folder: Path) -> list[str]:
    found = sorted(str(p) for p in folder.rglob("*") if p.suffix.lower() in _IN_FOLDERS and not _aside(p, folder))
    if not found:
        expected = ", ".join(sorted(_IN_FOLDERS))
        raise InputError(f"{folder}: no articles in this folder; expected files ending in {expected}")
    return found


def _aside(path: Path, folder: Path) -> bool:
    """Say whether a file is hidden, or what Word leaves beside an open document."""
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return hidden or path.name.startswith("~$") or not path.is_file()
