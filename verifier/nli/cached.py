"""A judge that asks the model only what it was never asked before, in this run or an earlier one."""

import hashlib
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from verifier import graphs
from verifier.cache import JudgementCache
from verifier.protocols import Judge
from verifier.records import Judgement, Pair

_LIBRARIES = ("onnxruntime", "sentence-transformers", "tokenizers", "torch", "transformers")


class CachedJudge:
    """Keeps judgements by model and pair; the model is opened when the first unknown pair comes.

    This is sound because the same pair gets the same judgement in any batch, which `Judge` promises.
    """

    def __init__(self, open_judge: Callable[[], Judge], model: str, cache: JudgementCache) -> None:
        self._open = open_judge
        self._model = model.encode()
        self._cache = cache

    @cached_property
    def _inner(self) -> Judge:
        return self._open()

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one judgement a pair, in order.

        Raises:
            ModelError: the model cannot be opened.
            JudgementError: a pair cannot be judged.
        """
        asked = {self._key(pair): pair for pair in pairs}
        known = self._cache.find(list(asked))
        missing = {key: pair for key, pair in asked.items() if key not in known}
        if missing:
            made = dict(zip(missing, self._inner.judge(list(missing.values())), strict=True))
            self._cache.keep(made)
            known |= made
        return [known[self._key(pair)] for pair in pairs]

    def _key(self, pair: Pair) -> bytes:
        digest = hashlib.blake2b(self._model, digest_size=16)
        for text in (pair.premise, pair.hypothesis):
            digest.update(f"\0{len(text)}\0{text}".encode())
        return digest.digest()


def identity(judge: str, model: str) -> str:
    """Return all that a judgement depends on but the pair.

    Args:
        judge: name of the implementation.
        model: content hash of its weights.
    """
    code = hashlib.blake2b(digest_size=8)
    for path in (*sorted(Path(__file__).parent.glob("*.py")), Path(graphs.__file__)):
        code.update(path.read_bytes())
    return "\n".join([judge, model, code.hexdigest(), *(f"{name} {_version(name)}" for name in _LIBRARIES)])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
