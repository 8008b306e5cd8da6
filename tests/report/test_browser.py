"""The report in a real Chromium, opened from a file: every view, both themes, narrow and wide, without a complaint.

Skipped without ``pip install playwright`` and a Chromium on the path. axe-core (``npm install axe-core``) is looked for
in the folder that AXE_CORE names, or in ``node_modules`` here.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from corpuslint.html_report.render import render
from report.made import made_page
from report.test_page import HOSTILE

pytest.importorskip("jinja2", reason="needs the extra report")
playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright")

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None:
    pytest.skip("needs Chromium", allow_module_level=True)

AXE = Path(os.environ.get("AXE_CORE", Path(__file__).parents[2] / "node_modules/axe-core")) / "axe.min.js"
Theme = Literal["light", "dark"]
VIEWS = ("overview", "sources", "records", "copies", "rules", "about")
TOPS = {view: view.capitalize() for view in VIEWS} | {"records": "Records, worst first"}
WIDTHS: dict[Theme, int] = {"light": 1280, "dark": 380}
WAIT = 10_000
"""Milliseconds: far more than anything here takes."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for records in (5, 20_000):
        (folder / f"{records}.html").write_text(render(made_page(records)), encoding="utf-8")
    (folder / "hostile.html").write_text(render(made_page(60, HOSTILE)), encoding="utf-8")
    return folder


class Opened:
    """A report in a page of its own, with all that the browser complains of and all that it asks for."""

    def __init__(self, browser: Browser, file: Path, hash: str = "", **context: Any):
        self.context: BrowserContext = browser.new_context(**context)
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(f"{file.as_uri()}{hash}")
        if context.get("java_script_enabled", True):
            self.page.wait_for_function("!document.getElementById('packed')", timeout=WAIT)

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()
        assert self.complaints == []
        assert [url for url in self.requests if not url.startswith(("file:", "data:"))] == []

    def visible(self, selector: str) -> int:
        count = "one => [...document.querySelectorAll(one)].filter(one => one.checkVisibility()).length"
        found: int = self.page.evaluate(count, selector)
        return found

    @property
    def hash(self) -> str:
        found: str = self.page.evaluate("location.hash")
        return found


def sized(width: int, theme: Theme = "light") -> dict[str, Any]:
    return {"viewport": {"width": width, "height": 800}, "color_scheme": theme}


@pytest.mark.parametrize("name", ["5", "20000", "hostile"])
def test_every_view_is_shown_alone(browser: Browser, folder: Path, name: str) -> None:
    with Opened(browser, folder / f"{name}.html") as opened:
        for view in VIEWS:
            opened.page.click(f"nav a[href='#{view}']")
            assert opened.visible(".view") == 1
            assert opened.page.locator(f"#{view} h2").first.inner_text() == TOPS[view]
            assert opened.page.locator("nav a[aria-current]").inner_text() == view.capitalize()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1280])
@pytest.mark.parametrize("name", ["20000", "hostile"])
def test_nothing_is_wider_than_the_window(browser: Browser, folder: Path, name: str, width: int, theme: Theme) -> None:
    with Opened(browser, folder / f"{name}.html", **sized(width, theme)) as opened:
        for target in (*VIEWS, "record-1", "record-60", "pair-1", "rule-UC101"):
            opened.page.evaluate("hash => { location.hash = hash; }", target)
            opened.page.wait_for_timeout(50)
            assert opened.page.evaluate("document.documentElement.scrollWidth") <= width, target


@pytest.mark.skipif(not AXE.is_file(), reason="needs axe-core")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["5", "hostile"])
def test_axe_finds_no_violation(browser: Browser, folder: Path, name: str, theme: Theme) -> None:
    with Opened(browser, folder / f"{name}.html", bypass_csp=True, **sized(WIDTHS[theme], theme)) as opened:
        opened.page.add_script_tag(path=AXE)
        for target in (*VIEWS, "record-2", "pair-1", "rule-UC101"):
            opened.page.evaluate("hash => { location.hash = hash; }", target)
            opened.page.wait_for_timeout(50)
            found = opened.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
            assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == [], target
        opened.page.keyboard.press("?")
        found = opened.page.evaluate("axe.run(document.getElementById('help'))")
        assert [v["id"] for v in found["violations"]] == []


def test_without_a_script_all_that_matters_is_there(browser: Browser, folder: Path) -> None:
    with Opened(browser, folder / "20000.html", java_script_enabled=False) as opened:
        assert opened.visible(".view") == len(VIEWS)
        assert opened.visible("article.record") == 50
        assert opened.visible("#list tbody tr") == 50
        assert opened.visible("table.sources tbody tr") >= 100
        assert opened.visible("#pairs article") == 20
        assert opened.visible(".tools button, .filters, #more, button.rest") == 0
        opened.page.click("#list tbody tr:nth-child(3) a.open")
        assert opened.hash == "#record-3"
        opened.page.click("details#rule-UC101 summary")
        assert opened.page.get_by_text('ignore = ["UC101"]').is_visible()


def test_further_records_are_unpacked_and_read(browser: Browser, folder: Path) -> None:
    with Opened(browser, folder / "20000.html", "#record-299") as opened:
        assert opened.visible("article") == 1
        assert opened.page.locator("article.current h2").inner_text() == "299. A title 299"
        opened.page.click("article.current >> text=Next")
        assert opened.hash == "#record-300"
        opened.page.keyboard.press("j")  # there is none
        assert opened.hash == "#record-300"
        opened.page.click("nav a[href='#copies']")
        opened.page.wait_for_selector("#copies.current", timeout=WAIT)
        assert opened.visible("#pairs article") == 100
        opened.page.click("nav a[href='#sources']")
        before = opened.page.locator("#judged-site tbody tr").count()
        opened.page.locator("button.rest").first.click()
        assert (before, opened.page.locator("#judged-site tbody tr").count()) == (100, 1000)


@pytest.mark.parametrize("hash", ["#%", "#%E0%A4%A", "#record-%"])
def test_an_address_that_cannot_be_decoded_shows_the_overview_and_all_is_unpacked(
    browser: Browser, folder: Path, hash: str
) -> None:
    with Opened(browser, folder / "20000.html", hash) as opened:
        assert opened.visible("#overview") == opened.visible(".view") == 1
        opened.page.evaluate("location.hash = '#record-299'")
        opened.page.wait_for_selector("#record-299", timeout=WAIT)


def test_keys(browser: Browser, folder: Path) -> None:
    with Opened(browser, folder / "20000.html") as opened:
        press = opened.page.keyboard.press
        press("j")
        press("j")
        press("k")
        assert opened.page.evaluate("document.activeElement.textContent") == "news/part-1.jsonl:1"
        press("Enter")
        assert opened.hash == "#record-1"
        press("j")
        assert opened.hash == "#record-2"
        for wanted in ("#r2-m1", "#r2-m2"):
            press("n")
            assert opened.hash == wanted
        press("p")
        assert opened.hash == "#r2-m1" and opened.visible("article") == 1
        for _ in range(60):  # over the edge of what stands in the page from the start
            press("j")
        assert opened.hash == "#record-62"
        for _ in range(20):
            press("k")
        assert opened.hash == "#record-42"
        press("u")
        assert opened.hash == "#records" and opened.visible("article") == 0
        press("?")
        assert opened.page.locator("#help").is_visible()
        press("Escape")
        assert not opened.page.locator("#help").is_visible()
        press("/")
        opened.page.keyboard.type("part-3.jsonl:10 jkn")
        assert opened.page.locator("#f-text").input_value() == "part-3.jsonl:10 jkn"


def test_filters(browser: Browser, folder: Path) -> None:
    with Opened(browser, folder / "20000.html", "#records") as opened:
        status = opened.page.locator("#matches")
        assert status.inner_text().startswith("20,000 of the 20,000 records match; showing 100;")
        opened.page.click("#more")
        assert opened.page.locator("#list tbody tr").count() == 200
        opened.page.fill("#f-text", "part-3.jsonl:1900")
        assert status.inner_text().startswith("3 of the 20,000")  # 1900, 19001 and 19008
        opened.page.fill("#f-text", "")
        opened.page.select_option("#f-verdict", "drop")
        assert status.inner_text().startswith("8 of the 20,000")
        opened.page.select_option("#f-code", "UC101")
        shown = opened.page.locator("#list tbody tr .codes").all_inner_texts()
        assert shown and all("UC101" in codes for codes in shown)


def test_tables_are_sorted_both_ways(browser: Browser, folder: Path) -> None:
    with Opened(browser, folder / "20000.html", "#sources") as opened:
        button = opened.page.locator("#judged-site thead button", has_text="Records")
        orders = []
        for _ in range(2):
            button.click()
            cells = opened.page.locator("#judged-site tbody tr td:nth-child(2)").all_inner_texts()
            orders.append([int(cell.replace(",", "")) for cell in cells])
        assert orders == [sorted(orders[0], reverse=True), sorted(orders[0])]
        assert opened.page.locator("#judged-site th[aria-sort='ascending']").inner_text().startswith("Records")


def test_the_theme_is_chosen_and_kept(browser: Browser, folder: Path) -> None:
    with Opened(browser, folder / "5.html", **sized(1280, "dark")) as opened:
        paper = "getComputedStyle(document.body).backgroundColor"
        dark = opened.page.evaluate(paper)
        opened.page.click("#theme")
        light = opened.page.evaluate(paper)
        assert light != dark and opened.page.locator("#theme").inner_text() == "Theme: light"
        opened.page.reload()
        assert opened.page.evaluate(paper) == light
        opened.page.click("#theme")
        assert opened.page.evaluate(paper) == dark


def test_hostile_text_does_nothing(browser: Browser, folder: Path) -> None:
    with Opened(browser, folder / "hostile.html", "#records") as opened:
        assert opened.page.locator("img, body > :not(a, header, main, dialog, script)").count() == 0
        assert opened.page.locator("script").count() == 1
        assert opened.page.title().startswith("examples/</script><script>alert(1)</script><!--")
        opened.page.fill("#f-text", "</script><script>alert(1)</script><!-- <img src=x")
        assert opened.page.locator("#matches").inner_text().startswith("60 of the 60")
        assert opened.page.locator("article.record").count() == 60


def test_print_is_short_and_has_every_view(browser: Browser, folder: Path, tmp_path: Path) -> None:
    with Opened(browser, folder / "20000.html", "#record-60") as opened:
        opened.page.emulate_media(media="print")
        assert opened.visible(".view") == len(VIEWS)
        assert opened.visible("article.record") == 20
        assert opened.visible("header.top") == 0
        pdf = opened.page.pdf(format="A4")
        assert 5 < pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") + pdf.count(b"/Type/Page/") < 100
