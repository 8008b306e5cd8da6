"""Headings and steps of a guide say what prompts say, and are none."""

from __future__ import annotations

import pytest

import corpuslint

PROSE = "Use the button at the top right of the window to begin a session with the server of your harbour."


@pytest.mark.parametrize(
    "text",
    [
        f"## Log in\n\n{PROSE}\n",
        f"Sign in\n-------\n{PROSE}\n",
        "- Sign in\n- Choose a project\n- Press the green button\n",
        "1) Open the page\n2) Create an account\n",
        "[Contact us](contact.md) for more, or [Insert row](tables.md#insert) by hand.",
    ],
)
def test_a_guide_is_silent(text: str) -> None:
    assert [finding.message for finding in corpuslint.lint(text)] == []


@pytest.mark.parametrize(
    "text", ["## Log in\n\nEmail\nPassword\n", "- Home\n- News\n- Log in\n", "Sign in\nto read more.\n"]
)
def test_a_prompt_is_found(text: str) -> None:
    assert "PW101" in {finding.code for finding in corpuslint.lint(text)}
