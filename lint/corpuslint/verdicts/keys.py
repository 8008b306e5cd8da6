"""What can be configured under ``[verdict]``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias

import msgspec
from msgspec import Meta

# Descriptions follow "expected" in error messages.
Number: TypeAlias = Annotated[float, Meta(ge=0, le=1_000_000, description="a number, 0 or more")]
Words: TypeAlias = Annotated[int, Meta(ge=0, description="a number of words")]
Points: TypeAlias = Annotated[
    dict[str, Number],
    Meta(
        description='a table of points by strength, code, prefix or name, like { weak = 1, SP = 2, "ai-leftover" = 20 }'
    ),
]
Caps: TypeAlias = Annotated[dict[str, Number], Meta(description="a table of points by family, like { SP = 10 }")]
Vetoes: TypeAlias = Annotated[
    tuple[str, ...], Meta(description='a list of code prefixes or rule names, like ["DU101", "removal-request-notice"]')
]
_MEDIAN = "points per 1,000 words, or the name of a file of `corpuslint medians`"
Median: TypeAlias = (
    Annotated[float, Meta(ge=0, le=1_000_000, description=_MEDIAN)]
    | Annotated[str, Meta(min_length=1, description=_MEDIAN)]
)
Medians: TypeAlias = Annotated[
    dict[str, Number], Meta(description="a table of points per 1,000 words by genre, like { news = 3.5 }")
]
FieldName: TypeAlias = Annotated[str, Meta(min_length=1, description="the name of a field")]


class Limits(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True, omit_defaults=True):
    """What a record must reach, all three of it: points, points per 1,000 words, and so many times the median."""

    points: Number | None = None
    density: Number | None = None
    times: Number | None = None


LimitsOf: TypeAlias = Annotated[
    Limits, Meta(description="a table of points, density and times, like { points = 8, density = 6, times = 1.75 }")
]


class VerdictKeys(
    msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True, omit_defaults=True
):
    """What can be configured under ``[verdict]``; None where nothing is said."""

    points: Points | None = None
    cap: Number | None = None
    weak_cap: Number | None = None
    caps: Caps | None = None
    review: LimitsOf | None = None
    drop: LimitsOf | None = None
    veto: Vetoes | None = None
    min_words: Words | None = None
    genre_field: FieldName | None = None
    median: Median | None = None
    medians: Medians | None = None


VerdictTable: TypeAlias = Annotated[VerdictKeys, Meta(description="a table like [verdict]")]


def combined(lower: VerdictKeys, upper: VerdictKeys) -> VerdictKeys:
    """Both together; of what both set the upper one's counts, of tables entry by entry."""
    return msgspec.convert(_over(msgspec.to_builtins(lower), msgspec.to_builtins(upper)), VerdictKeys)


def _over(lower: Mapping[str, Any], upper: Mapping[str, Any]) -> dict[str, Any]:
    tables = {key: _over(lower.get(key, {}), value) for key, value in upper.items() if isinstance(value, dict)}
    return {**lower, **upper, **tables}
