"""A rule's page: what its docstring says and what the rule declares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import dedent
from typing import Any, Literal

import msgspec

from corpuslint.config_errors import as_toml
from corpuslint.errors import UsageError
from corpuslint.escape import escape
from corpuslint.formats.encode import to_json
from corpuslint.lazy import lazy_pattern
from corpuslint.lexicon import languages_of
from corpuslint.rule import Fix, RemoveLine, Rule, Severity
from corpuslint.rule_options import annotations_of

Style = Literal["text", "markdown", "json"]

SECTIONS = ("Bad", "Good", "Options", "Known false alarms", "Source")

_HEADING = lazy_pattern(
    r"^(?:(?P<note>Options|Known false alarms|Source):[ ]+|(?P<name>\S[^\n]*):\n(?:[ \t]*\n)*(?=[ \t]+\S))",
    re.MULTILINE,
)
_BLANK = lazy_pattern(r"\n(?:[ \t]*\n)+")


class Option(msgspec.Struct, frozen=True):
    """An option as the configuration file spells it; ``default`` in TOML, None where nothing is set."""

    name: str
    type: str
    default: str | None


class Measure(msgspec.Struct, frozen=True):
    """How good a rule was on a labelled set of ``n`` items, for example its precision."""

    set: str
    measure: str
    value: float
    n: int


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A rule's page. ``notes``: the other sections by name; an empty ``languages`` means any.

    ``verdicts``: whether it is on by default where records get verdicts; ``fix``: what cleaning does about its
    findings, None for nothing.
    """

    code: str
    name: str
    summary: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    options: tuple[Option, ...]
    notes: dict[str, str]
    kind: str
    severity: Severity
    default: bool
    verdicts: bool
    languages: tuple[str, ...]
    version: int
    fix: str | None = None
    measured: tuple[Measure, ...] = ()


def page(rule: Rule, measured: Mapping[str, Sequence[Mapping[str, Any]]] | None = None) -> Page:
    """The rule's page. ``measured``: the recorded measures by code. Raises ``UsageError`` for an unknown section."""
    head, sections = _sections(rule)
    summary, _, why = head.partition("\n\n")
    measures = (measured or {}).get(rule.code, ())
    return Page(
        code=rule.code,
        name=rule.name,
        summary=" ".join(summary.split("\n")),
        why=why.strip(),
        bad=_examples(sections.pop("Bad", "")),
        good=_examples(sections.pop("Good", "")),
        options=tuple(_options(rule.options)),
        notes=sections,
        kind=type(rule).__name__.lower(),
        severity=rule.severity,
        default=rule.default,
        verdicts=rule.default or rule.for_verdicts,
        languages=tuple(sorted(languages_of(rule))),
        version=rule.version,
        fix=_fix(rule.fix),
        measured=tuple(msgspec.convert(measures, list[Measure])),
    )


def render(rule: Rule, style: Style = "text", measured: Mapping[str, Sequence[Mapping[str, Any]]] | None = None) -> str:
    """The rule's page for a terminal, for the documentation or for programs, with a line break at its end."""
    shown = page(rule, measured)
    match style:
        case "text":
            return _text(shown)
        case "markdown":
            return _markdown(shown)
        case "json":
            return f"{to_json(shown)}\n"


def _sections(rule: Rule) -> tuple[str, dict[str, str]]:
    """What stands before the first section, and the sections by name.

    A section is a line ``Name:``, then indented lines; a note may also be a paragraph that begins with its name.
    """
    first, _, rest = (rule.doc or "").strip("\n").partition("\n")
    text = f"{first.strip()}\n{dedent(rest)}"
    headings = list(_HEADING.finditer(text))
    sections: dict[str, str] = {}
    starts = [*(heading.start() for heading in headings), len(text)]
    for heading, end in zip(headings, starts[1:], strict=True):
        name = heading["note"] or heading["name"]
        if name not in SECTIONS or name in sections:
            known = ", ".join(SECTIONS)
            raise UsageError(f"{rule.code}: unknown or repeated section {name!r} (there are {known})")
        body = text[heading.end() : end]
        if heading["note"]:
            body = "\n".join(map(str.strip, body.split("\n")))
        elif stray := re.search(r"^\S.*", body, re.MULTILINE):
            raise UsageError(f"{rule.code}: section {name!r}: {stray[0]!r} is not indented")
        sections[name] = dedent(body).strip("\n")
    return text[: starts[0]].strip(), sections


def _examples(section: str) -> tuple[str, ...]:
    """An example a line, or if blank lines stand between them, a block."""
    parts = _BLANK.split(section) if _BLANK.search(section) else section.split("\n")
    return tuple(part for part in parts if part)


def _options(options: Any) -> Iterator[Option]:
    for name, written in annotations_of(options).items():
        kind = written if isinstance(written, str) else written.__name__
        value = getattr(options, name)
        default = None if value is None else as_toml(value)
        yield Option(name.replace("_", "-"), kind.replace(" | ", " or "), default)


def _fix(fix: Fix | None) -> str | None:
    if fix is None:
        return None
    what = "removes the line" if isinstance(fix, RemoveLine) else "repairs what is found"
    return what if fix.safe else f"{what}, with --unsafe"


def _facts(shown: Page) -> list[str]:
    """What the rule declares and what was measured, a line each."""
    also = " except for verdicts" if shown.verdicts else ""
    state = "on by default" if shown.default else f"off by default{also}"
    languages = ", ".join(shown.languages) or "any"
    return [
        f"Severity: {shown.severity}, {state}.",
        f"Languages: {languages}.",
        f"Kind: {shown.kind}.",
        *([f"`corpuslint clean`: {shown.fix}."] if shown.fix else []),
        *(f"Measured: {m.measure} {m.value:.3g} on {m.set} (n = {m.n:,})." for m in shown.measured),
    ]


def _text(shown: Page) -> str:
    blocks = [f"{shown.code} {shown.name}", shown.summary, *filter(None, [shown.why])]
    for title, examples in (("Bad", shown.bad), ("Good", shown.good)):
        blocks += [f"{title}:", _indented(_example_lines(examples))]
    if shown.options:
        lines = [f"{option.name} = {option.default or '...'}  ({option.type})" for option in shown.options]
        blocks += [f"Options, under [rules.{shown.code}]:", _indented(lines)]
    for title, note in shown.notes.items():
        heading = [] if title == "Options" and shown.options else [f"{title}:"]
        blocks += [*heading, _indented(note.split("\n"))]
    blocks.append("\n".join(_facts(shown)))
    return "\n\n".join(_escape_lines(block) for block in blocks) + "\n"


def _markdown(shown: Page) -> str:
    blocks = [f"# {shown.name} ({shown.code})", shown.summary, *filter(None, [shown.why])]
    for title, examples in (("Bad", shown.bad), ("Good", shown.good)):
        blocks += [f"## {title}", _fenced("\n".join(_example_lines(examples)))]
    if shown.options:
        rows = [f"| `{option.name}` | `{option.type}` | `{option.default or '...'}` |" for option in shown.options]
        table = ["| option | type | default |", "|---|---|---|", *rows]
        blocks += [f"## Options\n\nUnder `[rules.{shown.code}]`:", "\n".join(table)]
    for title, note in shown.notes.items():
        blocks += [note] if title == "Options" and shown.options else [f"## {title}", note]
    blocks += ["## Facts", "\n".join(f"- {fact}" for fact in _facts(shown))]
    return "\n\n".join(_escape_lines(block) for block in blocks) + "\n"


def _indented(lines: Sequence[str]) -> str:
    return "\n".join(f"    {line}" if line else "" for line in lines)


def _example_lines(examples: Sequence[str]) -> list[str]:
    """Examples as the docstring has them: if one has several lines, a blank line between any two."""
    separator = "\n\n" if any("\n" in example for example in examples) else "\n"
    return separator.join(examples).split("\n")


def _fenced(text: str) -> str:
    longest = max(map(len, re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def _escape_lines(block: str) -> str:
    return "\n".join(map(escape, block.split("\n")))
