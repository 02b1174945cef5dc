"""Compares the web service with 16 clients at once and with one: requests a second, in one run, nothing cached.

    python evals/bench/serve.py [REQUESTS]

Both kinds of clients send the same articles (those of `batch.py`) and the same claims to a server in this process, in
turns; the answers must be the same but for their timings. Seconds are those on the clock: other programs lengthen them.
"""

import json
import re
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import uvicorn
from batch import DAY, made_articles

from verifier.build import Workshop
from verifier.config import Settings
from verifier.process import prepare_process
from verifier.serve.app import application
from verifier.serve.gate import Gate
from verifier.serve.limits import Limits
from verifier.serve.pool import Pool

CLIENTS = 16
Sent = tuple[str, bytes]  # path, body


@contextmanager
def served() -> Iterator[tuple[str, Workshop]]:
    """Serve with the bundled models; yield the address."""
    workshop, limits = Workshop(Settings()), Limits(seconds=600)
    pipeline = workshop.warm_up()
    pool = Pool(pipeline, limits)
    app = application(pipeline, pool, Gate(frozenset(), None), limits)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", workshop
    server.should_exit = True
    thread.join()
    pool.close(1)


def post(address: str, sent: Sent) -> str:
    """Send one request and return the answer without its timings."""
    request = urllib.request.Request(address + sent[0], sent[1], {"content-type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return re.sub(r'"seconds":\{[^}]*\}', "", answer.read().decode())


def timed(address: str, requests: Sequence[Sent], clients: int) -> tuple[float, list[str]]:
    """Return seconds on the clock, and the answers."""
    start = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        answers = list(pool.map(lambda sent: post(address, sent), requests))
    return time.perf_counter() - start, answers


def main(count: int) -> None:
    """Time articles, then single claims."""
    prepare_process()
    with served() as (address, workshop):
        articles = made_articles(count, workshop.corpus_folder)
        day = DAY.isoformat()
        kinds = {
            "articles of 12 sentences": [
                ("/verify", json.dumps({"text": a.text, "published": day}).encode()) for a in articles
            ],
            "single claims": [
                ("/check", json.dumps({"claims": [a.text.split(". ")[0]], "as_of": day}).encode()) for a in articles
            ],
        }
        for name, requests in kinds.items():
            post(address, requests[0])
            seconds = {1: 0.0, CLIENTS: 0.0}
            given = {}
            for clients in (1, CLIENTS, CLIENTS, 1):  # in turns, so that a slow spell of the machine hits both
                took, given[clients] = timed(address, requests, clients)
                seconds[clients] += took
            assert given[1] == given[CLIENTS], "answers differ"
            one, many = (2 * count / seconds[clients] for clients in (1, CLIENTS))
            print(f"{count} {name}: one client {one:.2f} requests/s, {CLIENTS} clients {many:.2f}: {many / one:.2f} x")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 32)
