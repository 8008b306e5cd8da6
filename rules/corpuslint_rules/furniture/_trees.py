"""Boosted trees from a data file, walked by numpy: all conditions of all trees on all rows at once.

A condition that fails rules out the leaves below its low side; of the leaves that are left, the first is the one
that is reached (QuickScorer, Lucchese et al., SIGIR 2015).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAVES = 16
"""Leaves that a tree may have: a bit for each."""

_ALL = (1 << LEAVES) - 1


class Trees(NamedTuple):
    """Conditions of all trees, as many for each: the column, its limit, the leaves that are left where it is exceeded.

    ``values``: the worth of each leaf, a row a tree.
    """

    columns: list[str]
    bias: float
    column: NDArray[np.int32]
    limit: NDArray[np.float32]
    left: NDArray[np.uint16]
    values: NDArray[np.float64]

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Log-odds of each row; ``rows`` has a column for each of ``columns``."""
        import numpy as np  # noqa: PLC0415

        cells = rows.T.astype(np.float32)[self.column]
        left = np.where(cells > self.limit[:, None], self.left[:, None], np.uint16(_ALL))
        left = np.bitwise_and.reduce(left.reshape(len(self.values), -1, len(rows)), axis=1)
        leaf = np.bitwise_count((left & -left) - np.uint16(1))
        total: NDArray[np.float64] = np.take_along_axis(self.values, leaf.astype(np.int64), axis=1).sum(axis=0)
        return total + self.bias


def read(path: Path) -> Trees:
    """The trees of a file written by ``rules/training``. A tree is a list of nodes. A node is ``[column, limit, low,
    high]``, where ``low`` and ``high`` are the nodes that follow (``low`` if the value is at most the limit); a leaf is
    its value alone."""
    import numpy as np  # noqa: PLC0415

    model = json.loads(path.read_text(encoding="utf-8"))
    conditions: list[tuple[int, float, int]] = []
    values: list[list[float]] = []
    for tree in model["trees"]:
        own: list[tuple[int, float, int]] = []
        leaves: list[float] = []
        _walk(tree, 0, own, leaves)
        conditions += own + [(0, np.inf, _ALL)] * (LEAVES - 1 - len(own))
        values.append(leaves + [0.0] * (LEAVES - len(leaves)))
    column, limit, left = zip(*conditions, strict=True)
    return Trees(
        model["columns"],
        model["bias"],
        np.array(column, dtype=np.int32),
        np.array(limit, dtype=np.float32),
        np.array(left, dtype=np.uint16),
        np.array(values),
    )


def _walk(tree: list[Any], at: int, conditions: list[tuple[int, float, int]], leaves: list[float]) -> None:
    """Adds the conditions and leaves below a node, the leaves from low to high."""
    node = tree[at]
    if not isinstance(node, list):
        leaves.append(node)
        return
    column, limit, low, high = node
    first = len(leaves)
    _walk(tree, low, conditions, leaves)
    conditions.append((column, limit, _ALL & ~sum(1 << leaf for leaf in range(first, len(leaves)))))
    _walk(tree, high, conditions, leaves)
