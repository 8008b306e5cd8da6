"""What the user can mend: reported in one line, exit code 2."""

from __future__ import annotations


class UsageError(Exception):
    """A wrong call, configuration, phrase file, plugin or input. The message names the place and the way out."""
