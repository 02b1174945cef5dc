"""The program `verifier`: its commands, and what becomes of errors."""

import sys
from typing import Annotated

import typer

from verifier import __version__
from verifier.cli import cache, check, corpus, doctor, evaluate, report, review, serve, split, verify
from verifier.errors import VerifierError

USAGE_ERROR = 2

app = typer.Typer(
    name="verifier",
    help="Offline fact-checking: an article in, a claim-by-claim report out.",
    epilog="Example: verifier verify article.txt --published 2024-08-30",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
verify.register(app)
check.register(app)
split.register(app)
app.add_typer(corpus.app, name="corpus")
app.add_typer(cache.app, name="cache")
report.register(app)
app.add_typer(review.app, name="review")
serve.register(app)
evaluate.register(app)
doctor.register(app)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"verifier {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Offline fact-checking: an article in, a claim-by-claim report out."""


def main() -> None:
    """Run the command line; a named error is one line on stderr and exit status 2."""
    try:
        app()
    except VerifierError as error:
        for line in str(error).splitlines():
            print(f"verifier: {line}", file=sys.stderr)
        raise SystemExit(USAGE_ERROR) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        print("verifier: stopped; the same command goes on where it was", file=sys.stderr)
        raise SystemExit(130) from None
