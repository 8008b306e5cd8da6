"""Files that are there as a whole or not at all, however the run ends."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, TextIO

from corpuslint.errors import UsageError

if TYPE_CHECKING:
    from typing_extensions import Buffer


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A stream of UTF-8 to a new file beside ``path``, which takes its place at the end. See ``whole_binary_file``."""
    with whole_binary_file(path) as raw:
        stream = io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
        yield stream
        stream.flush()
        stream.detach()


@contextmanager
def whole_binary_file(path: Path) -> Iterator[BinaryIO]:
    """A stream to a new file beside ``path``, which takes its place at the end. After an error nothing has changed.

    What is no regular file, as a pipe or ``/dev/stderr``, is written to directly. Folders are made.
    """
    if path.exists() and not path.is_file():
        with _open(path, path, "wb") as stream:
            yield stream
        return
    target = Path(os.path.realpath(path))  # the file that a link names is replaced, not the link
    new = target.with_name(f".{target.name[:200]}.{os.urandom(4).hex()}.tmp")
    stream = _open(new, path, "xb")
    try:
        with stream:
            yield stream
        if target.exists():
            new.chmod(target.stat().st_mode & 0o7777)
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def file_named(name: str, option: str) -> Path:
    """The file that an option names. Raises ``UsageError`` for ``-``, which stands for no file."""
    if name == "-":
        raise UsageError(f"{option} -: name a file; this is not written to standard output")
    return Path(name)


class _Named(io.FileIO):
    """A file whose errors in writing say which one it is, as those of opening do."""

    def __init__(self, file: Path, named: Path, mode: Literal["wb", "xb"]):
        super().__init__(file, mode)
        self._named = named

    def write(self, data: Buffer, /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:  # who reads has had enough
            raise
        except OSError as error:
            raise UsageError(f"cannot write {self._named}: {error.strerror}") from None


def _open(file: Path, named: Path, mode: Literal["wb", "xb"]) -> BinaryIO:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return io.BufferedWriter(_Named(file, named, mode))
    except OSError as error:
        raise UsageError(f"cannot write {named}: {error.strerror}") from None
