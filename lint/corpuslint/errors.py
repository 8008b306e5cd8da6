"""What the user can mend: reported in one line each, exit code 2."""

from __future__ import annotations


class UsageError(Exception):
    """A wrong call, configuration, phrase file, plugin or input. Each reason names the place and the way out."""

    def __init__(self, *reasons: str):
        super().__init__(*reasons)
        self.reasons = reasons

    def __str__(self) -> str:
        return "\n".join(self.reasons)
