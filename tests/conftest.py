"""Parts that take a while to open, opened once."""

from datetime import date
from pathlib import Path

import pytest
from made_reports import chromium

from verifier import bundled
from verifier.build import Workshop
from verifier.config import Settings
from verifier.process import prepare_process
from verifier.records import Article, Judgement, reproduce
from verifier.reports.html import HtmlRenderer

HERE = ("file:", "blob:", "http://127.0.0.1:")
SEED = Path(__file__).parent.parent / "seeds" / "putin-mongolia-2024.txt"


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """Keep stores of the tests' corpora out of the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def workshop():
    prepare_process()
    return Workshop(Settings(threads=1))


@pytest.fixture(scope="session")
def icc(workshop):
    return workshop.corpus


@pytest.fixture(scope="session")
def splitter(workshop):
    return workshop.splitter


@pytest.fixture(scope="session")
def pipeline(workshop):
    return workshop.pipeline()


@pytest.fixture(scope="session")
def icc_folder():
    return bundled.corpora()["icc"]


@pytest.fixture(scope="session")
def seed_text():
    return SEED.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def seed_report(pipeline, seed_text):
    """The report of the user's article, verified once."""
    article = Article(id="seed", text=seed_text, published=date(2024, 8, 30))
    return pipeline.verify([article], date(2030, 1, 1))[0]


@pytest.fixture(scope="session")
def browser():
    """The installed Chromium, without a window; tests that need it are skipped where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install '.[dev]'")
    if chromium() is None:
        pytest.skip("no chromium on the PATH (or in CHROMIUM): apt install chromium")
    with sync_api.sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu"]
        opened = playwright.chromium.launch(executable_path=chromium(), args=options)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser):
    """Open addresses, each as a new visitor; a page that logs an error or asks another machine fails the test."""
    contexts, wrong = [], []

    def run(address, script=None, **options):
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(HERE) else wrong.append(asked.url))
        if script:
            page.add_init_script(path=script)
        page.goto(address)
        return page

    yield run
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def show(visit, tmp_path):
    """Open reports as a file, with decisions of people where some are given."""

    def run(*reports, decisions=(), **options):
        path = tmp_path / "report.html"
        path.write_text(HtmlRenderer(decisions).render(reports), encoding="utf-8")
        return visit(path.as_uri(), **options)

    return run


class FixedJudge:
    """A judge that always says the same."""

    def __init__(self, **judgement):
        self.judgement = Judgement(**judgement)

    def judge(self, pairs):
        return [self.judgement] * len(pairs)


@pytest.fixture(scope="session")
def fixed_judge():
    return FixedJudge


@pytest.fixture(scope="session")
def claims_of(splitter):
    """Split a text; each claim must come out of its spans and edits again."""

    def run(text, published=None):
        found = splitter.split(Article(id="a", text=text, published=published)).claims
        assert all(reproduce(text, claim.spans, claim.edits) == claim.text for claim in found)
        return found

    return run


@pytest.fixture(scope="session")
def texts(claims_of):
    """Split a text into the words of its claims."""
    return lambda text: [claim.text for claim in claims_of(text)]


@pytest.fixture
def union(tmp_path):
    """A corpus as a newcomer writes it: two columns, thirteen lines."""
    folder = tmp_path / "union"
    folder.mkdir()
    (folder / "members.csv").write_text("name,joined\nEstonia,2004-05-01\nCroatia,2013-07-01\n", encoding="utf-8")
    (folder / "corpus.toml").write_text(UNION, encoding="utf-8")
    return folder


UNION = """\
name = "union"
as_of = 2025-01-01
[[table]]
name = "members"
key = "name"
columns = { joined = "date" }
[[table.relation]]
name = "member"
nature = "state"
begins = "joined"
complete = true
sentence = "{name} has been a member of the Union since {joined}."
wordings = ["{name} is a member of the Union"]
"""
