"""Where derived files are kept, and how they are written so that a reader never sees half of one."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """The user's private folder for what can be made again: ``$CORPUSLINT_CACHE``, or the system's usual place."""
    chosen = os.environ.get("CORPUSLINT_CACHE")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "corpuslint"


def read_cached(path: Path) -> bytes | None:
    """A cached file's bytes, None where there is none, or where somebody else could have written it."""
    try:
        with path.open("rb") as file:
            return file.read() if is_own(os.fstat(file.fileno())) else None
    except OSError:
        return None


def is_own(status: os.stat_result) -> bool:
    """Whether a file belongs to this user, as far as the system knows users."""
    return not hasattr(os, "getuid") or status.st_uid == os.getuid()


def keep_newest(folder: Path, count: int) -> None:
    """Remove all but so many of the files that were written last."""
    with contextlib.suppress(OSError):
        for old in sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns, reverse=True)[count:]:
            old.unlink(missing_ok=True)


def write_cached(path: Path, data: bytes) -> None:
    """Write a cached file as a whole or not at all. A folder that cannot be written to is no error."""
    import tempfile  # noqa: PLC0415 (slow to import, and nothing is written on most runs)

    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def file_state(path: str | Path) -> str:
    """What tells whether a file has changed."""
    status = os.stat(path)  # noqa: PTH116 (hundreds are asked for at each start)
    return f"{path}:{status.st_mtime_ns}:{status.st_size}"
