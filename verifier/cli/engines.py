"""Where a batch is verified: in this process, by several of this machine, or by workers of a Ray cluster."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.cli.output import note
from verifier.errors import InputError

if TYPE_CHECKING:
    from verifier.build import Workshop
    from verifier.records import RunInfo
    from verifier.runs.engine import Engine

OpenEngine = Callable[["Workshop", "RunInfo"], "Engine"]


class EngineName(StrEnum):
    """Engines."""

    LOCAL = "local"
    RAY = "ray"


Name = Annotated[EngineName, typer.Option("--engine", help="This machine, or a Ray cluster.")]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers", min=1, help="Processes with models of their own.  [default: local: this one; ray: all that fit]"
    ),
]
Address = Annotated[
    str | None, typer.Option("--address", help="ray: of a running cluster, HOST:PORT.  [default: this machine]")
]
Patience = Annotated[
    float | None,
    typer.Option("--patience", min=1, metavar="SECONDS", help="End workers without progress.  [default: 600]"),
]


def engine_of(name: EngineName, workers: int | None, address: str | None, patience: float | None) -> OpenEngine:
    """Return what makes the engine; nothing is opened yet.

    Raises:
        InputError: an option was given that the engine does not have.
    """
    from verifier.runs.cluster import actors
    from verifier.runs.engine import LocalEngine
    from verifier.runs.processes import processes
    from verifier.runs.spread import PATIENCE, SpreadEngine

    if name is EngineName.RAY:
        ground = actors(address, workers, note)
        return lambda workshop, run: SpreadEngine(ground, workshop, run, patience or PATIENCE)
    if address is not None:
        raise InputError("--address belongs to --engine ray; add it, or leave --address out")
    if workers is None or workers == 1:
        if patience is not None:
            raise InputError("--patience is for several workers; add --workers, or leave --patience out")
        return lambda workshop, run: LocalEngine(workshop.pipeline)
    ground = processes(workers)
    return lambda workshop, run: SpreadEngine(ground, workshop, run, patience or PATIENCE)
