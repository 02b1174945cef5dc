"""The review server: the report page of a run, whose decisions are kept as they are made.

Only `verifier review serve` imports this file, which needs the extra `review`.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse

from verifier.errors import VerifierError
from verifier.records import Report
from verifier.reports import assets
from verifier.reports.html import answers, live_page
from verifier.review.decisions import DecisionFile
from verifier.review.gate import COOKIE, Gate
from verifier.review.ledger import Ledger
from verifier.review.retry import Retry, Wording

_REFUSED, _UNUSABLE, _MOVED = 403, 422, 303
_HEADERS = {
    "content-security-policy": f"{assets.live_policy()}; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """What the server answers; FastAPI runs each answer in a thread of its own."""

    reports: Sequence[Report]
    ledger: Ledger
    gate: Gate
    retry: Retry
    page: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "page", live_page(self.reports, self.gate.page))

    async def guard(self, request: Request, follow: Callable[[Request], Awaitable[Response]]) -> Response:
        """Refuse what may not pass; a named error is told in one line."""
        cookie = request.query_params.get("token") or request.cookies.get(COOKIE)
        refused = self.gate.refusal(request.method, request.headers, cookie)
        answer = PlainTextResponse(f"{refused}\n", _REFUSED) if refused else await follow(request)
        answer.headers.update(_HEADERS)
        return answer

    def show(self, request: Request) -> Response:
        """Give the page; the token moves from the address into a cookie."""
        if "token" not in request.query_params:
            return HTMLResponse(self.page)
        moved = RedirectResponse("/", _MOVED)
        moved.set_cookie(COOKIE, self.gate.token, httponly=True, samesite="strict")
        return moved

    def known(self) -> Response:
        """Give all decisions."""
        return JSONResponse([decision.model_dump(mode="json") for decision in self.ledger.all()])

    def add(self, sent: DecisionFile) -> Response:
        """Keep decisions."""
        done = self.ledger.add(sent.decisions, self.reports)
        return JSONResponse({"added": done.added, "known": done.known})

    def judge(self, wording: Wording) -> Response:
        """Judge another wording of a claim."""
        return HTMLResponse(answers(self.retry.judge(wording)))


def application(desk: Desk) -> FastAPI:
    """Return the application of a desk."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.middleware("http")(desk.guard)
    app.add_exception_handler(VerifierError, _told)
    app.add_api_route("/", desk.show, response_model=None)
    app.add_api_route("/decisions", desk.known, response_model=None)
    app.add_api_route("/decisions", desk.add, methods=["POST"], response_model=None)
    app.add_api_route("/wording", desk.judge, methods=["POST"], response_model=None)
    return app


def serve(desk: Desk, host: str, port: int) -> None:
    """Serve until the user stops it."""
    uvicorn.run(application(desk), host=host, port=port, log_level="warning", server_header=False)


def _told(request: Request, error: Exception) -> Response:
    return PlainTextResponse(f"{error}\n", _UNUSABLE)
