"""Vectors of passages on disk, so that a corpus is encoded once and a changed one only where it changed."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from verifier.errors import CorpusError
from verifier.protocols import Encoder
from verifier.records import Passage

Vectors = npt.NDArray[np.float32]
_KEY_BYTES = 16


def open_vectors(
    passages: Sequence[Passage], encoder: Encoder, model: str, shipped: Path | None, cache: Path
) -> Vectors:
    """Return the passages' vectors, shape (passages, dimensions); only unknown texts are encoded.

    A stored vector is found by the hash of its text and the model that made it, so it is never stale.

    Args:
        passages: what to look up.
        encoder: embeds the texts that are not stored.
        model: name or content hash of the encoder's weights.
        shipped: folder of vectors that came with the corpus; read only.
        cache: folder where new vectors are kept.
    """
    known = {**_read(shipped, model), **_read(cache, model)} if shipped else _read(cache, model)
    missing = _missing(passages, known)
    if missing:
        known |= encode(missing, encoder)
        _write(_file(cache, model), _read(cache, model) | {key: known[key] for key in missing})
    return _stack(passages, known)


def build_vectors(passages: Sequence[Passage], encoder: Encoder, model: str, folder: Path) -> Path:
    """Write exactly the vectors of these passages into a folder, and return the file."""
    path = _file(folder, model)
    known = _read(folder, model)
    missing = _missing(passages, known)
    known |= encode(missing, encoder)
    _write(path, {key: known[key] for key in map(key_of, (p.text for p in passages))})
    return path


def key_of(text: str) -> bytes:
    """Return the hash that a text's vector is stored under."""
    return hashlib.sha256(text.encode()).digest()[:_KEY_BYTES]


def encode(texts: Mapping[bytes, str], encoder: Encoder) -> dict[bytes, npt.NDArray[np.float16]]:
    """Encode texts in half precision, which moves a cosine by less than 0.001."""
    if not texts:
        return {}
    vectors = encoder.encode(list(texts.values())).astype(np.float16)
    return dict(zip(texts, vectors, strict=True))


def _missing(passages: Sequence[Passage], known: Mapping[bytes, object]) -> dict[bytes, str]:
    keyed = ((key_of(passage.text), passage.text) for passage in passages)
    return {key: text for key, text in keyed if key not in known}


def _stack(passages: Sequence[Passage], known: Mapping[bytes, npt.NDArray[np.float16]]) -> Vectors:
    if not passages:
        return np.empty((0, 0), dtype=np.float32)
    return np.stack([known[key_of(passage.text)] for passage in passages]).astype(np.float32)


def _file(folder: Path, model: str) -> Path:
    return folder / f"vectors-{hashlib.sha256(model.encode()).hexdigest()[:12]}.npz"


def _read(folder: Path, model: str) -> dict[bytes, npt.NDArray[np.float16]]:
    path = _file(folder, model)
    if not path.is_file():
        return {}
    try:
        with np.load(path, allow_pickle=False) as stored:
            keys, vectors = stored["keys"], stored["vectors"]
    except (OSError, ValueError, KeyError) as error:
        raise CorpusError(f"{path}: not a file of vectors ({error}); delete it to have it built anew") from error
    return dict(zip(_rows(keys), vectors, strict=True))


def _rows(keys: npt.NDArray[np.uint8]) -> Iterator[bytes]:
    return (row.tobytes() for row in keys)


def _write(path: Path, known: Mapping[bytes, npt.NDArray[np.float16]]) -> None:
    """Write so that another process sees the old file or the new one, never a part."""
    keys = np.frombuffer(b"".join(known), dtype=np.uint8).reshape(len(known), _KEY_BYTES)
    vectors = np.stack(list(known.values())) if known else np.empty((0, 0), dtype=np.float16)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.stem}.{os.getpid()}.npz")
    np.savez(temporary, keys=keys, vectors=vectors)
    temporary.replace(path)
