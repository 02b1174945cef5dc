"""Brings a store to the state of a corpus: only what is new or changed is encoded."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from verifier.errors import CorpusError, ModelError
from verifier.protocols import Encoder, Entry
from verifier.records import Passage
from verifier.retrieval.lance import LanceStore, open_store, write_store
from verifier.retrieval.rows import draft
from verifier.retrieval.terms import Terms

_ATTEMPTS = 5  # where several machines write one store at once, no lock is shared
_BATCH = 1024  # passages that are encoded and written at a time; a build that dies loses no more


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a build did."""

    total: int
    written: int  # new and changed passages
    encoded: int  # of these, the ones whose vector was known from nowhere
    removed: int
    state: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Model:
    """An encoder with the content hash of its weights, by which stored vectors are found again."""

    name: str
    dimensions: int
    encoder: Callable[[], Encoder]  # opened when the first text is to be encoded


def is_current(place: str, corpus: str, model: Model, *, encoded: bool) -> bool:
    """Say whether the store of a place was built from this state of the corpus, with vectors of this model."""
    store = open_store(place, model.dimensions)
    if store is None or store.state.get("corpus") != corpus:
        return False
    return not encoded or store.state.get("model") == model.name


def compile_store(
    place: str,
    passages: Sequence[Passage],
    corpus: str,
    model: Model,
    *,
    encoded: bool,
    seeds: Sequence[str] = (),
    tell: Callable[[str], None] = lambda text: None,
) -> Compiled:
    """Write what differs, remove what is gone, and publish; a build that is killed leaves the old version usable.

    Args:
        place: folder, or "s3://bucket/path".
        passages: all of the corpus.
        corpus: content hash of the corpus.
        model: makes the vectors.
        encoded: whether vectors are wanted now; without them, only search by words is possible.
        seeds: further stores in which vectors may be found.
        tell: gets a line of progress now and then.
    """
    name, encoder = model.name if encoded else "", _Lazy(model)
    with _alone(place):
        seen = write_store(place, model.dimensions)  # stays at what was there before, while `store` moves on
        known = _Known([seen, *(found for seed in seeds if (found := open_store(seed, model.dimensions)))])
        changes = []
        began = time.monotonic()
        for attempt in range(_ATTEMPTS):
            if attempt:  # two builds in step would undo each other every time: wait up to as long as it took so far
                time.sleep(random.uniform(0, time.monotonic() - began))
            store = write_store(place, model.dimensions)
            changes.append(change := _compare(store, passages, name))
            if not change and is_current(place, corpus, model, encoded=encoded):
                break
            with _giving_way():
                _write(store, change, known, encoder, tell)
                if store.publish({"corpus": corpus, "model": name}, partial(_equal, store, passages, name)):
                    break
        else:
            raise CorpusError(f"{place}: another build is writing there; run this one again when it is done")
    return Compiled(len(passages), len(changes[0].stale), encoder.texts, len(changes[0].gone), store.state)


@contextmanager
def _giving_way() -> Iterator[None]:
    """Leave the block where another writer's commit came first; what it wrote is looked at in the next attempt."""
    try:
        yield
    except RuntimeError as error:
        if not any(words in str(error) for words in ("conflict", "Incompatible transaction")):
            raise


@dataclass(frozen=True, slots=True)
class _Change:
    """What differs between a store and a corpus."""

    rows: int  # that the store has
    stale: list[Entry]  # to be written
    gone: list[str]  # ids to be removed first

    def __bool__(self) -> bool:
        return bool(self.stale or self.gone)


def _compare(store: LanceStore, passages: Sequence[Passage], model: str) -> _Change:
    """Return what must be written and removed; an id that two writers wrote at once is removed and written again."""
    there, twice = _there(store)
    terms, stale, wanted = Terms(), list[Entry](), set[str]()
    for passage in passages:
        if passage.id in wanted:
            raise CorpusError(f"two passages are called '{passage.id}'; rename the file, table or row of one of them")
        wanted.add(passage.id)
        entry = draft(passage, terms, model)
        key, text_key = there.get(passage.id, (None, None))
        if passage.id in twice or key != entry.key or (model and text_key != entry.text_key):
            stale.append(entry)
    return _Change(len(there), stale, [id_ for id_ in there if id_ in twice or id_ not in wanted])


def _equal(store: LanceStore, passages: Sequence[Passage], model: str) -> bool:
    return not _compare(store, passages, model)


def _there(store: LanceStore) -> tuple[dict[str, tuple[bytes, bytes | None]], set[str]]:
    """Return the keys of the rows by id, and the ids that several rows have."""
    rows = store.keys()
    ids, keys, text_keys = (rows[name].to_pylist() for name in ("id", "key", "text_key"))
    there = dict(zip(ids, zip(keys, text_keys, strict=True), strict=True))
    return there, {id_ for id_, count in Counter(ids).items() if count > 1} if len(there) < len(ids) else set()


def _write(store: LanceStore, change: _Change, known: "_Known", encoder: "_Lazy", tell: Callable[[str], None]) -> None:
    store.delete(change.gone)
    for start in range(0, len(change.stale), _BATCH):
        entries = _with_vectors(change.stale[start : start + _BATCH], known, encoder)
        (store.upsert if change.rows else store.add)(entries)
        tell(f"{start + len(entries)} of {len(change.stale)} passages written")


class _Known:
    """Vectors that stores hold already, by the hash of text and model."""

    def __init__(self, stores: Iterable[LanceStore]) -> None:
        self._places: dict[bytes, tuple[LanceStore, int]] = {}
        for store in stores:
            rows = store.keys()
            for row, key in zip(rows["_rowid"].to_pylist(), rows["text_key"].to_pylist(), strict=True):
                if key is not None:
                    self._places.setdefault(key, (store, row))

    def of(self, keys: Iterable[bytes]) -> dict[bytes, Any]:
        """Return the vectors of those keys that are known."""
        by_store: dict[int, tuple[LanceStore, list[tuple[bytes, int]]]] = {}
        for key in keys:
            if key in self._places:
                store, row = self._places[key]
                by_store.setdefault(id(store), (store, []))[1].append((key, row))
        found: dict[bytes, Any] = {}
        for store, places in by_store.values():
            vectors = store.vectors([row for _, row in places])
            found.update(zip((key for key, _ in places), vectors, strict=True))
        return found


class _Lazy:
    """An encoder that is opened when the first text comes; counts the texts."""

    def __init__(self, model: Model) -> None:
        self._model, self.texts = model, 0
        self._encoder: Encoder | None = None

    def encode(self, texts: Mapping[bytes, str]) -> Iterator[tuple[bytes, Any]]:
        """Yield the vectors of texts under their keys, in half precision."""
        if texts:
            encoder = self._encoder or self._model.encoder()
            self._encoder = encoder
            self.texts += len(texts)
            vectors = encoder.encode(list(texts.values())).astype(np.float16)
            if not np.isfinite(vectors).all():
                raise ModelError("the sentence encoder returns vectors that are no numbers; its weights are broken")
            yield from zip(texts, vectors, strict=True)


def _with_vectors(entries: Sequence[Entry], known: _Known, encoder: _Lazy) -> list[Entry]:
    texts = {entry.text_key: entry.passage.text for entry in entries if entry.text_key is not None}
    vectors = known.of(texts)
    vectors |= dict(encoder.encode({key: text for key, text in texts.items() if key not in vectors}))
    return [replace(entry, vector=vectors[entry.text_key]) if entry.text_key else entry for entry in entries]


def _alone(place: str) -> AbstractContextManager[Any]:
    """Let one process at a time write a local store."""
    if "://" in place:
        return nullcontext()
    from filelock import FileLock

    Path(place).mkdir(parents=True, exist_ok=True)
    return FileLock(Path(place) / ".lock")
