"""How far a long run has come, on standard error where that is a terminal."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any, TextIO

from corpuslint.discover import Source
from corpuslint.numbers import counted
from corpuslint.telling import Tell, silent

if TYPE_CHECKING:
    from tqdm import tqdm

AFTER = 2.0
"""Seconds that a run may take before anything is shown."""


class Progress:
    """Files that were begun, of all; records and findings. The library that draws it is loaded when it is drawn."""

    def __init__(self, files: int, stream: TextIO, watched: bool, clock: Callable[[], float] = perf_counter):
        self._files, self._stream, self._watched, self._clock = files, stream, watched, clock
        self._started = clock()
        self._begun = self._records = self._findings = 0
        self._bar: tqdm[Any] | None = None

    def begun(self, sources: Iterable[Source]) -> Iterator[Source]:
        """The sources, counted as they are taken."""
        for source in sources:
            self._begun += 1
            yield source

    def add(self, records: int, findings: int) -> None:
        """Shows what has been done."""
        self._records += records
        self._findings += findings
        known = f"{counted(self._records, 'record')}, {counted(self._findings, 'finding')}"
        if self._bar is not None:
            self._bar.set_postfix_str(known, refresh=False)
            self._bar.update(self._begun - self._bar.n)
        elif self._watched and self._clock() - self._started > AFTER:
            from tqdm import tqdm  # noqa: PLC0415 (short runs do without)

            tqdm.monitor_interval = 0  # no thread of its own: processes may be forked after this
            self._bar = tqdm(
                total=self._files,
                initial=self._begun,
                unit=" files",
                file=self._stream,
                leave=False,
                dynamic_ncols=True,
            )
            self._bar.set_postfix_str(known)

    def aside(self) -> AbstractContextManager[None]:
        """While something else is written to the terminal."""
        return self._bar.external_write_mode(sys.stdout) if self._bar is not None else nullcontext()

    def close(self) -> None:
        """Leaves nothing behind."""
        if self._bar is not None:
            self._bar.close()


def teller(arguments: argparse.Namespace) -> Tell:
    """Says on standard error, where somebody looks on, what takes long."""
    watched = not getattr(arguments, "quiet", False) and is_watched(sys.stderr, os.environ)
    return partial(print, "corpuslint:", file=sys.stderr, flush=True) if watched else silent


def is_watched(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether somebody looks on: at a terminal, and not under a CI system or pre-commit."""
    unseen = environ.get("CI") or environ.get("PRE_COMMIT") or environ.get("TERM") == "dumb"
    return stream.isatty() and not unseen
