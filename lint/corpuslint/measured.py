"""What ``tests/benchmarks/precision.py`` measured of the built-in rules: set, measure, value and n by code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from corpuslint.plugins import BUILT_IN


def measured() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Figures by code; empty where none were recorded."""
    from importlib import resources  # noqa: PLC0415 (slow to import)

    file = resources.files(BUILT_IN.module) / "measured.json"
    if not file.is_file():
        return {}
    return msgspec.json.decode(file.read_bytes(), type=dict[str, list[dict[str, Any]]])
