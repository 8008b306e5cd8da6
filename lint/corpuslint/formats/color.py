"""Colour and links on terminals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TextIO

from corpuslint.rule import Severity

Choice = Literal["auto", "always", "never"]

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_SEVERITY: dict[Severity, str] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m"}

_LINKING = {"iTerm.app", "WezTerm", "vscode", "ghostty", "kitty", "alacritty", "foot"}
_LINKING_VARIABLES = ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID")


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


def use_links(stream: TextIO, environ: Mapping[str, str], color: bool) -> bool:
    """Whether standard output shows hyperlinks (OSC 8): only where the terminal is known to understand them.

    FORCE_HYPERLINK decides, 0 against them.
    """
    if forced := environ.get("FORCE_HYPERLINK"):
        return forced != "0"
    names = {environ.get("TERM_PROGRAM"), environ.get("TERM", "").removeprefix("xterm-")}
    vte = environ.get("VTE_VERSION", "")
    known = names & _LINKING or any(environ.get(name) for name in _LINKING_VARIABLES)
    return color and stream.isatty() and bool(known or (vte.isdecimal() and int(vte) >= 5000))


def linked(text: str, url: str | None) -> str:
    """The text as a link, in a terminal that shows links."""
    return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\" if url else text


def dim(text: str, color: bool) -> str:
    return f"{_DIM}{text}{_RESET}" if color else text


def bold(text: str, color: bool) -> str:
    return f"{_BOLD}{text}{_RESET}" if color else text


def by_severity(text: str, severity: Severity, color: bool) -> str:
    return f"{_SEVERITY[severity]}{text}{_RESET}" if color else text
