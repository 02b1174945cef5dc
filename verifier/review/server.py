"""The review server: the report page of a run, whose decisions are kept as they are made."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from verifier.errors import ConfigError, ReviewError
from verifier.records import Report
from verifier.reports import assets
from verifier.reports.html import live_page
from verifier.review.decisions import read_decisions
from verifier.review.gate import COOKIE, Gate
from verifier.review.ledger import Ledger

_REFUSED, _UNUSABLE, _MOVED = 403, 422, 303


def application(reports: Sequence[Report], ledger: Ledger, gate: Gate) -> Any:
    """Return the FastAPI application: the page, its decisions, and a way to add some.

    Raises:
        ConfigError: the extra with FastAPI is not installed.
    """
    try:
        from fastapi import FastAPI, Request, Response
        from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse
    except ImportError as error:
        raise ConfigError('the review server needs FastAPI: pip install "verifier[review]"') from error
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    page = live_page(reports, gate.page)

    async def guard(request: Request, follow: Callable[[Request], Awaitable[Response]]) -> Response:
        cookie = request.query_params.get("token") or request.cookies.get(COOKIE)
        refused = gate.refusal(request.method, request.headers, cookie)
        answer = PlainTextResponse(f"{refused}\n", _REFUSED) if refused else await follow(request)
        answer.headers.update(_HEADERS)
        return answer

    def show(request: Request) -> Response:
        if "token" not in request.query_params:
            return HTMLResponse(page)
        moved = RedirectResponse("/", _MOVED)  # the token does not stay in the address
        moved.set_cookie(COOKIE, gate.token, httponly=True, samesite="strict")
        return moved

    def known() -> Response:
        return JSONResponse([decision.model_dump(mode="json") for decision in ledger.all()])

    async def add(request: Request) -> Response:
        try:
            text = (await request.body()).decode("utf-8", errors="replace")
            done = ledger.add(read_decisions(text, "request"), reports)
        except ReviewError as error:
            return PlainTextResponse(f"{error}\n", _UNUSABLE)
        return JSONResponse({"added": done.added, "known": done.known})

    app.middleware("http")(guard)
    app.add_api_route("/", show, response_model=None)
    app.add_api_route("/decisions", known, response_model=None)
    app.add_api_route("/decisions", add, methods=["POST"], response_model=None)
    return app


def serve(app: Any, host: str, port: int) -> None:
    """Serve until the user stops it.

    Raises:
        ConfigError: the extra with uvicorn is not installed.
    """
    try:
        import uvicorn
    except ImportError as error:
        raise ConfigError('the review server needs uvicorn: pip install "verifier[review]"') from error
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


_HEADERS = {
    "content-security-policy": f"{assets.live_policy()}; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
