"""Where the built passages of a corpus lie, and how they are opened."""

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from verifier import bundled
from verifier.device import Device, resolved
from verifier.errors import CorpusError
from verifier.facts import Corpus
from verifier.store import folder_hash

if TYPE_CHECKING:
    from verifier.protocols import Encoder
    from verifier.retrieval.compiling import Model
    from verifier.retrieval.lance import LanceStore

INDEX = "index"  # folder of a corpus with its built store
EXTRACTS = "extracts.sqlite"  # beside a store: what the documents of its corpus said


def cache_folder() -> Path:
    """Return where stores of corpora are kept that were not built, or not since they changed."""
    return user_cache_path("verifier") / "stores"


def own_place(folder: Path) -> Path:
    """Return where a store of a corpus is kept that lies elsewhere or was not built."""
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
    return cache_folder() / f"{folder.resolve().name}-{name}"


@cache
def retriever_model() -> "Model":
    """Return the encoder of the passages, which is opened when it is needed."""
    from verifier.retrieval.compiling import Model
    from verifier.retrieval.encoder import dimensions_of

    folder = bundled.model_path("retriever")
    return Model(folder_hash(folder), dimensions_of(folder), sentence_encoder)


def sentence_encoder(device: Device = Device.AUTO, threads: int = 0) -> "Encoder":
    """Open the bundled encoder: on a processor by onnxruntime where there is a graph, else by sentence-transformers."""
    from verifier.retrieval.encoder import SentenceEncoder
    from verifier.retrieval.on_onnx import OnnxEncoder, has_graph

    folder, device = bundled.model_path("retriever"), resolved(device)
    if device is Device.CPU and has_graph(folder):
        return OnnxEncoder(folder, threads=threads)
    return SentenceEncoder(folder, device=device)


def store_place(corpus: Corpus, folder: Path) -> str:
    """Return where `corpus build` keeps the passages of a corpus: where its settings say, else within its folder."""
    return corpus.store or str(folder / INDEX)


def opened(corpus: Corpus, folder: Path, *, encoded: bool) -> "LanceStore":
    """Open the built store; where it is missing or of another state, bring a copy of one's own up to date.

    Raises:
        CorpusError: a store that several machines share is not of this state of the corpus.
    """
    from verifier.retrieval.compiling import compile_store, is_current
    from verifier.retrieval.lance import open_store

    model = retriever_model()
    place = store_place(corpus, folder)
    if not is_current(place, corpus.hash, model, encoded=encoded):
        if corpus.store:
            raise CorpusError(f"{place} is not of this state of the corpus; run: verifier corpus build {folder}")
        built, place = place, str(own_place(folder))
        if not is_current(place, corpus.hash, model, encoded=encoded):
            compile_store(place, corpus.passages, corpus.hash, model, encoded=encoded, seeds=[built])
    store = open_store(place, model.dimensions)
    if store is None:
        raise CorpusError(f"{place}: the store vanished while it was opened; run the command again")
    return store
