"""Where a batch is verified: in this process, or by workers of a Ray cluster."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.cli.output import note
from verifier.errors import InputError

if TYPE_CHECKING:
    from verifier.build import Workshop
    from verifier.records import RunInfo
    from verifier.runs.cluster import Plan
    from verifier.runs.engine import Engine


class EngineName(StrEnum):
    """Engines."""

    LOCAL = "local"
    RAY = "ray"


Name = Annotated[EngineName, typer.Option("--engine", help="In this process, or on the workers of a Ray cluster.")]
Workers = Annotated[
    int | None, typer.Option("--workers", min=1, help="ray: how many, each with its models.  [default: all that fit]")
]
Address = Annotated[
    str | None, typer.Option("--address", help="ray: of a running cluster, HOST:PORT.  [default: this machine]")
]
Patience = Annotated[
    float | None,
    typer.Option("--patience", min=1, metavar="SECONDS", help="ray: end a run without progress.  [default: 600]"),
]


def plan_of(name: EngineName, workers: int | None, address: str | None, patience: float | None) -> "Plan | None":
    """Return what is asked of a cluster, or None where this process does the work.

    Raises:
        InputError: an option of the cluster was given without it.
    """
    from verifier.runs.cluster import Plan

    given = {"--workers": workers, "--address": address, "--patience": patience}
    if name is EngineName.RAY:
        return Plan(workers, address, **({} if patience is None else {"patience": patience}))
    for option, value in given.items():
        if value is not None:
            raise InputError(f"{option} belongs to --engine ray; add it, or leave {option} out")
    return None


def engine_of(plan: "Plan | None", workshop: "Workshop", run: "RunInfo") -> "Engine":
    """Return the engine; nothing is opened yet."""
    from verifier.runs.cluster import RayEngine
    from verifier.runs.engine import LocalEngine

    return LocalEngine(workshop.pipeline) if plan is None else RayEngine(plan, workshop, run, note)
