"""docs/report.png: the report on the example corpus, as Chromium shows it. Needs Playwright and Chromium.

Run it from anywhere: ``python tests/tools/report_picture.py``.
"""

from __future__ import annotations

import base64
import shutil
from pathlib import Path
from subprocess import run
from sys import executable
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs/report.png"
PARTS = (("overview", 590), ("record-1", 650))
"""What is shown, and how high."""

WIDTH = 1120


def main() -> None:
    with TemporaryDirectory() as folder, sync_playwright() as running:
        file = Path(folder) / "report.html"
        command = (executable, "-m", "corpuslint", "report", "examples/", "-o", str(file))
        run(command, cwd=ROOT, check=True)
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shots = [shot(browser, f"{file.as_uri()}#{part}", height) for part, height in PARTS]
        page = browser.new_page(viewport={"width": WIDTH, "height": 100})
        page.set_content("<body style='margin:0'>" + "".join(map(image, shots)))
        page.screenshot(path=PICTURE, full_page=True)
        browser.close()


def shot(browser: Browser, url: str, height: int) -> bytes:
    page = browser.new_page(viewport={"width": WIDTH, "height": height}, color_scheme="light")
    page.goto(url)
    page.wait_for_function("!document.getElementById('packed')")
    picture: bytes = page.screenshot()
    return picture


def image(picture: bytes) -> str:
    return f"<img style='display:block' src='data:image/png;base64,{base64.b64encode(picture).decode()}'>"


if __name__ == "__main__":
    main()
