"""Long texts cut into blocks at their strongest landmarks, and the nodes to search in each."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from workbench.align.anchors import Pins
from workbench.align.block import Area, Grid
from workbench.align.chain import Marks
from workbench.align.coarse import Path
from workbench.align.passing import whole_grid

SMALL = 300  # sentences up to which an area is one block, searched whole
LEAST, MOST = 300, 700  # sentences of a block: cut at the best landmark in between
LONGEST = 1500  # where there is no landmark
MARGIN, WIDEST = 12, 250  # nodes of the band to either side, beyond half the way to the next landmark
FIRM = 1 << 40  # weight of a place that a person vouched for
Points = NDArray[np.float64]


def cut(area: Area, marks: Marks) -> list[Area]:
    """Cut an area before landmarks; where there are none for long, in proportion."""
    i, p, j, q = area
    nodes = [(i, j)]
    at = 0
    while max(p - nodes[-1][0], q - nodes[-1][1]) > MOST:
        reach = (marks[at:, :2] - np.array(nodes[-1])).max(1)
        first, stop = at + int(np.searchsorted(reach, LEAST)), at + int(np.searchsorted(reach, MOST))
        if first >= len(marks):
            break
        at = first + int(np.argmax(firmness(marks, first, max(stop, first + 1))))
        nodes.append((int(marks[at, 0]), int(marks[at, 1])))
        at += 1
    nodes.append((p, q))
    return [piece for one, two in pairwise(nodes) for piece in pieces(one, two)]


def firmness(marks: Marks, start: int, stop: int) -> NDArray[np.int64]:
    """Say how safe it is to cut before each landmark: safest right after another, when both weigh much."""
    here, before = marks[start:stop], marks[np.maximum(np.arange(start, stop) - 1, 0)]
    follows = ((here[:, :2] - before[:, :2]) == 1).all(1)
    weight = np.where(follows, np.minimum(here[:, 2], before[:, 2]), 0)
    return np.where(here[:, 2] >= FIRM, FIRM, weight)


def pieces(one: tuple[int, int], two: tuple[int, int]) -> list[Area]:
    """Cut a stretch that has no landmark in proportion."""
    count = max(1, -(-max(two[0] - one[0], two[1] - one[1]) // LONGEST))
    steps = [[one[k] + (two[k] - one[k]) * n // count for k in (0, 1)] for n in range(count + 1)]
    return [(a[0], b[0], a[1], b[1]) for a, b in pairwise(steps)]


def agreeing(marks: Marks, pins: Pins) -> Marks:
    """Drop landmarks on the wrong side of a pin, and add the pins as the firmest of all."""
    if not len(pins):
        return marks
    sides = [np.searchsorted(pins[:, k], marks[:, k], side="right") for k in (0, 1)]
    firm = np.concatenate([pins, np.full((len(pins), 1), FIRM)], axis=1)
    both = np.concatenate([marks[sides[0] == sides[1]], firm])
    return both[np.lexsort((both[:, 1], both[:, 0]))]


def band(area: Area, marks: Marks) -> Grid:
    """Give the nodes to search: around the landmarks, wider the farther they are."""
    i, p, j, q = area
    rows, columns = p - i, q - j
    if max(rows, columns) <= SMALL or not rows or not columns:
        return whole_grid(rows, columns)
    held = marks[(marks[:, 0] >= i) & (marks[:, 0] < p) & (marks[:, 1] >= j) & (marks[:, 1] < q)]
    x = np.concatenate([[0], held[:, 0] - i, [rows]]).astype(np.float64)
    y = np.concatenate([[0], held[:, 1] - j, [columns]]).astype(np.float64)
    return around(x, y, rows, columns)


def around(x: Points, y: Points, rows: int, columns: int) -> Grid:
    """Give a band around a line, wide where its points are far apart; each row reaches into the next."""
    at = np.arange(rows + 1)
    after = np.clip(np.searchsorted(x, at, side="right"), 1, len(x) - 1)
    width = np.minimum(WIDEST, MARGIN + np.maximum(x[after] - x[after - 1], y[after] - y[after - 1]) / 2)
    centre = np.interp(at, x, y)
    low = np.maximum(0, np.floor(centre - width)).astype(np.int64)
    high = np.minimum(columns, np.ceil(centre + width)).astype(np.int64)
    low, high = np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)
    low[0], high[-1] = 0, columns
    low = np.minimum(low, np.concatenate([[0], high[:-1]]))
    return Grid(low, high, based(low, high))


def based(low: NDArray[np.int64], high: NDArray[np.int64]) -> NDArray[np.int64]:
    """Say where the nodes of each row begin."""
    return np.asarray(np.concatenate([[0], np.cumsum(high - low + 1)]), np.int64)


def inside(pins: Pins, area: Area) -> Pins:
    """Give the pins of an area, counted from its corner."""
    i, p, j, q = area
    held = (pins[:, 0] >= i) & (pins[:, 0] <= p) & (pins[:, 1] >= j) & (pins[:, 1] <= q)
    return np.asarray(pins[held] - np.array([i, j]), np.int64)


def pinched(grid: Grid, pins: Pins) -> Grid:
    """Leave only nodes on a way through all pins: none beyond a pin before it, none short of it after."""
    if not len(pins):
        return grid
    low, high = grid.low.copy(), grid.high.copy()
    for row, column in pins:
        low[row + 1 :] = np.maximum(low[row + 1 :], column)
        high[:row] = np.minimum(high[:row], column)
    return Grid(low, high, based(low, high))


def near(path: Path, area: Area) -> Path:
    """Give the beads of a path that lie in an area, counted from its corner."""
    i, p, j, q = area
    inside = path[(path[:, 0] >= i) & (path[:, 1] <= p) & (path[:, 2] >= j) & (path[:, 3] <= q)]
    return np.asarray(inside - np.array([i, i, j, j]), np.int64)
