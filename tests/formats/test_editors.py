"""What docs/editors.md tells editors about corpuslint's output, in those editors, on real output."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/editors.md").read_text(encoding="utf-8")
TEXTS = {"plain.txt": "Sign in to read the full story.\n", "sub dir/naïve.md": "# A\n\nÜber 😀 the cafÃ©: it is.\n"}
Place: TypeAlias = tuple[str, int, int, str]


def snippet(language: str, holding: str) -> str:
    """The code block of the guide that holds this."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    return next(str(block) for block in blocks if holding in block)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """The concise output of a run over ``TEXTS``, in the folder that it was made in."""
    for name, text in TEXTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "output").write_text(corpuslint(tmp_path, "--quiet"), encoding="utf-8")
    return tmp_path / "output"


@pytest.fixture
def findings(output: Path) -> list[Place]:
    """What was found, by the format for programs."""
    rows = [json.loads(line) for line in corpuslint(output.parent, "--format", "jsonl").splitlines()]
    assert len(rows) >= 2
    return [(row["path"], row["line"], row["column"], f"{row['code']} {row['message']}") for row in rows]


def corpuslint(folder: Path, *options: str) -> str:
    command = [sys.executable, "-m", "corpuslint", *options, "--select", "PW101,EN101", "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    return done.stdout.decode()


def call(folder: Path, *command: str) -> str:
    """What a program prints, which is given nothing and must end well."""
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(
        [program, *command[1:]], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def test_vim_reads_the_output(output: Path, findings: Sequence[Place]) -> None:
    """With the guide's 'errorformat'."""
    (script := output.with_name("read.vim")).write_text(
        "set encoding=utf-8\n" + snippet("vim", "errorformat") + f"cgetfile {output}\n"
        "let found = map(getqflist(), {_, v -> [v.valid ? bufname(v.bufnr) : '', v.lnum, v.col, v.text]})\n"
        "call writefile([json_encode(found)], 'quickfix')\nqa!\n",
        encoding="utf-8",
    )
    call(output.parent, "vim", "-es", "-u", "NONE", "-i", "NONE", "-S", str(script))
    read = json.loads(output.with_name("quickfix").read_text(encoding="utf-8"))
    assert [tuple(row) for row in read] == list(findings)


def test_emacs_reads_the_output(output: Path, findings: Sequence[Place]) -> None:
    """With what ``M-x compile`` knows by itself."""
    program = """
      (with-temp-buffer
        (setq default-directory (file-name-directory (expand-file-name "output")))
        (let ((coding-system-for-read 'utf-8)) (insert-file-contents "output"))
        (compilation-mode)
        (compilation--ensure-parse (point-max))
        (goto-char (point-min))
        (while (not (eobp))
          (let* ((message (get-text-property (point) 'compilation-message))
                 (place (and message (compilation--message->loc message))))
            (when place
              (princ (format "%s\\t%d\\t%d\\n" (caar (compilation--loc->file-struct place))
                             (compilation--loc->line place) (compilation--loc->col place)))))
          (forward-line 1)))
    """
    prefer = "(prefer-coding-system 'utf-8)"
    read = call(
        output.parent, "emacs", "--batch", "-Q", "--eval", prefer, "--eval", f"(progn (require 'compile) {program})"
    )
    rows = [line.split("\t") for line in read.splitlines()]
    assert [(path, int(line), int(column)) for path, line, column in rows] == [place[:3] for place in findings]


def matcher() -> dict[str, Any]:
    """The guide's problem matcher."""
    task = json.loads(snippet("json", "problemMatcher"))["tasks"][0]
    pattern: dict[str, Any] = task["problemMatcher"]["pattern"]
    return pattern


def test_the_problem_matcher_reads_the_output(output: Path, findings: Sequence[Place]) -> None:
    pattern = matcher()
    fields = ("file", "line", "column", "code", "message")
    read = []
    for line in output.read_text(encoding="utf-8").splitlines():
        found = re.fullmatch(pattern["regexp"], line)
        assert found
        path, number, column, code, message = (found[pattern[field]] for field in fields)
        read.append((path, int(number), int(column), f"{code} {message}"))
    assert read == list(findings)


def test_the_problem_matcher_reads_the_output_in_javascript(output: Path, findings: Sequence[Place]) -> None:
    program = """
      const pattern = JSON.parse(process.argv[1]), regexp = new RegExp(pattern.regexp);
      const lines = require('fs').readFileSync('output', 'utf8').split('\\n').filter(line => line);
      console.log(JSON.stringify(lines.map(line => {
        const found = regexp.exec(line);
        return [found[pattern.file], +found[pattern.line], +found[pattern.column],
                found[pattern.code] + ' ' + found[pattern.message]];
      })));
    """
    read = json.loads(call(output.parent, "node", "-e", program, json.dumps(matcher())))
    assert [tuple(row) for row in read] == list(findings)


def test_helix_is_given_valid_toml() -> None:
    said = tomllib.loads(snippet("toml", "language-server"))
    (server,) = said["language-server"]
    assert all(server in language["language-servers"] for language in said["language"])
    assert [said["language-server"][server]["command"], *said["language-server"][server]["args"]] == [
        "corpuslint",
        "server",
    ]
