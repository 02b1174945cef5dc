"""How fast the HTML report answers with 2,000 claims: filtering and scrolling in headless Chromium.

    PYTHONPATH=. python evals/bench/page.py [CLAIMS]

Prints size and time to write the file, time to open it, and milliseconds from an act to the next painted frame, median
and worst.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))  # the reports are those of the browser tests
from made_reports import chromium, report_of

from verifier.reports.html import HtmlRenderer

TIMED = """async (act) => {
  const start = performance.now();
  await eval(act)();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
ACTS = {
    "filter by verdict": "() => document.querySelector('[name=verdict][value=supported]').click()",
    "filter by words": """() => {
      const box = document.getElementById('words');
      box.value = box.value ? '' : '7';
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }""",
    "scroll a screen": "() => window.scrollBy(0, 800)",
    "jump to the middle": "() => window.scrollTo(0, document.body.scrollHeight * Math.random())",
    "next claim": "() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))",
}


def milliseconds(page: Page, act: str, times: int = 15) -> list[float]:
    """Return the milliseconds of each repetition, after one to warm up."""
    return [page.evaluate(TIMED, act) for _ in range(times + 1)][1:]


def main(claims: int) -> None:
    """Print the figures."""
    start = time.perf_counter()
    text = HtmlRenderer().render([report_of(claims)])
    print(f"{claims} claims: written in {time.perf_counter() - start:.1f} s, {len(text.encode()) / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "report.html")
        path.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        start = time.perf_counter()
        page.goto(path.as_uri())
        print(f"opened in {time.perf_counter() - start:.1f} s")
        for name, act in ACTS.items():
            found = milliseconds(page, act)
            print(f"{name}: median {statistics.median(found):.0f} ms, worst {max(found):.0f} ms")
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 2000)
