"""Golden cases: folders with ``args``, ``exit``, ``stdout`` and ``stderr``, and with what they need of ``input`` (the
working directory), ``stdin`` and ``output`` (files that the run writes).

With ``CORPUSLINT_UPDATE=1`` the expected files are written anew: look at what changed before you keep it.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest

from cli.running import Run

CASES = Path(__file__).parent / "cases"
UPDATE = bool(os.environ.get("CORPUSLINT_UPDATE"))


@pytest.mark.parametrize("name", sorted(path.parent.name for path in CASES.glob("*/args")))
def test_case(name: str, run: Run, tmp_path: Path) -> None:
    case = CASES / name
    if (case / "input").is_dir():
        shutil.copytree(case / "input", tmp_path, dirs_exist_ok=True)
    stdin = (case / "stdin").read_bytes() if (case / "stdin").exists() else b""
    before = set(tmp_path.rglob("*"))
    result = run(*shlex.split((case / "args").read_text("utf-8")), stdin=stdin)
    err = re.sub(r"usage: .*\n( .*\n)*", "", result.err)  # argparse fits it to the terminal
    left = {"exit": f"{result.code}\n", "stdout": _timeless(result.out), "stderr": _timeless(err)}
    for file in set(tmp_path.rglob("*")) - before:
        if file.is_file():
            left[f"output/{file.relative_to(tmp_path).as_posix()}"] = _timeless(file.read_bytes().decode())
    left = {name: text.replace(str(tmp_path), "FOLDER") for name, text in left.items()}
    if UPDATE:
        _write(case, left)
    expected = {file: (case / file).read_bytes().decode() for file in _expected(case)}
    assert left == expected


def _expected(case: Path) -> list[str]:
    written = [file.relative_to(case).as_posix() for file in (case / "output").rglob("*") if file.is_file()]
    return ["exit", "stdout", "stderr", *written]


def _write(case: Path, files: dict[str, str]) -> None:
    shutil.rmtree(case / "output", ignore_errors=True)
    for name, text in files.items():
        (case / name).parent.mkdir(parents=True, exist_ok=True)
        (case / name).write_bytes(text.encode())


def _timeless(text: str) -> str:
    return re.sub(r'"seconds":[0-9.e-]+', '"seconds":0.0', re.sub(r"in [0-9.]+ s\b", "in 0.0 s", text))
