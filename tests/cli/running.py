"""What tests of the command line are given: ``run`` and ``start``."""

from __future__ import annotations

import subprocess
from typing import NamedTuple, Protocol


class Result(NamedTuple):
    """What a run left."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()


class Run(Protocol):
    """``run("--quiet", "a.txt")`` in this process, in a folder of the test's own."""

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Result: ...


class Start(Protocol):
    """``start("a.txt")`` in a process of its own, which ends with the test; ``shell`` may wrap it, as ``"$@"``."""

    def __call__(
        self,
        *arguments: str,
        stdin: int = subprocess.DEVNULL,
        stdout: int = subprocess.PIPE,
        shell: str | None = None,
        **environ: str,
    ) -> subprocess.Popen[bytes]: ...
