"""What a run of the harness was asked for, and the parts that its suites share."""

import json
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from verifier import __version__
from verifier.build import Workshop
from verifier.config import Settings
from verifier.evaluation.gold import half, lines
from verifier.evaluation.intervals import SEED
from verifier.evaluation.metrics import classification
from verifier.evaluation.records import Outcome, Result, Score, Status
from verifier.evaluation.sources import DOCUMENT_READERS, data_hash, locate
from verifier.evaluation.suites import Suite

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Setting:
    """How suites are run."""

    settings: Settings
    folders: tuple[Path, ...] = ()  # where public data lies
    models: tuple[str, ...] = ("bundled",)  # NLI models to compare
    baselines: bool = False
    half: str | None = None  # "dev" or "test"; both when None
    limit: int | None = None  # items a suite, a fixed random choice
    download: bool = False
    corpus_given: bool = False  # the user named a corpus, which goes before the suite's
    opened: dict[tuple[str, str], Workshop] = field(default_factory=dict)

    def workshop(self, suite: Suite, nli: str) -> Workshop:
        """Return the parts for a suite, opened once."""
        corpus = self._corpus(suite)
        key = (corpus, nli)
        if key not in self.opened:
            self.opened[key] = Workshop(self.settings.model_copy(update={"corpus": corpus, "nli": nli}))
        return self.opened[key]

    def data(self, suite: Suite) -> Path | None:
        """Return the file or folder of a suite's gold data; None where it is absent."""
        own = Path(suite.data)
        return own if own.is_absolute() else locate(suite.data, suite.bundled, self.folders)

    def absent(self, suite: Suite) -> str | None:
        """Return why a suite cannot be run, None if it can."""
        if suite.documents and locate(suite.documents, suite.bundled, self.folders) is None:
            return f"{suite.documents} is in no --data folder"
        if self.data(suite) is not None:
            return None
        if not suite.hub:
            return f"{suite.data} is in no --data folder"
        if not self.download:
            return f"{suite.data} is in no --data folder; --download fetches {suite.hub}"
        return None

    def chosen(self, items: Sequence[Item], clusters: Sequence[str]) -> list[Item]:
        """Return the items of the half that was asked for, at most `limit` of them."""
        pairs = zip(items, clusters, strict=True)
        kept = [item for item, cluster in pairs if self.half is None or half(cluster) == self.half]
        if self.limit is None or len(kept) <= self.limit:
            return kept
        places = sorted(random.Random(SEED).sample(range(len(kept)), self.limit))
        return [kept[place] for place in places]

    def name(self, system: str, nli: str) -> str:
        """Return how a system is called in the results; the model is named where several are compared."""
        return f"{system} [{nli}]" if len(self.models) > 1 else system

    def result(
        self, suite: Suite, system: str, nli: str, outcomes: Sequence[Outcome], more: Sequence[Score] = (),
        seconds: float = 0.0,
    ) -> Result:  # fmt: skip
        """Return scored outcomes with their signature."""
        return Result(
            suite=suite.name,
            task=suite.task,
            system=self.name(system, nli),
            status=Status.RUN,
            scores=(*more, *classification(outcomes)),
            outcomes=tuple(outcomes),
            seconds=round(seconds, 3),
            signature=self.signature(suite, nli),
        )

    def signature(self, suite: Suite, nli: str) -> str:
        """Return what must be the same for a score to come out again."""
        run = self.workshop(suite, nli).run_info()
        data = data_hash(self.data(suite), suite.hub)
        part = f"half:{self.half or 'all'}|limit:{self.limit or 'none'}"
        return f"verifier:{__version__}|run:{run.key}|data:{data}|{part}|seed:{SEED}"

    def _corpus(self, suite: Suite) -> str:
        if suite.documents:
            return str(_compiled(suite, self.folders))
        if not suite.corpus or self.corpus_given:
            return self.settings.corpus
        beside = locate(suite.corpus, suite.bundled, self.folders)
        return str(beside) if beside else suite.corpus


def _compiled(suite: Suite, folders: Sequence[Path]) -> Path:
    """Write a public document collection as a corpus folder, once for each state of its file; suites share it."""
    path = locate(suite.documents, suite.bundled, folders)
    name = suite.documents.partition(".")[0].replace("/", "-")
    folder = Path(tempfile.gettempdir()) / f"verifier-{name}-{data_hash(path, name)}"
    if path is None or (folder / "corpus.toml").exists():
        return folder
    folder.mkdir(exist_ok=True)
    read = DOCUMENT_READERS[suite.reader]
    with (folder / "documents.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(read(row), ensure_ascii=False) + "\n" for _, row in lines(path))
    (folder / "corpus.toml").write_text(f'name = "{name}"\nas_of = {date.today()}\n', encoding="utf-8")
    return folder
