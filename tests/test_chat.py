"""A chat endpoint as NLI model, against a stub on loopback: strict parsing, retries, no verdict from a failure."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from verifier.build import Workshop
from verifier.config import Settings
from verifier.errors import JudgementError, ModelError
from verifier.nli.chat import ChatJudge
from verifier.nli.lexical import LexicalJudge
from verifier.records import Article, Judgement, Pair

PAIR = Pair(premise="It rained in Rome.", hypothesis="It rained.")
GOOD = '{"label": "entailment", "confidence": 0.9}'


class Stub(ThreadingHTTPServer):
    """Answers with what `reply(pair, times asked before)` returns: a text, or an HTTP status."""

    def __init__(self, reply):
        super().__init__(("127.0.0.1", 0), Handler)
        self.reply, self.asked, self.lock = reply, [], threading.Lock()


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        pair = Pair.model_validate_json(body["messages"][-1]["content"])
        with self.server.lock:
            before = self.server.asked.count(pair)
            self.server.asked.append(pair)
        answer = self.server.reply(pair, before)
        status, text = (answer, "{}") if isinstance(answer, int) else (200, self._completion(answer))
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(text.encode())

    def _completion(self, content):
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}
        return json.dumps({"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]})

    def log_message(self, *args):
        """Keep the test output clean."""


@pytest.fixture
def serve(monkeypatch):
    servers = []

    def start(reply):
        server = Stub(reply)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{server.server_port}/v1")
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        return server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_reply_becomes_a_judgement_and_equal_pairs_are_asked_once(serve):
    server = serve(lambda pair, before: GOOD)
    judge = ChatJudge("m")
    assert judge.judge([PAIR, PAIR]) == [Judgement(entailment=0.9, neutral=0.05, contradiction=0.05)] * 2
    assert judge.judge([PAIR])[0].entailment == 0.9
    assert server.asked == [PAIR]


def test_answers_keep_the_order_of_the_pairs(serve):
    labels = ("entailment", "neutral", "contradiction")
    serve(lambda pair, before: json.dumps({"label": labels[int(pair.premise) % 3], "confidence": 1.0}))
    judged = ChatJudge("m").judge([Pair(premise=str(n), hypothesis="x") for n in range(30)])
    assert [getattr(judgement, labels[n % 3]) for n, judgement in enumerate(judged)] == [1.0] * 30


@pytest.mark.parametrize(
    "bad",
    [
        "", "Yes, it does.", '{"label": "true", "confidence": 0.9}', '{"label": "entailment"}',
        '{"label": "entailment", "confidence": 7}', '{"label": "entailment", "confidence": "0.9"}',
        '{"label": "entailment", "confidence": 0.9, "note": "x"}', f"Sure: {GOOD}",
    ],
)  # fmt: skip
def test_a_reply_that_is_not_what_was_asked_for_is_asked_again_and_then_refused(serve, bad):
    serve(lambda pair, before: GOOD if before else bad)
    assert ChatJudge("m").judge([PAIR])[0].entailment == 0.9
    serve(lambda pair, before: bad)
    with pytest.raises(JudgementError, match="no usable reply"):
        ChatJudge("m").judge([PAIR])


def test_a_server_that_stumbles_is_asked_again(serve):
    serve(lambda pair, before: GOOD if before else 503)
    assert ChatJudge("m").judge([PAIR])[0].entailment == 0.9


def test_a_refused_key_and_a_missing_endpoint_are_named(serve, monkeypatch):
    serve(lambda pair, before: 401)
    with pytest.raises(ModelError, match="OPENAI_API_KEY"):
        ChatJudge("m").judge([PAIR])
    monkeypatch.delenv("OPENAI_API_KEY")
    with pytest.raises(ModelError, match="OPENAI_API_KEY"):
        ChatJudge("m")


class OnlyShort(LexicalJudge):
    """Cannot judge claims about rain."""

    def judge(self, pairs):
        if any("rain" in pair.hypothesis for pair in pairs):
            raise JudgementError("cannot judge rain; ask the weather office")
        return super().judge(pairs)


def test_a_claim_that_cannot_be_judged_is_a_failure_and_the_others_get_verdicts():
    workshop = Workshop(Settings(retriever="lexical", judge="lexical"))
    vars(workshop)["judge"] = OnlyShort()
    article = Article(id="a", text="Mongolia signed the Rome Statute in 2000. Heavy rain fell on the city on Friday.")
    (report,) = workshop.pipeline().verify([article], workshop.corpus.as_of)
    assert [checked.claim.text for checked in report.claims] == ["Mongolia signed the Rome Statute in 2000."]
    assert [(failure.stage, failure.message) for failure in report.failures] == [
        ("judge", "cannot judge rain; ask the weather office")
    ]


def test_a_chat_model_is_chosen_by_the_flag_for_models(serve):
    serve(lambda pair, before: GOOD)
    judge = Workshop(Settings(nli="chat:some-model")).judge
    assert isinstance(judge, ChatJudge)
    assert judge.judge([PAIR])[0].entailment == 0.9
