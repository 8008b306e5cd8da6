"""GR101 against a real LanguageTool: what is sent, what is found, and that no server outlives its run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.running import Run, Start
from corpuslint.linter import Linter
from corpuslint.page import page
from corpuslint.settings import Settings
from corpuslint_rules.grammar._server import running_server
from corpuslint_rules.grammar._service import Service
from corpuslint_rules.grammar.language_tool import RULE
from language_tool import servers, skip_without_server, wait_for

BAD = "They has agreed to pay for the bridge together."
GOOD = "They have agreed to pay for the bridge together."


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server for all tests of this module."""
    skip_without_server()
    with running_server(None, None) as (url, version):
        assert version.startswith("LanguageTool-")
        yield url


def linter(server: str, **options: object) -> Linter:
    return Linter(Settings(select=("GR101",), rules={"GR101": {"server": server, **options}}, cache=False))


def found(server: str, text: str, **options: object) -> list[str]:
    return [f"{text[f.start : f.end]}: {f.message}" for f in linter(server, **options).lint(text)]


def test_examples(server: str) -> None:
    alone, shown = linter(server), page(RULE)
    assert [text for text in shown.bad if not alone.lint(text)] == []
    assert [text for text in shown.good if alone.lint(text)] == []


def test_a_finding_says_rule_category_and_replacements(server: str) -> None:
    (message,) = found(server, f"🌉🌉 {GOOD} 🎉 Nobody knew that an new bridge will be built here soon.\r\n")
    assert message.startswith("an: EN_A_VS_AN (MISC): Use “a”")
    assert message.endswith('try "a"')


@pytest.mark.parametrize(
    "text",
    [
        f'"{BAD}" said the mayor.',
        "The towns, as the mayor's letter “they has agreed to pay” says, will pay for the bridge.",
        "They has agreed",
        "They has agreed to `pay()` for the bridge together.",
        "Die beiden Orte hat sich geeinigt und wollen nun die Brücke das Jahr über bezahlen.",
    ],
    ids=["quotation", "in a quotation", "heading", "code", "German"],
)
def test_left_out(server: str, text: str) -> None:
    assert found(server, text) == []


def test_categories_and_rules_are_chosen(server: str) -> None:
    text = f"{BAD} He have a qwertish idea of the bridge."
    assert any("(GRAMMAR)" in message for message in found(server, text))
    assert [m for m in found(server, text, rules=["TYPOS"]) if "(TYPOS)" not in m] == []
    assert found(server, text, rules=["TYPOS"])
    assert found(server, text, **{"ignore-rules": ["*"]}) == []
    assert {m.partition("(")[2].partition(")")[0] for m in found(server, text, rules=["*"])} >= {"GRAMMAR", "TYPOS"}


def test_sentences_are_judged_as_if_alone(server: str) -> None:
    """Whatever is sent beside them, also with every rule of LanguageTool."""
    texts = [BAD, GOOD, "He said that that was all.", "He sat down. He ate. He slept well, and then he ate again."]
    texts += ["However, we left early on Friday.", "However, they stayed until the end.", "However, it rained."]
    texts += [f"He have {n} boats in the harbour." for n in ("ten", "old", "red", "big")] * 2
    service = Service(server, "", (), ("*",), None, None)
    together = service.ask(texts, "en-US", Counter())
    assert together == [service.ask([text], "en-US", Counter())[0] for text in texts]
    assert sum(map(bool, together)) > 4


ENGLISH = "He have a boat in the harbour and the bay."
GERMAN = (
    "Die Gemeinde hat lange gewartet, und am Sonntag kam sie endlich zu dem neue Haus am Fluss. Dort stand der Rat mit "
    "der Kapelle, und alle freuten sich. Die Kinder liefen voraus und sangen, die Alten kamen langsam hinterher, und "
    "am Abend wurde auf der Wiese getanzt, bis es dunkel war und der Bus die Leute wieder nach Hause fuhr. Nur der "
    "Pfarrer blieb noch auf der Bank am Ufer sitzen und sah den Booten nach, die ohne Licht zum Meer hinunter fuhren. "
    f"{ENGLISH}\n"
)
WELSH = "Mae'r bont newydd wedi cael ei hagor gan faer y dref ddydd Sul, ac roedd pawb yn hapus iawn i weld hynny.\n"


def test_a_text_is_sent_in_its_own_language(server: str) -> None:
    asked = linter(server)
    assert [GERMAN[f.start : f.end] for f in asked.lint(GERMAN)] == ["dem neue Haus"]
    assert asked.lint(WELSH) == []
    assert asked.coverage["left out as another language"] == len(ENGLISH) + len(WELSH)
    sent = asked.coverage["characters sent to LanguageTool"]
    assert asked.lint("1840 12 14 19\n" * 20) == []
    assert asked.coverage["left out as no known language"] == 20 * len("1840 12 14 19\n")
    assert asked.coverage["characters sent to LanguageTool"] == sent
    english = linter(server, languages=["en-GB"])
    assert english.lint(GERMAN) == []
    assert english.coverage["left out as another language"] == len(GERMAN)
    assert len(english.lint(BAD)) == 1


def test_budget_sample_and_coverage(server: str) -> None:
    asked = linter(server, **{"max-characters": 60})
    asked.lint(f"{BAD} {GOOD}\nHome\n")
    assert asked.coverage["characters sent to LanguageTool"] == len(BAD)
    assert asked.coverage["left out over max-characters"] == len(GOOD)
    assert asked.coverage["left out as no sentences"] == len("Home")
    few = linter(server, sample=0.2)
    hits = [bool(few.lint(f"{BAD} This is number {n} of them all.")) for n in range(50)]
    assert 0 < sum(hits) < 25


def test_answers_are_kept(server: str, tmp_path: Path) -> None:
    counts = []
    for _ in range(2):
        service, count = Service(server, "", (), ("GRAMMAR",), tmp_path / "kept.sqlite", None), Counter[str]()
        assert [bool(matches) for matches in service.ask([BAD, GOOD, BAD], "en-US", count)] == [True, False, True]
        counts.append(count["characters sent to LanguageTool"])
    assert counts == [len(BAD) + len(GOOD), 0]


@pytest.fixture
def corpus(tmp_path: Path, server: str) -> Path:
    """Enough for two processes; ``server``: skipped where there is none."""
    rows = ({"text": f"{BAD} {GOOD} He have {n} boats in the harbour."} for n in range(40))
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text(f"{BAD}\nIt did not went well for {n} towns.\n", encoding="utf-8")
    return tmp_path


def test_one_server_for_all_processes(corpus: Path, server: str, run: Run, start: Start) -> None:
    """It is ended with the run, and the findings are those of one process with a server of the user's."""
    options = ("--select", "GR", "--no-cache", "--isolated")
    process, most = start(*options, "--jobs", "2", ".", TMPDIR=str(corpus)), 0
    while process.poll() is None:
        most = max(most, len(servers(corpus)))
        time.sleep(0.1)
    assert most == 2, "Java, and the process that keeps it"
    assert servers(corpus) == []
    assert process.stdout is not None
    (corpus / "c.toml").write_text(f'[rules.GR101]\nserver = "{server}"\n', encoding="utf-8")
    result = run(*options[:3], "--config", "c.toml", "--jobs", "1", ".")
    assert process.stdout.read().decode() == result.out
    assert result.out.count("GR101") >= 92
    assert "characters sent to LanguageTool" in result.err


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda how: how.name)
def test_no_server_is_left_behind(how: signal.Signals, corpus: Path, start: Start) -> None:
    process = start("--select", "GR", "--no-cache", "--jobs", "2", ".", TMPDIR=str(corpus))
    assert wait_for(lambda: len(servers(corpus)) == 2)
    os.kill(process.pid, how)
    process.wait(60)
    assert wait_for(lambda: not servers(corpus))


def test_what_is_missing_is_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")

    def complaint(*options: str) -> str:
        (tmp_path / "c.toml").write_text("[rules.GR101]\n" + "\n".join(options), encoding="utf-8")
        result = run("--config", "c.toml", "--select", "GR", "a.txt")
        assert (result.code, result.out) == (2, "")
        assert result.err.count("\n") == 1
        return result.err

    assert "no LanguageTool in" in complaint('folder = "nowhere"')
    home = tmp_path / "LanguageTool-6.8"
    home.mkdir()
    (home / "languagetool-server.jar").write_bytes(b"no jar")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "no java: LanguageTool needs a Java runtime, 17 or later" in complaint(f'folder = "{tmp_path}"')
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    assert "pip install 'corpus-linter[grammar]'" in complaint('server = "http://127.0.0.1:9"')
    monkeypatch.delitem(sys.modules, "language_tool_python")
    pytest.importorskip("language_tool_python", reason="needs the distribution's extra grammar")
    assert "no LanguageTool server answers at http://127.0.0.1:9 " in complaint('server = "http://127.0.0.1:9"')
    assert "expected an address like" in complaint('server = "127.0.0.1:9"')


def test_a_broken_installation_and_a_language_that_is_none(server: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "LanguageTool-6.8").mkdir()
    (tmp_path / "LanguageTool-6.8/languagetool-server.jar").write_bytes(b"no jar")
    tables = {
        f'folder = "{tmp_path}"': "GR101: LanguageTool does not start: ",
        f'server = "{server}"\nlanguages = ["en", "xx"]': "[rules.GR101] languages: LanguageTool does not know 'xx'",
        f'server = "{server}"\nsample = 2.0': "sample: expected a share",
    }
    for options, reason in tables.items():
        (tmp_path / "c.toml").write_text(f"[rules.GR101]\n{options}\n", encoding="utf-8")
        result = run("--config", "c.toml", "--select", "GR", "a.txt")
        assert result.code == 2
        assert reason in result.err


@pytest.mark.parametrize(
    ("selection", "heavy"),
    [([], ["language_tool_python", "requests", "textstat"]), (["--select", "ALL"], ["language_tool_python"])],
    ids=["default", "ALL"],
)
def test_other_runs_know_nothing_of_it(selection: list[str], heavy: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    code = (
        f"import sys; from corpuslint.cli import main; main(sys.argv[1:]); "
        f"sys.exit(' '.join(name for name in {heavy} if name in sys.modules))"
    )
    command = [sys.executable, "-c", code, "--isolated", "--quiet", *selection, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr.strip() == ""
    assert "GR101" not in done.stdout
