"""The page as HTML: policy, size, sameness, and text that wants to be markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from report.made import made_page

pytest.importorskip("jinja2", reason="needs the extra report")

from corpuslint.html_report import render as module
from corpuslint.html_report.marked import marked
from corpuslint.html_report.render import LIMIT, LONGEST, brief, one_line, percent, points, render

HOSTILE = (
    '</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> " onload="alert(3)\' '
    "{{ 7 * 7 }} {% raw %} ]]> &lt;b&gt; </style></textarea></title> \x00\x1b[31m\u2028\u2029\u202e\ud800\ufeff\r\n end"
)
TEMPLATES = Path(module.__file__).parent / "templates"


@cache
def page_of(records: int, hostile: str = "") -> str:
    return render(made_page(records, hostile))


class Tags(HTMLParser):
    """The tags of a page with the names of their attributes, and what its scripts and styles hold."""

    def __init__(self, html: str):
        super().__init__()
        self.tags: list[tuple[str, ...]] = []
        self.raw: list[tuple[str, str]] = []
        self.values: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))
        self.values += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.raw.append((self.cdata_elem, data))

    def handle_comment(self, data: str) -> None:
        self.tags.append(("<!--",))


def unpacked(html: str) -> dict[str, object]:
    [text] = re.findall(r'<script type="text/plain" id="packed">([A-Za-z0-9+/=]*)</script>', html)
    found: dict[str, object] = json.loads(zlib.decompress(base64.b64decode(text)))
    return found


def test_the_policy_allows_this_script_and_this_style_and_nothing_else() -> None:
    html = page_of(5)
    policy = html[html.index("<head>") + 7 :].split("\n")[0]
    assert policy.startswith('<meta http-equiv="Content-Security-Policy" content="default-src ')
    for tag, text in ((tag, text) for tag, text in Tags(html).raw if text != "" and "alert" not in text):
        if re.fullmatch(r"[A-Za-z0-9+/=]*", text):  # what is packed is data
            continue
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy
    assert "unsafe" not in policy


def test_nothing_is_styled_or_run_by_attributes_and_nothing_is_fetched() -> None:
    tags = Tags(page_of(200))
    names = {name for tag in tags.tags for name in tag[1:]}
    assert not {name for name in names if name.startswith("on")} | {"style", "src", "srcset"} & names
    links = {value for name, value in tags.values if name == "href"}
    assert {link for link in links if not link.startswith(("#", "data:image/svg+xml"))} == set()


def test_the_script_makes_no_markup_of_text() -> None:
    script = (TEMPLATES / "script.js").read_text(encoding="utf-8")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "import("):
        assert word not in script


@pytest.mark.parametrize("records", [5, 200])
def test_hostile_text_changes_no_tag(records: int) -> None:
    plain, hostile = page_of(records, "harmless end"), page_of(records, HOSTILE)
    assert distinct(hostile) == distinct(plain)
    assert hostile.encode()
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufeff]", hostile)
    more = unpacked(hostile)
    assert distinct(str(more["records"])) == distinct(str(unpacked(plain)["records"]))
    assert set(distinct(str(more["pairs"]))) == set(distinct(str(unpacked(plain)["pairs"])))


def distinct(html: str) -> list[tuple[str, ...]]:
    """The tags without those of badges and of line breaks, which stand in the text of one page only."""
    tags = [tag for tag in Tags(html).tags if tag not in (("span", "class", "title"), ("p", "dir"), ("bdi", "dir"))]
    return [tag for tag in tags if tag[0] not in ("mark", "a", "p")]


def test_hostile_text_is_all_there() -> None:
    html = page_of(5, HOSTILE)
    assert "alert(1)" in html and "&lt;/script&gt;&lt;script&gt;" in html
    assert "\\u2028" in html and 'title="right-to-left override, U+202E">RLO<' in html


def test_the_same_page_is_the_same_bytes() -> None:
    assert render(made_page(200)) == page_of(200)


def test_the_size_is_kept() -> None:
    assert len(page_of(200_000).encode()) <= LIMIT


@pytest.mark.parametrize("limit", [1_000_000, 300_000])
def test_a_smaller_size_shows_less_and_says_so(limit: int) -> None:
    html = render(made_page(20_000), limit)
    assert len(html.encode()) <= limit
    assert re.search(r"\d+ of 20,000 records to read are shown", html)


def test_a_line_of_ten_million_characters_fits() -> None:
    page = made_page(3)
    title = "x" * 10_000_000  # as of a path, or of a message of somebody's rule
    run = msgspec.structs.replace(page.run, facts=(("config", title),))
    assert len(render(msgspec.structs.replace(page, run=run)).encode()) < LIMIT


@pytest.mark.parametrize("character", ["\U000e0001", "&"])
def test_characters_that_grow_when_they_are_shown_fit(character: str) -> None:
    page = made_page(150, character * 1_900)
    records = tuple(msgspec.structs.replace(record, text=None) for record in page.records.rows)
    page = msgspec.structs.replace(page, records=page.records._replace(rows=records), copies=page.copies.first(0))
    assert len(render(page).encode()) <= LIMIT


def test_of_texts_that_do_not_fit_none_is_shown() -> None:
    page = made_page(5)
    text = marked("\u202e" * 4_000, [], whole=True, most=4_000)
    records = tuple(msgspec.structs.replace(record, text=text) for record in page.records.rows)
    html = render(msgspec.structs.replace(page, records=page.records._replace(rows=records)), 300_000)
    assert len(html.encode()) <= 300_000
    assert "0 of 5 records to read are shown" in html


def test_a_line_is_cut_after_it_is_escaped_and_between_escapes() -> None:
    for at in range(12):
        shown = one_line("a" * at + "\U000e0001" * 1_900 + "z" * at)
        assert LONGEST - 20 < len(shown) <= LONGEST
        assert re.fullmatch(r"a*(\\U000e0001)+…(\\U000e0001)+z*", shown)
    assert one_line("\x1b" * 500) == "\\x1b" * 500  # exactly as long as may be


def test_what_needs_no_script() -> None:
    html = page_of(20_000)
    for wanted in ('id="record-50"', 'id="overview"', "site-100.example", 'id="rule-PW101"', 'id="pair-20"'):
        assert wanted in html
    assert 'id="record-51"' not in html
    more = unpacked(html)
    assert 'id="record-51"' in str(more["records"]) and 'id="record-300"' in str(more["records"])
    assert 'id="pair-21"' in str(more["pairs"])


def test_an_empty_page() -> None:
    page = made_page(5)
    none = msgspec.structs.replace(
        page,
        run=msgspec.structs.replace(page.run, records=0),
        verdicts={"keep": 0, "review": 0, "drop": 0},
        histogram=(),
        families=(),
        rules=(),
        sources=(),
        records=page.records.first(0)._replace(total=0),
        index=page.index.first(0)._replace(total=0),
        copies=page.copies.first(0)._replace(total=0),
        template_lines=page.template_lines.first(0)._replace(total=0),
    )
    html = render(none)
    assert "No two records were found to share text." in html and "No record says where it comes from." in html


@pytest.mark.parametrize(
    ("value", "shown"), [(0, "0 %"), (0.0123, "1.2 %"), (1, "100 %"), (0.00001, "< 0.01 %"), (0.996, "99.6 %")]
)
def test_percent(value: float, shown: str) -> None:
    assert percent(value).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(("value", "shown"), [(0, "0"), (1.5, "1.5"), (12.04, "12.04"), (-2, "-2"), (5.25, "5.25")])
def test_points(value: float, shown: str) -> None:
    assert points(value) == shown


@pytest.mark.parametrize(("value", "shown"), [(950, "950"), (12_345, "12.3k"), (2_000_000, "2M")])
def test_brief(value: int, shown: str) -> None:
    assert brief(value) == shown
