from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest

from corpuslint.config import Config, Keys
from corpuslint.errors import UsageError
from corpuslint.formats import Target
from corpuslint.linter import linter_for
from corpuslint.rule import Pattern, Phrases, Rule
from corpuslint.selection import find_rule, select_rules
from corpuslint.settings import Overrides, Settings, comma_list, resolve


@dataclass(frozen=True)
class Options:
    min_words: int = 3
    names: frozenset[str] = frozenset()
    sources: Path | None = None

    def __post_init__(self) -> None:
        if self.min_words < 1:
            raise ValueError("min-words must be at least 1")


def rule(code: str, name: str, **options: Any) -> Pattern:
    return Pattern(code=code, name=name, doc=None, message="", pattern="x", **options)


@pytest.fixture
def rules(tmp_path: Path) -> list[Rule]:
    (tmp_path / "sign_in.en.txt").write_text("sign in here\n", encoding="utf-8")
    phrases = Phrases(code="PW101", name="sign-in", doc=None, message="", files=str(tmp_path / "sign_in.py"))
    return [
        phrases,
        rule("PW102", "subscribe"),
        rule("PW201", "meter", default=False),
        rule("UC101", "vague-source", languages=frozenset({"en"}), options=Options()),
        rule("UC201", "hedge", default=False, severity="info", languages=frozenset({"de"})),
    ]


def codes(rules: list[Rule], **settings: Any) -> str:
    return " ".join(rule.code for rule in select_rules(rules, Settings(**settings)))


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, "PW101 PW102 UC101"),
        ({"select": ("ALL",)}, "PW101 PW102 PW201 UC101 UC201"),
        ({"select": ("PW",)}, "PW101 PW102"),
        ({"select": ("PW2",)}, "PW201"),
        ({"select": ("PW201",)}, "PW201"),
        ({"select": ("PW", "meter")}, "PW101 PW102 PW201"),
        ({"select": ("PW", "ALL"), "ignore": ("UC",)}, "PW101 PW102 PW201"),
        ({"extend_select": ("PW", "UC")}, "PW101 PW102 UC101"),
        ({"select": ("PW1", "hedge")}, "PW101 PW102 UC201"),
        ({"ignore": ("PW",)}, "UC101"),
        ({"ignore": ("sign-in",)}, "PW102 UC101"),
        ({"extend_select": ("UC2",)}, "PW101 PW102 UC101 UC201"),
        ({"select": ("PW101",), "ignore": ("PW",)}, "PW101"),
        ({"select": ("PW", "PW2"), "ignore": ("PW1",)}, "PW201"),
        ({"select": ("ALL",), "ignore": ("PW1",), "extend_select": ("PW101",)}, "PW101 PW201 UC101 UC201"),
        ({"select": ("PW101", "UC"), "ignore": ("PW101",)}, "UC101"),
        ({"select": ("sign-in", "UC"), "ignore": ("PW101",)}, "UC101"),
        ({"ignore": ("ALL",), "extend_select": ("UC101",)}, "UC101"),
        ({"select": (), "extend_select": ("PW2",)}, "PW201"),
        ({"languages": frozenset({"de"})}, "PW102"),
        ({"languages": frozenset({"de", "en"})}, "PW101 PW102 UC101"),
        ({"select": ("CL",)}, ""),
    ],
)
def test_selection(rules: list[Rule], settings: Mapping[str, Any], expected: str) -> None:
    assert codes(rules, **settings) == expected


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"select": ("PX",)}, 'select: "PX" matches no rule; did you mean PW?'),
        ({"select": ("pw101",)}, 'select: "pw101" matches no rule; did you mean PW101?'),
        ({"ignore": ("singin",)}, 'ignore: "singin" matches no rule; did you mean sign-in?'),
        ({"extend_select": ("",)}, 'extend-select: "" matches no rule'),
        ({"ignore": ("CL901",)}, "ignore: CL901: the engine's own findings are always on"),
        ({"severity": {"QQQQ": "error"}}, 'severity: "QQQQ" matches no rule'),
        ({"select": ("PW",), "ignore": ("PW",)}, "no rule is left to run"),
        ({"select": ()}, "no rule is left to run"),
        ({"languages": frozenset({"en", "eng"})}, 'languages: no rule is for "eng"; did you mean en?'),
        ({"languages": frozenset({"zz"})}, 'languages: no rule is for "zz"; known are de, en'),
        ({"rules": {"PW191": {}}}, 'rules: no rule "PW191"; did you mean PW101?'),
        ({"rules": {"UC101": {"min-word": 1}}}, 'rules.UC101: unknown option "min-word"; did you mean min-words?'),
        ({"rules": {"PW102": {"min-words": 1}}}, 'unknown option "min-words": PW102 has no options'),
        ({"rules": {"PW102": {"phrases": ["a.txt"]}}}, 'unknown option "phrases": PW102 has no options'),
        ({"rules": {"PW101": {"phrase": ["a.txt"]}}}, 'unknown option "phrase"; did you mean phrases?'),
        ({"rules": {"PW101": {"phrases": "a.txt"}}}, 'rules.PW101: phrases: expected a list, got "a.txt"'),
        ({"rules": {"UC101": {"min-words": "x"}}}, 'rules.UC101: min-words: expected a whole number, got "x"'),
        ({"rules": {"vague-source": {"min-words": 0}}}, "rules.vague-source: min-words must be at least 1"),
        ({"rules": {"hedge": {}, "UC201": {}}}, "rules: hedge and UC201 are the same rule; keep one table"),
        ({"config": Path("c.toml"), "rules": {"PW9": {}}}, 'c.toml: rules: no rule "PW9"'),
    ],
)
def test_what_cannot_be_set(rules: list[Rule], settings: Mapping[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        select_rules(rules, Settings(**settings))
    assert message in str(caught.value)


def test_the_longest_severity_counts(rules: list[Rule]) -> None:
    settings = Settings(severity={"ALL": "info", "PW": "error", "subscribe": "warning"}, select=("ALL",))
    assert [r.severity for r in select_rules(rules, settings)] == ["error", "warning", "error", "info", "info"]


def test_options_and_phrases(rules: list[Rule], tmp_path: Path) -> None:
    tables: dict[str, dict[str, Any]] = {
        "sign-in": {"phrases": ["extra.en.txt"]},
        "UC101": {"min-words": 5, "names": ["a"], "sources": "list.txt"},
    }
    with pytest.raises(UsageError, match=r"rules\.sign-in: phrases: .*extra\.en\.txt: no such file"):
        select_rules(rules, Settings(rules=tables, root=tmp_path))
    (tmp_path / "extra.en.txt").write_text("", encoding="utf-8")
    chosen = select_rules(rules, Settings(rules=tables, root=tmp_path))
    assert isinstance(chosen[0], Phrases)
    assert chosen[0].extra == (tmp_path / "extra.en.txt",)
    assert chosen[2].options == Options(5, frozenset({"a"}), tmp_path / "list.txt")
    assert isinstance(rules[0], Phrases)
    assert rules[0].extra == ()


def test_find_rule(rules: list[Rule]) -> None:
    assert find_rule(rules, "hedge") is find_rule(rules, "UC201")
    with pytest.raises(UsageError, match=r'^no rule "hegde"; did you mean hedge\?$'):
        find_rule(rules, "hegde")


def test_defaults() -> None:
    settings = resolve()
    assert settings.fail_level == "warning"
    assert settings.select is None
    assert settings.formats == (Target("concise", None),)
    assert settings.root == Path.cwd()
    assert settings == resolve(Config(), Overrides(cache=True))


def test_overrides_win_and_tables_merge() -> None:
    config = Config(keys=Keys(jobs=2, languages=("en",), severity={"PW": "error", "UC": "info"}))
    settings = resolve(config, Overrides(jobs=1, severity={"UC": "warning"}, exit_zero=True))
    assert settings.jobs == 1
    assert settings.languages == {"en"}
    assert settings.severity == {"PW": "error", "UC": "warning"}
    assert settings.exit_zero


@pytest.mark.parametrize(
    ("given", "select", "ignore", "extend"),
    [
        (Overrides(), ("PW",), ("PW1",), ("UC1",)),
        (Overrides(select=("UC",)), ("UC",), (), ()),
        (Overrides(ignore=("UC2",)), ("PW",), ("PW1", "UC2"), ("UC1",)),
        (Overrides(extend_select=("SP",)), ("PW",), ("PW1",), ("UC1", "SP")),
        (Overrides(extend_select=("PW1",)), ("PW",), (), ("UC1", "PW1")),
        (Overrides(ignore=("UC1",)), ("PW",), ("PW1", "UC1"), ()),
    ],
)
def test_selecting_over_a_file(
    given: Overrides, select: tuple[str, ...], ignore: tuple[str, ...], extend: tuple[str, ...]
) -> None:
    settings = resolve(Config(keys=Keys(select=("PW",), ignore=("PW1",), extend_select=("UC1",))), given)
    assert (settings.select, settings.ignore, settings.extend_select) == (select, ignore, extend)


def test_output_files_are_relative_to_who_names_them(tmp_path: Path) -> None:
    config = Config(tmp_path / "corpuslint.toml", Keys(format=("full", "jsonl=out/x.jsonl")), named=True)
    root = tmp_path.resolve()
    assert resolve(config).formats == (Target("full", None), Target("jsonl", root / "out/x.jsonl"))
    assert resolve(config, Overrides(format=("json=y",))).formats == (Target("json", Path("y")),)
    with pytest.raises(UsageError, match="only the command line"):  # a corpus brings its own configuration
        resolve(Config(config.path, config.keys))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"format": ("concise", "json")}, "two formats write to standard output"),
        ({"format": ("json=a", "jsonl=a")}, "two formats write to a"),
        ({"format": ("jsnl",)}, 'unknown format "jsnl"; did you mean jsonl?'),
        ({"format": ("csv=x",)}, 'unknown format "csv"'),
        ({"format": ("json=",)}, "format json=: no file is named"),
        ({"fail_level": "fatal"}, 'options: fail-level: expected "error", "warning" or "info", got "fatal"'),
        ({"jobs": -2}, "options: jobs: expected a number of processes"),
    ],
)
def test_wrong_options(given: Mapping[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        resolve(overrides=Overrides(**given))
    assert message in str(caught.value)


def test_comma_list() -> None:
    assert comma_list(" PW, UC1,,") == ("PW", "UC1")


def test_a_text_is_a_str() -> None:
    linter = linter_for(select=["PW101"])
    assert [len(found) for found in linter.lint_many(["", "Sign in to continue reading this story."])] == [0, 1]
    assert next(linter.lint_many(repeat(""))) == []
    with pytest.raises(TypeError, match="a text is a str, not NoneType"):
        list(linter.lint_many(["text", None]))  # type: ignore[list-item]
    with pytest.raises(TypeError, match="a text is a str, not bytes"):
        linter.lint(b"text")  # type: ignore[arg-type]
