"""Boosted trees from a data file, walked by numpy: all conditions of all trees on all rows at once.

A condition that fails rules out the leaves below its low side; of the leaves that are left, the first is the one
that is reached (QuickScorer, Lucchese et al., SIGIR 2015).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

LEAVES = 16
"""Leaves that a tree may have: a bit for each."""

ROWS = 256
"""Rows that are scored at once: what lies between fits a processor's cache."""

_ALL = (1 << LEAVES) - 1


class Trees(NamedTuple):
    """Conditions of all trees, as many for each: the column, its limit, the leaves that are out where it is exceeded.

    ``values``: the worth of each leaf, a row a tree.
    """

    columns: list[str]
    bias: float
    column: NDArray[np.intp]
    limit: NDArray[np.float32]
    out: NDArray[np.uint16]
    values: NDArray[np.float32]

    def score(self, columns: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
        """Log-odds of each row; ``columns``: the rows' numbers for each of the columns, in their order."""
        import numpy as np  # noqa: PLC0415

        ranges = [slice(at, at + ROWS) for at in range(0, len(columns[0]), ROWS)]
        parts = [self._score(np.stack([column[rows] for column in columns]).astype(np.float32)) for rows in ranges]
        return np.concatenate([np.zeros(0), *parts]) + self.bias

    def _score(self, cells: NDArray[np.float32]) -> NDArray[np.float32]:
        import numpy as np  # noqa: PLC0415

        trees = len(self.values)
        out = np.zeros((trees, cells.shape[1]), dtype=np.uint16)
        for column, limit, leaves in zip(
            self.column.reshape(-1, trees),
            self.limit.reshape(-1, trees, 1),
            self.out.reshape(-1, trees, 1),
            strict=True,
        ):
            out |= (cells[column] > limit) * leaves
        left = ~out
        leaf = np.bitwise_count((left & -left) - np.uint16(1))
        places = leaf + np.arange(0, trees * LEAVES, LEAVES, dtype=np.int32)[:, None]
        total: NDArray[np.float32] = self.values.ravel()[places].sum(axis=0)
        return total


def read(path: Path) -> Trees:
    """The trees of a file written by ``rules/training``. A tree is a list of nodes. A node is ``[column, limit, low,
    high]``, where ``low`` and ``high`` are the nodes that follow (``low`` if the value is at most the limit); a leaf is
    its value alone."""
    import numpy as np  # noqa: PLC0415

    model = json.loads(path.read_text(encoding="utf-8"))
    conditions: list[list[tuple[int, float, int]]] = []
    values: list[list[float]] = []
    for tree in model["trees"]:
        own: list[tuple[int, float, int]] = []
        leaves: list[float] = []
        _walk(tree, 0, own, leaves)
        conditions.append(own + [(0, np.inf, 0)] * (LEAVES - 1 - len(own)))
        values.append(leaves + [0.0] * (LEAVES - len(leaves)))
    most = max(sum(out > 0 for _, _, out in own) for own in conditions)
    column, limit, out = zip(*(own[at] for at in range(most) for own in conditions), strict=True)
    return Trees(
        model["columns"],
        model["bias"],
        np.array(column, dtype=np.intp),
        np.array(limit, dtype=np.float32),
        np.array(out, dtype=np.uint16),
        np.array(values, dtype=np.float32),
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
    conditions.append((column, limit, sum(1 << leaf for leaf in range(first, len(leaves)))))
    _walk(tree, high, conditions, leaves)
