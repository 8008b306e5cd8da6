"""Where a derived corpus goes: whole or not at all, compressed as its name says."""

from __future__ import annotations

import gzip
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from corpuslint.discover import COMPRESSIONS
from corpuslint.errors import UsageError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A new folder beside ``path``, which takes its place at the end. After an error nothing has changed.

    Raises ``UsageError`` where there is something already.
    """
    if path.is_file() or (path.exists() and any(path.iterdir())):
        raise UsageError(f"{path} exists; name a folder that does not, or remove it first")
    target = Path(os.path.realpath(path))
    new = target.with_name(f".{target.name[:200]}.{os.urandom(4).hex()}.tmp")
    try:
        new.mkdir(parents=True)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from None
    try:
        yield new
        if target.exists():
            target.rmdir()
        new.replace(target)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


@contextmanager
def compressed(raw: BinaryIO, name: str) -> Iterator[BinaryIO]:
    """A stream that compresses into ``raw`` as the extension of ``name`` says: the same bytes every time."""
    match COMPRESSIONS.get(name.lower().rpartition(".")[2]):
        case "gz":
            with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
                yield cast(BinaryIO, packed)
        case "zst":
            with zstd.ZstdFile(raw, mode="w") as packed_zst:
                yield cast(BinaryIO, packed_zst)
        case _:
            yield raw


def keep_apart(written: Path, read: Path) -> None:
    """What is read is never written to: neither onto it, nor into it, nor around it. Raises ``UsageError``."""
    one, other = Path(os.path.realpath(written)), Path(os.path.realpath(read))
    if one.is_relative_to(other) or (one.is_dir() and other.is_relative_to(one)):
        raise UsageError(f"{written} would be written over or into {read}; name another place")
