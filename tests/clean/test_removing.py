"""What goes, and what stays, of the lines in which rules find something."""

from __future__ import annotations

import pytest

from corpuslint import Linter, Pattern, RemoveLine, Rewrite, Settings
from corpuslint.clean.edits import apply
from corpuslint.clean.texts import Cleaner
from corpuslint.errors import UsageError
from corpuslint.read import Batch, FileRecord
from corpuslint.read.address import FileAddress
from corpuslint.read.markdown import mask

SHARE = Pattern(code="AB101", name="share", doc="x", message="x", pattern="SHARE", fix=RemoveLine(safe=True))
LOGIN = Pattern(code="AB102", name="login", doc="x", message="x", pattern="LOGIN", fix=RemoveLine())
DASH = Pattern(
    code="AB103",
    name="dash",
    doc="x",
    message="x",
    pattern="--+",
    fix=Rewrite(lambda text: text[1:] or None, safe=True),
)
FLIP = Pattern(
    code="AB104",
    name="flip",
    doc="x",
    message="x",
    pattern="[XY]Z",
    fix=Rewrite(lambda text: "YZ" if text == "XZ" else "XZ", safe=True),
)


def clean(text: str, unsafe: bool = False, markdown: bool = False) -> str:
    rules = [SHARE, LOGIN, DASH, FLIP]
    fixes = {rule.code: rule.fix for rule in rules if rule.fix and (unsafe or rule.fix.safe)}
    cleaner = Cleaner(Linter(Settings(select=("ALL",), cache=False), rules), fixes, unsafe)
    record = FileRecord("a.md", "markdown" if markdown else "text", text, FileAddress(text))
    edits = cleaner.edits(Batch([mask(text) if markdown else text], lambda index: record))
    return apply(text, edits.get(0, []))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One.\nSHARE\nTwo.\n", "One.\nTwo.\n"),
        ("One.\r\nSHARE\r\nTwo.", "One.\r\nTwo."),
        ("SHARE\n\nOne.\n", "One.\n"),
        ("One.\n\nSHARE\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\n\nSHARE\nSHARE this\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\nSHARE", "One.\n"),
        ("One.\nSHARE\n\nTwo.", "One.\n\nTwo."),
        ("SHARE", ""),
        ("One. SHARE this now!\nTwo.", "One. SHARE this now!\nTwo."),
        ("SHARE this. SHARE that.\nTwo.", "Two."),
        ("LOGIN\nTwo.", "LOGIN\nTwo."),
        ("SHARE " + "and so on " * 20, "SHARE " + "and so on " * 20),
        ("a ---- b", "a - b"),
    ],
)
def test_safe(before: str, after: str) -> None:
    assert clean(before) == after
    assert clean(after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One. LOGIN here now! Two.", "One. Two."),
        ("LOGIN here now! Two.\nThree.", "Two.\nThree."),
        ("One. LOGIN here.\nTwo.", "One.\nTwo."),
        ("LOGIN " + "and so on " * 20 + "\nTwo.", "Two."),
        ("One.\nLOGIN\nSHARE\nTwo. ---", "One.\nTwo. -"),
    ],
)
def test_unsafe(before: str, after: str) -> None:
    assert clean(before, unsafe=True) == after
    assert clean(after, unsafe=True) == after


def test_code_in_markdown_stays() -> None:
    text = "One `--x` two -- three.\n\nSHARE `this`\n\nSHARE that\n\n```\nSHARE\n```\n"
    assert clean(text, markdown=True) == "One `--x` two - three.\n\nSHARE `this`\n\n```\nSHARE\n```\n"


def test_what_a_comment_suppresses_stays() -> None:
    text = "<!-- corpuslint: ignore[share] the name of a play -->\nSHARE\n\nSHARE\n"
    assert clean(text, markdown=True) == "<!-- corpuslint: ignore[share] the name of a play -->\nSHARE\n\n"


def test_repairs_that_never_end_are_given_up() -> None:
    with pytest.raises(UsageError, match=r"never end.*AB104"):
        clean("one XZ two")
