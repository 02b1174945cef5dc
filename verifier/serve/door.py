"""What every request passes before the application sees it: the gate, and the limits of size and time."""

import asyncio
from dataclasses import dataclass

from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verifier.serve.gate import Gate
from verifier.serve.limits import Limits
from verifier.serve.problems import Problem, RefusedError, SlowRequestError, TooLargeError

_PAUSE = "5"  # seconds after which to try again
_HEADERS = {"x-content-type-options": "nosniff", "cache-control": "no-store"}


@dataclass(frozen=True, slots=True)
class Door:
    """Reads each request whole, or refuses it; ASGI middleware."""

    app: ASGIApp
    gate: Gate
    limits: Limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        try:
            self.gate.check(scope["path"], headers)
            body = await self._body(headers.get("content-length", ""), receive)
        except RefusedError as error:
            await told(error)(scope, receive, send)
            return
        whole: Message = {"type": "http.request", "body": body, "more_body": False}
        read = iter([whole])

        async def replay() -> Message:
            return next(read, None) or await receive()

        await self.app(scope, replay, send)

    async def _body(self, length: str, receive: Receive) -> bytes:
        if length.isdigit() and int(length) > self.limits.body:
            raise self._too_large()
        try:
            async with asyncio.timeout(self.limits.seconds):
                return await self._read(receive)
        except TimeoutError as error:
            raise SlowRequestError(f"the request took longer than {self.limits.seconds:g} s to arrive") from error

    async def _read(self, receive: Receive) -> bytes:
        parts, size, more = list[bytes](), 0, True
        while more:
            message = await receive()
            parts.append(message.get("body", b""))
            more, size = message.get("more_body", False), size + len(parts[-1])
            if size > self.limits.body:
                raise self._too_large()
        return b"".join(parts)

    def _too_large(self) -> TooLargeError:
        return TooLargeError(f"more than {self.limits.body:,} bytes; send less at once, or start with --max-bytes")


def told(error: RefusedError) -> Response:
    """Return the answer to a request that is refused."""
    line = " ".join(str(error).split()).encode(errors="replace").decode()
    problem = Problem(error=type(error).__name__, message=line)
    headers = dict(_HEADERS)
    if error.status == 503:
        headers["retry-after"] = _PAUSE
    if error.status == 401:
        headers["www-authenticate"] = "Bearer"
    if error.status in (408, 413):
        headers["connection"] = "close"  # the rest of the request is not read
    return JSONResponse(problem.model_dump(), error.status, headers)
