"""A run over files: the work is cut here, done in one process or several, and comes back in order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from corpuslint.formats.report import Report
from corpuslint.linter import Linter
from corpuslint.profile import Cost
from corpuslint.read import Block, ReadOptions, load
from corpuslint.settings import Settings

if TYPE_CHECKING:
    from corpuslint.incremental import Incremental

MANY = 1_000_000
"""Bytes of input that are linted as soon as findings of earlier runs are looked up."""

SERIAL = 8_000_000
"""Bytes of input that are not worth a second process."""

_MOST = 61
"""Processes at most: Windows cannot wait for more."""


class Done(msgspec.Struct):
    """What became of a block."""

    reports: list[Report]
    records: int
    characters: int
    skipped: dict[str, int]
    profile: dict[str, Cost]
    coverage: dict[str, int] = {}


class Work(msgspec.Struct, frozen=True):
    """How blocks are linted, the same in every process."""

    settings: Settings
    options: ReadOptions
    excerpts: bool = False
    profile: bool = False
    evidences: bool = False
    incremental: bool = False


def run(blocks: Iterable[Block], work: Work, linter: Linter, jobs: int) -> Iterator[Done]:
    """Lint all blocks; the results come in the order of the blocks. ``linter``: for the work of this process."""
    if jobs == 1:
        incremental = incremental_for(linter, work)
        return (lint_block(linter, block, work, incremental) for block in blocks)
    from corpuslint.pool import lint_in_processes  # noqa: PLC0415 (slow to import)

    return lint_in_processes(blocks, work, linter, jobs)


def incremental_for(linter: Linter, work: Work) -> Incremental | None:
    """What keeps this work's findings from run to run, where that is wanted."""
    if not work.incremental:
        return None
    from corpuslint.incremental import Incremental  # noqa: PLC0415 (small inputs need none of it)

    return Incremental(linter.rules.values(), work.settings, (work.excerpts, work.evidences))


def lint_block(linter: Linter, block: Block, work: Work, incremental: Incremental | None) -> Done:
    """Read and lint one block."""
    batch = load(block, work.options)
    reports = linter.lint_batch(batch, work.excerpts, work.evidences, incremental)
    profile = dict(linter.profile or {})
    if linter.profile is not None:
        linter.profile.clear()
    coverage = dict(linter.coverage)
    linter.coverage.clear()
    return Done(reports, len(batch.texts), sum(map(len, batch.texts)), dict(batch.skipped), profile, coverage)


def jobs_for(wanted: int, input_size: int) -> int:
    """The number of processes: as many as wanted, else one per processor where there is enough to do."""
    if wanted:
        return min(wanted, _MOST)
    return min(_processors(), _MOST) if input_size > SERIAL else 1


def _processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
