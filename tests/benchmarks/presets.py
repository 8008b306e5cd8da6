"""Presets beside datatrove: the same texts, one process, verdicts and CPU time of each.

    python tests/benchmarks/presets.py TEXTS.jsonl [--most N]

TEXTS: a JSON object a line, with the text in the field `text`. Needs `pip install "datatrove[multilingual,processing]"`
beside corpuslint. In turns of 250 texts each side judges all, so that whatever else the machine does weighs on both.
datatrove: its filters as they are, with their default tokeniser for English (spaCy; nothing is downloaded). They
say keep or drop and no more. corpuslint: the linter with the three presets and its own tokeniser, once without the
rules that report single lines, which leaves what datatrove does, and once with all of them. Findings, with the places
and passages they point at, are made in both. What both sides have loaded is frozen first, as the command does for its
own: collections of garbage that one side causes would go through all that the other one holds.
"""

from __future__ import annotations

import argparse
import gc
import json
from collections.abc import Sequence
from pathlib import Path
from time import process_time
from typing import Any

from corpuslint.linter import Linter
from corpuslint.settings import Settings

TURN = 250
LINES = ("TQ201", "TQ202", "TQ203", "TQ204", "TQ205")
"""Rules that report lines which a preset removes from a text that it keeps."""

PRESETS = ("gopher", "c4", "fineweb")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--most", type=int, help="texts at most")
    arguments = parser.parse_args()
    lines = arguments.texts.read_text("utf-8").splitlines()[: arguments.most]
    texts = [json.loads(line)["text"] for line in lines]
    filters, linters = _filters(), _linters()
    contestants = {
        "verdicts": Linter(Settings(select=("TQ",), ignore=LINES, preset=PRESETS)),
        "all findings": Linter(Settings(select=("TQ",), preset=PRESETS, max_findings_per_rule=1000)),
    }
    _judged(filters, texts[:2])
    for linter in contestants.values():
        list(linter.lint_many(texts[:20]))
    gc.collect()
    gc.freeze()
    theirs: list[dict[str, bool]] = []
    seconds = dict.fromkeys(("datatrove", *contestants), 0.0)
    for start in range(0, len(texts), TURN):
        turn = texts[start : start + TURN]
        began = process_time()
        theirs += _judged(filters, turn)
        seconds["datatrove"] += process_time() - began
        for name, linter in contestants.items():
            began = process_time()
            list(linter.lint_many(turn))
            seconds[name] += process_time() - began
    for name in PRESETS:
        ours = [not any(f.severity == "error" for f in found) for found in linters[name].lint_many(texts)]
        same = sum(kept == verdict[name] for kept, verdict in zip(ours, theirs, strict=True))
        dropped = sum(not verdict[name] for verdict in theirs)
        print(f"{name:8} {same / len(texts):7.2%} of {len(texts):,} texts judged alike; datatrove drops {dropped:,}")
    size = sum(map(len, texts)) / 1e6
    for who, spent in seconds.items():
        speed = f"{size / spent:7.3f} million characters a second"
        print(f"{who:12} {spent:8.2f} s, {speed}, {seconds['datatrove'] / spent:5.0f} times datatrove")


def _filters() -> dict[str, list[Any]]:
    from datatrove.pipeline.filters import (  # noqa: PLC0415
        C4QualityFilter,
        FineWebQualityFilter,
        GopherQualityFilter,
        GopherRepetitionFilter,
    )

    return {
        "gopher": [GopherQualityFilter(), GopherRepetitionFilter()],
        "c4": [C4QualityFilter()],
        "fineweb": [FineWebQualityFilter()],
    }


def _judged(filters: dict[str, list[Any]], texts: Sequence[str]) -> list[dict[str, bool]]:
    """Whether datatrove keeps each text, by preset: filter by filter, as its pipeline steps do."""
    from datatrove.data import Document  # noqa: PLC0415

    kept: list[dict[str, bool]] = [dict.fromkeys(filters, True) for _ in texts]
    for name, steps in filters.items():
        for step in steps:
            for index, text in enumerate(texts):
                kept[index][name] &= step.filter(Document(text=text, id=str(index))) is True
    return kept


def _linters() -> dict[str, Linter]:
    return {name: Linter(Settings(select=("TQ",), preset=(name,))) for name in PRESETS}


if __name__ == "__main__":
    main()
