"""How much the service takes on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What is above is refused with a named error, never cut."""

    body: int = 1_000_000  # bytes of one request
    seconds: float = 120.0  # from the first byte of a request to its answer
    waiting: int = 256  # requests in the queue
    together: int = 40_000  # characters of requests from which a batch is full
