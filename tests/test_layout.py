"""The shape of the project: small modules, an engine that knows no rules, no text of the labelled sets."""

from __future__ import annotations

import ast
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
ENGINE = sorted((ROOT / "lint").rglob("*.py"))
MODULES = [*ENGINE, *sorted((ROOT / "rules").rglob("*.py"))]
LINES_OF_A_MODULE = 300
LINES_OF_A_FUNCTION = 40
COPIED = 60
"""Characters: longer texts that also stand in a labelled set were copied from it."""

WRITTEN = {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".jsonl", ".json", ".html"}
FOLDERS = ("lint", "rules", "tests", "docs", "examples")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_modules_and_functions_are_small() -> None:
    long = []
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        if (lines := text.count("\n")) > LINES_OF_A_MODULE:
            long.append(f"{name(path)}: {lines} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LINES_OF_A_FUNCTION:
                    long.append(f"{name(path)}:{node.lineno}: {node.name} has {lines} lines")
    assert long == []


def test_only_plugins_py_knows_the_built_in_rules() -> None:
    knowing = [name(path) for path in ENGINE if "corpuslint_rules" in path.read_text(encoding="utf-8").split('"""')[-1]]
    assert [path for path in ENGINE if "corpuslint_rules" in imported(path)] == []
    assert set(knowing) <= {"lint/corpuslint/plugins.py"}


def imported(path: Path) -> set[str]:
    """The packages that a module imports."""
    packages = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            packages |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            packages.add((node.module or "").partition(".")[0])
    return packages


def test_ci_runs_the_command_of_the_readme() -> None:
    command = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()[-1]
    assert command.endswith("-m pytest -n auto --dist loadfile")
    assert f"\n{command}\n" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled sets are not beside the project")
def test_no_text_of_the_labelled_sets() -> None:
    """Phrase files aside: a set phrase is nobody's. What a file says is compared without its line breaks."""
    written: dict[str, str] = {}
    for path in project_files():
        written |= dict.fromkeys(stretches(path.read_text(encoding="utf-8", errors="replace")), name(path))
    copied = {text: written[text] for source in set_texts() for text in stretches(source) if text in written}
    assert copied == {}


def project_files() -> Iterator[Path]:
    phrase_file = re.compile(r"rules/.*\.txt")
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in WRITTEN and path.is_file() and not phrase_file.fullmatch(name(path)):
                yield path
    yield from ROOT.glob("*.md")


def set_texts() -> Iterator[str]:
    for path in (SHARED / "seeds").glob("*.txt"):
        yield path.read_text(encoding="utf-8")
    for path in (SHARED / "data").glob("*.jsonl.gz"):
        for row in msgspec.json.decode(b"[" + b",".join(gzip.decompress(path.read_bytes()).splitlines()) + b"]"):
            yield from strings(row)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def stretches(text: str) -> Iterator[str]:
    """The stretches of ``COPIED`` characters that begin with a word."""
    flat = f" {' '.join(text.lower().split())}"
    last, at = len(flat) - COPIED, flat.find(" ")
    while 0 <= at < last:
        yield flat[at + 1 : at + 1 + COPIED]
        at = flat.find(" ", at + 1)
