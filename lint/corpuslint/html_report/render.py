"""From the model to the page: templates filled, the rest packed, all within the size."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from importlib.util import find_spec
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from corpuslint.errors import UsageError
from corpuslint.escape import escape
from corpuslint.html_report.charts import Block, bars
from corpuslint.html_report.marked import Piece
from corpuslint.html_report.model import IndexRow, Page, RecordView
from corpuslint.rule import Severity
from corpuslint.verdicts.verdict import DECISIONS

if TYPE_CHECKING:
    from jinja2 import Environment

TENTHS = "{:,.1f}".format
LIMIT = 2_000_000
"""Bytes of the file."""

LONGEST = 2_000
"""Code points of a title, path, message or any other line, as they are shown."""


class Caps(NamedTuple):
    """How many of each are in the file, and how long a line is (code points)."""

    listed: int
    records: int
    pairs: int
    sources: int
    line: int = LONGEST


CAPS = (
    Caps(20_000, 300, 100, 1_000),
    Caps(5_000, 300, 100, 1_000),
    Caps(5_000, 150, 100, 1_000),
    Caps(2_000, 100, 50, 500, 1_000),
    Caps(1_000, 50, 20, 200, 500),
    Caps(500, 20, 10, 100, 300),
    Caps(200, 5, 3, 50, 200),
    Caps(50, 0, 0, 0, 100),
)
"""From what is usual down to what always fits, whatever the texts are: no text of a record is in the last."""

OPEN = {"rows_open": 50, "records_open": 50, "pairs_open": 20, "sources_open": 100}
"""How many of each need no script; the others are packed."""

FAMILIES = {
    "BP": "page furniture",
    "CL": "the run itself",
    "DU": "copies",
    "EN": "encoding",
    "GR": "grammar",
    "MT": "machine translation, spun and generated text",
    "PW": "access prompts",
    "RD": "readability",
    "SP": "broken splits",
    "SR": "source reliability",
    "TD": "takedown and republishing",
    "TQ": "text statistics",
    "UC": "unsupported claims",
}


def render(page: Page, limit: int = LIMIT) -> str:
    """The page as HTML, with as many records, pairs and sources as fit into ``limit`` bytes."""
    html = ""
    for caps in CAPS:
        html = _rendered(_capped(page, caps), caps.line)
        if len(html.encode()) <= limit:
            break
    return html


def _capped(page: Page, caps: Caps) -> Page:
    replace = msgspec.structs.replace
    tables = tuple(
        replace(table, sources=table.sources.first(caps.sources), few=table.few.first(caps.sources))
        for table in page.sources
    )
    return replace(
        page,
        index=page.index.first(caps.listed),
        records=page.records.first(caps.records),
        copies=page.copies.first(caps.pairs),
        sources=tables,
    )


def _rendered(page: Page, longest: int) -> str:
    templates = _environment(longest)
    style, script = _asset("style.css"), _asset("script.js")
    found = sorted((rule for rule in page.rules if rule.findings), key=lambda rule: (-rule.records, rule.code))
    return templates.get_template("report.html.j2").render(
        page=page,
        total=max(1, page.run.records),
        policy=_policy(style, script),
        style=_raw(style),
        script=_raw(script),
        packed=_raw(_packed(templates, page, longest)),
        found=found,
        silent=sorted((rule for rule in page.rules if not rule.findings), key=lambda rule: rule.code),
        bars=bars(page.histogram),
        split=list(_split(page)),
        families=FAMILIES,
        left_out=list(_left_out(page)),
        **OPEN,
    )


def _packed(templates: Environment, page: Page, longest: int) -> str:
    """What only the script shows: markup made by the same templates, and the list of records, compressed."""
    show: Any = templates.get_template("macros.html.j2").module
    _, records, pairs, sources = OPEN.values()
    tables = {
        f"{kind}-{table.by}": (table, shown.rows[sources:])
        for table in page.sources
        for kind, shown in (("judged", table.sources), ("few", table.few))
    }
    data = {
        "records": "".join(show.reading(r, len(page.records.rows)) for r in page.records.rows[records:]),
        "pairs": "".join(map(show.pair, page.copies.rows[pairs:])),
        "sources": {
            name: f"<table>{''.join(show.source_row(row, table.reference) for row in more)}</table>"
            for name, (table, more) in tables.items()
        },
        "index": _index(page, longest),
    }
    return base64.b64encode(zlib.compress(json.dumps(data, separators=(",", ":")).encode(), 9)).decode()


def _index(page: Page, longest: int) -> dict[str, Any]:
    """The list of records by columns; sources and codes by their number."""
    rows: tuple[IndexRow, ...] = page.index.rows
    sources = {name: at for at, name in enumerate(dict.fromkeys(row.source for row in rows))}
    codes = {code: at for at, code in enumerate(sorted({code for row in rows for code in row.codes}))}
    return {
        "total": page.index.total,
        "readable": len(page.records.rows),
        "places": [one_line(row.place, longest) for row in rows],
        "ids": [one_line(row.id, longest) for row in rows],
        "verdicts": "".join(row.verdict[0] for row in rows),
        "points": [TENTHS(row.points) for row in rows],
        "density": [TENTHS(row.density) for row in rows],
        "words": [row.words for row in rows],
        "sources": [one_line(name, longest) for name in sources],
        "from": [sources[row.source] for row in rows],
        "codes": list(codes),
        "found": [[codes[code] for code in row.codes] for row in rows],
    }


def _split(page: Page) -> Iterator[Block]:
    """The shares of the verdicts in a bar of 640."""
    x = 0.0
    for name in DECISIONS:
        width = round(640 * page.verdicts[name] / max(1, page.run.records), 1)
        yield Block(name, round(x, 1), width)
        x += width


def _left_out(page: Page) -> Iterator[str]:
    lists: list[tuple[str, int, int]] = [
        ("records in the list", len(page.index.rows), page.index.total),
        ("records to read", len(page.records.rows), page.index.total),
        ("pairs of copies", len(page.copies.rows), page.copies.total),
        ("repeated lines", len(page.template_lines.rows), page.template_lines.total),
    ]
    for table in page.sources:
        both = (table.sources, table.few)
        lists.append((f"sources by {table.by}", sum(len(s.rows) for s in both), sum(s.total for s in both)))
    for name, shown, total in lists:
        if shown < total:
            yield f"{shown:,} of {total:,} {name} are shown."


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def one_line(text: str, longest: int = LONGEST) -> str:
    """The text escaped; of what is too long then the beginning and the end, at most ``longest`` code points."""
    if len(text) <= longest and len(shown := escape(text)) <= longest:
        return shown
    end = longest // 10
    begins, ends = _fitting(text[:longest], longest - end - 1), _fitting(text[: -end - 1 : -1], end)
    return f"{''.join(begins)}…{''.join(reversed(ends))}"


def _fitting(text: Iterable[str], most: int) -> list[str]:
    """The first characters, each escaped, that together are no longer than ``most``."""
    found = list(map(escape, text))
    return [piece for piece, length in zip(found, accumulate(map(len, found)), strict=True) if length <= most]


def points(value: float) -> str:
    """``0``, ``1.5``, ``5.25``: to the hundredth, so that what is shown adds up."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """``0 %``, ``0.04 %``, ``1.2 %``, ``37 %``, ``99.6 %``: few bad records among many are not none, nor few all."""
    value = 100 * share
    if 0 < value < 0.01:
        return "<\u00a00.01\u00a0%"
    digits = f"{value:.2g}" if value < 10 else f"{value:.1f}" if 99 < value < 100 else f"{value:.0f}"
    return f"{digits}\u00a0%"


def brief(number: int) -> str:
    """``950``, ``12k``, ``1.2M``."""
    for size, letter in ((1_000_000, "M"), (1_000, "k")):
        if number >= size:
            return f"{number / size:.3g}{letter}"
    return str(number)


def _code(text: str, longest: int) -> Any:
    """A paragraph of a docstring, what stands between backticks as code."""
    from markupsafe import Markup  # noqa: PLC0415

    marks = ("{}", "<code>{}</code>")
    parts = enumerate(text.split("`"))
    return Markup("").join(Markup(marks[at % 2]).format(one_line(part, longest)) for at, part in parts)


def _severity(piece: Piece, record: RecordView) -> Severity:
    """The worst severity of the findings that cover a piece."""
    found = {record.findings.rows[number - 1].severity for number in piece.findings}
    return "error" if "error" in found else "warning" if "warning" in found else "info"


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


def _raw(text: str) -> Any:
    from markupsafe import Markup  # noqa: PLC0415 (comes with Jinja2)

    return Markup(text)


def needs_jinja() -> None:
    """Raises ``UsageError`` without Jinja2, before anything is linted."""
    if find_spec("jinja2") is None:
        raise UsageError('corpuslint report needs Jinja2: pip install "corpus-linter[report]"')


@cache
def _environment(longest: int) -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 (slow to import)
    from markupsafe import Markup  # noqa: PLC0415
    from markupsafe import escape as markup_of  # noqa: PLC0415

    def finalize(value: Any) -> Any:
        """Whatever a template says is one short line and hides nothing; only ``verbatim`` and ``block`` differ."""
        return one_line(value, longest) if isinstance(value, str) and not isinstance(value, Markup) else value

    templates = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters.update(
        verbatim=markup_of,
        block=lambda text: markup_of("\n".join(map(escape, text.split("\n")))),
        paragraphs=lambda text: [" ".join(part.split()) for part in text.split("\n\n") if part.strip()],
        code=lambda text: _code(text, longest),
        severity=_severity,
        percent=percent,
        points=points,
        brief=brief,
        rate="{:.3g}".format,
        tenths=TENTHS,  # for columns, where the points stand one below the other
    )
    return templates
