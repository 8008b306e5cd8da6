"""A run over files: the work is cut here, done in one process or several, and comes back in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from typing import Literal

import msgspec

from corpuslint.errors import UsageError
from corpuslint.formats.report import Report
from corpuslint.linter import Linter
from corpuslint.profile import Cost
from corpuslint.read import Block, ReadOptions, load
from corpuslint.settings import Settings

SERIAL = 8_000_000
"""Bytes of input that are not worth a second process."""

_MOST = 61
"""Processes at most: Windows cannot wait for more."""

_AHEAD = 3
"""Blocks in flight per process: enough to keep all busy, few enough to bound memory."""


class Done(msgspec.Struct):
    """What became of a block."""

    reports: list[Report]
    records: int
    characters: int
    skipped: dict[str, int]
    profile: dict[str, Cost]


class Work(msgspec.Struct, frozen=True):
    """How blocks are linted, the same in every process."""

    settings: Settings
    options: ReadOptions
    excerpts: bool = False
    profile: bool = False


def run(blocks: Iterable[Block], work: Work, linter: Linter, jobs: int) -> Iterator[Done]:
    """Lint all blocks; the results come in the order of the blocks. ``linter``: for the work of this process."""
    if jobs == 1:
        yield from (_lint(linter, block, work) for block in blocks)
        return
    others = set(multiprocessing.active_children())
    with ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_start, initargs=(work,)) as pool:
        waiting: deque[Future[Done]] = deque()
        try:
            for block in blocks:
                waiting.append(pool.submit(_lint_here, block))
                if len(waiting) >= _AHEAD * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BaseException as error:
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in set(multiprocessing.active_children()) - others:  # in the midst of work that nobody wants
                worker.terminate()
            if isinstance(error, BrokenProcessPool):
                raise UsageError("a worker process was killed, perhaps for want of memory; try fewer --jobs") from None
            raise


def jobs_for(wanted: int, input_size: int) -> int:
    """The number of processes: as many as wanted, else one per processor where there is enough to do."""
    if wanted:
        return min(wanted, _MOST)
    return min(_processors(), _MOST) if input_size > SERIAL else 1


def _processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_worker: tuple[Linter, Work] | None = None  # a process of the pool can be handed its linter in no other way


def _start(work: Work) -> None:
    global _worker  # noqa: PLW0603
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to every process; the first one sees to it
    Thread(target=_end_with_parent, daemon=True).start()
    _worker = (Linter(work.settings, profile=work.profile), work)


def _end_with_parent() -> None:
    """A process of the pool waits for work forever when the first process is killed."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _lint_here(block: Block) -> Done:
    assert _worker is not None
    linter, work = _worker
    return _lint(linter, block, work)


def _lint(linter: Linter, block: Block, work: Work) -> Done:
    batch = load(block, work.options)
    reports = linter.lint_batch(batch, work.excerpts)
    profile = dict(linter.profile or {})
    if linter.profile is not None:
        linter.profile.clear()
    return Done(reports, len(batch.texts), sum(map(len, batch.texts)), dict(batch.skipped), profile)


def _context() -> multiprocessing.context.BaseContext:
    """A fork starts in no time, and is safe while this process has one thread; elsewhere what the system has."""
    method: Literal["fork", "spawn"] = "fork" if sys.platform == "linux" else "spawn"
    return multiprocessing.get_context(method)
