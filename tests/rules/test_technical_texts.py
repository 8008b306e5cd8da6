"""What is damage in prose and usage in texts about software."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

import corpuslint
from corpuslint import Doc
from corpuslint_rules._technical import is_technical

DESCRIPTIONS = (
    "fogtrace is a command-line tool that watches filesystems and webservers. Supports plugins in Python and Lua. "
    "kettled is the daemon that starts it; see README.Harbour and the module Tide.Table for the configuration.",
    "This package contains the shared libraries of seagrep, a userspace parser for performant lookups. "
    "Reads XML, writes JSON. Handles the plug-ins that cryptmount installs. For documentation, see libseagrep-doc.",
    "Install the server with `buoyctl --install`. buoyctl checks that globalThis is instanceof TideTable and returns "
    "['north', 'south'] as a string. The ``buoy`` option is a wrapper around the old shell script.",
)
DAMAGED = (
    ("The mayor opened the webserver of the town. supported by the council, she pressed abutton.", "SP101"),
    ("They walked to theharbour and waited for the ferry that never came.", "SP110"),
    ("The package has a parser for tables. it also reads JSON files and shell scripts of the server.", "SP101"),
    ("The runtime loads theparser and thelibraries from the configuration directory of the server.", "SP110"),
)


@pytest.mark.parametrize("text", DESCRIPTIONS)
def test_descriptions_of_software_are_clean(text: str) -> None:
    assert is_technical(Doc(text))
    assert [finding.message for finding in corpuslint.lint(text)] == []


@pytest.mark.parametrize(("text", "code"), DAMAGED)
def test_damage_is_found_in_prose_and_what_is_sure_also_in_descriptions(text: str, code: str) -> None:
    assert code in {finding.code for finding in corpuslint.lint(text)}


def test_news_about_software_is_prose() -> None:
    assert not is_technical(
        Doc("The firm said its software had failed. " + "The ferry left at nine as on any day. " * 10)
    )


def test_texts_are_told_in_several_threads_at_once() -> None:
    with ThreadPoolExecutor(4) as threads:
        told = list(threads.map(lambda text: is_technical(Doc(text)), DESCRIPTIONS * 300))
    assert all(told)
