from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpuslint.errors import UsageError
from corpuslint.page import Measure, Option, page, render
from corpuslint.rule import Pattern, Phrases

DOC = """A request to sign in, left over
from the page.

Sites ask readers to sign in.

It is no part of the text.

Bad:

    Sign in to read.
    Log `in` ```now```.

Good:

    She signed in.
    He waited.

    Two
    lines\u202e.

Options:

    min-words: the least number of words.

Known false alarms: forms, and what
looks like them.

Source:

    A list of ours.
"""


@dataclass(frozen=True)
class Options:
    min_words: int = 3
    names: tuple[str, ...] = ("a", "b")
    limit: float | None = None


RULE = Pattern(
    code="XX101",
    name="sign-in",
    doc=DOC,
    message="",
    pattern="x",
    severity="error",
    default=False,
    languages=frozenset({"en", "de"}),
    options=Options(),
)
MEASURED = {"XX101": [{"set": "news", "measure": "precision", "value": 0.97321, "n": 1200}]}

TEXT = r"""XX101 sign-in

A request to sign in, left over from the page.

Sites ask readers to sign in.

It is no part of the text.

Bad:

    Sign in to read.
    Log `in` ```now```.

Good:

    She signed in.
    He waited.

    Two
    lines\u202e.

Options, under [rules.XX101]:

    min-words = 3  (int)
    names = ["a","b"]  (tuple[str, ...])
    limit = ...  (float or None)

    min-words: the least number of words.

Known false alarms:

    forms, and what
    looks like them.

Source:

    A list of ours.

Severity: error, off by default.
Languages: de, en.
Kind: pattern.
Measured: precision 0.973 on news (n = 1,200).
"""


def with_doc(doc: str) -> Pattern:
    return Pattern(code="XX101", name="x", doc=doc, message="", pattern="x")


def test_page() -> None:
    shown = page(RULE, MEASURED)
    assert shown.summary == "A request to sign in, left over from the page."
    assert shown.why == "Sites ask readers to sign in.\n\nIt is no part of the text."
    assert shown.bad == ("Sign in to read.", "Log `in` ```now```.")
    assert shown.good == ("She signed in.\nHe waited.", "Two\nlines\u202e.")
    assert shown.options[0] == Option("min-words", "int", "3")
    assert shown.notes == {
        "Options": "min-words: the least number of words.",
        "Known false alarms": "forms, and what\nlooks like them.",
        "Source": "A list of ours.",
    }
    assert shown.measured == (Measure("news", "precision", 0.97321, 1200),)


def test_an_indented_docstring_is_read_alike() -> None:
    indented = DOC.replace("\n", "\n    ")
    assert page(with_doc(indented)) == page(with_doc(DOC))


@pytest.mark.parametrize(
    ("doc", "message"),
    [
        ("A.\n\nBadly:\n\n    x\n", "unknown or repeated section 'Badly'"),
        ("A.\n\nSee also:\n    x\n", "unknown or repeated section 'See also'"),
        ("A.\n\nBad:\n\n    x\n\nBad:\n\n    y\n", "unknown or repeated section 'Bad'"),
        ("A.\n\nBad:\n\n    x\n\nNot indented.\n", "section 'Bad': 'Not indented.' is not indented"),
    ],
)
def test_a_docstring_that_cannot_be_read(doc: str, message: str) -> None:
    with pytest.raises(UsageError, match="XX101") as caught:
        page(with_doc(doc))
    assert message in str(caught.value)


@pytest.mark.parametrize("doc", ["", "Only a summary."])
def test_a_docstring_without_sections(doc: str) -> None:
    shown = page(with_doc(doc))
    assert (shown.summary, shown.why, shown.bad, shown.good, shown.notes) == (doc, "", (), (), {})


def test_odd_characters_of_examples_stay() -> None:
    shown = page(with_doc("A.\n\nBad:\n\n    a\u2028b\x0bc\td\u00a0\n    e\n"))
    assert shown.bad == ("a\u2028b\x0bc\td\u00a0", "e")


def test_languages_of_a_lexicon(tmp_path: Path) -> None:
    for language in ("en", "de"):
        (tmp_path / f"x.{language}.txt").write_text("sign in here\n")
    rule = Phrases(code="XX101", name="x", doc="A.", message="", files=str(tmp_path / "x.py"))
    assert page(rule).languages == ("de", "en")
    assert page(rule).kind == "phrases"


def test_text() -> None:
    assert render(RULE, "text", MEASURED) == TEXT


def test_markdown() -> None:
    text = render(RULE, "markdown", MEASURED)
    assert text.startswith("# sign-in (XX101)\n\nA request to sign in, left over from the page.\n\nSites")
    assert "## Bad\n\n````text\nSign in to read.\nLog `in` ```now```.\n````\n" in text
    assert "| `limit` | `float or None` | `...` |\n\nmin-words: the least number of words.\n" in text
    assert "## Known false alarms\n\nforms, and what\nlooks like them.\n" in text
    assert text.endswith("- Measured: precision 0.973 on news (n = 1,200).\n")
    assert "\u202e" not in text


def test_json() -> None:
    document = json.loads(render(RULE, "json", MEASURED))
    assert document["code"] == "XX101"
    assert document["options"][0] == {"name": "min-words", "type": "int", "default": "3"}
    assert document["good"][1] == "Two\nlines\u202e."
