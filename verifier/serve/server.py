"""Runs the service until somebody stops it.

Only `verifier serve` imports this file, which needs the extra `serve`.
"""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from verifier.errors import ConfigError
from verifier.pipeline import Pipeline
from verifier.serve.app import application
from verifier.serve.gate import Gate
from verifier.serve.limits import Limits
from verifier.serve.pool import Pool

_PATIENCE = 10  # seconds that open requests have when the service stops


class _Server(uvicorn.Server):
    """Says when it listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and tell."""
        await super().startup(sockets)
        if self.started:
            self._ready()


def bound(host: str, port: int) -> socket.socket:
    """Take an address, before models are opened in vain; port 0 takes any that is free.

    Raises:
        ConfigError: the address cannot be had.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        made = socket.socket(family, kind, protocol)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
    except OSError as error:
        raise ConfigError(f"cannot listen at {host}, port {port} ({error.strerror}); choose others") from error
    return made


def serve(pipeline: Pipeline, gate: Gate, limits: Limits, at: socket.socket, ready: Callable[[], None]) -> None:
    """Serve until the user or the system stops it.

    Args:
        pipeline: with its models open.
        gate: who may ask.
        limits: how much is taken on.
        at: where to listen, from `bound`.
        ready: called once requests are answered.
    """
    pool = Pool(pipeline, limits)
    config = uvicorn.Config(
        application(pipeline, pool, gate, limits),
        log_level="critical",
        server_header=False,
        timeout_graceful_shutdown=_PATIENCE,
    )
    with _ended_quietly():
        try:
            _Server(config, ready).run([at])
        finally:
            pool.close(_PATIENCE)


@contextmanager
def _ended_quietly() -> Iterator[None]:
    """Take the signals that uvicorn raises once more when it has stopped: the service ended as it was asked to."""
    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda *_: None) for number in signals]
    try:
        yield
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)
