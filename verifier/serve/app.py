"""The addresses of the service; each answers with the very bytes that the command line writes."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from verifier import __version__
from verifier.articles.read import article_of
from verifier.asked import questions_of
from verifier.errors import ArticleError, InputError, VerifierError
from verifier.pipeline import Pipeline
from verifier.reports.jsonl import claim_line, report_line
from verifier.reports.public import PublicClaim, PublicReport
from verifier.serve.asked import ArticleRequest, ClaimsRequest, Health
from verifier.serve.door import Door, told
from verifier.serve.gate import Gate
from verifier.serve.jobs import ArticleJob, ClaimsJob
from verifier.serve.limits import Limits
from verifier.serve.pool import Pool
from verifier.serve.problems import (
    FaultError,
    Problem,
    RefusedError,
    StoppingError,
    TimeLimitError,
    UnknownAddressError,
    UnusableError,
)

_JSON = "application/json"
_STEM = "article"  # what the id of an article begins with that states none
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": why}
    for status, why in {
        401: "The token is missing or wrong",
        403: "Another Host or Origin",
        408: "The request did not arrive in time",
        413: "Too large",
        422: "Not what the address takes",
        500: "A fault of the program",
        503: "Too many requests, no answer in time, or about to stop",
    }.items()
}
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Service:
    """What the addresses do."""

    pipeline: Pipeline
    pool: Pool
    limits: Limits

    async def verify(self, asked: ArticleRequest) -> Response:
        """Verify one article: the report is that of `verifier verify`."""
        article = article_of(asked, _STEM, None)
        job = ArticleJob(article, asked.as_of or date.today(), self._ends())
        self.pool.put(job)
        return Response(report_line(await self._answer(job.answer)), media_type=_JSON)

    async def check(self, asked: ClaimsRequest) -> Response:
        """Check claims without splitting them: one object a claim, as `verifier check --format jsonl` prints it."""
        questions = questions_of(asked.rows(), asked.as_of or date.today())
        if not all(question.claim.text for question in questions):
            raise UnusableError("claims: a claim is empty; leave it out")
        job = ClaimsJob(questions, self._ends())
        self.pool.put(job)
        lines = map(claim_line, await self._answer(job.answer))
        return Response(f"[{','.join(lines)}]", media_type=_JSON)

    async def health(self) -> Health:
        """Say that the service is at work, and for which corpus."""
        if not self.pool.alive:
            raise StoppingError("the service does not answer any more; start it again")
        run, pool = self.pipeline.run, self.pool
        return Health(status="ok", version=__version__, corpus=run.corpus, waiting=pool.waiting, batches=pool.batches)

    def _ends(self) -> float:
        return time.monotonic() + self.limits.seconds

    async def _answer(self, answer: Any) -> Any:
        try:
            async with asyncio.timeout(self.limits.seconds):
                return await asyncio.wrap_future(answer)
        except TimeoutError as error:
            raise TimeLimitError(
                f"no answer within {self.limits.seconds:g} s; send less at once, or start with a longer --time-limit"
            ) from error


def application(pipeline: Pipeline, pool: Pool, gate: Gate, limits: Limits) -> FastAPI:
    """Return the application; whoever makes it closes the pool."""
    service = Service(pipeline, pool, limits)
    app = FastAPI(
        title="verifier",
        version=__version__,
        summary="Offline fact-checking: an article in, a claim-by-claim report out.",
        docs_url=None,  # pages that load scripts from elsewhere
        redoc_url=None,
        responses=_PROBLEMS,
    )
    app.add_api_route("/verify", service.verify, methods=["POST"], responses=_made(PublicReport), response_model=None)
    app.add_api_route(
        "/check", service.check, methods=["POST"], responses=_made(list[PublicClaim]), response_model=None
    )
    app.add_api_route("/health", service.health, response_model=Health)
    for kind in (VerifierError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, _problem)
    app.add_middleware(Door, gate=gate, limits=limits)
    return app


def _made(model: Any) -> dict[int | str, dict[str, Any]]:
    return {200: {"model": model, "description": "What the command line writes"}}


def _problem(request: Request, error: Exception) -> Response:
    """Tell any error in one line."""
    if isinstance(error, RefusedError):
        return told(error)
    if isinstance(error, RequestValidationError):
        return told(UnusableError(_first(error.errors())))
    if isinstance(error, ArticleError | InputError):
        return told(UnusableError(str(error)))
    if isinstance(error, HTTPException):
        return told(_http(error))
    return told(FaultError(f"{type(error).__name__}: {error}; a fault of the program: report it"))


def _http(error: HTTPException) -> RefusedError:
    kind = UnusableError if error.status_code == 400 else UnknownAddressError
    refused = kind(f"{error.detail}; POST JSON to /verify or /check, or GET /health or /openapi.json")
    refused.status = error.status_code
    return refused


def _first(errors: Sequence[Any]) -> str:
    """Say what is wrong first, and where."""
    first = errors[0]
    if first["type"] == "json_invalid":
        return f"the body is no JSON: {first['ctx']['error']}, at character {first['loc'][-1]}"
    where = ".".join(str(part) for part in first["loc"][1:]) or "body"
    if first["type"] == "model_attributes_type":
        return 'the body is no JSON object; send one with the header "Content-Type: application/json"'
    return f"{where}: {first['msg']}; /openapi.json says what this address takes"
