from __future__ import annotations

from pathlib import Path

import pytest

from corpuslint.config import Config, read_config
from corpuslint.config_errors import line_of
from corpuslint.errors import UsageError
from corpuslint.formats import Target
from corpuslint.settings import resolve


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    write(tmp_path / "corpuslint.toml", 'select = ["PW"]')
    near = write(tmp_path / "a" / "corpuslint.toml", 'select = ["UC"]')
    (tmp_path / "a" / "b").mkdir()
    config = read_config(tmp_path / "a" / "b")
    assert config.path == near
    assert config.keys.select == ("UC",)
    assert config.keys.ignore is None


def test_corpuslint_toml_wins_in_one_folder(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.corpuslint]\njobs = 1")
    write(tmp_path / "corpuslint.toml", "jobs = 2")
    assert read_config(tmp_path).keys.jobs == 2


@pytest.mark.parametrize("text", ["[project]\nname = 'x'", "[tool.ruff]\n", "tool = 3 # corpuslint", "not TOML"])
def test_a_pyproject_without_the_table_is_passed_over(tmp_path: Path, text: str) -> None:
    write(tmp_path / "corpuslint.toml", "jobs = 3")
    write(tmp_path / "a" / "pyproject.toml", text)
    assert read_config(tmp_path / "a").keys.jobs == 3


def test_a_folder_of_that_name_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "corpuslint.toml").mkdir()
    write(tmp_path / "pyproject.toml", "[tool.corpuslint]\njobs = 1")
    assert read_config(tmp_path).keys.jobs == 1


def test_isolated_and_explicit(tmp_path: Path) -> None:
    write(tmp_path / "corpuslint.toml", "jobs = 3")
    other = write(tmp_path / "other.toml", "jobs = 4")
    assert read_config(tmp_path, isolated=True) == Config()
    assert read_config(tmp_path, other).keys.jobs == 4
    with pytest.raises(UsageError, match=r"none\.toml: No such file"):
        read_config(tmp_path, tmp_path / "none.toml")
    with pytest.raises(UsageError, match=r"no table \[tool.corpuslint\]"):
        read_config(tmp_path, write(tmp_path / "pyproject.toml", ""))


def test_every_key(tmp_path: Path) -> None:
    text = """
        extend = ["base.toml"]
        select = ["ALL"]
        ignore = ["PW1", "navigation"]
        extend-select = ["UC102"]
        preset = ["gopher"]
        exclude = ["drafts/", "*.bak.txt"]
        respect-gitignore = false
        languages = ["en", "de"]
        language = "de"
        fail-level = "error"
        format = ["full", "jsonl=out/findings.jsonl"]
        jobs = 2
        text-field = "body"
        id-field = "url"
        max-findings-per-rule = 10
        prefer = ["edited/*", "site=orrin.example"]
        baseline = "known.jsonl"
        rule-url = "https://example.org/rules/{code}.md"
        severity = { PW = "error", navigation = "info" }
        per-file-ignores = { "letters/" = ["UC"] }
        gate = ["drop-share <= 5%", "new findings = 0"]
        [rules.PW101]
        phrases = ["extra.en.txt"]
        [verdict]
        points = { weak = 0.5, UC101 = 2 }
        cap = 12
        weak-cap = 4
        caps = { SP = 8 }
        review = { points = 6, density = 5, times = 1.5 }
        drop = { points = 30 }
        veto = ["DU101", "removal-request-notice"]
        min-words = 20
        genre-field = "section"
        median = 2.5
        medians = { news = 1.5 }
    """
    write(tmp_path / "base.toml", "")
    keys = read_config(write(tmp_path / "corpuslint.toml", text).parent).keys
    assert keys.verdict is not None
    for table in (keys, keys.verdict):
        assert all(getattr(table, name) is not None for name in table.__struct_fields__)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["PW"]', 'corpuslint.toml:1: unknown key "selct"; did you mean select?'),
        ("[verdict]\npoint = { SP = 1 }", 'corpuslint.toml:2: unknown key "verdict.point"; did you mean points?'),
        ("verdict = 3", "verdict: expected a table like [verdict], got 3"),
        (
            "[verdict]\ndrop = { times = 2 }\nreview = { time = 2 }",
            'unknown key "verdict.review.time"; did you mean times?',
        ),
        ("[verdict]\ncap = -1", "corpuslint.toml:2: verdict.cap: expected a number, 0 or more, got -1"),
        ('gate = "drop = 0"', "gate: expected a list of conditions"),
        ("fail_level = 1", 'corpuslint.toml:1: unknown key "fail_level"; did you mean fail-level?'),
        ("zzz = 1", 'corpuslint.toml:1: unknown key "zzz"'),
        ('"\\u202e\\u001b" = 1', r'corpuslint.toml: unknown key "\u202e\x1b"'),
        (
            'select = "PW"',
            'select: expected a list of code prefixes or rule names, like ["PW", "sign-in-prompt"], got "PW"',
        ),
        (
            'language = "eng"',
            'language: expected an ISO 639-1 code, like "de", got "eng"',
        ),
        ('languages = ["English"]', 'languages: expected a list of ISO 639 codes, like ["en", "de"], got ["English"]'),
        ('fail-level = "warn"', 'fail-level: expected "error", "warning" or "info", got "warn"'),
        ("jobs = -1", "jobs: expected a number of processes, 0 for one per processor, got -1"),
        ('jobs = "2"', 'got "2"'),
        ("respect-gitignore = 1", "respect-gitignore: expected true or false, got 1"),
        ('severity = { PW = "fatal" }', 'severity.PW: expected "error", "warning" or "info", got "fatal"'),
        ('severity = ["PW"]', 'severity: expected a table of "error", "warning" or "info" by code'),
        ("rules = { PW101 = 2000-01-01 }", 'rules.PW101: expected a table of options, got "2000-01-01"'),
        ("jobs = 2\n[severity]\nBP = 'info'\n'PW' = 3\n", 'toml:4: severity.PW: expected "error", "warning" or'),
        ('\nper-file-ignores."a/*.txt" = "UC"', 'toml:2: per-file-ignores."a/*.txt": expected a list of code prefixes'),
        ('text-field = ""', 'text-field: expected the name of a field, got ""'),
        ("a = 1\nb = \nc = 3", "corpuslint.toml:2: not valid TOML: Invalid value"),
        ("a = 1\nselect = [", "corpuslint.toml:2: not valid TOML"),
    ],
)
def test_errors_say_where_what_and_the_way_out(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path / "corpuslint.toml", text)
    with pytest.raises(UsageError) as caught:
        read_config(tmp_path)
    assert message in str(caught.value)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_all_that_is_wrong_is_said(tmp_path: Path) -> None:
    file = write(tmp_path / "corpuslint.toml", 'selct = 1\njobs = "2"\n[severity]\nPW = 1\nBP = "info"\nUC = "warn"\n')
    with pytest.raises(UsageError) as caught:
        read_config(tmp_path)
    wrong = [(reason.split(": ")[0], reason.split(": ")[1]) for reason in caught.value.reasons]
    assert wrong == [
        (f"{file}:1", 'unknown key "selct"; did you mean select?'),
        (f"{file}:2", "jobs"),
        (f"{file}:4", "severity.PW"),
        (f"{file}:6", "severity.UC"),
    ]


@pytest.mark.parametrize(
    ("text", "keys", "line"),
    [
        ("[rules.BP112]\nmin-words = 1", ("rules", "BP112", "min-words"), ":2"),
        ("[rules]\nBP112.min-words = 1", ("rules", "BP112", "min-words"), ":2"),
        ("\nrules.BP112 = { min-words = 1 }", ("rules", "BP112", "min-words"), ":2"),
        ("[ rules . 'BP112' ]\n'min-words'=1", ("rules", "BP112", "min-words"), ":2"),
        ("[rules.BP1]\nmin-words = 1\n[rules.BP112]\n", ("rules", "BP112", "min-words"), ":3"),
        ("[tool.corpuslint]\n[tool.corpuslint.severity]\nPW = 1", ("severity", "PW"), ":3"),
        ("x = 1", ("severity", "PW"), ""),
    ],
)
def test_the_line_of_a_key(text: str, keys: tuple[str, ...], line: str) -> None:
    assert line_of(text, keys) == line


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.corpuslint]\nselct = 1", 'pyproject.toml:2: unknown key "tool.corpuslint.selct"; did you mean select?'),
        ("[tool.corpuslint]\njobs = true", "pyproject.toml:2: tool.corpuslint.jobs: expected"),
        ("[tool]\ncorpuslint = 1", "pyproject.toml: tool.corpuslint: expected a table"),
        ("[tool.corpuslint\n", "pyproject.toml:1: not valid TOML"),
    ],
)
def test_errors_in_pyproject(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path / "pyproject.toml", text)
    with pytest.raises(UsageError) as caught:
        read_config(tmp_path)
    assert message in str(caught.value)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "corpuslint.toml").write_bytes(b"jobs = 1\n# \xff")
    with pytest.raises(UsageError, match=r"corpuslint\.toml:2: not valid UTF-8"):
        read_config(tmp_path)


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "corpuslint.toml").write_bytes(b"\xef\xbb\xbfjobs = 1\r\n")
    assert read_config(tmp_path).keys.jobs == 1


def test_what_a_file_extends(tmp_path: Path) -> None:
    write(tmp_path / "all.toml", 'jobs = 4\nlanguages = ["en"]\nignore = ["UC"]\nseverity = { PW = "info" }')
    write(tmp_path / "shared" / "base.toml", 'extend = ["../all.toml"]\njobs = 3\nexclude = ["drafts/"]')
    text = """
        extend = ["../all.toml", "../shared/base.toml"]
        ignore = ["MT"]
        fail-level = "error"
        severity = { BP = "error" }
        rules.PW101.phrases = ["more.txt"]
    """
    file = write(tmp_path / "news" / "corpuslint.toml", text)
    config = read_config(file.parent)
    settings = resolve(config)
    assert config.path == settings.config == file
    assert (settings.jobs, settings.fail_level) == (3, "error")
    assert settings.languages == {"en"}
    assert settings.ignore == ("UC", "MT")
    assert settings.severity == {"PW": "info", "BP": "error"}
    assert settings.root_of("exclude") == tmp_path.resolve() / "shared"
    assert settings.root_of("rules.PW101") == tmp_path.resolve() / "news"
    assert settings.where("severity.PW") == f"{tmp_path.resolve()}/all.toml:4: "


@pytest.mark.parametrize(
    ("extended", "message"),
    [
        ('extend = ["corpuslint.toml"]', "extend: corpuslint.toml extends this file in turn"),
        ("jbs = 1", 'base.toml:1: unknown key "jbs"; did you mean jobs?'),
        (None, "base.toml: No such file"),
    ],
)
def test_what_cannot_be_extended(tmp_path: Path, extended: str | None, message: str) -> None:
    write(tmp_path / "corpuslint.toml", 'extend = ["base.toml"]')
    if extended is not None:
        write(tmp_path / "base.toml", extended)
    with pytest.raises(UsageError) as caught:
        read_config(tmp_path)
    assert message in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path))


def test_a_found_file_names_no_output_by_extending(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", 'format = ["json=/etc/x"]')
    file = write(tmp_path / "corpuslint.toml", 'extend = ["base.toml"]')
    with pytest.raises(UsageError, match=r"base\.toml: format: only the command line"):
        resolve(read_config(tmp_path))
    assert resolve(read_config(tmp_path, file)).formats == (Target("json", Path("/etc/x")),)
