"""Running the command line: in this process where that is enough, in one of its own where signals and pipes matter."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import corpuslint
import corpuslint_rules
from cli.running import Result, Run, Start
from corpuslint.cli import main


@pytest.fixture(scope="session", autouse=True)
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One cache for all tests here, as compiling the scanner takes long; and no settings from outside."""
    patch = pytest.MonkeyPatch()
    patch.setenv("CORPUSLINT_CACHE", str(tmp_path_factory.mktemp("cache")))
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
        patch.delenv(name, raising=False)
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # as for jobs in the background, and children inherit it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    patch.undo()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        try:
            code = main(arguments)
        except SystemExit as exit:
            assert isinstance(exit.code, int)
            code = exit.code
        return Result(code, *capsys.readouterr())

    return run


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    processes: list[subprocess.Popen[bytes]] = []
    roots = (Path(module.__path__[0]).parent for module in (corpuslint, corpuslint_rules))
    environ = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, roots))}

    def start(
        *arguments: str,
        stdin: int = subprocess.DEVNULL,
        stdout: int = subprocess.PIPE,
        shell: str | None = None,
        **more: str,
    ) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [*(("sh", "-c", shell, "sh") if shell else ()), sys.executable, "-m", "corpuslint", *arguments],
            cwd=tmp_path,
            env=environ | more,
            stdin=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()
