"""verifier cache: what is kept of NLI's answers, and how to be rid of it."""

from typing import Annotated

import typer

from verifier.cli.options import Cache

app = typer.Typer(help="Look at what is kept of the NLI model's answers, or forget it.", no_args_is_help=True)


@app.command(epilog="Example: verifier cache info")
def info(cache: Cache = None) -> None:
    """Show where the cache lies, and what it holds."""
    from verifier.cache import JudgementCache
    from verifier.cli.options import cache_of

    place = cache_of(cache, no_cache=False)
    if place is None or not place.exists():
        typer.echo(f"{place}: nothing is kept")
        return
    facts = JudgementCache(place).facts()
    oldest = f", oldest used on {facts.oldest}" if facts.oldest else ""
    typer.echo(f"{place}: {facts.entries:,} judgements, {facts.size / 1e6:.1f} MB{oldest}")


@app.command(epilog="Example: verifier cache prune --older-than 30")
def prune(
    cache: Cache = None,
    older_than: Annotated[
        int, typer.Option("--older-than", min=0, metavar="DAYS", help="Forget what was not used for so many days.")
    ] = 90,
) -> None:
    """Forget what was not used for a while; 0 days forgets everything."""
    from verifier.cache import JudgementCache
    from verifier.cli.options import cache_of

    place = cache_of(cache, no_cache=False)
    gone = JudgementCache(place).prune(older_than) if place is not None and place.exists() else 0
    typer.echo(f"{place}: {gone:,} judgements forgotten")
