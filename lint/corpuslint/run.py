"""A run over files: the work is cut here, done in one process or several, and comes back in order."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from corpuslint.formats.report import Report, order
from corpuslint.linter import Linter
from corpuslint.opening import openable
from corpuslint.profile import Cost
from corpuslint.read import Block, ReadOptions, load
from corpuslint.settings import Settings

if TYPE_CHECKING:
    from corpuslint.corpus.gathering import Gathered, Gatherer
    from corpuslint.incremental import Incremental
    from corpuslint.read import Batch
    from corpuslint.verdicts.facts import RecordFacts

MANY = 1_000_000
"""Bytes of input that are linted as soon as findings of earlier runs are looked up."""

SERIAL = 8_000_000
"""Bytes of input that are not worth a second process."""

LONG = 2_000_000
"""Code points of a block that is left to other processes, whether its text is known or not."""

_TOGETHER = 16
"""Blocks at most that are held to be linted together: fields that are no texts are held with them."""

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
    gathered: list[Gathered] = []
    census: list[RecordFacts] = []


class Work(msgspec.Struct, frozen=True):
    """How blocks are linted, the same in every process.

    ``census``: where records get verdicts, the fields that facts are to say of each (see ``verdicts.census``).
    """

    settings: Settings
    options: ReadOptions
    excerpts: bool = False
    profile: bool = False
    evidences: bool = False
    incremental: bool = False
    spool: Path | None = None
    census: tuple[str, ...] | None = None


class Aids(msgspec.Struct, frozen=True):
    """What a process has for a run beside its linter: the findings of earlier runs, and what rules about many records
    gather."""

    incremental: Incremental | None = None
    gatherer: Gatherer | None = None


def run(blocks: Iterable[Block], work: Work, linter: Linter, jobs: int) -> Iterator[Done]:
    """Lint all blocks; the results come in the order of the blocks. ``linter``: for the work of this process.

    Where earlier runs may know the findings, and nothing else is wanted, other processes wait until enough is new.
    """
    remaining = iter(blocks)
    if jobs == 1:
        yield from _lint_first(remaining, work, linter, aids_for(linter, work), alone=True)
    elif work.incremental and not work.spool and work.census is None:
        aids = aids_for(linter, work)
        left = yield from _lint_first(remaining, work, linter, aids, alone=False)
        remaining = chain(left, remaining)
        if aids.incremental:
            aids.incremental.close()
    if (first := next(remaining, None)) is not None:
        from corpuslint.pool import lint_in_processes  # noqa: PLC0415 (slow to import)

        yield from lint_in_processes(chain([first], remaining), work, linter, jobs)


def _lint_first(
    blocks: Iterator[Block], work: Work, linter: Linter, aids: Aids, alone: bool
) -> Generator[Done, None, list[Block]]:
    """Lint in this process, until nothing is left or, unless it is ``alone``, much is new. Returns blocks that are too
    long for it.
    """
    while loaded := _loaded(blocks, work.options, aids.incremental):
        if not alone and any(batch.size > LONG for _, batch in loaded):
            return [block for block, _ in loaded]
        yield from _lint(linter, loaded, work, aids)
        if not alone and (aids.incremental is None or aids.incremental.needs_help):
            break
    return []


def _loaded(
    blocks: Iterator[Block], options: ReadOptions, incremental: Incremental | None
) -> list[tuple[Block, Batch]]:
    """The next block, read; where little is new to ``incremental``, some that hold enough that is new."""
    loaded: list[tuple[Block, Batch]] = []
    size = 0
    for block in blocks:
        loaded.append((block, load(block, options)))
        size += loaded[-1][1].size
        if incremental is None or incremental.expects_enough(size) or len(loaded) == _TOGETHER:
            break
    return loaded


def aids_for(linter: Linter, work: Work) -> Aids:
    """What this work wants; what it does not is not even imported.

    No findings of earlier runs where a rule holds something open: what a server says is the server's to keep.
    """
    incremental = gatherer = None
    if work.incremental and not openable(linter.rules.values()):
        from corpuslint.incremental import Incremental  # noqa: PLC0415

        incremental = Incremental(linter.text_rules, work.settings, (work.excerpts, work.evidences))
    if work.spool and linter.corpus_rules:
        from corpuslint.corpus.gathering import Gatherer  # noqa: PLC0415

        gatherer = Gatherer(linter, work.spool)
    return Aids(incremental, gatherer)


def lint_block(linter: Linter, block: Block, work: Work, aids: Aids) -> Done:
    """Read and lint one block."""
    return next(_lint(linter, [(block, load(block, work.options))], work, aids))


def _lint(linter: Linter, loaded: Sequence[tuple[Block, Batch]], work: Work, aids: Aids) -> Iterator[Done]:
    """Lint blocks that were read. What is counted over all of them comes with the first."""
    made = linter.lint_batches([batch for _, batch in loaded], work.excerpts, work.evidences, aids.incremental)
    for (block, batch), reports in zip(loaded, made, strict=True):
        gathered: list[Gathered] = []
        if aids.gatherer:
            gathered, failures = aids.gatherer.gather(batch)
            reports = sorted([*reports, *map(Report, failures)], key=order)  # noqa: PLW2901
        profile = dict(linter.profile or {})
        if linter.profile is not None:
            linter.profile.clear()
        coverage = dict(linter.coverage)
        linter.coverage.clear()
        facts = _census(block, batch, linter, work.census) if work.census is not None else []
        yield Done(reports, len(batch.texts), batch.size, dict(batch.skipped), profile, coverage, gathered, facts)


def _census(block: Block, batch: Batch, linter: Linter, fields: tuple[str, ...]) -> list[RecordFacts]:
    from corpuslint.verdicts.census import census  # noqa: PLC0415 (most runs need none)

    return census(block, batch, linter.open_doc, linter.rules.values(), fields)


def jobs_for(wanted: int, input_size: int) -> int:
    """The number of processes: as many as wanted, else one per processor where there is enough to do."""
    if wanted:
        return min(wanted, _MOST)
    return min(_processors(), _MOST) if input_size > SERIAL else 1


def _processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
