"""The dynamic programme over the fine gains: the best way through the corridor, swaps included."""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from workbench.align.block import Block, Costs, Grid, Sums
from workbench.align.coarse import LARGEST, LEAVE, NOWHERE, SKIP, STEP, Path
from workbench.align.fine import COLUMN, SHAPES, Gains
from workbench.align.kernel import inlined, kernel

# Sizes of two swapped beads: sentences of a in the first and second, then of b in their order there.
SWAPPED, SWAPPED_SUM = 3, 6
SWAPS = np.array(
    [sizes for sizes in product(range(1, SWAPPED + 1), repeat=4) if sum(sizes) <= SWAPPED_SUM], np.int64
)
SWAP = LARGEST * STEP + STEP  # steps from here on are swaps
Steps = NDArray[np.int16]


@kernel
def best_path(block: Block, costs: Costs, table: Gains, grid: Grid) -> Path:
    """Find the best way through the corridor."""
    low, high, base = grid.low, grid.high, grid.base
    value, step = np.full(base[-1], NOWHERE), np.zeros(base[-1], np.int16)
    for r in range(len(low)):
        alone = block.alone_a[r - 1] if r else 0.0
        for j in range(low[r], high[r] + 1):
            here = base[r] + j - low[r]
            best, taken = best_bead(value, table, grid, r, j)
            worth, swap = best_swap(value, table, grid, r, j)
            if worth - costs.swap > best:
                best, taken = worth - costs.swap, swap
            if r and low[r - 1] <= j <= high[r - 1] and value[base[r - 1] + j - low[r - 1]] - alone > best:
                best, taken = value[base[r - 1] + j - low[r - 1]] - alone, LEAVE
            if j > low[r] and value[here - 1] - block.alone_b[j - 1] > best:
                best, taken = value[here - 1] - block.alone_b[j - 1], SKIP
            value[here], step[here] = best if here else 0.0, taken
    return walk_back(step, grid)


@kernel
def best_bead(value: Sums, table: Gains, grid: Grid, r: int, j: int) -> tuple[float, int]:
    """Find the best bead that ends at (r, j): what the way is worth with it, and its step."""
    here, best, taken = grid.base[r] + j - grid.low[r], NOWHERE, 0
    for shape in range(len(SHAPES)):
        if table[here, shape] > NOWHERE:
            a, b = SHAPES[shape, 0], SHAPES[shape, 1]
            worth = value[grid.base[r - a] + j - b - grid.low[r - a]] + table[here, shape]
            if worth > best:
                best, taken = worth, a * STEP + b
    return best, taken


@kernel
def best_swap(value: Sums, table: Gains, grid: Grid, r: int, j: int) -> tuple[float, int]:
    """Find the best two swapped beads that end at (r, j) together, in the same way."""
    best, taken = NOWHERE, 0
    for code in range(len(SWAPS)):
        worth = swap_gain(table, grid, r, j, code)
        if worth > NOWHERE:
            s, i = r - SWAPS[code, 0] - SWAPS[code, 1], j - SWAPS[code, 2] - SWAPS[code, 3]
            worth += value[grid.base[s] + i - grid.low[s]]
            if worth > best:
                best, taken = worth, SWAP + code
    return best, taken


@inlined
def swap_gain(table: Gains, grid: Grid, r: int, j: int, code: int) -> float:
    """Value two beads that end at (r, j) together, their sides in opposite order."""
    low, high, base = grid.low, grid.high, grid.base
    p, k = r - SWAPS[code, 1], j - SWAPS[code, 3]
    s, i = p - SWAPS[code, 0], k - SWAPS[code, 2]
    if s < 0 or i < low[s] or k > high[s] or j > high[p] or i < low[p] or k < low[r]:
        return 2.0 * NOWHERE
    if high[p - 1] <= k <= low[p + 1]:  # the way must pass between the two: a person said so
        return 2.0 * NOWHERE
    one = float(table[base[p] + j - low[p], COLUMN[p - s, j - k]])
    return one + float(table[base[r] + k - low[r], COLUMN[r - p, k - i]])


@kernel
def walk_back(step: Steps, grid: Grid) -> Path:
    """Follow the steps from the last node to the first; give the beads in the order of a."""
    r = len(grid.low) - 1
    j = grid.high[r]
    path, n = np.empty((r + j, 4), np.int64), 0
    while r or j:
        taken = step[grid.base[r] + j - grid.low[r]]
        if taken >= SWAP:
            a1, a2, b1, b2 = SWAPS[taken - SWAP]
            path[n] = r - a2, r, j - b1 - b2, j - b2
            path[n + 1] = r - a1 - a2, r - a2, j - b2, j
            r, j, n = r - a1 - a2, j - b1 - b2, n + 2
        else:
            a, b = taken // STEP, taken % STEP
            path[n] = r - a, r, j - b, j
            r, j, n = r - a, j - b, n + 1
    return path[:n][::-1].copy()
