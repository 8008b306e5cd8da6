"""Whether there is a LanguageTool here, and which of its servers are running."""

from __future__ import annotations

import contextlib
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpuslint.errors import UsageError
from corpuslint_rules.grammar._server import installation


def skip_without_server() -> None:
    """Skips a test on a machine where no server can be started, and says why."""
    try:
        reason = missing()
    except FileNotFoundError:
        reason = "no Java"
    if reason:
        pytest.skip(reason)


def missing() -> str | None:
    """Why there is no server on this machine."""
    pytest.importorskip("language_tool_python", reason="needs the distribution's extra grammar")
    try:
        installation(None)
    except UsageError as error:
        return str(error)
    done = subprocess.run(["java", "-version"], capture_output=True, check=False)
    return None if done.returncode == 0 else "no Java"


def servers(folder: Path) -> list[int]:
    """The servers of runs whose temporary files lie in the folder."""
    psutil = pytest.importorskip("psutil")
    ids = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            line = " ".join(process.cmdline())
            if "languagetool.server" in line and str(folder) in line:
                ids.append(process.pid)
    return ids


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.1)
    return False
