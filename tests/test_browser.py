"""The HTML report in a real browser: find, filter, review, keys, speed, and nothing of the data runs."""

import json

from made_reports import EVIL, report_of

from verifier.review.decisions import read_decisions
from verifier.review.ledger import Ledger

SLOWEST = 1.0  # seconds for 2,000 claims on a busy machine; evals/bench/page.py prints the figure of a quiet one
TIMED = """async (act) => {
  const start = performance.now();
  await eval(act)();
  document.body.offsetHeight;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return (performance.now() - start) / 1000;
}"""


def expect_text(locator, text):
    """Wait until an element holds a text."""
    locator.filter(has_text=text).wait_for()


def shown(page):
    return page.locator(".card:visible").evaluate_all("cards => cards.map((card) => card.dataset.claim)")


def named(page, name="Ann"):
    page.locator("#more summary").click()
    page.locator("#reviewer").fill(name)
    page.locator("#reviewer").blur()


def override(page, claim, verdict="refuted", reason="the register says so"):
    page.locator(f"#a1-{claim} [data-act=override]").click()
    page.locator(".decide [name=verdict]").select_option(verdict)
    page.locator(".decide [name=reason]").fill(reason)
    page.locator(".decide [type=submit]").click()


def exported(page, folder):
    with page.expect_download() as download:
        page.locator("#export").click()
    path = folder / "decisions.json"
    download.value.save_as(path)
    return path


def test_an_article_full_of_markup_and_script_shows_as_text(show):
    page = show(report_of(10))
    assert page.title() == f"Title {EVIL}, claim by claim"
    assert page.locator("img").count() == 0
    assert EVIL in page.locator(".text").inner_text()
    assert EVIL in page.locator("#a1-c1 h3").inner_text()


def test_the_policy_stops_script_that_would_come_in_with_data(show):
    page = show(report_of(1))
    page.evaluate("""() => {
      const inline = document.createElement("script");
      inline.textContent = "document.title = 'owned'";
      document.body.append(inline);
      document.body.insertAdjacentHTML("beforeend", "<b style='position:fixed' onclick='document.title=1'>x</b>");
      document.body.lastElementChild.click();
    }""")
    assert page.title().startswith("Title")


def test_words_lead_to_their_claim_and_a_claim_to_its_words(show):
    page = show(report_of(30))
    page.locator(".text a[data-claims='a1-c20']").first.click()
    assert page.evaluate("document.activeElement.id") == "a1-c20"
    assert page.locator("#a1-c20").evaluate("card => card.getBoundingClientRect().top") < 300
    page.locator("#a1-c20").press("Enter")
    assert page.evaluate("document.activeElement.dataset.claims") == "a1-c20"
    page.locator("#a1-c3 .reason").click()
    assert page.locator(".text a.here").evaluate_all("all => all.map((a) => a.dataset.claims)") == ["a1-c3"]


def test_claims_are_filtered_by_verdict_kind_confidence_and_words(show):
    page = show(report_of(20))
    page.locator("[name=verdict][value=refuted]").uncheck()
    assert "c1" not in shown(page)
    assert page.locator("#shown").inner_text() == "16 of 20 claims"
    page.locator("#more summary").click()
    page.locator("#kind").select_option("statement")
    assert shown(page) == ["c4", "c9", "c14", "c19"]
    page.locator("#everything").click()
    page.locator("#least").fill("85")
    assert shown(page) == []  # confidence 90 % falls on claims that are not judged
    assert page.locator(".nothing").is_visible()
    page.locator("#least").fill("80")
    assert shown(page) == ["c8", "c18"]
    page.locator("#everything").click()
    page.locator("#words").fill("number 7")
    assert shown(page) == ["c7", "c17"]


def test_a_decision_survives_a_reload_and_goes_out_and_in_again(show, tmp_path):
    page = show(report_of(6))
    page.locator("#a1-c2 [data-act=accept]").click()
    assert "Write your name first" in page.locator("#said").inner_text()
    page.locator("#reviewer").fill("Ann")
    page.locator("#a1-c2 [data-act=accept]").click()
    override(page, "c3")
    page.reload()
    assert "Accepted (Ann" in page.locator("#a1-c2 .decision").inner_text()
    assert "Overridden: refuted (Ann" in page.locator("#a1-c3 .decision").inner_text()
    page.locator("#more summary").click()
    path = exported(page, tmp_path)
    made = json.loads(path.read_text(encoding="utf-8"))["decisions"]
    assert [(d["claim"], d["action"], d["machine"], d["verdict"]) for d in made] == [
        ("c2", "accept", "conflicting", "conflicting"),
        ("c3", "override", "not_enough_info", "refuted"),
    ]
    assert {(d["run"], d["article"], d["reviewer"]) for d in made} == {("key1", "a1", "Ann")}
    assert Ledger(tmp_path).add(read_decisions(path.read_text(encoding="utf-8"), "d"), [report_of(6)]).added == 2
    page.evaluate("localStorage.clear()")
    page.reload()
    assert page.locator(".decision").count() == 0
    page.locator("#more summary").click()
    page.locator("#import").set_input_files(path)
    expect_text(page.locator("#said"), "2 imported")
    page.locator("#import").set_input_files(path)
    expect_text(page.locator("#said"), "2 known already")
    page.locator("#reviewed").select_option("override")
    assert shown(page) == ["c3"]


def test_a_page_written_anew_shows_what_people_decided(show, tmp_path):
    page = show(report_of(6))
    named(page)
    override(page, "c3", reason=f"the register {EVIL}")
    decisions = read_decisions(exported(page, tmp_path).read_text(encoding="utf-8"), "d")
    page.evaluate("localStorage.clear()")
    again = show(report_of(6), decisions=decisions)
    assert "Overridden: refuted (Ann" in again.locator("#a1-c3 .decision").inner_text()
    assert EVIL in again.locator("#a1-c3 .decision").inner_text()
    other = show(report_of(2), decisions=decisions)  # c3 is no claim of this one
    assert other.locator(".decision").count() == 0


def test_another_verdict_needs_a_reason_and_can_be_undone(show):
    page = show(report_of(3))
    named(page)
    override(page, "c1", "supported", "")
    assert "needs a reason" in page.locator("#said").inner_text()
    page.locator(".decide [name=reason]").fill(EVIL)
    page.locator(".decide [type=submit]").click()
    assert EVIL in page.locator("#a1-c1 .decision").inner_text()
    page.locator("#a1-c1 [data-act=withdraw]").click()
    assert page.locator("#a1-c1 .decision").count() == 0


def test_everything_is_done_by_keyboard_alone(show):
    page = show(report_of(5))
    for key in ("j", "j", "k", "j", "a"):
        page.keyboard.press(key)
    page.keyboard.type("Ann")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    assert "Accepted (Ann" in page.locator("#a1-c2 .decision").inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("o")
    page.keyboard.press("Home")
    page.keyboard.press("Tab")
    page.keyboard.type("seen with my own eyes, j k /")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "seen with my own eyes, j k /" in page.locator("#a1-c3 .decision").inner_text()
    page.keyboard.press("/")
    page.keyboard.type("number 5")
    assert shown(page) == ["c5"]
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.locator("#single").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "words"


def test_a_batch_opens_with_a_sortable_index_and_shows_one_article_at_a_time(show):
    page = show(report_of(3, "x", "Beta"), report_of(8, "y", "Alpha"), report_of(5, "z", "Gamma"))
    assert page.locator(".sheet:visible").count() == 0
    assert page.locator("#articles tfoot td.n").first.inner_text() == "16"
    titles = "rows => rows.map((row) => row.children[0].textContent)"
    page.locator("thead button", has_text="Claims").click()
    assert page.locator("#articles tbody tr").evaluate_all(titles) == ["Alpha", "Gamma", "Beta"]
    page.locator("thead button", has_text="Article").click()
    assert page.locator("#articles tbody tr").evaluate_all(titles) == ["Alpha", "Beta", "Gamma"]
    page.locator("#articles a", has_text="Alpha").click()
    assert page.locator(".sheet:visible").get_attribute("id") == "a2"
    page.keyboard.press("]")
    page.wait_for_selector("#a3:visible")
    page.locator(".up:visible a").click()
    page.wait_for_selector("#index:visible")


def test_the_filter_of_a_batch_leaves_the_articles_that_have_such_claims(show):
    page = show(report_of(1, "x", "One"), report_of(5, "y", "Five"), report_of(0, "z", "None"))  # c1 is refuted
    assert page.locator("#articles tbody tr:visible").count() == 3
    for verdict in ("refuted", "conflicting", "not_enough_info", "not_checkable"):
        page.locator(f"[name=verdict][value={verdict}]").uncheck()
    assert page.locator("#articles tbody tr:visible th").all_inner_texts() == ["Five"]
    page.locator("#more summary").click()
    page.locator("#everything").click()
    assert page.locator("#articles tbody tr:visible").count() == 3


def test_without_script_everything_is_there_to_read(show):
    page = show(report_of(3, "x"), report_of(3, "y"), java_script_enabled=False)
    assert page.locator(".card:visible").count() == 6
    assert page.locator("#controls:visible").count() == 0


def test_two_thousand_claims_stay_responsive(show):
    page = show(report_of(2000))
    click = "() => document.querySelector('[name=verdict][value=supported]').click()"
    assert min(page.evaluate(TIMED, click) for _ in range(4)) < SLOWEST
    assert min(page.evaluate(TIMED, "() => window.scrollBy(0, 5000)") for _ in range(4)) < SLOWEST
    assert len(shown(page)) == 2000
