"""Typed settings: defaults, overlaid by a TOML file, overlaid by flags."""

import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from rapidfuzz.process import extractOne

from verifier.device import Device
from verifier.errors import ConfigError


class Settings(BaseModel):
    """Everything that changes a verdict or where it is written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    corpus: str = Field(default="icc", description="name of a bundled corpus, or a folder with corpus.toml")
    splitter: str = Field(default="rules", description="name or package.module:Class")
    retriever: str = Field(default="hybrid", description="lexical, dense, hybrid, or package.module:Class")
    judge: str = Field(
        default="cross-encoder", description="cross-encoder, torch, onnx, chat, lexical, or package.module:Class"
    )
    nli: str = Field(default="bundled", description="bundled, a folder, a hub id, or chat:MODEL behind a chat endpoint")
    top_k: int = Field(default=8, ge=1, le=100, description="passages that NLI reads for each claim")
    device: Device = Field(default=Device.AUTO, description="where models run: auto, cpu, cuda or mps")
    threads: int = Field(default=0, ge=0, description="CPU threads of the models; 0 leaves it to them")
    support: float = Field(default=0.88, ge=0.0, le=1.0, description="least entailment that supports")
    contradiction: float = Field(default=0.90, ge=0.0, le=1.0, description="least contradiction that refutes")
    exact_confidence: float = Field(default=0.98, ge=0.0, le=1.0, description="confidence of an exact check")
    temperature: float = Field(default=1.0, gt=0.0, le=10.0, description="divides the NLI logits once more")


def load_settings(path: Path | None, flags: dict[str, Any]) -> Settings:
    """Return the settings of a TOML file (if any) with flags that were given laid over.

    Raises:
        ConfigError: the file cannot be read, or a setting is unknown or out of range.
    """
    values = _read(path) if path else {}
    values |= {name: value for name, value in flags.items() if value is not None}
    try:
        return Settings(**values)
    except ValidationError as error:
        where = path or "settings"
        raise ConfigError("; ".join(f"{where}: {_problem(e)}" for e in error.errors())) from error


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f'{path}: {error}; give a TOML file such as: corpus = "icc"') from error


def _problem(error: Any) -> str:
    name = ".".join(str(part) for part in error["loc"])
    if error["type"] != "extra_forbidden":
        return f"{name}: {error['msg']}"
    near = extractOne(name, Settings.model_fields.keys())
    return f"unknown setting '{name}'; did you mean '{near[0]}'?"
