"""``corpuslint report``: one file that says what the run found, the same whoever computes it."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("jinja2", reason="needs the extra report")

from cli.running import Run
from corpuslint.linter import Linter
from corpuslint.plugins import load_rules

EXAMPLES = Path(__file__).parents[2] / "examples"
FAR = "Nothing is wrong with this sentence, which stands far from everything that is found. " * 12
TEXT = f"{FAR}\nSign in to read the full story.\n{FAR}The end of it.\n"
COPIES = any(rule.code == "DU103" for rule in load_rules())


def page(run: Run, *arguments: str, code: int = 0) -> str:
    done = run("report", "-o", "r.html", *arguments)
    assert (done.code, done.out) == (code, ""), done.err
    return Path("r.html").read_text(encoding="utf-8")


def plain(html: str) -> str:
    """What is read of a piece of the page."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def articles(html: str) -> list[str]:
    return re.findall(r'<article class="record".*?</article>', html, re.DOTALL)


def jsonl(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def test_the_page_says_what_the_formats_say(run: Run) -> None:
    shutil.copytree(EXAMPLES, "examples")
    html = page(run, "examples")
    run("examples", "--format", "verdicts=v.jsonl", "--format", "jsonl=f.jsonl", *(["--extend-select=DU"] * COPIES))
    verdicts, findings = jsonl("v.jsonl"), jsonl("f.jsonl")
    counts = Counter(verdict["verdict"] for verdict in verdicts)
    for name in ("keep", "review", "drop"):
        assert f"{counts[name]} {name} " in plain(html[html.index('class="tiles"') :])
    assert f"{len(verdicts)} records, {sum(v['words'] for v in verdicts):,} words, {len(findings)} findings." in html
    rules = plain(html[html.index('<table class="sortable">') :])
    for found_code, count in Counter(f["code"] for f in findings).items():
        records = len({(f["path"], f["record"]) for f in findings if f["code"] == found_code})
        assert re.search(rf"{found_code} [\w-]+ (?:error|warning|info) \w+ [\d.]* ?{records} [\d.]+ % {count} ", rules)
    listed = re.findall(r"record-(\d+)\"><bdi dir=\"auto\">([^<]*)</bdi>", html[html.index('id="list"') :])
    assert {place for _, place in listed} == {
        v["path"] if v["record"] is None else f"{v['path']}:{v['line']}" for v in verdicts
    }


def test_every_receipt_adds_up(run: Run) -> None:
    shutil.copytree(EXAMPLES, "examples")
    shown = articles(page(run, "examples"))
    assert len(shown) == 11
    for article in shown:
        receipt = re.findall(r'<td class="n">(-?[\d.]+)</td>', article[article.index('class="receipt"') :])
        *lines, total = map(float, receipt)
        assert sum(lines) == pytest.approx(total)
        assert f" {receipt[-1]} points," in plain(article)


def test_every_finding_is_marked_where_it_stands(run: Run) -> None:
    shutil.copytree(EXAMPLES, "examples")
    for article in articles(page(run, "examples")):
        listed = re.findall(r'<li id="r\d+-f(\d+)">', article)
        assert re.findall(r'<a class="label" id="r\d+-m(\d+)"', article) == listed
    html = page(run, "examples/school_reform.txt")
    assert re.search(r'#r1-f3">3&nbsp;SP101</a><mark class="error">nine\. in</mark> the morning', html)


def test_the_same_input_gives_the_same_bytes(run: Run) -> None:
    lines = [json.dumps({"id": n, "url": f"https://s{n % 9}.example/", "text": TEXT[n % 700 :]}) for n in range(4000)]
    Path("a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    html = page(run, "a.jsonl", "--jobs", "1")
    assert page(run, "a.jsonl", "--jobs", "2") == html
    assert page(run, "a.jsonl", "--jobs", "1") == html  # from what is kept


@pytest.mark.parametrize(
    ("text", "near", "far"), [("none", False, False), ("snippet", True, False), ("full", True, True)]
)
def test_how_much_text_is_in_it(run: Run, text: str, near: bool, far: bool) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    html = page(run, "a.txt", "--text", text)
    assert ("far from everything" in html) is near
    assert ("The end of it." in html) is far
    assert "Sign in to read" in html  # the message quotes it
    assert ("characters not shown" in html) is (text == "snippet")


def test_no_clock_unless_wanted(run: Run) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    stamp = r"<dt>made</dt><dd>20\d\d-\d\d-\d\d \d\d:\d\d\+00:00</dd>"
    assert re.search(stamp, page(run, "a.txt", "--timestamp"))
    assert not re.search(r"<dt>made</dt>|20\d\d-\d\d-\d\d", page(run, "a.txt"))


def test_fields_of_records_are_shown_and_do_nothing(run: Run) -> None:
    hostile = "</script><script>alert(1)</script><!-- \x00\u2028\u202e"
    record = {"id": hostile, "title": hostile, "author": hostile, "url": f"https://a.example/{hostile}", "text": TEXT}
    Path("a.jsonl").write_text(f'{json.dumps(record)}\n{{"text": "\\ud800 Sign in to read the full story."}}\n')
    html = page(run, "a.jsonl", code=run("a.jsonl", "--exit-zero").code)
    assert html.count("<script") == 2 and "<!--" not in html
    assert html.count("&lt;/script&gt;&lt;script&gt;alert(1)") > 4
    assert "a.example" in html


def test_what_cannot_be_read_is_in_it_too(run: Run) -> None:
    Path("a.txt").write_bytes(b"Sign in to read \xff\xfe\x00 this")
    Path("b.jsonl").write_text('{"text": "One."}\n{"text": \n{"text": ""}\n', encoding="utf-8")
    html = page(run, ".", code=2)
    assert {"a.txt", "b.jsonl:2", "b.jsonl:3"} <= set(re.findall(r'<bdi dir="auto">([^<]*)</bdi></a>', html))
    assert "1 undecodable" in html or "undecodable" in plain(html)


def test_standard_input(run: Run) -> None:
    done = run("report", "-", "--stdin-filename", "a.txt", "-o", "r.html", stdin=TEXT.encode())
    assert done.code == 0
    assert "far from everything" in Path("r.html").read_text(encoding="utf-8")


def test_suppressed_findings_are_not_in_it(run: Run) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert run("baseline", "create", "a.txt").code == 0
    html = page(run, "a.txt", "--baseline", "corpuslint-baseline.jsonl")
    assert ", 0 findings." in html and "suppressed 1 finding" in plain(html)


def test_the_gate_is_in_it(run: Run) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("corpuslint.toml").write_text('gate = ["drop-share <= 5%", "PW101 <= 0"]\n', encoding="utf-8")
    said = plain(page(run, "a.txt"))
    assert "drop-share <= 5% 1 records are too few for a share not evaluated" in said
    assert "PW101 <= 0 1 fail" in said


@pytest.mark.skipif(not COPIES, reason="needs the rules about copies")
def test_copies_stand_side_by_side(run: Run) -> None:
    text = (EXAMPLES / "lighthouse.txt").read_text(encoding="utf-8")
    Path("a.txt").write_text(text, encoding="utf-8")
    Path("b.txt").write_text("\n\n".join(text.split("\n\n")[1:4]), encoding="utf-8")
    html = page(run, ".")
    [pair] = re.findall(r'<article class="pair".*?</article>', html, re.DOTALL)
    assert "DU103 derived-copy" in plain(pair)
    assert re.search(r'#record-\d"><bdi dir="auto">b.txt</bdi></a>.*>a.txt<.*keep this', pair, re.DOTALL)
    assert "<ins>The keeper&#39;s garden on Gull Rock</ins>" in pair
    assert plain(pair).count("words the same") == 2
    assert re.search(r'<a href="#pair-1">side by side', html)


def test_it_is_not_written_over_what_it_is_about(run: Run) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    done = run("report", "a.txt", "-o", "./a.txt")
    assert (done.code, Path("a.txt").read_text(encoding="utf-8")) == (2, TEXT)
    assert "a.txt is linted in this run; write to another file" in done.err
    assert "name a file in it" in run("report", "a.txt", "-o", ".").err
    done = run("report", "a.txt", "-o", "-")
    assert (done.code, done.out, Path("-").exists()) == (2, "", False)
    assert "--output -: name a file" in done.err


def test_nothing_to_report_on(run: Run) -> None:
    done = run("report", ".")
    assert (done.code, list(Path().iterdir())) == (2, [])
    assert "no text found" in done.err


def test_without_jinja_nothing_is_begun(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.setattr(Linter, "__init__", None)
    done = run("report", "a.txt")
    assert done.code == 2
    assert done.err == 'corpuslint: corpuslint report needs Jinja2: pip install "corpus-linter[report]"\n'
