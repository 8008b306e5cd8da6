"""Paths as CI systems want them: relative to the folder of the repository."""

from __future__ import annotations

import os
from pathlib import Path

from corpuslint.escape import escape


def path_below(path: str, folder: str | None) -> str:
    """A path, given relative to the working directory, as seen from ``folder`` if it lies there; escaped."""
    if folder:
        absolute, above = os.path.realpath(path), os.path.realpath(folder)
        if Path(absolute).is_relative_to(above):
            path = Path(absolute).relative_to(above).as_posix()
    return escape(path)
