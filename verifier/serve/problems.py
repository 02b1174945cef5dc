"""What went wrong, in one shape: a status of HTTP, a name, one line that says how to mend it."""

from pydantic import BaseModel, Field

from verifier.errors import VerifierError


class Problem(BaseModel):
    """The JSON of every answer that is not 200."""

    error: str = Field(description="name of the error, for programs")
    message: str = Field(description="one line, for people")


class RefusedError(VerifierError):
    """A request is not answered; status is that of HTTP."""

    status = 400


class UnknownHostError(RefusedError):
    """The Host header names another machine."""

    status = 403


class OtherOriginError(RefusedError):
    """A page of another site sent the request."""

    status = 403


class TokenError(RefusedError):
    """The token is missing or wrong."""

    status = 401


class UnknownAddressError(RefusedError):
    """The service has no such address, or another method for it."""

    status = 404


class SlowRequestError(RefusedError):
    """The request did not arrive in time."""

    status = 408


class TooLargeError(RefusedError):
    """The request has too many bytes."""

    status = 413


class UnusableError(RefusedError):
    """The request is not what the address takes."""

    status = 422


class FaultError(RefusedError):
    """A fault of the program."""

    status = 500


class TimeLimitError(RefusedError):
    """The answer was not ready in time."""

    status = 503


class BusyError(RefusedError):
    """Too many requests wait."""

    status = 503


class StoppingError(RefusedError):
    """The service is about to end."""

    status = 503
