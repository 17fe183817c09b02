"""The coarse pass: a rough way through a band, by the overlap of single sentences above chance."""

import numpy as np
from numpy.typing import NDArray

from workbench.align.block import Block, Costs, Grid, Sums, toll
from workbench.align.kernel import kernel
from workbench.align.tokens import Offsets
from workbench.align.weights import Floats

LARGEST, LARGEST_SUM = 6, 7  # sentences of a bead on a side, and together
NOWHERE = -1e30
STEP = 8  # a step is written as a * STEP + b
LEAVE, SKIP = STEP, 1  # a sentence of a, or of b, left alone
Steps = NDArray[np.int8]
Path = NDArray[np.int64]  # a bead a row: it holds sentences [0]:[1] of a and [2]:[3] of b


@kernel
def overlaps(block: Block, grid: Grid) -> Floats:
    """Give the overlap of sentence r-1 with j-1 for each node (r, j) of the band, less what chance gives."""
    low, high, base = grid.low, grid.high, grid.base
    cells = np.zeros(base[-1], np.float32)
    a, b, weights, chance = block.a, block.b, block.weights, block.chance
    has = np.zeros(len(weights), np.float32)
    for r in range(1, len(low)):
        for k in range(a.first[r - 1], a.first[r]):
            has[a.ids[k]] += a.counts[k]
        weight = block.weight_a[r] - block.weight_a[r - 1]
        for j in range(max(1, low[r]), high[r] + 1):
            total = -chance * weight * (block.weight_b[j] - block.weight_b[j - 1])
            for k in range(b.first[j - 1], b.first[j]):
                total += weights[b.ids[k]] * min(has[b.ids[k]], b.counts[k])
            cells[base[r] + j - low[r]] = total
        for k in range(a.first[r - 1], a.first[r]):
            has[a.ids[k]] = 0.0
    return cells


@kernel
def rough_path(block: Block, costs: Costs, cells: Floats, grid: Grid) -> Path:
    """Find the best way by summed overlaps."""
    low, high, base = grid.low, grid.high, grid.base
    value, step = np.full(base[-1], NOWHERE), np.zeros(base[-1], np.int8)
    mass = np.zeros(len(block.length_b))
    value[0] = 0.0
    for r in range(len(low)):
        if r:
            alone = block.alone_a[r - 1]
            for j in range(max(low[r], low[r - 1]), min(high[r], high[r - 1]) + 1):
                step[base[r] + j - low[r]] = LEAVE
                value[base[r] + j - low[r]] = value[base[r - 1] + j - low[r - 1]] - alone
            mass[:] = 0.0
        for a in range(1, min(LARGEST, r) + 1):
            add_row(mass, cells, low[r - a + 1], base[r - a + 1], base[r - a + 2])
            relax(value, step, mass, block, costs, grid, r, a)
        for j in range(low[r] + 1, high[r] + 1):
            here = base[r] + j - low[r]
            worth = value[here - 1] - block.alone_b[j - 1]
            if worth > value[here]:
                value[here], step[here] = worth, SKIP
    return walk_back(step, low, base)


@kernel
def add_row(mass: Sums, cells: Floats, low: int, start: int, stop: int) -> None:
    """Add the running sums of a row to those of the rows after it."""
    total = 0.0
    for k in range(start, stop):
        total += cells[k]
        mass[low + k - start] += total
    mass[low + stop - start :] += total


@kernel
def relax(  # noqa: PLR0913, PLR0917 -- a kernel takes what it works on one by one
    value: Sums, step: Steps, mass: Sums, block: Block, costs: Costs, grid: Grid, r: int, a: int
) -> None:
    """Try all beads of `a` sentences that end in row `r`."""
    low, high, base = grid.low, grid.high, grid.base
    s = r - a
    weight = block.weight_a[r] - block.weight_a[s]
    length = block.length_a[r] - block.length_a[s]
    weight_b, length_b, inner_b, ends_b = block.weight_b, block.length_b, block.inner_b, block.ends_b
    inner, joint = block.inner_a[r - 1] - block.inner_a[s], block.joint[block.ends_a[r - 1]]
    most = min(LARGEST, LARGEST_SUM - a)
    for j in range(max(low[r], low[s] + 1), high[r] + 1):
        best, taken = value[base[r] + j - low[r]], 0
        for b in range(max(1, j - high[s]), min(most, j - low[s]) + 1):
            i = j - b
            worth = value[base[s] + i - low[s]] + 2.0 * (mass[j] - mass[i])
            worth -= toll(costs, a + b, weight + weight_b[j] - weight_b[i], length, length_b[j] - length_b[i])
            worth += inner + inner_b[j - 1] - inner_b[i] + joint[ends_b[j - 1]]
            if worth > best:
                best, taken = worth, b
        if taken:
            value[base[r] + j - low[r]], step[base[r] + j - low[r]] = best, a * STEP + taken


@kernel
def walk_back(step: Steps, low: Offsets, base: Offsets) -> Path:
    """Follow the steps from the last node to the first; give the beads in order."""
    r = len(low) - 1
    j = base[r + 1] - 1 - base[r] + low[r]
    path, n = np.empty((r + j, 4), np.int64), 0
    while r or j:
        taken = step[base[r] + j - low[r]]
        a, b = taken // STEP, taken % STEP
        path[n] = r - a, r, j - b, j
        r, j, n = r - a, j - b, n + 1
    return path[:n][::-1].copy()
