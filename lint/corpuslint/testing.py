"""For the tests of rules: what a rule's own page says of it must be true."""

from __future__ import annotations

from corpuslint.corpus.together import lint_records_together
from corpuslint.finding import Finding
from corpuslint.linter import Linter
from corpuslint.page import page
from corpuslint.read.address import FileAddress, LineAddress
from corpuslint.read.field import field_path
from corpuslint.read.lenient import text_of
from corpuslint.read.record import FileRecord, LineRecord, Record
from corpuslint.rule import Rule
from corpuslint.settings import Settings

BETWEEN_TEXTS = "\n---\n"
"""Parts the texts of an example that holds several."""


def broken_examples(rule: Rule) -> list[str]:
    """What is wrong with a rule's examples: a *Bad* one that it does not find, a *Good* one that it does.

    Empty for a rule that keeps its word. Raises ``UsageError`` for a page that cannot be read.
    """
    shown = page(rule)
    missed = [f"not found: {text}" for text in shown.bad if not example_findings(rule, text)]
    return missed + [f"found, though good: {text}" for text in shown.good if example_findings(rule, text)]


def example_findings(rule: Rule, example: str) -> list[Finding]:
    """What a rule finds in an example: a text, or several with lines ``---`` between them, or lines of JSON records."""
    return lint_records_together(Linter(Settings(select=("ALL",)), [rule]), _records(example))


def _records(example: str) -> list[Record]:
    if example.startswith('{"') and (field := field_path(example.encode(), None)):
        raw = [line.encode() for line in example.split("\n")]
        return [_line_record(line, number, field) for number, line in enumerate(raw, 1)]
    texts = example.split(BETWEEN_TEXTS)
    return [FileRecord("<text>", "text", text, FileAddress(text), str(index)) for index, text in enumerate(texts)]


def _line_record(raw: bytes, line: int, field: tuple[str, ...]) -> Record:
    return LineRecord("<text>", text_of(raw, field), LineAddress(raw, line, field))
