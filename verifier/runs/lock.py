"""One run at a time in a folder; the system frees the lock of a run that was killed."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from verifier.errors import OutputError
from verifier.store import replace_text

_LOCK = ".lock"
_HOLDER = ".holder.json"


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder for the time of the block.

    Raises:
        OutputError: another run holds it, and is named; or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise OutputError(
            f"{folder}: another run is at work here ({_holder(folder)}); wait for it, stop it, or choose another --out"
        ) from error
    except OSError as error:
        raise OutputError(f"{folder}: cannot write there ({error.strerror}); choose another --out") from error
    try:
        _sign(folder)
        yield
    finally:
        (folder / _HOLDER).unlink(missing_ok=True)
        lock.release()  # its file stays: one that vanishes while another opens it would let two in


def _sign(folder: Path) -> None:
    holder = {
        "process": os.getpid(),
        "host": socket.gethostname(),
        "since": f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
    }
    try:
        replace_text(folder / _HOLDER, json.dumps(holder))
    except OSError:
        return  # a full disk: the lock holds all the same, without a name


def _holder(folder: Path) -> str:
    try:
        told = json.loads((folder / _HOLDER).read_text(encoding="utf-8"))
        return f"process {told['process']} on {told['host']} since {told['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "its process is not known"
