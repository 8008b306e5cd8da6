"""Boosted trees from a data file, walked by numpy: all trees on all rows at once, a level at a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Trees(NamedTuple):
    """Nodes of all trees one after another. A leaf leads to itself; ``roots`` are the trees' first nodes."""

    columns: list[str]
    bias: float
    roots: NDArray[np.int32]
    column: NDArray[np.int32]
    limit: NDArray[np.float64]
    low: NDArray[np.int32]
    high: NDArray[np.int32]
    value: NDArray[np.float64]

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Log-odds of each row; ``rows`` has a column for each of ``columns``."""
        import numpy as np  # noqa: PLC0415

        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        row = np.arange(len(rows))[:, None]
        while True:
            goes_low = rows[row, self.column[at]] <= self.limit[at]
            following = np.where(goes_low, self.low[at], self.high[at])
            if (following == at).all():
                total: NDArray[np.float64] = self.value[at].sum(axis=1) + self.bias
                return total
            at = following


def read(path: Path) -> Trees:
    """The trees of a file written by ``rules/training``. A tree is a list of nodes. A node is ``[column, limit, low,
    high]``, where ``low`` and ``high`` are the nodes that follow (``low`` if the value is at most the limit); a leaf is
    its value alone."""
    import numpy as np  # noqa: PLC0415

    model = json.loads(path.read_text(encoding="utf-8"))
    roots: list[int] = []
    nodes: list[tuple[int, float, int, int, float]] = []
    for tree in model["trees"]:
        first = len(nodes)
        roots.append(first)
        for at, node in enumerate(tree, start=first):
            if isinstance(node, list):
                column, limit, low, high = node
                nodes.append((column, limit, first + low, first + high, 0.0))
            else:
                nodes.append((0, np.inf, at, at, node))
    column, limit, low, high, value = zip(*nodes, strict=True)
    return Trees(
        model["columns"],
        model["bias"],
        np.array(roots, dtype=np.int32),
        np.array(column, dtype=np.int32),
        np.array(limit),
        np.array(low, dtype=np.int32),
        np.array(high, dtype=np.int32),
        np.array(value),
    )
