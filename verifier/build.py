"""The one table of names -> implementations; wires a pipeline from settings."""

import hashlib
import importlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from verifier import __version__, bundled
from verifier.config import Settings
from verifier.corpus.load import find_corpus, load_corpus
from verifier.corpus_store import EXTRACTS, opened, own_place, sentence_encoder
from verifier.device import Device, placement, resolved
from verifier.errors import ConfigError
from verifier.facts import Corpus
from verifier.pipeline import Pipeline
from verifier.protocols import Judge, Renderer, Retriever, Splitter
from verifier.records import Article, RunInfo
from verifier.store import folder_hash
from verifier.verdict.decide import Decider
from verifier.verdict.exact import ExactChecker
from verifier.verdict.guards import Aligner
from verifier.verdict.mentions import Linker
from verifier.verdict.naming import Naming
from verifier.verdict.policy import Policy

CHAT = "chat:"  # before the name of a model behind a chat endpoint
_RENDERED = frozenset({"corpus", "threads"})  # settings that are named elsewhere or change no verdict


@dataclass(frozen=True)
class Workshop:
    """Opens each part once, when it is first needed."""

    settings: Settings
    cache: Path | None = None  # file that keeps judgements of NLI models

    @cached_property
    def corpus_folder(self) -> Path:
        """Folder of the chosen corpus."""
        return find_corpus(self.settings.corpus, bundled.corpora())

    @cached_property
    def corpus(self) -> Corpus:
        """The chosen corpus, checked."""
        return load_corpus(self.corpus_folder, own_place(self.corpus_folder) / EXTRACTS)

    @cached_property
    def splitter(self) -> Splitter:
        """What takes articles apart."""
        made: Splitter = _make("splitter", self.settings.splitter, SPLITTERS, self)
        return made

    @cached_property
    def retriever(self) -> Retriever:
        """What finds evidence."""
        made: Retriever = _make("retriever", self.settings.retriever, RETRIEVERS, self)
        return made

    @cached_property
    def judge(self) -> Judge:
        """What scores pairs."""
        name = self._judge_name
        made = self._cached_judge(name) if self.cache and name in JUDGES else self.scoring
        if self.settings.temperature == 1.0:
            return made
        from verifier.nli.tempered import TemperedJudge

        return TemperedJudge(made, self.settings.temperature)

    @cached_property
    def scoring(self) -> Judge:
        """What scores pairs that no earlier run scored."""
        made: Judge = _make("judge", self._judge_name, JUDGES, self)
        return made

    @cached_property
    def device(self) -> Device:
        """Where models run on this machine."""
        return resolved(self.settings.device)

    @property
    def _judge_name(self) -> str:
        return "chat" if self.settings.nli.startswith(CHAT) else self.settings.judge

    def _cached_judge(self, name: str) -> Judge:
        """Keep what models in folders say: the weights of others may change behind their names."""
        folder = Path(self.nli_model)
        if self.cache is None or name == "lexical" or not folder.is_dir():
            return self.scoring
        from verifier.cache import JudgementCache
        from verifier.nli.cached import CachedJudge, identity

        model = identity(f"{name} on {self.device}", folder_hash(folder))
        return CachedJudge(lambda: self.scoring, model, JudgementCache(self.cache))

    def warm_up(self) -> Pipeline:
        """Open every model now and return the whole program, ready to answer at once."""
        made, _ = self.pipeline(), self.scoring
        made.verify([Article(id="first", text="It rained in Oslo on 3 May 2021.")], date(2021, 5, 3))
        return made

    @cached_property
    def nli_model(self) -> str:
        """Folder or hub id of the NLI model."""
        return str(bundled.model_path("nli")) if self.settings.nli == "bundled" else self.settings.nli

    @property
    def policy(self) -> Policy:
        """The numbers of the decision rule."""
        chosen = self.settings
        return Policy(
            support=chosen.support, contradiction=chosen.contradiction, exact_confidence=chosen.exact_confidence
        )

    @cached_property
    def linker(self) -> Linker:
        """What finds the corpus's names in texts."""
        return Linker(self.corpus.entities.values(), self.corpus.constants.values())

    def decider(self) -> Decider:
        """Return the decision rule."""
        return Decider(Aligner(self.linker), self.policy)

    def pipeline(self) -> Pipeline:
        """Return the whole program."""
        return Pipeline(
            splitter=self.splitter,
            checker=ExactChecker(self.corpus),
            retriever=self.retriever,
            naming=Naming(self.linker),
            judge=self.judge,
            decider=self.decider(),
            run=self.run_info(),
            top_k=self.settings.top_k,
        )

    def run_info(self) -> RunInfo:
        """Return what a report must name so that it can be made again; opens no model."""
        settings = self.settings.model_copy(update={"device": self.device})
        config = {k: v for k, v in settings.model_dump(mode="json").items() if k not in _RENDERED}
        models = {
            "parser": _named("bundled", bundled.model_path("parser")),
            "retriever": _named("bundled", bundled.model_path("retriever")),
            "nli": _named(self.settings.nli, Path(self.nli_model)),
        }
        corpus = f"{self.corpus.name}, as of {self.corpus.as_of}, sha256 {self.corpus.hash}"
        content = json.dumps([__version__, config, models, corpus], sort_keys=True)
        key = hashlib.sha256(content.encode()).hexdigest()[:16]
        return RunInfo(version=__version__, config=config, models=models, corpus=corpus, key=key)


def _named(name: str, folder: Path) -> str:
    return f"{name} {folder_hash(folder)}" if folder.is_dir() else name


def judgement_cache() -> Path:
    """Return where judgements are kept unless a user says otherwise."""
    return user_cache_path("verifier") / "judgements.sqlite"


def _rules(workshop: Workshop) -> Splitter:
    from verifier.claims.splitter import RuleSplitter

    return RuleSplitter(bundled.model_path("parser"), workshop.corpus)


def _lexical(workshop: Workshop) -> Retriever:
    from verifier.retrieval.search import ByWords, StoreRetriever

    store = opened(workshop.corpus, workshop.corpus_folder, encoded=False)
    return StoreRetriever(store, ByWords(store), workshop.settings.threads)


def _dense(workshop: Workshop) -> Retriever:
    from verifier.retrieval.search import ByMeaning, StoreRetriever

    store = opened(workshop.corpus, workshop.corpus_folder, encoded=True)
    finder = ByMeaning(store, sentence_encoder(workshop.device, workshop.settings.threads))
    return StoreRetriever(store, finder, workshop.settings.threads)


def _hybrid(workshop: Workshop) -> Retriever:
    from verifier.retrieval.search import ByMeaning, ByWords, Fused, StoreRetriever

    store = opened(workshop.corpus, workshop.corpus_folder, encoded=True)
    finder = Fused([ByWords(store), ByMeaning(store, sentence_encoder(workshop.device, workshop.settings.threads))])
    return StoreRetriever(store, finder, workshop.settings.threads)


def _cross_encoder(workshop: Workshop) -> Judge:
    from verifier.nli.on_onnx import has_graph

    return (_onnx if has_graph(workshop.nli_model) and workshop.device is Device.CPU else _torch)(workshop)


def _torch(workshop: Workshop) -> Judge:
    from verifier.nli.cross_encoder import CrossEncoderJudge
    from verifier.nli.on_torch import TorchScorer

    where = placement(workshop.device)
    return CrossEncoderJudge(TorchScorer(workshop.nli_model, threads=workshop.settings.threads, placement=where))


def _onnx(workshop: Workshop) -> Judge:
    from verifier.nli.cross_encoder import CrossEncoderJudge
    from verifier.nli.on_onnx import OnnxScorer

    return CrossEncoderJudge(OnnxScorer(workshop.nli_model, threads=workshop.settings.threads))


def _chat(workshop: Workshop) -> Judge:
    from verifier.nli.chat import ChatJudge

    return ChatJudge(workshop.nli_model.removeprefix(CHAT))


def _lexical_judge(workshop: Workshop) -> Judge:
    from verifier.nli.lexical import LexicalJudge

    return LexicalJudge()


def _jsonl() -> Renderer:
    from verifier.reports.jsonl import JsonlRenderer

    return JsonlRenderer()


def _markdown() -> Renderer:
    from verifier.reports.markdown import MarkdownRenderer

    return MarkdownRenderer()


def _html() -> Renderer:
    from verifier.reports.html import HtmlRenderer

    return HtmlRenderer()


def _csv() -> Renderer:
    from verifier.reports.delimited import CsvRenderer

    return CsvRenderer()


Maker = Callable[[Workshop], Any]
SPLITTERS: Mapping[str, Maker] = {"rules": _rules}
RETRIEVERS: Mapping[str, Maker] = {"lexical": _lexical, "dense": _dense, "hybrid": _hybrid}
JUDGES: Mapping[str, Maker] = {
    "cross-encoder": _cross_encoder,  # on a processor by onnxruntime where there is a graph, else on torch
    "torch": _torch,
    "onnx": _onnx,
    "chat": _chat,
    "lexical": _lexical_judge,
}
RENDERERS: Mapping[str, Callable[[], Renderer]] = {"jsonl": _jsonl, "md": _markdown, "html": _html, "csv": _csv}


def renderers(names: Sequence[str]) -> dict[str, Renderer]:
    """Return the renderers of formats.

    Raises:
        ConfigError: a format is unknown.
    """
    unknown = [name for name in names if name not in RENDERERS]
    if unknown:
        hint = "; claimreview holds approved claims only: verifier review export" if "claimreview" in unknown else ""
        raise ConfigError(f"unknown format '{unknown[0]}'; choose from {', '.join(RENDERERS)}{hint}")
    return {name: RENDERERS[name]() for name in names}


def _make(part: str, name: str, table: Mapping[str, Maker], workshop: Workshop) -> Any:
    """Make a part by its name in the table, or by "package.module:Class", which is called with the corpus."""
    if name in table:
        return table[name](workshop)
    module, _, attribute = name.partition(":")
    if not attribute:
        raise ConfigError(f"unknown {part} '{name}'; choose from {', '.join(table)}, or name package.module:Class")
    try:
        made = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError) as error:
        raise ConfigError(f"{part} '{name}': {error}; is the package installed?") from error
    return made(workshop.corpus)
