"""Blocks linted in several processes, the results in the order of the blocks."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any, Literal

from corpuslint.errors import UsageError
from corpuslint.linter import Linter
from corpuslint.read import Block
from corpuslint.run import Aids, Done, Work, aids_for, lint_block

_METHOD: Literal["fork", "spawn"] = "fork" if sys.platform == "linux" else "spawn"
"""A fork starts in no time, and is safe while this process has one thread that runs Python; numpy's own hold no locks
between calls. Elsewhere what the system has."""

_AHEAD = 3
"""Blocks in flight per process: enough to keep all busy, few enough to bound memory."""

_PATIENCE = 2.0
"""Seconds that a pool which is given up may take to end."""


def lint_in_processes(blocks: Iterable[Block], work: Work, linter: Linter, jobs: int) -> Iterator[Done]:
    """Lint all blocks. Whatever ends this early also ends the processes, in the midst of their work."""
    others = set(multiprocessing.active_children())
    context = multiprocessing.get_context(_METHOD)
    ready = linter if _METHOD == "fork" else None  # only a fork need not send it
    with ProcessPoolExecutor(
        jobs, mp_context=context, initializer=_start, initargs=(work, ready, linter.opened)
    ) as pool:
        waiting: deque[Future[Done]] = deque()
        try:
            for block in blocks:
                with _uninterrupted():
                    waiting.append(pool.submit(_lint_here, block))
                if len(waiting) >= _AHEAD * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BaseException as error:
            let_go, manager = _let_go(pool), getattr(pool, "_executor_manager_thread", None)
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in set(multiprocessing.active_children()) - others:
                worker.terminate()
            let_go()
            if manager is not None:  # at the interpreter's end it may be woken through a pipe that it just closed
                manager.join(_PATIENCE)
            if isinstance(error, BrokenProcessPool):
                raise UsageError("a worker process was killed, perhaps for want of memory; try fewer --jobs") from None
            raise


def _let_go(pool: ProcessPoolExecutor) -> Callable[[], None]:
    """What ends the thread that writes to the workers, once they are gone. Before Python 3.11.5 it waits forever for
    them to read (python/cpython#94777); it fails, and is done, when nobody is left who could.
    """
    if sys.version_info >= (3, 11, 5) or (queue := getattr(pool, "_call_queue", None)) is None:
        return lambda: None
    reader: Connection = queue._reader  # there is no public way to it
    return reader.close


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """The first work handed in makes the processes, and an interrupt in the midst of a fork would be lost."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_worker: tuple[Linter, Work, Aids] | None = None
"""A process of the pool can be handed what it works with in no other way."""


def _start(work: Work, ready: Linter | None, opened: Mapping[str, Any]) -> None:
    global _worker  # noqa: PLW0603
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # the first process may have another use for it
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to every process; the first one sees to it
    Thread(target=_end_with_parent, daemon=True).start()
    linter = ready or Linter(work.settings, profile=work.profile)
    linter.opened.update(opened)
    _worker = (linter, work, aids_for(linter, work))


def _end_with_parent() -> None:
    """A process of the pool would wait for work forever when the first process is killed."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _lint_here(block: Block) -> Done:
    assert _worker is not None
    linter, work, aids = _worker
    return lint_block(linter, block, work, aids)
