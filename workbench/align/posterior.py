"""How sure each bead of a way is: its share among all ways through the corridor, by sums from both ends."""

import math

import numpy as np

from workbench.align.block import Block, Costs, Grid, Sums
from workbench.align.coarse import NOWHERE, Path
from workbench.align.fine import COLUMN, SHAPES, Gains
from workbench.align.kernel import inlined, kernel
from workbench.align.programme import SWAPS, swap_gain

NEGLIGIBLE = 14.0  # in units of warmth: one in a million
MOST_WAYS = 2 + len(SHAPES) + len(SWAPS)  # into a node, or out of it


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


@inlined
def swapped_before(  # noqa: PLR0913, PLR0917 -- a kernel takes arrays, not objects
    value: Sums, ways: Sums, n: int, table: Gains, grid: Grid, cost: float, r: int, j: int
) -> int:
    """Add the ways by which swapped neighbours end in a node; give how many ways there are now."""
    for code in range(len(SWAPS)):
        worth = swap_gain(table, grid, r, j, code) - cost
        if worth > NOWHERE:
            s, i = r - SWAPS[code, 0] - SWAPS[code, 1], j - SWAPS[code, 2] - SWAPS[code, 3]
            ways[n] = value[grid.base[s] + i - grid.low[s]] + worth
            n += 1
    return n


@inlined
def swapped_after(  # noqa: PLR0913, PLR0917 -- a kernel takes arrays, not objects
    value: Sums, ways: Sums, n: int, table: Gains, grid: Grid, cost: float, s: int, i: int
) -> int:
    """Add the ways by which swapped neighbours begin in a node; give how many ways there are now."""
    for code in range(len(SWAPS)):
        r, j = s + SWAPS[code, 0] + SWAPS[code, 1], i + SWAPS[code, 2] + SWAPS[code, 3]
        if r < len(grid.low) and grid.low[r] <= j <= grid.high[r]:
            worth = swap_gain(table, grid, r, j, code) - cost
            if worth > NOWHERE:
                ways[n] = value[grid.base[r] + j - grid.low[r]] + worth
                n += 1
    return n


@kernel
def sums(block: Block, costs: Costs, table: Gains, grid: Grid, warmth: float) -> Sums:
    """Sum all ways from the first node to each."""
    low, high, base = grid.low, grid.high, grid.base
    value, ways = np.full(base[-1], NOWHERE), np.empty(MOST_WAYS)
    for r in range(len(low)):
        for j in range(low[r], high[r] + 1):
            here, n = base[r] + j - low[r], 0
            if r and low[r - 1] <= j <= high[r - 1]:
                ways[n] = value[base[r - 1] + j - low[r - 1]] - block.alone_a[r - 1]
                n += 1
            if j > low[r]:
                ways[n] = value[here - 1] - block.alone_b[j - 1]
                n += 1
            for shape in range(len(SHAPES)):
                if table[here, shape] > NOWHERE:
                    s, i = r - SHAPES[shape, 0], j - SHAPES[shape, 1]
                    ways[n] = value[base[s] + i - low[s]] + table[here, shape]
                    n += 1
            n = swapped_before(value, ways, n, table, grid, costs.swap, r, j)
            value[here] = together(ways, n, warmth) if here else 0.0
    return value


@kernel
def sums_back(block: Block, costs: Costs, table: Gains, grid: Grid, warmth: float) -> Sums:
    """Sum all ways from each node to the last."""
    low, high, base = grid.low, grid.high, grid.base
    value, ways = np.full(base[-1], NOWHERE), np.empty(MOST_WAYS)
    for s in range(len(low) - 1, -1, -1):
        for i in range(high[s], low[s] - 1, -1):
            here, n = base[s] + i - low[s], 0
            if s + 1 < len(low) and low[s + 1] <= i <= high[s + 1]:
                ways[n] = value[base[s + 1] + i - low[s + 1]] - block.alone_a[s]
                n += 1
            if i < high[s]:
                ways[n] = value[here + 1] - block.alone_b[i]
                n += 1
            for shape in range(len(SHAPES)):
                r, j = s + SHAPES[shape, 0], i + SHAPES[shape, 1]
                if r < len(low) and low[r] <= j <= high[r]:
                    end = base[r] + j - low[r]
                    if table[end, shape] > NOWHERE:
                        ways[n] = value[end] + table[end, shape]
                        n += 1
            n = swapped_after(value, ways, n, table, grid, costs.swap, s, i)
            value[here] = together(ways, n, warmth) if here + 1 < len(value) else 0.0
    return value


@inlined
def together(ways: Sums, n: int, warmth: float) -> float:
    """Add the first `n` values that are logarithms, in units of `warmth`."""
    high, total = NOWHERE, 0.0
    for k in range(n):
        high = max(high, ways[k])
    for k in range(n):
        if ways[k] > high - NEGLIGIBLE * warmth:
            total += math.exp((ways[k] - high) / warmth)
    return high + warmth * math.log(total) if total > 0.0 else NOWHERE
