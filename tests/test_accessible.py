"""The HTML report is for everybody: contrast in both schemes, and what axe-core finds in a real browser."""

import os
import re
from pathlib import Path

import pytest
from made_reports import report_of

from verifier.records import Label
from verifier.reports import assets

AXE = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))  # npm install --no-save axe-core
# Axe judges no colours of what lies under another element or is not drawn yet.
FLAT = """() => {
  const flat = new CSSStyleSheet();
  flat.replaceSync(`.controls, .text { position: static !important; }
    .text { max-height: none !important; overflow: visible !important; }
    .stack, .card, .text p { content-visibility: visible !important; }`);
  document.adoptedStyleSheets = [flat];
}"""


def luminance(colour):
    """Return relative luminance (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_text_stands_out_from_what_lies_under_it(scheme):
    colours = dict(
        re.findall(r"--([\w-]+): (#\w{6})", re.findall(r":root \{(.*?)\}", assets.style(), re.DOTALL)[scheme])
    )
    pairs = [(text, under) for text in ("ink", "soft", "link", *Label) for under in ("paper", "card")]
    pairs += [(text, f"{label}-wash") for label in Label for text in ("ink", label)]
    for text, under in pairs:
        light, dark = sorted((luminance(colours[text]), luminance(colours[under])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (text, under)


@pytest.mark.skipif(not AXE.is_file(), reason="no axe-core: npm install --no-save axe-core, or AXE_CORE=axe.min.js")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("articles", [1, 2])
def test_axe_finds_no_barrier(show, scheme, articles):
    page = show(*(report_of(6, f"n{n}") for n in range(articles)), script=AXE, color_scheme=scheme)
    page.locator("#more summary").click()
    if articles == 1:
        page.locator("#reviewer").fill("Ann")
        page.locator("#a1-c2 [data-act=accept]").click()
        page.locator("#a1-c3 [data-act=comment]").click()
        page.locator("#a1-c1 details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    page.evaluate(FLAT)
    found = page.evaluate("axe.run().then((result) => result.violations)")
    assert [(v["id"], v["impact"], [n["target"] for n in v["nodes"]][:3]) for v in found] == []
