"""The review server: decisions are kept as they are made, and only its own page may make them."""

import json
import threading
import time

import pytest
from made_reports import EVIL, report_of
from typer.testing import CliRunner

from verifier.access import is_loopback
from verifier.cli.main import app as app_of_verifier
from verifier.records import CheckedClaim, Label, Verdict
from verifier.reports.jsonl import JsonlRenderer
from verifier.review.gate import HEADER, Gate
from verifier.review.ledger import Ledger
from verifier.review.retry import Retry

testclient = pytest.importorskip("fastapi.testclient", reason="fastapi is not installed: pip install '.[review]'")
server_of = pytest.importorskip("verifier.review.server")

GATE = Gate(token="t0ken", page="p4ge", host="127.0.0.1")
HERE = "http://127.0.0.1:8766"
SENT = {"origin": HERE, HEADER: GATE.page, "content-type": "application/json"}


@pytest.fixture
def report():
    return report_of(5)


@pytest.fixture
def ledger(tmp_path):
    return Ledger(tmp_path)


class Doubter:
    """A pipeline that has no evidence for anything, and remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def check(self, questions):
        self.asked += questions
        return [
            CheckedClaim(
                claim=q.claim,
                verdict=Verdict(
                    label=Label.NOT_ENOUGH_INFO, confidence=0.5, as_of=q.as_of, decider="none", reason="nothing"
                ),
            )
            for q in questions
        ]


@pytest.fixture
def doubter():
    return Doubter()


@pytest.fixture
def app(report, ledger, doubter):
    return server_of.application(server_of.Desk([report], ledger, GATE, Retry([report], lambda: doubter)))


@pytest.fixture
def client(app):
    made = testclient.TestClient(app, base_url=HERE, follow_redirects=False)
    made.get("/", params={"token": GATE.token})
    return made


def body(report, **change):
    decision = {"run": "key1", "article": "a1", "claim": "c1", "text": report.claims[0].claim.text,
                "machine": "refuted", "action": "accept", "verdict": "refuted", "reason": "", "comment": "",
                "reviewer": "Ann", "time": "2024-09-01T12:00:00.123Z", **change}  # fmt: skip
    return json.dumps({"schema": 1, "exported": "2024-09-01T12:00:00Z", "decisions": [decision]})


def post(client, content, **headers):
    return client.post("/decisions", content=content, headers={**SENT, **headers})


def test_the_address_with_the_token_opens_the_page_and_the_token_leaves_the_address(app):
    client = testclient.TestClient(app, base_url=HERE, follow_redirects=False)
    assert client.get("/").status_code == 403
    assert client.get("/", params={"token": "wrong"}).status_code == 403
    moved = client.get("/", params={"token": GATE.token})
    assert (moved.status_code, moved.headers["location"]) == (303, "/")
    assert "HttpOnly" in moved.headers["set-cookie"]
    assert "SameSite=strict" in moved.headers["set-cookie"]
    page = client.get("/")
    assert page.status_code == 200
    assert EVIL not in page.text
    assert "connect-src 'self'" in page.headers["content-security-policy"]
    assert "'unsafe-inline'" not in page.headers["content-security-policy"]
    assert GATE.token not in page.text


def test_decisions_are_kept_and_given_to_the_next_reviewer(client, report, ledger):
    assert post(client, body(report)).json() == {"added": 1, "known": 0}
    assert post(client, body(report)).json() == {"added": 0, "known": 1}
    post(client, body(report, reviewer="Bob", action="override", verdict="supported", reason="seen"))
    assert [(d.reviewer, d.machine, d.verdict) for d in ledger.all()] == [
        ("Ann", Label.REFUTED, Label.REFUTED),
        ("Bob", Label.REFUTED, Label.SUPPORTED),
    ]
    assert [d["reviewer"] for d in client.get("/decisions").json()] == ["Ann", "Bob"]


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {HEADER: "wrong"},
        {HEADER: ""},
        {"host": "evil.example:8766", "origin": "http://evil.example:8766"},
        {"host": "[evil", "origin": "http://[evil"},
        {"cookie": "verifier_token=wrong"},
        {"content-length": "9999999"},
        {"content-type": "text/plain"},
    ],
    ids=[
        "other site",
        "sandboxed",
        "no origin",
        "wrong secret",
        "no secret",
        "rebound name",
        "no name",
        "wrong token",
        "too long",
        "form",
    ],
)
def test_what_another_site_could_send_is_refused(app, report, ledger, headers):
    client = testclient.TestClient(app, base_url=HERE)
    sent = {"cookie": f"verifier_token={GATE.token}", **headers}
    answer = post(client, body(report), **sent)
    assert answer.status_code in (403, 422)
    assert ledger.all() == []


@pytest.mark.parametrize("change", [{"claim": "c99"}, {"text": "Other."}, {"verdict": "supported"}, {"reviewer": ""}])
def test_decisions_that_do_not_fit_are_told_and_not_kept(client, report, ledger, change):
    answer = post(client, body(report, **change))
    assert answer.status_code == 422
    assert answer.text.strip()
    assert ledger.all() == []


def test_another_wording_is_judged_for_the_day_of_the_claim_and_not_from_the_article(client, report, doubter):
    asked = {"article": "a1", "claim": "c1", "text": f"One {EVIL}.\n\nTwo."}
    answer = client.post("/wording", json=asked, headers=SENT)
    assert answer.status_code == 200
    assert EVIL not in answer.text
    assert "Two." in answer.text
    assert [(q.claim.text, q.as_of, q.article) for q in doubter.asked] == [
        (f"One {EVIL}.", report.claims[0].verdict.as_of, report.article),
        ("Two.", report.claims[0].verdict.as_of, report.article),
    ]
    assert client.post("/wording", json={**asked, "text": ""}, headers=SENT).status_code == 422
    assert client.post("/wording", json={**asked, "claim": "c99"}, headers=SENT).text.strip() == ""
    assert client.post("/wording", json=asked, headers={**SENT, "origin": "https://evil.example"}).status_code == 403


def test_a_name_that_points_here_is_not_this_machine():
    headers = {"host": "rebound.example:8766"}
    assert GATE.refusal("GET", headers, GATE.token) is not None
    for host in ("127.0.0.1:8766", "localhost:8766", "[::1]:8766", "192.168.0.7"):
        assert GATE.refusal("GET", {"host": host}, GATE.token) is None
    assert Gate("t", "p", "desk.example").refusal("GET", {"host": "desk.example:80"}, "t") is None


@pytest.mark.parametrize(
    ("host", "alone"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False)]
)
def test_only_loopback_is_for_this_machine_alone(host, alone):
    assert is_loopback(host) is alone


def test_the_command_serves_a_run_with_fresh_secrets_on_loopback(tmp_path, report, monkeypatch):
    (tmp_path / "reports.jsonl").write_text(JsonlRenderer().render([report]), encoding="utf-8")
    served = []
    monkeypatch.setattr(server_of, "serve", lambda *given: served.append(given))
    for command in (["review", str(tmp_path)], ["review", "serve", str(tmp_path)]):
        result = CliRunner().invoke(app_of_verifier, command)
        assert result.exit_code == 0, result.output
        assert "open http://127.0.0.1:8766/?token=" in result.output
    (one, host, _), (other, _, _) = served
    assert host == "127.0.0.1"
    assert list(one.reports) == [report]
    assert len({one.gate.token, one.gate.page, other.gate.token, other.gate.page}) == 4


@pytest.fixture
def running(app):
    """Serve on a free port of loopback until the test is over."""
    uvicorn = pytest.importorskip("uvicorn")
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/?token={GATE.token}"
    server.should_exit = True
    thread.join(10)


def kept_within(ledger, count, seconds):
    """Wait until so many decisions are kept: the page sends them on its own time."""
    end = time.monotonic() + seconds
    while len(ledger.all()) < count and time.monotonic() < end:
        time.sleep(0.05)


def test_two_reviewers_see_one_another_in_the_browser(running, ledger, visit):
    pages = {}
    for name in ("Ann", "Bob"):
        page = pages[name] = visit(running)
        page.locator("#more summary").click()
        page.locator("#reviewer").fill(name)
        page.locator("#reviewer").blur()
    pages["Ann"].locator("#a1-c1 [data-act=accept]").click()
    kept_within(ledger, 1, seconds=10)
    pages["Bob"].locator("#a1-c1 [data-act=override]").click()
    pages["Bob"].locator(".decide [name=verdict]").select_option("supported")
    pages["Bob"].locator(".decide [name=reason]").fill("seen")
    pages["Bob"].locator(".decide [type=submit]").click()
    kept_within(ledger, 2, seconds=10)
    pages["Bob"].locator("#a1-c1 .decision").nth(1).wait_for()
    pages["Ann"].locator("#a1-c2 button", has_text="Other wording").click()
    pages["Ann"].locator(".wording textarea").fill(EVIL)
    pages["Ann"].locator(".wording [type=submit]").click()
    pages["Ann"].locator(".answer", has_text=EVIL).wait_for()
    assert pages["Ann"].locator(".answer img").count() == 0
    pages["Bob"].locator("#order").select_option("worth")
    assert pages["Bob"].locator(".card").first.get_attribute("data-claim") == "c1"  # people disagree on it
    assert {(d.reviewer, d.verdict) for d in ledger.all()} == {("Ann", Label.REFUTED), ("Bob", Label.SUPPORTED)}
