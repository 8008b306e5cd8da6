"""Somebody else's rules, installed as a distribution of their own: found, explained, contained when they fail."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from corpuslint.entry_points import EntryPoint
from corpuslint.errors import UsageError
from corpuslint.plugins import load_formats, load_rules
from environments import Environment, run

pytest.importorskip("hatchling", reason="needs the distribution's test extra")

HOUSE_RULES = Path(__file__).parent / "house_rules"
TEXT = """\
Northern Lights Wire: the ferry was late.
See DESK-1234 for the date.
Please sign in to continue reading this article.
More to follow
"""
CONFIG = 'ignore = ["BP", "EN", "MT", "SP", "TD", "UC"]\n'
BUILT_IN = ["text.txt:3:1: PW101"]
ALL = ["text.txt:1:1: XX101", "text.txt:2:5: XX102", *BUILT_IN, "text.txt:4:1: XX101", "text.txt:4:9: XX103"]

IMPORTS = "from corpuslint import Hit, Pattern, hookimpl\n"
RAISES = """
def check(match, unit):
    raise LookupError("nothing here")
"""
RULE = """
RULE = Pattern(code="{code}", name="{name}", doc="Ferries.", message="a ferry", pattern="ferry"{more})
"""
HOOK = """
@hookimpl
def {hook}():
    return [{rule}]
"""


def plugin(more: str = "", code: str = "YY101", name: str = "ferry", hook: str = "corpuslint_rules") -> str:
    return IMPORTS + RAISES + RULE.format(code=code, name=name, more=more) + HOOK.format(hook=hook, rule="RULE")


UNUSABLE = {
    "misspelt": (plugin(hook="corpuslint_rule"), "corpuslint_rule"),
    "not_importable": ("import no_such_module_anywhere\n", "no_such_module_anywhere"),
    "code_taken": (plugin(code="PW101"), "PW101"),
    "name_taken": (plugin(name="sign-in-prompt"), "sign-in-prompt"),
    "code_of_engine": (plugin(code="CL999"), "CL999"),
    "exits": ("raise SystemExit(0)\n", "SystemExit"),
    "without_hook": ("RULES = []\n", "@hookimpl"),
    "undecorated": (plugin().replace("@hookimpl\n", ""), "@hookimpl"),
    "returns_nothing": (plugin().replace("return [RULE]", "[RULE]"), "@hookimpl"),
    "returns_one": (plugin().replace("[RULE]", "RULE"), "not iterable"),
    "returns_another_thing": (plugin().replace("[RULE]", "[Pattern]"), "Pattern"),
    "bad_page": (
        plugin().replace('"Ferries."', '"Ferries.\\n\\nGodo:\\n\\n    A boat."'),
        "repeated section 'Godo'",
    ),
    "options_class": (plugin(", check=check, options=Hit"), "give it an instance"),
    "takes_too_much": (plugin().replace("corpuslint_rules()", "corpuslint_rules(engine)"), "engine"),
}


@pytest.fixture(scope="module")
def installed(wheel: Path, cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with corpuslint."""
    environment = Environment(tmp_path_factory.mktemp("plugins") / "environment", cache)
    environment.install(wheel)
    return environment


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a text, in which few built-in rules run: fewer to compile."""
    (tmp_path / "corpuslint.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def findings(output: str) -> list[str]:
    """Place and code of each finding."""
    lines = (line.split(" ") for line in output.splitlines() if line.startswith("text.txt:"))
    return [f"{place} {code}" for place, code, *_ in lines]


def write_plugin(folder: Path, name: str, module: str) -> Path:
    """A distribution of this name with this module."""
    source = shutil.copytree(HOUSE_RULES, folder / name, ignore=shutil.ignore_patterns("house_rules", "__pycache__"))
    project, module_name = source / "pyproject.toml", name.replace("-", "_")
    text = project.read_text("utf-8").replace('"house_rules"', f'"{module_name}"').replace("house-rules", name)
    project.write_text(text, encoding="utf-8")
    (source / f"{module_name}.py").write_text(module, encoding="utf-8")
    return source


def test_rules_of_a_plugin(installed: Environment, folder: Path) -> None:
    assert findings(installed.corpuslint("text.txt", cwd=folder, code=1)) == BUILT_IN
    installed.install(shutil.copytree(HOUSE_RULES, folder / "source"))
    try:
        for option in ("--jobs=1", "--jobs=2", "--no-scanner", "--no-cache"):
            assert findings(installed.corpuslint("text.txt", option, cwd=folder, code=1)) == ALL
        selected = installed.corpuslint("text.txt", "--select=XX102,wire-tag", "--quiet", cwd=folder, code=1)
        assert selected == (
            'text.txt:1:1: XX101 wire tag: "Northern Lights Wire"\n'
            "text.txt:2:5: XX102 ticket 1234 of the desk\n"
            'text.txt:4:1: XX101 wire tag: "More to follow"\n'
        )
        page = installed.corpuslint("rule", "XX101", code=0)
        assert page.startswith("XX101 wire-tag\n\nThe tag of a wire service, left in the text.\n")
        assert "XX103" in installed.corpuslint("rule", code=0)
        (folder / "corpuslint.toml").write_text(f"{CONFIG}[rules.open-ending]\nmin-words = 100\n", encoding="utf-8")
        assert findings(installed.corpuslint("text.txt", cwd=folder, code=1)) == ALL[:-1]
    finally:
        installed.pip("uninstall", "-q", "-y", "house-rules")
    (folder / "corpuslint.toml").write_text(CONFIG, encoding="utf-8")
    assert findings(installed.corpuslint("text.txt", cwd=folder, code=1)) == BUILT_IN
    assert "XX101" in installed.corpuslint("rule", "XX101", code=2)


@pytest.mark.parametrize("error", ["LookupError", "SystemExit"])
def test_rule_that_raises(error: str, installed: Environment, folder: Path) -> None:
    installed.install(write_plugin(folder, "raising", plugin(", check=check").replace("LookupError", error)))
    try:
        for option in ("--jobs=1", "--jobs=2", "--no-scanner"):
            output = installed.corpuslint("text.txt", option, cwd=folder, code=2)
            assert findings(output) == ["text.txt:1:1: CL905", *BUILT_IN]
            assert "YY101 (ferry) crashed" in output
            assert f"{error}: nothing here" in output
        assert "YY101" not in installed.corpuslint("text.txt", "--ignore=YY101", cwd=folder, code=1)
    finally:
        installed.pip("uninstall", "-q", "-y", "raising")


@pytest.mark.parametrize("name", ["misspelt", "not_importable", "code_taken"])
def test_unusable_plugin_is_named(name: str, installed: Environment, folder: Path) -> None:
    module, reason = UNUSABLE[name]
    distribution = f"plugin-{name.replace('_', '-')}"
    installed.install(write_plugin(folder, distribution, module))
    try:
        output = installed.corpuslint("text.txt", cwd=folder, code=2)
        assert re.fullmatch(rf"corpuslint: plugins? [^\n]*\b{distribution}\b[^\n]*\n", output)
        assert reason in output
    finally:
        installed.pip("uninstall", "-q", "-y", distribution)
    assert findings(installed.corpuslint("text.txt", cwd=folder, code=1)) == BUILT_IN


@pytest.mark.parametrize("name", UNUSABLE)
def test_unusable_plugin(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module, reason = UNUSABLE[name]
    (tmp_path / f"plugin_{name}.py").write_text(module, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(UsageError) as raised:
        load_rules([EntryPoint(name, f"plugin_{name}", f"plugin-{name}")])
    assert f"plugin-{name}" in str(raised.value)
    assert reason in str(raised.value)


CSV = """
import csv

from corpuslint import Numbering, hookimpl


class Csv:
    needs = ("excerpt", "evidence", "suppressed")

    def __init__(self, stream, about):
        self._rows = csv.writer(stream, lineterminator="\\n")
        self._numbering = Numbering()
        self._names = set()

    def write(self, reports):
        self._names |= set(map(self._numbering.name, reports))
        for r in reports:
            marked = r.excerpt.text[: r.excerpt.start] + "|" + r.excerpt.text[r.excerpt.start :]
            found = r.finding, r.byte_columns[0], r.evidence.text, r.suppression
            self._rows.writerow((found[0].line, found[0].code, marked, *found[1:]))

    def close(self, summary):
        self._rows.writerow(("total", summary.findings, len(self._names)))


@hookimpl
def corpuslint_formats():
    return {"csv": Csv}
"""


ENTRY = """
[[ignore]]
code = "PW101"
text = "Please sign in"
reason = "quoted"
"""


def test_formats_of_a_plugin(installed: Environment, folder: Path) -> None:
    said = installed.corpuslint("text.txt", "--format=csv", cwd=folder, code=2)
    assert said.startswith('corpuslint: unknown format "csv": there are concise, full,')
    (folder / "text.txt").write_text(f"Sign in to read on, café.\n{TEXT}", encoding="utf-8")
    (folder / "corpuslint-ignore.toml").write_text(ENTRY, encoding="utf-8")
    rows = (
        '1,PW101,"|Sign in to read on, café.",1,Sign in to read,\n'
        "4,PW101,|Please sign in to continue reading this article.,1,Please sign in,entry\n"
        "total,1,2\n"
    )
    installed.install(write_plugin(folder, "csv-format", CSV))
    try:
        assert installed.corpuslint("text.txt", "--format=csv", "--quiet", cwd=folder, code=1) == rows
        installed.corpuslint("text.txt", "--format=concise", "--format=csv=found.csv", cwd=folder, code=1)
        assert (folder / "found.csv").read_text("utf-8") == rows
        assert "did you mean csv?" in installed.corpuslint("text.txt", "--format=cvs", cwd=folder, code=2)
    finally:
        installed.pip("uninstall", "-q", "-y", "csv-format")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ('{"json": Csv}', "a format json already"),
        ('{"My Csv": Csv}', "like-this"),
        ('{"csv": 1}', "what makes it"),
    ],
)
def test_unusable_format(given: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"formats_{abs(hash(given))}"
    (tmp_path / f"{name}.py").write_text(CSV.replace('{"csv": Csv}', given), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(UsageError, match=f"plugin their-formats: .*{reason}"):
        load_formats([EntryPoint("their", name, "their-formats")])


def test_types_reach_a_plugin(installed: Environment, folder: Path) -> None:
    pytest.importorskip("mypy", reason="needs the distribution's test extra")
    installed.add("stubs", "types-regex")
    source = shutil.copytree(HOUSE_RULES, folder / "source")
    mypy = (sys.executable, "-m", "mypy", "--strict", "--python-executable", installed.python)
    output = run(*mypy, "--cache-dir", folder / "cache", "house_rules", cwd=source)
    assert output == "Success: no issues found in 4 source files\n"
