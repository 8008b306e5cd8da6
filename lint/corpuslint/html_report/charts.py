"""Where the parts of a chart stand: numbers for the SVG that the templates write."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from typing import NamedTuple

from corpuslint.html_report.model import Bin
from corpuslint.verdicts.verdict import DECISIONS, Decision

WIDTH, HEIGHT = 640, 180
"""The histogram, in units of the SVG's own."""


class Block(NamedTuple):
    """A part of a bar: the records of one verdict."""

    verdict: Decision
    y: float
    height: float


class Bar(NamedTuple):
    """A bar: ``x`` and ``width``, its top ``y``, its blocks from the bottom up."""

    bin: Bin
    label: str
    x: float
    width: float
    y: float
    blocks: tuple[Block, ...]


def bars(bins: Sequence[Bin]) -> list[Bar]:
    """The histogram's bars. Heights go with the logarithm of the count, or the few bad records would not be seen."""
    step = WIDTH / max(1, len(bins))
    top = max((_height(item.total) for item in bins), default=0) or 1
    made = []
    for index, item in enumerate(bins):
        height = HEIGHT * _height(item.total) / top
        made.append(_bar(item, round(index * step + 2, 1), round(step - 4, 1), height))
    return made


def _height(count: int) -> float:
    return log10(1 + count)


def _bar(item: Bin, x: float, width: float, height: float) -> Bar:
    blocks = []
    y = float(HEIGHT)
    for verdict, count in zip(DECISIONS, item[2:], strict=True):
        if count:
            part = height * count / item.total
            y -= part
            blocks.append(Block(verdict, round(y, 1), round(part, 1)))
    return Bar(item, _label(item), x, width, round(y, 1), tuple(blocks))


def _label(item: Bin) -> str:
    if item.high is None:
        return f"{item.low:g}+"
    return f"{item.low:g}" if item.high == item.low else f"{item.low:g}–{item.high:g}"
