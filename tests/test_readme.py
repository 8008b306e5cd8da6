"""What README.md and the guide show is true: their code runs, their output is real, their links lead somewhere."""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import re
import runpy
import shlex
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from corpuslint import Linter, Rule
from corpuslint.cli import main
from corpuslint.config import Keys, read_config
from corpuslint.entry_points import EntryPoint
from corpuslint.page import page
from corpuslint.plugins import load_rules
from corpuslint.settings import Settings, resolve
from corpuslint.statistics import STATISTICS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
GUIDE = ROOT / "docs/writing_rules.md"
PAGES = (README, GUIDE)
EDITORS = ROOT / "docs/editors.md"
USERS = (README, ROOT / "docs/suppressing.md", ROOT / "docs/cleaning.md")
JUDGING = tuple(ROOT / f"docs/{name}.md" for name in ("copies", "reliability", "report", "verdicts"))
FAMILIES = {"PW", "BP", "TD", "SP", "MT", "EN", "UC"}
CLEAN = "examples/lighthouse.txt"

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# ([\w/]+(?:\.\w+)+)\n")
_LINK = re.compile(r"\]\(([^)#\s]*)(?:#([\w-]+))?\)")
_FINDING = re.compile(r"examples/\S+?:\d+:\d+: ")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_COVERAGE = re.compile(r" in [\d.]+ s\b")


class Block(NamedTuple):
    """A fenced block. ``file``: the name in a comment that is its first line."""

    language: str
    text: str
    file: str


def blocks(path: Path, *languages: str) -> list[Block]:
    found = [Block(language, text, "") for language, text in _BLOCK.findall(path.read_text(encoding="utf-8"))]
    named = (block._replace(file=name[1]) if (name := _FILE.match(block.text)) else block for block in found)
    return [block for block in named if not languages or block.language in languages]


@pytest.fixture(params=PAGES, ids=lambda path: path.name)
def document(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A page; the files that it shows stand in the working directory, which is importable."""
    path: Path = request.param
    for block in blocks(path):
        if block.file:
            (tmp_path / block.file).parent.mkdir(exist_ok=True)
            (tmp_path / block.file).write_text(block.text, encoding="utf-8")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)
    yield path
    for name in set(sys.modules) - before:
        if getattr(sys.modules[name], "__file__", None) and str(tmp_path) in str(sys.modules[name].__file__):
            del sys.modules[name]


def test_python_runs(document: Path) -> None:
    """Blocks share their names, in order, as they would in one session."""
    names: dict[str, Any] = {}
    shown = blocks(document, "python", "pycon")
    assert shown
    for block in shown:
        if block.language == "pycon":
            test = doctest.DocTestParser().get_doctest(block.text, names, document.name, str(document), 0)
            assert test.examples
            doctest.DebugRunner().run(test, clear_globs=False)
            names.update(test.globs)
        else:
            names = run_block(block, names)


def run_block(block: Block, names: dict[str, Any]) -> dict[str, Any]:
    """What is named after a block has run: as a module of its own where it is shown as a file."""
    if block.file:
        return names | runpy.run_path(block.file)
    exec(compile(block.text, "<block>", "exec"), names)
    return names


def test_rules_shown_can_be_loaded(document: Path) -> None:
    """The modules shown are a plugin. Every rule is one that the scanner takes, and keeps to its examples."""
    if any(block.file.endswith("__init__.py") for block in blocks(document)):
        rules = load_rules([EntryPoint("shown", "house_rules", "house-rules")])
        assert [rule.code for rule in rules if rule.code.startswith("HR")] == ["HR101", "HR102", "HR103"]
    for block in blocks(document, "python"):
        rule = run_block(block, {}).get("RULE")
        if isinstance(rule, Rule):
            scanned, exhaustive = (Linter(Settings(select=("ALL",), scanner=on), [rule]) for on in (True, False))
            for example in page(rule).bad + page(rule).good:
                assert bool(scanned.lint(example)) == (example in page(rule).bad), example
                assert scanned.lint(example) == exhaustive.lint(example)


def test_configuration_is_valid(document: Path) -> None:
    """Every key and every rule that is named exists; the files named can be read."""
    plugins = [EntryPoint("shown", "house_rules", "house-rules")] if Path("house_rules/__init__.py").exists() else []
    for number, block in enumerate(blocks(document, "toml")):
        table = tomllib.loads(block.text)
        if "project" in table:
            assert table["project"]["entry-points"]["corpuslint"]
            continue
        file = Path("pyproject.toml" if "tool" in table else f"{number}.toml")
        file.write_text(block.text, encoding="utf-8")
        Linter(resolve(read_config(Path(), file)), load_rules(plugins))


def test_one_configuration_has_every_key() -> None:
    whole = next(block for block in blocks(README, "toml") if block.file == "corpuslint.toml")
    assert set(tomllib.loads(whole.text)) == set(Keys.__struct_encode_fields__)


@pytest.fixture(scope="module")
def real_output() -> list[str]:
    runs = (output("--isolated", "--color", "never", "--format", name, "examples/") for name in ("concise", "full"))
    return [_timeless(line) for text in runs for line in text.split("\n")]


def output(*arguments: str) -> str:
    """What ``corpuslint`` prints in the project's folder: standard output, then standard error."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), contextlib.chdir(ROOT):
        main(arguments)
    return out.getvalue() + err.getvalue()


def help_of(command: tuple[str, ...]) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.suppress(SystemExit):
        main([*command, "--help"])
    return out.getvalue()


def _timeless(line: str) -> str:
    return _COVERAGE.sub(" in … s", line)


def test_output_shown_is_real(real_output: list[str]) -> None:
    """Whole lines may be left out, where ``...`` stands; none may differ."""
    shown = [block.text for block in blocks(README, "text", "console") if _FINDING.search(block.text)]
    assert shown
    lines = [line for text in shown for line in text.splitlines()]
    lines = [_timeless(line) for line in lines if line != "..." and not line.startswith("$ ")]
    assert [line for line in lines if line not in real_output] == []


def test_examples_show_every_family_and_a_clean_text(real_output: list[str]) -> None:
    found = [line for line in real_output if _FINDING.match(line)]
    assert {line.split(": ")[1][:2] for line in found} >= FAMILIES
    assert (ROOT / CLEAN).is_file()
    assert not [line for line in found if line.startswith(CLEAN)]


def test_problem_matcher_reads_every_finding(real_output: list[str]) -> None:
    matchers = [json.loads(block.text) for block in blocks(EDITORS, "json")]
    patterns = [re.compile(found) for matcher in matchers for found in _values(matcher, "regexp")]
    assert patterns
    assert all(pattern.match(line) for pattern in patterns for line in real_output if _FINDING.match(line))


def _values(tree: Any, key: str) -> Iterator[str]:
    if isinstance(tree, dict):
        yield from (value for name, value in tree.items() if name == key)
    children = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    for child in children:
        yield from _values(child, key)


def test_examples_of_the_families_are_found() -> None:
    rows = re.findall(r"^\| `([A-Z]{2})` .* \| `(.*)` \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert {family for family, _ in rows} >= FAMILIES
    linter = Linter()
    assert [row for row in rows if row[0] not in {finding.code[:2] for finding in linter.lint(row[1])}] == []


def test_every_code_named_is_a_rule() -> None:
    known = {rule.code for rule in load_rules()}
    text = "".join(map(Path.read_text, (*PAGES, *USERS, *JUDGING, EDITORS)))
    named = set(re.findall(r"\b(?:PW|BP|TD|SP|MT|EN|UC|SR|DU)\d{3}\b", text))
    assert named <= known


def test_every_option_named_exists() -> None:
    """Options of the commands shown, and those in the text, are the program's."""
    text = "".join(map(Path.read_text, (*PAGES, *USERS, *JUDGING, EDITORS)))
    shown = re.findall(r"\bcorpuslint ([^|`\n#]*)", re.sub(r"pre-commit try-repo .*", "", text))
    named = {option for part in (*shown, *re.findall(r"`(--[^`]+)`", text)) for option in _OPTION.findall(part)}
    commands = ("check", "rule", "baseline", "stats", "clean", "server", "split", "sources", "medians", "report")
    helps = (help_of((name,)) for name in commands)
    known = _OPTION.findall(help_of(()) + "".join(helps))
    assert "--format" in named
    assert named <= set(known)


@pytest.mark.parametrize("path", USERS[1:], ids=lambda path: path.name)
def test_sessions_shown_are_real(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of a page, in order, print what stands below them, whole lines left out where ``...`` stands."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    for block in blocks(path, "console"):
        for session in block.text.split("$ corpuslint ")[1:]:
            command, *expected = session.splitlines()
            monkeypatch.setattr(sys, "stdin", io.StringIO("r\nr\nw\nr\nr\n"))
            with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()):
                assert main(shlex.split(command)) == 0
            real = out.getvalue().splitlines()
            assert [line for line in expected if line != "..." and line not in real] == [], command


def test_the_entry_shown_is_one_of_the_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    assert main(["baseline", "create", "--isolated", "examples"]) == 0
    written = Path("corpuslint-baseline.jsonl").read_text("utf-8").splitlines()
    shown = [line for block in blocks(USERS[1], "json") for line in block.text.splitlines()]
    assert shown
    assert [line for line in shown if line not in written] == []


def test_the_table_of_what_goes_is_that_of_the_rules() -> None:
    table = USERS[2].read_text(encoding="utf-8").partition("## What goes")[2].partition("\n\nSafe")[0]
    rows = {row: re.findall(r"[A-Z]{2}\d{3}", row) for row in table.splitlines()}
    fixes = {rule.code: rule.fix for rule in load_rules() if rule.fix}
    assert sorted(code for codes in rows.values() for code in codes) == sorted(fixes)
    unsafe = {code for row, codes in rows.items() if "| nothing |" in row for code in codes}
    assert {code for code, fix in fixes.items() if not fix.safe} == unsafe


def test_the_guide_names_every_statistic() -> None:
    table = GUIDE.read_text(encoding="utf-8").partition("<!-- statistics -->")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `(\w+)`", table, re.MULTILINE) == list(STATISTICS)


@pytest.mark.parametrize("path", sorted({*PAGES, *USERS, EDITORS}), ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    text = _BLOCK.sub("", path.read_text(encoding="utf-8"))
    for target, anchor in _LINK.findall(text):
        if target.startswith(("https://", "http://")):
            continue
        file = path.parent / target if target else path
        assert file.exists(), target
        if anchor:
            assert anchor in _anchors(file), f"{target}#{anchor}"


def _anchors(file: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", _BLOCK.sub("", file.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}
