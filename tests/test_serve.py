"""The web service: what the command line writes, for many at once, and one line for whatever goes wrong."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date

import pytest

from verifier.build import Workshop
from verifier.cli import main
from verifier.cli.serve import TOKEN, _token
from verifier.config import Settings
from verifier.errors import ConfigError, JudgementError
from verifier.records import CheckedClaim, Judgement, Label, Pair, Report, RunInfo, Verdict

httpx = pytest.importorskip("httpx")
testclient = pytest.importorskip("fastapi.testclient", reason="fastapi is not installed: pip install '.[serve]'")
from verifier.serve.app import application  # noqa: E402
from verifier.serve.deadline import DeadlineJudge  # noqa: E402
from verifier.serve.door import Door  # noqa: E402
from verifier.serve.gate import Gate  # noqa: E402
from verifier.serve.limits import Limits  # noqa: E402
from verifier.serve.pool import Pool  # noqa: E402
from verifier.serve.problems import TimeLimitError  # noqa: E402
from verifier.serve.server import bound  # noqa: E402

HERE = "http://127.0.0.1:8765"
OPEN = Gate(frozenset(), None)
LIGHT = 'retriever = "lexical"\njudge = "lexical"\n'
ARTICLE = {
    "text": "Mongolia signed the Rome Statute in 2000.\r\nChina is a member of the ICC. It rained in Ulaanbaatar.\n",
    "title": "The Court",
    "published": "2024-08-30",
    "source": "https://news.example/1",
    "id": "n1",
}
CLAIMS = [
    "China is a member of the ICC.",
    {"claim": "Armenia is a member of the ICC.", "id": "x", "as_of": "2023-07-01"},
]


@dataclass
class Slow:
    """A pipeline that waits until it may go on, and remembers what shared a call."""

    judge: object = None
    go: threading.Event = field(default_factory=threading.Event)
    calls: list = field(default_factory=list)
    run = RunInfo(version="1", config={}, models={}, corpus="c", key="k")

    def verify(self, articles, as_of):
        self.calls.append([article.id for article in articles])
        self.go.wait(20)
        return [Report(article=article, claims=(), run=self.run) for article in articles]

    def check(self, questions):
        self.calls.append([question.claim.text for question in questions])
        self.go.wait(20)
        if any("long" in question.claim.text for question in questions):
            raise JudgementError("too long to judge")
        if any("odd" in question.claim.text for question in questions):
            raise ZeroDivisionError("nought\nin two lines")
        verdict = Verdict(label=Label.REFUTED, confidence=0.5, as_of=date(2024, 1, 1), decider="none", reason="so")
        return [CheckedClaim(claim=question.claim, verdict=verdict) for question in questions]


@pytest.fixture
def made():
    """Make applications; their pools end with the test."""
    pools = []

    def make(pipeline, gate=OPEN, **limits):
        limits = Limits(**limits)
        pools.append(Pool(pipeline, limits))
        return application(pipeline, pools[-1], gate, limits)

    yield make
    for pool in pools:
        pool.close(5)


@pytest.fixture
def slow():
    pipeline = Slow()
    yield pipeline
    pipeline.go.set()


@pytest.fixture
def client(made, slow):
    slow.go.set()
    return testclient.TestClient(made(slow, body=5000), base_url=HERE, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def light():
    return Workshop(Settings(retriever="lexical", judge="lexical")).pipeline()


def in_a_loop(coroutine):
    """Run a coroutine in a thread, whose loop is its own: the browser of other tests has one in this."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


def problem(answer, status, name):
    """Return the one line of an error."""
    assert answer.status_code == status
    told = answer.json()
    assert told["error"] == name
    assert "\n" not in told["message"]
    assert "Traceback" not in answer.text
    return told["message"]


def untimed(line):
    return re.sub(r'"seconds":\{[^}]*\}', "", line.strip())


@pytest.fixture
def command(monkeypatch, capsys, tmp_path):
    """Run a command with light parts and return what it printed."""
    (tmp_path / "light.toml").write_text(LIGHT)

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["verifier", *arguments, "--config", str(tmp_path / "light.toml")])
        with pytest.raises(SystemExit):
            main()
        return capsys.readouterr().out

    return call


@pytest.mark.parametrize("without", [(), ("title", "source"), ("published",)])
def test_an_article_gets_the_line_that_verify_writes(made, light, command, tmp_path, without):
    sent = {name: value for name, value in ARTICLE.items() if name not in without}
    (tmp_path / "a.jsonl").write_text(json.dumps(sent))
    command("verify", str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "o"), "--as-of", "2022-01-01")
    written = (tmp_path / "o" / "reports.jsonl").read_text()
    if "source" in without:  # of an article that states no source, the command line knows the line of the file
        written = written.replace(json.dumps(f"{tmp_path}/a.jsonl:1"), "null")
    answer = testclient.TestClient(made(light), base_url=HERE).post("/verify", json={**sent, "as_of": "2022-01-01"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert untimed(answer.text) == untimed(written)
    assert '"verdict":"supported"' in written


def test_claims_get_the_lines_that_check_prints(made, light, command, tmp_path):
    rows = [{"claim": CLAIMS[0]}, CLAIMS[1]]
    (tmp_path / "c.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    printed = command("check", str(tmp_path / "c.jsonl"), "--format", "jsonl", "--as-of", "2024-08-30")
    answer = testclient.TestClient(made(light), base_url=HERE).post(
        "/check", json={"claims": CLAIMS, "as_of": "2024-08-30"}
    )
    assert answer.text == f"[{','.join(printed.splitlines())}]"
    assert [row["as_of"] for row in answer.json()] == ["2024-08-30", "2023-07-01"]


def test_twenty_requests_at_once_get_the_bytes_that_they_get_one_by_one(made, pipeline):
    """Articles and claims, several days; the models are the real ones."""
    days = ("2023-07-01", "2024-08-30", "2025-06-01")
    texts = ("Armenia is a member of the ICC.", "Mongolia ratified the Rome Statute in 2002.", "It rained in Oslo.")
    asked = [("/verify", {"text": f"{texts[n % 3]} {texts[(n + 1) % 3]}", "as_of": days[n % 2]}) for n in range(10)]
    asked += [("/check", {"claims": [texts[n % 3], texts[(n + 2) % 3]], "as_of": days[n % 3]}) for n in range(10)]
    app = made(pipeline)

    async def post(client, address, sent):
        answer = await client.post(address, json=sent)
        assert answer.status_code == 200
        return untimed(answer.text)

    async def both():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HERE) as client:
            alone = [await post(client, *one) for one in asked]
            before = (await client.get("/health")).json()["batches"]
            together = await asyncio.gather(*(post(client, *one) for one in asked))
            return alone, before, together, (await client.get("/health")).json()["batches"]

    alone, before, together, after = in_a_loop(both())
    assert together == alone
    assert before == 20
    assert after - before < 10
    assert len({line for line in alone if '"supported"' in line}) > 2


def together(app, go, *sent):
    """Post claims at once, the first before all others, then let the pipeline go on; return the answers."""

    async def post():
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app, raise_app_exceptions=False), base_url=HERE
        ) as client:
            first = asyncio.create_task(client.post("/check", json={"claims": sent[0]}))
            await asyncio.sleep(0.3)
            others = [asyncio.create_task(client.post("/check", json={"claims": claims})) for claims in sent[1:]]
            await asyncio.sleep(0.3)
            go.set()
            return [await first, *[await other for other in others]]

    return in_a_loop(post())


def test_what_waits_is_answered_in_one_call_and_a_culprit_fails_alone(made, slow):
    app = made(slow)
    first, second, long, odd, last = together(app, slow.go, ["a"], ["b", "c"], ["too long"], ["odd"], ["d"])
    assert slow.calls[:2] == [["a"], ["b", "c", "too long", "odd", "d"]]
    assert [row["text"] for answer in (first, second, last) for row in answer.json()] == ["a", "b", "c", "d"]
    assert "too long to judge" in problem(long, 422, "UnusableError")
    assert "report it" in problem(odd, 500, "FaultError")


def test_a_batch_is_no_larger_than_it_should_be(made, slow):
    app = made(slow, together=4)
    answers = together(app, slow.go, ["a"], ["bb"], ["cc"], ["dd"], ["a long one" * 2])
    assert slow.calls[:3] == [["a"], ["bb", "cc"], ["dd"]]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 422]


def test_who_comes_when_too_many_wait_is_told_to_come_later(made, slow):
    app = made(slow, waiting=1)
    answers = together(app, slow.go, ["a"], ["b"], ["c"])
    assert [answer.status_code for answer in answers] == [200, 200, 503]
    assert "later" in problem(answers[2], 503, "BusyError")
    assert answers[2].headers["retry-after"]


def test_an_answer_that_takes_too_long_is_given_up_and_what_waits_behind_it_is_not_begun(made, slow):
    app = made(slow, seconds=0.5)

    async def post():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HERE) as client:
            return await asyncio.gather(*(client.post("/check", json={"claims": [name]}) for name in ("a", "b")))

    for answer in in_a_loop(post()):
        assert "0.5 s" in problem(answer, 503, "TimeLimitError")
    slow.go.set()
    assert testclient.TestClient(app, base_url=HERE).post("/check", json={"claims": ["c"]}).status_code == 200
    assert sorted(name for call in slow.calls for name in call)[-1] == "c"
    assert len(slow.calls) == 2 or slow.calls == [["a"], ["c"]]


def test_a_judge_stops_in_time_and_its_slices_change_nothing():
    class Counting:
        asked = 0

        def judge(self, pairs):
            self.asked += len(pairs)
            return [Judgement(entailment=len(p.hypothesis) / 1000, neutral=0.0, contradiction=0.0) for p in pairs]

    inner = Counting()
    judge = DeadlineJudge(inner)
    pairs = [Pair(premise="p", hypothesis="h" * (n % 150)) for n in range(300)]
    assert judge.judge(pairs) == Counting().judge(pairs)
    assert inner.asked == 150
    judge.ends = time.monotonic() - 1
    with pytest.raises(TimeLimitError):
        judge.judge(pairs)
    assert inner.asked == 150


def test_a_request_that_is_too_large_is_refused_unread(client):
    sent = {"text": "x" * 6000}
    assert "5,000 bytes" in problem(client.post("/verify", json=sent), 413, "TooLargeError")
    chunks = (b"x" * 1000 for _ in range(10))
    assert "5,000 bytes" in problem(client.post("/verify", content=chunks), 413, "TooLargeError")


def test_a_request_that_never_ends_is_given_up():
    sent = []

    async def receive():
        await asyncio.sleep(20)

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "path": "/verify", "headers": [(b"host", b"127.0.0.1:8765")], "method": "POST"}
    in_a_loop(Door(None, OPEN, Limits(seconds=0.1))(scope, receive, send))
    assert sent[0]["status"] == 408
    assert json.loads(sent[1]["body"])["error"] == "SlowRequestError"


@pytest.mark.parametrize(
    ("address", "body", "word"),
    [
        ("/verify", "{", "no JSON"),
        ("/verify", "[]", "JSON object"),
        ("/verify", "{}", "text: Field required"),
        ("/verify", '{"text": " "}', "empty"),
        ("/verify", '{"text": "a", "date": "2024-01-01"}', "date: Extra inputs"),
        ("/verify", '{"text": "a", "published": "yesterday"}', "published:"),
        ("/verify", '{"text": "\\ud800"}', "surrogate"),
        ("/verify", '{"text": "a", "\\ud800": 1}', "unicode"),
        ("/check", '{"claims": [{"claim": "a", "id": "\\udfff"}]}', "surrogate"),
        ("/check", '{"claims": []}', "claims:"),
        ("/check", '{"claims": [" "]}', "empty"),
        ("/check", '{"claims": [{"claim": "a", "id": "1"}, {"claim": "b", "id": "1"}]}', "twice"),
        ("/check", '{"claims": "a"}', "claims:"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(client, address, body, word):
    answer = client.post(address, content=body, headers={"content-type": "application/json"})
    assert word in problem(answer, 422, "UnusableError")


@pytest.mark.parametrize("body", [b"[" * 2400, b"\xff\xfe{}", b'{"text": "\xe9"}'], ids=["deep", "utf-16", "latin-1"])
def test_what_is_hardly_json_is_told_too(client, body):
    answer = client.post("/verify", content=body, headers={"content-type": "application/json"})
    problem(answer, answer.status_code, "UnusableError")
    assert answer.status_code in (400, 422)


def test_an_address_that_does_not_exist_is_told(client):
    assert "/verify" in problem(client.get("/nothing"), 404, "UnknownAddressError")
    assert "/verify" in problem(client.get("/verify"), 405, "UnknownAddressError")


def test_a_form_of_another_site_is_not_read(client):
    answer = client.post("/check", content='{"claims": ["a"]}', headers={"content-type": "text/plain"})
    assert "Content-Type" in problem(answer, 422, "UnusableError")


@pytest.mark.parametrize(
    ("headers", "status", "name"),
    [
        ({"host": "evil.example"}, 403, "UnknownHostError"),
        ({"host": "[half"}, 403, "UnknownHostError"),
        ({"origin": "https://evil.example"}, 403, "OtherOriginError"),
        ({"origin": "null"}, 403, "OtherOriginError"),
    ],
)
def test_a_page_of_another_site_is_refused(client, headers, status, name):
    problem(client.post("/check", json={"claims": ["a"]}, headers=headers), status, name)
    assert client.post("/check", json={"claims": ["a"]}, headers={"origin": HERE}).status_code == 200


def test_where_a_token_is_set_only_health_goes_without(made, slow):
    slow.go.set()
    app = made(slow, Gate(frozenset({"desk.example"}), "s3cret-s3cret-s3cret"))
    client = testclient.TestClient(app, base_url="http://desk.example:8765")
    sent = {"claims": ["a"]}
    for headers in ({}, {"authorization": "Bearer wrong"}, {"authorization": "Basic s3cret-s3cret-s3cret"}):
        answer = client.post("/check", json=sent, headers=headers)
        assert "Bearer TOKEN" in problem(answer, 401, "TokenError")
        assert client.get("/openapi.json", headers=headers).status_code == 401
    right = {"authorization": "Bearer s3cret-s3cret-s3cret"}
    assert client.post("/check", json=sent, headers=right).status_code == 200
    assert client.get("/health").json()["status"] == "ok"
    assert client.get("/health", headers={"host": "evil.example"}).status_code == 403


def test_a_token_is_needed_where_other_machines_can_ask(monkeypatch, capsys):
    monkeypatch.delenv(TOKEN, raising=False)
    assert _token("127.0.0.1") is None
    made = _token("0.0.0.0")
    assert len(made) >= 32
    assert made in capsys.readouterr().err
    assert _token("0.0.0.0") != made
    monkeypatch.setenv(TOKEN, "mine-mine-mine-mine")
    assert _token("0.0.0.0") == _token("localhost") == "mine-mine-mine-mine"
    assert "mine" not in capsys.readouterr().err
    monkeypatch.setenv(TOKEN, "short")
    with pytest.raises(ConfigError, match="characters"):
        _token("127.0.0.1")


def test_the_service_describes_itself_as_the_standard_says(made, light):
    spec = pytest.importorskip("openapi_spec_validator")
    jsonschema = pytest.importorskip("jsonschema")
    client = testclient.TestClient(made(light), base_url=HERE)
    told = client.get("/openapi.json").json()
    spec.validate(told)
    for address, sent in (("/verify", ARTICLE), ("/check", {"claims": CLAIMS})):
        answers = told["paths"][address]["post"]["responses"]
        schema = answers["200"]["content"]["application/json"]["schema"] | {"components": told["components"]}
        jsonschema.validate(client.post(address, json=sent).json(), schema)
        assert {"401", "403", "408", "413", "422", "500", "503"} <= set(answers)
        schema = answers["422"]["content"]["application/json"]["schema"] | {"components": told["components"]}
        jsonschema.validate(client.post(address, json={}).json(), schema)


def test_health_is_told_as_bad_once_nothing_is_answered(slow):
    slow.go.set()
    pool = Pool(slow, Limits())
    client = testclient.TestClient(application(slow, pool, OPEN, Limits()), base_url=HERE)
    assert client.get("/health").status_code == 200
    pool.close(5)
    problem(client.get("/health"), 503, "StoppingError")
    problem(client.post("/check", json={"claims": ["a"]}), 503, "StoppingError")


@pytest.fixture
def started(tmp_path):
    """The command in a process of its own, and the address that it printed."""
    (tmp_path / "light.toml").write_text(LIGHT)
    command = [sys.executable, "-m", "verifier", "serve", "--port", "0", "--config", str(tmp_path / "light.toml")]
    environment = {key: value for key, value in os.environ.items() if key != TOKEN}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    for line in process.stderr:
        if found := re.search(r"listening on (\S+)", line):
            break
    yield process, found[1]
    process.kill()
    process.wait()


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_the_command_serves_and_stops_when_it_is_told(started, sign):
    process, address = started
    assert httpx.post(f"{address}/check", json={"claims": CLAIMS}).json()[1]["verdict"] == "refuted"
    process.send_signal(sign)
    assert process.wait(20) == 0
    assert process.stderr.read().strip().endswith("stopped")


def test_an_address_that_another_program_has_is_told_before_models_are_opened():
    with bound("127.0.0.1", 0) as taken:
        taken.listen()
        with pytest.raises(ConfigError, match="choose others"):
            bound("127.0.0.1", taken.getsockname()[1])
    with pytest.raises(ConfigError, match="choose others"):
        bound("no.such.host.invalid", 0)
