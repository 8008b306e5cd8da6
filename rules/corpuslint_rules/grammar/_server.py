"""A LanguageTool server: one that the user runs, or one started here and ended with the run."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from corpuslint import UsageError
from corpuslint_rules.grammar import _keeper

HOW = 'docs/grammar.md says how to get one; or name a running server: [rules.GR101] server = "http://127.0.0.1:8081"'

_HEAP = "1g"
_PATIENCE = 120.0
"""Seconds that a server may take to start: 3 on an idle machine."""

_CONFIGURATION = "pipelineCaching=true\nmaxPipelinePoolSize=64\npipelineExpireTimeInSeconds=3600\n"
"""What was made ready for a request serves the next ones: small requests are then answered twice as fast."""


@contextmanager
def running_server(server: str | None, folder: Path | None) -> Iterator[tuple[str, str]]:
    """The address of a server, and the version of LanguageTool where it is known, else an empty text.

    Without ``server`` one is started from ``folder``, and ended with the block. Raises ``UsageError`` for what is
    missing.
    """
    if server is not None:
        yield server, ""
        return
    home, java = installation(folder), shutil.which("java")
    if java is None:
        raise UsageError(
            "GR101: no java: LanguageTool needs a Java runtime, 17 or later (apt install default-jre-headless, "
            f"brew install openjdk, or adoptium.net); {HOW}"
        )
    port = _free_port()
    with tempfile.TemporaryDirectory(prefix="corpuslint-") as scratch, (Path(scratch) / "log").open("w+b") as log:
        settings = Path(scratch) / "server.properties"
        settings.write_text(_CONFIGURATION, encoding="utf-8")
        classes = os.pathsep.join((str(home / "*"), str(home)))
        server_class = ("org.languagetool.server.HTTPServer", "--port", str(port), "--config", str(settings))
        command = (java, f"-Xmx{_HEAP}", "-cp", classes, *server_class)
        with _kept(command, log) as process:
            url = f"http://127.0.0.1:{port}"
            _await(process, url, log)
            yield url, home.name


def installation(folder: Path | None) -> Path:
    """The folder ``LanguageTool-VERSION`` that holds the program: the newest, or ``folder`` itself."""
    if folder is not None and folder.name.startswith("LanguageTool-") and folder.is_dir():
        return folder
    default = Path.home() / ".cache" / "language_tool_python"
    parent = folder or Path(os.environ.get("LTP_PATH") or default)
    found = [path for path in parent.glob("LanguageTool-*") if any(path.glob("languagetool-server*.jar"))]
    if not found:
        named = "folder" if folder else "LTP_PATH" if os.environ.get("LTP_PATH") else "default"
        raise UsageError(f"GR101: no LanguageTool in {parent} ({named}): expected LanguageTool-6.8 in it; {HOW}")
    return max(found, key=lambda path: [int(part) if part.isdigit() else 0 for part in path.name[13:].split(".")])


@contextmanager
def _kept(command: tuple[str, ...], log: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """The command, in a session of its own: a terminal's Ctrl-C ends the run, and that ends the server."""
    keeper = [sys.executable, "-I", "-S", _keeper.__file__, *command]
    with subprocess.Popen(keeper, stdin=subprocess.PIPE, stderr=log, start_new_session=True) as process:
        try:
            yield process
        finally:
            assert process.stdin is not None
            process.stdin.close()


def _await(process: subprocess.Popen[bytes], url: str, log: IO[bytes]) -> None:
    """Returns when the server answers."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise UsageError(f"GR101: LanguageTool does not start: {_last_words(log)}; {HOW}")
        try:
            with opener.open(f"{url}/v2/healthcheck", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise UsageError(f"GR101: LanguageTool did not start within {_PATIENCE:.0f} s; {HOW}")


def _last_words(log: IO[bytes]) -> str:
    log.seek(0)
    said = log.read().decode("utf-8", "replace")
    if "UnsupportedClassVersionError" in said:
        return "the Java runtime is too old, it needs 17 or later"
    lines = [line for line in said.splitlines() if line.strip() and not line.startswith(("\t", " "))]
    return lines[-1] if lines else "it says nothing"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
