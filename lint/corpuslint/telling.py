"""What takes long is said to whoever looks on; the engine itself prints nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Tell: TypeAlias = Callable[[str], None]


def silent(_: str) -> None:
    """Nobody is told."""
