"""verifier eval: suites -> scores, blame, gates, calibration."""

import time
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.cli.options import Config, Corpus, settings_of
from verifier.cli.output import note, results
from verifier.cli.scores import show
from verifier.errors import ConfigError

if TYPE_CHECKING:
    from verifier.evaluation.records import Result
    from verifier.evaluation.setting import Setting
    from verifier.evaluation.suites import Suite

GATE_BROKEN = 1


class Half(StrEnum):
    """Which half of the items, split once by article."""

    DEV = "dev"
    TEST = "test"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("eval", epilog="Example: verifier eval articles contrast --baselines --out results")(evaluate)


def evaluate(
    suites: Annotated[
        list[str] | None, typer.Argument(help="Suites, or .jsonl files of one's own gold; all without any.")
    ] = None,
    data: Annotated[list[Path] | None, typer.Option("--data", help="Folder with public sets; may be repeated.")] = None,
    corpus: Corpus = None,
    nli: Annotated[
        list[str] | None,
        typer.Option("--nli", help="Model: bundled, a folder, a hub id, or chat:MODEL; may be repeated."),
    ] = None,
    baselines: Annotated[bool, typer.Option("--baselines", help="Also run baselines and ablations.")] = False,
    half: Annotated[Half | None, typer.Option("--half", help="Only this half of the items.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Items a suite, a fixed random choice.")] = None,
    download: Annotated[bool, typer.Option("--download", help="Fetch absent public sets from the hub.")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="Folder for results.json, RESULTS.md, index.html.")] = None,
    against: Annotated[
        Path | None, typer.Option("--against", help="Compare item by item with the results.json of an earlier run.")
    ] = None,
    gate: Annotated[bool, typer.Option("--gate", help="Fail when a floor or the baseline is broken.")] = False,
    gates: Annotated[Path, typer.Option("--gates", help="File with the floors.")] = Path("evals/gates.toml"),
    accept: Annotated[bool, typer.Option("--accept", help="Write this run as the gate's baseline.")] = False,
    calibrate: Annotated[
        str | None, typer.Option("--calibrate", metavar="SUITE", help="Fit settings on a suite's dev half.")
    ] = None,
    max_false_supported: Annotated[
        str, typer.Option("--max-false-supported", metavar="SHARE", help="Most wrong answers that calibration allows.")
    ] = "5%",
    config: Config = None,
) -> None:
    """Score suites; report every figure with its interval, and where wrong verdicts were lost."""
    from verifier.evaluation.comparing import compared
    from verifier.evaluation.saved import read_results, write_results
    from verifier.evaluation.setting import Setting
    from verifier.evaluation.suites import chosen
    from verifier.process import prepare_process

    prepare_process()
    setting = Setting(
        settings=settings_of(config, corpus),
        folders=tuple(data or ()),
        models=tuple(nli or ("bundled",)),
        baselines=baselines,
        half=half.value if half else None,
        limit=limit,
        download=download,
        corpus_given=corpus is not None,
    )
    if calibrate:
        _calibrate(chosen([calibrate], fast=False)[0], setting, share(max_false_supported))
        return
    wanted = chosen(suites or [], fast=gate)
    before = read_results(against) if against else []
    found = _run(wanted, setting)
    for line in compared(before, found):
        results().print(line, markup=False, highlight=False)
    if out:
        write_results(found, {suite.name: suite.title for suite in wanted}, out)
        note(f"written: {out}/results.json, RESULTS.md, index.html")
    if gate or accept:
        raise typer.Exit(_gate(found, gates, accept))


def share(text: str) -> float:
    """Read "1%", "1 %" or "0.01".

    Raises:
        ConfigError: it is no share between 0 and 1.
    """
    digits = text.strip().removesuffix("%").strip()
    try:
        value = float(digits) / (100 if "%" in text else 1)
    except ValueError as error:
        raise ConfigError(f"--max-false-supported '{text}': write a share such as 1% or 0.01") from error
    if not 0 < value < 1:
        raise ConfigError(f"--max-false-supported '{text}': must lie between 0 and 100 %")
    return value


def _run(wanted: Sequence["Suite"], setting: "Setting") -> list["Result"]:
    from verifier.evaluation.run import evaluate

    found: list[Result] = []
    for suite in wanted:
        start = time.perf_counter()
        for result in evaluate([suite], setting):
            found.append(result)
        note(f"{suite.name}: {time.perf_counter() - start:.1f} s")
        show(suite.name, [result for result in found if result.suite == suite.name])
    return found


def _gate(found: Sequence["Result"], path: Path, accept: bool) -> int:
    from verifier.evaluation.gate import broken, read_baseline, read_gates, write_baseline

    gates = read_gates(path)
    baseline = path.parent / gates.baseline
    if accept:
        write_baseline(baseline, found)
        note(f"written: {baseline}")
    lines = broken(gates, found, read_baseline(baseline) if gates.baseline else {})
    for line in lines:
        results().print(line, markup=False, highlight=False)
    results().print("gate: broken" if lines else f"gate: held, {len(gates.floor)} floors", highlight=False)
    return GATE_BROKEN if lines else 0


def _calibrate(suite: "Suite", setting: "Setting", most_wrong: float) -> None:
    from verifier.evaluation.calibrating import calibrate

    reason = setting.absent(suite)
    if reason:
        raise ConfigError(f"{suite.name}: {reason}")
    for fitted in calibrate(suite, setting, most_wrong):
        value = "not fitted" if fitted.value is None else f"{fitted.name} = {fitted.value}"
        results().print(f"{value}  # dev: {fitted.dev}" + (f"; test: {fitted.test}" if fitted.test else ""),
                        markup=False, highlight=False, soft_wrap=True)  # fmt: skip
