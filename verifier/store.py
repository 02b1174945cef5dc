"""Files that survive a crash: JSON Lines with whole lines only, and atomic replacement; what a folder holds."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from io import FileIO
from pathlib import Path

_CHUNK = 1 << 16  # bytes read at once when a line's end is looked for


def read_lines(path: Path) -> Iterator[str]:
    """Yield the whole lines of a file; a last line torn by a crash is left out."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            if line.endswith("\n"):
                yield line[:-1]


def append_line(path: Path, line: str) -> None:
    """Add one line durably; a torn last line of an earlier crash is cut off first."""
    append_lines(path, [line])


def append_lines(path: Path, lines: Iterable[str]) -> int:
    """Add lines durably and return where the first begins, in bytes.

    A torn last line of an earlier crash is cut off first; where the disk fills up, what was written of these lines is
    cut off too, as far as that can be done.
    """
    with path.open("a+b", buffering=0) as file:  # what a buffer could not write it would write when it is closed
        start = _end_of_whole_lines(file)
        file.truncate(start)
        data = memoryview("".join(f"{line}\n" for line in lines).encode("utf-8"))
        try:
            while data:
                data = data[file.write(data) :]
            os.fsync(file.fileno())
        except OSError:
            os.truncate(path, start)
            raise
    return start


def _end_of_whole_lines(file: FileIO) -> int:
    """Return the offset after the last line end; read backwards, since the file may be larger than memory."""
    end = file.seek(0, os.SEEK_END)
    while end:
        start = max(0, end - _CHUNK)
        file.seek(start)
        found = file.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0


def replace_text(path: Path, text: str) -> None:
    """Write a file so that a reader sees the old or the new text, never a part."""
    replace_bytes(path, [text.encode("utf-8")])


def replace_pieces(path: Path, pieces: Iterable[str]) -> None:
    """Write a file piece by piece, as `replace_bytes` does."""
    replace_bytes(path, (piece.encode("utf-8") for piece in pieces))


def replace_bytes(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file piece by piece so that a reader sees the old or the new content, never a part."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with temporary.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def folder_hash(folder: Path) -> str:
    """Return a content hash of all files below a folder."""
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
