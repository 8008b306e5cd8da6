"""The rules of this family: each compares some statistics with the limits that presets set."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from corpuslint import Doc, Document, Hit
from corpuslint.rule import Measure, Severity
from corpuslint.scan.buffer import of_one

if TYPE_CHECKING:
    from corpuslint.scan.buffer import Buffer
    from corpuslint_rules.text_statistics._presets import Preset


class Options(msgspec.Struct, frozen=True):
    """Whose limits: see the page. ``statistics``: those that the rule is about."""

    presets: tuple[str, ...] = ()
    statistics: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.presets:
            from corpuslint_rules.text_statistics._presets import preset  # noqa: PLC0415 (reads the presets)

            for name in self.presets:
                preset(name)


def statistic_rule(code: str, name: str, doc: str | None, statistics: tuple[str, ...], removes: str) -> Document:
    """A rule about these statistics. removes: ``"text"`` or ``"line"``, what a preset does where a limit is crossed."""
    severity: Severity = "error" if removes == "text" else "warning"
    return Document(
        code=code,
        name=name,
        doc=doc,
        message=f"{name.replace('-', ' ')}: beyond a preset's limit",
        severity=severity,
        default=False,
        version=2,
        check=check,
        together=together,
        needs=(),
        options=Options(statistics=statistics),
        presets=lambda: _having(statistics),
        measures=measures,
        strength="weak",
    )


def _having(statistics: tuple[str, ...]) -> tuple[str, ...]:
    from corpuslint_rules.text_statistics._presets import having  # noqa: PLC0415 (reads the presets)

    return having(statistics)


def together(buffer: Buffer, options: Options) -> Iterator[tuple[int, Hit]]:
    """A hit for each limit that a text crosses, of a limit on lines for each run of lines; and the text's index."""
    from corpuslint_rules.text_statistics._counted import counted  # noqa: PLC0415
    from corpuslint_rules.text_statistics._measuring import crossed  # noqa: PLC0415
    from corpuslint_rules.text_statistics._places import hits, merged  # noqa: PLC0415

    counts = buffer.once(counted)
    found: dict[int, list[list[Hit]]] = {}
    for preset in chosen(options):
        for limit, values, docs in crossed(counts, preset, options.statistics):
            for doc, own in hits(counts, preset, limit, values, docs):
                found.setdefault(doc, []).append(own)
    for doc, parts in found.items():
        for hit in parts[0] if len(parts) == 1 else merged(chain.from_iterable(parts)):
            yield doc, hit


def check(doc: Doc, options: Options) -> Iterator[Hit]:
    """The same for a text that is alone."""
    for _, hit in together(of_one(doc.text), options):
        yield hit


def measures(doc: Doc, options: Options) -> Iterator[Measure]:
    """All statistics with their limits, whether crossed or not."""
    from corpuslint_rules.text_statistics._counted import counted_of  # noqa: PLC0415
    from corpuslint_rules.text_statistics._measuring import label, measured  # noqa: PLC0415

    for preset in chosen(options):
        for limit, value in measured(doc.once(counted_of), preset, options.statistics):
            line = limit.statistic.startswith("line-")
            yield Measure(preset.name, label(limit), value, None if line else limit.min, 0 if line else limit.max)


def chosen(options: Options) -> Iterator[Preset]:
    """The presets that the options name; without any, the first that has a limit for one of the statistics."""
    from corpuslint_rules.text_statistics._presets import FIRST, having, preset  # noqa: PLC0415

    able = having(options.statistics)
    for name in options.presets or sorted(able, key=lambda name: (name not in FIRST, name))[:1]:
        if name.partition("@")[0] in able:
            yield preset(name)
