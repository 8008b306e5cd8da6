"""What docs/editors.md tells editors to do, done in them: a session with a file, and what they show."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from select import select
from typing import IO

import pytest

from formats.test_editors import snippet

TEXT = "It was a quiet day.\nnaïve 😀 日本: Sign in to read the full story.\nSign in to read the full story.\n"
SHOWN = ["MT102 naïve 😀 |日本", "PW101 naïve 😀 日本: |Sign in to read", "PW101 |Sign in to read"]

LUA = """
if not vim.lsp.config then {old} end
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, found in ipairs(vim.diagnostic.get(0)) do
  local line = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, true)[1]
  local at = line:sub(1, found.col) .. "|" .. line:sub(found.col + 1, found.end_col)
  io.stdout:write(found.code .. " " .. at .. "\\n")
end
vim.cmd("qa!")
"""

VIM = """
set nocompatible
filetype on
{configuration}
edit a.txt
ALELint
let tries = 0
while tries < 600 && empty(ale#engine#GetLoclist(bufnr('')))
  sleep 100m
  let tries += 1
endwhile
call writefile(map(copy(ale#engine#GetLoclist(bufnr(''))), {{_, found -> found.code . ' ' . found.lnum}}), 'shown')
qa!
"""

ELISP = """
(require 'eglot)
{configuration}
(setq eglot-sync-connect 60)
(find-file "a.txt")
(text-mode)
(apply #'eglot (eglot--guess-contact))
(let ((tries 0))
  (while (and (< tries 1200) (not (flymake-diagnostics)))
    (accept-process-output nil 0.05)
    (flymake-start)
    (setq tries (1+ tries))))
(dolist (found (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))
  (let ((beg (flymake-diagnostic-beg found)) (text (flymake-diagnostic-text found)))
    (string-match "[A-Z][A-Z][0-9]+" text)
    (princ (format "%s %s|%s\\n" (match-string 0 text)
      (buffer-substring-no-properties (save-excursion (goto-char beg) (line-beginning-position)) beg)
      (buffer-substring-no-properties beg (flymake-diagnostic-end found))))))
"""


@pytest.fixture
def session(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file, and a command ``corpuslint``."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    command = tmp_path / "bin/corpuslint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m corpuslint "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    return folder


def run(folder: Path, program: str, *arguments: str) -> list[str]:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    command = (program, *arguments)
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=180)
    assert b"Error" not in done.stderr
    return done.stdout.decode().splitlines()


def test_neovim(session: Path) -> None:
    new, old = (snippet("lua", holding) for holding in ("vim.lsp.enable", "start_client"))
    (session / "init.lua").write_text(f"if vim.lsp.config then {new} end", encoding="utf-8")
    (session / "session.lua").write_text(LUA.format(old=old), encoding="utf-8")
    options = ("--headless", "-u", "init.lua", "-i", "NONE", "a.txt")
    assert run(session, "nvim", *options, "-c", "luafile session.lua") == SHOWN


def test_vim(session: Path) -> None:
    has_ale = ("-c", "exe len(globpath(&packpath, 'pack/*/opt/ale')) ? 'qa!' : 'cquit'")
    if shutil.which("vim") and subprocess.run(["vim", "-es", "-u", "NONE", *has_ale], check=False).returncode:
        pytest.skip("this Vim has no ALE")
    script = session / "session.vim"
    script.write_text(VIM.format(configuration=snippet("vim", "ale#linter#Define")), encoding="utf-8")
    run(session, "vim", "-es", "-u", "NONE", "-i", "NONE", "-S", str(script))
    assert (session / "shown").read_text("utf-8").splitlines() == ["MT102 2", "PW101 2", "PW101 3"]


def test_emacs(session: Path) -> None:
    script = session / "session.el"
    script.write_text(ELISP.format(configuration=snippet("elisp", "eglot-server-programs")), encoding="utf-8")
    packages = [f"--directory={folder}" for folder in Path("/usr/share/emacs/site-lisp/elpa-src").glob("*")]
    has_eglot = ("--eval", '(kill-emacs (if (locate-library "eglot") 0 3))')
    if (
        shutil.which("emacs")
        and subprocess.run(["emacs", "--batch", "-Q", *packages, *has_eglot], check=False).returncode
    ):
        pytest.skip("this Emacs has no Eglot")
    assert run(session, "emacs", "--batch", "-Q", *packages, "-l", str(script)) == SHOWN


def test_helix(session: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pseudo-terminal: to the last finding, which is shown and removed."""
    if shutil.which("hx") is None:
        pytest.skip("hx is not installed")
    import termios  # noqa: PLC0415 (not on every system)

    (tmp_path / "helix").mkdir()
    (tmp_path / "helix/languages.toml").write_text(snippet("toml", "language-server"), encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-256color")
    terminal, other = os.openpty()
    termios.tcsetwinsize(other, (24, 100))
    with os.fdopen(terminal, "r+b", buffering=0) as screen:
        editor = subprocess.Popen(["hx", "a.txt"], cwd=session, stdin=other, stdout=other, start_new_session=True)
        os.close(other)
        try:
            _remove_last(screen)
            assert editor.wait(timeout=60) == 0
        finally:
            editor.kill()
    assert (session / "a.txt").read_text("utf-8") == TEXT[: TEXT.rindex("Sign")]


def _remove_last(screen: IO[bytes]) -> None:
    """To the last finding, which the editor removes; it saves the file and ends."""
    for keys, awaited in (("", "●"), ("]D", "(PW101)"), (" a", "Remove this"), ("\r", "[+]")):
        screen.write(keys.encode())
        wait_for(screen, awaited.encode())
    screen.write(b":x\r")


def wait_for(screen: IO[bytes], awaited: bytes) -> None:
    """Reads what a program shows until it shows this."""
    shown = b""
    while awaited not in shown:
        assert select([screen], [], [], 120)[0], shown
        shown += screen.read(1 << 16)
