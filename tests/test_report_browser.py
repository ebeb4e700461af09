"""The HTML page in a real browser.

Filters, folding, articles side by side, keyboard, colours, phone, paper, and what an article must not be able to do.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from msgspec.structs import replace

from factcheck import report
from factcheck.model import Passage, Problem, Result
from report_cases import ADA, assorted, many, result, told

webdriver = pytest.importorskip("selenium.webdriver", reason="Selenium, which drives the browser, is not installed")
Select = pytest.importorskip("selenium.webdriver.support.ui").Select

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WINDOW = (1360, 900)
Page: TypeAlias = Any
Element: TypeAlias = Any
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    driver = shutil.which("chromedriver")
    if not browser or not driver:
        pytest.skip("no Chromium with chromedriver here (Debian: apt-get install chromium chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    profile = tmp_path_factory.mktemp("profile")
    for argument in ("headless=new", "no-sandbox", "disable-dev-shm-usage", f"user-data-dir={profile}"):
        options.add_argument(f"--{argument}")
    driven = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield driven
    driven.quit()


@pytest.fixture
def show(chrome: Page, tmp_path: Path) -> Open:
    """Open the page of a result; `fragment` is what follows the address, `width` and `media` what it is seen on."""

    def show(made: Result, fragment: str = "", width: int = WINDOW[0], **media: str) -> Page:
        still = {"prefers-reduced-motion": "reduce"} | media
        features = [{"name": name, "value": value} for name, value in still.items() if name != "media"]
        chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media.get("media", ""), "features": features})
        size = {"width": width, "height": WINDOW[1], "deviceScaleFactor": 1, "mobile": width < 600}
        chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        path = tmp_path / "report.html"
        path.write_text(report.render(made, "html", str(tmp_path)), encoding="utf-8")
        chrome.get("about:blank")
        chrome.get(f"{path.as_uri()}{fragment}")
        return chrome

    return show


def all_of(page: Page, selector: str) -> list[Element]:
    return list(page.find_elements("css selector", selector))


def one(page: Page, selector: str) -> Element:
    return page.find_element("css selector", selector)


def visible(page: Page, selector: str = ".card") -> list[str | None]:
    return [element.get_attribute("id") for element in all_of(page, selector) if element.is_displayed()]


def choose(page: Page, menu: str, label: str) -> None:
    Select(one(page, f"select[name={menu}]")).select_by_visible_text(label)


def run(page: Page, script: str) -> Any:
    return page.execute_script(script)


# -- filters ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("menu", "label", "left"),
    [
        ("severity", "Errors (1)", ["f1"]),
        ("severity", "Reconciled (1)", ["f4"]),
        ("rule", "officeholder-title (1)", ["f2"]),
        ("person", "Ada Berg (2)", ["f1", "f2"]),  # takes part in the summit of finding 1
        ("person", "Ole Dahl (2)", ["f3", "f4"]),
        ("article", "a.txt (2)", ["f1", "f2"]),
        ("article", "b.txt (3)", ["f1", "f3", "f4"]),
    ],
)
def test_each_filter(show: Open, menu: str, label: str, left: list[str]) -> None:
    page = show(assorted())
    assert visible(page) == ["f1", "f2", "f3", "f4"]
    choose(page, menu, label)
    assert visible(page) == left
    assert one(page, "#shown").text == f"{len(left)} of 4 findings"
    one(page, "button[type=reset]").click()
    run(page, "return new Promise((done) => setTimeout(done))")
    assert visible(page) == ["f1", "f2", "f3", "f4"]
    assert one(page, "#shown").text == "4 findings"


def test_filters_narrow_each_other_and_say_so_when_nothing_is_left(show: Open) -> None:
    page = show(assorted())
    choose(page, "article", "b.txt (3)")
    choose(page, "person", "Ole Dahl (2)")
    assert visible(page) == ["f3", "f4"]
    assert visible(page, ".group") == ["", ""]
    choose(page, "severity", "Errors (1)")
    assert visible(page) == []
    assert one(page, "#none").is_displayed()


def test_search_looks_at_quotations_and_explanations(show: Open) -> None:
    page = show(assorted())
    one(page, "input[name=words]").send_keys("OLD step ole")
    assert visible(page) == ["f3", "f4"]
    one(page, "input[name=words]").send_keys(" spelling")
    assert visible(page) == ["f3"]


def test_filters_are_kept_in_the_address(show: Open) -> None:
    page = show(assorted())
    choose(page, "severity", "Warnings (1)")
    fragment = page.current_url.partition("#")[2]
    assert fragment == "?severity=warning"
    assert visible(show(assorted(), f"#{fragment}")) == ["f2"]


# -- folding and links ------------------------------------------------------------------------------------------------


def test_many_findings_are_folded_and_counted(show: Open) -> None:
    page = show(many(200, 300))
    assert len(visible(page)) == 75  # 25 of each of three severities
    rest = [button.text for button in all_of(page, ".rest") if button.is_displayed()]
    assert rest == ["Show 75 more findings"] * 3
    choose(page, "article", "007.txt (4)")
    assert len(visible(page)) == 4
    one(page, "button[type=reset]").click()
    run(page, "return new Promise((done) => setTimeout(done))")
    all_of(page, ".rest")[0].click()
    assert len(visible(page)) == 150
    assert run(page, "return document.activeElement.closest('.card').id") == "f75"


def test_a_link_shows_what_is_folded_or_filtered_away(show: Open) -> None:
    page = show(many(200, 300), "#f298")
    assert one(page, "#f298").is_displayed()
    assert one(page, "#f298").get_attribute("open") == "true"
    page = show(assorted())
    choose(page, "severity", "Errors (1)")
    run(page, "location.hash = 'f3'; return new Promise((done) => setTimeout(done, 50))")
    assert one(page, "#f3 blockquote").is_displayed()


def test_a_place_leads_to_the_words_in_their_article(show: Open) -> None:
    page = show(result())
    one(page, "#fone a.place").click()
    run(page, "return new Promise((done) => setTimeout(done, 50))")
    target = one(page, ".article :target")
    assert (target.text, target.is_displayed()) == ("April 25, 2019", True)


# -- side by side and keyboard ----------------------------------------------------------------------------------------


def test_articles_stand_side_by_side_with_both_passages_marked(show: Open) -> None:
    page = show(result())
    one(page, "#fone .compare").click()
    panes = all_of(page, "#compare .pane")
    assert [pane.find_element("tag name", "b").text for pane in panes] == ["a.txt", "b"]
    marks = [pane.find_element("css selector", "mark.on") for pane in panes]
    assert [mark.text for mark in marks] == ["April 25, 2019", "April 26, 2019"]
    assert all(mark.is_displayed() for mark in marks)
    assert marks[0].value_of_css_property("background-color") != marks[1].value_of_css_property("background-color")
    left, right = (pane.rect for pane in panes)
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]


def test_the_odd_value_stands_against_another_article_s(show: Open) -> None:
    texts = {"a.txt": "It was red then.", "b.txt": "It was blue then.", "c.txt": "It was blue then."}
    finding = told(1, ADA, "event-date", "error", "conflict", ("a.txt", "red"), ("b.txt", "blue"), ("c.txt", "blue"))
    one_source, two_sources = finding.values[0], replace(finding.values[1], sources=2)
    articles = tuple(replace(assorted().articles[0], article=name, text=text) for name, text in texts.items())
    page = show(Result(articles=articles, findings=(replace(finding, values=(one_source, two_sources)),)))
    one(page, "#f1 .compare").click()
    assert [mark.text for mark in all_of(page, "#compare mark.here")] == ["blue", "red"]


def test_another_passage_can_be_chosen_side_by_side(show: Open) -> None:
    page = show(result())
    one(page, "#fone .compare").click()
    pane = all_of(page, "#compare .pane")[0]
    Select(pane.find_element("tag name", "select")).select_by_visible_text("2019-04-26 · b:7")
    assert pane.find_element("css selector", "mark.here").text == "April 26, 2019"


def test_keyboard_alone(show: Open) -> None:
    page = show(assorted())
    body = one(page, "body")
    body.send_keys(webdriver.Keys.TAB)
    assert page.switch_to.active_element.text == "Skip to the findings"
    page.switch_to.active_element.send_keys(webdriver.Keys.ENTER)
    assert run(page, "return document.activeElement.id") == "findings"
    page.switch_to.active_element.send_keys(webdriver.Keys.TAB)
    summary = page.switch_to.active_element
    assert summary.tag_name == "summary"
    assert one(page, "#f1").get_attribute("open") == "true"
    summary.send_keys(webdriver.Keys.ENTER)
    assert one(page, "#f1").get_attribute("open") is None
    summary.send_keys(webdriver.Keys.ENTER)
    button = one(page, "#f1 .compare")
    button.send_keys(webdriver.Keys.ENTER)
    assert one(page, "#compare").is_displayed()
    page.switch_to.active_element.send_keys(webdriver.Keys.ESCAPE)
    assert not one(page, "#compare").is_displayed()
    assert page.switch_to.active_element == button


def test_everything_has_a_name_and_headings_skip_no_level(show: Open) -> None:
    page = show(result())
    tree = page.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    named = ("button", "combobox", "searchbox", "link", "heading", "table", "dialog", "region", "DisclosureTriangle")
    nodes = [node for node in tree if not node["ignored"] and node["role"]["value"] in named]
    assert {node["role"]["value"] for node in nodes} >= {"button", "combobox", "searchbox", "link", "heading"}
    assert [node for node in nodes if not node["name"]["value"].strip()] == []
    levels = [int(heading.tag_name[1]) for heading in all_of(page, "main :is(h2, h3, h4, h5)")]
    assert all(there <= here + 1 for here, there in pairwise(levels))
    idents = [element.get_attribute("id") for element in all_of(page, "[id]")]
    assert len(idents) == len(set(idents))


# -- what it is seen on -----------------------------------------------------------------------------------------------

CONTRAST = """
const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
const light = (colour) => parts(colour).slice(0, 3).map((part) => part / 255)
  .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
  .reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0);
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if ((parts(colour)[3] ?? 1) > 0) return colour;
  }
  return "rgb(255, 255, 255)";
};
return [...document.querySelectorAll("body *")]
  .filter((element) => element.checkVisibility() && !element.closest("svg, select")
    && [...element.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
  .map((element) => {
    const [low, high] = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => a - b);
    return [(high + .05) / (low + .05), `${element.tagName}.${element.className}: ${element.textContent.slice(0, 40)}`];
  });
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(show: Open, scheme: str) -> None:
    page = show(assorted(), **{"prefers-color-scheme": scheme})
    run(page, "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    ratios = run(page, CONTRAST)
    assert len(ratios) > 60
    assert [what for ratio, what in ratios if ratio < 4.5] == []


def test_the_button_changes_the_colours(show: Open) -> None:
    page = show(result(), **{"prefers-color-scheme": "dark"})
    dark = one(page, "body").value_of_css_property("background-color")
    one(page, "#theme").click()
    assert one(page, "body").value_of_css_property("background-color") != dark
    assert one(page, "#theme").text == "Dark colours"


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("made", [result(), many(60, 60)])
def test_nothing_sticks_out_of_a_narrow_screen(show: Open, width: int, made: Result) -> None:
    page = show(made, width=width)
    run(page, "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert run(page, "return document.documentElement.scrollWidth") <= width


def test_paper_shows_everything_unfolded_and_no_controls(show: Open) -> None:
    page = show(assorted(), media="print")
    run(page, "dispatchEvent(new Event('beforeprint'))")
    assert all(quotation.is_displayed() for quotation in all_of(page, "blockquote"))
    assert [element.tag_name for element in all_of(page, "aside, button, select") if element.is_displayed()] == []
    run(page, "dispatchEvent(new Event('afterprint'))")
    assert one(page, "#f4").get_attribute("open") is None


def test_without_script_everything_is_there(show: Open) -> None:
    page = show(assorted())
    page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page.refresh()
        assert visible(page) == ["f1", "f2", "f3", "f4"]
        controls = all_of(page, "#filters, #theme, .compare, .rest, #compare")
        assert len(controls) > 4
        assert [element.tag_name for element in controls if element.is_displayed()] == []
    finally:
        page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


# -- what an article must not be able to do ---------------------------------------------------------------------------

ATTACK = (
    "</script></style></title><script>document.title = 'owned'</script>"
    "<img src=x onerror=\"document.title = 'owned'\"><svg onload=\"document.title='owned'\">"
    "<a href=\"javascript:document.title='owned'\">x</a>{{ 7 * 7 }} \" ' & &lt;script&gt;"
)


def test_markup_in_an_article_does_nothing(show: Open) -> None:
    made = assorted()
    text = f"It was {ATTACK} then."
    quoted = Passage("a.txt", 7, 7 + len(ATTACK), ATTACK, 1, text)
    finding = told(1, ADA, "event-date", "error", "conflict", ("a.txt", ATTACK), ("b.txt", "blue"))
    finding = replace(
        finding,
        message=ATTACK,
        explanation=(ATTACK,),
        subject=replace(ADA, name=ATTACK),
        values=(replace(finding.values[0], passages=(quoted,)), finding.values[1]),
    )
    subject = replace(made.subjects[ADA.id], name=ATTACK)
    articles = (replace(made.articles[0], text=text, title=ATTACK, outlet=ATTACK, url=ATTACK), *made.articles[1:])
    problems = (Problem(ATTACK, ATTACK, ATTACK),)
    page = show(
        replace(
            made, articles=articles, findings=(finding,), subjects={**made.subjects, ADA.id: subject}, problems=problems
        )
    )
    run(page, "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert one(page, "#f1 blockquote").text == text
    one(page, "#f1 .compare").click()
    assert one(page, "#compare mark.on").text == ATTACK
    assert page.title == "Do these articles agree? 0 conflicts in 3 articles".replace("0 conflicts", "1 conflict")
    assert run(page, "return document.scripts.length") == 1
    assert all_of(page, "img, [onload], [onerror], a[href^=javascript]") == []


def test_nothing_is_logged_and_nothing_is_fetched(show: Open) -> None:
    page = show(result())
    page.get_log("browser")
    page.refresh()
    one(page, "#fone .compare").click()
    assert page.get_log("browser") == []
    assert run(page, "return performance.getEntriesByType('resource').map((one) => one.name)") == []
