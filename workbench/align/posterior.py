"""How sure each bead of a way is: its share among all ways through the corridor, by sums from both ends."""

import math

import numpy as np

from workbench.align.block import Block, Costs, Grid, Sums
from workbench.align.coarse import NOWHERE, Path
from workbench.align.fine import COLUMN, SHAPES, Gains
from workbench.align.kernel import inlined, kernel
from workbench.align.programme import SWAPS, swap_gain

NEGLIGIBLE = 14.0  # in units of warmth: one in a million


@inlined
def plus(one: float, two: float, warmth: float) -> float:
    """Add two values that are logarithms, in units of `warmth`."""
    high, low = max(one, two), min(one, two)
    if low < high - NEGLIGIBLE * warmth:
        return high
    return high + warmth * math.log1p(math.exp((low - high) / warmth))


@kernel
def posterior(block: Block, costs: Costs, table: Gains, grid: Grid, path: Path, warmth: float) -> Sums:
    """Give the probability of each bead of a path; two swapped beads have theirs together."""
    low, base = grid.low, grid.base
    ahead, behind = sums(block, costs, table, grid, warmth), sums_back(block, costs, table, grid, warmth)
    total = ahead[len(ahead) - 1]
    result, k = np.ones(len(path)), 0
    while k < len(path):
        i, p, j, q = path[k]
        swapped = k + 1 < len(path) and path[k + 1, 2] < j and path[k + 1, 3] > path[k + 1, 2]
        if p == i or q == j:
            result[k] = left_alone(block, grid, ahead, behind, path[k], warmth)
            k += 1
            continue
        worth = value_at(table, grid, i, p, j, q)
        if swapped:
            r, before = path[k + 1, 1], path[k + 1, 2]
            worth += value_at(table, grid, p, r, before, j) - costs.swap
            j, p = before, r
        worth += ahead[base[i] + j - low[i]] + behind[base[p] + q - low[p]] - total
        result[k : k + 1 + swapped] = np.exp(min(0.0, worth / warmth))
        k += 1 + swapped
    return result


@kernel
def left_alone(block: Block, grid: Grid, ahead: Sums, behind: Sums, bead: Path, warmth: float) -> float:
    """Give the probability that a sentence is alone, wherever the other text stands meanwhile."""
    low, high, base = grid.low, grid.high, grid.base
    worth, total = NOWHERE, ahead[len(ahead) - 1]
    if bead[1] > bead[0]:
        r = bead[0]
        for j in range(max(low[r], low[r + 1]), min(high[r], high[r + 1]) + 1):
            way = ahead[base[r] + j - low[r]] + behind[base[r + 1] + j - low[r + 1]] - block.alone_a[r]
            worth = plus(worth, way - total, warmth)
    else:
        j = bead[2]
        for r in range(len(low)):
            if low[r] <= j < high[r]:
                way = ahead[base[r] + j - low[r]] + behind[base[r] + j + 1 - low[r]] - block.alone_b[j]
                worth = plus(worth, way - total, warmth)
    return math.exp(min(0.0, worth / warmth))


@inlined
def value_at(table: Gains, grid: Grid, i: int, p: int, j: int, q: int) -> float:
    """Look up the gain of the bead of sentences i up to p and j up to q."""
    return float(table[grid.base[p] + q - grid.low[p], COLUMN[p - i, q - j]])


@kernel
def sums(block: Block, costs: Costs, table: Gains, grid: Grid, warmth: float) -> Sums:
    """Sum all ways from the first node to each."""
    low, high, base = grid.low, grid.high, grid.base
    value = np.full(base[-1], NOWHERE)
    value[0] = 0.0
    for r in range(len(low)):
        for j in range(low[r], high[r] + 1):
            here = base[r] + j - low[r]
            total = value[here]
            if r and low[r - 1] <= j <= high[r - 1]:
                total = plus(total, value[base[r - 1] + j - low[r - 1]] - block.alone_a[r - 1], warmth)
            if j > low[r]:
                total = plus(total, value[here - 1] - block.alone_b[j - 1], warmth)
            value[here] = gathered(value, table, grid, costs.swap, r, j, total, warmth)
    return value


@kernel
def gathered(  # noqa: PLR0913, PLR0917 -- as above
    value: Sums, table: Gains, grid: Grid, swap: float, r: int, j: int, total: float, warmth: float
) -> float:
    """Add to `total` all ways to (r, j) that end with a bead, or with two that swapped."""
    here = grid.base[r] + j - grid.low[r]
    for shape in range(len(SHAPES)):
        if table[here, shape] > NOWHERE:
            s, i = r - SHAPES[shape, 0], j - SHAPES[shape, 1]
            total = plus(total, value[grid.base[s] + i - grid.low[s]] + table[here, shape], warmth)
    for code in range(len(SWAPS)):
        worth = swap_gain(table, grid, r, j, code) - swap
        if worth > NOWHERE:
            s, i = r - SWAPS[code, 0] - SWAPS[code, 1], j - SWAPS[code, 2] - SWAPS[code, 3]
            total = plus(total, value[grid.base[s] + i - grid.low[s]] + worth, warmth)
    return total


@kernel
def sums_back(block: Block, costs: Costs, table: Gains, grid: Grid, warmth: float) -> Sums:
    """Sum all ways from each node to the last."""
    low, high, base = grid.low, grid.high, grid.base
    value = np.full(base[-1], NOWHERE)
    value[len(value) - 1] = 0.0
    for r in range(len(low) - 1, -1, -1):
        for j in range(high[r], low[r] - 1, -1):
            out = value[base[r] + j - low[r]]
            if r and low[r - 1] <= j <= high[r - 1]:
                to = base[r - 1] + j - low[r - 1]
                value[to] = plus(value[to], out - block.alone_a[r - 1], warmth)
            if j > low[r]:
                to = base[r] + j - 1 - low[r]
                value[to] = plus(value[to], out - block.alone_b[j - 1], warmth)
            spread(value, table, grid, costs.swap, r, j, warmth)
    return value


@kernel
def spread(value: Sums, table: Gains, grid: Grid, swap: float, r: int, j: int, warmth: float) -> None:  # noqa: PLR0913, PLR0917 -- as above
    """Add the ways from (r, j) on to the nodes that a bead, or two that swapped, lead from."""
    here = grid.base[r] + j - grid.low[r]
    out = value[here]
    for shape in range(len(SHAPES)):
        if table[here, shape] > NOWHERE:
            s, i = r - SHAPES[shape, 0], j - SHAPES[shape, 1]
            to = grid.base[s] + i - grid.low[s]
            value[to] = plus(value[to], out + table[here, shape], warmth)
    for code in range(len(SWAPS)):
        worth = swap_gain(table, grid, r, j, code) - swap
        if worth > NOWHERE:
            s, i = r - SWAPS[code, 0] - SWAPS[code, 1], j - SWAPS[code, 2] - SWAPS[code, 3]
            to = grid.base[s] + i - grid.low[s]
            value[to] = plus(value[to], out + worth, warmth)
