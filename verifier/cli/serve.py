"""verifier serve: the program behind an address, with its models open."""

import os
from typing import Annotated

import typer

from verifier.cli.options import Cache, Config, Corpus, Nli, NoCache, OnDevice, cache_of, settings_of
from verifier.cli.output import note
from verifier.errors import ConfigError

TOKEN = "VERIFIER_TOKEN"  # the name of a variable
_SHORTEST = 16  # characters of a token


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: verifier serve --port 8765")(serve)


def serve(
    host: Annotated[str, typer.Option("--host", help="Where to listen; other machines reach what is not loopback.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes any that is free.")] = 8765,
    name: Annotated[
        list[str] | None, typer.Option("--name", help="Name of this machine that requests may use; may come often.")
    ] = None,
    corpus: Corpus = None,
    nli: Nli = None,
    device: OnDevice = None,
    config: Config = None,
    max_bytes: Annotated[int, typer.Option("--max-bytes", min=1, help="Largest request.")] = 1_000_000,
    time_limit: Annotated[float, typer.Option("--time-limit", min=0.1, help="Seconds that a request may take.")] = 120,
    cache: Cache = None,
    no_cache: NoCache = False,
) -> None:
    """Serve articles and claims over HTTP as JSON; the models are opened once, concurrent requests share batches."""
    try:
        from verifier.serve.server import bound
        from verifier.serve.server import serve as run
    except ImportError as error:
        raise ConfigError(f'the service needs {error.name}: pip install "verifier[serve]"') from error
    from verifier.build import Workshop
    from verifier.process import prepare_process
    from verifier.serve.gate import Gate
    from verifier.serve.limits import Limits

    token = _token(host)
    prepare_process()
    workshop = Workshop(settings_of(config, corpus, nli, device), cache_of(cache, no_cache))
    gate = Gate(frozenset(known.lower() for known in [host, *(name or [])]), token)
    limits = Limits(body=max_bytes, seconds=time_limit)
    at = bound(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{at.getsockname()[1]}"
    note("opening the models")
    run(workshop.warm_up(), gate, limits, at, lambda: note(f"listening on {address} (stop with Ctrl-C)"))
    note("stopped")


def _token(host: str) -> str | None:
    """Return the token that requests must know: the user's, or a new one where other machines can ask.

    Raises:
        ConfigError: the user's is too short to be a secret.
    """
    import secrets

    from verifier.access import is_loopback

    token = os.environ.get(TOKEN)
    if token is not None and len(token) < _SHORTEST:
        raise ConfigError(f"{TOKEN} has fewer than {_SHORTEST} characters; make one with: openssl rand -hex 16")
    if is_loopback(host):
        return token
    note("other machines can reach this address; it is not encrypted: put it behind a proxy that speaks TLS")
    if token is None:
        token = secrets.token_urlsafe(24)
        note(f"{TOKEN} is not set; for this run the token is {token}")
    return token
