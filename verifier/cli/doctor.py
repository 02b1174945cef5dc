"""verifier doctor: what is installed, what is found, and whether it works."""

import platform
from importlib.metadata import PackageNotFoundError, version

import typer

from verifier import __version__, bundled
from verifier.errors import VerifierError

_PACKAGES = (
    "torch",
    "transformers",
    "sentence-transformers",
    "datasets",
    "spacy",
    "lancedb",
    "pydantic",
    "rich",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: verifier doctor")(doctor)


def doctor() -> None:
    """Say what is installed and found, and run a tiny self-test."""
    typer.echo(f"verifier {__version__}, Python {platform.python_version()}, {platform.platform()}")
    typer.echo(", ".join(f"{name} {_version(name)}" for name in _PACKAGES))
    problems = [*_models(), *_self_test()]
    for problem in problems:
        typer.echo(f"problem: {problem}", err=True)
    typer.echo("all well" if not problems else f"{len(problems)} problem(s)")
    raise typer.Exit(1 if problems else 0)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _models() -> list[str]:
    problems = []
    for name in ("parser", "retriever", "nli"):
        try:
            typer.echo(f"model {name}: {bundled.model_path(name)}")
        except VerifierError as error:
            problems.append(str(error))
    for name, folder in bundled.corpora().items():
        typer.echo(f"corpus {name}: {folder}")
    return problems if bundled.corpora() else [*problems, "no bundled corpus; reinstall the package"]


def _self_test() -> list[str]:
    """Check one true and one false claim about the bundled corpus end to end."""
    from datetime import date

    from verifier.build import Workshop
    from verifier.config import Settings
    from verifier.pipeline import Question
    from verifier.process import prepare_process
    from verifier.records import Claim, Kind, Label

    prepare_process()
    asked = {
        "Mongolia is a member of the International Criminal Court.": Label.SUPPORTED,
        "China is a member of the International Criminal Court.": Label.REFUTED,
    }
    try:
        pipeline = Workshop(Settings()).pipeline()
        questions = [Question(Claim(id=t, text=t, kind=Kind.FACT, spans=()), date(2024, 8, 30)) for t in asked]
        checked = pipeline.check(questions)
    except VerifierError as error:
        return [str(error)]
    wrong = [c for c in checked if c.verdict.label is not asked[c.claim.text]]
    typer.echo(f"self-test: {len(checked) - len(wrong)} of {len(checked)} verdicts right")
    return [f"'{c.claim.text}' came out {c.verdict.label}" for c in wrong]
