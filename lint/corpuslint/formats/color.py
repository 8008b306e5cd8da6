"""Colour on terminals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TextIO

from corpuslint.rule import Severity

Choice = Literal["auto", "always", "never"]

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_SEVERITY: dict[Severity, str] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m"}


def use_color(choice: Choice, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether standard output is coloured.

    The option decides, then NO_COLOR, then FORCE_COLOR (an empty variable is none), then whether it is a terminal.
    """
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environ.get("TERM") != "dumb"


def bold(text: str, color: bool) -> str:
    return f"{_BOLD}{text}{_RESET}" if color else text


def by_severity(text: str, severity: Severity, color: bool) -> str:
    return f"{_SEVERITY[severity]}{text}{_RESET}" if color else text
