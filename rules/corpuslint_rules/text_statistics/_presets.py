"""Presets: the heuristics of a corpus builder, a TOML file each, read when first asked for.

A file has ``title``, ``source``, ``left-out`` (what it has beyond these heuristics), ``tokeniser``, and in the order in
which they are applied ``[[limit]]`` tables: a ``statistic``, its ``min`` or ``max``, and what the statistic asks for.
Of a text whose lines a limit removes, the limits below it see the lines that are left, where their statistic says so.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from math import inf
from pathlib import Path
from typing import Any

import msgspec

from corpuslint.nearest import did_you_mean

FOLDER = Path(__file__).with_name("presets")

TOKENISERS = ("words", "whitespace", "datatrove")
"""How words are found; see ``_words``."""

FIRST = ("gopher", "c4", "fineweb")
"""Where none is named, these come before others."""


class Limit(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True, gc=False):
    """A statistic and what it may be, both ends included; then what it is told: see ``_statistics``."""

    statistic: str
    min: float | None = None
    max: float | None = None
    n: int = 0
    length: int = 0
    within: int = 0
    marks: str = ""
    terms: tuple[str, ...] = ()

    def crossed(self, values: Any) -> Any:
        """Which of the values, or whether a single one, is not within the limit."""
        low, high = -inf if self.min is None else self.min, inf if self.max is None else self.max
        return (values < low) | (values > high)


class Preset(msgspec.Struct, kw_only=True, rename="kebab", forbid_unknown_fields=True, eq=False):
    """The heuristics of one corpus builder; see the module."""

    name: str = ""
    title: str
    source: str
    left_out: tuple[str, ...] = ()
    tokeniser: str = "words"
    limit: tuple[Limit, ...]


@cache
def names() -> tuple[str, ...]:
    """All presets, as ``--preset`` takes them."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


@cache
def preset(name: str) -> Preset:
    """The preset of this name; ``NAME@TOKENISER`` has another tokeniser. Raises ``ValueError`` where there is none."""
    plain, _, tokeniser = name.partition("@")
    if plain not in names():
        raise ValueError(f"no preset {plain}{did_you_mean(plain, names())}")
    if tokeniser and tokeniser not in TOKENISERS:
        raise ValueError(f"preset {name}: no tokeniser {tokeniser}{did_you_mean(tokeniser, TOKENISERS)}")
    data = (FOLDER / f"{plain}.toml").read_bytes()
    if tokeniser == "datatrove" and find_spec("datatrove") is None:
        raise ValueError(f'preset {name}: datatrove is not installed: pip install "datatrove[multilingual]"')
    found = msgspec.toml.decode(data, type=Preset)
    return msgspec.structs.replace(found, name=name, tokeniser=tokeniser or found.tokeniser)


@cache
def having(statistics: tuple[str, ...]) -> tuple[str, ...]:
    """The presets that have a limit for one of these statistics."""
    limits = {name: preset(name).limit for name in names()}
    return tuple(name for name in names() if any(limit.statistic in statistics for limit in limits[name]))


@cache
def limits(preset: Preset, statistics: tuple[str, ...]) -> tuple[Limit, ...]:
    """The preset's limits for these statistics."""
    return tuple(limit for limit in preset.limit if limit.statistic in statistics)
