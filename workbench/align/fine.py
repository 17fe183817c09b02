"""The fine pass: every bead near the rough way, valued by the overlap of its merged sentences.

gain = 2·(M(S, T) - κW_S·W_T) - α(W_S + W_T) - b(a + b - 2) - λz², and -ν for a sentence left alone; κ is a
part of what chance gives, or large beads would live on what strangers share.
"""

import numpy as np
from numpy.typing import NDArray

from workbench.align.block import Bag, Block, Costs, Grid, toll
from workbench.align.coarse import LARGEST, LARGEST_SUM, NOWHERE, Path
from workbench.align.kernel import inlined, kernel
from workbench.align.weights import Floats

CORRIDOR = 3  # nodes to either side of the rough way
CHANCE = 0.2  # of what chance gives: merged overlaps are clipped, and grow less than their weights
# Beads that may end at a node, and the column of each in the table of gains.
SHAPES = np.array([(a, b) for a in range(1, LARGEST + 1) for b in range(1, LARGEST_SUM - a + 1)], np.int64)
COLUMN = np.full((LARGEST + 1, LARGEST + 1), -1, np.int64)
for _column, (_a, _b) in enumerate(SHAPES):
    COLUMN[_a, _b] = _column
Gains = NDArray[np.float32]


@kernel
def corridor(path: Path, rows: int, columns: int, width: int) -> Grid:
    """Give the first and last column near a path for each row, and where the nodes of each row begin."""
    low, high = np.full(rows + 1, columns), np.zeros(rows + 1, np.int64)
    for k in range(len(path)):
        i, p, j, q = path[k]
        for r in range(max(0, i - width), min(rows, p + width) + 1):
            low[r] = min(low[r], max(0, j - width))
            high[r] = max(high[r], min(columns, q + width))
    base = np.zeros(rows + 2, np.int64)
    for r in range(rows + 1):
        base[r + 1] = base[r] + high[r] - low[r] + 1
    return Grid(low, high, base)


@kernel
def gains(block: Block, costs: Costs, grid: Grid) -> Gains:
    """Value each bead that starts and ends in the corridor: row of its end node, column of its shape."""
    table = np.full((grid.base[-1], len(SHAPES)), np.float32(NOWHERE))
    a = block.a
    one, two = np.zeros(len(block.weights), np.float32), np.zeros(len(block.weights), np.float32)
    rows = len(grid.low) - 1
    for p in range(rows):
        last = min(rows, p + LARGEST)
        for r in range(p + 1, last + 1):
            add(one, a.ids, a.counts, a.first[r - 1], a.first[r])
            value(table, one, two, block, costs, grid, p, r)
        clear(one, a.ids, a.first[p], a.first[last])
    return table


@kernel
def forbid_corners(table: Gains, grid: Grid, pins: NDArray[np.int64]) -> None:
    """Take out the beads that cut the corner at a pin: they pair what is before it with what is after."""
    low, high, base = grid.low, grid.high, grid.base
    for n in range(len(pins)):
        row, column = pins[n]
        for shape in range(len(SHAPES)):
            for j in range(max(low[row], column + 1), high[row] + 1):
                table[base[row] + j - low[row], shape] = NOWHERE
            r = row + SHAPES[shape, 0]
            for j in range(low[row], min(column, high[row] + 1)):
                end = j + SHAPES[shape, 1]
                if r < len(low) and low[r] <= end <= high[r]:
                    table[base[r] + end - low[r], shape] = NOWHERE


@kernel
def value(  # noqa: PLR0913, PLR0917 -- a kernel takes what it works on one by one
    table: Gains, one: Floats, two: Floats, block: Block, costs: Costs, grid: Grid, p: int, r: int
) -> None:
    """Value the beads of sentences `p` up to `r`, whose features are in bag `one`; `two` is empty."""
    low, high, base, b = grid.low, grid.high, grid.base, block.b
    weights, weight_b, length_b = block.weights, block.weight_b, block.length_b
    inner_b, ends_b = block.inner_b, block.ends_b
    weight, length = block.weight_a[r] - block.weight_a[p], block.length_a[r] - block.length_a[p]
    inner, joint = block.inner_a[r - 1] - block.inner_a[p], block.joint[block.ends_a[r - 1]]
    chance = CHANCE * block.chance * weight
    for q in range(low[p], high[p] + 1):
        stop = min(len(b.first) - 1, q + LARGEST, q + LARGEST_SUM - (r - p), high[r])
        mass = 0.0
        for j in range(q + 1, stop + 1):
            mass += grown(one, two, weights, b, j - 1)
            if j >= low[r]:
                other, long = weight_b[j] - weight_b[q], length_b[j] - length_b[q]
                worth = inner + inner_b[j - 1] - inner_b[q] + joint[ends_b[j - 1]]
                worth += 2.0 * (mass - chance * other)
                worth -= toll(costs, r - p + j - q, weight + other, length, long)
                table[base[r] + j - low[r], COLUMN[r - p, j - q]] = worth
        if stop > q:
            clear(two, b.ids, b.first[q], b.first[stop])


@inlined
def grown(one: Floats, two: Floats, weights: Floats, b: Bag, sentence: int) -> float:
    """Put a sentence into bag `two`; give how much more it now has in common with bag `one`."""
    mass = 0.0
    for k in range(b.first[sentence], b.first[sentence + 1]):
        name = b.ids[k]
        had = two[name]
        two[name] = had + b.counts[k]
        if had < one[name]:
            mass += weights[name] * (min(one[name], two[name]) - had)
    return mass


@inlined
def add(has: Floats, ids: NDArray[np.int32], counts: Floats, start: int, stop: int) -> None:
    """Put features into a bag."""
    for k in range(start, stop):
        has[ids[k]] += counts[k]


@inlined
def clear(has: Floats, ids: NDArray[np.int32], start: int, stop: int) -> None:
    """Take features out of a bag."""
    for k in range(start, stop):
        has[ids[k]] = 0.0
